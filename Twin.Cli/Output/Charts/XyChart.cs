using System.Globalization;
using System.Text;
using SkiaSharp;
using Twin.Cli.Output.Plots;

namespace Twin.Cli.Output.Charts;

/// <summary>Points or a line of a chart with two axes.</summary>
/// <param name="Name">Its name with what counts of it; empty for none.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="Points">Places.</param>
internal sealed record XySeries(string Name, SKColor Colour, IReadOnlyList<(double X, double Y)> Points)
{
    /// <summary>Whether the points are joined instead of dotted.</summary>
    public bool IsLine { get; init; }

    /// <summary>Radius of its dots.</summary>
    public double Radius { get; init; } = 3.2;

    /// <summary>How much of what lies behind is covered [1].</summary>
    public double Opacity { get; init; } = 1;

    /// <summary>Words at its points, in their order; what has no room is left out. Empty for none.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Ends of a lying line through each point, in their order; empty for none.</summary>
    public IReadOnlyList<(double Low, double High)> Whiskers { get; init; } = [];
}

/// <summary>The lower axis: numbers, or names at 0, 1, 2 ...</summary>
/// <param name="Title">What is drawn sideways, with its unit.</param>
/// <param name="Low">Lowest value.</param>
/// <param name="High">Highest value.</param>
/// <param name="Names">Names of the places; empty where they are numbers.</param>
internal sealed record XyAxis(string Title, double Low, double High, IReadOnlyList<string> Names);

/// <summary>What an upright axis shows.</summary>
/// <param name="Title">Its quantity and unit.</param>
/// <param name="Low">Lowest value.</param>
/// <param name="High">Highest value.</param>
internal readonly record struct UprightAxis(string Title, double Low, double High);

/// <summary>Points and lines over two axes.</summary>
internal static class XyChart
{
    private const double WideTick = 95;
    private const double NarrowTick = 62;

    /// <summary>Draws the chart in all sizes of an easel.</summary>
    public static void Draw(
        Easel easel, (string Id, ChartAlt Alt) head, XyAxis x, UprightAxis y, IReadOnlyList<XySeries> series, ChartText text)
    {
        ChartName[] names = [.. series.Where(one => one.Name.Length > 0)
            .Select(one => new ChartName(one.Name, one.Colour, y.High))];
        var plan = new ChartPlan(head.Id, head.Alt, y.Title, y.Low, y.High, names) { LowerTitle = x.Title };
        foreach (ChartSize size in easel.Sizes)
        {
            var frame = new ChartFrame(easel, plan, size, text, easel.PlotHeight(size));
            Scale across = x.Names.Count > 0
                ? Scale.Exact(-0.5, x.Names.Count - 0.5, 1, frame.Left, frame.Right)
                : Scale.Round(
                    x.Low, x.High, Math.Max(2, (int)((frame.Right - frame.Left) / (size.IsNarrow ? NarrowTick : WideTick))),
                    frame.Left, frame.Right);
            DrawTicks(frame, x, across, text);
            foreach (XySeries one in series)
            {
                Draw(frame, across, one);
            }

            WriteWords(frame, across, series);
            frame.End();
        }
    }

    private static void DrawTicks(ChartFrame frame, XyAxis x, Scale across, ChartText text)
    {
        IEnumerable<(double At, string Name)> ticks = x.Names.Count > 0
            ? x.Names.Index().Select(name => ((double)name.Index, name.Item))
            : across.Ticks().Select(tick => (tick, text.Fixed(tick, across.Decimals)));
        double free = double.NegativeInfinity;
        foreach ((double at, string name) in ticks)
        {
            double half = frame.Ink.WidthOf(name) / 2;
            double middle = Math.Clamp(across[at], half, frame.Ink.Size.Width - half);
            frame.Ink.Line(across[at], frame.Top, across[at], frame.Bottom, PlotColours.Hairline);
            if (middle - half >= free)
            {
                frame.Ink.Text(name, middle, frame.LabelBaseline, PlotColours.Muted, "middle");
                free = middle + half + 6;
            }
        }
    }

    private static void Draw(ChartFrame frame, Scale across, XySeries one)
    {
        for (int i = 0; i < one.Whiskers.Count; i++)
        {
            double height = frame.Y[one.Points[i].Y];
            frame.Ink.Line(across[one.Whiskers[i].Low], height, across[one.Whiskers[i].High], height, one.Colour, 1.4);
        }

        if (!one.IsLine)
        {
            double radius = frame.Ink.Size.IsNarrow ? 0.75 * one.Radius : one.Radius;
            frame.Ink.Dots(one.Points.Select(point => (across[point.X], frame.Y[point.Y])), radius, one.Colour, one.Opacity);
            return;
        }

        var path = new StringBuilder();
        foreach ((double x, double y) in one.Points)
        {
            path.Append(path.Length == 0 ? 'M' : 'L')
                .Append(CultureInfo.InvariantCulture, $"{Math.Round(across[x], 1):0.#} {Math.Round(frame.Y[y], 1):0.#}");
        }

        frame.Ink.Stroke(path.ToString(), one.Colour, frame.Ink.Size.IsNarrow ? 1.4 : 2, one.Opacity);
    }

    // Right of its point, left, above or below, wherever no other word and no other end of the plot is in the way; otherwise not at all.
    private static void WriteWords(ChartFrame frame, Scale across, IReadOnlyList<XySeries> series)
    {
        List<SKRect> taken = [];
        foreach (XySeries one in series)
        {
            for (int i = 0; i < one.Words.Count; i++)
            {
                (double x, double y) = (across[one.Points[i].X], frame.Y[one.Points[i].Y]);
                double width = frame.Ink.WidthOf(one.Words[i]);
                double letter = frame.Ink.Size.LetterSize;
                double away = one.Radius + 4;
                foreach ((double left, double baseline) in new[]
                {
                    (x + away, y - (0.3 * letter)), (x - away - width, y - (0.3 * letter)), (x - (width / 2), y - away - (0.2 * letter)),
                    (x - (width / 2), y + away + letter),
                })
                {
                    SKRect box = new(
                        (float)left, (float)(baseline - letter), (float)(left + width), (float)(baseline + (0.3 * letter)));
                    if (box.Left >= frame.Left && box.Right <= frame.Right && box.Top >= frame.Top && box.Bottom <= frame.Bottom
                        && !taken.Any(other => other.IntersectsWith(box)))
                    {
                        frame.Ink.Text(one.Words[i], left, baseline, PlotColours.Ink, isOverInk: true);
                        taken.Add(box);
                        break;
                    }
                }
            }
        }
    }
}
