using System.Globalization;
using Parquet;
using Parquet.Schema;
using Twin.Cli.Output;
using Twin.Core.Results;

namespace Twin.Tests.Output;

[TestClass]
public class ParquetSeriesFileTests
{
    private static readonly Column[] TwoColumns =
        [new("a.power_w", "W", Statistic.Mean, "One."), new("b.level_j", "J", Statistic.Start, "Two.")];

    [TestMethod]
    public void Numbers_read_back_bit_for_bit_as_those_of_the_csv_file()
    {
        using var folder = new TemporaryFolder();
        var run = new SyntheticRun(new DateOnly(2025, 6, 12), days: 3);
        using (var files = new SeriesFiles(folder.Of("timeseries.csv"), folder.Of("timeseries.parquet")))
        {
            run.Play(files, progress: null, CancellationToken.None);
            files.Finish();
        }

        string[][] lines = [.. File.ReadLines(folder.Of("timeseries.csv")).Select(line => line.Split(','))];
        (List<long> starts, Dictionary<string, List<double>> columns) = Read(folder.Of("timeseries.parquet"), lines[0].Contains);
        CollectionAssert.AreEqual(lines.Skip(1).Select(line => UtcText.Parse(line[0])).ToArray(), starts);
        CollectionAssert.AreEquivalent(lines[0].Skip(1).ToArray(), columns.Keys);
        for (int c = 1; c < lines[0].Length; c++)
        {
            long[] expected = [.. lines.Skip(1).Select(line => Bits(double.Parse(line[c], CultureInfo.InvariantCulture)))];
            CollectionAssert.AreEqual(expected, columns[lines[0][c]].Select(Bits).ToArray(), lines[0][c]);
        }
    }

    [TestMethod]
    public void Rare_numbers_keep_their_bits_and_what_is_not_defined_is_nan()
    {
        double[] values = [0.1, -0.0, double.Epsilon, double.MaxValue, Math.BitIncrement(1.0), double.NaN, double.PositiveInfinity];
        using var folder = new TemporaryFolder();
        Write(folder.Of("a.parquet"), [.. values.Select(value => new[] { value, 1.0 })]);
        double[] found = [.. Read(folder.Of("a.parquet"), name => name == "a.power_w").Columns["a.power_w"]];
        CollectionAssert.AreEqual(values.Select(v => Bits(double.IsFinite(v) ? v : double.NaN)).ToArray(), found.Select(Bits).ToArray());
    }

    [TestMethod]
    public async Task Time_is_a_utc_timestamp_and_each_column_says_its_unit_and_meaning()
    {
        using var folder = new TemporaryFolder();
        Write(folder.Of("a.parquet"), [[1.0, 2.0]]);
        await using ParquetReader reader = await ParquetReader.CreateAsync(folder.Of("a.parquet"));
        DataField time = reader.Schema.DataFields[0];
        Assert.AreEqual("time_utc", time.Name);
        Assert.IsTrue(reader.Metadata!.Schema[1].LogicalType!.TIMESTAMP!.IsAdjustedToUTC);
        Assert.AreEqual("W", reader.CustomMetadata["a.power_w.unit"]);
        Assert.AreEqual("start", reader.CustomMetadata["b.level_j.statistic"]);
        Assert.AreEqual("Two.", reader.CustomMetadata["b.level_j.meaning"]);
        Assert.AreEqual("900", reader.CustomMetadata["interval_s"]);
    }

    [TestMethod]
    public void The_same_rows_give_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        Write(folder.Of("a.parquet"), [[1.0, 2.0], [3.0, 4.0]]);
        Write(folder.Of("b.parquet"), [[1.0, 2.0], [3.0, 4.0]]);
        CollectionAssert.AreEqual(File.ReadAllBytes(folder.Of("a.parquet")), File.ReadAllBytes(folder.Of("b.parquet")));
    }

    [TestMethod]
    public void Rows_go_out_in_groups_so_that_a_longer_run_holds_no_more_of_them()
    {
        Column[] columns = [.. Enumerable.Range(0, 120).Select(i => new Column($"part.value{i}_w", "W", Statistic.Mean, "One of many."))];
        double[] values = new double[columns.Length];
        using var folder = new TemporaryFolder();
        using var rows = new ParquetSeriesFile(folder.Of("a.parquet"));
        rows.Begin(columns, 60);
        long least = long.MaxValue, most = 0;
        for (int row = 0; row < 120_000; row++)
        {
            Array.Fill(values, Math.Sin(row));
            rows.Row(1_735_686_000 + (row * 60L), values);
            if (row >= 40_000 && row % 20_000 == 0)
            {
                long held = GC.GetTotalMemory(forceFullCollection: true);
                (least, most) = (Math.Min(least, held), Math.Max(most, held));
            }
        }

        rows.Finish();
        Assert.IsLessThan(8_000_000, most - least); // 120,000 rows are 115 MB; other tests of this process come and go by a few MB
    }

    private static (List<long> Starts, Dictionary<string, List<double>> Columns) Read(string path, Func<string, bool> isWanted)
    {
        List<long> starts = [];
        List<string> names = [];
        var columns = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        ParquetSeriesFile.Read(
            path,
            isWanted,
            begin =>
            {
                names.AddRange(begin);
                names.ForEach(name => columns.Add(name, []));
            },
            (startUnixS, values) =>
            {
                starts.Add(startUnixS);
                for (int i = 0; i < values.Length; i++)
                {
                    columns[names[i]].Add(values[i]);
                }
            });
        return (starts, columns);
    }

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(value);

    private static void Write(string path, double[][] rows)
    {
        using var file = new ParquetSeriesFile(path);
        file.Begin(TwoColumns, 900);
        for (int i = 0; i < rows.Length; i++)
        {
            file.Row(1_752_480_900 + (i * 900L), rows[i]);
        }

        file.Finish();
    }
}
