namespace Twin.Cli.Output.Comparison;

/// <summary>Which figures a comparison explains where nobody says.</summary>
internal static class MainFigures
{
    private const double Seen = 0.0005; // below, a figure that was zero still reads as zero

    private static readonly string[] Always = ["pue", "energy_cost"];

    // What a board asks about; the one that changes most is explained too.
    private static readonly string[] Main =
    [
        "cer", "erf", "ref", "cue", "cfe_score", "it_energy", "heat_export", "grid_import", "water_withdrawn", "permit_limited_hours",
        "throttled_gpu_hours", "unserved_energy", "peak_site_power",
    ];

    /// <summary>PUE, the cost of energy, and the one of the main figures whose relative change is largest.</summary>
    /// <param name="figures">Figures of two runs.</param>
    public static IReadOnlyList<FigureChange> Of(IReadOnlyList<FigureChange> figures)
    {
        FigureChange? most = figures
            .Where(figure => Main.Contains(figure.Name) && Weight(figure) > 0)
            .OrderByDescending(Weight).ThenBy(figure => Array.IndexOf(Main, figure.Name)).FirstOrDefault();
        return [.. figures.Where(figure => Always.Contains(figure.Name)), .. most is null ? [] : (FigureChange[])[most]];
    }

    // What was zero and is no longer has changed by more than any share.
    private static double Weight(FigureChange figure) => figure.IsSame || figure.Difference is not { } difference ? 0
        : figure.Percent is { } percent ? Math.Abs(percent)
        : Math.Abs(difference) >= Seen ? double.PositiveInfinity : 0;
}
