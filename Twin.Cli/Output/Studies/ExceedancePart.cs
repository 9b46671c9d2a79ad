using SkiaSharp;
using Twin.Cli.Input.Studies;
using Twin.Cli.Output.Charts;
using Twin.Cli.Output.Pages;
using Twin.Cli.Output.Plots;
using Twin.Core.Studies;

namespace Twin.Cli.Output.Studies;

/// <summary>How often each outcome is reached or passed over all futures.</summary>
internal static class ExceedancePart
{
    private const int Steps = 200;
    private static readonly SKColor[] Colours =
        [PlotColours.Blue, PlotColours.Vermilion, PlotColours.Green, PlotColours.Purple, PlotColours.Orange, PlotColours.Sky];

    /// <summary>A figure for each outcome that is shown; none where runs are settings and no futures.</summary>
    public static IEnumerable<StudyFigure> Figures(StudyReading reading) =>
        !reading.AreFutures || reading.Futures.Count() < 2 ? [] : reading.Shown.Where(outcome => Varies(reading, outcome))
            .Select(outcome => Of(reading, outcome));

    /// <summary>Writes the figures and their three values.</summary>
    public static void Write(StudyBook book)
    {
        StudyReading reading = book.Reading;
        book.Paragraph("Each curve shows which share of the runs reaches a value or passes it: P90 is reached or passed in 90 of 100.");
        book.Figures(Figures(reading));
        bool hasPolicies = reading.Study.Policies.Count > 0;
        using PageTable table = book.Table(
            "exceedance-table", "Values that are reached or passed in 10, 50 and 90 of 100 runs",
            new("outcome"), new("policy"), new("P10", true), new("P50", true), new("P90", true),
            new("careful figure", true), new("runs", true));
        foreach (StudyOutcome outcome in reading.Shown)
        {
            OutcomeWords words = reading.Words(outcome);
            for (int policy = 0; policy < reading.Policies; policy++)
            {
                if (reading.Spread(outcome, policy) is { } spread)
                {
                    double? careful = Careful(outcome, spread);
                    table.Row().Cell(words.Label).Cell(hasPolicies ? reading.Study.Policies[policy].Name : "none")
                        .Cell(words.Say(spread.P10), spread.P10).Cell(words.Say(spread.P50), spread.P50)
                        .Cell(words.Say(spread.P90), spread.P90)
                        .Cell(careful is { } value ? words.Say(value) : "no direction", careful)
                        .Cell(StudyNumbers.Whole(spread.Rising.Count), spread.Rising.Count).EndRow();
                }
            }
        }
    }

    /// <summary>The value that 90 of 100 futures keep to: P90 where more is better, P10 where less is; null where nothing is.</summary>
    public static double? Careful(StudyOutcome outcome, Exceedance spread) => outcome.Direction switch
    {
        OutcomeDirection.Max => spread.P90,
        OutcomeDirection.Min => spread.P10,
        _ => null,
    };

    private static bool Varies(StudyReading reading, StudyOutcome outcome) =>
        reading.Words(outcome) is { } words && words.High > words.Low && reading.Spread(outcome, reading.PolicyShown) is not null;

    private static StudyFigure Of(StudyReading reading, StudyOutcome outcome)
    {
        OutcomeWords words = reading.Words(outcome);
        List<XySeries> series = [];
        for (int policy = 0; policy < Math.Min(reading.Policies, Colours.Length); policy++)
        {
            if (reading.Spread(outcome, policy) is { } of)
            {
                (double X, double Y)[] curve =
                [
                    .. Enumerable.Range(0, Steps + 1)
                        .Select(i => (of.ValueReachedBy(1 - (i / (double)Steps)), 100.0 - (100.0 * i / Steps))),
                ];
                string name = reading.Study.Policies.Count > 0 ? reading.Study.Policies[policy].Name : string.Empty;
                series.Add(new(name, Colours[policy], curve) { IsLine = true });
            }
        }

        Exceedance spread = reading.Spread(outcome, reading.PolicyShown)!;
        series.Add(new(string.Empty, PlotColours.Ink, [(spread.P90, 90), (spread.P50, 50), (spread.P10, 10)])
        {
            Radius = 4.5,
            Words = [$"P90 {words.Say(spread.P90)}", $"P50 {words.Say(spread.P50)}", $"P10 {words.Say(spread.P10)}"],
        });
        string left = spread.Rising.Count < reading.Futures.Count()
            ? $" {StudyNumbers.Count(reading.Futures.Count() - spread.Rising.Count, "run has", "runs have")} no number and "
                + "are left out."
            : string.Empty;
        string whose = reading.Study.Policies.Count > 0 ? $" with {reading.Study.Policies[reading.PolicyShown].Name}" : string.Empty;
        var alt = new ChartAlt(
            $"{words.Label}: how often it is reached",
            $"{words.Label}{whose}: {words.Say(spread.P50)} or more in half of the runs, {words.Say(spread.P90)} in 90 of 100 and "
                + $"{words.Say(spread.P10)} in 10 of 100.{left}");
        var x = new XyAxis(words.Title, words.Low, words.High, []);
        var y = new UprightAxis("share of the runs that reach or pass it, %", 0, 100);
        string id = "exceedance-" + outcome.Name;
        return new(id, alt, easel => XyChart.Draw(easel, (id, alt), x, y, series, StudyNumbers.Text));
    }
}
