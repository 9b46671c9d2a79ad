namespace Twin.Cli.Output.Plots;

/// <summary>The ratio of two columns for each hour of each day of the site's calendar.</summary>
internal sealed class Carpet
{
    private const int Hours = 24;
    private readonly double[][] cells;
    private readonly double[] sorted;

    /// <summary>Sums both columns over each hour, then divides: a ratio of energies, as the key figures are.</summary>
    public Carpet(double[] numerator, double[] denominator, TimeAxis axis)
    {
        cells = new double[axis.Days.Count][];
        double[] above = new double[Hours];
        double[] below = new double[Hours];
        for (int day = 0; day < axis.Days.Count; day++)
        {
            Array.Clear(above);
            Array.Clear(below);
            for (int i = axis.Days[day].First; i < axis.Days[day].End; i++)
            {
                int hour = (int)axis.At(i).HourOfDay;
                above[hour] += numerator[i];
                below[hour] += denominator[i];
            }

            cells[day] = new double[Hours];
            for (int hour = 0; hour < Hours; hour++)
            {
                // The hour that the clock skips in spring, and those outside the run, have no value.
                cells[day][hour] = below[hour] > 0 ? above[hour] / below[hour] : double.NaN;
            }
        }

        sorted = cells.SelectMany(day => day).Where(double.IsFinite).Order().ToArray();
        double whole = denominator.Sum();
        Mean = whole > 0 ? numerator.Sum() / whole : double.NaN;
    }

    /// <summary>The ratio over the whole run.</summary>
    public double Mean { get; }

    /// <summary>Smallest of all hours.</summary>
    public double Lowest => sorted.Length > 0 ? sorted[0] : double.NaN;

    /// <summary>Largest of all hours.</summary>
    public double Highest => sorted.Length > 0 ? sorted[^1] : double.NaN;

    /// <summary>Whether an hour of a day has no value: outside the run, or skipped by the clock in spring.</summary>
    public bool HasGap => sorted.Length < cells.Length * Hours;

    /// <summary>Share of the hours whose ratio is one.</summary>
    public double FullShare => sorted.Length > 0 ? sorted.Count(value => value > 1 - 1e-9) / (double)sorted.Length : double.NaN;

    /// <summary>The ratio in an hour of a day; not a number where there is none.</summary>
    public double this[int day, int hour] => cells[day][hour];

    /// <summary>The value that a share of the hours does not pass.</summary>
    public double Quantile(double share) =>
        sorted.Length > 0 ? sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))] : double.NaN;
}
