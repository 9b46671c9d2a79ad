using Twin.Core.Time;

namespace Twin.Cli.Output.Plots;

/// <summary>Into what the time of a run is divided for its pictures.</summary>
internal enum TimePart
{
    /// <summary>A recorded interval, or some of them where a short run has very many.</summary>
    Interval,

    /// <summary>An hour of the site's clock.</summary>
    Hour,

    /// <summary>A day of the site's calendar.</summary>
    Day,

    /// <summary>A week from Monday on.</summary>
    Week,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A year.</summary>
    Year,
}

/// <summary>Sorts the rows of a run, as they stream by, into points of curves, bars and stripes of carpets.</summary>
/// <remarks>
/// What is kept of a run must not grow with its length: a picture has some thousand pixels, whether it shows a day or decades. Points are
/// intervals in a short run, days in one of up to three years, weeks beyond.
/// </remarks>
internal sealed class TimeGrid
{
    /// <summary>Number of points at which a run of many short intervals is thinned to half of them.</summary>
    public const int MostPoints = 8192;

    private const double DayS = 86400;
    private const double LongRunDays = 45;
    private const double WeeklyRunDays = 1200; // from here on a day is thinner than a pixel
    private const double HourlyBarsDays = 2.1;
    private const double YearlyBarsDays = 900;
    private const int DaysOfWeek = 7;
    private readonly SiteCalendar calendar;
    private readonly long[] breaksUnixS;
    private readonly List<long> points = [];
    private readonly List<long> bars = [];
    private readonly List<long> stripes = [];
    private int nextBreak;
    private int rowsOfPoint;
    private long pointKey = -1;
    private long barKey = -1;
    private long stripeKey = -1;

    /// <summary>Makes the grid of a run.</summary>
    public TimeGrid(SummaryFile summary)
    {
        calendar = new SiteCalendar(summary.Zone);
        LengthDays = (summary.EndUnixS - summary.StartUnixS) / DayS;
        PointPart = LengthDays > WeeklyRunDays ? TimePart.Week : LengthDays > LongRunDays ? TimePart.Day : TimePart.Interval;
        StripePart = PointPart == TimePart.Week ? TimePart.Week : TimePart.Day;
        BarPart = LengthDays > YearlyBarsDays ? TimePart.Year
            : LengthDays > LongRunDays ? TimePart.Month
            : LengthDays > HourlyBarsDays ? TimePart.Day
            : TimePart.Hour;
        breaksUnixS = [.. summary.ChangingLimits.Values.SelectMany(limit => limit).Select(limit => limit.FromUnixS).Distinct().Order()];
    }

    /// <summary>Length of the run [d].</summary>
    public double LengthDays { get; }

    /// <summary>What a point of a curve stands for. A limit that changes begins a new one.</summary>
    public TimePart PointPart { get; }

    /// <summary>What a bar stands for.</summary>
    public TimePart BarPart { get; }

    /// <summary>What a column of a carpet stands for: a day or a week.</summary>
    public TimePart StripePart { get; }

    /// <summary>Begin of each point, seconds since 1970-01-01T00:00Z.</summary>
    public IReadOnlyList<long> Points => points;

    /// <summary>Begin of each bar.</summary>
    public IReadOnlyList<long> Bars => bars;

    /// <summary>Begin of each column of a carpet.</summary>
    public IReadOnlyList<long> Stripes => stripes;

    /// <summary>Recorded intervals in a point, where points are intervals.</summary>
    public int RowsPerPoint { get; private set; } = 1;

    /// <summary>Hour on the site's clock in which the last row begins.</summary>
    public int Hour { get; private set; }

    /// <summary>Rows so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Whether the next row may need a point more than there is room for: then columns must be thinned with the grid.</summary>
    public bool IsFull => PointPart == TimePart.Interval && points.Count == MostPoints && rowsOfPoint == RowsPerPoint;

    /// <summary>Takes the next row.</summary>
    /// <param name="unixS">Begin of its interval.</param>
    public void Advance(long unixS)
    {
        LocalTime now = calendar.At(unixS);
        Rows++;
        Hour = (int)now.HourOfDay;
        bool isBreak = PassesBreak(unixS);
        if (PointPart == TimePart.Interval)
        {
            if (points.Count == 0 || rowsOfPoint == RowsPerPoint)
            {
                points.Add(unixS);
                rowsOfPoint = 0;
            }

            rowsOfPoint++;
        }
        else
        {
            Begin(points, ref pointKey, isBreak ? -1 : pointKey, KeyOf(PointPart, now), unixS);
        }

        Begin(bars, ref barKey, barKey, KeyOf(BarPart, now), unixS);
        Begin(stripes, ref stripeKey, stripeKey, KeyOf(StripePart, now), unixS);
    }

    /// <summary>Makes one point of each two.</summary>
    public void Halve()
    {
        for (int i = 0; i < points.Count / 2; i++)
        {
            points[i] = points[2 * i];
        }

        points.RemoveRange(points.Count / 2, points.Count - (points.Count / 2));
        RowsPerPoint *= 2;
        rowsOfPoint = RowsPerPoint;
    }

    private static void Begin(List<long> begins, ref long key, long before, long now, long unixS)
    {
        if (before != now)
        {
            begins.Add(unixS);
        }

        key = now;
    }

    private static long KeyOf(TimePart part, LocalTime time) => part switch
    {
        TimePart.Year => time.Year,
        TimePart.Month => (time.Year * 12L) + time.Month,
        TimePart.Week => time.Date.DayNumber / DaysOfWeek, // 1 January of year 1 was a Monday
        TimePart.Day => time.Date.DayNumber,
        _ => (((time.Date.DayNumber * 24L) + (int)time.HourOfDay) * 2) + (time.IsSecondPass ? 1 : 0),
    };

    private bool PassesBreak(long unixS)
    {
        int before = nextBreak;
        while (nextBreak < breaksUnixS.Length && breaksUnixS[nextBreak] <= unixS)
        {
            nextBreak++;
        }

        return nextBreak > before;
    }
}
