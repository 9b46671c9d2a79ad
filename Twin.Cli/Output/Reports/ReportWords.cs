using Twin.Core.Rules;

namespace Twin.Cli.Output.Reports;

/// <summary>Words that files of a report share.</summary>
internal static class ReportWords
{
    /// <summary>What a centre is called: by its own name, else by that of the run.</summary>
    public static string Centre(ReportSubject subject) => subject.Year.Facts.Name ?? subject.Run.Summary.Label;

    /// <summary>Key of the texts of a figure; its twelve months share theirs.</summary>
    /// <param name="figure">Name of the figure.</param>
    /// <param name="part">name or formula.</param>
    public static string FigureKey(string figure, string part)
    {
        bool isOfMonth = figure.StartsWith(FigureNames.HeatRoomsMonth, StringComparison.Ordinal);
        return $"figures.{(isOfMonth ? figure[..^3] : figure)}.{part}";
    }

    /// <summary>How a number came to be, as files say it.</summary>
    public static string Of(Quality quality) => quality switch
    {
        Quality.Modelled => "modelled",
        Quality.Stated => "stated",
        Quality.Estimated => "estimated",
        Quality.NotDefined => "not_defined",
        Quality.NotProvided => "not_provided",
        _ => throw new ArgumentOutOfRangeException(nameof(quality), quality, "no such quality"),
    };

    /// <summary>What stands where there is no number.</summary>
    public static string None(ReportTexts texts, Quality quality) => texts[$"files.{Of(quality)}"];

    /// <summary>What a rule says, as files say it.</summary>
    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Met => "met",
        Outcome.Missed => "missed",
        Outcome.NotApplicable => "not_applicable",
        Outcome.NotDecidable => "not_decidable",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "no such outcome"),
    };
}
