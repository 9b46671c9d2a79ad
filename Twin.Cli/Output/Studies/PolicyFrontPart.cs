using Twin.Cli.Input.Studies;
using Twin.Cli.Output.Charts;
using Twin.Cli.Output.Pages;
using Twin.Cli.Output.Plots;
using Twin.Core.Studies;

namespace Twin.Cli.Output.Studies;

/// <summary>Policies by their medians over drawn futures in two outcomes: single runs would show lucky futures as choices.</summary>
internal static class PolicyFrontPart
{
    /// <summary>Whether policies are the only choice: futures are drawn, and no lever with them.</summary>
    public static bool IsMeant(StudyReading reading) => ParetoPart.AreFuturesDrawn(reading) && reading.Inputs.All(input => !input.IsLever);

    /// <summary>The figure; none without two policies that have a median in two outcomes with a direction.</summary>
    public static IEnumerable<StudyFigure> Figures(StudyReading reading)
    {
        if (reading.Study.Policies.Count < 2 || reading.Goals.Count < 2)
        {
            return [];
        }

        (double[] a, double[] b) = (Medians(reading, reading.Goals[0]), Medians(reading, reading.Goals[1]));
        return Enumerable.Range(0, a.Length).Count(policy => double.IsFinite(a[policy]) && double.IsFinite(b[policy])) < 2
            ? []
            : [Of(reading, a, b)];
    }

    /// <summary>Writes the figure and a row for each policy.</summary>
    public static void Write(StudyBook book)
    {
        StudyReading reading = book.Reading;
        (StudyOutcome first, StudyOutcome second) = (reading.Goals[0], reading.Goals[1]);
        (double[] a, double[] b) = (Medians(reading, first), Medians(reading, second));
        IReadOnlyList<int> front = Front(reading, a, b);
        book.Paragraph(
            $"Each point is a policy: its median over {StudyNumbers.Count(Common(reading).Length, "future", "futures")} in which every policy "
            + "has a result. Single runs are no choices here, because nobody sets a future.");
        book.Figures(Figures(reading));
        using PageTable table = book.Table(
            "pareto-table", "Medians of the policies", new("policy"), new(reading.Words(first).Title, true),
            new(reading.Words(second).Title, true), new("on the front"), new("runs that hold every constraint", true));
        for (int policy = 0; policy < a.Length; policy++)
        {
            int held = Enumerable.Range(0, reading.Study.Design.Count)
                .Count(point => reading.IsFeasible((point * reading.Policies) + policy));
            table.Row().Cell(reading.Study.Policies[policy].Name)
                .Cell(reading.Words(first).Bare(a[policy]), a[policy]).Cell(reading.Words(second).Bare(b[policy]), b[policy])
                .Cell(front.Contains(policy) ? "yes" : "no").Cell(StudyNumbers.Whole(held), held).EndRow();
        }
    }

    // The same futures for all: a policy that fails where it is hot would look good by what is left.
    private static int[] Common(StudyReading reading)
    {
        double[] a = reading.Table.Column(reading.Goals[0].Name), b = reading.Table.Column(reading.Goals[1].Name);
        return [.. reading.Futures.Where(point => Enumerable.Range(point * reading.Policies, reading.Policies)
            .All(row => double.IsFinite(a[row]) && double.IsFinite(b[row])))];
    }

    private static double[] Medians(StudyReading reading, StudyOutcome outcome)
    {
        int[] common = Common(reading);
        return [.. Enumerable.Range(0, reading.Policies).Select(policy =>
        {
            double[] values = reading.Values(outcome, policy);
            return common.Length == 0 ? double.NaN : new Exceedance(common.Select(point => values[point])).P50;
        })];
    }

    private static IReadOnlyList<int> Front(StudyReading reading, double[] a, double[] b) =>
        ParetoFront.Of(a, reading.Goals[0].Direction!.Value, b, reading.Goals[1].Direction!.Value);

    private static StudyFigure Of(StudyReading reading, double[] a, double[] b)
    {
        (OutcomeWords first, OutcomeWords second) = (reading.Words(reading.Goals[0]), reading.Words(reading.Goals[1]));
        IReadOnlyList<int> front = Front(reading, a, b);
        (double X, double Y)[] steps = [.. front.Select(policy => (a[policy], b[policy]))];
        (double X, double Y)[] others = [.. Enumerable.Range(0, a.Length).Except(front).Select(policy => (a[policy], b[policy]))];
        List<XySeries> series =
        [
            new("other policies", PlotColours.Sky, others) { Radius = 4 },
            new(string.Empty, PlotColours.Vermilion, steps) { IsLine = true },
            new("the front", PlotColours.Vermilion, steps) { Radius = 4 },
        ];
        string points = string.Join("; ", front.Select(policy =>
            $"{StudyNumbers.Straight(reading.Study.Policies[policy].Name)} with {first.Say(a[policy])} and {second.Say(b[policy])}"));
        var alt = new ChartAlt(
            $"{first.Label} and {second.Label}: medians of the policies",
            $"{front.Count} of {StudyNumbers.Count(a.Length, "policy", "policies")} on the front by their medians: {points}.");
        var x = new XyAxis($"{first.Title} ({ParetoPart.Better(reading.Goals[0])})", a.Min(), a.Max(), []);
        var y = new UprightAxis($"{second.Title} ({ParetoPart.Better(reading.Goals[1])})", b.Min(), b.Max());
        return new("pareto", alt, easel => XyChart.Draw(easel, ("pareto", alt), x, y, series, StudyNumbers.Text));
    }
}
