using SkiaSharp;
using Twin.Cli.Output.Pages;
using Twin.Cli.Output.Plots;

namespace Twin.Cli.Output.Charts;

/// <summary>A share for each hour of each day: days to the right, hours upwards, a colour for the share, and a scale.</summary>
internal static class CarpetChart
{
    private const int HoursOfDay = 24;
    private const int Shades = 50; // more are not told apart, and make the picture larger
    private const double WideHeight = 264;
    private const double NarrowHeight = 192;

    /// <summary>Draws the carpet in both sizes.</summary>
    public static void Draw(
        Html html, (string Id, ChartAlt Alt, string AxisTitle) head, XAxis axis, Carpet carpet,
        (int Stripes, string ScaleTitle) of, ChartText text)
    {
        byte[] cells = Cells(carpet, of.Stripes);
        byte[] shades = Strip();
        foreach (ChartSize size in ChartSize.All)
        {
            Draw(html, head, size, axis, (cells, shades), of.ScaleTitle, text);
        }
    }

    /// <summary>The cells as pixels: one column a stripe, one row an hour, midnight below.</summary>
    internal static byte[] Cells(Carpet carpet, int stripes)
    {
        using var cells = new SKBitmap(new SKImageInfo(stripes, HoursOfDay, SKColorType.Rgba8888, SKAlphaType.Opaque));
        for (int stripe = 0; stripe < stripes; stripe++)
        {
            for (int hour = 0; hour < HoursOfDay; hour++)
            {
                double value = carpet[stripe, hour];
                SKColor colour = double.IsFinite(value) ? Shade(value) : SKColors.White;
                cells.SetPixel(stripe, HoursOfDay - 1 - hour, colour);
            }
        }

        return Png(cells);
    }

    private static SKColor Shade(double share) => ColourScale.BareToGreen.At(Math.Round(share * Shades) / Shades);

    private static byte[] Strip()
    {
        using var strip = new SKBitmap(new SKImageInfo(Shades + 1, 1, SKColorType.Rgba8888, SKAlphaType.Opaque));
        for (int i = 0; i <= Shades; i++)
        {
            strip.SetPixel(i, 0, Shade((double)i / Shades));
        }

        return Png(strip);
    }

    private static byte[] Png(SKBitmap bitmap)
    {
        using SKData data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static void Draw(
        Html html,
        (string Id, ChartAlt Alt, string AxisTitle) head,
        ChartSize size,
        XAxis axis,
        (byte[] Cells, byte[] Shades) pixels,
        string scaleTitle,
        ChartText text)
    {
        double room = size.LineHeight;
        double height = size.IsNarrow ? NarrowHeight : WideHeight;
        double top = room + 10;
        double left = Ink.WidthOf("00:00", size) + 9;
        double right = size.Width - 6;
        double scaleTop = top + height + (room * 1.7);
        var svg = new Svg(html, head.Id + (size.IsNarrow ? "-n" : "-w"), size, scaleTop + (room * 2) + 16, head.Alt);
        svg.Text(head.AxisTitle, 0, room - (0.35 * size.LetterSize), PlotColours.Muted);
        svg.Image(left, top, right - left, height, pixels.Cells);
        Scale hours = Scale.Exact(0, HoursOfDay, 6, top + height, top);
        foreach (double hour in hours.Ticks())
        {
            svg.Text(ChartText.Clock(hour), left - 7, hours[hour] + (0.35 * size.LetterSize), PlotColours.Muted, "end");
        }

        Scale x = Scale.Exact(axis.Low, axis.High, axis.High - axis.Low, left, right);
        foreach (XLabel label in size.IsNarrow ? axis.Narrow : axis.Wide)
        {
            svg.Line(x[label.From], top + height, x[label.From], top + height + 5, PlotColours.Muted);
            if (label.Name.Length > 0)
            {
                svg.Text(label.Name, x[(label.From + label.To) / 2], top + height + (room * 1.1), PlotColours.Muted, "middle");
            }
        }

        double width = Math.Min(320, right - left);
        svg.Text(scaleTitle, left, scaleTop + (0.65 * size.LetterSize), PlotColours.Muted);
        svg.Image(left, scaleTop + size.LetterSize, width, 12, pixels.Shades);
        foreach ((double share, string anchor) in new[] { (0.0, "start"), (0.5, "middle"), (1.0, "end") })
        {
            string words = text.Fixed(share * 100, 0) + "\u202F%";
            svg.Text(words, left + (share * width), scaleTop + size.LetterSize + 12 + room, PlotColours.Muted, anchor);
        }

        svg.End();
    }
}
