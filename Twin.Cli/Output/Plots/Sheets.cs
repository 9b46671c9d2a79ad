using SkiaSharp;

namespace Twin.Cli.Output.Plots;

/// <summary>The sheets of a run, drawn from the files of its folder, so that they can be drawn again at any time.</summary>
internal static class Sheets
{
    private const string NoSuchPart = "the plant has no such part";

    private static readonly Sheet[] All =
    [
        new("power_stack", PowerSheet.Columns, Needs(PowerSheet.CanDraw), PowerSheet.Draw),
        new("load_duration", LoadDurationSheet.Columns, Needs(LoadDurationSheet.CanDraw), LoadDurationSheet.Draw),
        new("river", RiverSheet.Columns, Needs(RiverSheet.CanDraw), RiverSheet.Draw),
        new("loop_temperatures", LoopSheet.Columns, Needs(LoopSheet.CanDraw), LoopSheet.Draw),
        new("heat_export", HeatSheet.Columns, Needs(HeatSheet.CanDraw), HeatSheet.Draw),
        new("monthly_energy", EnergySheet.Columns, Needs(EnergySheet.CanDraw), EnergySheet.Draw),
        new("pue_carpet", CarpetSheet.Pue.Columns, CarpetSheet.Pue.WhyNot, CarpetSheet.Pue.Draw),
        new("carbon_free_carpet", CarpetSheet.CarbonFree.Columns, CarpetSheet.CarbonFree.WhyNot, CarpetSheet.CarbonFree.Draw),
        new("energy_sankey", Wanted.Plain(EnergyFlows.Columns), EnergyFlows.WhyNot, SankeySheet.Draw),
    ];

    /// <summary>Names of all sheets.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(sheet => sheet.Name)];

    /// <summary>Draws sheets of a run.</summary>
    /// <param name="runFolder">Folder with summary.json and timeseries.csv.</param>
    /// <param name="outFolder">Folder of the pictures; made if it is not there.</param>
    /// <param name="names">Which sheets.</param>
    /// <param name="formats">In which formats.</param>
    /// <param name="cancel">Stops between sheets.</param>
    /// <exception cref="InvalidDataException">The files are not those of a run.</exception>
    public static Drawing Draw(
        string runFolder, string outFolder, IReadOnlyCollection<string> names, IReadOnlyList<string> formats, CancellationToken cancel)
    {
        List<Sheet> sheets = All.Where(sheet => names.Contains(sheet.Name)).ToList();
        RunSeries run = RunSeries.Read(runFolder, sheets.SelectMany(sheet => sheet.Columns));
        var axis = new TimeAxis(run);
        Directory.CreateDirectory(outFolder);
        var drawn = new List<string>();
        var leftOut = new List<(string Name, string Reason)>();
        foreach (Sheet sheet in sheets)
        {
            cancel.ThrowIfCancellationRequested();
            if (sheet.WhyNot(run) is { } reason)
            {
                leftOut.Add((sheet.Name, reason));
                continue;
            }

            foreach (string format in formats)
            {
                string file = $"{sheet.Name}.{format}";
                sheet.Draw(run, axis, Path.Combine(outFolder, file));
                drawn.Add(file);
            }
        }

        return new(drawn, leftOut);
    }

    /// <summary>Site and period.</summary>
    public static string Subtitle(RunSeries run, TimeAxis axis) => PlotPage.Subtitle(run.Summary.Label, axis.Period());

    /// <summary>How the curves are to be read.</summary>
    public static string Foot(RunSeries run, TimeAxis axis) => axis.IsGrouped
        ? $"Means of {axis.PointName}s, clock of {run.Summary.Zone}. Scenario {run.Summary.Scenario}."
        : $"Means of {Duration(run.IntervalS * run.Grid.RowsPerPoint)}, clock of {run.Summary.Zone}. Scenario {run.Summary.Scenario}.";

    /// <summary>A length of time in words: 15 minutes, 1 hour, 24 hours.</summary>
    public static string Duration(double lengthS)
    {
        (double size, string unit) = lengthS >= 3600 ? (lengthS / 3600, "hour") : (lengthS / 60, "minute");
        return $"{PlotText.Tenths(size)} {unit}{(size == 1 ? string.Empty : "s")}";
    }

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

    private static Func<RunSeries, string?> Needs(Func<RunSeries, bool> canDraw) =>
        run => canDraw(run) ? null : NoSuchPart;

    private sealed record Sheet(
        string Name, IEnumerable<Wanted> Columns, Func<RunSeries, string?> WhyNot, Action<RunSeries, TimeAxis, string> Draw);
}

/// <summary>What became of the sheets that were asked for.</summary>
/// <param name="Files">Names of the files that were drawn.</param>
/// <param name="LeftOut">Sheets that this run cannot have, and why.</param>
internal sealed record Drawing(IReadOnlyList<string> Files, IReadOnlyList<(string Name, string Reason)> LeftOut);
