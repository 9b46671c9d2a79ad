using CsCheck;
using Twin.Core.Components.HeatReuse;
using Twin.Core.Physics;

namespace Twin.Tests.Components;

[TestClass]
public sealed class HeatPumpTests
{
    private const double WaterWPerK = 12e6 / 8.0;
    private static readonly HeatPump Plant = new(Machines.HeatPump);

    /// <summary>The network at 40/65 degC and the loop return at 28 degC, with source heat for all units.</summary>
    private static HeatPumpInputs Inputs(double wantedW) => new(wantedW, false, 40.0, 65.0, 28.0, WaterWPerK, 12e6, 1.0);

    /// <summary>Hourly estimates for such plants and market data for ammonia give 3.9 to 4.6; the planning factor 0.9 is inside.</summary>
    [TestMethod]
    [DataRow(1e6)]
    [DataRow(2.5e6)]
    [DataRow(4e6)]
    public void From_28_degC_to_40_65_it_gives_about_four_times_its_power(double wantedW)
    {
        HeatPumpStep step = Plant.Step(Inputs(wantedW));
        Assert.AreEqual(wantedW, step.HeatW);
        Assert.IsTrue(step.Cop is > 3.9 and < 4.6, $"COP {step.Cop}");
    }

    [TestMethod]
    public void At_full_load_it_is_the_published_formula_times_the_planning_factor()
    {
        double jensen = HeatPumpCycle.JensenCop(28.0, 22.0, 40.0, 65.0, HeatPumpCycleParameters.AmmoniaDefaults);
        Assert.AreEqual(0.9 * jensen, Plant.Step(Inputs(4e6)).Cop, 1e-12); // the same closed form
    }

    [TestMethod]
    public void Half_a_screw_compressor_loses_a_twentieth() // factor 1 - 0.1 (1 - load)
    {
        var one = new HeatPump(Machines.HeatPump with { UnitsW = [2e6] });
        Assert.AreEqual(0.95, one.Step(Inputs(1e6)).Cop / one.Step(Inputs(2e6)).Cop, 1e-12); // rounding
    }

    /// <summary>Whatever network and loop say: power and source are the heat, the source keeps its limit, nothing is negative.</summary>
    [TestMethod]
    public void Its_books_close_and_its_source_keeps_its_limit() =>
        Gen.Select(
            Gen.Double[0, 8e6], Gen.Bool, Gen.Double[30, 60], Gen.Double[0, 40], Gen.Double[15, 60],
            Gen.Select(Gen.Double[1e3, 3e6], Gen.Double[0, 15], Gen.Double[0, 1]))
        .Sample((wantedW, tank, sinkInC, sinkRiseK, sourceC, rest) =>
        {
            (double capacityWPerK, double coolingK, double allowed) = rest;
            double limitW = capacityWPerK * coolingK; // down to the set point of the loop and not below
            var u = new HeatPumpInputs(wantedW, tank, sinkInC, sinkInC + sinkRiseK, sourceC, capacityWPerK, limitW, allowed);
            HeatPumpStep step = Plant.Step(u);
            return step.HeatW >= 0.0 && step.HeatW <= 4e6 && step.PowerW >= 0.0 && step.SourceW >= 0.0
                && step.SourceW <= limitW
                && Math.Abs(step.HeatW - step.PowerW - step.SourceW) <= 1e-9 * step.HeatW // rounding
                && Math.Abs(step.PowerW * step.Cop - step.HeatW) <= 1e-9 * step.HeatW
                // The smallest unit's least load; a scaled step may lie below by what a change of units does to 1 - 1 / COP.
                && (step.HeatW == 0.0 || (step.Cop > 1.0 && (tank || step.HeatW >= 0.96 * 0.3e6)));
        });

    [TestMethod]
    public void A_set_of_units_runs_between_its_least_load_and_its_rating() =>
        Gen.Select(Gen.Double[1e5, 3e6].Array[1, 5], Gen.Double[0, 16e6], Gen.Double[0, 0.9])
        .Sample((units, wantedW, least) =>
        {
            double heatW = new HeatPump(Machines.HeatPump with { UnitsW = units, MinimumLoadFraction = least })
                .Step(Inputs(wantedW) with { SourceLimitW = 1e9, SourceCapacityWPerK = 1e9 }).HeatW;
            // Against every set of units in turn, one bit a unit.
            double best = 0.0;
            for (int set = 1; set < 1 << units.Length; set++)
            {
                double mostW = units.Where((_, i) => (set >> i & 1) != 0).Sum();
                best = least * mostW <= wantedW ? Math.Max(best, Math.Min(wantedW, mostW)) : best;
            }

            return Math.Abs(heatW - best) <= 1e-9 * best; // sums in another order; a wish within rounding of a least load is not drawn
        });

    [TestMethod]
    [DataRow(1.0e6, 1e6)] // the small unit, fully
    [DataRow(0.3e6, 0.3e6)] // at its least load
    [DataRow(0.29e6, 0.0)] // below it
    [DataRow(9e6, 4e6)] // more than there is
    public void Small_wishes_run_the_small_unit(double wantedW, double heatW) =>
        Assert.AreEqual(heatW, Plant.Step(Inputs(wantedW)).HeatW);

    [TestMethod]
    public void Between_two_large_least_loads_the_rating_of_the_smaller_set_holds() // 1 MW alone, or 2.1 MW and more with the 3 MW unit
    {
        var stiff = new HeatPump(Machines.HeatPump with { MinimumLoadFraction = 0.7 });
        Assert.AreEqual(1e6, stiff.Step(Inputs(2.0e6)).HeatW);
        Assert.AreEqual(2.2e6, stiff.Step(Inputs(2.2e6)).HeatW);
    }

    [TestMethod]
    [DataRow(1.2e6)]
    [DataRow(2.5e6)]
    [DataRow(4e6)]
    public void What_a_short_source_gives_does_not_depend_on_how_much_more_is_wished(double wantedW)
    {
        var one = new HeatPump(Machines.HeatPump with { UnitsW = [4e6] });
        HeatPumpStep found = one.Step(Inputs(wantedW) with { SourceLimitW = 0.75e6 });
        HeatPumpStep least = one.Step(Inputs(1.3e6) with { SourceLimitW = 0.75e6 });
        Assert.AreEqual(least.HeatW, found.HeatW, 10.0); // four passes, each leaving a fiftieth of 30 kW
    }

    [TestMethod]
    public void More_wanted_never_draws_less() => // what sheds load by halving relies on it
        Gen.Select(Gen.Double[0, 5e6], Gen.Double[0, 5e6], Gen.Double[20, 35])
        .Sample((a, b, sourceC) =>
            Power(Math.Min(a, b), sourceC) <= Power(Math.Max(a, b), sourceC) * (1.0 + 1e-12)); // rounding

    private static double Power(double wantedW, double sourceC) =>
        Plant.Step(Inputs(wantedW) with { SourceInC = sourceC }).PowerW;

    [TestMethod]
    public void Beside_a_tank_a_small_wish_is_met_by_going_on_and_off_at_the_least_load()
    {
        HeatPumpStep least = Plant.Step(Inputs(0.3e6));
        HeatPumpStep third = Plant.Step(Inputs(0.1e6) with { MayCycle = true });
        Assert.AreEqual(0.1e6, third.HeatW, 1e-6); // a third of 0.3 MW, to rounding
        Assert.AreEqual(least.PowerW / 3.0, third.PowerW, 1e-6);
    }

    [TestMethod]
    public void Beside_a_tank_a_wish_between_two_sets_of_units_is_met_as_their_mean()
    {
        var stiff = new HeatPump(Machines.HeatPump with { MinimumLoadFraction = 0.7 }); // 1 MW, or 2.1 MW and more
        HeatPumpStep middle = stiff.Step(Inputs(1.55e6) with { MayCycle = true });
        Assert.AreEqual(1.55e6, middle.HeatW, 1e-6); // rounding
        Assert.AreEqual(0.5 * (stiff.Step(Inputs(1e6)).PowerW + stiff.Step(Inputs(2.1e6)).PowerW), middle.PowerW, 1e-6);
    }

    [TestMethod]
    public void The_largest_units_go_out_first()
    {
        Assert.AreEqual(1e6, new HeatPump(Machines.HeatPump with { Out = 1 }).CapacityW);
        var none = new HeatPump(Machines.HeatPump with { Out = 2 });
        Assert.AreEqual(0.0, none.CapacityW);
        Assert.AreEqual(default, none.Step(Inputs(2e6)));
    }

    [TestMethod]
    [Timeout(10_000, CooperativeCancellation = true)] // 2^40 sets would outlast any patience
    public void Forty_equal_units_are_forty_sizes()
    {
        var many = new HeatPump(Machines.HeatPump with { UnitsW = [.. Enumerable.Repeat(250e3, 40)] });
        Assert.AreEqual(10e6, many.CapacityW);
        Assert.AreEqual(75e3, many.Step(Inputs(75e3)).HeatW);
    }

    [TestMethod]
    public void A_network_too_warm_or_too_cold_for_the_formula_stops_it()
    {
        Assert.AreEqual(0.0, Plant.Step(Inputs(2e6) with { SourceInC = 60.0 }).HeatW); // lift below 10 K
        Assert.AreEqual(0.0, Plant.Step(Inputs(2e6) with { SourceLimitW = 0.0 }).HeatW);
        Assert.AreEqual(0.0, Plant.Step(Inputs(2e6) with { AllowedFraction = 0.0 }).HeatW);
    }

    [TestMethod]
    public void A_return_warmed_to_the_supply_and_a_hair_is_no_fault() => // 1e-14 K are two units in the last place
        Assert.AreEqual(2e6, Plant.Step(Inputs(2e6) with { SinkInC = 65.0 + 1.5e-14 }).HeatW);
}
