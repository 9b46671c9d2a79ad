namespace Twin.Tests.Plant;

/// <summary>Edges of accounting that once went wrong.</summary>
[TestClass]
public sealed class AccountingTests
{
    [TestMethod]
    public void A_hall_on_water_that_is_too_warm_does_not_stop_the_others()
    {
        TestRun run = TestRun.Of(
            "first_day", ["dry_coolers.warm_cooler.units=1", "dry_coolers.warm_cooler.size=20 kW",
                "halls.liquid_hall.liquid.inlet_limit=40 degC", "heat_pumps.heat_pump.out=2"]);
        Assert.IsGreaterThan(0.0, run.Column("halls.liquid_hall.throttled_gpus").Max());
        Assert.AreEqual(0.0, run.Column("halls.air_hall.throttled_gpus").Max());
    }

    [TestMethod]
    public void What_a_battery_held_at_the_start_is_not_renewable()
    {
        TestRun run = TestRun.Of(
            "first_day", ["photovoltaics.roof.size=1 W", "wind.turbine.size=1 W", "contracts.hydro.size=1 W", "battery.start=95 %"]);
        Assert.IsGreaterThan(0.1, run.Column("battery.discharging_w").Sum() / 4e6); // it does discharge, some 0.4 MWh
        Assert.AreEqual(0.0, run.Figure("cfe_score"), 1e-4); // 3 W of 450 kW
        Assert.AreEqual(0.0, run.Figure("ref"), 1e-4);
    }

    [TestMethod]
    [DataRow("100 kW")]
    [DataRow("300 kW")]
    public void Pue_stays_above_one_where_power_is_not_served(string limit)
    {
        TestRun run = TestRun.Of("first_day", ["photovoltaics.roof.size=1 W", "battery.capacity=1 Wh", "grid.import_limit=" + limit]);
        Assert.IsGreaterThan(1.0, run.Figure("pue"));
        Assert.IsLessThanOrEqualTo(run.Figure("site_energy"), run.Figure("it_energy"));
    }
}
