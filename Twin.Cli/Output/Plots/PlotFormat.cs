using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Twin.Cli.Output.Plots;

/// <summary>The formats in which a sheet can be saved.</summary>
internal static partial class PlotFormat
{
    public const string Png = "png";
    public const string Svg = "svg";

    /// <summary>How the name of a vector sheet ends.</summary>
    public const string SvgEnding = ".svg";

    // A reader without Inter falls back to the faces most like it; sans-serif is on every machine.
    private const string FontStack = "Inter, &apos;Helvetica Neue&apos;, Helvetica, Arial, sans-serif";

    /// <summary>All formats.</summary>
    public static IReadOnlyList<string> All { get; } = [Png, Svg];

    /// <summary>Makes what the canvas wrote the same on each call, and readable with other fonts.</summary>
    public static byte[] Finished(byte[] svg)
    {
        string text = Encoding.UTF8.GetString(svg);
        text = Family().Replace(text, $"font-family=\"{FontStack}\"");

        // Few other faces have the weight of the title; bold is in all of them.
        text = text.Replace("font-weight=\"500\"", "font-weight=\"600\"", StringComparison.Ordinal);

        // The canvas gives each letter its place, in whole pixels. A line of text needs one, and keeps its own spacing from there.
        text = Places().Replace(text, "$1=\"$2\"");

        // It also counts its names through all sheets of a process: here they are counted from one in each.
        int count = 0;
        foreach (string id in Ids().Matches(text).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).ToList())
        {
            string name = "part-" + (++count).ToString(CultureInfo.InvariantCulture);
            text = text.Replace($"id=\"{id}\"", $"id=\"{name}\"", StringComparison.Ordinal)
                .Replace($"#{id})", $"#{name})", StringComparison.Ordinal)
                .Replace($"#{id}\"", $"#{name}\"", StringComparison.Ordinal);
        }

        return Encoding.UTF8.GetBytes(text);
    }

    [GeneratedRegex("font-family=\"[^\"]*\"")]
    private static partial Regex Family();

    [GeneratedRegex("\\b(x|y)=\"([^\",]+),[^\"]*\"")]
    private static partial Regex Places();

    [GeneratedRegex("\\bid=\"([^\"]+)\"")]
    private static partial Regex Ids();
}
