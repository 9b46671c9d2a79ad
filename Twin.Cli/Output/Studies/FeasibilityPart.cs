using SkiaSharp;
using Twin.Cli.Input.Studies;
using Twin.Cli.Output.Charts;
using Twin.Cli.Output.Pages;
using Twin.Cli.Output.Plots;
using Twin.Core.Studies;

namespace Twin.Cli.Output.Studies;

/// <summary>Where the constraints hold, over the two inputs that decide it most.</summary>
internal static class FeasibilityPart
{
    private const int MostPoints = 800;
    private const int MostConstraints = 5;
    private static readonly SKColor Held = PlotColours.Green;
    private static readonly SKColor Failing = PlotColours.Grey;
    private static readonly SKColor[] Breaking =
        [PlotColours.Vermilion, PlotColours.Orange, PlotColours.Purple, PlotColours.Sky, PlotColours.Blue];

    /// <summary>The map; none where there are no constraints, or fewer than two inputs that vary.</summary>
    public static IEnumerable<StudyFigure> Figures(StudyReading reading)
    {
        int[] inputs = reading.Study.Constraints.Count == 0 || reading.Done == 0 || reading.Limits is not null
            || reading.Study.Method.Kind is MethodKind.OneAtATime or MethodKind.Morris ? [] : Deciding(reading);
        if (inputs.Length < 2)
        {
            return [];
        }

        // Points have numbers upwards: an input of cases lies below, and two of them make a map.
        int[] cases = [.. inputs.Where(input => reading.Inputs[input].Cases.Count > 0)];
        return reading.Study.Method.Kind == MethodKind.Grid || cases.Length == 2
            ? [Map(reading, inputs)]
            : [Points(reading, cases.Length == 1 && cases[0] == inputs[1] ? [inputs[1], inputs[0]] : inputs)];
    }

    /// <summary>Writes the map and how often each constraint breaks.</summary>
    public static void Write(StudyBook book)
    {
        StudyReading reading = book.Reading;
        book.Paragraph(
            "A run is feasible if it holds every constraint. The colour names the first constraint that breaks, in the study's order.");
        book.Figures(Figures(reading));
        using PageTable table = book.Table(
            "constraints-table", "Constraints and how many of the runs that are done break them",
            new("constraint"), new("runs that break it", true), new("share", true), new("runs that break it alone", true));
        foreach ((int index, StudyConstraint constraint) in reading.Study.Constraints.Index())
        {
            int broken = 0, alone = 0;
            foreach (StudyRow row in reading.Table.Rows.Where(row => row.Status == RowStatus.Done))
            {
                bool[] held = HeldBy(reading, row);
                broken += held[index] ? 0 : 1;
                alone += !held[index] && held.Count(one => one) == held.Length - 1 ? 1 : 0;
            }

            table.Row().Cell(() => book.Html.Element("code", constraint.Text)).Cell(StudyNumbers.Whole(broken), broken)
                .Cell(reading.Done > 0 ? StudyNumbers.Text.Percent(broken / (double)reading.Done) : "no run", broken)
                .Cell(StudyNumbers.Whole(alone), alone).EndRow();
        }
    }

    private static bool[] HeldBy(StudyReading reading, StudyRow row) =>
        [.. reading.Study.Constraints.Select(constraint => constraint.IsHeld(reading.Table.Value(row, constraint.Outcome.Name)))];

    // -1 where all hold, -2 where the run failed, else the first that breaks.
    private static int FirstBroken(StudyReading reading, int point)
    {
        StudyRow row = reading.Table.Rows[reading.RowOf(point)];
        return row.Status == RowStatus.Failed ? -2 : Array.IndexOf(HeldBy(reading, row), false);
    }

    private static SKColor ColourOf(int first) => first switch
    {
        -2 => Failing,
        -1 => Held,
        _ => Breaking[Math.Min(first, MostConstraints - 1)],
    };

    /// <summary>The two inputs with which feasibility changes most: by means of a grid, by ranks of anything else.</summary>
    private static int[] Deciding(StudyReading reading)
    {
        double[] held =
            [.. Enumerable.Range(0, reading.Study.Design.Count).Select(point => FirstBroken(reading, point) == -1 ? 1.0 : 0.0)];
        bool isGrid = reading.Study.Method.Kind == MethodKind.Grid;
        double Weight(int input)
        {
            double[] values = reading.Input(input);
            if (!isGrid)
            {
                return held.Length < 2 ? 0 : Math.Abs(Ranks.Spearman(values, held));
            }

            double[] means = [.. values.Zip(held).GroupBy(pair => pair.First).Select(level => level.Average(pair => pair.Second))];
            return means.Max() - means.Min();
        }

        return [.. Enumerable.Range(0, reading.Inputs.Count).Where(input => reading.Input(input).Distinct().Skip(1).Any())
            .OrderByDescending(Weight).ThenBy(input => input).Take(2).Order()];
    }

    private static (string Name, SKColor Colour)[] Legend(StudyReading reading, IEnumerable<int> seen)
    {
        HashSet<int> kinds = [.. seen];
        List<(string, SKColor)> legend = [];
        if (kinds.Contains(-1))
        {
            legend.Add(("holds all constraints", Held));
        }

        foreach ((int index, StudyConstraint constraint) in reading.Study.Constraints.Index().Where(one => kinds.Contains(one.Index)))
        {
            bool isLast = index >= MostConstraints - 1 && reading.Study.Constraints.Count > MostConstraints;
            if (!isLast || legend.All(entry => entry.Item2 != ColourOf(index)))
            {
                legend.Add((isLast ? "breaks a later constraint" : $"breaks {constraint.Text}", ColourOf(index)));
            }
        }

        if (kinds.Contains(-2))
        {
            legend.Add(("failed", Failing));
        }

        return [.. legend];
    }

    private static ChartAlt Alt(StudyReading reading, int[] inputs, int[] first)
    {
        int held = first.Count(one => one == -1);
        string most = held == first.Length
            ? "no constraint breaks"
            : first.Where(one => one >= 0).GroupBy(one => one).OrderByDescending(group => group.Count()).ThenBy(group => group.Key)
                .Select(group =>
                    $"{reading.Study.Constraints[group.Key].Text} breaks first in {StudyNumbers.Count(group.Count(), "run", "runs")}")
                .FirstOrDefault("the others failed");
        return new(
            $"Where the constraints hold: {reading.Inputs[inputs[0]].Name} and {reading.Inputs[inputs[1]].Name}",
            $"{StudyNumbers.Whole(held)} of {StudyNumbers.Count(first.Length, "run holds", "runs hold")} every constraint; {most}.");
    }

    private static StudyFigure Map(StudyReading reading, int[] inputs)
    {
        int[] first = [.. Enumerable.Range(0, reading.Study.Design.Count).Select(point => FirstBroken(reading, point))];
        double[][] levels = [.. inputs.Select(input => reading.Input(input).Distinct().Order().ToArray())];
        ILookup<(double, double), int> cells =
            Enumerable.Range(0, first.Length).ToLookup(point => (reading.Point(point)[inputs[0]], reading.Point(point)[inputs[1]]));
        bool isAlone = cells.All(cell => cell.Count() == 1);
        MapCell? Cell(int i, int j)
        {
            int[] kinds = [.. cells[(levels[0][i], levels[1][j])].Select(point => first[point])];
            if (kinds.Length == 0)
            {
                return null;
            }

            // A cell of several runs: the most frequent kind, of equals the worse, so that a map never looks better than it is.
            int shown = kinds.GroupBy(kind => kind)
                .OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First().Key;
            string words = isAlone ? string.Empty : $"{kinds.Count(kind => kind == -1)} of {kinds.Length}";
            string tip = shown == -1 ? "holds all constraints"
                : shown == -2 ? "failed"
                : $"breaks {reading.Study.Constraints[shown].Text}";
            return new(ColourOf(shown), words, $"{words} {tip}".Trim());
        }

        ChartAlt alt = Alt(reading, inputs, first);
        alt = isAlone ? alt : alt with { Finding = alt.Finding + " Each cell says how many of its runs hold them all." };
        MapSide[] sides = [.. inputs.Select((input, side) =>
            new MapSide(reading.Inputs[input].Title, [.. levels[side].Select(reading.Inputs[input].Bare)]))];
        (string, SKColor)[] legend = Legend(reading, first);
        return new("feasibility", alt, easel => CellChart.Draw(easel, ("feasibility", alt), sides[0], sides[1], Cell, legend));
    }

    private static StudyFigure Points(StudyReading reading, int[] inputs)
    {
        int[] first = [.. Enumerable.Range(0, reading.Study.Design.Count).Select(point => FirstBroken(reading, point))];
        IReadOnlyList<int> shown = StudyReading.Thinned([.. Enumerable.Range(0, first.Length)], MostPoints);
        XySeries[] series = [.. Legend(reading, shown.Select(point => first[point])).Select(entry => new XySeries(
            entry.Name, entry.Colour, [.. shown.Where(point => ColourOf(first[point]) == entry.Colour)
                .Select(point => (reading.Point(point)[inputs[0]], reading.Point(point)[inputs[1]]))]) { Opacity = 0.75 })];
        ChartAlt alt = Alt(reading, inputs, first);
        alt = shown.Count == first.Length ? alt
            : alt with { Finding = $"{alt.Finding} {MostPoints} runs are drawn, chosen evenly and the same each time." };
        (double[] x, double[] y) = (reading.Input(inputs[0]), reading.Input(inputs[1]));
        var across = new XyAxis(reading.Inputs[inputs[0]].Title, x.Min(), x.Max(), reading.Inputs[inputs[0]].Cases);
        var upwards = new UprightAxis(reading.Inputs[inputs[1]].Title, y.Min(), y.Max());
        return new("feasibility", alt, easel => XyChart.Draw(easel, ("feasibility", alt), across, upwards, series, StudyNumbers.Text));
    }
}
