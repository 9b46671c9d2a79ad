using SkiaSharp;
using Twin.Cli.Output.Pages;
using Twin.Cli.Output.Plots;

namespace Twin.Cli.Output.Charts;

/// <summary>What a chart is drawn with: one drawing becomes an SVG in a page or pixels on a sheet.</summary>
/// <param name="size">Width and letters of the picture.</param>
/// <param name="height">Its height.</param>
internal abstract class Ink(ChartSize size, double height)
{
    // Fonts of a reader differ from ours: so much wider a text may turn out.
    private const double FontRoom = 1.08;

    /// <summary>Width and letters of the picture.</summary>
    public ChartSize Size { get; } = size;

    /// <summary>Its height.</summary>
    public double Height { get; } = height;

    /// <summary>Width of a text in the letters of the picture.</summary>
    public double WidthOf(string text) => WidthOf(text, Size);

    /// <summary>Width of a text in the letters of a size.</summary>
    public static double WidthOf(string text, ChartSize size) =>
        FontRoom * PlotLetters.WidthOf(text, PlotFont.Regular, (float)size.LetterSize);

    /// <summary>A text, shortened where it is wider than its room.</summary>
    public static string Fitted(string text, ChartSize size, double room) =>
        PlotLetters.Fitted(text, PlotFont.Regular, (float)size.LetterSize, (float)(room / FontRoom));

    /// <summary>Finishes the picture.</summary>
    public abstract void End();

    /// <summary>A filled rectangle; what it shows, if anything, comes up under a mouse.</summary>
    public abstract void Rect(double left, double top, double width, double height, SKColor fill, string? tip = null, double opacity = 1);

    /// <summary>A straight line.</summary>
    public abstract void Line(double x1, double y1, double x2, double y2, SKColor colour, double width = 1, string? dashes = null);

    /// <summary>An outline without filling, along a path as SVG writes it.</summary>
    public abstract void Stroke(string path, SKColor colour, double width = 1.5, double opacity = 1);

    /// <summary>A filled shape.</summary>
    public abstract void Fill(string path, SKColor colour, double opacity = 1, string? tip = null);

    /// <summary>Round dots of one size.</summary>
    public abstract void Dots(IEnumerable<(double X, double Y)> places, double radius, SKColor colour, double opacity = 1);

    /// <summary>A line of text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="x">Where it begins, ends or has its middle, as the anchor says.</param>
    /// <param name="baseline">Its base line.</param>
    /// <param name="colour">Colour of its letters.</param>
    /// <param name="anchor">start, middle or end.</param>
    /// <param name="isOverInk">Whether it lies on ribbons or bars and needs a white rim.</param>
    public abstract void Text(
        string text, double x, double baseline, SKColor colour, string anchor = "start", bool isOverInk = false);
}

/// <summary>Where charts are drawn: in which sizes, and on what.</summary>
internal abstract class Easel
{
    /// <summary>Sizes in which each chart is wanted.</summary>
    public abstract IReadOnlyList<ChartSize> Sizes { get; }

    /// <summary>Height of a plot in one of the sizes, where its content does not say it.</summary>
    public abstract double PlotHeight(ChartSize size);

    /// <summary>How much higher rows may be drawn than a page has them, so that few of them fill their room.</summary>
    /// <param name="rowsHeight">Height of all rows as a page has them.</param>
    public virtual double Stretch(double rowsHeight) => 1;

    /// <summary>Begins a picture.</summary>
    /// <param name="id">Identifier of the chart.</param>
    /// <param name="size">One of <see cref="Sizes"/>.</param>
    /// <param name="height">Its height.</param>
    /// <param name="alt">Name of the picture and what is to be seen in it.</param>
    public abstract Ink Open(string id, ChartSize size, double height, ChartAlt alt);
}

/// <summary>A page: each chart in the size of a screen and in that of a phone, of which the style sheet shows one.</summary>
/// <param name="html">The page.</param>
/// <param name="isPanorama">Whether there is one size alone, which is moved sideways on a phone.</param>
internal sealed class PageEasel(Html html, bool isPanorama = false) : Easel
{
    private const double WideHeight = 245;
    private const double NarrowHeight = 210;

    /// <inheritdoc/>
    public override IReadOnlyList<ChartSize> Sizes => isPanorama ? [ChartSize.Wide] : ChartSize.All;

    /// <inheritdoc/>
    public override double PlotHeight(ChartSize size) => size.IsNarrow ? NarrowHeight : WideHeight;

    /// <inheritdoc/>
    public override Ink Open(string id, ChartSize size, double height, ChartAlt alt) =>
        new Svg(html, isPanorama ? id : id + (size.IsNarrow ? "-n" : "-w"), size, height, alt);
}
