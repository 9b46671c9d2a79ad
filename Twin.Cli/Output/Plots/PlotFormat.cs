using System.Text;

namespace Twin.Cli.Output.Plots;

/// <summary>The formats in which a sheet can be saved.</summary>
internal static class PlotFormat
{
    public const string Png = "png";
    public const string Svg = "svg";

    /// <summary>How the name of a vector sheet ends.</summary>
    public const string SvgEnding = ".svg";

    // A reader without Inter falls back to the faces most like it; sans-serif is on every machine.
    private const string FontStack = "Inter, &apos;Helvetica Neue&apos;, Helvetica, Arial, sans-serif";

    /// <summary>All formats.</summary>
    public static IReadOnlyList<string> All { get; } = [Png, Svg];

    /// <summary>Lets the text of an SVG name more than the one face it was set in, which the reader may not have.</summary>
    public static byte[] WithFontStack(byte[] svg)
    {
        string text = Encoding.UTF8.GetString(svg);
        foreach (string written in new[] { "Inter SemiBold", PlotFont.Name, "Inter" })
        {
            text = text.Replace($"font-family=\"{written}\"", $"font-family=\"{FontStack}\"", StringComparison.Ordinal);
        }

        return Encoding.UTF8.GetBytes(text);
    }
}
