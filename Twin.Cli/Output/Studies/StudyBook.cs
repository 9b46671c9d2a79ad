using Twin.Cli.Output.Charts;
using Twin.Cli.Output.Pages;

namespace Twin.Cli.Output.Studies;

/// <summary>A picture of a study: what it says, and what draws it on a page or a sheet.</summary>
/// <param name="Id">Identifier in the page.</param>
/// <param name="Alt">What is to be seen.</param>
/// <param name="Draw">Draws it.</param>
internal sealed record StudyFigure(string Id, ChartAlt Alt, Action<Easel> Draw)
{
    /// <summary>Whether it needs the width of a screen and is moved sideways on a phone.</summary>
    public bool IsPanorama { get; init; }
}

/// <summary>The page while it is written: sections, paragraphs, figures, each figure once.</summary>
/// <param name="html">The page.</param>
/// <param name="reading">What it says.</param>
/// <param name="main">Figure of the first screen.</param>
internal sealed class StudyBook(Html html, StudyReading reading, StudyFigure? main)
{
    /// <summary>The page.</summary>
    public Html Html { get; } = html;

    /// <summary>What it says.</summary>
    public StudyReading Reading { get; } = reading;

    /// <summary>Figure of the first screen.</summary>
    public StudyFigure? Main { get; } = main;

    /// <summary>Writes a section with its heading.</summary>
    public void Section(string id, string title, Action content)
    {
        Html.Line().Open("section", ("id", id), ("aria-labelledby", id + "-h"));
        Html.Element("h2", title, ("id", id + "-h"));
        content();
        Html.Close("section");
    }

    /// <summary>Writes a paragraph.</summary>
    public void Paragraph(string text, string? kind = null) => Html.Element("p", text, ("class", kind));

    /// <summary>Writes a text of the study's author as it stands, in whatever language.</summary>
    public void Given(string text) => Html.Element("bdi", text, ("class", "given"), ("translate", "no"));

    /// <summary>Writes figures; one that the first screen shows already is named instead.</summary>
    public void Figures(IEnumerable<StudyFigure> figures)
    {
        foreach (StudyFigure figure in figures)
        {
            if (figure.Id == Main?.Id)
            {
                Html.Line().Open("p", ("class", "note")).Text($"{figure.Alt.Title}: ");
                Html.Element("a", "shown at the top of the page", ("href", "#main-figure")).Text(".").Close("p");
                continue;
            }

            Figure(figure, id: null);
        }
    }

    /// <summary>Writes a figure with its finding above it.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="id">Identifier to which links lead; null for none.</param>
    public void Figure(StudyFigure figure, string? id)
    {
        Html.Line().Open("figure", ("class", figure.IsPanorama ? "chart panorama" : "chart"), ("id", id));
        Html.Open("figcaption").Element("strong", figure.Alt.Title).Text(" ");
        Html.Element("span", figure.Alt.Finding).Close("figcaption");
        Html.Open("div", ("class", "picture"));
        figure.Draw(new PageEasel(Html, figure.IsPanorama));
        Html.Close("div").Close("figure");
    }

    /// <summary>Opens a table.</summary>
    public PageTable Table(string id, string caption, params IReadOnlyList<PageColumn> columns) => new(Html, id, caption, columns);
}
