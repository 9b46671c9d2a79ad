using System.Globalization;
using Twin.Cli.Output;
using Twin.Cli.Output.Plots;
using Twin.Core.Results;

namespace Twin.Tests.Output;

[TestClass]
public class RunSeriesTests
{
    private const double Rounding = 1e-12; // the same sums in the same or another order

    private static readonly Wanted[] Power = [new("site.power_w") { ByHour = true, Sorted = true }];

    [TestMethod]
    public void Totals_days_months_and_ends_of_the_ranking_are_those_of_the_rows()
    {
        using var folder = new TemporaryFolder();
        Write(folder, new DateOnly(2025, 1, 1), days: 90, everyS: 900);
        RunSeries run = RunSeries.Read(folder.Path, Power);
        RunColumn power = run["site.power_w"];
        double[] rows = Rows(folder);
        Assert.AreEqual(rows.Average(), power.Mean, Rounding * power.Mean);
        Assert.AreEqual((rows.Min(), rows.Max()), (power.Lowest, power.Highest));
        Assert.HasCount(90, power.Means);
        Assert.AreEqual(rows[(10 * 96)..(11 * 96)].Average(), power.Means[10], Rounding * power.Means[10]); // before the clock changes
        Assert.AreEqual(rows[(10 * 96)..(11 * 96)].Max(), power.Highs[10]);
        Assert.AreEqual(rows[..(31 * 96)].Sum(), power.Bars[0], Rounding * power.Bars[0]);
        double[] ranked = power.Ranked(2000);
        Assert.AreEqual((rows.Max(), rows.Min()), (ranked[0], ranked[^1]));
    }

    [TestMethod]
    public void A_ranking_of_classes_is_that_of_the_values_to_a_fraction_of_a_pixel()
    {
        using var folder = new TemporaryFolder();
        Write(folder, new DateOnly(2025, 1, 1), days: 60, everyS: 900);
        double[] ranked = RunSeries.Read(folder.Path, Power)["site.power_w"].Ranked(int.MaxValue);
        double[] rows = [.. Rows(folder).OrderDescending()];
        Assert.HasCount(rows.Length, ranked);
        for (int i = 0; i < rows.Length; i++)
        {
            Assert.AreEqual(rows[i], ranked[i], rows[0] / 65_536); // half a class; classes are a 32,768th of the largest value or less
        }
    }

    [TestMethod]
    public void A_longer_run_keeps_no_more_points_than_a_shorter_one()
    {
        using var folder = new TemporaryFolder();
        Write(folder, new DateOnly(2025, 1, 1), days: 40, everyS: 60);
        RunSeries minutes = RunSeries.Read(folder.Path, Power); // 57,600 rows
        Assert.IsLessThanOrEqualTo(TimeGrid.MostPoints, minutes["site.power_w"].Means.Length);
        Assert.AreEqual(8, minutes.Grid.RowsPerPoint); // 57,600 / 8 is the first below 8,192
        Assert.AreEqual(Rows(folder)[8..16].Average(), minutes["site.power_w"].Means[1], Rounding * 1e7);

        using var decade = new TemporaryFolder();
        Write(decade, new DateOnly(2025, 1, 1), days: 3652, everyS: 3600);
        RunSeries years = RunSeries.Read(decade.Path, Power);
        Assert.AreEqual(TimePart.Week, years.Grid.PointPart);
        Assert.AreEqual(522, years["site.power_w"].Means.Length, 1.0); // weeks of ten years; the first and the last may be cut
        Assert.HasCount(10, years["site.power_w"].Bars);
        Assert.AreEqual(Rows(decade).Sum(), years["site.power_w"].Bars.Sum(), Rounding * 1e12);
    }

    [TestMethod]
    public void A_limit_that_changes_within_a_week_begins_a_new_point()
    {
        using var folder = new TemporaryFolder();
        RunHeader header = Write(folder, new DateOnly(2025, 1, 1), days: 1300, everyS: 3600);
        long thursdayUnixS = header.StartUnixS + (8 * 86_400); // 9 January 2025
        SummaryFile.Write(folder.Path, header with
        {
            ChangingLimits = new Dictionary<string, IReadOnlyList<LimitFrom>>(StringComparer.Ordinal)
            {
                ["river.permit.intake_m3_s"] = [new(header.StartUnixS, 0.4), new(thursdayUnixS, 0.6)],
            },
        }, SyntheticRun.KeyFigures);
        RunSeries run = RunSeries.Read(folder.Path, Power);
        CollectionAssert.Contains(run.Grid.Points.ToArray(), thursdayUnixS);
        LimitLine intake = run.Limit("river.permit.intake_m3_s")!;
        Assert.AreEqual((0.4, 0.6), (intake.At(thursdayUnixS - 1), intake.At(thursdayUnixS)));
    }

    [TestMethod]
    public void The_same_run_from_parquet_gives_the_same_numbers()
    {
        using var csv = new TemporaryFolder();
        using var parquet = new TemporaryFolder();
        var run = new SyntheticRun(new DateOnly(2025, 6, 1), days: 50);
        using (var files = new SeriesFiles(csv.Of(RunFiles.TimeSeries), parquet.Of(RunFiles.TimeSeriesParquet)))
        {
            run.Play(files, null, CancellationToken.None);
            files.Finish();
        }

        SummaryFile.Write(csv.Path, run.Header, SyntheticRun.KeyFigures);
        SummaryFile.Write(parquet.Path, run.Header, SyntheticRun.KeyFigures);
        Wanted[] wanted = [.. RiverSheet.Columns];
        (RunSeries a, RunSeries b) = (RunSeries.Read(csv.Path, wanted), RunSeries.Read(parquet.Path, wanted));
        foreach (string name in a.Like("river.*"))
        {
            CollectionAssert.AreEqual(a[name].Means, b[name].Means, name);
        }

        CollectionAssert.AreEqual(
            a["river.return_c where river.withdrawn_m3_s"].Highs, b["river.return_c where river.withdrawn_m3_s"].Highs);
    }

    private static double[] Rows(TemporaryFolder folder) =>
        [.. File.ReadLines(folder.Of(RunFiles.TimeSeries)).Skip(1)
            .Select(line => double.Parse(line.Split(',')[1], CultureInfo.InvariantCulture))];

    private static RunHeader Write(TemporaryFolder folder, DateOnly first, int days, int everyS)
    {
        RunHeader header = new SyntheticRun(first, days).Header;
        using (var rows = new TimeSeriesFile(folder.Of(RunFiles.TimeSeries)))
        {
            rows.Begin([new Column("site.power_w", "W", Statistic.Mean, "One.")], everyS);
            long count = (header.EndUnixS - header.StartUnixS) / everyS;
            for (long i = 0; i < count; i++)
            {
                rows.Row(header.StartUnixS + (i * everyS), [8e6 + (1e6 * Math.Sin(i / 37.0)) + (2e6 * Math.Sin(i / 4001.0))]);
            }
        }

        SummaryFile.Write(folder.Path, header, SyntheticRun.KeyFigures);
        return header;
    }
}
