using System.Globalization;
using Twin.Core.Rules;

namespace Twin.Cli.Output.Reports.Page;

/// <summary>What the rules say: how many are met, a table of rules and years, and the reasons.</summary>
internal static class VerdictPart
{
    private static readonly Outcome[] Outcomes = [Outcome.Met, Outcome.Missed, Outcome.NotDecidable, Outcome.NotApplicable];

    /// <summary>Writes the counts, the table and the reasons.</summary>
    public static void Write(PagePart part) => part.Section("verdicts", () =>
    {
        if (part.Subject.Verdicts.Count == 0)
        {
            part.Paragraph(part.T("verdict.none"));
            return;
        }

        int[] years = [.. part.Subject.Verdicts.Select(verdict => verdict.Year).Distinct().Order()];
        IGrouping<string, Verdict>[] rules = [.. part.Subject.Verdicts.GroupBy(verdict => verdict.Rule)];
        WriteCounts(part, rules.Length, years);
        part.Paragraph(part.T("verdict.lead", part.Subject.Year.Year));
        WriteTable(part, rules, years);
        part.SubHeading(part.T("verdict.reasons"));
        foreach (IGrouping<string, Verdict> rule in rules)
        {
            WriteReasons(part, rule);
        }
    });

    /// <summary>Key of an outcome among the texts, and class of its cells.</summary>
    internal static string KeyOf(Outcome outcome) => outcome switch
    {
        Outcome.Met => "met",
        Outcome.Missed => "missed",
        Outcome.NotApplicable => "not_applicable",
        _ => "not_decidable",
    };

    /// <summary>A sign that tells the outcome without its colour.</summary>
    internal static string SignOf(Outcome outcome) => outcome switch
    {
        Outcome.Met => "✓",
        Outcome.Missed => "✗",
        Outcome.NotApplicable => "–",
        _ => "?",
    };

    private static void WriteCounts(PagePart part, int rules, int[] years)
    {
        part.Html.Open("ul", ("class", "counts"));
        foreach (Outcome outcome in Outcomes)
        {
            int count = part.Subject.Verdicts.Count(verdict => verdict.Outcome == outcome);
            part.Html.Open("li", ("class", KeyOf(outcome)));
            part.Html.Element("span", SignOf(outcome), ("class", "sign"), ("aria-hidden", "true"));
            part.Html.Element("strong", part.Say.Fixed(count, 0)).Text(" ").Element("span", part.T("outcome." + KeyOf(outcome)));
            part.Html.Close("li");
        }

        part.Html.Close("ul");
        part.Paragraph(part.T("verdict.counted", rules, years.Length, rules * years.Length), "note");
    }

    private static void WriteTable(PagePart part, IGrouping<string, Verdict>[] rules, int[] years)
    {
        PageColumn[] columns =
            [new(part.T("verdict.rule")), .. years.Select(year => new PageColumn(year.ToString(CultureInfo.InvariantCulture)))];
        using var table = new PageTable(part, "verdict-table", part.T("verdict.caption"), columns, "verdicts");
        foreach (IGrouping<string, Verdict> rule in rules)
        {
            table.Row().Cell(() => part.Html.Text(TitleOf(part, rule.Key)).Leaf("br").Element("small", ArticleOf(part, rule.First().Article)));
            foreach (int year in years)
            {
                Verdict verdict = rule.Single(one => one.Year == year);
                table.Cell(() => WriteCell(part, verdict), Array.IndexOf(Outcomes, verdict.Outcome), KeyOf(verdict.Outcome));
            }

            table.EndRow();
        }
    }

    private static void WriteCell(PagePart part, Verdict verdict)
    {
        part.Html.Element("span", SignOf(verdict.Outcome), ("class", "sign"), ("aria-hidden", "true"));
        part.Html.Element("span", part.T("outcome." + KeyOf(verdict.Outcome)));
        if (verdict.Margin is { } margin && verdict.Outcome is Outcome.Met or Outcome.Missed)
        {
            part.Html.Leaf("br").Element("small", MarginOf(part, verdict));
        }
    }

    private static string MarginOf(PagePart part, Verdict verdict)
    {
        double margin = verdict.Margin!.Value;
        string sign = margin > 0 ? "+" : string.Empty;
        return sign + part.Texts.WithUnit(margin, verdict.Unit).Replace(' ', '\u00A0');
    }

    private static void WriteReasons(PagePart part, IGrouping<string, Verdict> rule)
    {
        part.Html.Line().Open("details").Open("summary").Text(TitleOf(part, rule.Key)).Text(" ");
        part.Html.Element("small", ArticleOf(part, rule.First().Article)).Close("summary").Open("dl", ("class", "reasons"));
        foreach ((string years, Verdict verdict, string reason) in Spans(part, rule))
        {
            part.Html.Open("dt").Text(years + " ").Open("span", ("class", KeyOf(verdict.Outcome)));
            part.Html.Element("span", SignOf(verdict.Outcome), ("class", "sign"), ("aria-hidden", "true"));
            part.Html.Text(part.T("outcome." + KeyOf(verdict.Outcome))).Close("span").Close("dt");
            part.Html.Open("dd").Element("p", reason);
            if (verdict is { Value: { } value, Threshold: { } threshold, Margin: not null })
            {
                part.Paragraph(
                    part.T(
                        "verdict.compared",
                        part.Texts.WithUnit(value, verdict.Unit),
                        part.Texts.WithUnit(threshold, verdict.Unit),
                        MarginOf(part, verdict)),
                    "note");
            }

            foreach (Remark note in verdict.Notes)
            {
                part.Paragraph(part.Texts.Say(note), "note");
            }

            part.Html.Close("dd");
        }

        part.Html.Close("dl").Close("details");
    }

    // Years of which the same is said stand together.
    private static IEnumerable<(string Years, Verdict Verdict, string Reason)> Spans(PagePart part, IEnumerable<Verdict> rule)
    {
        Verdict[] verdicts = [.. rule.OrderBy(verdict => verdict.Year)];
        int first = 0;
        for (int i = 0; i < verdicts.Length; i++)
        {
            bool isLast = i + 1 == verdicts.Length;
            if (isLast || WordsOf(part, verdicts[i + 1]) != WordsOf(part, verdicts[i]))
            {
                string from = verdicts[first].Year.ToString(CultureInfo.InvariantCulture);
                string to = verdicts[i].Year.ToString(CultureInfo.InvariantCulture);
                yield return (first == i ? from : $"{from}–{to}", verdicts[i], part.Texts.Say(verdicts[i].Reason));
                first = i + 1;
            }
        }
    }

    private static string WordsOf(PagePart part, Verdict verdict) =>
        string.Join('\n', [verdict.Outcome.ToString(), part.Texts.Say(verdict.Reason), .. verdict.Notes.Select(part.Texts.Say)]);

    private static string TitleOf(PagePart part, string rule) => part.Texts[$"rules.{rule}.title"];

    private static string ArticleOf(PagePart part, string article) => Citation.Say(article, part.Texts.Language);
}
