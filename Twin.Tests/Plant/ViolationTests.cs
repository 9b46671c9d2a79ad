using Twin.Core.Engine;

namespace Twin.Tests.Plant;

/// <summary>Each episode names the limit that bound, with the value and the threshold of that very limit.</summary>
[TestClass]
public sealed class ViolationTests
{
    private const double Held = 1e-6; // relative: a limit is held to the 24 halvings of the search, 6e-8, and to rounding of densities

    [TestMethod]
    [DataRow("river.permit.intake", 0.002, "m3/s", "river.permit.intake=2 l/s", "river.permit.return_rise=20 K")]
    [DataRow("river.permit.return_rise", 1.0, "K", "river.permit.return_rise=1 K", "river.permit.intake=12 l/s")]
    [DataRow("river.permit.return_temperature", 16.0, "degC", "river.permit.return_temperature=16 degC", "river.permit.intake=12 l/s")]
    [DataRow("river.permit.mixed_rise", 0.1, "K", "river.permit.mixed_rise=0.1 K", "river.discharge=0.1 m3/s")]
    [DataRow("river.permit.mixed_temperature", 15.1, "degC", "river.permit.mixed_temperature=15.1 degC", "river.discharge=0.1 m3/s")]
    public void A_limit_of_the_permit_that_binds_all_day_is_the_only_one_named_and_its_margin_is_nothing(
        string limit, double threshold, string unit, params string[] sets)
    {
        Violation found = TestRun.Of("first_day", ["river.temperature=15 degC", .. sets]).Outcome.Violations.Single();
        Assert.AreEqual((limit, unit), (found.Limit, found.Unit));
        Assert.AreEqual(threshold, found.Threshold, 1e-12); // the unit's factor
        Assert.AreEqual(0.0, found.Margin, Held * 30.0); // of the largest of these numbers
        Assert.AreEqual(24.0, found.LengthH);
        Assert.AreEqual(24.0, found.BoundH, 24.0 * 1e-12); // rounding of 96 sums
        Assert.AreEqual(unit == "degC" ? "K" : unit, found.MarginUnit);
    }

    [TestMethod]
    public void An_interval_counts_with_the_share_of_it_in_which_the_limit_bound()
    {
        // The sun takes the load off a small connection, and the work of the hall swings about it.
        TestRun run = TestRun.Of("first_day", "grid.import_limit=380 kW", "time.output=1 h", "battery.capacity=1 kWh");
        Violation[] found = [.. run.Outcome.Violations.Where(v => v.Limit == "grid.import_limit")];
        Assert.IsNotEmpty(found);
        double boundH = run.Column("grid.limited_fraction").Sum(); // rows of an hour
        Assert.AreEqual(boundH, found.Sum(v => v.BoundH), boundH * 1e-12); // the same numbers in another order of sums
        Assert.IsLessThan(found.Sum(v => v.LengthH) - 0.5, boundH); // rows that bind for a part stand in the length as a whole
    }

    [TestMethod]
    public void A_river_above_its_limit_passes_it_by_the_difference()
    {
        Violation found = TestRun.Of("first_day", "river.temperature=22 degC").Outcome.Violations.Single();
        Assert.AreEqual("river.permit.river_temperature", found.Limit);
        Assert.AreEqual(-0.5, found.Margin, 1e-12);
    }

    [TestMethod]
    public void A_closed_intake_that_takes_nothing_has_no_margin_and_passes_nothing()
    {
        TestRun closed = TestRun.Of("first_day", "river.permit.closed=[ { from: 2025-06-12, to: 2025-06-13 } ]");
        Violation found = closed.Outcome.Violations.Single();
        Assert.AreEqual(("river.permit.closed", 0.0, 0.0), (found.Limit, found.Worst, found.Margin));
    }

    [TestMethod]
    public void A_connection_that_cuts_work_is_named_with_its_import_and_not_with_what_the_site_draws()
    {
        IReadOnlyList<Violation> found =
            TestRun.Of(
                "first_day", "grid.import_limit=300 kW", "photovoltaics.roof.size=1 kW", "battery.capacity=1 kWh").Outcome.Violations;
        Assert.IsNotEmpty(found);
        foreach (Violation one in found)
        {
            Assert.AreEqual(("grid.import_limit", 300e3, "W"), (one.Limit, one.Threshold, one.Unit));
            Assert.AreEqual(0.0, one.Margin, Held * 300e3);
        }
    }

    [TestMethod]
    public void Power_that_nobody_delivers_passes_the_limit_of_the_connection()
    {
        IReadOnlyList<Violation> found = TestRun.Of(
            "first_day", "grid.import_limit=0 kW", "photovoltaics.roof.size=1 W", "wind.turbine.size=1 W",
            "battery.capacity=1 Wh").Outcome.Violations;
        Assert.IsLessThan(0.0, found.Single(v => v.Limit == "grid.import_limit").Margin);
    }

    [TestMethod]
    [DataRow(
        "loops.chilled.supply_limit", 21.0, "loops.chilled.supply_limit=21 degC", "halls.air_hall.air.inlet_limit=35 degC",
        "halls.liquid_hall.air.inlet_limit=35 degC")]
    [DataRow(
        "halls.air_hall.air.inlet_limit", 26.0, "halls.air_hall.air.inlet_limit=26 degC",
        "halls.liquid_hall.air.inlet_limit=35 degC", "loops.chilled.supply_limit=33 degC")]
    public void Heat_that_finds_no_way_out_names_the_limit_that_it_meets_first(string limit, double threshold, params string[] sets)
    {
        string[] hot = ["river.permit.river_temperature=5 degC", "weather={ air_temperature: 44 degC }", "chillers.chiller.out=1",
            "chillers.chiller.size=130 kW"];
        Violation[] found = [.. TestRun.Of(
            "first_day", [.. hot, .. sets]).Outcome.Violations.Where(v => !v.Limit.StartsWith("river.", StringComparison.Ordinal))];
        Violation first = found.First();
        Assert.AreEqual((limit, threshold, "degC"), (first.Limit, first.Threshold, first.Unit));
        Assert.IsLessThan(1e-3, first.Margin); // at its limit, or above it where the heat of idle servers alone is too much
    }

    [TestMethod]
    public void The_coolant_of_cold_plates_has_its_own_limit()
    {
        Violation[] found =
        [
            .. TestRun.Of(
                "first_day", "halls.liquid_hall.liquid.inlet_limit=39.5 degC", "dry_coolers.warm_cooler.size=50 kW",
                "heat_pumps.heat_pump.out=2").Outcome.Violations
                .Where(v => v.Limit.StartsWith("halls.", StringComparison.Ordinal)),
        ];
        Assert.AreEqual("halls.liquid_hall.liquid.inlet_limit", found.First().Limit);
        Assert.AreEqual(39.5, found.First().Threshold);
    }

    [TestMethod]
    [DataRow("grid.import_limit: 900 kW", 21.5, DisplayName = "the same limit")]
    [DataRow("river.permit.river_temperature: 21 degC", 21.0, DisplayName = "a lower limit")]
    [DataRow("river.permit.river_temperature: 21.8 degC", 21.5, DisplayName = "a higher limit")]
    public void An_episode_goes_on_across_a_phase_with_the_threshold_that_was_passed_most(string set, double threshold)
    {
        Violation found = TestRun.Of(
            "first_day", "time.end=2025-06-14T00:00+02:00", "river.temperature=22 degC",
            $"phases=[ {{ from: 2025-06-13, set: {{ {set} }} }} ]").Outcome.Violations.Single();
        Assert.AreEqual(
            ("river.permit.river_temperature", 48.0, 48.0, 22.0, threshold),
            (found.Limit, found.LengthH, found.BoundH, found.Worst, found.Threshold));
    }

    [TestMethod]
    public void An_episode_that_ends_with_its_phase_ends_there()
    {
        Violation found = TestRun.Of(
            "first_day", "time.end=2025-06-14T00:00+02:00", "river.temperature=22 degC",
            "phases=[ { from: 2025-06-13, set: { river.permit.river_temperature: 23 degC } } ]").Outcome.Violations.Single();
        Assert.AreEqual(24.0, found.LengthH);
    }
}
