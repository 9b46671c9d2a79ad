using CsCheck;
using Twin.Core.Components.Cooling;
using Twin.Core.Physics;

namespace Twin.Tests.Components;

[TestClass]
public sealed class RiverExchangerTests
{
    private const double Rounding = 1e-12; // relative: closed forms on both sides
    private static readonly RiverExchanger Plant = new(Machines.River, Machines.Loop);
    private static readonly double DesignLoopKgPerS = 12e6 / (Water.SpecificHeatJPerKgK(20.0) * 8.0);

    [TestMethod]
    [DataRow(2.0, 6.0, 12e6)]
    [DataRow(3.0, 8.0, 12e6)] // rise as in the loop: equal capacities, the limit Cr = 1
    [DataRow(1.5, 5.0, 100.0)]
    [DataRow(2.0, 6.0, 5e9)]
    public void At_its_design_point_it_carries_its_rating_with_its_rise(double approachK, double riseK, double sizeW)
    {
        var p = Machines.River with { Bank = new(1, sizeW, 0), ApproachK = approachK, RiseK = riseK };
        var plant = new RiverExchanger(p, Machines.Loop);
        RiverBudget river = Wide(20.0 - approachK);
        RiverStep step = plant.Step(1e15, 28.0, sizeW / (Water.SpecificHeatJPerKgK(20.0) * 8.0), river);
        Assert.AreEqual(sizeW, step.HeatW, 1e-9 * sizeW); // size and effectiveness undo each other to a few roundings of exp and ln
        Assert.AreEqual(riseK, step.HeatW / (step.FlowKgPerS * river.SpecificHeatJPerKgK), 1e-8);
        Assert.AreEqual(sizeW / (28.0 - (20.0 - approachK)), step.ConductanceWPerK, 1e-9 * sizeW);
        Assert.AreEqual(RiverLimit.None, step.Limit);
    }

    [TestMethod]
    public void The_pumps_lift_the_water_by_their_head() // P = m g h / eta: 1 kg/s by 12 m at 75 % is 156.9 W
    {
        RiverStep step = Plant.Step(6e6, 28.0, DesignLoopKgPerS, Machines.Budget(10.0));
        Assert.AreEqual(step.FlowKgPerS * 9.80665 * 12.0 / 0.75, step.PumpPowerW, Rounding * step.PumpPowerW);
    }

    [TestMethod]
    public void A_bank_that_is_out_takes_nothing_and_blames_nobody()
    {
        var none = new RiverExchanger(Machines.River with { Bank = new(3, 4e6, 3) }, Machines.Loop);
        RiverStep step = none.Step(5e6, 28.0, DesignLoopKgPerS, Machines.Budget(10.0));
        Assert.AreEqual(new RiverStep(0.0, 0.0, 0.0, 0.0, RiverLimit.None), step);
    }

    [TestMethod]
    [DataRow(RiverFlowControl.ConstantRise)]
    [DataRow(RiverFlowControl.ConstantFlow)]
    public void A_river_at_the_limit_of_the_return_is_left_alone(RiverFlowControl control)
    {
        RiverBudget river = RiverBudget.Of(Machines.Permit with { ReturnTemperatureC = 22.0 }, 22.0, 25.0, 1.0);
        var plant = new RiverExchanger(Machines.River with { Control = control }, Machines.Loop);
        RiverStep step = plant.Step(5e6, 28.0, DesignLoopKgPerS, river);
        Assert.AreEqual(new RiverStep(0.0, 0.0, 0.0, 0.0, RiverLimit.ReturnTemperature), step);
    }

    [TestMethod]
    public void A_river_at_the_limit_of_mixing_is_left_alone()
    {
        RiverStep step = Plant.Step(5e6, 28.0, DesignLoopKgPerS, Machines.Budget(25.0));
        Assert.AreEqual(new RiverStep(0.0, 0.0, 0.0, 0.0, RiverLimit.MixedTemperature), step);
    }

    [TestMethod]
    public void A_river_as_warm_as_the_loop_cools_nothing()
    {
        Assert.AreEqual(0.0, Plant.Step(5e6, 21.0, DesignLoopKgPerS, Machines.Budget(21.0)).HeatW);
        Assert.AreEqual(0.0, Plant.Step(5e6, 21.0, DesignLoopKgPerS, Machines.Budget(24.0)).HeatW);
    }

    [TestMethod]
    public void A_closed_intake_takes_no_water()
    {
        RiverStep step = Plant.Step(5e6, 28.0, DesignLoopKgPerS, RiverBudget.Of(Machines.Permit, 10.0, 25.0, openFraction: 0.0));
        Assert.AreEqual(new RiverStep(0.0, 0.0, 0.0, 0.0, RiverLimit.Intake), step);
    }

    [TestMethod]
    public void No_heat_moves_no_water() =>
        Assert.AreEqual(default, Plant.Step(0.0, 28.0, DesignLoopKgPerS, Machines.Budget(10.0)));

    [TestMethod]
    public void Constant_flow_means_the_design_flow_at_any_heat() => // but never more than may be taken
        Assert.AreEqual(
            Plant.DesignFlowKgPerS,
            new RiverExchanger(Machines.River with { Control = RiverFlowControl.ConstantFlow }, Machines.Loop)
                .Step(1e5, 28.0, DesignLoopKgPerS, Machines.Budget(10.0)).FlowKgPerS);

    /// <summary>Flow over heat at 19 degC: lowest flow, then the fixed rise, then more water than the rise asks for.</summary>
    [TestMethod]
    public void Flow_grows_with_the_heat_without_a_jump()
    {
        const int steps = 4000;
        RiverBudget river = Machines.Budget(19.0);
        double capacityW = Plant.Step(1e15, 28.0, DesignLoopKgPerS, river).HeatW;
        double before = 0.2 * Plant.DesignFlowKgPerS; // where the lowest flow begins
        bool more = false;
        for (int i = 1; i <= steps; i++)
        {
            RiverStep step = Plant.Step(capacityW * i / steps, 28.0, DesignLoopKgPerS, river);
            Assert.IsGreaterThanOrEqualTo(before - 1e-6 * Plant.DesignFlowKgPerS, step.FlowKgPerS); // the search stops at a millionth
            // Twenty times the mean slope, for the last kelvins are dear; a jump would be larger.
            Assert.IsLessThan(before + 0.005 * Plant.DesignFlowKgPerS, step.FlowKgPerS);
            more |= step.FlowKgPerS > 1.001 * Math.Max(0.2 * Plant.DesignFlowKgPerS, step.HeatW / (river.SpecificHeatJPerKgK * 6.0));
            before = step.FlowKgPerS;
        }

        Assert.IsTrue(more, "no heat asked for more water than the rise");
    }

    [TestMethod]
    public void Whatever_it_is_asked_it_stays_within_the_permit_and_the_second_law() =>
        Gen.Select(Gen.Double[0, 16e6], Gen.Double[15, 45], Gen.Double[0.02, 1.5], Gen.Double[-1, 32], Gen.Double[0, 3], Gen.Double[0, 1])
        .Sample((wantedW, loopC, loopShare, riverC, dischargeM3PerS, open) =>
        {
            double loopKgPerS = loopShare * DesignLoopKgPerS;
            RiverBudget river = RiverBudget.Of(Machines.Permit, riverC, dischargeM3PerS, open);
            RiverStep step = Plant.Step(wantedW, loopC, loopKgPerS, river);
            double slack = 1.0 + 1e-12; // rounding
            double outC = loopC - step.HeatW / (loopKgPerS * Water.SpecificHeatJPerKgK(20.0));
            double riseK = step.FlowKgPerS > 0.0 ? step.HeatW / (step.FlowKgPerS * river.SpecificHeatJPerKgK) : 0.0;
            return step.HeatW >= 0.0 && step.HeatW <= wantedW && step.HeatW <= river.HeatW * slack
                && step.FlowKgPerS >= 0.0 && step.FlowKgPerS <= Math.Min(river.FlowKgPerS, Plant.DesignFlowKgPerS)
                && riseK <= river.RiseK * slack + 1e-12 && step.PumpPowerW >= 0.0 && step.ConductanceWPerK >= 0.0
                && (step.HeatW == 0.0 || (outC >= riverC - 1e-9 && riverC + riseK <= loopC + 1e-9)); // kelvins of roundings
        });

    [TestMethod]
    public void It_pumps_no_more_than_the_heat_needs() =>
        Gen.Select(Gen.Double[1e5, 13e6], Gen.Double[22, 40], Gen.Double[0.1, 1.2], Gen.Double[0, 21])
        .Sample((wantedW, loopC, loopShare, riverC) =>
        {
            RiverBudget river = Wide(riverC);
            RiverStep step = Plant.Step(wantedW, loopC, loopShare * DesignLoopKgPerS, river);
            double forRise = step.HeatW / (river.SpecificHeatJPerKgK * 6.0);
            if (step.FlowKgPerS <= 1.001 * Math.Max(forRise, 0.2 * Plant.DesignFlowKgPerS))
            {
                return true; // lowest flow or fixed rise
            }

            // More than that only where less water would carry less; the search stops at a millionth of the design flow.
            river.FlowKgPerS = step.FlowKgPerS - 2e-6 * Plant.DesignFlowKgPerS;
            return Plant.Step(wantedW, loopC, loopShare * DesignLoopKgPerS, river).HeatW < step.HeatW;
        });

    [TestMethod]
    public void A_colder_river_and_a_warmer_loop_never_carry_less() =>
        Gen.Select(Gen.Double[18, 40], Gen.Double[0.05, 1.2], Gen.Double[0, 24], Gen.Double[0, 5])
        .Sample((loopC, loopShare, riverC, coolerK) =>
        {
            double loopKgPerS = loopShare * DesignLoopKgPerS;
            double heatW = Plant.Step(1e15, loopC, loopKgPerS, Wide(riverC)).HeatW;
            double warmerW = Plant.Step(1e15, loopC + coolerK, loopKgPerS, Wide(riverC)).HeatW;
            double colderW = Plant.Step(1e15, loopC, loopKgPerS, Wide(Math.Max(0.0, riverC - coolerK))).HeatW;
            return warmerW >= heatW && colderW >= heatW * (1.0 - 0.005); // colder water has up to 0.5 % less cp where the flow is fixed
        });

    [TestMethod]
    public void A_step_half_closed_has_half_of_everything_but_the_temperatures()
    {
        RiverBudget whole = Machines.Budget(12.0);
        RiverBudget half = RiverBudget.Of(Machines.Permit, 12.0, 25.0, 0.5);
        Assert.AreEqual(0.5 * whole.FlowKgPerS, half.FlowKgPerS, Rounding * whole.FlowKgPerS);
        Assert.AreEqual(0.5 * whole.HeatW, half.HeatW, Rounding * whole.HeatW);
        Assert.AreEqual(whole.RiseK, half.RiseK);
    }

    [TestMethod]
    public void The_mixed_river_warms_by_what_is_allowed() // rho cp V dT with 4.19 MJ/(m3 K) at 12 degC, IAPWS-IF97
    {
        RiverBudget river = Machines.Budget(12.0);
        Assert.AreEqual(25.0 * 4.19e6 * 1.5, river.HeatW, 0.003 * river.HeatW); // the last digit of 4.19
        Assert.AreEqual(RiverLimit.MixedRise, river.HeatLimit);
        Assert.AreEqual(RiverLimit.MixedTemperature, Machines.Budget(24.0).HeatLimit);
        Assert.AreEqual(RiverLimit.ReturnRise, river.RiseLimit);
        Assert.AreEqual(RiverLimit.ReturnTemperature, Machines.Budget(24.0).RiseLimit);
    }

    [TestMethod]
    public void What_one_user_takes_the_next_does_not_find()
    {
        RiverBudget river = Machines.Budget(12.0);
        (double flow, double heatW) = (river.FlowKgPerS, river.HeatW);
        river.Take(0.25 * flow, 0.75 * heatW);
        Assert.AreEqual(0.75 * flow, river.FlowKgPerS, Rounding * flow);
        Assert.AreEqual(0.25 * heatW, river.HeatW, Rounding * heatW);
        river.Take(flow, heatW);
        Assert.AreEqual(0.0, river.FlowKgPerS);
        Assert.AreEqual(0.0, river.HeatW);
    }

    /// <summary>A river whose permit binds nowhere.</summary>
    private static RiverBudget Wide(double riverC) =>
        RiverBudget.Of(new(1e9, 1e3, 1e3, 1e3, 1e3, double.PositiveInfinity, []), riverC, 1e9, 1.0);
}
