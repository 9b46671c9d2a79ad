using CsCheck;
using Twin.Core.Components.Cooling;
using Twin.Core.Physics;

namespace Twin.Tests.Components;

[TestClass]
public sealed class AirAndWaterTests
{
    private const double Rounding = 1e-12; // relative: closed forms on both sides

    [TestMethod]
    public void At_the_rating_the_fans_push_the_design_flow() // P = V dp / eta with V = Q / (rho cp dT)
    {
        AirPathParameters p = Machines.Air with { ExcessFraction = 0.0 };
        double density = Machines.AirPressurePa / (287.058 * 298.15); // 1.11 kg/m3 at 515 m
        double powerW = 5.6e6 / (density * 1006.0 * 13.0) * 300.0 / 0.55;
        AirPathStep step = AirPathStep.Step(p, 5.6e6, Machines.AirPressurePa);
        Assert.AreEqual(powerW, step.FanPowerW, 0.001 * powerW); // the specific heat of air is known to a thousandth
        Assert.AreEqual(5.0, step.InletRiseK, Rounding);
        Assert.AreEqual(0.0375, step.FanPowerW / 5.6e6, 0.0015); // 4 % of the IT power is the usual nominal value
    }

    [TestMethod]
    public void Fans_follow_the_cube_down_to_their_lowest_flow()
    {
        AirPathParameters p = Machines.Air with { ExcessFraction = 0.0, MinimumFlowFraction = 0.3 };
        double fullW = AirPathStep.Step(p, 5.6e6, Machines.AirPressurePa).FanPowerW;
        Assert.AreEqual(0.216 * fullW, AirPathStep.Step(p, 0.6 * 5.6e6, Machines.AirPressurePa).FanPowerW, Rounding * fullW); // 0.6^3
        Assert.AreEqual(0.027 * fullW, AirPathStep.Step(p, 0.0, Machines.AirPressurePa).FanPowerW, Rounding * fullW); // 0.3^3
        double heldW = AirPathStep.Step(p with { StaticFraction = 1.0 }, 0.6 * 5.6e6, Machines.AirPressurePa).FanPowerW;
        Assert.AreEqual(0.6 * fullW, heldW, Rounding * fullW); // pressure held under the floor: power follows the flow
    }

    [TestMethod]
    public void Overload_shows_at_the_rack_inlet_and_only_there()
    {
        AirPathStep rated = AirPathStep.Step(Machines.Air, 5.6e6 / 1.15, Machines.AirPressurePa);
        AirPathStep over = AirPathStep.Step(Machines.Air, 1.2 * 5.6e6 / 1.15, Machines.AirPressurePa);
        Assert.AreEqual(5.0, rated.InletRiseK, Rounding);
        // A fifth of the heat comes back with the air, on top of the approach.
        Assert.AreEqual(5.0 + 0.2 * (5.0 + 13.0), over.InletRiseK, 100.0 * Rounding);
        Assert.AreEqual(rated.FanPowerW, over.FanPowerW, Rounding * over.FanPowerW);
    }

    [TestMethod]
    public void Return_air_carries_the_heat_with_all_the_air_that_flows()
    {
        const double RatedW = 5.6e6, RiseK = 13.0; // the rated flow carries 5.6 MW at 13 K
        AirPathParameters tight = Machines.Air with { ExcessFraction = 0.0, MinimumFlowFraction = 0.5 };
        AirPathParameters loose = Machines.Air with { ExcessFraction = 0.15, MinimumFlowFraction = 0.5 };
        Assert.AreEqual(RiseK, ReturnRiseK(tight, RatedW), 13.0 * Rounding);
        Assert.AreEqual(RiseK, ReturnRiseK(tight, 0.6 * RatedW), 13.0 * Rounding); // the flow follows the heat
        Assert.AreEqual(RiseK / 1.15, ReturnRiseK(loose, 0.8 * RatedW), 13.0 * Rounding); // 15 % of it passes by the racks
        Assert.AreEqual(0.1 * RiseK / 0.5, ReturnRiseK(loose, 0.1 * RatedW), 13.0 * Rounding); // lowest flow: heat over half the rated one
        Assert.AreEqual(1.2 * RiseK, ReturnRiseK(loose, 1.2 * RatedW), 20.0 * Rounding); // beyond the rating the flow stays
        Assert.AreEqual(0.0, ReturnRiseK(loose with { MinimumFlowFraction = 0.0 }, 0.0)); // nothing flows, nothing is carried
    }

    private static double ReturnRiseK(AirPathParameters p, double heatW) =>
        AirPathStep.Step(p, heatW, Machines.AirPressurePa).ReturnRiseK;

    [TestMethod]
    public void Coolant_leaves_the_racks_warmer_by_its_rise_wherever_its_pumps_can_follow()
    {
        var path = new LiquidPath(Machines.Liquid, Machines.Loop, gpus: 3_000);
        double riseK = Machines.Liquid.CoolantRiseK;
        Assert.AreEqual(riseK, path.Step(4e6).ReturnRiseK, 10.0 * Rounding);
        Assert.AreEqual(riseK, path.Step(2e6).ReturnRiseK, 10.0 * Rounding);
        Assert.AreEqual(riseK / 3.0, path.Step(0.4e6).ReturnRiseK, 10.0 * Rounding); // a tenth of the heat in the lowest flow of 30 %
        Assert.AreEqual(1.5 * riseK, path.Step(6e6).ReturnRiseK, 20.0 * Rounding);
        Assert.AreEqual(0.0, path.Step(0.0).ReturnRiseK);
    }

    [TestMethod]
    public void A_cooler_out_makes_the_others_work_harder_and_the_racks_warmer() =>
        Gen.Select(Gen.Double[0, 8e6], Gen.Int[1, 13])
        .Sample((heatW, units) =>
        {
            AirPathStep all = AirPathStep.Step(Machines.Air, heatW, Machines.AirPressurePa);
            AirPathStep fewer = AirPathStep.Step(Machines.Air with { Bank = new(14, 400e3, units) }, heatW, Machines.AirPressurePa);
            return all.FanPowerW > 0.0 && fewer.FanPowerW > 0.0 && fewer.InletRiseK >= all.InletRiseK && all.InletRiseK >= 5.0;
        });

    [TestMethod]
    public void Coolant_pumps_follow_the_cube_and_overload_shows_at_the_rack()
    {
        var path = new LiquidPath(Machines.Liquid, Machines.Loop, gpus: 3_000);
        Assert.AreEqual(80e3, path.Step(4e6).PumpPowerW, 1e-8); // 2 % of 4 MW
        Assert.AreEqual(10e3, path.Step(2e6).PumpPowerW, 1e-8); // an eighth
        Assert.AreEqual(80e3 * 0.027, path.Step(0.0).PumpPowerW, 1e-8); // 30 % flow at rest
        Assert.AreEqual(80e3, path.Step(6e6).PumpPowerW, 1e-8);
        Assert.AreEqual(3.0, path.Step(4e6).InletRiseK, Rounding); // the approach at the rating
        Assert.AreEqual(4.5, path.Step(6e6).InletRiseK, Rounding); // flows stay: in proportion
    }

    [TestMethod]
    public void At_part_load_the_approach_falls_as_the_heat_by_the_conductance()
    {
        // Equal rises on both sides: Cr = 1, the difference is the same all along the plates, and UA goes with the flow to 0.8.
        var path = new LiquidPath(Machines.Liquid with { CoolantRiseK = Machines.Loop.DesignRiseK }, Machines.Loop, gpus: 3_000);
        Assert.AreEqual(3.0 * Math.Pow(0.5, 0.2), path.Step(2e6).InletRiseK, Rounding);
        Assert.AreEqual(0.0, path.Step(0.0).InletRiseK);
    }

    [TestMethod]
    public void Cold_plates_follow_the_published_curve()
    {
        // 3.9 MJ/(kg K) x 1015 kg/m3 x 10 K: 1 kW needs 1.5 l/min, where the curve lies between 0.0220 (1.4) and 0.0214 K/W (1.6).
        var path = new LiquidPath(Machines.Liquid, Machines.Loop, gpus: 4_000);
        Assert.AreEqual(21.7, path.Step(4e6).PlateRiseK, 0.3); // K, the width of that piece of the curve
        Assert.AreEqual(0.5 * 0.0274 * 1e3, path.Step(2e6).PlateRiseK, 0.3); // half the heat at 0.75 l/min: between 0.0280 and 0.0265
        double waterK = new LiquidPath(Machines.Liquid with { Coolant = Coolant.Water }, Machines.Loop, 2_000).Step(4e6).PlateRiseK;
        Assert.AreEqual(2e3 * 0.0163, waterK, 2e3 * 0.0004); // 2.87 l/min of water: between 0.0172 (2) and 0.0160 (3)
    }

    [TestMethod]
    public void Units_that_are_all_out_cool_nothing()
    {
        var path = new LiquidPath(Machines.Liquid with { Bank = new(4, 1e6, 4) }, Machines.Loop, gpus: 3_000);
        Assert.AreEqual(double.PositiveInfinity, path.Step(1.0).InletRiseK);
        Assert.AreEqual(default, path.Step(0.0));
    }

    [TestMethod]
    public void A_loop_of_glycol_moves_more_for_the_same_heat()
    {
        double water = new LoopWater(Machines.Loop).FlowKgPerS(6e6);
        double glycol = new LoopWater(Machines.Loop with { Fluid = Coolant.Pg25 }).FlowKgPerS(6e6);
        Assert.AreEqual(4184.0 / 3920.0, glycol / water, 0.005); // cp of the two at 20 degC, to half a per cent
    }

    [TestMethod]
    public void A_loop_holds_its_rise_within_the_range_of_its_pumps()
    {
        var water = new LoopWater(Machines.Loop);
        double rated = 12e6 / (water.SpecificHeatJPerKgK * 8.0);
        Assert.AreEqual(8.0, 6e6 / (water.FlowKgPerS(6e6) * water.SpecificHeatJPerKgK), 1e-12); // rounding
        Assert.AreEqual(0.3 * rated, water.FlowKgPerS(0.0), Rounding * rated);
        Assert.AreEqual(rated, water.FlowKgPerS(20e6), Rounding * rated);
        Assert.AreEqual(60.0 * 998.2 * 4184.0, water.CapacityJPerK, 0.001 * water.CapacityJPerK); // 60 m3 at 20 degC, four digits
    }

    [TestMethod]
    public void Loop_pumps_draw_flow_times_pressure() // 358.5 kg/s against 300 kPa at 70 %: 154 kW
    {
        var water = new LoopWater(Machines.Loop);
        double rated = water.FlowKgPerS(12e6);
        double fullW = rated / Water.DensityKgPerM3(20.0) * 300e3 / 0.7;
        Assert.AreEqual(fullW, water.PumpPowerW(rated), Rounding * fullW);
        Assert.AreEqual(0.5 * (0.4 + 0.6 * 0.25) * fullW, water.PumpPowerW(0.5 * rated), Rounding * fullW);
        Assert.AreEqual(0.0, water.PumpPowerW(0.0));
    }

    [TestMethod]
    public void A_loop_without_heat_or_lowest_flow_still_moves() // what divides by the flow must find one
    {
        var water = new LoopWater(Machines.Loop with { Pumps = Machines.Loop.Pumps with { MinimumFlowFraction = 0.0 } });
        Assert.IsGreaterThan(0.0, water.FlowKgPerS(0.0));
        Assert.IsLessThan(1e-2, water.PumpPowerW(water.FlowKgPerS(0.0)) / water.PumpPowerW(water.FlowKgPerS(12e6)));
    }
}
