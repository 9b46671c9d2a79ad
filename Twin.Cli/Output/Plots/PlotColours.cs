using SkiaSharp;

namespace Twin.Cli.Output.Plots;

/// <summary>Colours that stay apart for colour-blind eyes (after Okabe and Ito), and three greys.</summary>
internal static class PlotColours
{
    public static readonly SKColor Ink = new(0x1F, 0x29, 0x33);
    public static readonly SKColor Muted = new(0x5F, 0x6C, 0x7B);
    public static readonly SKColor Hairline = new(0xE1, 0xE6, 0xEB);
    public static readonly SKColor Blue = new(0x00, 0x72, 0xB2);
    public static readonly SKColor Sky = new(0x56, 0xB4, 0xE9);
    public static readonly SKColor Green = new(0x00, 0x9E, 0x73);
    public static readonly SKColor Orange = new(0xE6, 0x9F, 0x00);
    public static readonly SKColor Vermilion = new(0xD5, 0x5E, 0x00);
    public static readonly SKColor Purple = new(0xB0, 0x5C, 0x8E);
    public static readonly SKColor Grey = new(0xA9, 0xB4, 0xBF);

    /// <summary>The same colour in the plot library's own type.</summary>
    public static ScottPlot.Color Of(SKColor colour, double opacity = 1.0) =>
        new ScottPlot.Color(colour.Red, colour.Green, colour.Blue).WithAlpha(opacity);
}
