namespace Twin.Cli.Output.Plots;

/// <summary>The ratio of two columns for each hour of the site's clock in each day, or on the days of each week.</summary>
internal sealed class Carpet
{
    private const int Hours = 24;
    private readonly double[][] cells;
    private readonly double[] sorted;

    /// <summary>Divides what was summed over each hour: a ratio of energies, as the key figures are.</summary>
    public Carpet(RunColumn numerator, RunColumn denominator, TimeGrid grid)
    {
        cells = new double[grid.Stripes.Count][];
        for (int stripe = 0; stripe < cells.Length; stripe++)
        {
            cells[stripe] = new double[Hours];
            for (int hour = 0; hour < Hours; hour++)
            {
                // The hour that the clock skips in spring, and those outside the run, have no value.
                double below = denominator.HourSum(stripe, hour);
                cells[stripe][hour] = below > 0 ? numerator.HourSum(stripe, hour) / below : double.NaN;
            }
        }

        sorted = cells.SelectMany(stripe => stripe).Where(double.IsFinite).Order().ToArray();
        Mean = denominator.Sum > 0 ? numerator.Sum / denominator.Sum : double.NaN;
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

    /// <summary>The ratio in an hour of a day or of the days of a week; not a number where there is none.</summary>
    public double this[int stripe, int hour] => cells[stripe][hour];

    /// <summary>The value that a share of the hours does not pass.</summary>
    public double Quantile(double share) =>
        sorted.Length > 0 ? sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))] : double.NaN;
}
