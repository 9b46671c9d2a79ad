using System.Globalization;
using Twin.Cli.Output.Pages;
using Twin.Core.Rules;

namespace Twin.Cli.Output.Reports.Page;

/// <summary>What the rules say: how many are met, a table of rules and years, and the reasons.</summary>
internal static class VerdictPart
{
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
        string counted = part.T("verdict.counted", rules.Length, years.Length, part.Subject.Verdicts.Count);
        part.Paragraph($"{part.T("verdict.lead", part.Subject.Year.Year)} {counted}");
        WriteTable(part, rules, years);
        part.SubHeading(part.T("verdict.reasons"));
        foreach (IGrouping<string, Verdict> rule in rules)
        {
            WriteReasons(part, rule);
        }
    });

    /// <summary>Writes how many rules stand how, and which are missed when.</summary>
    public static void WriteSummary(PagePart part)
    {
        if (part.Subject.Verdicts.Count == 0)
        {
            return;
        }

        IReadOnlyDictionary<Outcome, int> counts = Standing.Count(part.Subject.Verdicts);
        part.Html.Open("ul", ("class", "counts"), ("aria-label", part.T("toc.verdicts")));
        foreach (Outcome outcome in Standing.All)
        {
            part.Html.Open("li", ("class", KeyOf(outcome)));
            part.Html.Element("span", SignOf(outcome), ("class", "sign"), ("aria-hidden", "true"));
            part.Html.Element("strong", part.Say.Fixed(counts[outcome], 0)).Text(" ");
            part.Html.Element("span", part.T("standing." + KeyOf(outcome))).Close("li");
        }

        string years = Years(part.Subject.Verdicts.DistinctBy(verdict => verdict.Year));
        part.Html.Close("ul").Open("p", ("class", "note")).Text(part.T("standing.note", counts.Values.Sum(), years) + " ");
        part.Html.Element("a", part.T("toc.verdicts"), ("href", "#" + part.Id("verdicts"))).Close("p");
        IGrouping<string, Verdict>[] missed =
            [.. part.Subject.Verdicts.Where(verdict => verdict.Outcome == Outcome.Missed).GroupBy(verdict => verdict.Rule)];
        if (missed.Length > 0)
        {
            part.Html.Open("dl", ("class", "short"));
            foreach (IGrouping<string, Verdict> rule in missed)
            {
                part.Html.Open("dt", ("class", "missed")).Element("span", SignOf(Outcome.Missed), ("class", "sign"),
                    ("aria-hidden", "true"));
                part.Html.Text($"{part.T("outcome.missed")} {Years(rule)}").Close("dt").Element("dd", TitleOf(part, rule.Key));
            }

            part.Html.Close("dl");
        }
    }

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

    /// <summary>Title of a rule.</summary>
    internal static string TitleOf(PagePart part, string rule) => part.Texts[$"rules.{rule}.title"];

    // Cells are sorted as the counts stand.
    private static double PlaceOf(Outcome outcome) => Standing.All.TakeWhile(one => one != outcome).Count();

    private static void WriteTable(PagePart part, IGrouping<string, Verdict>[] rules, int[] years)
    {
        PageColumn[] columns =
            [new(part.T("verdict.rule")), .. years.Select(year => new PageColumn(year.ToString(CultureInfo.InvariantCulture)))];
        using var table = part.Table("verdict-table", part.T("verdict.caption"), columns, "verdicts");
        foreach (IGrouping<string, Verdict> rule in rules)
        {
            table.Row().Cell(() => part.Html.Text(TitleOf(part, rule.Key)).Leaf("br")
                .Element("small", ArticleOf(part, rule.First().Article)));
            foreach (int year in years)
            {
                Verdict verdict = rule.Single(one => one.Year == year);
                table.Cell(() => WriteCell(part, verdict), PlaceOf(verdict.Outcome), KeyOf(verdict.Outcome));
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
        return sign + part.WithUnit(margin, verdict.MarginUnit);
    }

    private static void WriteReasons(PagePart part, IGrouping<string, Verdict> rule)
    {
        part.Html.Line().Open("details").Open("summary").Text(TitleOf(part, rule.Key)).Text(" ");
        part.Html.Element("small", ArticleOf(part, rule.First().Article)).Close("summary");
        if (part.Texts.Has($"rules.{rule.Key}.about"))
        {
            part.Paragraph(part.Texts[$"rules.{rule.Key}.about"]);
        }

        part.Html.Open("dl", ("class", "reasons"));
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
                        part.WithUnit(value, verdict.Unit),
                        part.WithUnit(threshold, verdict.Unit),
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
                yield return (Span(verdicts[first].Year, verdicts[i].Year), verdicts[i], part.Texts.Say(verdicts[i].Reason));
                first = i + 1;
            }
        }
    }

    // "2026–2028, 2031".
    private static string Years(IEnumerable<Verdict> verdicts)
    {
        int[] years = [.. verdicts.Select(verdict => verdict.Year).Order()];
        var spans = new List<string>();
        for (int first = 0, i = 0; i < years.Length; i++)
        {
            if (i + 1 == years.Length || years[i + 1] != years[i] + 1)
            {
                spans.Add(Span(years[first], years[i]));
                first = i + 1;
            }
        }

        return string.Join(", ", spans);
    }

    private static string Span(int first, int last) =>
        string.Create(CultureInfo.InvariantCulture, $"{first}") + (first == last ? string.Empty
            : string.Create(CultureInfo.InvariantCulture, $"–{last}"));

    private static string WordsOf(PagePart part, Verdict verdict) =>
        string.Join('\n', [verdict.Outcome.ToString(), part.Texts.Say(verdict.Reason), .. verdict.Notes.Select(part.Texts.Say)]);

    private static string ArticleOf(PagePart part, string article) => Citation.Article(article, part.Texts);
}
