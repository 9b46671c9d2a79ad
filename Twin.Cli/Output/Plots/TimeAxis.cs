using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;
using Twin.Core.Time;

namespace Twin.Cli.Output.Plots;

/// <summary>Time along the bottom of a plot: true instants, labelled with the clock and calendar of the site.</summary>
internal sealed class TimeAxis
{
    private const double DayS = 86400;
    private const double LongRunDays = 45;
    private const double HourlyRunDays = 3.5;
    private const double YearlyNamesDays = 1200;
    private const int MostDayLabels = 12;
    private const int MostYearLabels = 14;
    private readonly SiteCalendar calendar;
    private readonly RunSeries run;
    private readonly double[] middles;

    /// <summary>Makes the axis of a run.</summary>
    public TimeAxis(RunSeries run)
    {
        this.run = run;
        calendar = new SiteCalendar(run.Summary.Zone);
        middles = [.. Enumerable.Range(0, run.Grid.Points.Count).Select(i => Middle(run.Grid.Points[i], EndOf(i)))];
    }

    /// <summary>Length of the run [d].</summary>
    public double LengthDays => run.Grid.LengthDays;

    /// <summary>Whether single intervals would be fuzz, so that days or weeks are drawn instead.</summary>
    public bool IsGrouped => run.Grid.PointPart != TimePart.Interval;

    /// <summary>What a point of a curve stands for: interval, day or week.</summary>
    public string PointName => NameOf(run.Grid.PointPart);

    /// <summary>A curve of a column, in another unit.</summary>
    public TimeTrace Trace(RunColumn column, double divisor = 1.0) =>
        new(middles, Sheets.In(column.Means, divisor), Sheets.In(column.Lows, divisor), Sheets.In(column.Highs, divisor));

    /// <summary>Where on the axis an instant lies [d].</summary>
    public double PositionOf(long unixS) => (unixS - run.Summary.StartUnixS) / DayS;

    /// <summary>What the site's clock shows at an instant.</summary>
    public LocalTime At(long unixS) => calendar.At(unixS);

    /// <summary>Stretches of the axis, each unbroken, in which something holds for the points.</summary>
    public IEnumerable<(double From, double To)> Where(Func<int, bool> holds)
    {
        int? first = null;
        for (int i = 0; i <= middles.Length; i++)
        {
            if (i < middles.Length && holds(i))
            {
                first ??= i;
            }
            else if (first is { } begin)
            {
                yield return (PositionOf(run.Grid.Points[begin]), PositionOf(EndOf(i - 1)));
                first = null;
            }
        }
    }

    /// <summary>Name of a part of time.</summary>
    public static string NameOf(TimePart part) => part switch
    {
        TimePart.Interval => "interval",
        TimePart.Hour => "hour",
        TimePart.Day => "day",
        TimePart.Week => "week",
        TimePart.Month => "month",
        _ => "year",
    };

    /// <summary>The run's period in words.</summary>
    public string Period()
    {
        LocalTime first = calendar.At(run.Summary.StartUnixS);
        LocalTime last = calendar.At(run.Summary.EndUnixS - 1);
        return first.Date == last.Date
            ? Written(first.Date)
            : $"{Written(first.Date)} to {Written(last.Date)}";
    }

    /// <summary>Puts the axis below a plot.</summary>
    public void Apply(Plot plot)
    {
        var ticks = new NumericManual();
        if (LengthDays > YearlyNamesDays)
        {
            AddYears(ticks);
        }
        else if (LengthDays > LongRunDays)
        {
            AddMonths(ticks);
        }
        else if (LengthDays > HourlyRunDays)
        {
            AddDays(ticks);
        }
        else
        {
            AddHours(ticks);
        }

        plot.Axes.Bottom.TickGenerator = ticks;
        plot.Axes.SetLimitsX(0, LengthDays);
    }

    private static string Written(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private long EndOf(int point) => point + 1 < run.Grid.Points.Count ? run.Grid.Points[point + 1] : run.Summary.EndUnixS;

    private double Middle(long fromUnixS, long toUnixS) => (((fromUnixS + toUnixS) * 0.5) - run.Summary.StartUnixS) / DayS;

    private void AddYears(NumericManual ticks)
    {
        int first = calendar.At(run.Summary.StartUnixS).Year;
        int last = calendar.At(run.Summary.EndUnixS - 1).Year;
        int every = (last - first + MostYearLabels) / MostYearLabels;
        for (int year = first; year <= last; year++)
        {
            double from = PositionOf(calendar.BeginUnixS(new DateOnly(year, 1, 1)));
            double to = PositionOf(calendar.BeginUnixS(new DateOnly(year + 1, 1, 1)));
            AddSpan(ticks, from, to, year.ToString(CultureInfo.InvariantCulture), isNamed: (year - first) % every == 0);
        }
    }

    // Months and days carry their name in their middle and a line at their begin: they are spans, not instants.
    private void AddMonths(NumericManual ticks)
    {
        LocalTime start = calendar.At(run.Summary.StartUnixS);
        for (var month = new DateOnly(start.Year, start.Month, 1); ; month = month.AddMonths(1))
        {
            double from = PositionOf(calendar.BeginUnixS(month));
            if (from >= LengthDays)
            {
                return;
            }

            double to = PositionOf(calendar.BeginUnixS(month.AddMonths(1)));
            string name = month.ToString(LengthDays > 400 ? "MMM yy" : "MMM", CultureInfo.InvariantCulture);
            AddSpan(ticks, from, to, name, isNamed: LengthDays < 400 || month.Month % 3 == 1);
        }
    }

    private void AddDays(NumericManual ticks)
    {
        int every = (int)Math.Ceiling(LengthDays / MostDayLabels);
        int count = 0;
        for (DateOnly day = calendar.At(run.Summary.StartUnixS).Date; ; day = day.AddDays(1))
        {
            double from = PositionOf(calendar.BeginUnixS(day));
            if (from >= LengthDays)
            {
                return;
            }

            double to = PositionOf(calendar.BeginUnixS(day.AddDays(1)));
            AddSpan(ticks, from, to, day.ToString("d MMM", CultureInfo.InvariantCulture), isNamed: count++ % every == 0);
        }
    }

    private void AddSpan(NumericManual ticks, double from, double to, string name, bool isNamed)
    {
        if (from > 0)
        {
            ticks.AddMinor(from);
        }

        // A span that the run only touches has no room for its name.
        double shown = Math.Min(to, LengthDays) - Math.Max(from, 0);
        if (isNamed && shown > 0.4 * (to - from))
        {
            ticks.AddMajor((Math.Max(from, 0) + Math.Min(to, LengthDays)) / 2, name);
        }
    }

    private void AddHours(NumericManual ticks)
    {
        int everyH = LengthDays <= 0.25 ? 1 : LengthDays <= 1.1 ? 3 : 6;
        long firstHour = (run.Summary.StartUnixS + 3599) / 3600 * 3600;
        for (long unixS = firstHour; unixS <= run.Summary.EndUnixS; unixS += 3600)
        {
            LocalTime time = calendar.At(unixS);
            int hour = (int)time.HourOfDay;
            if (hour % everyH == 0)
            {
                bool isDayBegin = hour == 0 && LengthDays > 1.1;
                string label = isDayBegin
                    ? time.Date.ToString("d MMM", CultureInfo.InvariantCulture)
                    : hour.ToString("00", CultureInfo.InvariantCulture) + ":00";
                ticks.AddMajor(PositionOf(unixS), label);
                ticks.AddMinor(PositionOf(unixS));
            }
        }
    }
}

/// <summary>A curve over time: one point a day or week with its range, or one an interval, where the three are the same.</summary>
internal sealed record TimeTrace(double[] X, double[] Mean, double[] Low, double[] High);
