using Twin.Cli.Input.Studies;
using Twin.Cli.Output.Charts;
using Twin.Cli.Output.Plots;
using Twin.Core.Studies;

namespace Twin.Cli.Output.Studies;

/// <summary>Elementary effects: how much each input matters, with its interval, and how much that depends on the others.</summary>
internal static class MorrisFigures
{
    private const int MostBars = 12;

    /// <summary>The plane of μ* and σ, and μ* as bars with intervals.</summary>
    public static IEnumerable<StudyFigure> Of(StudyReading reading, StudyOutcome outcome, IReadOnlyList<MorrisEffect> effects)
    {
        OutcomeWords words = reading.Words(outcome);
        MorrisEffect[] shown = [.. reading.Sensitivity(outcome).Ranking.Select(weight => effects[weight.Input])];
        yield return Bars(outcome, words, shown);
        yield return Plane(outcome, words, shown);
    }

    private static StudyFigure Bars(StudyOutcome outcome, OutcomeWords words, MorrisEffect[] shown)
    {
        MorrisEffect most = shown[0];
        var alt = new ChartAlt(
            $"{words.Label}: mean effect of each input",
            $"{most.Input} matters most: over its whole range it moves {words.Label} by {words.Say(most.MuStar)} on average "
                + $"(95 % interval {words.Bare(most.MuStarEstimate.Low)} to {words.Say(most.MuStarEstimate.High)}).");
        LyingBar[] bars = [.. shown.Take(MostBars).Select(effect =>
        {
            Estimate estimate = effect.MuStarEstimate;
            string tip = $"μ* {words.Say(effect.MuStar)}, {words.Bare(estimate.Low)} to {words.Say(estimate.High)}";
            BarStretch bar = new(0, effect.MuStar, PlotColours.Blue, tip) { Whisker = (estimate.Low, estimate.High) };
            return new LyingBar(effect.Input, words.Say(effect.MuStar), [[bar]]);
        })];
        var axis = new LyingAxis(
            $"mean effect μ* of moving the input over its whole range: {words.Title}", 0,
            shown.Max(effect => effect.MuStarEstimate.High), 0);
        string id = "morris-bars-" + outcome.Name;
        return new(id, alt, easel => LyingBars.Draw(easel, (id, alt), axis, bars, [], StudyNumbers.Text));
    }

    private static StudyFigure Plane(StudyOutcome outcome, OutcomeWords words, MorrisEffect[] shown)
    {
        string[] uneven = [.. shown.Where(effect => effect.Sigma > effect.MuStar).Select(effect => effect.Input)];
        string finding = uneven.Length == 0
            ? "No input has a deviation σ above its mean effect μ*: each acts much alike wherever the others stand."
            : $"{Some(uneven)}: the deviation σ is above the mean effect μ*, so what it does depends on where it and the others stand.";
        var alt = new ChartAlt($"{words.Label}: mean effect and its deviation", finding);
        double right = shown.Max(effect => effect.MuStarEstimate.High);
        XySeries points = new(string.Empty, PlotColours.Blue, [.. shown.Select(effect => (effect.MuStar, effect.Sigma))])
        {
            Radius = 5,
            Words = [.. shown.Select(effect => effect.Input)],
            Whiskers = [.. shown.Select(effect => (effect.MuStarEstimate.Low, effect.MuStarEstimate.High))],
        };
        var x = new XyAxis($"mean effect μ*, {words.Title}; line: 95 % interval", 0, right, []);
        var y = new UprightAxis($"deviation of effects σ, {words.Title}", 0, shown.Max(effect => effect.Sigma));
        string id = "morris-" + outcome.Name;
        return new(id, alt, easel => XyChart.Draw(easel, (id, alt), x, y, [points], StudyNumbers.Text));
    }

    private static string Some(string[] names) =>
        names.Length <= 3 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(3))} and {names.Length - 3} more";
}
