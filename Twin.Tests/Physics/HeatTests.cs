using Twin.Core.Physics;

namespace Twin.Tests.Physics;

[TestClass]
public sealed class HeatTests
{
    private const double Rounding = 1e-12; // both sides are closed forms: only rounding may part them

    [TestMethod]
    public void Matched_flows_with_one_transfer_unit_move_half_of_the_heat() => // limit Cr = 1: 1 / (1 + 1)
        Assert.AreEqual(0.5, HeatExchange.CounterflowEffectiveness(ntu: 1.0, capacityRatio: 1.0), Rounding);

    [TestMethod]
    public void Effectiveness_has_no_seam_next_to_matched_flows()
    {
        for (double off = 1e-16; off < 1e-3; off *= 10.0)
        {
            double found = HeatExchange.CounterflowEffectiveness(3.0, 1.0 - off);
            double firstOrder = 0.75 + off * 0.28125; // d eps/d(1 - Cr) = NTU^2/(2 (1 + NTU)^2) = 9/32
            Assert.AreEqual(firstOrder, found, Rounding + off * off);
        }
    }

    [TestMethod]
    public void An_endless_stream_on_the_other_side_needs_no_geometry() // Cr = 0: 1 - exp(-NTU) for every arrangement
    {
        Assert.AreEqual(1.0 - Math.Exp(-2.0), HeatExchange.CounterflowEffectiveness(2.0, 0.0), Rounding);
        Assert.AreEqual(1.0 - Math.Exp(-2.0), HeatExchange.CrossflowUnmixedEffectiveness(2.0, 0.0), Rounding);
        Assert.AreEqual(1.0 - Math.Exp(-2.0), HeatExchange.CrossflowUnmixedEffectiveness(2.0, 1e-13), Rounding);
    }

    [TestMethod]
    public void Crossflow_never_beats_counterflow()
    {
        foreach (double ntu in (double[])[1e-6, 0.5, 3.0, 40.0, 5000.0])
        {
            foreach (double ratio in (double[])[0.0, 1e-9, 0.3, 0.9, 1.0])
            {
                double cross = HeatExchange.CrossflowUnmixedEffectiveness(ntu, ratio);
                Assert.IsLessThanOrEqualTo(HeatExchange.CounterflowEffectiveness(ntu, ratio) + Rounding, cross);
                Assert.IsGreaterThanOrEqualTo(0.0, cross);
            }
        }
    }

    [TestMethod]
    public void Logarithmic_mean_of_equal_differences_is_the_difference()
    {
        Assert.AreEqual(5.0, HeatExchange.LogMeanDifferenceK(5.0, 5.0));
        Assert.AreEqual(5.0 + 5e-10, HeatExchange.LogMeanDifferenceK(5.0, 5.0 + 1e-9), Rounding); // series: the middle
        Assert.AreEqual(10.0 / Math.Log(2.0), HeatExchange.LogMeanDifferenceK(20.0, 10.0), Rounding);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => HeatExchange.LogMeanDifferenceK(5.0, 0.0));
    }

    [TestMethod]
    public void An_exchanger_sized_at_its_design_point_reaches_its_design_point()
    {
        const double kelvin = 1e-9; // a dozen operations
        const double cp = 4180.0;
        const double heatW = 4.0e6;
        double ua = HeatExchange.ConductanceFromDesignWPerK(heatW, 45.0, 35.0, 15.0, 30.0);
        var found = HeatExchange.Exchange(heatW / cp / 10.0, cp, 45.0, heatW / cp / 15.0, cp, 15.0, ua);
        Assert.AreEqual(35.0, found.HotOutC, kelvin);
        Assert.AreEqual(30.0, found.ColdOutC, kelvin);
    }

    [TestMethod]
    public void Without_flow_nothing_is_exchanged() =>
        Assert.AreEqual(new ExchangeResult(0.0, 45.0, 15.0), HeatExchange.Exchange(0.0, 4180.0, 45.0, 10.0, 4180.0, 15.0, 1e5));

    [TestMethod]
    public void Half_of_both_flows_leaves_the_films_their_power_of_the_flow()
    {
        double full = HeatExchange.OffDesignConductanceWPerK(2e5, 1.0, 2e5, 1.0);
        double half = HeatExchange.OffDesignConductanceWPerK(2e5, 0.5, 2e5, 0.5);
        Assert.AreEqual(1e5, full, 1e-9); // two equal films in series
        Assert.AreEqual(Math.Pow(0.5, 0.8), half / full, Rounding);
        Assert.AreEqual(0.0, HeatExchange.OffDesignConductanceWPerK(2e5, 0.0, 2e5, 1.0));
    }

    [TestMethod]
    [DataRow(15.0, 10.0, 50.0, 70.0, 3.46)]
    [DataRow(25.0, 20.0, 55.0, 80.0, 3.64)]
    [DataRow(40.0, 35.0, 60.0, 90.0, 4.16)]
    [DataRow(40.0, 35.0, 50.0, 70.0, 5.64)]
    [DataRow(8.0, 3.0, 55.0, 80.0, 2.87)]
    public void Ammonia_machines_reach_their_worked_examples(
        double sourceInC, double sourceOutC, double sinkInC, double sinkOutC, double cop) => // run of PyPSA-Eur, two decimals
        Assert.AreEqual(
            cop, HeatPumpCycle.JensenCop(sourceInC, sourceOutC, sinkInC, sinkOutC, HeatPumpCycleParameters.AmmoniaDefaults), 0.005);

    [TestMethod]
    public void A_heat_pump_below_its_minimum_lift_stands_still()
    {
        var p = HeatPumpCycleParameters.AmmoniaDefaults; // 10 K
        Assert.AreEqual(0.0, HeatPumpCycle.JensenCop(45.0, 40.0, 40.0, 54.0, p));
        Assert.IsGreaterThan(1.0, HeatPumpCycle.JensenCop(45.0, 40.0, 40.0, 56.0, p));
    }

    [TestMethod]
    public void Equal_mean_temperatures_are_no_pole()
    {
        // Source and sink alike: the published form divides zero by zero here.
        var p = HeatPumpCycleParameters.AmmoniaDefaults with { MinimumLiftK = 0.0 };
        double at = HeatPumpCycle.JensenCop(60.0, 40.0, 40.0, 60.0, p);
        double beside = HeatPumpCycle.JensenCop(60.0, 40.0, 40.0, 60.0 + 1e-9, p);
        Assert.IsGreaterThan(1.0, at);
        Assert.AreEqual(at, beside, 1e-7);
    }

    [TestMethod]
    public void The_limit_of_Carnot_is_cut_where_lift_vanishes()
    {
        Assert.AreEqual(323.15 / 50.0, HeatPumpCycle.CarnotCop(0.0, 50.0), Rounding);
        Assert.AreEqual(12.0, HeatPumpCycle.CarnotCop(49.0, 50.0, 0.5, highestCop: 12.0));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => HeatPumpCycle.CarnotCop(50.0, 50.0));
    }

    [TestMethod]
    public void A_chiller_gains_beyond_its_box_as_Carnot_does()
    {
        var flat = new Biquadratic(1.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        var p = new ChillerParameters(1e6, 5.0, flat, flat, 0.0, 1.0, 0.0, 0.1, 0.1, 1.0, 5.0, 10.0, 13.0, 35.0);
        var box = ChillerCurves.Evaluate(p, 10.0, 30.0, 1e6);
        var warm = ChillerCurves.Evaluate(p, 20.0, 30.0, 1e6);
        Assert.AreEqual(5.0, box.Cop, Rounding);
        // Refrigerant 5 K beyond both waters: (288.15/20) over (278.15/30).
        Assert.AreEqual(5.0 * (288.15 / 20.0) / (278.15 / 30.0), warm.Cop, 1e-9);
    }

    [TestMethod]
    public void A_chiller_too_small_says_what_it_leaves()
    {
        var flat = new Biquadratic(1.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        var p = new ChillerParameters(1e6, 5.0, flat, flat, 0.0, 1.0, 0.0, 0.1, 0.1, 1.0, 5.0, 10.0, 13.0, 35.0);
        Assert.AreEqual(1e6, ChillerCurves.Evaluate(p, 7.0, 30.0, 3e6).CoolingW, 1e-6);
        Assert.AreEqual(0.0, ChillerCurves.Evaluate(p, 7.0, 30.0, 0.0).PowerW);
    }
}
