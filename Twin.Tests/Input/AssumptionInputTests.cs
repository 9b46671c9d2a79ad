using Twin.Cli.Input;
using Twin.Core.Scenarios;

namespace Twin.Tests.Input;

/// <summary>Assumptions speak of values that are there, in their own dimension, and hold them in their range.</summary>
[TestClass]
public sealed class AssumptionInputTests
{
    private const string Sure = "confidence: assumed, source: here";

    [TestMethod]
    [DataRow("halls.training.air.size", "80 kW", "0.05 MW", "80 kW")] // at the very end of its range, in another unit
    [DataRow("halls.training.racks.count", "4", "2", "10")]
    [DataRow("grid.power_factor", "0.97", "0.9", "1")] // a default is a value too
    [DataRow("grid.carbon", "363 g/kWh", "0.3 kg/kWh", "400 g/kWh")] // a series that is one number
    [DataRow("servers.dgx-b200.rated_power", "14.3 kW", "14 kW", "15 kW")] // of the catalogue
    public void An_assumption_has_the_value_as_the_scenario_has_it(string path, string value, string low, string high)
    {
        Assumption found = CentreInputTests.Read(List(path, low, high)).Assumptions.Single();
        Assert.AreEqual(new Assumption(path, value, low, high, "assumed", "here"), found);
    }

    [TestMethod]
    [DataRow("¦grid.import_limt", "1 MW", "2 MW", "IT0206", DisplayName = "misspelled key")]
    [DataRow("¦halls.trainin.racks.count", "1", "9", "IT0206", DisplayName = "hall that is not there")]
    [DataRow("¦grid.import_limit.low", "1 MW", "2 MW", "IT0206", DisplayName = "below a value")]
    [DataRow("¦\"\"", "1", "2", "IT0206", DisplayName = "empty path")]
    [DataRow("¦grid.", "1", "2", "IT0206", DisplayName = "dot at the end")]
    [DataRow("¦halls.training.racks", "1", "2", "IT0413", DisplayName = "several keys")]
    [DataRow("¦loops.chilled.sinks", "1", "2", "IT0413", DisplayName = "a list")]
    [DataRow("¦halls.training.racks.server", "1", "2", "IT0413", DisplayName = "a name")]
    [DataRow("¦dry_coolers.roof.fan_power", "1 kW", "2 kW", "IT0413", DisplayName = "auto")]
    [DataRow("grid.import_limit", "¦1", "2 MW", "IT0201", DisplayName = "no unit")]
    [DataRow("grid.import_limit", "1 MW", "¦2 MWh", "IT0202", DisplayName = "wrong dimension")]
    [DataRow("grid.import_limit", "¦-1 MW", "2 MW", "IT0205", DisplayName = "what the key itself could not be")]
    [DataRow("halls.training.racks.count", "1", "¦4.5", "IT0204", DisplayName = "half a rack")]
    [DataRow("grid.import_limit", "¦1.1 MW", "2 MW", "IT0405", DisplayName = "above the value")]
    [DataRow("grid.import_limit", "0 MW", "¦0.9 MW", "IT0405", DisplayName = "below the value")]
    public void What_cannot_be_assumed_is_told_with_code_and_place(string path, string low, string high, string code) =>
        OneFault.At(ScenarioFolder.Smallest + List(path, low, high), code);

    [TestMethod]
    public void A_range_that_misses_its_value_is_told_with_the_value() => OneFault.Told(
        List("grid.import_limit", "1200 kW", "2 MW"),
        """
        error IT0405 values in the wrong order
        scenario.yaml:19:37: assumptions.1.low
            found     1200 kW
            expected  at most grid.import_limit, which is 1 MW
        1 fault; nothing was run.

        """);

    [TestMethod]
    public void A_path_that_leads_nowhere_is_told_with_what_is_there() => OneFault.Told(
        List("dry_coolers.rof.size", "1 kW", "2 MW") + "  - { path: grid, low: 1, high: 2, confidence: measured, source: here }\n",
        """
        error IT0206 unknown name
        scenario.yaml:19:13: assumptions.1.path
            found     rof, which this scenario does not have there
            expected  one of roof
            did you mean roof?
        error IT0413 no number to assume
        scenario.yaml:20:13: assumptions.2.path
            found     grid, which is several keys
            expected  the path of one number, such as river.permit.intake
        2 faults; nothing was run.

        """);

    [TestMethod]
    public void Each_value_is_assumed_once() => OneFault.At(
        ScenarioFolder.Smallest + List("grid.import_limit", "1 MW", "2 MW") + $"  - {{ path: ¦grid.import_limit, low: 1 MW, high: 1 MW, {Sure} }}\n",
        "IT0103");

    [TestMethod]
    [DataRow("¦surely")]
    [DataRow("¦assume")]
    public void How_sure_a_value_is_has_three_words(string word) => OneFault.At(
        ScenarioFolder.Smallest + List("grid.import_limit", "1 MW", "2 MW").Replace("assumed", word, StringComparison.Ordinal), "IT0206");

    [TestMethod]
    [DataRow("grid.import_limit=5 MW", "the assumption about grid.import_limit is set aside: 5 MW, from --set grid.import_limit=5 MW, "
        + "does not lie from 0.5 MW to 2 MW")]
    [DataRow("~grid.fees", null)] // what is taken away is not assumed, and nothing needs to be said of it
    [DataRow("grid.import_limit=1.5 MW", null)]
    public void A_what_if_on_the_command_line_leaves_no_range_beside_its_value(string set, string? note)
    {
        string text = ScenarioFolder.Smallest.Replace("import_limit: 1 MW", "import_limit: 1 MW, fees: 9 EUR/MWh", StringComparison.Ordinal)
            + List("grid.import_limit", "0.5 MW", "2 MW") + $"  - {{ path: grid.fees, low: 1 EUR/MWh, high: 10 EUR/MWh, {Sure} }}\n";
        ReadResult read = ScenarioFolder.ReadText(text, ReadOptions.None with { Sets = [set] });
        Assert.IsEmpty(read.Faults, FaultText.Write(read.Faults));
        Assert.AreEqual(note, read.Notes.SingleOrDefault(said => said.Contains("assumption", StringComparison.Ordinal)));
        IEnumerable<string> paths = ReportFacts.Read(read.Resolved(withOrigins: false)).Assumptions.Select(found => found.Path);
        string[] expected = set.StartsWith('~') ? ["grid.import_limit"]
            : note is null ? ["grid.import_limit", "grid.fees"]
            : ["grid.fees"];
        CollectionAssert.AreEqual(expected, paths.ToArray());
    }

    [TestMethod]
    public void A_file_that_extends_another_may_leave_its_range_but_not_its_own()
    {
        string below = ScenarioFolder.Smallest + List("grid.import_limit", "0.5 MW", "2 MW");
        using ScenarioFolder folder = new ScenarioFolder()
            .With("base.yaml", below)
            .With("middle.yaml", "extends: base.yaml\ngrid: { import_limit: 3 MW }\n")
            .With("scenario.yaml", "extends: middle.yaml\nlabel: top\n")
            .With("other.yaml", "extends: middle.yaml\n" + List("grid.import_limit", "4 MW", "5 MW"));
        ReadResult read = folder.Read();
        Assert.IsEmpty(read.Faults, FaultText.Write(read.Faults));
        Assert.Contains("middle.yaml:2", read.Notes.Single(said => said.Contains("set aside", StringComparison.Ordinal)));
        Assert.AreEqual("IT0405", folder.Read(null, "other.yaml").Faults.Single().Code); // it speaks of the value below it
    }

    [TestMethod]
    public void Of_two_files_side_by_side_the_last_is_the_higher_one()
    {
        using ScenarioFolder folder = new ScenarioFolder()
            .With("base.yaml", ScenarioFolder.Smallest)
            .With("a.yaml", List("grid.import_limit", "0.5 MW", "2 MW"))
            .With("b.yaml", "grid: { import_limit: 3 MW }\n")
            .With("scenario.yaml", "extends: [base.yaml, a.yaml, b.yaml]\n")
            .With("other.yaml", "extends: [base.yaml, b.yaml, a.yaml]\n");
        Assert.IsEmpty(folder.Read().Faults);
        Assert.AreEqual("IT0405", folder.Read(null, "other.yaml").Faults.Single().Code);
    }

    [TestMethod]
    public void A_value_that_a_higher_file_turns_into_a_series_is_assumed_no_more()
    {
        using ScenarioFolder folder = new ScenarioFolder()
            .With("base.yaml", ScenarioFolder.Smallest + List("grid.carbon", "300 g/kWh", "400 g/kWh"))
            .With("carbon.csv", "time,carbon\n2025-01-01T00:00Z,300\n2025-01-01T12:00Z,400\n2025-01-02T00:00Z,300\n")
            .With("scenario.yaml", "extends: base.yaml\ngrid: { carbon: { file: carbon.csv, column: carbon, unit: g/kWh, between: hold } }\n");
        ReadResult read = folder.Read();
        Assert.IsEmpty(read.Faults, FaultText.Write(read.Faults));
        CollectionAssert.Contains(
            read.Notes.ToArray(), "the assumption about grid.carbon is set aside: it is no single number any more");
    }

    private static string List(string path, string low, string high) =>
        $"assumptions:\n  - {{ path: {path}, low: {low}, high: {high}, {Sure} }}\n";
}
