using Twin.Cli.Input;
using Twin.Tests.Input;

namespace Twin.Tests.Plant;

[TestClass]
public sealed class PhaseTests
{
    private const string TwoDays = "time.end=2025-06-14T00:00+02:00";

    [TestMethod]
    public void A_phase_that_changes_nothing_changes_nothing()
    {
        TestRun plain = TestRun.Of("first_day", TwoDays);
        TestRun phased = TestRun.Of("first_day", TwoDays, "phases=[ { from: 2025-06-13, set: { grid.import_limit: 900 kW } } ]");
        for (int i = 0; i < plain.Rows.Count; i++)
        {
            CollectionAssert.AreEqual(plain.Rows[i], phased.Rows[i], $"row {i}");
        }
    }

    [TestMethod]
    public void What_was_before_a_phase_does_not_know_of_it_and_the_books_close_across_it()
    {
        TestRun plain = TestRun.Of("first_day", TwoDays);
        TestRun phased = TestRun.Of(
            "first_day", TwoDays,
            "phases=[ { from: 2025-06-13, set: { halls.liquid_hall.racks.count: 14, grid.import_limit: 1.2 MW } } ]");
        CollectionAssert.AreEqual(plain.Rows[95], phased.Rows[95]);
        Assert.IsGreaterThan(plain.Column("it.power_w")[150], phased.Column("it.power_w")[150]);
        Assert.IsLessThanOrEqualTo(1.0, phased.Figure("books_max_residual"));
    }

    [TestMethod]
    public void Installed_power_is_the_mean_weighted_with_time()
    {
        TestRun phased = TestRun.Of("first_day", TwoDays, "phases=[ { from: 2025-06-13, set: { halls.liquid_hall.racks.count: 20 } } ]");
        const double FirstDayMw = 0.55, SecondDayMw = 1.03; // 40 and 80 pods of 12 kW, beside 10 servers of 7 kW
        Assert.AreEqual((FirstDayMw + SecondDayMw) / 2.0, phased.Figure("installed_it_power"), 1e-12);
    }

    [TestMethod]
    public void An_empty_hall_draws_nothing_until_a_phase_fills_it()
    {
        TestRun phased = TestRun.Of(
            "first_day", TwoDays, "halls.air_hall.racks.count=0",
            "phases=[ { from: 2025-06-13, set: { halls.air_hall.racks.count: 5 } } ]");
        Assert.AreEqual(0.0, phased.Column("halls.air_hall.power_w")[95]);
        Assert.AreEqual(0.0, phased.Column("halls.air_hall.fan_power_w")[95]);
        Assert.IsGreaterThan(0.0, phased.Column("halls.air_hall.power_w")[96]);
    }

    [TestMethod]
    public void An_array_that_grows_in_a_phase_grows_with_its_inverter_also_when_the_resolved_scenario_is_read()
    {
        ReadResult first = ScenarioReader.Read(
            ShippedScenarioTests.Folder("first_day"),
            ReadOptions.None with { Sets = [TwoDays, "phases=[ { from: 2025-06-13, set: { photovoltaics.roof.size: 800 kW } } ]"] });
        Assert.IsEmpty(first.Faults, FaultText.Write(first.Faults));
        ReadResult again = ScenarioFolder.ReadText(first.Resolved(withOrigins: false));
        Assert.IsEmpty(again.Faults, FaultText.Write(again.Faults));
        foreach (ReadResult read in (ReadResult[])[first, again])
        {
            var array = read.Scenario!.Phases.Single().Plant.Photovoltaics.Single();
            Assert.AreEqual((800e3, 800e3), (array.ModulesW, array.InverterW));
            Assert.AreNotEqual(800e3, read.Scenario.Plant.Photovoltaics.Single().InverterW);
        }
    }

    [TestMethod]
    [DataRow("phases=[ { from: 2025-06-13, set: { river.temperature: 12 degC } } ]", "IT0408", DisplayName = "not a matter of phases")]
    [DataRow("phases=[ { from: 2025-06-13, set: { halls.liquid_hall.racks.cuont: 12 } } ]", "IT0104", DisplayName = "unknown key")]
    [DataRow("phases=[ { from: 2025-06-12, set: { grid.import_limit: 1 MW } } ]", "IT0405", DisplayName = "on the first day")]
    [DataRow("phases=[ { from: 2025-06-13, set: { grid.import_limit: 1 } } ]", "IT0201", DisplayName = "missing unit")]
    [DataRow("phases=[ { from: 2025-06-13, set: { loops.cold.supply: 18 degC } } ]", "IT0206", DisplayName = "a loop that is not there")]
    [DataRow(
        "phases=[ { from: 2025-06-13, set: { contracts: [ { name: late, kind: baseload, size: 1 MW, price: 80 EUR/MWh } ] } } ]",
        "IT0409", DisplayName = "a new contract")]
    [DataRow("phases=[ { from: 2025-06-13 } ]", "IT0105", DisplayName = "no change")]
    public void A_wrong_phase_is_a_fault(string set, string code)
    {
        ReadResult read = ScenarioReader.Read(ShippedScenarioTests.Folder("first_day"), ReadOptions.None with { Sets = [TwoDays, set] });
        Assert.Contains(code, read.Faults.Select(fault => fault.Code).ToArray(), FaultText.Write(read.Faults));
    }
}
