using SkiaSharp;
using Twin.Cli.Output.Plots;

namespace Twin.Cli.Output.Charts;

/// <summary>A stretch of a lying bar.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends, on either side.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="Tip">What comes up under a mouse.</param>
internal readonly record struct BarStretch(double From, double To, SKColor Colour, string Tip)
{
    /// <summary>Ends of a thin line over its end: an interval or a range; null for none.</summary>
    public (double Low, double High)? Whisker { get; init; }
}

/// <summary>What belongs to one name: a bar, or several below each other.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Words">Its number in words.</param>
/// <param name="Lanes">Bars below each other, each of stretches beside each other.</param>
internal sealed record LyingBar(string Name, string Words, IReadOnlyList<IReadOnlyList<BarStretch>> Lanes);

/// <summary>The axis of lying bars.</summary>
/// <param name="Title">What is drawn, with its unit.</param>
/// <param name="Low">Lowest value.</param>
/// <param name="High">Highest value.</param>
/// <param name="Origin">Where bars begin: a line is drawn there.</param>
internal readonly record struct LyingAxis(string Title, double Low, double High, double Origin);

/// <summary>Lying bars about a line: tornado, shares with intervals, changes with ranges.</summary>
internal static class LyingBars
{
    private const double Swatch = 11;

    /// <summary>Draws the bars in all sizes of an easel.</summary>
    /// <param name="easel">Where.</param>
    /// <param name="head">Identifier and alt text.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="bars">The bars, the first on top.</param>
    /// <param name="legend">What colours mean; empty where the bars say it.</param>
    /// <param name="text">Numbers in the reader's language.</param>
    public static void Draw(
        Easel easel, (string Id, ChartAlt Alt) head, LyingAxis axis, IReadOnlyList<LyingBar> bars,
        IReadOnlyList<(string Name, SKColor Colour)> legend, ChartText text)
    {
        foreach (ChartSize size in easel.Sizes)
        {
            var plan = new Plan(easel, size, bars, legend);
            Ink ink = easel.Open(head.Id, size, plan.Height(axis.Title), head.Alt);
            Scale across = Scale.Round(axis.Low, axis.High, size.IsNarrow ? 4 : 6, plan.Left, plan.Right);
            double top = DrawLegend(ink, legend, plan);
            double left = plan.TitleLeft;
            double bottom = top + plan.BarsHeight;
            double free = double.NegativeInfinity;
            foreach (double tick in across.Ticks())
            {
                string label = text.Fixed(tick, across.Decimals);
                double half = ink.WidthOf(label) / 2;
                double middle = Math.Clamp(across[tick], half, size.Width - half);
                ink.Line(across[tick], top, across[tick], bottom, PlotColours.Hairline);
                if (middle - half >= free)
                {
                    ink.Text(label, middle, bottom + size.LineHeight, PlotColours.Muted, "middle");
                    free = middle + half + 6;
                }
            }

            DrawBars(ink, plan, across, bars, top);
            ink.Line(across[axis.Origin], top, across[axis.Origin], bottom, PlotColours.Muted, 1.2);
            string[] title =
            [
                .. ChartFrame.Lines(axis.Title, size, size.Width - left).Select(line => Ink.Fitted(line, size, size.Width - left)),
            ];
            for (int i = 0; i < title.Length; i++)
            {
                ink.Text(title[i], left, bottom + ((i + 2) * size.LineHeight), PlotColours.Muted);
            }

            ink.End();
        }
    }

    private static double DrawLegend(Ink ink, IReadOnlyList<(string Name, SKColor Colour)> legend, Plan plan)
    {
        double top = 0;
        for (int line = 0; line < plan.Legend.Count; line++)
        {
            double left = 0;
            foreach (int i in plan.Legend[line])
            {
                ink.Rect(left, top + (0.25 * ink.Size.LineHeight), Swatch, Swatch, legend[i].Colour);
                ink.Text(legend[i].Name, left + Swatch + 6, top + (0.85 * ink.Size.LineHeight), PlotColours.Ink);
                left += Plan.WidthOf(legend[i].Name, ink.Size);
            }

            top += ink.Size.LineHeight;
        }

        return top + (plan.Legend.Count > 0 ? 8 : 2);
    }

    private static void DrawBars(Ink ink, Plan plan, Scale across, IReadOnlyList<LyingBar> bars, double top)
    {
        for (int i = 0; i < bars.Count; i++)
        {
            double lane = top + (ink.Size.IsNarrow ? plan.Names[i].Length * ink.Size.LineHeight : 0) + (plan.Gap / 2);
            double middle = lane + (plan.LaneHeight * bars[i].Lanes.Count / 2);
            double first = ink.Size.IsNarrow
                ? top + (0.8 * ink.Size.LineHeight)
                : middle - (ink.Size.LineHeight * (plan.Names[i].Length - 1) / 2) + (0.35 * ink.Size.LetterSize);
            for (int line = 0; line < plan.Names[i].Length; line++)
            {
                ink.Text(plan.Names[i][line], 0, first + (line * ink.Size.LineHeight), PlotColours.Ink, isOverInk: ink.Size.IsNarrow);
            }

            double words = ink.Size.IsNarrow ? first : middle + (0.35 * ink.Size.LetterSize);
            ink.Text(bars[i].Words, ink.Size.Width, words, PlotColours.Ink, "end", isOverInk: ink.Size.IsNarrow);
            foreach (IReadOnlyList<BarStretch> stretches in bars[i].Lanes)
            {
                foreach (BarStretch stretch in stretches)
                {
                    Draw(ink, across, stretch, lane + 1, plan.LaneHeight - 2);
                }

                lane += plan.LaneHeight;
            }

            top += plan.RowHeight(i);
        }
    }

    private static void Draw(Ink ink, Scale across, BarStretch stretch, double top, double height)
    {
        double left = Math.Min(across[stretch.From], across[stretch.To]);
        double width = Math.Abs(across[stretch.To] - across[stretch.From]);
        ink.Rect(left, top, width, height, stretch.Colour, stretch.Tip);
        if (stretch.Whisker is { } whisker)
        {
            double middle = top + (height / 2);
            ink.Line(across[whisker.Low], middle, across[whisker.High], middle, PlotColours.Ink, 1.4);
            ink.Line(across[whisker.Low], middle - 4, across[whisker.Low], middle + 4, PlotColours.Ink, 1.4);
            ink.Line(across[whisker.High], middle - 4, across[whisker.High], middle + 4, PlotColours.Ink, 1.4);
        }
    }

    /// <summary>Where everything goes in one size: names beside the bars, or above them on a phone.</summary>
    private sealed class Plan
    {
        private const double MostForNames = 0.36; // of the width
        private readonly ChartSize size;
        private readonly IReadOnlyList<LyingBar> bars;
        private readonly double stretch = 1;

        public Plan(Easel easel, ChartSize size, IReadOnlyList<LyingBar> bars, IReadOnlyList<(string Name, SKColor Colour)> legend)
        {
            this.size = size;
            this.bars = bars;
            double words = bars.Max(bar => Ink.WidthOf(bar.Words, size));
            Names = [.. bars.Select(bar =>
            {
                double room = size.IsNarrow ? size.Width - Ink.WidthOf(bar.Words, size) - 12 : MostForNames * size.Width;
                return ChartFrame.Lines(bar.Name, size, room).Select(line => Ink.Fitted(line, size, room)).ToArray();
            })];
            double widest = Names.Max(lines => lines.Max(line => Ink.WidthOf(line, size)));
            Left = size.IsNarrow ? 8 : widest + 16;
            Right = size.IsNarrow ? size.Width - 8 : size.Width - words - 16;
            var line = new List<int>();
            double left = 0;
            for (int i = 0; i < legend.Count; i++)
            {
                double width = WidthOf(legend[i].Name, size);
                if (line.Count > 0 && left + width > size.Width)
                {
                    Legend.Add(line);
                    line = [];
                    left = 0;
                }

                line.Add(i);
                left += width;
            }

            if (line.Count > 0)
            {
                Legend.Add(line);
            }

            stretch = easel.Stretch(BarsHeight);
        }

        public string[][] Names { get; }

        public double Left { get; }

        public double Right { get; }

        public double TitleLeft => size.IsNarrow ? 0 : Left;

        public List<List<int>> Legend { get; } = [];

        public double LaneHeight => size.IsNarrow ? 13 : stretch * size.LetterSize * (bars.Any(bar => bar.Lanes.Count > 1) ? 1.0 : 1.3);

        public double Gap => size.IsNarrow ? 8 : stretch * 0.7 * size.LetterSize;

        public double BarsHeight => Enumerable.Range(0, bars.Count).Sum(RowHeight);

        public static double WidthOf(string name, ChartSize size) => Swatch + 6 + Ink.WidthOf(name, size) + 22;

        public double RowHeight(int row)
        {
            double lanes = (LaneHeight * bars[row].Lanes.Count) + Gap;
            double names = Names[row].Length * size.LineHeight;
            return size.IsNarrow ? names + lanes : Math.Max(names + 4, lanes);
        }

        public double Height(string title) =>
            (Legend.Count * size.LineHeight) + BarsHeight + 10
                + ((ChartFrame.Lines(title, size, size.Width - TitleLeft).Count() + 1.4) * size.LineHeight);
    }
}
