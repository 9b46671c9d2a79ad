using SkiaSharp;
using Twin.Cli.Output.Plots;

namespace Twin.Cli.Output.Charts;

/// <summary>Name of what a chart shows, written in its colour beside it, or below the plot on a phone.</summary>
/// <param name="Text">The name, with its number.</param>
/// <param name="Colour">Colour of the curve or bar.</param>
/// <param name="At">Value beside which it belongs.</param>
internal readonly record struct ChartName(string Text, SKColor Colour, double At);

/// <summary>Place, title and scale of a chart before anything is drawn into it.</summary>
/// <param name="Id">Identifier in the page; the two sizes add a letter each.</param>
/// <param name="Alt">What it says to somebody who does not see it.</param>
/// <param name="AxisTitle">What is drawn upwards, with its unit.</param>
/// <param name="Low">Lowest value.</param>
/// <param name="High">Highest value.</param>
/// <param name="Names">Names of what is shown, from above to below.</param>
internal sealed record ChartPlan(
    string Id, ChartAlt Alt, string AxisTitle, double Low, double High, IReadOnlyList<ChartName> Names)
{
    /// <summary>What is drawn sideways, with its unit; empty where the labels say it.</summary>
    public string LowerTitle { get; init; } = string.Empty;
}

/// <summary>A plot with its axis, its grid and its names; charts draw into it.</summary>
internal sealed class ChartFrame
{
    private const double Swatch = 11;
    private const double NameGap = 14;
    private const int MostSteps = 5;
    private readonly ChartPlan plan;
    private readonly ChartText text;
    private readonly double nameWidth;
    private readonly string[] lowerTitle;

    /// <summary>Opens a picture and draws the grid.</summary>
    public ChartFrame(Easel easel, ChartPlan plan, ChartSize size, ChartText text, double plotHeight)
    {
        this.plan = plan;
        this.text = text;
        string[] titleLines = [.. Lines(plan.AxisTitle, size, size.Width).Select(line => Ink.Fitted(line, size, size.Width))];
        double room = size.LineHeight;
        nameWidth = size.IsNarrow ? 0
            : plan.Names.Select(name => Ink.WidthOf(name.Text, size)).DefaultIfEmpty(0).Max() + Swatch + NameGap + 8;
        Top = (titleLines.Length * room) + 10;
        Bottom = Top + plotHeight;
        Y = Scale.Round(plan.Low, plan.High, MostSteps, Bottom, Top);
        Left = Y.Ticks().Max(tick => Ink.WidthOf(Label(tick), size)) + 9;
        Right = size.Width - Math.Max(nameWidth, 6);
        double legend = size.IsNarrow ? plan.Names.Sum(name => Lines(name.Text, size, NameRoom(size)).Count()) * room : 0;
        lowerTitle = plan.LowerTitle.Length == 0
            ? []
            : [.. Lines(plan.LowerTitle, size, Right - Left).Select(line => Ink.Fitted(line, size, Right - Left))];
        Ink = easel.Open(plan.Id, size, Bottom + (room * (1.5 + lowerTitle.Length)) + legend + 4, plan.Alt);
        for (int i = 0; i < titleLines.Length; i++)
        {
            Ink.Text(titleLines[i], 0, ((i + 1) * room) - (0.35 * size.LetterSize), PlotColours.Muted);
        }

        foreach (double tick in Y.Ticks())
        {
            Ink.Line(Left, Y[tick], Right, Y[tick], PlotColours.Hairline);
            Ink.Text(Label(tick), Left - 7, Y[tick] + (0.35 * size.LetterSize), PlotColours.Muted, "end");
        }
    }

    /// <summary>The picture.</summary>
    public Ink Ink { get; }

    /// <summary>Left end of the plot.</summary>
    public double Left { get; }

    /// <summary>Right end of the plot.</summary>
    public double Right { get; }

    /// <summary>Upper end of the plot.</summary>
    public double Top { get; }

    /// <summary>Lower end of the plot.</summary>
    public double Bottom { get; }

    /// <summary>From values to heights.</summary>
    public Scale Y { get; }

    /// <summary>Base line of the labels below the plot.</summary>
    public double LabelBaseline => Bottom + (Ink.Size.LineHeight * 1.05);

    /// <summary>A text in lines that fit into a width.</summary>
    public static IEnumerable<string> Lines(string text, ChartSize size, double width)
    {
        string line = string.Empty;
        foreach (string word in text.Split(' '))
        {
            string longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Ink.WidthOf(longer, size) > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        yield return line;
    }

    /// <summary>Draws the lower line, its title and the names, and closes the picture.</summary>
    public void End()
    {
        for (int i = 0; i < lowerTitle.Length; i++)
        {
            Ink.Text(lowerTitle[i], Right, LabelBaseline + ((i + 1) * Ink.Size.LineHeight), PlotColours.Muted, "end");
        }

        Ink.Line(Left, Y[Math.Max(Y.Low, Math.Min(0, Y.High))], Right, Y[Math.Max(Y.Low, Math.Min(0, Y.High))], PlotColours.Muted);
        if (Ink.Size.IsNarrow)
        {
            NamesBelow();
        }
        else
        {
            NamesBeside();
        }

        Ink.End();
    }

    private static double NameRoom(ChartSize size) => size.Width - Swatch - 8;

    private string Label(double tick) => text.Fixed(tick, Y.Decimals);

    private void NamesBelow()
    {
        double room = Ink.Size.LineHeight;
        double baseline = LabelBaseline + (room * (1.25 + lowerTitle.Length));
        foreach (ChartName name in plan.Names)
        {
            Ink.Rect(0, baseline - Swatch + 1, Swatch, Swatch, name.Colour);
            foreach (string line in Lines(name.Text, Ink.Size, NameRoom(Ink.Size)))
            {
                Ink.Text(line, Swatch + 6, baseline, PlotColours.Ink);
                baseline += room;
            }
        }
    }

    private void NamesBeside()
    {
        double room = Ink.Size.LineHeight;
        double[] middles = [.. plan.Names.Select(name => Math.Clamp(Y[name.At], Top, Bottom))];
        int[] order = [.. Enumerable.Range(0, middles.Length).OrderBy(i => middles[i])];
        Part(order, middles, room);
        for (int i = 0; i < middles.Length; i++)
        {
            ChartName name = plan.Names[i];
            Ink.Rect(Right + NameGap - 4, middles[i] - (Swatch / 2), Swatch, Swatch, name.Colour);
            Ink.Text(name.Text, Right + NameGap + Swatch + 2, middles[i] + (0.35 * Ink.Size.LetterSize), Sheets.Readable(name.Colour));
        }
    }

    // Down from the top, then up from the bottom: no name touches another, and none leaves the plot while there is room.
    private void Part(int[] order, double[] middles, double room)
    {
        double next = Top - (room / 2);
        foreach (int i in order)
        {
            middles[i] = Math.Max(middles[i], next);
            next = middles[i] + room;
        }

        double last = Bottom + (room / 2);
        foreach (int i in order.Reverse())
        {
            middles[i] = Math.Min(middles[i], last);
            last = middles[i] - room;
        }
    }
}
