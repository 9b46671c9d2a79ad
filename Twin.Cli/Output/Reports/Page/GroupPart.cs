using System.Globalization;
using Twin.Cli.Output.Reports.Charts;
using Twin.Core.Rules;

namespace Twin.Cli.Output.Reports.Page;

/// <summary>Several sites or years side by side, and their averages as the law weights them.</summary>
internal static class GroupPart
{
    private static readonly (string Name, string Ratio)[] Ratios =
        [("PUE", FigureNames.Pue), ("REF", FigureNames.Ref), ("ERF", FigureNames.Erf), ("WUE", FigureNames.WueInput)];

    /// <summary>Writes the table of all subjects.</summary>
    public static void Write(Html html, IReadOnlyList<PagePart> parts, GroupAverages? group)
    {
        ChartText say = parts[0].Say;
        ReportTexts texts = say.Texts;
        html.Line().Open("section", ("id", "group"), ("aria-labelledby", "group-h"));
        html.Element("h2", texts["page.group.title"], ("id", "group-h")).Element("p", texts["page.group.lead"]);
        PageColumn[] columns =
        [
            new(texts["page.group.site"]), new(texts["page.group.year"], true), new(texts["page.group.status"]),
            .. Ratios.Select(ratio => new PageColumn(ratio.Name, IsNumber: true)), new("E_DC, MWh", true),
            new(texts["page.outcome.met"], true), new(texts["page.outcome.missed"], true), new(texts["page.outcome.not_decidable"], true),
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

        html.Close("section");
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
        foreach (Outcome outcome in new[] { Outcome.Met, Outcome.Missed, Outcome.NotDecidable })
        {
            int count = part.Subject.Verdicts.Count(verdict => verdict.Outcome == outcome);
            table.Cell(part.Say.Fixed(count, 0), count);
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
