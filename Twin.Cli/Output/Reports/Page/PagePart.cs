using Twin.Cli.Output.Charts;
using Twin.Cli.Output.Pages;
using Twin.Cli.Output.Plots;
using Twin.Core.Rules;

namespace Twin.Cli.Output.Reports.Page;

/// <summary>A subject's part of the page: where it is written to, in which words, and with what identifiers and headings.</summary>
internal sealed class PagePart
{
    private readonly string prefix;
    private readonly int level;

    /// <summary>Begins a part.</summary>
    /// <param name="html">The page.</param>
    /// <param name="texts">Texts in the reader's language.</param>
    /// <param name="subject">The run and year.</param>
    /// <param name="prefix">What makes its identifiers differ from those of other subjects.</param>
    /// <param name="level">Level of its sections' headings.</param>
    public PagePart(Html html, ReportTexts texts, ReportSubject subject, string prefix, int level)
    {
        Html = html;
        Subject = subject;
        Axis = new TimeAxis(subject.Run);
        Say = new ChartText(texts);
        this.prefix = prefix;
        this.level = level;
    }

    /// <summary>The page.</summary>
    public Html Html { get; }

    /// <summary>The run and year.</summary>
    public ReportSubject Subject { get; }

    /// <summary>The run.</summary>
    public RunSeries Run => Subject.Run;

    /// <summary>Its time on the site's clock.</summary>
    public TimeAxis Axis { get; }

    /// <summary>Numbers and times in words.</summary>
    public ChartText Say { get; }

    /// <summary>Texts in the reader's language.</summary>
    public ReportTexts Texts => Say.Texts;

    /// <summary>An identifier, unique in the page.</summary>
    public string Id(string name) => prefix + name;

    /// <summary>A text of the page.</summary>
    public string T(string key) => Texts["page." + key];

    /// <summary>A text of the page with its places filled in.</summary>
    public string T(string key, params ReadOnlySpan<object?> values) => Texts.Fill("page." + key, values);

    /// <summary>A number with its unit, which stay on one line.</summary>
    public string WithUnit(double number, string unit) => Texts.WithUnit(number, unit).Replace(' ', ChartText.Joint);

    /// <summary>A figure's number; null where there is none.</summary>
    public double? Figure(string name) => Subject.Year[name];

    /// <summary>Name of the centre.</summary>
    public string SiteName => Subject.Year.Facts.Name ?? Run.Summary.Label;

    /// <summary>The period in words.</summary>
    public string Period()
    {
        DateOnly first = Axis.At(Run.Summary.StartUnixS).Date;
        DateOnly last = Axis.At(Run.Summary.EndUnixS - 1).Date;
        return first == last ? Texts.Day(first) : T("period", Texts.Day(first), Texts.Day(last));
    }

    /// <summary>PUE, iPUE or dPUE, as the standard calls it for such a period.</summary>
    public string PueName => Subject.Year.IsDesign ? "dPUE" : Subject.Year.IsWhole ? "PUE" : "iPUE";

    /// <summary>operation, interim or design.</summary>
    public string Status => Subject.Year switch
    {
        { IsDesign: true } => "design",
        { IsWhole: false, IsComplete: true } => "starting",
        { IsWhole: false } => "interim",
        { Facts.StartOfOperation: null } => "unknown",
        _ => "operation",
    };

    /// <summary>Writes a section with its heading; the text under page.toc.NAME is the heading.</summary>
    public void Section(string name, Action content)
    {
        Html.Line().Open("section", ("id", Id(name)), ("aria-labelledby", Id(name + "-h")));
        Html.Element(Heading(0), T("toc." + name), ("id", Id(name + "-h")));
        content();
        Html.Close("section");
    }

    /// <summary>Writes a heading inside a section.</summary>
    public void SubHeading(string text) => Html.Element(Heading(1), text);

    /// <summary>Opens a table.</summary>
    /// <param name="id">Identifier inside the subject.</param>
    /// <param name="caption">What the table holds.</param>
    /// <param name="columns">Its columns; the first one names the row.</param>
    /// <param name="kind">A class of its own.</param>
    public PageTable Table(string id, string caption, IReadOnlyList<PageColumn> columns, string? kind = null) =>
        new(Html, Id(id), caption, columns, kind);

    /// <summary>Writes a paragraph.</summary>
    public void Paragraph(string text, string? kind = null) => Html.Element("p", text, ("class", kind));

    /// <summary>Writes a text of others as it stands: in whatever language, and apart from ours in whatever direction.</summary>
    public void Given(string text) => Html.Element("bdi", text, ("class", "given"), ("translate", "no"));

    /// <summary>Writes names of columns and keys.</summary>
    public void Codes(IReadOnlyList<string> names)
    {
        for (int i = 0; i < names.Count; i++)
        {
            Html.Text(i > 0 ? ", " : string.Empty).Element("code", names[i]);
        }
    }

    /// <summary>Writes a chart in its frame, with the finding as its caption.</summary>
    /// <param name="alt">What is to be seen.</param>
    /// <param name="draw">Draws the pictures.</param>
    /// <param name="kind">A class of its own, such as panorama for what is moved sideways on a phone.</param>
    public void Chart(ChartAlt alt, Action draw, string? kind = null)
    {
        Html.Line().Open("figure", ("class", kind is null ? "chart" : "chart " + kind));
        Html.Open("figcaption").Element("strong", alt.Title).Text(" ").Element("span", alt.Finding).Close("figcaption");
        Html.Open("div", ("class", "picture"));
        draw();
        Html.Close("div").Close("figure");
    }

    /// <summary>Time along the bottom of charts, with stretches in which a share was above a half.</summary>
    /// <param name="tinted">Column of the share; null for none.</param>
    public XAxis TimeLabels(string? tinted = null)
    {
        const int mostWide = 13, mostNarrow = 6;
        (double, double)[] tints = tinted is not null && Run.Has(tinted) ? [.. Axis.Where(point => Run[tinted].Means[point] > 0.5)] : [];
        return new(0, Axis.LengthDays, Labels(mostWide), Labels(mostNarrow), tints);

        IReadOnlyList<XLabel> Labels(int most) =>
            [.. TimeSpanTick.Of(Run, Axis, Say, most).Select(tick => new XLabel(tick.From, tick.To, tick.Name))];
    }

    /// <summary>Names of the bars.</summary>
    public IReadOnlyList<string> BarNames()
    {
        bool hasManyYears = Run.Grid.Bars.Count > 12;
        return [.. Run.Grid.Bars.Select(begin => Say.Bar(Run.Grid.BarPart, Axis.At(begin), hasManyYears))];
    }

    /// <summary>What a bar stands for: month, day, hour or year.</summary>
    public string BarPart => T("by." + TimeAxis.NameOf(Run.Grid.BarPart));

    /// <summary>Energies of columns of power by bar [kWh]; those that the run has not are zero.</summary>
    public double[] BarsKWh(params ReadOnlySpan<string> columns)
    {
        double[] sum = new double[Run.Grid.Bars.Count];
        foreach (string column in columns)
        {
            if (Run.Has(column))
            {
                Sheets.AddTo(sum, Sheets.In(Run.BarsJ(column), 3.6e6));
            }
        }

        return sum;
    }

    /// <summary>How a number came to be, in a word.</summary>
    public string Of(Quality quality) => T("quality." + quality switch
    {
        Quality.Modelled => "modelled",
        Quality.Stated => "stated",
        Quality.Estimated => "estimated",
        Quality.NotDefined => "not_defined",
        _ => "not_provided",
    });

    /// <summary>What stands in place of a figure that has no number.</summary>
    public string None(string figure) => Of(Subject.Year.Figures[figure].Quality);

    /// <summary>How sure a value is, in a word; what is no such word stays as it stands.</summary>
    public string Confidence(string word) => Texts.Has("page.confidence." + word) ? T("confidence." + word) : word;

    private string Heading(int below) => (level + below) switch
    {
        2 => "h2",
        3 => "h3",
        4 => "h4",
        _ => "h5",
    };
}
