using SkiaSharp;

namespace Twin.Cli.Output.Plots;

/// <summary>Colours for values from 0 to 1, ever darker, so that they are told apart without hue and in print.</summary>
internal sealed class ColourScale
{
    /// <summary>From cream over orange to a deep brown: more is worse.</summary>
    public static readonly ColourScale LightToDark = new(
        new SKColor(0xFD, 0xF3, 0xD8), new SKColor(0xF7, 0xC6, 0x6B),
        new SKColor(0xE0, 0x82, 0x1E), new SKColor(0xA8, 0x42, 0x0C), new SKColor(0x4A, 0x16, 0x10));

    /// <summary>From pale grey to a deep green: more is better.</summary>
    public static readonly ColourScale BareToGreen = new(
        new SKColor(0xF1, 0xEE, 0xEA), new SKColor(0xBF, 0xDD, 0xC8),
        new SKColor(0x66, 0xBD, 0x9E), new SKColor(0x1C, 0x87, 0x6E), new SKColor(0x06, 0x3F, 0x3C));

    private readonly SKColor[] stops;

    private ColourScale(params SKColor[] stops) => this.stops = stops;

    /// <summary>The colour of a value; what lies outside has that of the nearer end.</summary>
    public SKColor At(double fraction)
    {
        double position = Math.Clamp(fraction, 0, 1) * (stops.Length - 1);
        int stop = Math.Min((int)position, stops.Length - 2);
        double share = position - stop;
        return new SKColor(
            Between(stops[stop].Red, stops[stop + 1].Red, share),
            Between(stops[stop].Green, stops[stop + 1].Green, share),
            Between(stops[stop].Blue, stops[stop + 1].Blue, share));
    }

    private static byte Between(byte from, byte to, double share) => (byte)Math.Round(from + ((to - from) * share));
}
