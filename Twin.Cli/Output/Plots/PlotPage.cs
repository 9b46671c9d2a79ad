using SkiaSharp;

namespace Twin.Cli.Output.Plots;

/// <summary>A sheet with a title that says what is seen, a line with site and period, and room for panels.</summary>
internal sealed class PlotPage : IDisposable
{
    public const int Width = 1600;
    public const int Height = 900;
    private const float Margin = 48;
    private const float TitleSize = 34;
    private const float SmallTitleSize = 24;
    private const float SubtitleSize = 20;
    private const float LabelSize = 18;
    private const float FootSize = 15;
    private const float EdgeRoom = 8; // that stays free where a text would leave the sheet
    private readonly string path;
    private readonly SKSurface? pixels;
    private readonly MemoryStream vectors = new();
    private readonly List<string> words = [];
    private bool isSaved;

    /// <summary>Starts a sheet.</summary>
    /// <param name="path">File that it becomes; its ending says whether it is drawn in pixels or in lines.</param>
    /// <param name="title">What is seen.</param>
    /// <param name="subtitle">Site and period.</param>
    /// <param name="foot">How to read it.</param>
    public PlotPage(string path, string title, string subtitle, string foot)
    {
        this.path = path;
        if (path.EndsWith(PlotFormat.SvgEnding, StringComparison.Ordinal))
        {
            Canvas = SKSvgCanvas.Create(SKRect.Create(Width, Height), vectors);
        }
        else
        {
            pixels = SKSurface.Create(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
            Canvas = pixels.Canvas;
        }

        Canvas.Clear(SKColors.White);
        Title(title);
        Text(subtitle, Margin, 102, PlotFont.Regular, SubtitleSize, PlotColours.Muted);
        Text(foot, Margin, Height - 22, PlotFont.Regular, FootSize, PlotColours.Muted);
    }

    /// <summary>Site and period as a subtitle: a long name of the site gives way, the period stays.</summary>
    public static string Subtitle(string label, string period)
    {
        string rest = $"  ·  {period}";
        float room = Width - (2 * Margin) - PlotLetters.WidthOf(rest, PlotFont.Regular, SubtitleSize);
        return PlotLetters.Fitted(label, PlotFont.Regular, SubtitleSize, room) + rest;
    }

    /// <summary>Where panels may be drawn.</summary>
    public static SKRect Body => new(Margin - 12, 128, Width - 24, Height - 52);

    /// <summary>The sheet's canvas.</summary>
    public SKCanvas Canvas { get; }

    /// <summary>Writes a caption, such as the quantity and unit of an axis.</summary>
    public void Caption(string text, float x, float baseline) => Text(text, x, baseline, PlotFont.Regular, LabelSize, PlotColours.Ink);

    /// <summary>Writes a line of text.</summary>
    public void Write(string text, float x, float baseline, float size, SKColor colour, SKTextAlign align = SKTextAlign.Left) =>
        Text(text, x, baseline, PlotFont.Regular, size, colour, align);

    /// <summary>Writes a line of text that stays readable on what lies behind it.</summary>
    public void WriteOver(string text, float x, float baseline, float size, SKColor colour)
    {
        using var halo = new SKPaint
        {
            Color = SKColors.White.WithAlpha(200),
            IsAntialias = true,
            IsStroke = true,
            StrokeWidth = 4,
            StrokeJoin = SKStrokeJoin.Round,
        };
        string fitted = PlotLetters.Fitted(text, PlotFont.Regular, size, Width - EdgeRoom - x);
        PlotLetters.Draw(Canvas, fitted, x, baseline, SKTextAlign.Left, PlotFont.Regular, size, halo);
        Write(text, x, baseline, size, colour);
    }

    /// <summary>Writes labels beside what they name, each as near as the others let it.</summary>
    public void Labels(IReadOnlyList<PlotLabel> labels, float x, float top, float bottom)
    {
        const float gap = 25;
        List<PlotLabel> order = labels.OrderBy(label => label.Y).ToList();
        float[] baselines = new float[order.Count];
        float next = top + 12;
        for (int i = 0; i < order.Count; i++)
        {
            baselines[i] = Math.Max(next, order[i].Y + 7);
            next = baselines[i] + gap;
        }

        float limit = bottom + 6;
        for (int i = order.Count - 1; i >= 0; i--)
        {
            baselines[i] = Math.Min(baselines[i], limit);
            limit = baselines[i] - gap;
        }

        for (int i = 0; i < order.Count; i++)
        {
            Text(order[i].Text, x, baselines[i], PlotFont.Regular, LabelSize, order[i].Colour);
        }
    }

    /// <summary>Saves the sheet and hands it to the disk. Nothing can be drawn on it afterwards.</summary>
    public void Save()
    {
        if (pixels is not null)
        {
            using SKImage image = pixels.Snapshot();
            using SKData png = image.Encode(SKEncodedImageFormat.Png, 100);
            Disk.WriteAll(path, PngText.With(png.AsSpan(), string.Join('\n', words)));
            return;
        }

        Canvas.Dispose(); // an SVG is written when its canvas goes
        isSaved = true;
        Disk.WriteAll(path, PlotFormat.Finished(vectors.ToArray()));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (pixels is null && !isSaved)
        {
            Canvas.Dispose();
        }

        pixels?.Dispose();
        vectors.Dispose();
    }

    // A long finding shrinks, then takes two lines, rather than runs off the sheet.
    private void Title(string title)
    {
        const float room = Width - (2 * Margin);
        float size = TitleSize;
        while (size > SmallTitleSize && PlotLetters.WidthOf(title, PlotFont.SemiBold, size) > room)
        {
            size -= 1;
        }

        int cut = title.Length;
        while (cut > 0 && PlotLetters.WidthOf(title[..cut], PlotFont.SemiBold, size) > room)
        {
            cut = title.LastIndexOf(' ', cut - 1);
        }

        if (cut <= 0 || cut == title.Length)
        {
            Text(title, Margin, 66, PlotFont.SemiBold, size, PlotColours.Ink);
            return;
        }

        Text(title[..cut], Margin, 42, PlotFont.SemiBold, size, PlotColours.Ink);
        Text(title[(cut + 1)..], Margin, 72, PlotFont.SemiBold, size, PlotColours.Ink);
    }

    private void Text(
        string text, float x, float baseline, SKTypeface face, float size, SKColor colour, SKTextAlign align = SKTextAlign.Left)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        float room = (align == SKTextAlign.Right ? x : Width - x) - EdgeRoom;
        words.Add(text);
        PlotLetters.Draw(Canvas, PlotLetters.Fitted(text, face, size, room), x, baseline, align, face, size, paint);
    }
}

/// <summary>A label beside a line or an area.</summary>
/// <param name="Text">What is written.</param>
/// <param name="Y">Height of what it names; a pixel of the sheet.</param>
/// <param name="Colour">Colour of what it names, dark enough to read.</param>
internal readonly record struct PlotLabel(string Text, float Y, SKColor Colour);
