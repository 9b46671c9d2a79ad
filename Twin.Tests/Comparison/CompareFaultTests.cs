using System.Text.Json;
using Twin.Cli.Commands;
using Twin.Cli.Output;
using Twin.Tests.Output;
using Twin.Tests.Reports;
using TestRun = Twin.Tests.Plant.TestRun;

namespace Twin.Tests.Comparison;

/// <summary>What is wrong is said so that it can be mended, and what is missing does not spoil the rest.</summary>
[TestClass]
public class CompareFaultTests
{
    private static string A => FinishedRuns.Of("first_day");

    private static string B => FinishedRuns.Of("first_day", "grid.price=120 EUR/MWh");

    [TestMethod]
    public void One_run_alone_or_twice_is_no_comparison()
    {
        AssertUsage("takes 2 to 26 runs or scenarios, not 1", A);
        AssertUsage("is named twice; compare it with another run", A, A + "/");
        string scenario = TestRun.Folder("first_day");
        AssertUsage("is named twice", scenario, Path.Combine(scenario, "scenario.yaml"));
    }

    [TestMethod]
    [DataRow("there is no key figure 'pua'; did you mean pue?", "--explain", "pua")]
    [DataRow("there is no part that differs 'gird'; did you mean grid?", "--order", "gird")]
    [DataRow("there is no part that differs 'halls.air_hall'", "--order", "halls.air_hall")]
    [DataRow("there is no key figure 'peu'; did you mean pue?", "--fail-on", "peu > 1%")]
    [DataRow("--fail-on: 'pue' is no condition such as", "--fail-on", "pue")]
    public void A_word_that_is_not_known_is_wrong_use_and_the_nearest_is_told(string says, string option, string word) =>
        AssertUsage(says, A, B, option, word);

    [TestMethod]
    public void A_folder_that_is_neither_run_nor_scenario_is_told_with_the_run_that_may_be_meant()
    {
        (int status, _, string messages) = FinishedRuns.Call("compare", A, Path.GetDirectoryName(B)!);
        Assert.AreEqual(ExitStatus.InvalidScenario, status);
        Assert.Contains("is not the folder of a finished run: it has no summary.json; did you mean", messages);
        Assert.Contains("a scenario it is neither", messages);
        (status, _, messages) = FinishedRuns.Call("compare", A, "nowhere");
        Assert.AreEqual(ExitStatus.InvalidScenario, status);
        Assert.Contains("there is no nowhere; expected the folder of a finished run, or a scenario", messages);
    }

    [TestMethod]
    public void A_scenario_with_faults_is_told_with_all_of_them()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Of("scenario.yaml"), "schema: 1\nname: bad\nhals: []\n");
        (int status, _, string messages) = FinishedRuns.Call("compare", A, folder.Path);
        Assert.AreEqual(ExitStatus.InvalidScenario, status);
        Assert.Contains("did you mean halls?", messages);
        Assert.Contains("nothing was run", messages);
    }

    [TestMethod]
    public void A_run_whose_files_are_not_its_own_is_refused()
    {
        using var folder = new TemporaryFolder();
        string copy = Copy(B, folder.Of("first_day", Path.GetFileName(B)));
        File.AppendAllText(Path.Combine(copy, RunFiles.TimeSeries), "\n");
        (int status, _, string messages) = FinishedRuns.Call("compare", A, copy);
        Assert.AreEqual(ExitStatus.InvalidScenario, status);
        Assert.Contains("its files are not the ones manifest.json names", messages);
        File.WriteAllText(Path.Combine(copy, RunFiles.Manifest), "{}");
        (status, _, messages) = FinishedRuns.Call("compare", A, copy);
        Assert.AreEqual(ExitStatus.InvalidScenario, status);
        Assert.Contains("cannot be read as a run", messages);
    }

    [TestMethod]
    public void A_figure_that_one_run_has_not_is_compared_as_such_and_not_explained()
    {
        using var folder = new TemporaryFolder();
        string without = FinishedRuns.Of("first_day", "loops.warm.sinks=[direct, warm_cooler]", "~heat_pumps");
        (int status, string data, string messages) = FinishedRuns.Call(
            "compare", A, without, "--out", folder.Path, "--explain", "heat_pump_cop", "--fail-on", "heat_pump_cop < -5%");
        Assert.Contains("heat_pump_cop is not explained: heat_pump_cop is not defined in B", data);
        Assert.AreEqual(ExitStatus.LimitBroken, status);
        Assert.Contains("heat_pump_cop is not defined in B, so nobody can tell", messages);
    }

    [TestMethod]
    public void Another_engine_is_named_and_its_share_is_a_part_of_its_own()
    {
        using var folder = new TemporaryFolder();
        string copy = Copy(A, folder.Of("first_day", Path.GetFileName(A)));
        string manifest = Path.Combine(copy, RunFiles.Manifest);
        File.WriteAllText(
            manifest, File.ReadAllText(manifest).Replace($"\"{EngineVersion.Text}\"", "\"0.0.1\"", StringComparison.Ordinal));
        (int status, string data, _) =
            FinishedRuns.Call("compare", copy, B, "--out", folder.Of("out"), "--explain", "energy_cost", "--json");
        Assert.AreEqual(ExitStatus.Done, status);
        using var json = JsonDocument.Parse(data);
        JsonElement comparison = json.RootElement.GetProperty("comparisons")[0];
        Assert.Contains("A was computed by engine 0.0.1", comparison.GetProperty("notes")[0].GetString()!);
        JsonElement first = comparison.GetProperty("explained").GetProperty("energy_cost").GetProperty("parts")[0];
        Assert.AreEqual("engine", first.GetProperty("part").GetString());
        Assert.AreEqual(0.0, first.GetProperty("change").GetDouble()); // only its name was changed
    }

    [TestMethod]
    public void Runs_on_data_are_explained_where_the_data_lie_and_compared_without_where_they_do_not()
    {
        using var folder = new TemporaryFolder();
        string scenario = folder.Of("scenarios", "river_day");
        Directory.CreateDirectory(scenario);
        File.WriteAllText(
            Path.Combine(scenario, "scenario.yaml"),
            File.ReadAllText(Path.Combine(TestRun.Folder("first_day"), "scenario.yaml"))
                .Replace("name: first_day", "name: river_day", StringComparison.Ordinal)
                .Replace(
                    "temperature: { synthetic: munich }",
                    "temperature: { file: river.csv, column: t, unit: degC, zone: UTC }",
                    StringComparison.Ordinal));
        string data = Path.Combine(scenario, "river.csv");
        File.WriteAllText(data, "time,t\n2025-06-11T00:00Z,15\n2025-06-12T00:00Z,18\n2025-06-13T00:00Z,19\n2025-06-14T00:00Z,19\n");
        string a = Run(scenario, folder), b = Run(scenario, folder, "--set", "grid.price=120 EUR/MWh");
        Assert.Contains("river_day", Compare(a, b, folder, out JsonElement explained));
        Assert.AreEqual(0.0, explained.GetProperty("energy_cost").GetProperty("remainder").GetDouble()); // found beside the results

        File.AppendAllText(data, "2025-06-15T00:00Z,20\n");
        Assert.Contains("river.csv is no longer the file that it was made from", Compare(a, b, folder, out explained));
        Assert.AreEqual(
            "the scenario of A cannot be computed here", explained.GetProperty("energy_cost").GetProperty("why_not").GetString());

        File.Delete(data);
        string without = Compare(a, b, folder, out _);
        Assert.Contains("its data (river.csv) are not found", without);
        Assert.Contains("\"path\": \"grid.price\"", without); // what goes in is compared all the same
    }

    private static string Compare(string a, string b, TemporaryFolder folder, out JsonElement explained)
    {
        (int status, string data, string messages) = FinishedRuns.Call("compare", a, b, "--json", "--out", folder.Of("out"));
        Assert.AreEqual(ExitStatus.Done, status, messages);
        using var json = JsonDocument.Parse(data);
        explained = json.RootElement.GetProperty("comparisons")[0].GetProperty("explained").Clone();
        return data;
    }

    private static string Run(string scenario, TemporaryFolder folder, params string[] more)
    {
        (int status, string data, string messages) =
            FinishedRuns.Call(["run", scenario, "--no-plots", "-q", "--out", folder.Of("results"), .. more]);
        Assert.AreEqual(ExitStatus.Done, status, messages);
        return data.Trim();
    }

    private static string Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        return to;
    }

    private static void AssertUsage(string says, params string[] arguments)
    {
        (int status, string data, string messages) = FinishedRuns.Call(["compare", .. arguments]);
        Assert.AreEqual(ExitStatus.Usage, status, messages);
        Assert.Contains(says, messages);
        Assert.AreEqual(string.Empty, data);
    }
}
