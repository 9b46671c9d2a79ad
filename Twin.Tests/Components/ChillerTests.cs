using CsCheck;
using Twin.Core.Components.Cooling;

namespace Twin.Tests.Components;

[TestClass]
public sealed class ChillerTests
{
    private const double RoofWPerK = 10e6 / 14.0; // conductance of the whole roof: 10 MW at 6 + 8 K
    private static readonly ChillerParameters Plant = Machines.Chiller;

    [TestMethod]
    public void Its_efficiency_is_a_share_of_Carnots() => // 0.55 * 288.15 / (48 + 5 - 15)
        Assert.AreEqual(0.55 * 288.15 / 38.0, Chiller.Cop(0.55, supplyC: 20.0, condenserWaterC: 48.0), 1e-12); // rounding

    [TestMethod]
    [DataRow(35.0, 3.5, 4.2)]
    [DataRow(25.0, 4.8, 5.5)]
    public void On_hot_air_it_has_the_efficiency_of_makers_data(double airC, double low, double high) // 3.5 to 5.5 at 18 to 20 degC supply
    {
        ChillerStep step = Chiller.OnAir(Plant, 5e6, 20.0, airC, RoofWPerK);
        Assert.IsTrue(step.HeatW / step.PowerW > low && step.HeatW / step.PowerW < high, $"COP {step.HeatW / step.PowerW}");
    }

    [TestMethod]
    [DataRow(13.0)]
    [DataRow(18.0)]
    public void On_a_cool_river_classic_chilled_water_costs_a_sixth(double riverC) // water-cooled machines at 7 degC: COP 5.5 to 7
    {
        ChillerStep step = Chiller.OnRiver(Plant, 5e6, 7.0, Machines.Budget(riverC));
        Assert.IsTrue(step.HeatW / step.PowerW is > 5.2 and < 7.0, $"COP {step.HeatW / step.PowerW}");
    }

    [TestMethod]
    public void Its_efficiency_never_rises_with_the_lift() =>
        Gen.Select(Gen.Double[0.4, 0.7], Gen.Double[5, 35], Gen.Double[-20, 80], Gen.Double[0, 20])
        .Sample((share, supplyC, condenserC, moreK) =>
        {
            double cop = Chiller.Cop(share, supplyC, condenserC);
            return cop is > 0.0 and <= 12.0
                && Chiller.Cop(share, supplyC, condenserC + moreK) <= cop && Chiller.Cop(share, supplyC - moreK, condenserC) <= cop;
        });

    [TestMethod]
    public void What_it_takes_and_draws_comes_out_at_the_condenser_and_stays_below_the_pressure_limit() =>
        Gen.Select(Gen.Double[0, 20e6], Gen.Double[10, 40], Gen.Double[-30, 70], Gen.Double[1e-9, 1])
        .Sample((wantedW, supplyC, airC, share) =>
        {
            double conductance = share * RoofWPerK;
            ChillerStep step = Chiller.OnAir(Plant, wantedW, supplyC, airC, conductance);
            double condenserC = step.HeatW > 0.0 ? airC + step.CondenserHeatW / conductance : 0.0;
            return step.HeatW >= 0.0 && step.HeatW <= Math.Min(wantedW, 10e6) && step.PowerW >= 0.0
                && step.PowerW <= step.HeatW // a machine that draws more than it takes is none
                && step.CondenserHeatW == step.HeatW + step.PowerW
                && condenserC <= Chiller.HighestCondenserWaterC + 0.05; // the passes end within a few hundredths of a kelvin
        });

    [TestMethod]
    public void The_condenser_floats_where_its_own_heat_wants_it()
    {
        // 2 MW through a fifth of the roof: 143 kW/K, so that 15 K are not enough and temperature and COP depend on each other.
        ChillerStep step = Chiller.OnAir(Plant, 2e6, 20.0, 25.0, 0.2 * RoofWPerK);
        double waterC = 25.0 + step.CondenserHeatW / (0.2 * RoofWPerK);
        Assert.IsGreaterThan(25.0 + 15.0, waterC);
        Assert.AreEqual(Chiller.Cop(0.55, 20.0, waterC), step.HeatW / step.PowerW, 1e-4); // passes leave a third each, from 1 on
    }

    [TestMethod]
    public void A_roof_with_one_fan_left_holds_the_chillers_back()
    {
        ChillerStep step = Chiller.OnAir(Plant, 10e6, 20.0, 30.0, 0.1 * RoofWPerK);
        Assert.AreEqual(0.1 * RoofWPerK * 30.0, step.CondenserHeatW, 0.01 * step.CondenserHeatW); // 60 - 30 K; a hundredth for the passes
        Assert.AreEqual(default, Chiller.OnAir(Plant, 10e6, 20.0, 30.0, 0.0));
        Assert.AreEqual(default, Chiller.OnAir(Plant, 10e6, 20.0, 61.0, RoofWPerK));
        Assert.AreEqual(default, Chiller.OnAir(Plant with { Bank = new(4, 2.5e6, 4) }, 10e6, 20.0, 30.0, RoofWPerK));
    }

    [TestMethod]
    public void Its_river_condenser_obeys_the_permit() =>
        Gen.Select(Gen.Double[0, 20e6], Gen.Double[5, 30], Gen.Double[-1, 32], Gen.Double[0, 3], Gen.Double[0, 1])
        .Sample((wantedW, supplyC, riverC, dischargeM3PerS, open) =>
        {
            RiverBudget river = RiverBudget.Of(Machines.Permit, riverC, dischargeM3PerS, open);
            ChillerStep step = Chiller.OnRiver(Plant, wantedW, supplyC, river);
            double riseK = Math.Min(Chiller.RiverCondenserRiseK, river.RiseK);
            double slack = 1.0 + 1e-12; // rounding
            return step.HeatW >= 0.0 && step.HeatW <= Math.Min(wantedW, 10e6) && step.PowerW >= 0.0
                && step.CondenserHeatW <= river.HeatW * slack
                && step.CondenserHeatW <= river.FlowKgPerS * river.SpecificHeatJPerKgK * riseK * slack;
        });

    [TestMethod]
    public void A_river_that_takes_nothing_stops_it() =>
        Assert.AreEqual(default, Chiller.OnRiver(Plant, 5e6, 20.0, RiverBudget.Of(Machines.Permit, 31.0, 25.0, 1.0)));
}
