using SkiaSharp;
using Twin.Cli.Output.Pages;

namespace Twin.Cli.Output.Charts;

/// <summary>A part of each bar of a chart.</summary>
/// <param name="Name">Name, with its total where it has one.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="Values">Its size in each bar, zero or more, in the unit of the axis.</param>
internal sealed record BarPart(string Name, SKColor Colour, IReadOnlyList<double> Values);

/// <summary>Bars side by side, each a stack of parts.</summary>
internal static class BarChart
{
    private const double WideHeight = 260;
    private const double NarrowHeight = 220;
    private const double BarShare = 0.72;

    /// <summary>Draws the bars in both sizes.</summary>
    /// <param name="html">Page.</param>
    /// <param name="head">Identifier, alt text and title of the axis.</param>
    /// <param name="bars">Names of the bars.</param>
    /// <param name="parts">Parts, the lowest first.</param>
    /// <param name="text">Numbers in the reader's language.</param>
    public static void Draw(
        Html html, (string Id, ChartAlt Alt, string AxisTitle) head, IReadOnlyList<string> bars,
        IReadOnlyList<BarPart> parts, ChartText text)
    {
        double highest = Enumerable.Range(0, bars.Count).Max(bar => parts.Sum(part => part.Values[bar]));
        var names = new List<ChartName>();
        double below = 0;
        foreach (BarPart part in parts)
        {
            names.Insert(0, new(part.Name, part.Colour, below + (part.Values[^1] / 2)));
            below += part.Values[^1];
        }

        var plan = new ChartPlan(head.Id, head.Alt, head.AxisTitle, 0, highest, names);
        var easel = new PageEasel(html);
        foreach (ChartSize size in easel.Sizes)
        {
            Draw(new ChartFrame(easel, plan, size, text, size.IsNarrow ? NarrowHeight : WideHeight), bars, parts, text);
        }
    }

    private static void Draw(ChartFrame frame, IReadOnlyList<string> bars, IReadOnlyList<BarPart> parts, ChartText text)
    {
        double pitch = (frame.Right - frame.Left) / bars.Count;
        double widest = bars.Max(frame.Ink.WidthOf) + 4;
        int every = (int)Math.Ceiling(widest / pitch);
        for (int bar = 0; bar < bars.Count; bar++)
        {
            double middle = frame.Left + ((bar + 0.5) * pitch);
            double below = 0;
            foreach (BarPart part in parts)
            {
                double value = part.Values[bar];
                if (value > 0)
                {
                    double top = frame.Y[below + value];
                    frame.Ink.Rect(
                        middle - (BarShare * pitch / 2),
                        top,
                        BarShare * pitch,
                        frame.Y[below] - top,
                        part.Colour,
                        $"{bars[bar]}: {part.Name.Split(',')[0]} {text.Say(value)}");
                    below += value;
                }
            }

            if (bar % every == 0)
            {
                frame.Ink.Text(bars[bar], middle, frame.LabelBaseline, Plots.PlotColours.Muted, "middle");
            }
        }

        frame.End();
    }
}
