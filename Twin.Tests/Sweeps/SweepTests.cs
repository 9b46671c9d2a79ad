using System.Text.Json;
using Parquet;
using Twin.Cli.Commands;
using Twin.Cli.Input.Studies;
using Twin.Cli.Output;
using Twin.Cli.Output.Studies;
using Twin.Core.Results;
using Twin.Core.Studies;

namespace Twin.Tests.Sweeps;

[TestClass]
public sealed class SweepTests
{
    private static StudyShell finished = null!; // by tests that only look

    private static StudyShell broken = null!; // four of eight runs want -1 racks

    [ClassInitialize]
    public static void Sweep(TestContext context)
    {
        finished = new(MadeStudy.Grid());
        Assert.AreEqual(ExitStatus.Done, finished.Sweep("--threads", "2"), finished.Messages);
        broken = new(MadeStudy.Grid(["-1", "2"]));
        Assert.AreEqual(ExitStatus.RunsFailed, broken.Sweep(), broken.Messages);
    }

    [ClassCleanup]
    public static void Leave()
    {
        finished.Dispose();
        broken.Dispose();
    }

    [TestMethod]
    public void A_sweep_leaves_a_row_for_each_point_and_policy_in_their_order()
    {
        CollectionAssert.AreEqual(new[] { "0", "1", "2", "3", "4", "5", "6", "7" }, finished.Column("run"));
        CollectionAssert.AreEqual(new[] { "0", "0", "1", "1", "2", "2", "3", "3" }, finished.Column("point"));
        CollectionAssert.AreEqual(
            Enumerable.Range(0, 8).Select(i => i % 2 == 0 ? "as_is" : "small_river").ToArray(), finished.Column("policy"));
        CollectionAssert.AreEqual(
            new[] { "60", "60", "60", "60", "120.5", "120.5", "120.5", "120.5" }, finished.Column("grid.price_eur_mwh"));
        CollectionAssert.AreEqual(new[] { "2", "2", "4", "4", "2", "2", "4", "4" }, finished.Column(MadeStudy.Racks));
        CollectionAssert.AreEqual(Enumerable.Repeat("done", 8).ToArray(), finished.Column("status"));
        Assert.IsTrue(finished.Column("error").All(error => error.Length == 0));
        CollectionAssert.AreEqual(
            new[]
            {
                "run", "point", "policy", "grid.price_eur_mwh", "halls.air_hall.racks.count", "status", "run_id", "error", "feasible",
                "pue", "energy_cost_eur", "peak_kw", "throttled_gpu_hours_h", "it_energy_mwh",
            },
            finished.Table()[0][..14]);
    }

    [TestMethod]
    public void A_row_has_the_id_and_the_figures_that_twin_run_gives_to_the_same_scenario()
    {
        using var shell = new StudyShell(MadeStudy.Grid());
        int run = shell.Call(
            "run", shell.Study.BasePath, "--out", shell.Of("runs"), "--no-plots", "--set", "time.start=2025-06-12T10:00+02:00",
            "--set", "time.end=2025-06-12T13:00+02:00", "--set", "time.step=15 min", "--set", "time.output=15 min",
            "--set", "halls.air_hall.racks.count=4", "--set", "grid.price=120.5 EUR/MWh", "--set", "river.permit.intake=20 l/s");
        Assert.AreEqual(ExitStatus.Done, run, shell.Messages);
        string folder = Directory.GetDirectories(shell.Of("runs", "first_day")).Single();
        const int Same = 7; // second price, second number of racks, second policy
        Assert.AreEqual(Path.GetFileName(folder), finished.Column("run_id")[Same]);
        foreach (KeyFigure figure in SummaryFile.Read(folder).KeyFigures)
        {
            string text = finished.Column(TableField.Header(figure.Name, figure.Unit))[Same];
            string expected = figure.Value is { } value ? value.ToString("R", System.Globalization.CultureInfo.InvariantCulture) : "";
            Assert.AreEqual(expected, text, figure.Name); // to the last bit: the same program computed both
        }
    }

    [TestMethod]
    public void Any_number_of_threads_gives_the_same_bytes()
    {
        string? first = null;
        foreach (string threads in (string[])["1", "5"])
        {
            using var shell = new StudyShell(MadeStudy.Grid() with { SeriesColumns = ["grid.import_w"] });
            Assert.AreEqual(ExitStatus.Done, shell.Sweep("--threads", threads), shell.Messages);
            first ??= shell.Fingerprint();
            Assert.AreEqual(first, shell.Fingerprint());
        }
    }

    [TestMethod]
    public void Equal_scenarios_are_computed_once()
    {
        Study study = MadeStudy.Grid();
        using var shell = new StudyShell(study with { Policies = [new("a", []), new("b", []), new("c", [])] });
        Assert.AreEqual(ExitStatus.Done, shell.Sweep("--threads", "3"), shell.Messages);
        using var status = JsonDocument.Parse(shell.Text("sweep.json"));
        Assert.AreEqual(12, status.RootElement.GetProperty("runs_computed").GetInt32());
        Assert.AreEqual(4, status.RootElement.GetProperty("simulations").GetInt32());
        Assert.HasCount(4, shell.Column("run_id").Distinct());
    }

    [TestMethod]
    public void A_wrong_variant_keeps_its_fault_in_its_row_and_the_others_their_results()
    {
        CollectionAssert.AreEqual(
            new[] { "failed", "failed", "done", "done", "failed", "failed", "done", "done" }, broken.Column("status"));
        StringAssert.Contains(
            broken.Text("runs.csv"), ",\"IT0205 out of range: halls.air_hall.racks.count: found -1, expected ", StringComparison.Ordinal);
        Assert.AreEqual(string.Empty, broken.Column("run_id")[0]);
        Assert.AreNotEqual(string.Empty, broken.Column("pue")[2]);
        StringAssert.EndsWith(File.ReadLines(broken.File("runs.csv")).ElementAt(1), ",");
        Assert.Contains("8 runs of all policies together, 4 feasible, 4 failed", broken.Data);
    }

    [TestMethod]
    public void Fail_fast_ends_with_the_first_failed_run_and_the_same_call_without_it_goes_on()
    {
        using var shell = new StudyShell(MadeStudy.Grid(["-1", "2"]));
        Assert.AreEqual(ExitStatus.RunsFailed, shell.Sweep("--fail-fast", "--threads", "1"));
        Assert.AreEqual(1, shell.JournalRows());
        Assert.IsFalse(File.Exists(shell.File("study.json")));
        StringAssert.Contains(shell.Messages, "run 0 failed: IT02");
        Assert.AreEqual(ExitStatus.RunsFailed, shell.Sweep());
        Assert.AreEqual(8, shell.JournalRows());
        Assert.IsTrue(File.Exists(shell.File("study.json")));
    }

    [TestMethod]
    public void Retry_failed_computes_the_failed_runs_again_and_no_other()
    {
        string first = broken.Fingerprint();
        int rows = broken.JournalRows();
        Assert.AreEqual(ExitStatus.RunsFailed, broken.Sweep()); // asked again, a study with failed runs is done and still has them
        StringAssert.Contains(broken.Messages, "already done");
        Assert.AreEqual(rows, broken.JournalRows());
        Assert.AreEqual(ExitStatus.RunsFailed, broken.Sweep("--retry-failed"));
        Assert.AreEqual(rows + 4, broken.JournalRows());
        Assert.AreEqual(first, broken.Fingerprint());
    }

    [TestMethod]
    public void A_finished_study_asked_again_is_already_done()
    {
        DateTime written = File.GetLastWriteTimeUtc(finished.File("study.json"));
        Assert.AreEqual(ExitStatus.Done, finished.Sweep());
        Assert.AreEqual("already done" + Environment.NewLine, finished.Messages);
        Assert.AreEqual(written, File.GetLastWriteTimeUtc(finished.File("study.json")));
    }

    [TestMethod]
    public void Results_that_were_changed_are_made_again_from_the_journal()
    {
        string first = finished.Fingerprint();
        File.AppendAllText(finished.File("runs.csv"), "mine\n");
        Assert.AreEqual(ExitStatus.Done, finished.Sweep());
        Assert.AreEqual(first, finished.Fingerprint());
        Assert.AreEqual(8, finished.JournalRows()); // and nothing was computed for it
    }

    [TestMethod]
    public void The_answer_is_a_short_table_and_last_the_folder()
    {
        Assert.AreEqual(ExitStatus.Done, finished.Sweep());
        string[] lines = finished.Data.TrimEnd().Split(Environment.NewLine);
        Assert.HasCount(6, lines);
        StringAssert.Matches(lines[0], new(@"^outcome +min +P90 +P50 +P10 +max$"));
        StringAssert.Matches(lines[1], new(@"^pue( +\d\.\d{3}){5}$"));
        StringAssert.StartsWith(lines[4], "8 runs of all policies together, 8 feasible, 0 failed");
        Assert.AreEqual(finished.StudyFolder, lines[5]);
        double[] pue = [.. finished.Column("pue").Select(double.Parse)];
        StringAssert.Contains(lines[1], KeyFigureTable.Text(new Exceedance(pue).P90));
        Assert.AreEqual(ExitStatus.Done, finished.Sweep("--quiet"));
        Assert.AreEqual(finished.StudyFolder + Environment.NewLine, finished.Data);
        Assert.AreEqual(string.Empty, finished.Messages);
        Assert.AreEqual(ExitStatus.Done, finished.Sweep("--json"));
        Assert.AreEqual(finished.Text("study.json"), finished.Data);
    }

    [TestMethod]
    public void The_manifest_counts_the_runs_and_vouches_for_the_files()
    {
        using var manifest = JsonDocument.Parse(broken.Text("study.json"));
        JsonElement root = manifest.RootElement;
        Assert.AreEqual("grid", root.GetProperty("method").GetProperty("kind").GetString());
        Assert.AreEqual(8, root.GetProperty("runs").GetInt32());
        Assert.AreEqual(4, root.GetProperty("done").GetInt32());
        Assert.AreEqual(4, root.GetProperty("failed").GetInt32());
        Assert.AreEqual(4, root.GetProperty("feasible").GetInt32());
        StringAssert.Matches(root.GetProperty("study_id").GetString(), new("^[0-9a-f]{12}$"));
        foreach (JsonElement file in root.GetProperty("results").EnumerateArray())
        {
            Assert.AreEqual(
                ManifestFile.Describe(broken.StudyFolder, file.GetProperty("path").GetString()!).Sha256,
                file.GetProperty("sha256").GetString());
        }
    }

    [TestMethod]
    public void Columns_are_described_each_once_in_the_order_of_the_table()
    {
        using var columns = JsonDocument.Parse(finished.Text("columns.json"));
        JsonElement[] described = [.. columns.RootElement.GetProperty("columns").EnumerateArray()];
        CollectionAssert.AreEqual(finished.Table()[0], described.Select(column => column.GetProperty("name").GetString()).ToArray());
        string What(string name) =>
            described.Single(column => column.GetProperty("name").GetString() == name).GetProperty("what").GetString()!;
        Assert.AreEqual("uncertainty", What("grid.price_eur_mwh"));
        Assert.AreEqual("lever", What(MadeStudy.Racks));
        Assert.AreEqual("outcome", What("peak_kw"));
        Assert.AreEqual("constraint", What("throttled_gpu_hours_h"));
        Assert.AreEqual("key_figure", What("it_energy_mwh"));
    }

    [TestMethod]
    public async Task The_parquet_file_has_the_same_rows_with_types()
    {
        string[][] table = finished.Table();
        await using ParquetReader reader = await ParquetReader.CreateAsync(finished.File("runs.parquet"));
        CollectionAssert.AreEqual(table[0], reader.Schema.DataFields.Select(field => field.Name).ToArray());
        using ParquetRowGroupReader group = reader.OpenRowGroupReader(0);
        int[] runs = new int[8];
        await group.ReadAsync<int>(reader.Schema.DataFields[0], runs);
        CollectionAssert.AreEqual(finished.Column("run").Select(int.Parse).ToArray(), runs);
        string[] ids = new string[8];
        await group.ReadAsync(reader.Schema.DataFields[Array.IndexOf(table[0], "run_id")], ids);
        CollectionAssert.AreEqual(finished.Column("run_id"), ids);
        bool[] feasible = new bool[8];
        await group.ReadAsync<bool>(reader.Schema.DataFields[Array.IndexOf(table[0], "feasible")], feasible);
        CollectionAssert.AreEqual(finished.Column("feasible").Select(bool.Parse).ToArray(), feasible);
        foreach (string name in (string[])["pue", "peak_kw", "grid.price_eur_mwh"])
        {
            double[] numbers = new double[8];
            await group.ReadAsync<double>(reader.Schema.DataFields[Array.IndexOf(table[0], name)], numbers);
            CollectionAssert.AreEqual(finished.Column(name).Select(double.Parse).ToArray(), numbers, name); // to the last bit
        }

        Assert.AreEqual("EUR/MWh", reader.CustomMetadata["grid.price_eur_mwh.unit"]);
    }

    [TestMethod]
    public void Series_that_are_asked_for_are_those_of_the_run()
    {
        using var shell = new StudyShell(MadeStudy.Grid());
        Assert.AreEqual(ExitStatus.Done, shell.Sweep("--series", "grid.import_w,river.temperature_c"), shell.Messages);
        string[] ids = [.. shell.Column("run_id").Distinct().Order(StringComparer.Ordinal)];
        CollectionAssert.AreEqual(
            ids.Select(id => id + ".csv").ToArray(),
            Directory.GetFiles(shell.File("series")).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToArray());
        string[] rows = File.ReadAllLines(Path.Combine(shell.File("series"), shell.Column("run_id")[0] + ".csv"));
        Assert.AreEqual("time_utc,grid.import_w,river.temperature_c", rows[0]);
        Assert.HasCount(13, rows); // three hours in quarters
        double peakKw = rows.Skip(1).Max(row => double.Parse(row.Split(',')[1])) * 0.001;
        Assert.AreEqual(double.Parse(shell.Column("peak_kw")[0]), peakKw); // the same product of the same numbers
        Assert.AreEqual(ExitStatus.Usage, shell.Sweep("--series", "grid.imprt_w", "--force"));
        StringAssert.Contains(shell.Messages, "did you mean grid.import_w?");
    }

    [TestMethod]
    public void A_lost_series_is_computed_again()
    {
        using var shell = new StudyShell(MadeStudy.Grid() with { SeriesColumns = ["grid.import_w"] });
        shell.Sweep();
        string first = shell.Fingerprint();
        File.Delete(Path.Combine(shell.File("series"), shell.Column("run_id")[3] + ".csv"));
        Assert.AreEqual(ExitStatus.Done, shell.Sweep(), shell.Messages);
        Assert.AreEqual(first, shell.Fingerprint());
        Assert.AreEqual(9, shell.JournalRows());
    }
}
