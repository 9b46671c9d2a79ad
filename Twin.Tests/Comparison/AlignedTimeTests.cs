using Twin.Cli.Output;
using Twin.Cli.Output.Comparison;
using Twin.Cli.Output.Plots;

namespace Twin.Tests.Comparison;

[TestClass]
public class AlignedTimeTests
{
    private const string Column = "site.power_w";
    private const int HourS = 3_600;
    private const double Rounding = 1e-9; // days; sums of whole seconds

    [TestMethod]
    public void Runs_of_one_period_lie_on_each_other_without_a_move()
    {
        RunSeries run = Series("Europe/Berlin", "2025-06-12T00:00:00Z", hours: 24);
        var time = new AlignedTime(run, run);
        Assert.AreEqual(0, time.YearsLater);
        CollectionAssert.AreEqual(time.Axis.Trace(run[Column]).X, time.Trace(run[Column], 1).X);
    }

    [TestMethod]
    public void A_run_of_another_year_is_moved_by_years_and_keeps_its_day_and_hour()
    {
        RunSeries a = Series("Europe/Berlin", "2025-06-11T22:00:00Z", hours: 24);
        RunSeries b = Series("Europe/Berlin", "2028-06-11T22:00:00Z", hours: 24);
        var time = new AlignedTime(a, b);
        Assert.AreEqual(-3, time.YearsLater);
        double[] x = time.Trace(b[Column], 1).X;
        for (int hour = 0; hour < x.Length; hour++)
        {
            Assert.AreEqual((hour + 0.5) / 24, x[hour], Rounding);
        }
    }

    [TestMethod]
    public void A_leap_day_has_no_place_in_a_year_without_one_and_the_days_after_it_keep_theirs()
    {
        RunSeries a = Series("UTC", "2025-02-28T00:00:00Z", hours: 48);
        RunSeries b = Series("UTC", "2024-02-28T00:00:00Z", hours: 72);
        double[] x = new AlignedTime(a, b).Trace(b[Column], 1).X;
        Assert.HasCount(48, x); // of 72 hours those of 29 February are left out
        Assert.AreEqual(23.5 / 24, x[23], Rounding);
        Assert.AreEqual(24.5 / 24, x[24], Rounding); // 1 March follows at once
    }

    [TestMethod]
    public void Sites_in_other_zones_are_laid_over_each_other_by_their_own_clocks()
    {
        RunSeries a = Series("Europe/Berlin", "2025-06-11T22:00:00Z", hours: 24); // midnight there
        RunSeries b = Series("Europe/Helsinki", "2025-06-11T21:00:00Z", hours: 24); // and there
        Assert.AreEqual(0.5 / 24, new AlignedTime(a, b).Trace(b[Column], 1).X[0], Rounding);
    }

    [TestMethod]
    public void Runs_over_new_year_meet_in_the_year_in_which_they_share_most()
    {
        RunSeries a = Series("UTC", "2025-12-31T00:00:00Z", hours: 48);
        RunSeries b = Series("UTC", "2024-01-01T00:00:00Z", hours: 24);
        var time = new AlignedTime(a, b);
        Assert.AreEqual(2, time.YearsLater);
        Assert.AreEqual(1.0, time.OverlapDays, Rounding);
    }

    [TestMethod]
    public void Runs_of_different_seasons_share_no_day()
    {
        var time = new AlignedTime(Series("UTC", "2025-01-10T00:00:00Z", hours: 24), Series("UTC", "2025-07-10T00:00:00Z", hours: 24));
        Assert.IsLessThanOrEqualTo(0.0, time.OverlapDays);
    }

    private static RunSeries Series(string zone, string start, int hours)
    {
        long startUnixS = UtcText.Parse(start);
        var summary = new SummaryFile(
            "plant",
            "Plant",
            zone,
            startUnixS,
            startUnixS + (hours * (long)HourS),
            [],
            new Dictionary<string, double>(),
            new Dictionary<string, IReadOnlyList<LimitFrom>>());
        var series = RunSeries.Of(summary, [Column], Wanted.Plain(Column));
        for (int hour = 0; hour < hours; hour++)
        {
            series.Take(startUnixS + (hour * (long)HourS), [hour]);
        }

        return series;
    }
}
