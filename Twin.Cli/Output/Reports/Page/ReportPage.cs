using System.Globalization;
using Twin.Cli.Output.Pages;
using Twin.Cli.Output.Plots;

namespace Twin.Cli.Output.Reports.Page;

/// <summary>The report as one HTML file that needs nothing from outside: it is read on a screen, on a phone, and on paper.</summary>
internal static class ReportPage
{
    /// <summary>Sections of a subject in their order: name, and what writes it.</summary>
    private static readonly (string Name, Action<PagePart> Write)[] Sections =
    [
        ("headline", FirstScreen.WriteFigures),
        ("verdicts", VerdictPart.Write),
        ("energy", EnergyPart.Write),
        ("river", RiverPart.Write),
        ("heat", HeatPart.Write),
        ("carbon", CarbonPart.Write),
        ("episodes", RecordParts.WriteEpisodes),
        ("water", RecordParts.WriteWater),
        ("figures", FigurePart.Write),
        ("tenants", RecordParts.WriteTenants),
        ("ghg", RecordParts.WriteGhg),
        ("fields", FieldPart.Write),
        ("assumptions", BasisParts.WriteAssumptions),
        ("method", BasisParts.WriteMethod),
        ("evidence", BasisParts.WriteEvidence),
    ];

    /// <summary>What the charts need of the series of a run.</summary>
    public static IEnumerable<Wanted> Columns =>
        [.. EnergyPart.Columns, .. RiverPart.Columns, .. HeatPart.Columns, .. CarbonPart.Columns];

    /// <summary>Writes the page.</summary>
    /// <param name="model">What the report says.</param>
    /// <param name="texts">Texts in the reader's language.</param>
    public static string Write(ReportModel model, ReportTexts texts)
    {
        var html = new Html();
        bool isGroup = model.Subjects.Count > 1;
        PagePart[] parts =
            [.. model.Subjects.Select((subject, i) => new PagePart(html, texts, subject, Prefix(i, isGroup), isGroup ? 3 : 2))];
        string title = isGroup ? texts["page.group.page"] : $"{parts[0].SiteName}, {Number(parts[0].Subject.Year.Year)}";
        PageHead.Write(html, texts, title, texts["page.report"]);
        html.Open("body").Element("a", texts["page.skip"], ("class", "skip"), ("href", "#main"));
        html.Open("header").Element("p", texts["page.report"], ("class", "kind"));
        if (isGroup)
        {
            html.Element("h1", title).Element("p", texts["page.modelled"], ("class", "pill modelled"));
        }
        else
        {
            FirstScreen.WriteHead(parts[0], "h1");
        }

        html.Close("header").Line();
        WriteContents(html, texts, parts, isGroup);
        html.Open("main", ("id", "main"), ("tabindex", "-1"));
        if (isGroup)
        {
            GroupPart.Write(html, parts, model.Group);
        }

        foreach (PagePart part in parts)
        {
            WriteSubject(part, isGroup);
        }

        html.Line().Close("main").Open("footer").Element("p", texts["page.modelled_sentence"]);
        html.Element("p", texts.Fill("page.made_by", model.EngineVersion)).Close("footer").Line();
        html.Embed("script", PageFiles.Script(texts)).Line().Close("body").Close("html").Line();
        return html.ToString();
    }

    private static string Prefix(int subject, bool isGroup) => isGroup ? $"s{Number(subject + 1)}-" : string.Empty;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void WriteContents(Html html, ReportTexts texts, PagePart[] parts, bool isGroup)
    {
        html.Open("nav", ("aria-label", texts["page.contents"])).Element("p", texts["page.contents"], ("class", "kind")).Open("ol");
        if (isGroup)
        {
            html.Open("li").Element("a", texts["page.group.title"], ("href", "#group")).Close("li");
            foreach (PagePart part in parts)
            {
                html.Open("li").Open("a", ("href", "#" + part.Id("top")));
                part.Given(part.SiteName);
                html.Text(", " + Number(part.Subject.Year.Year)).Close("a").Close("li");
            }
        }
        else
        {
            foreach ((string name, _) in Sections)
            {
                html.Open("li").Element("a", texts["page.toc." + name], ("href", "#" + parts[0].Id(name))).Close("li");
            }
        }

        html.Close("ol").Close("nav").Line();
    }

    private static void WriteSubject(PagePart part, bool isGroup)
    {
        if (isGroup)
        {
            part.Html.Line().Open("article", ("aria-labelledby", part.Id("top")));
            FirstScreen.WriteHead(part, "h2");
        }

        foreach ((_, Action<PagePart> write) in Sections)
        {
            write(part);
        }

        if (isGroup)
        {
            part.Html.Close("article");
        }
    }
}
