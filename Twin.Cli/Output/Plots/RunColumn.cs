namespace Twin.Cli.Output.Plots;

/// <summary>What pictures keep of a column: totals, and sums by point, bar and hour, whatever the number of rows.</summary>
/// <remarks>What is not defined in an interval counts nowhere.</remarks>
internal sealed class RunColumn
{
    private const int HoursOfDay = 24;
    private readonly TimeGrid grid;
    private readonly List<Bin> points = [];
    private readonly List<double> bars = [];
    private readonly List<double>? hours;
    private readonly ValueCounts? counts;
    private Bin all = Bin.Empty;

    /// <summary>Makes an empty column.</summary>
    public RunColumn(TimeGrid grid, bool byHour, bool sorted)
    {
        this.grid = grid;
        hours = byHour ? [] : null;
        counts = sorted ? new ValueCounts() : null;
    }

    /// <summary>Sum of all values.</summary>
    public double Sum => all.Sum;

    /// <summary>Mean of all values; not a number where there is none.</summary>
    public double Mean => all.Mean;

    /// <summary>Smallest value; not a number where there is none.</summary>
    public double Lowest => all.Count > 0 ? all.Low : double.NaN;

    /// <summary>Largest value; not a number where there is none.</summary>
    public double Highest => all.Count > 0 ? all.High : double.NaN;

    /// <summary>Sums by bar.</summary>
    public IReadOnlyList<double> Bars => bars;

    /// <summary>Means by point; not a number where nothing is defined.</summary>
    public double[] Means => [.. points.Select(point => point.Mean)];

    /// <summary>Smallest values by point.</summary>
    public double[] Lows => [.. points.Select(point => point.Count > 0 ? point.Low : double.NaN)];

    /// <summary>Largest values by point.</summary>
    public double[] Highs => [.. points.Select(point => point.Count > 0 ? point.High : double.NaN)];

    /// <summary>Takes the value of the row that the grid took last.</summary>
    public void Add(double value)
    {
        Fill(points, grid.Points.Count, Bin.Empty);
        Fill(bars, grid.Bars.Count, 0.0);
        if (hours is not null)
        {
            Fill(hours, grid.Stripes.Count * HoursOfDay, 0.0);
        }

        if (!double.IsFinite(value))
        {
            return;
        }

        all = all.With(value);
        points[^1] = points[^1].With(value);
        bars[^1] += value;
        counts?.Add(value);
        if (hours is not null)
        {
            hours[hours.Count - HoursOfDay + grid.Hour] += value;
        }
    }

    /// <summary>Makes one point of each two.</summary>
    public void Halve()
    {
        for (int i = 0; i < points.Count / 2; i++)
        {
            points[i] = points[2 * i].With(points[(2 * i) + 1]);
        }

        points.RemoveRange(points.Count / 2, points.Count - (points.Count / 2));
    }

    /// <summary>Sum over an hour of the day in a column of a carpet.</summary>
    public double HourSum(int stripe, int hour) => hours![(stripe * HoursOfDay) + hour];

    /// <summary>Values evenly taken by their rank, largest first, both ends among them and exact.</summary>
    public double[] Ranked(int most) => counts!.Ranked(most, Lowest, Highest);

    private static void Fill<T>(List<T> list, int count, T value)
    {
        while (list.Count < count)
        {
            list.Add(value);
        }
    }

    private readonly record struct Bin(double Sum, int Count, double Low, double High)
    {
        public static Bin Empty => new(0, 0, double.PositiveInfinity, double.NegativeInfinity);

        public double Mean => Count > 0 ? Sum / Count : double.NaN;

        public Bin With(double value) => new(Sum + value, Count + 1, Math.Min(Low, value), Math.Max(High, value));

        public Bin With(Bin other) =>
            new(Sum + other.Sum, Count + other.Count, Math.Min(Low, other.Low), Math.Max(High, other.High));
    }
}
