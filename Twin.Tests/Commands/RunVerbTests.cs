using System.Text.Json;
using Twin.Cli.Commands;
using Twin.Cli.Output;
using Twin.Core.Engine;
using Twin.Core.Results;

namespace Twin.Tests.Commands;

[TestClass]
public class RunVerbTests
{
    private const int FullDisk = 28; // ENOSPC, as .NET hands it on

    private static readonly string[] Whole =
    [
        "columns.json", "events.csv", "log.txt", "manifest.json", "run.json",
        "scenario.resolved.yaml", "summary.json", "timeseries.csv", "violations.csv",
    ];

    [TestMethod]
    public void A_finished_run_leaves_one_whole_folder_and_says_where()
    {
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.Done, shell.RunPlant());
        CollectionAssert.AreEqual(Whole, FilesOf(shell.RunFolder));
        StringAssert.EndsWith(shell.Data, shell.RunFolder + Environment.NewLine);
        Assert.AreEqual(97, File.ReadAllLines(Path.Combine(shell.RunFolder, "timeseries.csv")).Length); // a header and 96 quarter hours
    }

    [TestMethod]
    public void Plots_are_part_of_a_run_unless_they_are_declined()
    {
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.Done, shell.Call("run", "plant", "--out", shell.Out));
        Assert.HasCount(7, Directory.GetFiles(Path.Combine(shell.RunFolder, "plots"))); // all but the two carpets, for a day is too short
    }

    [TestMethod]
    public void The_key_figures_stand_in_groups_with_their_units()
    {
        using var shell = new Shell();
        shell.RunPlant();
        string[] expected =
        [
            "energy",
            "  it_energy          98,412  MWh",
            "efficiency",
            "  pue                 1.087",
            "  cop                   n/a",
            "river",
            "  river_above_limit   212.3  h",
            "heat",
            "  heat_delivered      7,904  MWh",
            "power & cost",
            "  peak_power          13.20  MW",
            shell.RunFolder,
        ];
        CollectionAssert.AreEqual(expected, shell.Data.TrimEnd().Split(Environment.NewLine));
    }

    [TestMethod]
    public void Asked_for_json_the_program_prints_the_summary_and_nothing_else()
    {
        using var shell = new Shell();
        shell.RunPlant("--json");
        Assert.AreEqual(File.ReadAllText(Path.Combine(shell.RunFolder, "summary.json")), shell.Data);
        using var summary = JsonDocument.Parse(shell.Data);
        JsonElement figures = summary.RootElement.GetProperty("key_figures");
        Assert.AreEqual("done", summary.RootElement.GetProperty("status").GetString());
        Assert.AreEqual(1.0873, figures.GetProperty("pue").GetProperty("value").GetDouble());
        Assert.AreEqual(JsonValueKind.Null, figures.GetProperty("cop").GetProperty("value").ValueKind);
        Assert.AreEqual(21.5, summary.RootElement.GetProperty("limits").GetProperty("river.permit.river_temperature_c").GetDouble());
    }

    [TestMethod]
    public void A_quiet_run_prints_its_folder_only()
    {
        using var shell = new Shell { IsTerminal = true };
        shell.RunPlant("--quiet");
        Assert.AreEqual(shell.RunFolder + Environment.NewLine, shell.Data);
        Assert.AreEqual(string.Empty, shell.Messages);
    }

    [TestMethod]
    public void The_same_run_again_is_found_and_not_computed()
    {
        using var shell = new Shell();
        shell.RunPlant();
        string first = shell.Data;
        DateTime written = File.GetLastWriteTimeUtc(Path.Combine(shell.RunFolder, "run.json"));
        Assert.AreEqual(ExitStatus.Done, shell.RunPlant());
        Assert.AreEqual(1, shell.Computed);
        Assert.AreEqual(first, shell.Data);
        Assert.AreEqual(written, File.GetLastWriteTimeUtc(Path.Combine(shell.RunFolder, "run.json")));
        StringAssert.StartsWith(shell.Messages, "already done");
    }

    [TestMethod]
    public void Computed_again_by_force_a_run_has_the_same_result_byte_for_byte()
    {
        using var shell = new Shell();
        shell.RunPlant();
        byte[] manifest = File.ReadAllBytes(Path.Combine(shell.RunFolder, "manifest.json"));
        File.WriteAllText(Path.Combine(shell.RunFolder, "note.txt"), "mine");
        Assert.AreEqual(ExitStatus.Done, shell.RunPlant("--force"));
        Assert.AreEqual(2, shell.Computed);
        CollectionAssert.AreEqual(manifest, File.ReadAllBytes(Path.Combine(shell.RunFolder, "manifest.json")));
        CollectionAssert.AreEqual(Whole, FilesOf(shell.RunFolder));
    }

    [TestMethod]
    public void A_folder_whose_files_were_changed_is_not_taken_for_the_run()
    {
        using var shell = new Shell();
        shell.RunPlant();
        File.AppendAllText(Path.Combine(shell.RunFolder, "timeseries.csv"), "2025-06-13T00:00:00Z\n");
        Assert.AreEqual(ExitStatus.FileSystem, shell.RunPlant());
        StringAssert.Contains(shell.Messages, "--force");
        Assert.AreEqual(ExitStatus.Done, shell.RunPlant("--force"));
    }

    [TestMethod]
    public void A_run_whose_books_stay_open_leaves_log_status_and_diagnosis_and_no_result()
    {
        using var shell = new Shell
        {
            Simulation = (rows, _, progress, _) =>
            {
                rows.Begin([new("a.power_w", "W", Statistic.Mean, "One.")], 900);
                rows.Row(1_749_679_200, [1]);
                progress?.Invoke(new RunProgress(1_749_680_100, 0.01));
                throw new BooksOpenException("loop warm, 2025-06-11T22:15Z: 12 W stay unexplained");
            },
        };
        Assert.AreEqual(ExitStatus.SimulationFailed, shell.RunPlant());
        StringAssert.StartsWith(Path.GetFileName(shell.RunFolder), "failed-");
        CollectionAssert.AreEqual(new[] { "diagnostics.json", "log.txt", "run.json" }, FilesOf(shell.RunFolder));
        StringAssert.Contains(shell.Messages, "loop warm");
        StringAssert.Contains(shell.Messages, shell.RunFolder);
        using var diagnosis = JsonDocument.Parse(File.ReadAllText(Path.Combine(shell.RunFolder, "diagnostics.json")));
        Assert.AreEqual("books_open", diagnosis.RootElement.GetProperty("kind").GetString());
        Assert.AreEqual("2025-06-11T22:15:00Z", diagnosis.RootElement.GetProperty("reached_utc").GetString());
    }

    [TestMethod]
    public void A_run_that_succeeds_takes_its_earlier_failure_away()
    {
        using var shell = new Shell { Simulation = (_, _, _, _) => throw new BooksOpenException("open") };
        shell.RunPlant();
        shell.Simulation = null;
        Assert.AreEqual(ExitStatus.Done, shell.RunPlant());
        CollectionAssert.AreEqual(Whole, FilesOf(shell.RunFolder));
    }

    [TestMethod]
    public void A_bug_in_the_engine_is_one_line_with_the_place_of_the_log()
    {
        using var shell = new Shell { Simulation = (_, _, _, _) => throw new InvalidOperationException("slot 7 was never filled") };
        Assert.AreEqual(ExitStatus.InternalError, shell.RunPlant());
        StringAssert.Contains(shell.Messages, "internal error: slot 7 was never filled");
        StringAssert.Contains(File.ReadAllText(Path.Combine(shell.RunFolder, "log.txt")), nameof(InvalidOperationException));
    }

    [TestMethod]
    [DataRow(ExitStatus.Interrupted)]
    [DataRow(ExitStatus.Terminated)]
    public void A_run_that_is_stopped_leaves_nothing_not_even_the_results_folder(int status)
    {
        using var shell = new Shell();
        shell.Simulation = (rows, _, _, cancel) =>
        {
            rows.Begin([new("a.power_w", "W", Statistic.Mean, "One.")], 900);
            shell.Interruption.Raise(status);
            cancel.ThrowIfCancellationRequested();
            throw new AssertFailedException("the run was not told to stop");
        };
        Assert.AreEqual(status, shell.RunPlant());
        Assert.IsEmpty(shell.Entries());
        Assert.AreEqual(string.Empty, shell.Data);
    }

    [TestMethod]
    public void A_full_disk_ends_the_run_with_its_own_status_and_leaves_nothing()
    {
        using var shell = new Shell { Simulation = (_, _, _, _) => throw new IOException("No space left on device", FullDisk) };
        Assert.AreEqual(ExitStatus.FileSystem, shell.RunPlant());
        Assert.IsEmpty(shell.Entries());
        StringAssert.StartsWith(shell.Messages, "error: no room left on the disk; make room,");
        StringAssert.EndsWith(shell.Messages, "(the system says: No space left on device)" + Environment.NewLine);
    }

    [TestMethod]
    public void Progress_is_one_line_that_is_wiped_and_only_on_a_terminal()
    {
        var clock = new HandClock();
        using var shell = new Shell
        {
            IsTerminal = true,
            Clock = clock,
            Simulation = (rows, _, progress, _) =>
            {
                rows.Begin([], 900);
                clock.Pass(TimeSpan.FromSeconds(2));
                progress!(new RunProgress(1_749_679_200, 0.25));
                clock.Pass(TimeSpan.FromMilliseconds(99));
                progress(new RunProgress(1_749_765_600, 0.5)); // a moment later: not shown
                return new RunOutcome([], [], 1);
            },
        };
        shell.RunPlant();
        StringAssert.Matches(shell.Messages, new(@"^\r2025-06-11   25 %  0:06 left\r +\r$")); // a quarter took 2 s
        shell.IsTerminal = false;
        shell.RunPlant("--force");
        Assert.AreEqual(string.Empty, shell.Messages);
    }

    [TestMethod]
    public void The_manifest_names_inputs_results_and_engine_and_no_time_or_place()
    {
        using var shell = new Shell();
        shell.RunPlant();
        string text = File.ReadAllText(Path.Combine(shell.RunFolder, "manifest.json"));
        using var manifest = JsonDocument.Parse(text);
        JsonElement root = manifest.RootElement;
        Assert.AreEqual(EngineVersion.Text, root.GetProperty("engine_version").GetString());
        Assert.AreEqual(Path.GetFileName(shell.RunFolder), root.GetProperty("run_id").GetString());
        Assert.AreEqual("river.csv", root.GetProperty("inputs")[0].GetProperty("path").GetString());
        Assert.AreEqual(7, root.GetProperty("seed").GetInt64());
        CollectionAssert.AreEqual(
            RunFiles.Result.Where(name => name is RunFiles.TimeSeries || !RunFiles.IsOnRequest(name)).ToArray(),
            root.GetProperty("results").EnumerateArray().Select(file => file.GetProperty("path").GetString()).ToArray());
        Assert.IsFalse(text.Contains(shell.Out, StringComparison.Ordinal));
    }

    [TestMethod]
    public void Violations_are_listed_with_what_was_and_what_was_allowed()
    {
        using var shell = new Shell();
        shell.RunPlant();
        CollectionAssert.AreEqual(
            new[]
            {
                "limit,start_utc,end_utc,length_h,bound_h,worst,threshold,margin,unit,margin_unit",
                "river.permit.river_temperature,2025-07-14T08:00:00Z,2025-07-14T10:00:00Z,2,1.75,22.75,21.5,-1.25,degC,K",
            },
            File.ReadAllLines(Path.Combine(shell.RunFolder, "violations.csv")));
    }

    private static string[] FilesOf(string folder) =>
        Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToArray()!;
}
