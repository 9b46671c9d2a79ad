using Twin.Cli.Output.Plots;
using Twin.Core.Time;

namespace Twin.Cli.Output.Comparison;

/// <summary>Lays the time of one run along that of another: the same day of the year and hour of the clock are one place.</summary>
internal sealed class AlignedTime
{
    private const double DayS = 86_400;
    private readonly RunSeries other;
    private readonly SiteCalendar calendar;
    private readonly SiteCalendar otherCalendar;
    private readonly int yearsLater;

    /// <summary>Aligns two runs.</summary>
    /// <param name="run">The run whose axis is drawn.</param>
    /// <param name="other">The run that is laid along it.</param>
    public AlignedTime(RunSeries run, RunSeries other)
    {
        this.other = other;
        calendar = new SiteCalendar(run.Summary.Zone);
        otherCalendar = new SiteCalendar(other.Summary.Zone);
        Axis = new TimeAxis(run);
        int apart = calendar.At(run.Summary.StartUnixS).Year - otherCalendar.At(other.Summary.StartUnixS).Year;

        // A run over New Year may meet another best in the year beside that of its start.
        (yearsLater, OverlapDays) = Enumerable.Range(apart - 1, 3)
            .Select(years => (Years: years, Days: Overlap(run, years)))
            .OrderByDescending(one => one.Days).ThenBy(one => Math.Abs(one.Years)).First();
        Middles = [.. Enumerable.Range(0, other.Grid.Points.Count).Select(Middle)];
    }

    /// <summary>The axis of the run.</summary>
    public TimeAxis Axis { get; }

    /// <summary>Time that the runs share on the calendar [d]; zero or less where they share none.</summary>
    public double OverlapDays { get; }

    /// <summary>Years by which the other run was moved.</summary>
    public int YearsLater => yearsLater;

    /// <summary>Where on the axis the points of the other run lie [d]; not a number for 29 February in a year that has none.</summary>
    private double[] Middles { get; }

    /// <summary>A curve of the other run on the axis.</summary>
    public TimeTrace Trace(RunColumn column, double divisor)
    {
        int[] kept = [.. Enumerable.Range(0, Middles.Length).Where(i => double.IsFinite(Middles[i]))];
        double[] Kept(double[] values) => [.. kept.Select(i => values[i] / divisor)];
        return new([.. kept.Select(i => Middles[i])], Kept(column.Means), Kept(column.Lows), Kept(column.Highs));
    }

    private double Overlap(RunSeries run, int years)
    {
        double from = Moved(other.Summary.StartUnixS, years) is { } begin ? begin : run.Summary.StartUnixS;
        double length = other.Summary.EndUnixS - other.Summary.StartUnixS;
        return (Math.Min(run.Summary.EndUnixS, from + length) - Math.Max(run.Summary.StartUnixS, from)) / DayS;
    }

    private double Middle(int point)
    {
        long from = other.Grid.Points[point];
        long to = point + 1 < other.Grid.Points.Count ? other.Grid.Points[point + 1] : other.Summary.EndUnixS;
        return Moved((from + to) / 2, yearsLater) is { } unixS ? Axis.PositionOf(unixS) : double.NaN;
    }

    /// <summary>The instant of the same day and hour on the axis; null for 29 February in a year that has none.</summary>
    private long? Moved(long unixS, int years)
    {
        if (years == 0 && calendar.ZoneId == otherCalendar.ZoneId)
        {
            return unixS;
        }

        LocalTime local = otherCalendar.At(unixS);
        if (local is { Month: 2 } && local.Date.Day == 29 && !DateTime.IsLeapYear(local.Year + years))
        {
            return null;
        }

        return calendar.BeginUnixS(local.Date.AddYears(years)) + (long)(local.HourOfDay * 3600);
    }
}
