using System.Text.Json;
using Twin.Cli.Commands;

namespace Twin.Tests.Commands;

[TestClass]
public class OutputOptionTests
{
    [TestMethod]
    public void A_run_has_csv_unless_other_formats_are_named()
    {
        using var shell = new Shell();
        shell.RunPlant("--format", "parquet");
        CollectionAssert.AreEqual(new[] { "timeseries.parquet" }, Series(shell));
    }

    [TestMethod]
    public void Parquet_is_listed_and_hashed_in_the_manifest_and_has_the_same_bytes_again()
    {
        using var shell = new Shell();
        shell.RunPlant("--format", "csv,parquet");
        byte[] first = File.ReadAllBytes(Path.Combine(shell.RunFolder, "timeseries.parquet"));
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(shell.RunFolder, "manifest.json")));
        Assert.Contains(
            "timeseries.parquet",
            manifest.RootElement.GetProperty("results").EnumerateArray().Select(f => f.GetProperty("path").GetString()!));
        shell.RunPlant("--format", "csv,parquet", "--force");
        CollectionAssert.AreEqual(first, File.ReadAllBytes(Path.Combine(shell.RunFolder, "timeseries.parquet")));
    }

    [TestMethod]
    public void Parquet_asked_for_later_is_computed_and_what_was_there_stays()
    {
        using var shell = new Shell();
        shell.RunPlant("--racks");
        byte[] csv = File.ReadAllBytes(Path.Combine(shell.RunFolder, "timeseries.csv"));
        Assert.AreEqual(ExitStatus.Done, shell.RunPlant("--format", "parquet"));
        StringAssert.StartsWith(shell.Messages, "already done without parquet");
        Assert.AreEqual(2, shell.Computed);
        CollectionAssert.AreEqual(new[] { "racks.csv", "racks.parquet", "timeseries.csv", "timeseries.parquet" }, Series(shell));
        CollectionAssert.AreEqual(csv, File.ReadAllBytes(Path.Combine(shell.RunFolder, "timeseries.csv")));
        shell.RunPlant("--format", "parquet", "--racks");
        Assert.AreEqual(2, shell.Computed);
    }

    [TestMethod]
    public void A_run_whose_parquet_was_taken_away_is_not_whole()
    {
        using var shell = new Shell();
        shell.RunPlant("--format", "csv,parquet");
        File.Delete(Path.Combine(shell.RunFolder, "timeseries.parquet"));
        Assert.AreEqual(ExitStatus.FileSystem, shell.RunPlant());
    }

    [TestMethod]
    public void Plots_of_a_run_without_csv_are_drawn_from_parquet()
    {
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.Done, shell.Call("run", "plant", "--out", shell.Out, "--format", "parquet"));
        Assert.IsNotEmpty(Directory.GetFiles(Path.Combine(shell.RunFolder, "plots")));
    }

    [TestMethod]
    public void A_format_that_is_none_is_a_wrong_call()
    {
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.Usage, shell.RunPlant("--format", "csv,excel"));
        StringAssert.Contains(shell.Messages, "excel");
        Assert.AreEqual(0, shell.Computed);
    }

    [TestMethod]
    public void Racks_have_their_own_file_and_their_columns_are_described()
    {
        using var shell = new Shell();
        shell.RunPlant("--racks");
        Assert.AreEqual("time_utc,halls.one.racks.1.power_w", File.ReadLines(Path.Combine(shell.RunFolder, "racks.csv")).First());
        StringAssert.Contains(File.ReadAllText(Path.Combine(shell.RunFolder, "columns.json")), "halls.one.racks.1.power_w");
    }

    private static string[] Series(Shell shell) =>
    [
        .. Directory.GetFiles(shell.RunFolder).Select(f => Path.GetFileName(f)!)
            .Where(f => f.StartsWith("timeseries", StringComparison.Ordinal) || f.StartsWith("racks", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];
}
