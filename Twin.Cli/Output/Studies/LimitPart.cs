using SkiaSharp;
using Twin.Cli.Input.Studies;
using Twin.Cli.Output.Charts;
using Twin.Cli.Output.Pages;
using Twin.Cli.Output.Plots;
using Twin.Core.Studies;

namespace Twin.Cli.Output.Studies;

/// <summary>What a step of each limit is worth, alone and in pairs.</summary>
internal static class LimitPart
{
    private const int MostNamed = 3;

    /// <summary>A figure of the single steps for each outcome that is shown and changes with any.</summary>
    public static IEnumerable<StudyFigure> Figures(StudyReading reading) => reading.Limits is null ? []
        : reading.Shown.Where(outcome => Values(reading, outcome).Any(value => value is { Changed: > 0, Setting.Second: < 0 }))
            .Select(outcome => Of(reading, outcome));

    /// <summary>Writes what is worth most, and what is slack, for the first screen.</summary>
    public static void WriteAnswer(StudyBook book)
    {
        StudyReading reading = book.Reading;
        if (reading.Limits is not { } limits || reading.Shown.Count == 0)
        {
            return;
        }

        StudyOutcome about = reading.Shown[0];
        IReadOnlyList<LimitValue> values = Values(reading, about);
        OutcomeWords words = Changes(about, values);
        LimitValue[] most = [.. values.Where(value => value is { Changed: > 0, Setting.Second: < 0 })
            .OrderByDescending(value => Math.Abs(value.Mean)).Take(MostNamed)];
        if (most.Length > 0)
        {
            string steps = string.Join("; ", most.Select(value =>
                $"{limits.Say(value.Setting, reading.Inputs)}: {words.Change(value.Mean)} on average ({Range(words, value)})"));
            string which = most.Length == 1 ? "step that changes" : $"{StudyWords.Small(most.Length)} steps that change most in";
            book.Html.Element("li", $"The {which} {words.Label}: {steps}.");
        }

        string[] slack = [.. Enumerable.Range(0, limits.Plan.Levers.Count).Where(lever => IsSlack(reading, limits, lever))
            .Select(lever => limits.Plan.Levers[lever])];
        book.Html.Element("li", slack.Length == 0
            ? "No limit is slack: a step of each changes a declared outcome in some future."
            : $"Slack, both ways and in every future, for every declared outcome: {string.Join(", ", slack)}.");
    }

    /// <summary>Writes the figures and the tables of single steps and pairs.</summary>
    public static void Write(StudyBook book)
    {
        StudyReading reading = book.Reading;
        LimitReading limits = reading.Limits!;
        book.Paragraph(
            "Each row moves one limit by one step, or two at once, and meets the same futures as the base: what changes is due to the "
            + "limit alone.");
        book.Paragraph(
            $"{StudyNumbers.Count(limits.Plan.Futures, "future", "futures")} for each setting. A limit is called slack where its step "
            + "changes nothing in any of them.",
            "note");
        book.Figures(Figures(reading));
        foreach (StudyOutcome outcome in reading.Study.Outcomes)
        {
            WriteSingles(book, limits, outcome);
        }

        if (limits.Plan.Settings.Any(setting => setting.Second >= 0))
        {
            book.Paragraph(
                "Interaction is what a pair changes beyond the sum of its two steps: below zero or above it, the one is worth more or "
                + "less once the other is granted.");
            foreach (StudyOutcome outcome in reading.Study.Outcomes)
            {
                WritePairs(book, limits, outcome);
            }
        }
    }

    private static IReadOnlyList<LimitValue> Values(StudyReading reading, StudyOutcome outcome) =>
        LimitValues.Of(reading.Limits!.Plan, reading.Values(outcome));

    private static OutcomeWords Changes(StudyOutcome outcome, IReadOnlyList<LimitValue> values) =>
        new(outcome, [0, .. values.SelectMany(value => new[] { value.Low, value.High })]);

    private static bool IsSlack(StudyReading reading, LimitReading limits, int lever) =>
        reading.Study.Outcomes.All(outcome => LimitValues.Of(limits.Plan, reading.Values(outcome))
            .Where(value => value.Setting.First == lever && value.Setting.Second < 0).All(value => value.IsSlack));

    private static string Range(OutcomeWords words, LimitValue value) =>
        value.Futures == 1 ? "one future" : $"{words.Change(value.Low)} to {words.Change(value.High)}";

    private static SKColor ColourOf(StudyOutcome outcome, double change) =>
        change == 0 ? PlotColours.Grey
        : outcome.Direction is null ? PlotColours.Blue
        : (change > 0) == (outcome.Direction == OutcomeDirection.Max) ? PlotColours.Green
        : PlotColours.Vermilion;

    private static StudyFigure Of(StudyReading reading, StudyOutcome outcome)
    {
        LimitReading limits = reading.Limits!;
        LimitValue[] singles = [.. Values(reading, outcome).Where(value => value.Setting.Second < 0 && value.Futures > 0)];
        OutcomeWords words = Changes(outcome, singles);
        LyingBar[] bars = [.. singles.Select(value =>
        {
            string tip = $"{words.Change(value.Mean)}, {Range(words, value)}";
            BarStretch bar = new(0, value.Mean, ColourOf(outcome, value.Mean), tip)
            {
                Whisker = value.Low < value.High ? (value.Low, value.High) : null,
            };
            return new LyingBar(
                limits.Say(value.Setting, reading.Inputs), value.IsSlack ? "slack" : words.Change(value.Mean), [[bar]]);
        })];
        LimitValue most = singles.MaxBy(value => Math.Abs(value.Mean))!;
        int slack = singles.Count(value => value.IsSlack);
        string rest = slack == 0 ? string.Empty
            : $" {StudyNumbers.Whole(slack)} of {StudyNumbers.Count(singles.Length, "step is", "steps are")} slack.";
        var alt = new ChartAlt(
            $"{words.Label}: what a step of each limit changes",
            $"{limits.Say(most.Setting, reading.Inputs)} changes {words.Label} most, by {words.Change(most.Mean)} on average "
                + $"({Range(words, most)}).{rest}");
        (string, SKColor)[] legend = outcome.Direction is null
            ? []
            : [("better", PlotColours.Green), ("worse", PlotColours.Vermilion)];
        var axis = new LyingAxis(
            $"mean change against the base, {words.Title}; black line: lowest to highest future",
            Math.Min(0, singles.Min(value => value.Low)), Math.Max(0, singles.Max(value => value.High)), 0);
        string id = "limits-" + outcome.Name;
        return new(id, alt, easel => LyingBars.Draw(easel, (id, alt), axis, bars, legend, StudyNumbers.Text));
    }

    private static void WriteSingles(StudyBook book, LimitReading limits, StudyOutcome outcome)
    {
        IReadOnlyList<LimitValue> values = Values(book.Reading, outcome);
        OutcomeWords words = Changes(outcome, values);
        if (values.Count > 0 && values.All(value => value.IsSlack))
        {
            book.Paragraph($"{words.Label}: every step is slack; none changes it in any future, alone or in pairs.");
            return;
        }

        using PageTable table = book.Table(
            "limits-table-" + outcome.Name, $"{words.Label}: change of each step against the base",
            new("step"), new("mean", true), new("lowest", true), new("highest", true), new("futures it changes", true), new("verdict"));
        foreach (LimitValue value in values.Where(value => value.Setting.Second < 0))
        {
            table.Row().Cell(limits.Say(value.Setting, book.Reading.Inputs));
            WriteChange(table, words, value.Mean);
            WriteChange(table, words, value.Low);
            WriteChange(table, words, value.High);
            table.Cell($"{StudyNumbers.Whole(value.Changed)} of {StudyNumbers.Whole(value.Futures)}", value.Changed)
                .Cell(Verdict(value)).EndRow();
        }
    }

    private static void WritePairs(StudyBook book, LimitReading limits, StudyOutcome outcome)
    {
        IReadOnlyList<LimitValue> values = Values(book.Reading, outcome);
        OutcomeWords words = Changes(outcome, values);
        if (values.All(value => value.IsSlack))
        {
            return; // said above
        }

        using PageTable table = book.Table(
            "pairs-table-" + outcome.Name, $"{words.Label}: change of each pair against the base",
            new("pair"), new("mean", true), new("lowest", true), new("highest", true), new("interaction", true), new("verdict"));
        foreach (LimitValue value in values.Where(value => value.Setting.Second >= 0))
        {
            table.Row().Cell(limits.Say(value.Setting, book.Reading.Inputs));
            WriteChange(table, words, value.Mean);
            WriteChange(table, words, value.Low);
            WriteChange(table, words, value.High);
            WriteChange(table, words, value.Interaction);
            table.Cell(Verdict(value)).EndRow();
        }
    }

    private static string Verdict(LimitValue value) => value.Futures == 0 ? "not known" : value.IsSlack ? "slack" : "changes it";

    private static void WriteChange(PageTable table, OutcomeWords words, double value) =>
        table.Cell(words.Change(value), double.IsFinite(value) ? value : null);
}
