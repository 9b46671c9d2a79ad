using Twin.Cli.Input.Studies;
using Twin.Cli.Output.Charts;
using Twin.Cli.Output.Plots;

namespace Twin.Cli.Output.Studies;

/// <summary>Runs as lines through their inputs and outcomes.</summary>
internal static class ParallelPart
{
    private const int MostLines = 250;
    private const int MostInputs = 5;
    private const int MostOutcomes = 4;

    /// <summary>The figure; none where fewer than two inputs and an outcome vary.</summary>
    public static IEnumerable<StudyFigure> Figures(StudyReading reading)
    {
        int[] done = [.. Enumerable.Range(0, reading.Study.Design.Count)
            .Where(point => reading.Table.Rows[reading.RowOf(point)].Status == RowStatus.Done)];
        StudyOutcome[] outcomes = [.. reading.Shown.Take(MostOutcomes)
            .Where(outcome => reading.Words(outcome).High > reading.Words(outcome).Low)];
        int[] inputs = Choice(reading);
        bool hasFew = done.Length < 3 || outcomes.Length == 0 || inputs.Length < 2;
        return reading.Study.Method.Kind is MethodKind.LimitSteps or MethodKind.Morris || hasFew
            ? []
            : [Of(reading, done, inputs, outcomes)];
    }

    /// <summary>Writes the figure.</summary>
    public static void Write(StudyBook book)
    {
        book.Paragraph("Each line is a run: follow it from its inputs on the left to its outcomes on the right.");
        book.Figures(Figures(book.Reading));
    }

    private static int[] Choice(StudyReading reading)
    {
        IEnumerable<int> ranked = reading.Shown.Count == 0 ? []
            : reading.Sensitivity(reading.Shown[0]).Ranking.Select(weight => weight.Input);
        IEnumerable<int> varying = Enumerable.Range(0, reading.Inputs.Count).Where(input => reading.Inputs[input].Listed.Count != 1);
        return [.. ranked.Concat(varying).Distinct().Take(MostInputs)];
    }

    private static StudyFigure Of(StudyReading reading, int[] done, int[] inputs, StudyOutcome[] outcomes)
    {
        int? best = reading.BestRow is { } row && row % reading.Policies == reading.PolicyShown ? row / reading.Policies : null;
        IReadOnlyList<int> shown = StudyReading.Thinned(done, MostLines);
        List<ParallelAxis> axes = [];
        List<Func<int, double>> heights = [];
        foreach (int input in inputs)
        {
            double[] values = reading.Input(input);
            Add(reading.Inputs[input].Name, reading.Inputs[input].Say, values);
        }

        foreach (StudyOutcome outcome in outcomes)
        {
            Add(reading.Words(outcome).Label, reading.Words(outcome).Say, reading.Values(outcome));
        }

        IReadOnlyList<double>[] Line(IEnumerable<int> runs) =>
            [.. runs.Select(point => heights.Select(height => height(point)).ToArray()).Where(line => line.All(double.IsFinite))];
        IReadOnlyList<double>[] Lines(Func<int, bool> isMeant) => Line(shown.Where(isMeant));
        bool hasConstraints = reading.Study.Constraints.Count > 0;
        bool IsFeasible(int point) => reading.IsFeasible(reading.RowOf(point));
        ParallelLines[] kinds =
        [
            new("breaks a constraint", PlotColours.Grey, Lines(point => hasConstraints && !IsFeasible(point)), 0.45, 1),
            new(
                hasConstraints ? "holds all constraints" : "run", PlotColours.Blue,
                Lines(point => !hasConstraints || IsFeasible(point)), 0.4, 1),
            new("best run", PlotColours.Vermilion, best is { } at ? Line([at]) : [], 1, 2.6),
        ];
        string cut = shown.Count < done.Length
            ? $"{shown.Count} of {StudyNumbers.Whole(done.Length)} runs are drawn, chosen evenly and the same each time."
            : $"All {StudyNumbers.Count(done.Length, "run", "runs")} that are done are drawn.";
        string feasible = hasConstraints
            ? $" {StudyNumbers.Count(kinds[1].Lines.Count, "line holds", "lines hold")} all constraints."
            : string.Empty;
        var alt = new ChartAlt("Runs through inputs and outcomes", cut + feasible);
        return new("parallel", alt, easel => ParallelChart.Draw(easel, ("parallel", alt), axes, kinds)) { IsPanorama = true };

        void Add(string name, Func<double, string> say, double[] values)
        {
            double[] there = [.. done.Select(point => values[point]).Where(double.IsFinite)];
            double low = there.Min(), high = there.Max();
            axes.Add(new(name, say(low), say(high)));
            heights.Add(point => high > low ? (values[point] - low) / (high - low) : 0.5);
        }
    }
}
