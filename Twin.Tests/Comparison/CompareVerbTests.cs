using System.Text.Json;
using Twin.Cli.Commands;
using Twin.Cli.Output;
using Twin.Tests.Output;
using Twin.Tests.Reports;
using TestRun = Twin.Tests.Plant.TestRun;

namespace Twin.Tests.Comparison;

[TestClass]
public class CompareVerbTests
{
    private const string MoreRacks = "halls.air_hall.racks.count=8";
    private const string CoolerPermit = "river.permit.river_temperature=16.5 degC";
    private static readonly TemporaryFolder Place = new();
    private static readonly Lazy<(int Status, JsonElement Json, string Folder)> Pair = new(() => CompareToJson(A, B, "pair"));

    private static string A => FinishedRuns.Of("first_day");

    private static string B => FinishedRuns.Of("first_day", MoreRacks, CoolerPermit);

    [ClassCleanup]
    public static void Remove() => Place.Dispose();

    [TestMethod]
    public void Inputs_that_differ_stand_with_both_values_and_no_others()
    {
        JsonElement[] inputs = [.. Pair.Value.Json.GetProperty("inputs").EnumerateArray()];
        CollectionAssert.AreEqual(
            new[] { "river.permit.river_temperature 21.5 degC 16.5 degC", "halls.air_hall.racks.count 5 8" },
            inputs.Select(input => $"{Text(input, "path")} {Text(input, "a")} {Text(input, "b")}").ToArray());
    }

    [TestMethod]
    public void Key_figures_are_those_of_the_runs()
    {
        foreach ((string folder, string side) in new[] { (A, "a"), (B, "b") })
        {
            foreach (var figure in SummaryFile.Read(folder).KeyFigures)
            {
                JsonElement value = Pair.Value.Json.GetProperty("key_figures").GetProperty(figure.Name).GetProperty(side);
                Assert.AreEqual(figure.Value, value.ValueKind == JsonValueKind.Null ? null : value.GetDouble(), figure.Name);
            }
        }
    }

    [TestMethod]
    [DataRow("pue")]
    [DataRow("energy_cost")]
    public void The_parts_and_the_remainder_are_the_whole_change_and_nothing_remains(string name)
    {
        JsonElement figure = Pair.Value.Json.GetProperty("explained").GetProperty(name);
        double start = Number(figure, "start"), end = Number(figure, "end"), remainder = Number(figure, "remainder");
        JsonElement[] parts = [.. figure.GetProperty("parts").EnumerateArray()];
        CollectionAssert.AreEqual(new[] { "river.permit", "halls.air_hall" }, parts.Select(part => Text(part, "part")).ToArray());
        Assert.AreEqual(0.0, remainder); // the last scenario is B itself, computed by the same engine: the same bits
        double sum = parts.Sum(part => Number(part, "change")) + remainder;
        Assert.AreEqual(end - start, sum, 4 * double.BitIncrement(Math.Abs(end)) - (4 * Math.Abs(end))); // each difference rounds once
        Assert.IsTrue(parts.All(part => Number(part, "change") != 0)); // both were chosen because they matter
        Assert.AreEqual(SummaryFile.Read(A).KeyFigures.Single(one => one.Name == name).Value, start);
        Assert.AreEqual(SummaryFile.Read(B).KeyFigures.Single(one => one.Name == name).Value, end);
    }

    [TestMethod]
    public void What_lies_between_is_really_run()
    {
        double reached = Number(Pair.Value.Json.GetProperty("explained").GetProperty("pue").GetProperty("parts")[0], "reached");
        Assert.AreEqual(TestRun.Of("first_day", CoolerPermit).Figure("pue"), reached); // the same scenario: the same bits
    }

    [TestMethod]
    public void Another_order_gives_other_shares_and_the_same_sum_and_is_stated()
    {
        (int status, JsonElement json, _) = CompareToJson(A, B, "order", "--order", "halls.air_hall", "--explain", "pue");
        Assert.AreEqual(ExitStatus.Done, status);
        JsonElement usual = Pair.Value.Json.GetProperty("explained").GetProperty("pue");
        JsonElement other = json.GetProperty("explained").GetProperty("pue");
        CollectionAssert.AreEqual(
            new[] { "halls.air_hall", "river.permit" },
            other.GetProperty("parts").EnumerateArray().Select(part => Text(part, "part")).ToArray());
        Assert.AreNotEqual(Number(usual.GetProperty("parts")[0], "change"), Number(other.GetProperty("parts")[1], "change"));
        Assert.AreEqual(Number(usual, "end"), Number(other, "end"));
        Assert.AreEqual(0.0, Number(other, "remainder"));
    }

    [TestMethod]
    public void Tables_and_pictures_lie_in_the_folder_and_the_json_names_them()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Pair.Value.Folder, "compare.json")));
        string[] named = [.. json.RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetString()!), "compare.json"];
        CollectionAssert.AreEquivalent(Directory.GetFiles(Pair.Value.Folder).Select(Path.GetFileName).ToArray(), named);
        CollectionAssert.IsSubsetOf(
            new[] { "inputs.csv", "key_figures.csv", "waterfall.csv", "waterfall_pue.png", "over_time_power.png", "over_time_water.png" },
            named);
        string[] waterfall = File.ReadAllLines(Path.Combine(Pair.Value.Folder, "waterfall.csv"));
        Assert.AreEqual("run,figure,unit,step,change,reached", waterfall[0]);
        Assert.StartsWith("B,pue,1,A,,", waterfall[1]);
        Assert.StartsWith("B,pue,1,river.permit,", waterfall[2]);
    }

    [TestMethod]
    public void A_scenario_is_computed_and_equals_its_run()
    {
        string scenario = TestRun.Folder("first_day");
        (int status, JsonElement json, _) = CompareToJson(A, scenario, "scenario");
        Assert.AreEqual(ExitStatus.Done, status);
        Assert.AreEqual(0, json.GetProperty("inputs").GetArrayLength());
        Assert.IsEmpty(json.GetProperty("explained").EnumerateObject());
        (_, string data, _) = FinishedRuns.Call("compare", A, scenario, "--out", Place.Of("same"), "--fail-on", "pue > 0%");
        Assert.Contains("no difference, neither in what goes in nor in what comes out", data);
        Assert.IsEmpty(Directory.GetFiles(Place.Of("same"), "waterfall_*"));
    }

    [TestMethod]
    public void The_table_says_what_changes_and_ends_with_the_folder()
    {
        string folder = Place.Of("table");
        (int status, string data, string messages) = FinishedRuns.Call("compare", A, B, "--out", folder, "--explain", "pue");
        Assert.AreEqual(ExitStatus.Done, status, messages);
        string[] lines = data.TrimEnd().Split(Environment.NewLine);
        Assert.AreEqual(folder, lines[^1]);
        Assert.IsTrue(Array.Exists(lines, line => line.Contains("halls.air_hall.racks.count", StringComparison.Ordinal)
            && line.EndsWith("5 -> 8", StringComparison.Ordinal)));
        Assert.Contains("why pue changes: parts switched from A to B, in this order", data);
        Assert.IsTrue(Array.Exists(lines, line => line.StartsWith("  pue ", StringComparison.Ordinal)));
        (_, data, _) = FinishedRuns.Call("compare", A, B, "--out", folder, "-q");
        Assert.AreEqual(folder + Environment.NewLine, data);
    }

    [TestMethod]
    public void Of_several_runs_each_is_compared_with_the_first()
    {
        string c = FinishedRuns.Of("first_day", "grid.price=120 EUR/MWh"), folder = Place.Of("three");
        (int status, string data, string messages) = FinishedRuns.Call(
            "compare", A, B, c, "--out", folder, "--json", "--explain", "energy_cost", "--fail-on", "pue > 0.0001%");
        using var json = JsonDocument.Parse(data);
        JsonElement[] comparisons = [.. json.RootElement.GetProperty("comparisons").EnumerateArray()];
        CollectionAssert.AreEqual(new[] { "A B", "A C" }, comparisons.Select(one => $"{Text(one, "with")} {Text(one, "run")}").ToArray());
        Assert.AreEqual("grid.price", Text(comparisons[1].GetProperty("inputs")[0], "path"));
        Assert.IsTrue(File.Exists(Path.Combine(folder, "waterfall_energy_cost_C.png")));
        Assert.AreEqual(ExitStatus.LimitBroken, status); // B has another PUE; a price changes none
        Assert.Contains("pue changes from A to B by", messages);
        Assert.DoesNotContain("to C", messages);
    }

    [TestMethod]
    public void A_condition_that_is_broken_ends_with_status_5_and_the_files_are_there()
    {
        string folder = Place.Of("broken");
        (int status, _, string messages) = FinishedRuns.Call(
            "compare", A, B, "--out", folder, "--fail-on", "it_energy > 1%", "--fail-on", "it_energy > 50%", "--explain", "pue");
        Assert.AreEqual(ExitStatus.LimitBroken, status);
        Assert.Contains("--fail-on \"it_energy > 1%\": it_energy changes from A to B by +", messages);
        Assert.DoesNotContain("50%", messages);
        Assert.IsTrue(File.Exists(Path.Combine(folder, "compare.json")));
    }

    [TestMethod]
    public void Pictures_of_an_earlier_comparison_do_not_stay_beside_those_of_another()
    {
        string folder = Place.Of("again");
        FinishedRuns.Call("compare", A, B, "--out", folder, "--explain", "cer");
        FinishedRuns.Call("compare", A, B, "--out", folder, "--explain", "pue");
        CollectionAssert.AreEqual(
            new[] { "waterfall_pue.png" }, Directory.GetFiles(folder, "waterfall_*.png").Select(Path.GetFileName).ToArray());
    }

    private static (int Status, JsonElement Json, string Folder) CompareToJson(string a, string b, string name, params string[] more)
    {
        string folder = Place.Of(name);
        (int status, string data, string messages) = FinishedRuns.Call(["compare", a, b, "--json", "--out", folder, .. more]);
        Assert.AreEqual(string.Empty, messages);
        using var json = JsonDocument.Parse(data);
        return (status, json.RootElement.GetProperty("comparisons")[0].Clone(), folder);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static double Number(JsonElement element, string name) => element.GetProperty(name).GetDouble();
}
