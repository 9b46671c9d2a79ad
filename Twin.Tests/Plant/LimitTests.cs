namespace Twin.Tests.Plant;

[TestClass]
public sealed class LimitTests
{
    [TestMethod]
    [DataRow("mp", 26.0, false)] // bears 28 degC: 26 degC leave room
    [DataRow("ep", 26.0, true)] // bears 25 degC: the river itself is above
    [DataRow("sa-hr", 21.45, true)] // 0.05 K are left, after mixing
    public void A_river_of_a_fish_region_is_warmed_up_to_what_the_region_bears(string region, double riverC, bool isLimited)
    {
        TestRun run = TestRun.Of(
            "first_day",
            "~river.permit.river_temperature", "~river.permit.mixed_temperature", "~river.permit.mixed_rise",
            $"river.permit.region={region}",
            "river.discharge=0.3 m3/s", "loops.warm.supply=35 degC",
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"river.temperature={riverC} degC"));
        double mostC = run.Scenario.Plant.Permit!.MixedTemperatureC;
        double warmestC = run.Column("river.mixed_c_max").Where(double.IsFinite).Max();
        Assert.IsLessThanOrEqualTo(Math.Max(mostC, riverC) + 1e-6, warmestC); // the search of the budget, as in ViolationTests
        string[] named =
            [.. run.Outcome.Violations.Select(v => v.Limit).Where(limit => limit.StartsWith("river.", StringComparison.Ordinal))];
        Assert.AreEqual(isLimited, named.Any(limit => limit.EndsWith("_temperature", StringComparison.Ordinal)), string.Join(", ", named));
    }

    private const double WattRounding = 1e-3; // sums of numbers near 1e5 W

    [TestMethod]
    [DataRow(60)]
    [DataRow(300)]
    [DataRow(900)]
    public void A_grid_limit_holds_in_every_step_and_what_it_costs_is_booked(int stepS)
    {
        TestRun run = TestRun.Of(
            "first_day", "grid.import_limit=300 kW", "photovoltaics.roof.size=1 kW", "battery.capacity=1 kWh",
            BooksTests.Set($"time.step={stepS} s"));
        Assert.AreEqual(0.0, run.Figure("unserved_energy"));
        Assert.IsGreaterThan(0.0, run.Figure("throttled_gpu_hours"));
        double[] import = run.Column("grid.import_w");
        Assert.IsTrue(import.All(w => w <= 300e3 + WattRounding), $"largest import {import.Max()} W");
    }

    [TestMethod]
    [DataRow(60)]
    [DataRow(300)]
    [DataRow(900)]
    public void A_rack_inlet_limit_holds_in_every_step_when_nothing_cools(int stepS)
    {
        TestRun run = TestRun.Of(
            "first_day",
            "river.permit.river_temperature=5 degC",
            "weather={ air_temperature: 44 degC }",
            "chillers.chiller.out=1",
            "chillers.chiller.size=40 kW",
            "halls.air_hall.air.inlet_limit=29 degC",
            "halls.liquid_hall.air.inlet_limit=29 degC",
            BooksTests.Set($"time.step={stepS} s"));
        double warmest = Math.Max(run.Column("halls.air_hall.inlet_c_max").Max(), run.Column("halls.liquid_hall.inlet_c_max").Max());

        // Idle servers cannot be cut: where their heat alone is too much for the chiller, the inlet passes the limit with all work stopped.
        bool allStopped = run.Column("work.firm_fraction").Min() == 0.0;
        Assert.IsTrue(warmest <= 29.0 + 1e-6 || allStopped, $"warmest inlet {warmest}");
        Assert.IsGreaterThan(0.0, run.Figure("throttled_gpu_hours"));
    }

    [TestMethod]
    public void Deferrable_work_is_cut_before_the_rest_and_heat_pumps_before_both()
    {
        string[] tight = ["photovoltaics.roof.size=1 kW", "battery.capacity=1 kWh", "halls.air_hall.workload.deferrable=true"];
        double free = TestRun.Of("first_day", tight).Figure("peak_site_power");
        TestRun little = TestRun.Of("first_day", [.. tight, BooksTests.Set($"grid.import_limit={free * 1000.0 - 10.0} kW")]);
        Assert.IsGreaterThan(0.0, little.Column("work.deferrable_fraction").Count(f => f < 1.0)
            + little.Column("heat_pumps.power_w").Count(w => w == 0.0));
        Assert.AreEqual(1.0, little.Column("work.firm_fraction").Min());
        TestRun much = TestRun.Of("first_day", [.. tight, "grid.import_limit=250 kW"]);
        double[] deferrable = much.Column("work.deferrable_fraction");
        double[] firm = much.Column("work.firm_fraction");
        double[] heatPump = much.Column("heat_pumps.power_w");
        for (int i = 0; i < firm.Length; i++)
        {
            Assert.IsTrue(
                firm[i] == 1.0 || deferrable[i] < 1.0,
                $"row {i}: firm work cut to {firm[i]} while {deferrable[i]} of the deferrable ran");
        }

        Assert.IsTrue(firm.Any(f => f < 1.0));
        Assert.IsLessThan(1.0, heatPump.Max());
    }

    [TestMethod]
    public void A_site_without_grid_sun_and_battery_is_unserved_and_its_books_still_close()
    {
        TestRun run = TestRun.Of(
            "first_day", "grid.import_limit=0 kW", "photovoltaics.roof.size=1 W", "wind.turbine.size=1 W", "battery.capacity=1 Wh");
        Assert.IsGreaterThan(0.0, run.Figure("unserved_energy"));
        Assert.AreEqual(0.0, run.Column("work.firm_fraction").Max());
        Assert.IsLessThanOrEqualTo(1.0, run.Figure("books_max_residual"));
    }

    [TestMethod]
    public void A_closed_intake_takes_no_water_and_is_counted()
    {
        TestRun run = TestRun.Of("first_day", "river.permit.closed=[ { from: 2025-06-12, to: 2025-06-13 } ]");
        Assert.AreEqual(0.0, run.Figure("water_withdrawn"));
        Assert.AreEqual(24.0, run.Figure("permit_limited_hours"), 1e-9); // whole steps, all of them
        Assert.AreEqual(0.0, run.Figure("river_full_hours"));
    }

    [TestMethod]
    public void Each_limit_of_the_permit_holds()
    {
        TestRun run = TestRun.Of(
            "first_day",
            "river.discharge=0.05 m3/s",
            "river.temperature=15 degC",
            "river.permit.intake=5 l/s",
            "river.permit.return_rise=4 K",
            "river.permit.mixed_rise=0.5 K");
        Assert.IsLessThanOrEqualTo(0.005 * (1.0 + 1e-9), run.Column("river.withdrawn_m3_s").Max()); // rounding of density there and back
        Assert.IsLessThanOrEqualTo(0.5 + 1e-9, run.Column("river.mixed_rise_k").Max());
        Assert.IsLessThanOrEqualTo(19.0 + 1e-9, run.Column("river.return_c_max").Max());
        Assert.AreEqual(24.0, run.Figure("permit_limited_hours"), 1e-9);
    }
}
