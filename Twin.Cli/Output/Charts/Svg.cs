using System.Globalization;
using System.Text;
using SkiaSharp;
using Twin.Cli.Output.Pages;

namespace Twin.Cli.Output.Charts;

/// <summary>An SVG picture inside a page: real text, a view box so that it scales, presentation attributes and no style.</summary>
internal sealed class Svg : Ink
{
    private readonly Html html;

    /// <summary>Opens a picture.</summary>
    /// <param name="html">Page that it goes into.</param>
    /// <param name="id">Identifier, unique in the page.</param>
    /// <param name="size">Its width and letters.</param>
    /// <param name="height">Its height.</param>
    /// <param name="alt">Name of the picture and what is to be seen in it.</param>
    public Svg(Html html, string id, ChartSize size, double height, ChartAlt alt)
        : base(size, height)
    {
        this.html = html;
        html.Open(
            "svg",
            ("id", id),
            ("class", size.IsNarrow ? "narrow" : "wide"),
            ("viewBox", $"0 0 {Say(size.Width)} {Say(height)}"),
            ("role", "img"),
            ("aria-labelledby", $"{id}-t {id}-d"),
            ("font-size", Say(size.LetterSize)),
            ("preserveAspectRatio", "xMidYMid meet"));
        html.Element("title", alt.Title, ("id", id + "-t"));
        html.Element("desc", alt.Finding, ("id", id + "-d"));
    }

    /// <summary>A colour as SVG writes it.</summary>
    public static string Of(SKColor colour) => string.Create(
        CultureInfo.InvariantCulture, $"#{colour.Red:x2}{colour.Green:x2}{colour.Blue:x2}");

    /// <summary>A coordinate as SVG writes it, to a hundredth of a pixel.</summary>
    public static string Say(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override void End() => html.Close("svg");

    /// <inheritdoc/>
    public override void Rect(double left, double top, double width, double height, SKColor fill, string? tip = null, double opacity = 1)
    {
        ReadOnlySpan<(string, string?)> attributes =
        [
            ("x", Say(left)), ("y", Say(top)), ("width", Say(width)), ("height", Say(height)), ("fill", Of(fill)),
            ("fill-opacity", opacity < 1 ? Say(opacity) : null),
        ];
        if (tip is null)
        {
            html.Leaf("rect", attributes);
            return;
        }

        html.Open("rect", attributes).Element("title", tip).Close("rect");
    }

    /// <inheritdoc/>
    public override void Line(double x1, double y1, double x2, double y2, SKColor colour, double width = 1, string? dashes = null) =>
        html.Leaf(
        "line",
        ("x1", Say(x1)),
        ("y1", Say(y1)),
        ("x2", Say(x2)),
        ("y2", Say(y2)),
        ("stroke", Of(colour)),
        ("stroke-width", Say(width)),
        ("stroke-dasharray", dashes));

    /// <inheritdoc/>
    public override void Stroke(string path, SKColor colour, double width = 1.5, double opacity = 1) => html.Leaf(
        "path",
        ("d", path),
        ("fill", "none"),
        ("stroke", Of(colour)),
        ("stroke-width", Say(width)),
        ("stroke-opacity", opacity < 1 ? Say(opacity) : null),
        ("stroke-linejoin", "round"));

    /// <inheritdoc/>
    public override void Dots(IEnumerable<(double X, double Y)> places, double radius, SKColor colour, double opacity = 1)
    {
        // Lines without length and with round ends: a dot in ten letters.
        var path = new StringBuilder();
        foreach ((double x, double y) in places)
        {
            path.Append(CultureInfo.InvariantCulture, $"M{Math.Round(x, 1):0.#} {Math.Round(y, 1):0.#}h0");
        }

        html.Leaf(
            "path",
            ("d", path.ToString()),
            ("fill", "none"),
            ("stroke", Of(colour)),
            ("stroke-width", Say(2 * radius)),
            ("stroke-opacity", opacity < 1 ? Say(opacity) : null),
            ("stroke-linecap", "round"));
    }

    /// <inheritdoc/>
    public override void Fill(string path, SKColor colour, double opacity = 1, string? tip = null)
    {
        ReadOnlySpan<(string, string?)> attributes =
            [("d", path), ("fill", Of(colour)), ("fill-opacity", opacity < 1 ? Say(opacity) : null)];
        if (tip is null)
        {
            html.Leaf("path", attributes);
            return;
        }

        html.Open("path", attributes).Element("title", tip).Close("path");
    }

    /// <inheritdoc/>
    public override void Text(string text, double x, double baseline, SKColor colour, string anchor = "start", bool isOverInk = false) =>
        html.Element(
        "text",
        text,
        ("x", Say(x)),
        ("y", Say(baseline)),
        ("fill", Of(colour)),
        ("text-anchor", anchor == "start" ? null : anchor),
        ("stroke", isOverInk ? "#ffffff" : null),
        ("stroke-width", isOverInk ? "4" : null),
        ("stroke-linejoin", isOverInk ? "round" : null),
        ("paint-order", isOverInk ? "stroke" : null));

    /// <summary>A picture of pixels.</summary>
    public void Image(double left, double top, double width, double height, ReadOnlySpan<byte> png) => html.Leaf(
        "image",
        ("x", Say(left)),
        ("y", Say(top)),
        ("width", Say(width)),
        ("height", Say(height)),
        ("preserveAspectRatio", "none"),
        ("image-rendering", "pixelated"),
        ("href", "data:image/png;base64," + Convert.ToBase64String(png)));
}

/// <summary>What a chart says to somebody who does not see it.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Finding">What is to be seen in it, with numbers.</param>
internal sealed record ChartAlt(string Title, string Finding);
