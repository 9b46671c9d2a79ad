using SkiaSharp;

namespace Twin.Cli.Output.Plots;

/// <summary>The sheets of a run, drawn from the files of its folder, so that they can be drawn again at any time.</summary>
internal static class Sheets
{
    private static readonly (string File, Func<RunSeries, bool> CanDraw, Action<RunSeries, TimeAxis, string> Draw)[] All =
    [
        ("power_stack.png", PowerSheet.CanDraw, PowerSheet.Draw),
        ("river.png", RiverSheet.CanDraw, RiverSheet.Draw),
        ("heat_export.png", HeatSheet.CanDraw, HeatSheet.Draw),
        ("monthly_energy.png", EnergySheet.CanDraw, EnergySheet.Draw),
    ];

    /// <summary>Draws all sheets that the run has columns for.</summary>
    /// <param name="runFolder">Folder with summary.json and timeseries.csv.</param>
    /// <param name="cancel">Stops between sheets.</param>
    /// <returns>The sheets that were left out, because the plant has no such part.</returns>
    public static IReadOnlyList<string> DrawAll(string runFolder, CancellationToken cancel)
    {
        var wanted = new HashSet<string>(
            [.. PowerSheet.Columns, .. RiverSheet.Columns, .. HeatSheet.Columns, .. EnergySheet.Columns], StringComparer.Ordinal);
        RunSeries run = RunSeries.Read(runFolder, wanted);
        var axis = new TimeAxis(run);
        string plots = Path.Combine(runFolder, RunFiles.Plots);
        Directory.CreateDirectory(plots);
        var leftOut = new List<string>();
        foreach ((string file, Func<RunSeries, bool> canDraw, Action<RunSeries, TimeAxis, string> draw) in All)
        {
            cancel.ThrowIfCancellationRequested();
            if (canDraw(run))
            {
                draw(run, axis, Path.Combine(plots, file));
            }
            else
            {
                leftOut.Add(file);
            }
        }

        return leftOut;
    }

    /// <summary>Site and period.</summary>
    public static string Subtitle(RunSeries run, TimeAxis axis) => $"{run.Summary.Label}  ·  {axis.Period()}";

    /// <summary>How the curves are to be read.</summary>
    public static string Foot(RunSeries run, TimeAxis axis) => axis.IsDaily
        ? $"Means of days, clock of {run.Summary.Zone}. Scenario {run.Summary.Scenario}."
        : $"Means of {PlotText.Tenths(run.IntervalS / 60)} minutes, clock of {run.Summary.Zone}. Scenario {run.Summary.Scenario}.";

    /// <summary>Values in another unit.</summary>
    public static double[] In(double[] values, double divisor) => Array.ConvertAll(values, value => value / divisor);

    /// <summary>Adds values to a sum, one by one.</summary>
    public static void AddTo(double[] sum, double[] values)
    {
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] += values[i];
        }
    }

    /// <summary>A colour of an area, dark enough for letters.</summary>
    public static SKColor Readable(SKColor colour)
    {
        const double share = 0.64;
        return new SKColor((byte)(colour.Red * share), (byte)(colour.Green * share), (byte)(colour.Blue * share));
    }
}
