using System.Globalization;
using System.Text;
using SkiaSharp;
using Twin.Cli.Output.Pages;
using Twin.Cli.Output.Plots;

namespace Twin.Cli.Output.Charts;

/// <summary>A curve of a chart; not a number makes a gap.</summary>
/// <param name="Name">Name at its end; empty for none.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="X">Places.</param>
/// <param name="Y">Values.</param>
internal sealed record Curve(string Name, SKColor Colour, IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>Low and high ends of a band around it; null for none.</summary>
    public (double[] Low, double[] High)? Band { get; init; }

    /// <summary>Whether the room down to zero is tinted.</summary>
    public bool IsArea { get; init; }

    /// <summary>Whether it is a limit: dashed, and without rounding at its steps.</summary>
    public bool IsLimit { get; init; }
}

/// <summary>A label below a chart.</summary>
/// <param name="From">Begin of what it names; a line is drawn there.</param>
/// <param name="To">End.</param>
/// <param name="Name">The label in its middle; at a single place where the ends are one.</param>
internal readonly record struct XLabel(double From, double To, string Name);

/// <summary>The lower axis of a chart.</summary>
/// <param name="Low">Its begin.</param>
/// <param name="High">Its end.</param>
/// <param name="Wide">Labels on a screen.</param>
/// <param name="Narrow">Labels on a phone.</param>
/// <param name="Tints">Stretches in which something was otherwise.</param>
internal sealed record XAxis(
    double Low, double High, IReadOnlyList<XLabel> Wide, IReadOnlyList<XLabel> Narrow, IReadOnlyList<(double From, double To)> Tints);

/// <summary>Curves with bands, areas and limits.</summary>
internal static class LineChart
{
    private const double BandOpacity = 0.18;
    private const double AreaOpacity = 0.3;

    /// <summary>Draws the curves in both sizes.</summary>
    public static void Draw(
        Html html, (string Id, ChartAlt Alt, string AxisTitle) head, XAxis axis, IReadOnlyList<Curve> curves, bool fromZero, ChartText text)
    {
        double[] all = [.. curves.SelectMany(Values).Where(double.IsFinite)];
        double low = fromZero ? Math.Min(0, all.DefaultIfEmpty(0).Min()) : all.DefaultIfEmpty(0).Min();
        IReadOnlyList<ChartName> names =
            [.. curves.Where(curve => curve.Name.Length > 0).Select(curve => new ChartName(curve.Name, curve.Colour, LastOf(curve)))];
        var plan = new ChartPlan(head.Id, head.Alt, head.AxisTitle, low, all.DefaultIfEmpty(1).Max(), names);
        var easel = new PageEasel(html);
        foreach (ChartSize size in easel.Sizes)
        {
            Draw(new ChartFrame(easel, plan, size, text, easel.PlotHeight(size)), axis, curves);
        }
    }

    private static IEnumerable<double> Values(Curve curve) => curve.Band is { } band ? [.. curve.Y, .. band.Low, .. band.High] : curve.Y;

    private static double LastOf(Curve curve) => curve.Y.LastOrDefault(double.IsFinite);

    private static void Draw(ChartFrame frame, XAxis axis, IReadOnlyList<Curve> curves)
    {
        Scale x = Scale.Exact(axis.Low, axis.High, axis.High - axis.Low, frame.Left, frame.Right);
        foreach ((double from, double to) in axis.Tints)
        {
            frame.Ink.Rect(x[from], frame.Top, x[to] - x[from], frame.Bottom - frame.Top, PlotColours.Grey, opacity: 0.35);
        }

        foreach (XLabel label in frame.Ink.Size.IsNarrow ? axis.Narrow : axis.Wide)
        {
            if (label.From > axis.Low)
            {
                frame.Ink.Line(x[label.From], frame.Top, x[label.From], frame.Bottom, PlotColours.Hairline);
            }

            if (label.Name.Length > 0)
            {
                frame.Ink.Text(label.Name, x[(label.From + label.To) / 2], frame.LabelBaseline, PlotColours.Muted, AnchorOf(label, axis));
            }
        }

        foreach (Curve curve in curves)
        {
            Draw(frame, x, curve);
        }

        frame.End();
    }

    private static string AnchorOf(XLabel label, XAxis axis) =>
        label.To > label.From ? "middle" : label.From <= axis.Low ? "start" : label.To >= axis.High ? "end" : "middle";

    private static void Draw(ChartFrame frame, Scale x, Curve curve)
    {
        if (curve.Band is { } band)
        {
            frame.Ink.Fill(Between(curve.X, band.Low, band.High, x, frame.Y), curve.Colour, BandOpacity);
        }

        if (curve.IsArea)
        {
            frame.Ink.Fill(Between(curve.X, new double[curve.X.Count], curve.Y, x, frame.Y), curve.Colour, AreaOpacity);
        }

        if (curve.IsLimit)
        {
            for (int i = 0; i + 1 < curve.X.Count; i += 2)
            {
                if (double.IsFinite(curve.Y[i]))
                {
                    frame.Ink.Line(x[curve.X[i]], frame.Y[curve.Y[i]], x[curve.X[i + 1]], frame.Y[curve.Y[i]], curve.Colour, 2, "7 5");
                }
            }

            return;
        }

        frame.Ink.Stroke(Along(curve.X, curve.Y, x, frame.Y), curve.Colour, frame.Ink.Size.IsNarrow ? 1.4 : 2);
    }

    private static string Along(IReadOnlyList<double> xs, IReadOnlyList<double> ys, Scale x, Scale y)
    {
        var path = new StringBuilder();
        bool isOn = false;
        for (int i = 0; i < xs.Count; i++)
        {
            if (double.IsFinite(ys[i]))
            {
                path.Append(isOn ? 'L' : 'M').Append(Point(x[xs[i]], y[ys[i]]));
            }

            isOn = double.IsFinite(ys[i]);
        }

        return path.ToString();
    }

    private static string Between(IReadOnlyList<double> xs, double[] lows, IReadOnlyList<double> highs, Scale x, Scale y)
    {
        var path = new StringBuilder();
        for (int begin = 0; begin < xs.Count; begin++)
        {
            int end = begin;
            while (end < xs.Count && double.IsFinite(lows[end]) && double.IsFinite(highs[end]))
            {
                end++;
            }

            for (int i = begin; i < end; i++)
            {
                path.Append(i == begin ? 'M' : 'L').Append(Point(x[xs[i]], y[highs[i]]));
            }

            for (int i = end - 1; i >= begin; i--)
            {
                path.Append('L').Append(Point(x[xs[i]], y[lows[i]]));
            }

            path.Append(end > begin ? "Z" : string.Empty);
            begin = end;
        }

        return path.ToString();
    }

    // Tenths of a pixel: a year of days in half the letters.
    private static string Point(double x, double y) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Round(x, 1):0.#} {Math.Round(y, 1):0.#}");
}
