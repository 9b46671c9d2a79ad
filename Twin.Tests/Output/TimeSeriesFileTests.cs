using System.Globalization;
using Twin.Cli.Output;
using Twin.Core.Results;

namespace Twin.Tests.Output;

[TestClass]
public class TimeSeriesFileTests
{
    private static readonly Column[] TwoColumns =
        [new("a.power_w", "W", Statistic.Mean, "One."), new("b.level_j", "J", Statistic.Start, "Two.")];

    [TestMethod]
    public void Every_double_reads_back_to_the_same_bits()
    {
        double[] values =
            [0.1, 1.0 / 3.0, -0.0, double.Epsilon, double.MaxValue, 1e21, 12_345_678.9, Math.BitIncrement(1.0), -273.15, 2.0 / 3e-7];
        using var folder = new TemporaryFolder();
        string[] lines = Write(folder, rows =>
        {
            for (int i = 0; i < values.Length; i++)
            {
                rows.Row(i * 900, [values[i], -values[i]]);
            }
        });
        for (int i = 0; i < values.Length; i++)
        {
            string[] fields = lines[i + 1].Split(',');
            Assert.AreEqual(BitConverter.DoubleToInt64Bits(values[i]), BitsOf(fields[1]), fields[1]);
            Assert.AreEqual(BitConverter.DoubleToInt64Bits(-values[i]), BitsOf(fields[2]), fields[2]);
        }
    }

    [TestMethod]
    public void The_first_column_is_the_begin_of_the_interval_in_utc()
    {
        using var folder = new TemporaryFolder();
        string[] lines = Write(folder, rows => rows.Row(1_752_480_900, [1, 2]));
        CollectionAssert.AreEqual(new[] { "time_utc,a.power_w,b.level_j", "2025-07-14T08:15:00Z,1,2" }, lines);
    }

    [TestMethod]
    public void What_is_not_defined_in_an_interval_is_an_empty_field()
    {
        using var folder = new TemporaryFolder();
        string[] lines = Write(folder, rows => rows.Row(0, [double.NaN, double.PositiveInfinity]));
        Assert.AreEqual("1970-01-01T00:00:00Z,,", lines[1]);
    }

    [TestMethod]
    public void A_comma_on_the_hosts_numbers_does_not_reach_the_file()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        using var folder = new TemporaryFolder();
        try
        {
            CultureInfo.CurrentCulture = comma;
            Assert.AreEqual("1970-01-01T00:00:00Z,0.5,1.25", Write(folder, rows => rows.Row(0, [0.5, 1.25]))[1]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [TestMethod]
    public void A_year_of_quarter_hours_in_120_columns_takes_no_memory()
    {
        Column[] columns = Enumerable.Range(0, 120)
            .Select(i => new Column($"part.value{i}_w", "W", Statistic.Mean, "One of many.")).ToArray();
        double[] values = new double[columns.Length];
        using var folder = new TemporaryFolder();
        using var rows = new TimeSeriesFile(folder.Of("timeseries.csv"));
        rows.Begin(columns, 900);
        Play(rows, values, from: 0, to: 40);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Play(rows, values, from: 40, to: 35_040);
        rows.Finish();
        Assert.IsLessThan(100_000, GC.GetAllocatedBytesForCurrentThread() - before); // a few buffers, whatever the horizon
    }

    private static long BitsOf(string text) => BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture));

    private static void Play(TimeSeriesFile rows, double[] values, int from, int to)
    {
        for (int row = from; row < to; row++)
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = 1e6 * Math.Sin(row + (0.1 * i));
            }

            rows.Row(1_735_686_000 + (row * 900L), values);
        }
    }

    private static string[] Write(TemporaryFolder folder, Action<TimeSeriesFile> play)
    {
        string path = folder.Of("timeseries.csv");
        using (var rows = new TimeSeriesFile(path))
        {
            rows.Begin(TwoColumns, 900);
            play(rows);
            rows.Finish();
        }

        return File.ReadAllText(path).TrimEnd('\n').Split('\n');
    }
}
