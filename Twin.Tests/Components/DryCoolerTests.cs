using CsCheck;
using Twin.Core.Components.Cooling;

namespace Twin.Tests.Components;

[TestClass]
public sealed class DryCoolerTests
{
    private const double RiseK = 8.0;
    private const double WaterWPerK = 10e6 / RiseK;
    private static readonly DryCooler Roof = new(Machines.DryCooler, RiseK);

    [TestMethod]
    [DataRow(6.0, 8.0)]
    [DataRow(1.0, 12.0)] // 12 of 13 K: 70 transfer units, the far end of what is built
    [DataRow(30.0, 2.0)]
    public void At_its_design_point_it_carries_its_rating(double approachK, double riseK)
    {
        var cooler = new DryCooler(Machines.DryCooler with { ApproachK = approachK }, riseK);
        DryCoolerStep step = cooler.Step(1e15, 1.0, 20.0 + riseK, 10e6 / riseK, 20.0 - approachK);
        Assert.AreEqual(10e6, step.HeatW, 0.1); // the search for the size ends 1e-9 transfer units beside it: 1e-8 of the heat
        Assert.AreEqual(400e3, step.FanPowerW, 1e-6); // ten coolers of 40 kW
        Assert.AreEqual(10e6 / (approachK + riseK), step.ConductanceWPerK, 0.1);
        Assert.AreEqual(10e6 / (approachK + riseK), cooler.CondenserConductanceWPerK, 1e-6);
    }

    [TestMethod]
    public void Half_the_fan_power_is_not_half_the_heat() // cube law: 80 % of the speed needs 51 % of the power
    {
        DryCoolerStep full = Roof.Step(1e15, 1.0, 28.0, WaterWPerK, 14.0);
        DryCoolerStep part = Roof.Step(0.85 * full.HeatW, 1.0, 28.0, WaterWPerK, 14.0);
        // Heat goes with speed to a power between 0.5 (large units are short of area) and 1 (short of air).
        Assert.IsTrue(part.FanPowerW < Math.Pow(0.85, 3.0) * full.FanPowerW && part.FanPowerW > Math.Pow(0.85, 6.0) * full.FanPowerW);
    }

    [TestMethod]
    public void Little_water_leaves_near_the_air_but_its_film_keeps_it_off()
    {
        // A quarter of the flow: film at 0.33, so 1 / UA is 0.75 + 0.25 x 3.03 = 1.51 of the design, NTU 1.589 x 4 / 1.51 = 4.22 at Cr 0.25.
        double heatW = Roof.CapacityW(1.0, 28.0, 0.25 * WaterWPerK, 14.0);
        double approachK = 28.0 - heatW / (0.25 * WaterWPerK) - 14.0;
        Assert.AreEqual(0.830565, approachK, 1e-6); // K, Mason's series worked out apart; with a conductance that knows the fans alone 0.316
    }

    [TestMethod]
    [DataRow(20.0)]
    [DataRow(14.0)]
    [DataRow(-15.0)]
    public void Fan_power_grows_with_the_heat_without_a_jump(double airC)
    {
        const int steps = 2000;
        double capacityW = Roof.CapacityW(1.0, 28.0, WaterWPerK, airC);
        double before = 0.0;
        for (int i = 1; i <= steps; i++)
        {
            DryCoolerStep step = Roof.Step(capacityW * i / steps, 1.0, 28.0, WaterWPerK, airC);
            Assert.AreEqual(capacityW * i / steps, step.HeatW, 1e-9 * capacityW);
            Assert.IsGreaterThanOrEqualTo(before, step.FanPowerW);
            // P ~ Q^(3/b); with b no less than 0.3 in cold air the steepest slope is 10 times the mean one. A jump is larger.
            Assert.IsLessThan(before + 10.0 * 400e3 / steps, step.FanPowerW);
            before = step.FanPowerW;
        }

        Assert.AreEqual(400e3, before, 1e-3); // and ends at full speed
    }

    [TestMethod]
    public void Around_the_lowest_speed_power_goes_on()
    {
        // At 15 % speed ten coolers draw 400 kW * 0.15^3 = 1350 W; below it they go off one by one.
        double low = 0.0, high = 10e6;
        for (int i = 0; i < 60; i++)
        {
            double middle = 0.5 * (low + high);
            (low, high) = Roof.Step(middle, 1.0, 28.0, WaterWPerK, 14.0).FanPowerW < 1350.0 ? (middle, high) : (low, middle);
        }

        Assert.AreEqual(1350.0, Roof.Step(high * (1.0 + 1e-6), 1.0, 28.0, WaterWPerK, 14.0).FanPowerW, 0.05); // slope 3e-6 of 1350 W
        Assert.AreEqual(675.0, Roof.Step(0.5 * high, 1.0, 28.0, WaterWPerK, 14.0).FanPowerW, 0.01);
    }

    [TestMethod]
    public void Air_as_warm_as_the_water_cools_nothing()
    {
        Assert.AreEqual(default, Roof.Step(5e6, 1.0, 28.0, WaterWPerK, 28.0));
        Assert.AreEqual(default, Roof.Step(5e6, 1.0, 28.0, WaterWPerK, 35.0));
    }

    [TestMethod]
    public void A_bank_that_is_out_or_serves_another_takes_nothing()
    {
        var none = new DryCooler(Machines.DryCooler with { Bank = new(10, 1e6, 10) }, RiseK);
        Assert.AreEqual(default, none.Step(5e6, 1.0, 28.0, WaterWPerK, 5.0));
        Assert.AreEqual(0.0, none.CondenserConductanceWPerK);
        Assert.AreEqual(0.0, none.CondenserFanPowerW(0.0, 1.0, 15.0));
        Assert.AreEqual(default, Roof.Step(5e6, 0.0, 28.0, WaterWPerK, 5.0));
        Assert.AreEqual(default, Roof.Step(0.0, 1.0, 28.0, WaterWPerK, 5.0));
    }

    [TestMethod]
    public void Whatever_it_is_asked_it_obeys_the_second_law_and_its_fans() =>
        Gen.Select(Gen.Double[0, 20e6], Gen.Double[0, 1], Gen.Double[10, 50], Gen.Double[0.01, 3], Gen.Double[-30, 50])
        .Sample((wantedW, share, waterC, flow, airC) =>
        {
            DryCoolerStep step = Roof.Step(wantedW, share, waterC, flow * WaterWPerK, airC);
            double outC = waterC - step.HeatW / (flow * WaterWPerK);
            return step.HeatW >= 0.0 && step.HeatW <= wantedW && step.FanPowerW >= 0.0 && step.FanPowerW <= share * 400e3
                && step.ConductanceWPerK >= 0.0 && (step.HeatW == 0.0 || outC >= airC - 1e-9); // rounding of kelvins
        });

    [TestMethod]
    public void Colder_air_a_larger_share_and_warmer_water_never_carry_less() =>
        Gen.Select(Gen.Double[0.05, 0.95], Gen.Double[10, 50], Gen.Double[0.05, 2], Gen.Double[-30, 45], Gen.Double[0, 5])
        .Sample((share, waterC, flow, airC, moreK) =>
        {
            double heatW = Roof.CapacityW(share, waterC, flow * WaterWPerK, airC);
            double least = heatW * (1.0 - 1e-12); // rounding
            return Roof.CapacityW(share, waterC, flow * WaterWPerK, airC - moreK) >= least
                && Roof.CapacityW(share + 0.05, waterC, flow * WaterWPerK, airC) >= least
                && Roof.CapacityW(share, waterC + moreK, flow * WaterWPerK, airC) >= least;
        });

    [TestMethod]
    public void Condenser_fans_run_fully_from_the_difference_on_that_they_hold()
    {
        double fullW = Roof.CondenserConductanceWPerK * 15.0;
        Assert.AreEqual(400e3, Roof.CondenserFanPowerW(fullW, 1.0, 15.0), 1e-6);
        Assert.AreEqual(400e3, Roof.CondenserFanPowerW(2.0 * fullW, 1.0, 15.0), 1e-6); // beyond it the condenser floats
        Assert.AreEqual(200e3, Roof.CondenserFanPowerW(0.5 * fullW, 0.5, 15.0), 1e-6); // half of the bank, fully
        Assert.IsLessThan(400e3 / 8.0, Roof.CondenserFanPowerW(0.5 * fullW, 1.0, 15.0)); // cube law, and area to spare
    }
}
