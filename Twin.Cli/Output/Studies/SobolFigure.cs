using Twin.Cli.Input.Studies;
using Twin.Cli.Output.Charts;
using Twin.Cli.Output.Plots;
using Twin.Core.Studies;

namespace Twin.Cli.Output.Studies;

/// <summary>Shares of the variance of an outcome: first and total order with intervals.</summary>
internal static class SobolFigure
{
    private const int MostBars = 12;

    /// <summary>Draws the shares of an outcome.</summary>
    public static StudyFigure Of(StudyReading reading, StudyOutcome outcome, SobolIndices sobol)
    {
        OutcomeWords words = reading.Words(outcome);
        SobolIndex[] shown = [.. sobol.Indices.OrderByDescending(index => index.Total.Value).Take(MostBars)];
        LyingBar[] bars = [.. shown.Select(index => new LyingBar(
            index.Input, $"{Share(index.First.Value)} · {Share(index.Total.Value)}",
            [[Bar(index.First, PlotColours.Blue, "alone")], [Bar(index.Total, PlotColours.Sky, "with the others")]]))];
        string rows = sobol.RowsLeftOut == 0
            ? string.Empty
            : $" {StudyNumbers.Count(sobol.RowsLeftOut, "row was", "rows were")} left out because of failed runs.";
        string explains = shown[0].First.Low > 0 ? $" and explains {WithInterval(shown[0].First)} alone" : string.Empty;
        string sum = explains.Length > 0 ? "." : "; what it explains alone cannot be told from 0.";
        var alt = new ChartAlt(
            $"{words.Label}: which inputs make it spread",
            $"{shown[0].Input} takes part in {WithInterval(shown[0].Total)} of the variance of {words.Label}{explains}{sum}"
                + $"{Together(sobol)}{rows}");
        double low = Math.Min(0, shown.Min(index => Math.Min(index.First.Low, index.Total.Low)));
        double high = Math.Max(1, shown.Max(index => Math.Max(index.First.High, index.Total.High)));
        var axis = new LyingAxis("share of the variance; black line: 95 % interval", low, high, 0);
        (string, SkiaSharp.SKColor)[] legend =
            [("first order: alone", PlotColours.Blue), ("total order: with everything in which it takes part", PlotColours.Sky)];
        string id = "sobol-" + outcome.Name;
        return new(id, alt, easel => LyingBars.Draw(easel, (id, alt), axis, bars, legend, StudyNumbers.Text));
    }

    /// <summary>Half the width of the widest interval of any index [1].</summary>
    public static double LargestHalfWidth(SobolIndices sobol) =>
        sobol.Indices.Max(index => Math.Max(HalfWidth(index.First), HalfWidth(index.Total)));

    /// <summary>A share as figure, sentence and table write it.</summary>
    public static string Share(double share) => StudyNumbers.Text.Fixed(share, 2);

    // Errors of the indices add up like independent ones: only what stays below 1 with them says that inputs act together.
    private static string Together(SobolIndices sobol)
    {
        double alone = sobol.Indices.Sum(index => index.First.Value);
        double halfWidth = Math.Sqrt(sobol.Indices.Sum(index => HalfWidth(index.First) * HalfWidth(index.First)));
        return sobol.Variance > 0 && alone + halfWidth < 1
            ? $" What no input explains alone, {Share(1 - alone)} ± {Share(halfWidth)}, comes from inputs acting together."
            : string.Empty;
    }

    private static double HalfWidth(Estimate estimate) => 0.5 * (estimate.High - estimate.Low);

    private static string WithInterval(Estimate estimate) =>
        $"{Share(estimate.Value)} (95 %: {Share(estimate.Low)} to {Share(estimate.High)})";

    private static BarStretch Bar(Estimate estimate, SkiaSharp.SKColor colour, string kind) =>
        new(0, estimate.Value, colour, $"{kind}: {Share(estimate.Value)}, {Share(estimate.Low)} to {Share(estimate.High)}")
        {
            Whisker = (estimate.Low, estimate.High),
        };
}
