using SkiaSharp;

namespace Twin.Cli.Output.Plots;

/// <summary>A sheet with a title that says what is seen, a line with site and period, and room for panels.</summary>
internal sealed class PlotPage : IDisposable
{
    public const int Width = 1600;
    public const int Height = 900;
    private const float Margin = 48;
    private const float TitleSize = 34;
    private const float SubtitleSize = 20;
    private const float LabelSize = 18;
    private const float FootSize = 15;
    private readonly SKSurface surface = SKSurface.Create(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));

    /// <summary>Starts a sheet.</summary>
    public PlotPage(string title, string subtitle, string foot)
    {
        Canvas.Clear(SKColors.White);
        float size = TitleSize; // a long finding shrinks rather than runs off the sheet
        while (WidthOf(title, PlotFont.SemiBold, size) > Width - (2 * Margin))
        {
            size -= 1;
        }

        Text(title, Margin, 66, PlotFont.SemiBold, size, PlotColours.Ink);
        Text(subtitle, Margin, 102, PlotFont.Regular, SubtitleSize, PlotColours.Muted);
        Text(foot, Margin, Height - 22, PlotFont.Regular, FootSize, PlotColours.Muted);
    }

    /// <summary>Where panels may be drawn.</summary>
    public static SKRect Body => new(Margin - 12, 128, Width - 24, Height - 52);

    /// <summary>The sheet's canvas.</summary>
    public SKCanvas Canvas => surface.Canvas;

    /// <summary>Writes a caption, such as the quantity and unit of an axis.</summary>
    public void Caption(string text, float x, float baseline) => Text(text, x, baseline, PlotFont.Regular, LabelSize, PlotColours.Ink);

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

    /// <summary>Saves the sheet as PNG and hands it to the disk.</summary>
    public void Save(string path)
    {
        using SKImage image = surface.Snapshot();
        using SKData png = image.Encode(SKEncodedImageFormat.Png, 100);
        Disk.WriteAll(path, png.AsSpan());
    }

    /// <inheritdoc/>
    public void Dispose() => surface.Dispose();

    private static float WidthOf(string text, SKTypeface face, float size)
    {
        using var font = new SKFont(face, size);
        return font.MeasureText(text);
    }

    private void Text(string text, float x, float baseline, SKTypeface face, float size, SKColor colour)
    {
        using var font = new SKFont(face, size) { Subpixel = true, Edging = SKFontEdging.Antialias };
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        Canvas.DrawText(text, x, baseline, SKTextAlign.Left, font, paint);
    }
}

/// <summary>A label beside a line or an area.</summary>
/// <param name="Text">What is written.</param>
/// <param name="Y">Height of what it names; a pixel of the sheet.</param>
/// <param name="Colour">Colour of what it names, dark enough to read.</param>
internal readonly record struct PlotLabel(string Text, float Y, SKColor Colour);
