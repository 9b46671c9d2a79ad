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
        double alone = sobol.Indices.Sum(index => index.First.Value);
        string rows = sobol.RowsLeftOut == 0
            ? string.Empty
            : $" {StudyNumbers.Count(sobol.RowsLeftOut, "row was", "rows were")} left out because of failed runs.";
        string together = alone < 0.95
            ? $" What no input explains alone, {StudyNumbers.Text.Percent(Math.Max(0, 1 - alone))}, comes from inputs acting together."
            : string.Empty;
        var alt = new ChartAlt(
            $"{words.Label}: which inputs make it spread",
            $"{shown[0].Input} takes part in {StudyNumbers.Text.Percent(Math.Clamp(shown[0].Total.Value, 0, 1))} of the variance of "
                + $"{words.Label} and explains "
                + $"{StudyNumbers.Text.Percent(Math.Clamp(shown[0].First.Value, 0, 1))} alone.{together}{rows}");
        double low = Math.Min(0, shown.Min(index => Math.Min(index.First.Low, index.Total.Low)));
        double high = Math.Max(1, shown.Max(index => Math.Max(index.First.High, index.Total.High)));
        var axis = new LyingAxis("share of the variance; black line: 95 % interval", low, high, 0);
        (string, SkiaSharp.SKColor)[] legend =
            [("first order: alone", PlotColours.Blue), ("total order: with everything in which it takes part", PlotColours.Sky)];
        string id = "sobol-" + outcome.Name;
        return new(id, alt, easel => LyingBars.Draw(easel, (id, alt), axis, bars, legend, StudyNumbers.Text));
    }

    private static BarStretch Bar(Estimate estimate, SkiaSharp.SKColor colour, string kind) =>
        new(0, estimate.Value, colour, $"{kind}: {Share(estimate.Value)}, {Share(estimate.Low)} to {Share(estimate.High)}")
        {
            Whisker = (estimate.Low, estimate.High),
        };

    private static string Share(double share) => StudyNumbers.Text.Fixed(share, 2);
}
