using Twin.Core.Components.HeatReuse;

namespace Twin.Tests.Components;

[TestClass]
public sealed class TankSizingTests
{
    [TestMethod]
    public void Ten_cubic_metres_over_twenty_kelvin_hold_230_kilowatt_hours()
    {
        TankParameters tank = TankSizing.Size(10.0, lossWPerK: 0.0, supplyC: 60.0, returnC: 40.0);
        Assert.AreEqual(230.0, tank.CapacityJ / 3.6e6, 1.0); // 10 m3 x 988 kg/m3 x 4181 J/(kg K) x 20 K = 229.5 kWh
        Assert.AreEqual(0.0, tank.LossPerS);
        Assert.AreEqual(0.0, tank.StandingLossW);
    }

    [TestMethod]
    public void A_full_tank_loses_its_loss_per_kelvin_times_its_kelvins()
    {
        TankParameters tank = TankSizing.Size(200.0, lossWPerK: 50.0, supplyC: 62.0, returnC: 40.0);
        double fullW = tank.LossPerS * tank.CapacityJ + tank.StandingLossW;
        Assert.AreEqual(50.0 * (62.0 - 10.0), fullW, 1e-9); // surroundings of 10 degC; rounding only
    }

    [TestMethod]
    public void Without_a_figure_the_loss_is_that_of_an_insulated_cylinder()
    {
        TankParameters tank = TankSizing.Size(200.0, lossWPerK: null, supplyC: 62.0, returnC: 40.0);

        // 5.03 m wide, 10.06 m high: 199 m2; U = 1 / (1/100 + 0.15/0.04 + 1/25) = 0.263 W/(m2 K)
        Assert.AreEqual(199.0 * 0.263, tank.StandingLossW / 30.0, 0.5); // three digits by hand
    }

    [TestMethod]
    public void A_tank_needs_water_and_a_difference()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => TankSizing.Size(0.0, null, 60.0, 40.0));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => TankSizing.Size(10.0, null, 40.0, 40.0));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => TankSizing.Size(10.0, -1.0, 60.0, 40.0));
    }
}
