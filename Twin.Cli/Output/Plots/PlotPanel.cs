using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace Twin.Cli.Output.Plots;

/// <summary>One pair of axes on a sheet, in the house's quiet style: no frame, thin lines, labels beside what they name.</summary>
internal sealed class PlotPanel : IDisposable
{
    private const float LeftRoom = 78;
    private const float RightRoom = 300;
    private const float BottomRoom = 40;
    private const float CaptionRoom = 38;
    private const float CaptionBaseline = 17; // high enough that a tick at the top of the axis does not touch it
    private const float LowPanel = 270;
    private const float LineWidth = 1.8f;
    private const float LimitWidth = 1.4f;
    private readonly Plot plot = new();
    private readonly List<(string Text, double Value, SKColor Colour)> labels = [];
    private readonly string caption;
    private (double Low, double High)? fixedRange;

    /// <summary>Makes an empty panel.</summary>
    /// <param name="caption">Quantity and unit, written over the value axis.</param>
    public PlotPanel(string caption)
    {
        this.caption = caption;
        PlotFont.Use(plot);
        Color ink = PlotColours.Of(PlotColours.Ink);
        Color hairline = PlotColours.Of(PlotColours.Hairline);
        foreach (IAxis axis in plot.Axes.GetAxes())
        {
            axis.FrameLineStyle.Width = 0;
            axis.MajorTickStyle.Color = Colors.Transparent;
            axis.MajorTickStyle.Length = 4;
            axis.MinorTickStyle.Color = Colors.Transparent;
            axis.MinorTickStyle.Length = 0;
            axis.TickLabelStyle.FontName = PlotFont.Name;
            axis.TickLabelStyle.FontSize = 17;
            axis.TickLabelStyle.ForeColor = ink;
        }

        plot.Axes.Bottom.FrameLineStyle.Width = 1;
        plot.Axes.Bottom.FrameLineStyle.Color = PlotColours.Of(PlotColours.Muted);
        plot.Grid.YAxisStyle.MajorLineStyle.Color = hairline;
        plot.Grid.XAxisStyle.MajorLineStyle.Width = 0;
        plot.Grid.XAxisStyle.MinorLineStyle.Color = hairline;
        plot.Grid.XAxisStyle.MinorLineStyle.Width = 1;
        plot.Layout.Fixed(new PixelPadding(LeftRoom, RightRoom, BottomRoom, CaptionRoom));
    }

    /// <summary>The plot inside, for what only one sheet needs.</summary>
    public Plot Plot => plot;

    /// <summary>Largest value drawn so far.</summary>
    public double Highest { get; private set; } = double.NegativeInfinity;

    /// <summary>Smallest value drawn so far.</summary>
    public double Lowest { get; private set; } = double.PositiveInfinity;

    /// <summary>Draws the range of each point behind its mean, with a break where nothing is defined.</summary>
    public void Band(TimeTrace trace, SKColor colour)
    {
        foreach ((int first, int end) in Stretches(trace.Low))
        {
            var fill = plot.Add.FillY(trace.X[first..end], trace.Low[first..end], trace.High[first..end]);
            fill.FillColor = PlotColours.Of(colour, 0.18);
            fill.LineWidth = 0;
        }

        Include(trace.Low);
        Include(trace.High);
    }

    /// <summary>Draws a thin line, with a break where nothing is defined.</summary>
    public void Line(double[] x, double[] y, SKColor colour, float width = LineWidth)
    {
        foreach ((int first, int end) in Stretches(y))
        {
            // A single point gets the width of its interval, or it would not be seen.
            double half = x.Length > 1 ? (x[1] - x[0]) / 2 : 0.5;
            var line = end - first == 1
                ? plot.Add.ScatterLine((double[])[x[first] - half, x[first] + half], (double[])[y[first], y[first]])
                : plot.Add.ScatterLine(x[first..end], y[first..end]);
            line.Color = PlotColours.Of(colour);
            line.LineWidth = width;
        }

        Include(y);
    }

    /// <summary>Fills the room between two curves.</summary>
    public void Area(double[] x, double[] low, double[] high, SKColor colour, double opacity = 0.85)
    {
        var fill = plot.Add.FillY(x, low, high);
        fill.FillColor = PlotColours.Of(colour, opacity);
        fill.LineWidth = 0;
        Include(low);
        Include(high);
    }

    /// <summary>Draws a limit as a dashed line across.</summary>
    public void Limit(double value, SKColor colour)
    {
        var line = plot.Add.HorizontalLine(value);
        line.LineColor = PlotColours.Of(colour);
        line.LineWidth = LimitWidth;
        line.LinePattern = LinePattern.Dashed;
        Include([value]);
    }

    /// <summary>Draws a limit over time, as steps where a phase changes it, with its label.</summary>
    /// <param name="limit">The limit, in the unit of the panel.</param>
    /// <param name="axis">Time along the bottom.</param>
    /// <param name="label">What stands beside it.</param>
    public void Limit(LimitLine limit, TimeAxis axis, string label)
    {
        Label(label, limit.Last, PlotColours.Vermilion);
        if (limit.IsConstant)
        {
            Limit(limit.Last, PlotColours.Vermilion);
            return;
        }

        List<double> x = [], y = [];
        for (int i = 0; i < limit.Steps.Count; i++)
        {
            double value = limit.Steps[i].Value ?? double.NaN;
            x.AddRange([axis.PositionOf(limit.Steps[i].FromUnixS), i + 1 < limit.Steps.Count
                ? axis.PositionOf(limit.Steps[i + 1].FromUnixS) : axis.LengthDays]);
            y.AddRange([value, value]);
        }

        foreach ((int first, int end) in Stretches([.. y]))
        {
            var line = plot.Add.ScatterLine(x.GetRange(first, end - first).ToArray(), y.GetRange(first, end - first).ToArray());
            line.Color = PlotColours.Of(PlotColours.Vermilion);
            line.LineWidth = LimitWidth;
            line.LinePattern = LinePattern.Dashed;
        }

        Include([.. y]);
    }

    /// <summary>Tints the times in which something held.</summary>
    public void Spans(IEnumerable<(double From, double To)> spans, SKColor colour)
    {
        foreach ((double from, double to) in spans)
        {
            var span = plot.Add.HorizontalSpan(from, to);
            span.FillColor = PlotColours.Of(colour, 0.22);
            span.LineWidth = 0;
        }
    }

    /// <summary>Writes a label at the right end of the panel, at the height of a value.</summary>
    public void Label(string text, double value, SKColor colour) => labels.Add((text, value, colour));

    /// <summary>Fixes the value axis, which otherwise follows what is drawn.</summary>
    public void Scale(double low, double high, IEnumerable<(double Value, string Name)> ticks)
    {
        fixedRange = (low, high);
        var named = new NumericManual();
        foreach ((double value, string name) in ticks)
        {
            named.AddMajor(value, name);
        }

        plot.Axes.Left.TickGenerator = named;
    }

    /// <summary>Where on a sheet the data of a panel lie.</summary>
    /// <param name="area">Where the panel is drawn.</param>
    public static SKRect DataOf(SKRect area) =>
        new(area.Left + LeftRoom, area.Top + CaptionRoom, area.Right - RightRoom, area.Bottom - BottomRoom);

    /// <summary>Lets a value be inside the axis.</summary>
    public void Include(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            if (double.IsFinite(value))
            {
                Highest = Math.Max(Highest, value);
                Lowest = Math.Min(Lowest, value);
            }
        }
    }

    /// <summary>Draws the panel on a sheet.</summary>
    /// <param name="page">The sheet.</param>
    /// <param name="area">Where.</param>
    /// <param name="fromZero">Whether the value axis starts at zero, as it must where areas or bars are compared.</param>
    public void Draw(PlotPage page, SKRect area, bool fromZero)
    {
        (double low, double high) = fixedRange ?? Range(fromZero);
        plot.Axes.SetLimitsY(low, high);
        if (fixedRange is null)
        {
            plot.Axes.Left.TickGenerator = new NumericAutomatic { TickDensity = area.Height < LowPanel ? 0.9 : 0.5 };
        }

        page.Canvas.Save();
        area = SKRect.Create(MathF.Round(area.Left), MathF.Round(area.Top), MathF.Round(area.Width), MathF.Round(area.Height));

        // Rendering wipes the canvas first, other panels with it; the clip is in whole pixels, or its edge shows as a grey line.
        page.Canvas.ClipRect(area);
        plot.Render(page.Canvas, new PixelRect(area.Left, area.Right, area.Bottom, area.Top));
        page.Canvas.Restore();
        float top = area.Top + CaptionRoom;
        float bottom = area.Bottom - BottomRoom;
        page.Caption(caption, area.Left + 12, area.Top + CaptionBaseline);
        page.Labels(
            labels.Select(label => new PlotLabel(label.Text, PixelOf(label.Value), label.Colour)).ToList(),
            area.Right - RightRoom + 14,
            top,
            bottom);

        float PixelOf(double value) => (float)(bottom - ((value - low) / (high - low) * (bottom - top)));
    }

    /// <inheritdoc/>
    public void Dispose() => plot.Dispose();

    private static IEnumerable<(int First, int End)> Stretches(double[] values)
    {
        int? first = null;
        for (int i = 0; i <= values.Length; i++)
        {
            if (i < values.Length && double.IsFinite(values[i]))
            {
                first ??= i;
            }
            else if (first is { } begin)
            {
                yield return (begin, i);
                first = null;
            }
        }
    }

    private (double Low, double High) Range(bool fromZero)
    {
        double low = fromZero ? Math.Min(0, Lowest) : Lowest;
        double high = Highest;
        if (!double.IsFinite(low) || !double.IsFinite(high) || high - low <= 0)
        {
            // A constant, or nothing at all: one unit of room shows it as the flat line that it is.
            double middle = double.IsFinite(high) ? high : 0;
            return (fromZero ? Math.Min(0, middle) : middle - 1, middle + 1);
        }

        double room = 0.05 * (high - low);
        return (fromZero ? low : low - room, high + room);
    }
}
