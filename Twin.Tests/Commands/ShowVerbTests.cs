using Twin.Cli.Commands;
using Twin.Cli.Input;
using Twin.Cli.Output;
using Twin.Tests.Input;

namespace Twin.Tests.Commands;

[TestClass]
public class ShowVerbTests
{
    private const string Extra = """
        battery: { capacity: 1 MWh, size: 1 MW }
        overrides:
          more: { halls.training.racks.count: 6 }

        """;

    [TestMethod]
    public void Show_writes_what_the_layers_say_and_nothing_else()
    {
        using ScenarioFolder folder = Folder();
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.Done, shell.Call("show", Scenario(folder), "--scenario", "more", "--set", "grid.fees=9 EUR/MWh"));
        Assert.Contains("      count: 6\n", shell.Data);
        Assert.Contains("grid:\n  import_limit: 1 MW\n  fees: 9 EUR/MWh\n", shell.Data);
        Assert.DoesNotContain("power_factor", shell.Data); // a default
        Assert.DoesNotContain("titanium", shell.Data); // of the catalogue
        Assert.DoesNotContain("overrides", shell.Data); // a layer, already laid
        Assert.AreEqual(string.Empty, shell.Messages);
    }

    [TestMethod]
    public void Show_with_origins_says_which_layer_set_a_value()
    {
        using ScenarioFolder folder = Folder();
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.Done, shell.Call("show", Scenario(folder), "--resolved", "--origin", "--scenario", "more"));
        Assert.Contains("scenario.yaml:20 by --scenario more\n", shell.Data);
        Assert.Contains("  power_factor: 0.97 # default\n", shell.Data);
        Assert.Contains(" # catalogue/power.yaml:", shell.Data);
    }

    [TestMethod]
    [DataRow("munich")]
    [DataRow("first_day")]
    public void What_show_resolved_writes_is_the_same_run(string name)
    {
        string scenario = ShippedScenarioTests.Folder(name);
        using var shell = new Shell();
        foreach (string[] more in (string[][])[["--resolved"], ["--resolved", "--origin"], []])
        {
            Assert.AreEqual(ExitStatus.Done, shell.Call(["show", scenario, .. more]));
            using ScenarioFolder copy = new ScenarioFolder().With("scenario.yaml", shell.Data);
            Assert.AreEqual(RunIdOf(ScenarioReader.Read(scenario, ReadOptions.None)), RunIdOf(copy.Read()));
        }
    }

    [TestMethod]
    public void A_series_is_found_again_from_what_show_resolved_writes()
    {
        using ScenarioFolder folder = Folder("grid: { price: { file: data/price.csv, column: p, unit: EUR/MWh } }\n");
        folder.With("data/price.csv", LayersTests.Hours("p", hour => hour % 2 == 0 ? "50" : "60"));
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.Done, shell.Call("show", Scenario(folder), "--resolved"));
        folder.With("copy.yaml", shell.Data);
        Assert.AreEqual(RunIdOf(folder.Read()), RunIdOf(folder.Read(name: "copy.yaml")));
    }

    [TestMethod]
    public void A_difference_is_one_line_and_an_equal_scenario_none()
    {
        using ScenarioFolder folder = Folder();
        using var shell = new Shell();
        string[] call = ["show", Scenario(folder), "--diff", Scenario(folder)];
        Assert.AreEqual(ExitStatus.Done, shell.Call(call));
        Assert.AreEqual((string.Empty, "no difference" + Environment.NewLine), (shell.Data, shell.Messages));
        Assert.AreEqual(ExitStatus.Done, shell.Call([.. call, "--scenario", "more", "--set", "dry_coolers.roof.type=dry-cooler-300kw"]));
        string[] expected =
        [
            "halls.training.racks.count: 4 -> 6",
            "dry_coolers.roof.type: - -> dry-cooler-300kw",
            "catalogue.dry_coolers.dry-cooler-300kw: - -> 3 values of the catalogue", // from here on what follows from it
            "dry_coolers.roof.fan_power: auto -> 12 kW",
        ];
        CollectionAssert.IsSubsetOf(expected, Lines(shell.Data));
        CollectionAssert.AreEqual(expected, Lines(shell.Data).Where(expected.Contains).ToArray());
        Assert.DoesNotContain("battery", shell.Data);
    }

    [TestMethod]
    public void Another_server_is_one_line_and_one_each_for_the_entries_that_come_and_go_also_against_a_run()
    {
        using ScenarioFolder folder = Folder();
        folder.With("run/scenario.resolved.yaml", folder.Read().Resolved(withOrigins: false));
        using var shell = new Shell();
        foreach (string path in (string[])["scenario.yaml", "run"])
        {
            string other = Path.Combine(folder.Path, path);
            Assert.AreEqual(
                ExitStatus.Done, shell.Call("show", Scenario(folder), "--set", "halls.training.racks.server=dgx-h100", "--diff", other));
            string[] lines = Lines(shell.Data);
            Assert.AreEqual("halls.training.racks.server: dgx-b200 -> dgx-h100", lines[0]);
            Assert.HasCount(3, lines, shell.Data);
            StringAssert.Matches(lines[1], new(@"^servers\.dgx-h100: - -> \d+ values of the catalogue$"));
            StringAssert.Matches(lines[2], new(@"^servers\.dgx-b200: \d+ values of the catalogue -> -$"));
        }
    }

    [TestMethod]
    public void A_value_that_somebody_changed_in_an_entry_is_never_folded_away()
    {
        using ScenarioFolder folder = Folder();
        using var shell = new Shell();
        shell.Call(
            "show", Scenario(folder), "--set", "servers.dgx-h100.gpus=4", "--set", "halls.training.racks.server=dgx-h100",
            "--diff", Scenario(folder));
        CollectionAssert.Contains(Lines(shell.Data), "servers.dgx-h100.gpus: - -> 4");
    }

    [TestMethod]
    public void What_was_taken_out_and_what_was_put_in_has_a_dash_on_the_other_side()
    {
        using ScenarioFolder folder = Folder();
        using var shell = new Shell();
        string without = Path.Combine(folder.Path, "without.yaml");
        Assert.AreEqual(ExitStatus.Done, shell.Call("show", Scenario(folder), "--set", "grid.fees=1 EUR/MWh", "--diff", without));
        CollectionAssert.Contains(Lines(shell.Data), "battery.capacity: - -> 1 MWh");
        CollectionAssert.Contains(Lines(shell.Data), "grid.fees: 0 EUR/MWh -> 1 EUR/MWh");
    }

    [TestMethod]
    public void A_run_folder_is_compared_by_the_scenario_that_it_holds()
    {
        using ScenarioFolder folder = Folder();
        folder.With("run/scenario.resolved.yaml", folder.Read().Resolved(withOrigins: true));
        using var shell = new Shell();
        foreach (string path in (string[])["run", "run/scenario.resolved.yaml"])
        {
            string run = Path.Combine(folder.Path, path);
            Assert.AreEqual(ExitStatus.Done, shell.Call("show", Scenario(folder), "--set", "time.seed=5", "--diff", run));
            CollectionAssert.AreEqual((string[])["time.seed: 1 -> 5"], Lines(shell.Data));
        }
    }

    [TestMethod]
    public void A_faulty_scenario_is_not_shown()
    {
        using ScenarioFolder folder = Folder();
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.InvalidScenario, shell.Call("show", Scenario(folder), "--set", "grid.import_limit=5"));
        Assert.AreEqual(string.Empty, shell.Data);
        Assert.Contains("IT0201", shell.Messages);
        string nowhere = Path.Combine(folder.Path, "nowhere.yaml");
        Assert.AreEqual(ExitStatus.InvalidScenario, shell.Call("show", Scenario(folder), "--diff", nowhere));
        Assert.AreEqual(string.Empty, shell.Data);
    }

    private static ScenarioFolder Folder(string more = "") => new ScenarioFolder()
        .With("base.yaml", ScenarioFolder.Smallest)
        .With("without.yaml", ScenarioFolder.Smallest)
        .With("scenario.yaml", more.Length == 0 ? ScenarioFolder.Smallest + Extra : "extends: base.yaml\n" + more);

    private static string Scenario(ScenarioFolder folder) => Path.Combine(folder.Path, "scenario.yaml");

    private static string[] Lines(string text) => text.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private static string RunIdOf(ReadResult read)
    {
        Assert.IsEmpty(read.Faults, FaultText.Write(read.Faults));
        return RunId.Of(read.Resolved(withOrigins: false), [.. read.Files.Where(file => file.Role == "series")], "engine");
    }
}
