using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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
        WriteHead(html, texts, title);
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

    /// <summary>The policy of the page: its style sheet and script by their fingerprints, pictures inside it, and nothing else.</summary>
    internal static string Policy(string style, string script) =>
        $"default-src 'none'; img-src data:; style-src '{Fingerprint(style)}'; script-src '{Fingerprint(script)}'; "
            + "base-uri 'none'; form-action 'none'";

    private static string Fingerprint(string content) =>
        "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    private static string Prefix(int subject, bool isGroup) => isGroup ? $"s{Number(subject + 1)}-" : string.Empty;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void WriteHead(Html html, ReportTexts texts, string title)
    {
        string style = PageFiles.Style(texts, title);
        html.Doctype().Open("html", ("lang", texts.Language)).Line().Open("head").Leaf("meta", ("charset", "utf-8"));
        html.Leaf("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy(style, PageFiles.Script(texts)))).Line();
        html.Leaf("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Leaf("meta", ("name", "referrer"), ("content", "no-referrer")).Element("title", $"{title}. {texts["page.report"]}").Line();
        html.Embed("style", style).Close("head").Line();
    }

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
