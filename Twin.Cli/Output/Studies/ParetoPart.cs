using Twin.Cli.Input.Studies;
using Twin.Cli.Output.Charts;
using Twin.Cli.Output.Pages;
using Twin.Cli.Output.Plots;
using Twin.Core.Studies;

namespace Twin.Cli.Output.Studies;

/// <summary>The runs that no other beats in both of two outcomes.</summary>
internal static class ParetoPart
{
    private const int MostPoints = 600;
    private const int MostRows = 25;

    /// <summary>The figure; none without two outcomes that have a direction, or without feasible runs.</summary>
    public static IEnumerable<StudyFigure> Figures(StudyReading reading) => PolicyFrontPart.IsMeant(reading)
        ? PolicyFrontPart.Figures(reading)
        : Front(reading).Count == 0 ? [] : [Of(reading)];

    /// <summary>Whether uncertainties are drawn, so that runs differ by luck.</summary>
    public static bool AreFuturesDrawn(StudyReading reading) => reading.Inputs.Any(input => !input.IsLever) && reading.Study.Method.Kind
        is MethodKind.LatinHypercube or MethodKind.MonteCarlo or MethodKind.Sobol or MethodKind.SobolPoints or MethodKind.Morris;

    /// <summary>Which way an outcome is better, in words.</summary>
    public static string Better(StudyOutcome outcome) =>
        outcome.Direction == OutcomeDirection.Min ? "less is better" : "more is better";

    /// <summary>Writes the figure and the runs on the front.</summary>
    public static void Write(StudyBook book)
    {
        StudyReading reading = book.Reading;
        if (PolicyFrontPart.IsMeant(reading))
        {
            PolicyFrontPart.Write(book);
            return;
        }

        (StudyOutcome first, StudyOutcome second) = (reading.Goals[0], reading.Goals[1]);
        IReadOnlyList<int> front = Front(reading);
        book.Paragraph(
            $"Runs on the front cannot be bettered in {reading.Words(first).Label} without losing in {reading.Words(second).Label}."
            + Luck(reading));
        book.Figures(Figures(reading));
        int[] levers = [.. Enumerable.Range(0, reading.Inputs.Count).Where(input => reading.Inputs[input].IsLever)];
        int[] shown = levers.Length > 0 ? levers : [.. Enumerable.Range(0, reading.Inputs.Count)];
        string caption = front.Count > MostRows
            ? $"The front: {MostRows} of {StudyNumbers.Whole(front.Count)} runs, chosen evenly"
            : $"The front: {StudyNumbers.Count(front.Count, "run", "runs")}";
        bool hasPolicies = reading.Study.Policies.Count > 0;
        PageColumn[] columns =
        [
            new("run"), new(reading.Words(first).Title, true), new(reading.Words(second).Title, true),
            .. hasPolicies ? new PageColumn[] { new("policy") } : [],
            .. shown.Select(input => new PageColumn(reading.Inputs[input].Title, reading.Inputs[input].Cases.Count == 0)),
        ];
        using PageTable table = book.Table("pareto-table", caption, columns);
        double[] a = reading.Table.Column(first.Name), b = reading.Table.Column(second.Name);
        foreach (int row in Evenly(front))
        {
            table.Row().Cell(StudyNumbers.Whole(row), row)
                .Cell(reading.Words(first).Bare(a[row]), a[row]).Cell(reading.Words(second).Bare(b[row]), b[row]);
            if (hasPolicies)
            {
                table.Cell(reading.Study.Policies[row % reading.Policies].Name);
            }

            foreach (int input in shown)
            {
                double value = reading.Point(row / reading.Policies)[input];
                table.Cell(reading.Inputs[input].Bare(value), reading.Inputs[input].Cases.Count == 0 ? value : null);
            }

            table.EndRow();
        }
    }

    private static IReadOnlyList<int> Front(StudyReading reading)
    {
        if (reading.Goals.Count < 2 || reading.Feasible < 2 || reading.Limits is not null)
        {
            return [];
        }

        double[] Feasible(StudyOutcome outcome) =>
            [.. reading.Table.Column(outcome.Name).Select((value, row) => reading.IsFeasible(row) ? value : double.NaN)];
        return ParetoFront.Of(
            Feasible(reading.Goals[0]), reading.Goals[0].Direction!.Value, Feasible(reading.Goals[1]), reading.Goals[1].Direction!.Value);
    }

    private static IEnumerable<int> Evenly(IReadOnlyList<int> front) => front.Count <= MostRows
        ? front
        : Enumerable.Range(0, MostRows).Select(i => front[i * (front.Count - 1) / (MostRows - 1)]);

    private static StudyFigure Of(StudyReading reading)
    {
        (OutcomeWords first, OutcomeWords second) = (reading.Words(reading.Goals[0]), reading.Words(reading.Goals[1]));
        double[] a = reading.Table.Column(reading.Goals[0].Name), b = reading.Table.Column(reading.Goals[1].Name);
        IReadOnlyList<int> front = Front(reading);
        int[] done = [.. Enumerable.Range(0, a.Length).Where(row => double.IsFinite(a[row]) && double.IsFinite(b[row]))];
        IReadOnlyList<int> shown = StudyReading.Thinned(done, MostPoints);
        (double X, double Y)[] Points(IEnumerable<int> rows) => [.. rows.Select(row => (a[row], b[row]))];
        (double X, double Y)[] steps = Points(front);
        List<XySeries> series =
        [
            new(reading.Study.Constraints.Count > 0 ? "breaks a constraint" : string.Empty, PlotColours.Grey,
                Points(shown.Where(row => !reading.IsFeasible(row)))) { Opacity = 0.7 },
            new("other runs", PlotColours.Sky, Points(shown.Where(reading.IsFeasible))) { Opacity = 0.7 },
            new(string.Empty, PlotColours.Vermilion, steps) { IsLine = true },
            new("the front", PlotColours.Vermilion, steps) { Radius = 4 },
        ];
        string cut = shown.Count < done.Length
            ? $" Of the other runs {MostPoints} are drawn, chosen evenly; the front is whole."
            : string.Empty;
        var alt = new ChartAlt(
            $"{first.Label} and {second.Label}: what one costs in the other",
            $"{StudyNumbers.Count(front.Count, "run is", "runs are")} on the front, from {first.Say(a[front[0]])} with "
                + $"{second.Say(b[front[0]])} to {first.Say(a[front[^1]])} with {second.Say(b[front[^1]])}.{Luck(reading)}{cut}");
        var x = new XyAxis($"{first.Title} ({Better(reading.Goals[0])})", first.Low, first.High, []);
        var y = new UprightAxis($"{second.Title} ({Better(reading.Goals[1])})", second.Low, second.High);
        return new("pareto", alt, easel => XyChart.Draw(easel, ("pareto", alt), x, y, series, StudyNumbers.Text));
    }

    private static string Luck(StudyReading reading)
    {
        string[] nobody = [.. reading.Inputs.Where(input => !input.IsLever).Select(input => input.Name)];
        return nobody.Length == 0 ? string.Empty
            : $" Nobody sets {string.Join(", ", nobody)}: the front picks lucky futures as well as choices.";
    }
}
