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
    private const int MostDayLabels = 12;
    private readonly SiteCalendar calendar;
    private readonly RunSeries run;
    private readonly LocalTime[] clock;
    private readonly (int First, int End)[] days;

    /// <summary>Makes the axis of a run.</summary>
    public TimeAxis(RunSeries run)
    {
        this.run = run;
        calendar = new SiteCalendar(run.Summary.Zone);
        LengthDays = (run.Summary.EndUnixS - run.Summary.StartUnixS) / DayS;
        clock = run.StartsUnixS.Select(calendar.At).ToArray();
        days = GroupBy(time => time.Date).ToArray();
    }

    /// <summary>Length of the run [d].</summary>
    public double LengthDays { get; }

    /// <summary>Whether single intervals would be fuzz, so that days are drawn instead.</summary>
    public bool IsDaily => LengthDays > LongRunDays;

    /// <summary>Groups the intervals of a run by day, or leaves each by itself, as the axis asks.</summary>
    public TimeTrace Trace(double[] values)
    {
        var x = new List<double>();
        var mean = new List<double>();
        var low = new List<double>();
        var high = new List<double>();
        foreach ((int first, int end) in IsDaily ? days : Intervals())
        {
            double[] defined = values[first..end].Where(double.IsFinite).ToArray();
            x.Add(PositionOf((first + end) * 0.5));
            mean.Add(defined.Length == 0 ? double.NaN : defined.Average());
            low.Add(defined.Length == 0 ? double.NaN : defined.Min());
            high.Add(defined.Length == 0 ? double.NaN : defined.Max());
        }

        return new([.. x], [.. mean], [.. low], [.. high]);
    }

    /// <summary>First and end index of the intervals of each day of the site's calendar.</summary>
    public IReadOnlyList<(int First, int End)> Days => days;

    /// <summary>Where on the axis an interval begins [d].</summary>
    public double BeginOf(int interval) => PositionOf((double)interval);

    /// <summary>First and end index of the intervals of each day, month or hour of the site's calendar.</summary>
    public IEnumerable<(int First, int End)> GroupBy<TKey>(Func<LocalTime, TKey> key)
        where TKey : struct, IEquatable<TKey>
    {
        int first = 0;
        for (int i = 1; i <= run.StartsUnixS.Count; i++)
        {
            if (i == run.StartsUnixS.Count || !key(At(i)).Equals(key(At(first))))
            {
                yield return (first, i);
                first = i;
            }
        }
    }

    /// <summary>Stretches of the axis, each unbroken, in which something holds for the intervals.</summary>
    public IEnumerable<(double From, double To)> Where(Func<int, bool> holds)
    {
        int? first = null;
        for (int i = 0; i <= run.StartsUnixS.Count; i++)
        {
            bool isHeld = i < run.StartsUnixS.Count && holds(i);
            if (isHeld)
            {
                first ??= i;
            }
            else if (first is { } begin)
            {
                yield return (PositionOf((double)begin), PositionOf((double)i));
                first = null;
            }
        }
    }

    /// <summary>What the site's clock shows at the begin of an interval.</summary>
    public LocalTime At(int interval) => clock[interval];

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
        if (LengthDays > LongRunDays)
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

    private IEnumerable<(int First, int End)> Intervals() => Enumerable.Range(0, run.StartsUnixS.Count).Select(i => (i, i + 1));

    private double PositionOf(double interval) => interval * run.IntervalS / DayS;

    private double PositionOf(long unixS) => (unixS - run.Summary.StartUnixS) / DayS;

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

/// <summary>A curve over time: one point a day with the day's range, or one an interval, where the three are the same.</summary>
internal sealed record TimeTrace(double[] X, double[] Mean, double[] Low, double[] High);
