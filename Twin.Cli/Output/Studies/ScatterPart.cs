using Twin.Cli.Input.Studies;
using Twin.Cli.Output.Charts;
using Twin.Cli.Output.Plots;

namespace Twin.Cli.Output.Studies;

/// <summary>Outcomes against the inputs that matter most, run by run.</summary>
internal static class ScatterPart
{
    private const int MostInputs = 3;
    private const int MostOutcomes = 2;
    private const int MostPoints = 600;

    /// <summary>Figures of the first outcomes.</summary>
    public static IEnumerable<StudyFigure> Figures(StudyReading reading) =>
        reading.Study.Method.Kind is MethodKind.OneAtATime or MethodKind.Morris or MethodKind.LimitSteps // too few values of each input
            ? []
            : reading.Shown.Take(MostOutcomes).SelectMany(outcome => Choice(reading, outcome).Select(input => Of(reading, outcome, input)));

    /// <summary>Writes the figures.</summary>
    public static void Write(StudyBook book)
    {
        StudyReading reading = book.Reading;
        book.Paragraph($"Each dot is a run: how an outcome stands against one of its {MostInputs} most important inputs.");
        int done = Done(reading, reading.Shown[0]).Length;
        if (done > MostPoints)
        {
            book.Paragraph(
                $"Of {StudyNumbers.Whole(done)} runs {MostPoints} are drawn, chosen evenly and the same each time; runs.csv holds all.",
                "note");
        }

        book.Figures(Figures(reading));
    }

    // Where the method ranks no inputs (a list of runs), the first ones.
    private static IEnumerable<int> Choice(StudyReading reading, StudyOutcome outcome)
    {
        IReadOnlyList<InputWeight> ranking = reading.Sensitivity(outcome).Ranking;
        IEnumerable<int> chosen = ranking.Count > 0
            ? ranking.Select(weight => weight.Input)
            : Enumerable.Range(0, reading.Inputs.Count).Where(input => reading.Inputs[input].Listed.Count != 1);
        return Done(reading, outcome).Length == 0 ? [] : chosen.Where(input => !reading.Inputs[input].IsSeed).Take(MostInputs);
    }

    private static int[] Done(StudyReading reading, StudyOutcome outcome)
    {
        double[] values = reading.Values(outcome);
        return [.. Enumerable.Range(0, values.Length).Where(point => double.IsFinite(values[point]))];
    }

    private static StudyFigure Of(StudyReading reading, StudyOutcome outcome, int input)
    {
        OutcomeWords words = reading.Words(outcome);
        InputWords of = reading.Inputs[input];
        double[] values = reading.Values(outcome);
        IReadOnlyList<int> shown = StudyReading.Thinned(Done(reading, outcome), MostPoints);
        bool hasConstraints = reading.Study.Constraints.Count > 0;
        (double X, double Y)[] Points(bool isFeasible) =>
        [
            .. shown.Where(point => !hasConstraints || reading.IsFeasible(reading.RowOf(point)) == isFeasible)
                .Select(point => (reading.Point(point)[input], values[point])),
        ];
        List<XySeries> series =
            [new(hasConstraints ? "holds all constraints" : string.Empty, PlotColours.Blue, Points(true)) { Opacity = 0.65 }];
        if (hasConstraints)
        {
            series.Insert(0, new("breaks one", PlotColours.Orange, Points(false)) { Opacity = 0.65 });
        }

        double[] x = [.. shown.Select(point => reading.Point(point)[input])];
        var alt = new ChartAlt(
            $"{words.Label} against {of.Name}",
            $"From {of.Say(x.Min())} to {of.Say(x.Max())}; {words.Label} lies between {words.Say(shown.Min(point => values[point]))} and "
                + $"{words.Say(shown.Max(point => values[point]))}.");
        var across = new XyAxis(of.Title, x.Min(), x.Max(), of.Cases);
        var upwards = new UprightAxis(words.Title, words.Low, words.High);
        string id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"scatter-{outcome.Name}-{input}");
        return new(id, alt, easel => XyChart.Draw(easel, (id, alt), across, upwards, series, StudyNumbers.Text));
    }
}
