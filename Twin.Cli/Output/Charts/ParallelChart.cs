using System.Globalization;
using System.Text;
using SkiaSharp;
using Twin.Cli.Output.Plots;

namespace Twin.Cli.Output.Charts;

/// <summary>An upright axis of parallel coordinates.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Low">Words at its lower end.</param>
/// <param name="High">Words at its upper end.</param>
internal sealed record ParallelAxis(string Name, string Low, string High);

/// <summary>Lines of one kind.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="Lines">Each line: its height on each axis [1], from 0 below to 1 above.</param>
/// <param name="Opacity">How much of what lies behind is covered [1].</param>
/// <param name="Width">How broad its lines are.</param>
internal sealed record ParallelLines(
    string Name, SKColor Colour, IReadOnlyList<IReadOnlyList<double>> Lines, double Opacity, double Width);

/// <summary>Parallel coordinates: an upright axis for each quantity, a line for each run.</summary>
internal static class ParallelChart
{
    private const double PlotHeight = 300;
    private const double Swatch = 11;

    /// <summary>Draws the lines, the last kind in front.</summary>
    public static void Draw(
        Easel easel, (string Id, ChartAlt Alt) head, IReadOnlyList<ParallelAxis> axes, IReadOnlyList<ParallelLines> kinds)
    {
        foreach (ChartSize size in easel.Sizes)
        {
            double line = size.LineHeight;
            double room = size.Width / axes.Count;
            string[][] names = [.. axes.Select(axis => Broken(axis.Name, size, room - 14))];
            double top = (names.Max(lines => lines.Length) + 1.5) * line;
            double bottom = top + PlotHeight;
            Ink ink = easel.Open(head.Id, size, bottom + (2.9 * line), head.Alt);
            double[] x = [.. Enumerable.Range(0, axes.Count).Select(i => (i + 0.5) * room)];
            foreach (ParallelLines kind in kinds)
            {
                foreach (IReadOnlyList<double> heights in kind.Lines)
                {
                    ink.Stroke(Along(x, heights, top, bottom), kind.Colour, kind.Width, kind.Opacity);
                }
            }

            for (int i = 0; i < axes.Count; i++)
            {
                ink.Line(x[i], top, x[i], bottom, PlotColours.Ink, 1.2);
                for (int k = 0; k < names[i].Length; k++)
                {
                    ink.Text(names[i][k], x[i], (k + 0.8) * line, PlotColours.Ink, "middle");
                }

                ink.Text(Ink.Fitted(axes[i].High, size, room - 8), x[i], top - 6, PlotColours.Muted, "middle");
                ink.Text(Ink.Fitted(axes[i].Low, size, room - 8), x[i], bottom + (0.95 * line), PlotColours.Muted, "middle");
            }

            double left = 0;
            foreach (ParallelLines kind in kinds.Where(kind => kind.Lines.Count > 0))
            {
                ink.Rect(left, bottom + (1.85 * line), Swatch, Swatch, kind.Colour);
                ink.Text(kind.Name, left + Swatch + 6, bottom + (2.4 * line), PlotColours.Ink);
                left += ink.WidthOf(kind.Name) + Swatch + 28;
            }

            ink.End();
        }
    }

    // Names are dotted paths more often than words: a line may also end at a dot.
    private static string[] Broken(string name, ChartSize size, double room) =>
        [.. ChartFrame.Lines(name.Replace(".", ". ", StringComparison.Ordinal), size, room).Select(line => Ink.Fitted(
            line.Replace(". ", ".", StringComparison.Ordinal), size, room))];

    private static string Along(double[] x, IReadOnlyList<double> heights, double top, double bottom)
    {
        var path = new StringBuilder();
        for (int i = 0; i < x.Length; i++)
        {
            path.Append(i == 0 ? 'M' : 'L').Append(
                CultureInfo.InvariantCulture, $"{Math.Round(x[i], 1):0.#} {Math.Round(bottom - (heights[i] * (bottom - top)), 1):0.#}");
        }

        return path.ToString();
    }
}
