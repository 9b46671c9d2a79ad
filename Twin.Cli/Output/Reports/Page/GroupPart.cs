using System.Globalization;
using Twin.Cli.Output.Charts;
using Twin.Cli.Output.Pages;
using Twin.Core.Rules;

namespace Twin.Cli.Output.Reports.Page;

/// <summary>Several sites or years side by side, and their averages as the law weights them.</summary>
internal static class GroupPart
{
    private static readonly (string Name, string Ratio)[] Ratios =
        [("PUE", FigureNames.Pue), ("REF", FigureNames.Ref), ("ERF", FigureNames.Erf), ("WUE", FigureNames.WueInput)];

    private static readonly Outcome[] Counted = [Outcome.Met, Outcome.Missed, Outcome.NotDecidable];

    /// <summary>Writes the table of all subjects.</summary>
    public static void Write(Html html, IReadOnlyList<PagePart> parts, GroupAverages? group)
    {
        ChartText say = parts[0].Say;
        ReportTexts texts = say.Texts;
        html.Line().Open("section", ("id", "group"), ("aria-labelledby", "group-h"));
        html.Element("h2", texts["page.group.title"], ("id", "group-h")).Element("p", texts["page.group.lead"]);
        if (group is null)
        {
            WriteWhyNoAverage(html, parts, texts);
        }

        PageColumn[] columns =
        [
            new(texts["page.group.site"]), new(texts["page.group.year"], true), new(texts["page.group.status"]),
            .. Ratios.Select(ratio => new PageColumn(ratio.Name, IsNumber: true)), new("E_DC, MWh", true),
            .. Counted.Select(outcome => new PageColumn(texts["page.group.rules." + VerdictPart.KeyOf(outcome)], IsNumber: true)),
        ];
        using (var table = new PageTable(html, "group-table", texts["page.group.caption"], columns))
        {
            foreach (PagePart part in parts)
            {
                WriteRow(table, part);
            }

            if (group is not null)
            {
                WriteAverages(table, group, say);
            }
        }

        foreach ((string name, string ratio) in Ratios)
        {
            if (group?.Lacking.GetValueOrDefault(ratio) is { } lacking)
            {
                string sites = string.Join(", ", lacking.Select(i => NameOf(parts[i])));
                html.Open("p", ("class", "note")).Text(texts.Fill("page.group.lacking", name) + " ");
                html.Element("bdi", sites, ("translate", "no")).Close("p");
            }
        }

        if (group is not null)
        {
            WriteMixed(html, "designs", parts.Where(part => part.Subject.Year.IsDesign), texts);
            WriteMixed(html, "parts", parts.Where(part => !part.Subject.Year.IsWhole || part.Status == "starting"), texts);
        }

        html.Close("section");
    }

    // A centre and year that stands there twice would weigh twice.
    private static void WriteWhyNoAverage(Html html, IReadOnlyList<PagePart> parts, ReportTexts texts)
    {
        string[] twice = [.. parts.GroupBy(NameOf).Where(same => same.Count() > 1).Select(same => same.Key)];
        html.Open("p", ("class", "open")).Text(texts["page.group.no_average"]);
        if (twice.Length > 0)
        {
            html.Text(" " + texts["page.group.twice"] + " ").Element("bdi", string.Join(", ", twice), ("translate", "no"));
        }

        html.Close("p");
    }

    private static void WriteMixed(Html html, string key, IEnumerable<PagePart> parts, ReportTexts texts)
    {
        string names = string.Join(", ", parts.Select(NameOf));
        if (names.Length > 0)
        {
            html.Open("p", ("class", "note")).Text(texts["page.group." + key] + " ").Element("bdi", names, ("translate", "no")).Close("p");
        }
    }

    private static void WriteRow(PageTable table, PagePart part)
    {
        CentreYear year = part.Subject.Year;
        table.Row()
            .Cell(() =>
            {
                part.Html.Open("a", ("href", "#" + part.Id("top")));
                part.Given(part.SiteName);
                part.Html.Close("a");
            })
            .Cell(year.Year.ToString(CultureInfo.InvariantCulture), year.Year)
            .Cell(part.T("status." + part.Status));
        foreach ((_, string ratio) in Ratios)
        {
            table.Cell(Say(part.Say, ratio, year[ratio]), year[ratio]);
        }

        double? energyKWh = year[FigureNames.CentreEnergy];
        table.Cell(energyKWh is { } kWh ? part.Say.Fixed(kWh / 1_000, 0) : part.T("not_provided"), energyKWh);
        IReadOnlyDictionary<Outcome, int> counts = Standing.Count(part.Subject.Verdicts);
        foreach (Outcome outcome in Counted)
        {
            table.Cell(part.Say.Fixed(counts[outcome], 0), counts[outcome]);
        }

        table.EndRow();
    }

    private static string NameOf(PagePart part) =>
        string.Create(CultureInfo.InvariantCulture, $"{part.SiteName} {part.Subject.Year.Year}");

    private static void WriteAverages(PageTable table, GroupAverages group, ChartText say)
    {
        table.Row("total").Cell(say.Texts["page.group.average"]).Cell(string.Empty).Cell(string.Empty);
        foreach ((_, string ratio) in Ratios)
        {
            table.Cell(Say(say, ratio, group.Ratios[ratio]));
        }

        table.Cell(group.CentreEnergyKWh is { } energyKWh ? say.Fixed(energyKWh / 1_000, 0) : say.Texts["page.not_provided"])
            .Cell(string.Empty).Cell(string.Empty).Cell(string.Empty).EndRow();
    }

    private static string Say(ChartText say, string ratio, double? value) =>
        value is not { } number ? say.Texts["page.not_provided"]
        : ratio is FigureNames.Ref or FigureNames.Erf ? say.Percent(number)
        : ratio == FigureNames.Pue ? say.Fixed(number, 3)
        : say.Texts.WithUnit(number, "m3/MWh");
}
