using Twin.Cli.Input.Studies;
using Twin.Cli.Output.Charts;
using Twin.Cli.Output.Plots;
using Twin.Core.Studies;

namespace Twin.Cli.Output.Studies;

/// <summary>Which inputs matter: tornado of settings, means of a grid, ranks of drawn points.</summary>
internal static class SensitivityPart
{
    private const int MostBars = 12;

    /// <summary>Figures of all outcomes that are shown.</summary>
    public static IEnumerable<StudyFigure> Figures(StudyReading reading) => reading.Shown.SelectMany(outcome => Of(reading, outcome));

    /// <summary>Writes the figures and the numbers behind them.</summary>
    public static void Write(StudyBook book)
    {
        StudyReading reading = book.Reading;
        book.Paragraph(Lead(reading.Study.Method.Kind));
        foreach (StudyOutcome outcome in reading.Shown)
        {
            Sensitivity found = reading.Sensitivity(outcome);
            string label = reading.Words(outcome).Label;
            if (found.Missing is { } missing)
            {
                book.Paragraph($"{label}: nothing can be said of its inputs; {missing}", "note");
            }
            else if (found.Ranking.Count == 0)
            {
                book.Paragraph($"{label}: no input changes it in any run.", "note");
            }

            book.Figures(Of(reading, outcome));
        }

        SensitivityTables.Write(book);
    }

    private static IEnumerable<StudyFigure> Of(StudyReading reading, StudyOutcome outcome)
    {
        Sensitivity found = reading.Sensitivity(outcome);
        if (found.Ranking.Count == 0)
        {
            return [];
        }

        return found switch
        {
            { Tornado: { } tornado } => [TornadoFigure(reading, outcome, tornado)],
            { Morris: { } effects } => MorrisFigures.Of(reading, outcome, effects),
            { Sobol: { } sobol } => [SobolFigure.Of(reading, outcome, sobol)],
            { Levels: { } levels } => [LevelFigure(reading, outcome, levels)],
            { Ranks: { } ranks } when found.Ranking.Any(weight => reading.Inputs[weight.Input].IsOrdered) => [RankFigure(reading, outcome, found, ranks)],
            _ => [],
        };
    }

    private static string Lead(MethodKind method) => method switch
    {
        MethodKind.OneAtATime =>
            "Each bar shows where an outcome goes when one input alone moves from its low to its high setting and all others stay.",
        MethodKind.Morris =>
            "Inputs far to the right matter much; those far up matter differently depending on where the other inputs stand.",
        MethodKind.Sobol =>
            "How much of the spread of an outcome each input explains: alone, and together with the others. The black lines hold the true "
            + "share with 95 % confidence.",
        MethodKind.Grid =>
            "Each bar spans the means of an outcome over all runs with each value of an input: from the lowest to the highest.",
        _ => "How closely an outcome follows each input over all runs: 1 means always up together, −1 always opposite, 0 not at all. "
            + "The lower bar of each pair holds the other inputs fixed.",
    };

    private static StudyFigure TornadoFigure(StudyReading reading, StudyOutcome outcome, Tornado tornado)
    {
        OutcomeWords words = reading.Words(outcome);
        TornadoBar[] shown = [.. tornado.Bars.Where(bar => bar.Range > 0).Take(MostBars)];
        LyingBar[] bars = [.. shown.Select(bar =>
        {
            int input = reading.Study.Design.Space.Inputs.Index().First(item => item.Item.Name == bar.Input).Index;
            InputWords of = reading.Inputs[input];
            (string low, string high) = (of.Say(reading.Point(1 + (2 * input))[input]), of.Say(reading.Point(2 + (2 * input))[input]));
            List<BarStretch> stretches = [];
            if (double.IsFinite(bar.AtLow))
            {
                stretches.Add(new(tornado.Base, bar.AtLow, PlotColours.Sky, $"{bar.Input} at {low}: {words.Say(bar.AtLow)}"));
            }

            if (double.IsFinite(bar.AtHigh))
            {
                stretches.Add(new(tornado.Base, bar.AtHigh, PlotColours.Blue, $"{bar.Input} at {high}: {words.Say(bar.AtHigh)}"));
            }

            // The longer stretch first: where both lie on one side, the shorter must stay in sight.
            return new LyingBar(
                $"{bar.Input} {low} … {high}", $"{words.Bare(bar.AtLow)} … {words.Bare(bar.AtHigh)}",
                [[.. stretches.OrderByDescending(stretch => Math.Abs(stretch.To - stretch.From))]]);
        })];
        double[] ends = [tornado.Base, .. shown.SelectMany(bar => new[] { bar.AtLow, bar.AtHigh }).Where(double.IsFinite)];
        var alt = new ChartAlt(
            $"{words.Label}: what each input does alone",
            $"{shown[0].Input} moves {words.Label} most, by {words.Say(shown[0].Range)}; with all inputs at their base it is "
                + $"{words.Say(tornado.Base)}.");
        var axis = new LyingAxis(words.Title, ends.Min(), ends.Max(), tornado.Base);
        (string, SkiaSharp.SKColor)[] legend = [("input at its low setting", PlotColours.Sky), ("at its high setting", PlotColours.Blue)];
        string id = "tornado-" + outcome.Name;
        return new(id, alt, easel => LyingBars.Draw(easel, (id, alt), axis, bars, legend, StudyNumbers.Text));
    }

    private static StudyFigure LevelFigure(StudyReading reading, StudyOutcome outcome, IReadOnlyList<LevelMeans> levels)
    {
        OutcomeWords words = reading.Words(outcome);
        LevelMeans[] shown = [.. levels.Where(level => level.High.Mean > level.Low.Mean)
            .OrderByDescending(level => level.High.Mean - level.Low.Mean).ThenBy(level => level.Input).Take(MostBars)];
        LyingBar[] bars = [.. shown.Select(level =>
        {
            InputWords of = reading.Inputs[level.Input];
            string tip = $"{of.Say(level.Low.At)}: {words.Say(level.Low.Mean)}; {of.Say(level.High.At)}: {words.Say(level.High.Mean)}";
            return new LyingBar(
                of.Name, words.Say(level.High.Mean - level.Low.Mean),
                [[new(level.Low.Mean, level.High.Mean, PlotColours.Blue, tip)]]);
        })];
        InputWords most = reading.Inputs[shown[0].Input];
        var alt = new ChartAlt(
            $"{words.Label}: means by value of each input",
            $"{most.Name} moves {words.Label} most: from {words.Say(shown[0].Low.Mean)} at {most.Say(shown[0].Low.At)} to "
                + $"{words.Say(shown[0].High.Mean)} at {most.Say(shown[0].High.At)} on average over the other inputs.");
        double low = shown.Min(level => level.Low.Mean);
        var axis = new LyingAxis($"mean of {words.Title}", low, shown.Max(level => level.High.Mean), low);
        string id = "means-" + outcome.Name;
        return new(id, alt, easel => LyingBars.Draw(easel, (id, alt), axis, bars, [], StudyNumbers.Text));
    }

    private static StudyFigure RankFigure(
        StudyReading reading, StudyOutcome outcome, Sensitivity found, IReadOnlyList<RankWeight> ranks)
    {
        OutcomeWords words = reading.Words(outcome);
        RankWeight[] shown = [.. found.Ranking.Where(weight => reading.Inputs[weight.Input].IsOrdered).Take(MostBars)
            .Select(weight => ranks.First(rank => rank.Input == weight.Input))];
        LyingBar[] bars = [.. shown.Select(rank => new LyingBar(
            reading.Inputs[rank.Input].Name,
            StudyNumbers.Text.Fixed(found.IsByCoefficient ? rank.Coefficient : rank.Correlation, 2), Lanes(rank)))];
        string share = double.IsFinite(found.RSquared)
            ? $" All ordered inputs together explain {StudyNumbers.Text.Percent(found.RSquared)} of the spread of its ranks (R²)."
            : string.Empty;
        var alt = new ChartAlt(
            $"{words.Label}: which inputs it follows",
            (found.IsByCoefficient
                ? $"With the other inputs held fixed, {words.Label} follows {reading.Inputs[shown[0].Input].Name} most, with a rank "
                    + $"regression coefficient of {StudyNumbers.Text.Fixed(shown[0].Coefficient, 2)}."
                : $"{words.Label} follows {reading.Inputs[shown[0].Input].Name} most, with a rank correlation of "
                    + $"{StudyNumbers.Text.Fixed(shown[0].Correlation, 2)}.")
                + share);
        var axis = new LyingAxis("rank correlation and rank regression coefficient", -1, 1, 0);
        (string, SkiaSharp.SKColor)[] legend =
            [("rank correlation", PlotColours.Blue), ("rank regression coefficient", PlotColours.Orange)];
        string id = "ranks-" + outcome.Name;
        return new(id, alt, easel => LyingBars.Draw(easel, (id, alt), axis, bars, legend, StudyNumbers.Text));
    }

    private static IReadOnlyList<IReadOnlyList<BarStretch>> Lanes(RankWeight rank)
    {
        BarStretch[] correlation =
            [new(0, rank.Correlation, PlotColours.Blue, $"rank correlation {StudyNumbers.Text.Fixed(rank.Correlation, 3)}")];

        // Inputs that go together can have coefficients beyond 1; the bar ends there and the table has the number.
        BarStretch[] coefficient = double.IsFinite(rank.Coefficient)
            ? [new(0, Math.Clamp(rank.Coefficient, -1, 1), PlotColours.Orange,
                $"rank regression coefficient {StudyNumbers.Text.Fixed(rank.Coefficient, 3)}")]
            : [];
        return [correlation, coefficient];
    }
}
