using System.Text.Json;
using Twin.Cli.Commands;
using Twin.Cli.Output;
using Twin.Core.Scenarios;
using Twin.Tests.Output;

namespace Twin.Tests.Commands;

[TestClass]
public class EngineTests
{
    private static string FirstDay { get; } = Path.Combine(Repository(), "scenarios", "first_day");

    [TestMethod]
    public void The_first_day_runs_from_its_file_to_its_folder_and_gives_the_same_bytes_again()
    {
        using var folder = new TemporaryFolder();
        Assert.AreEqual(ExitStatus.Done, Call(folder, out string first, out _));
        Assert.AreEqual(ExitStatus.Done, Call(folder, out string second, out _, "--force"));
        Assert.AreEqual(first, second);
        using var summary = JsonDocument.Parse(first);
        Assert.AreEqual("2025-06-11T22:00:00Z", summary.RootElement.GetProperty("start_utc").GetString());
        Assert.AreEqual(900e3, summary.RootElement.GetProperty("limits").GetProperty("grid.import_limit_w").GetDouble());
        Assert.AreEqual(21.5, summary.RootElement.GetProperty("limits").GetProperty("river.permit.river_temperature_c").GetDouble());
        Assert.AreEqual(27, summary.RootElement.GetProperty("limits").GetProperty("loops.chilled.supply_limit_c").GetDouble());
        Assert.AreEqual(30, summary.RootElement.GetProperty("limits").GetProperty("halls.air_hall.inlet_limit_c").GetDouble());
        Assert.HasCount(1, Directory.GetDirectories(folder.Of("first_day")));
    }

    [TestMethod]
    public void A_change_on_the_command_line_is_another_run()
    {
        using var folder = new TemporaryFolder();
        Call(folder, out _, out _);
        Call(folder, out _, out _, "--set", "time.seed=2");
        Assert.HasCount(2, Directory.GetDirectories(folder.Of("first_day")));
    }

    [TestMethod]
    public void A_comment_in_the_scenario_is_not_another_run()
    {
        using var folder = new TemporaryFolder();
        string copy = Path.Combine(folder.Path, "copy", "scenario.yaml");
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(Path.Combine(FirstDay, "scenario.yaml"), copy);
        File.AppendAllText(copy, "# a thought\n");
        Call(folder, out _, out _);
        Assert.AreEqual(ExitStatus.Done, Call(folder, out _, out string messages, copy));
        StringAssert.StartsWith(messages, "already done");
    }

    [TestMethod]
    public void A_wrong_value_is_told_with_its_place_and_status_3()
    {
        using var folder = new TemporaryFolder();
        Assert.AreEqual(ExitStatus.InvalidScenario, Call(folder, out string data, out string messages, "--set", "time.step=5"));
        using var answer = JsonDocument.Parse(data);
        JsonElement faults = answer.RootElement.GetProperty("faults");
        Assert.AreEqual(1, faults.GetArrayLength());
        Assert.AreEqual("time.step", faults[0].GetProperty("path").GetString());
        Assert.AreEqual(string.Empty, messages);
    }

    [TestMethod]
    public void A_limit_that_a_phase_changes_has_its_values_with_their_days_and_no_value_for_all_time()
    {
        Scenario scenario = Twin.Tests.Plant.TestRun.Read(
            "first_day", "time.end=2025-06-15T00:00+02:00",
            "phases=[ { from: 2025-06-13, set: { river.permit.intake: 20 l/s, grid.import_limit: 1 MW } }, "
                + "{ from: 2025-06-14, set: { river.permit.river_temperature: unlimited } } ]");
        IReadOnlyDictionary<string, IReadOnlyList<LimitFrom>> changing = Engine.ChangingLimitsOf(scenario);
        long startUnixS = scenario.Clock.StartUnixS;
        CollectionAssert.AreEqual(
            (LimitFrom[])[new(startUnixS, 0.04), new(startUnixS + 86_400, 0.02)], changing["river.permit.intake_m3_s"].ToArray());
        CollectionAssert.AreEqual(
            (LimitFrom[])[new(startUnixS, 21.5), new(startUnixS + 172_800, null)], changing["river.permit.river_temperature_c"].ToArray());
        Assert.IsFalse(changing.Keys.Any(Engine.LimitsOf(scenario).ContainsKey));
        Assert.IsTrue(Engine.LimitsOf(scenario).ContainsKey("river.permit.return_temperature_c"));
    }

    [TestMethod]
    public void The_summary_has_every_limit_of_the_permit_and_the_days_on_which_it_is_closed()
    {
        using var folder = new TemporaryFolder();
        string[] sets =
        [
            "--set", "river.permit.mixed_rise=1 K", "--set", "river.permit.mixed_temperature=24 degC",
            "--set", "river.permit.return_rise=5 K",
            "--set", "river.permit.closed=[ { from: 2025-06-01, to: 2025-06-13 } ]",
        ];
        Assert.AreEqual(ExitStatus.Done, Call(folder, out string data, out string messages, sets), messages);
        using var summary = JsonDocument.Parse(data);
        JsonElement limits = summary.RootElement.GetProperty("limits");
        Assert.AreEqual(1, limits.GetProperty("river.permit.mixed_rise_k").GetDouble(), 1e-12); // through units and back: rounding only
        Assert.AreEqual(24, limits.GetProperty("river.permit.mixed_temperature_c").GetDouble(), 1e-12);
        Assert.AreEqual(5, limits.GetProperty("river.permit.return_rise_k").GetDouble(), 1e-12);
        JsonElement closed = summary.RootElement.GetProperty("river_closed")[0];
        Assert.AreEqual("2025-06-11T22:00:00Z", closed.GetProperty("from_utc").GetString()); // from the begin of the run on
        Assert.AreEqual("2025-06-12T22:00:00Z", closed.GetProperty("to_utc").GetString());
    }

    private static int Call(TemporaryFolder folder, out string data, out string messages, params string[] more)
    {
        using var dataWriter = new StringWriter();
        using var messageWriter = new StringWriter();
        using var interruption = new Interruption();
        bool isPath = more.Length > 0 && !more[0].StartsWith('-');
        string[] args = ["run", isPath ? more[0] : FirstDay, "--out", folder.Path, "--no-plots", "--json", .. more.Skip(isPath ? 1 : 0)];
        int status = TwinProgram.Run(args, Engine.Services, new Terminal(dataWriter, messageWriter, ErrorIsTerminal: false), interruption);
        data = dataWriter.ToString();
        messages = messageWriter.ToString();
        return status;
    }

    public static string Repository()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "IndustrialTwin.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new AssertFailedException("The tests do not run inside a clone.");
        }

        return folder;
    }
}
