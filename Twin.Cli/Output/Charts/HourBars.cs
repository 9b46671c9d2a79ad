using SkiaSharp;
using Twin.Cli.Output.Pages;
using Twin.Cli.Output.Plots;

namespace Twin.Cli.Output.Charts;

/// <summary>Lying bars, one below the other, each with its name and its number above it.</summary>
internal static class HourBars
{
    private const double BarHeight = 12;
    private const double Gap = 8;

    /// <summary>Draws the bars in both sizes.</summary>
    /// <param name="html">Page.</param>
    /// <param name="id">Identifier.</param>
    /// <param name="alt">What is to be seen.</param>
    /// <param name="bars">Name, number in words, value and colour of each.</param>
    /// <param name="most">Value of a bar over the whole width.</param>
    public static void Draw(
        Html html, string id, ChartAlt alt, IReadOnlyList<(string Name, string Words, double Value, SKColor Colour)> bars, double most)
    {
        foreach (ChartSize size in ChartSize.All)
        {
            double lineHeight = size.LineHeight;
            string[][] names = [.. bars.Select(bar => ChartFrame.Lines(bar.Name, size, size.Width - Ink.WidthOf(bar.Words, size) - 12)
                .ToArray())];
            double height = names.Sum(lines => (lines.Length * lineHeight) + BarHeight + Gap);
            var svg = new Svg(html, id + (size.IsNarrow ? "-n" : "-w"), size, height, alt);
            double top = 0;
            for (int i = 0; i < bars.Count; i++)
            {
                for (int line = 0; line < names[i].Length; line++)
                {
                    svg.Text(names[i][line], 0, top + ((line + 1) * lineHeight) - (0.35 * size.LetterSize), PlotColours.Ink);
                }

                svg.Text(bars[i].Words, size.Width, top + lineHeight - (0.35 * size.LetterSize), PlotColours.Ink, "end");
                top += names[i].Length * lineHeight;
                svg.Rect(0, top, size.Width, BarHeight, PlotColours.Hairline);
                svg.Rect(0, top, size.Width * bars[i].Value / most, BarHeight, bars[i].Colour);
                top += BarHeight + Gap;
            }

            svg.End();
        }
    }
}
