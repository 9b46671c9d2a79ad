using System.Globalization;
using SkiaSharp;

namespace Twin.Cli.Output.Plots;

/// <summary>A carpet: one column a day or week, one row an hour of the site's clock, and a colour for the ratio of two columns.</summary>
internal sealed class CarpetSheet
{
    private const int Hours = 24;
    private const double HourS = 3600;
    private const int LeastDays = 7; // of the calendar: in spring, a week is an hour short
    private const int QuantileCells = 1000; // of so many cells, one may lie beyond the end of the scale
    private const int MostSteps = 6;
    private static readonly double[] Steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 5];
    private readonly string numerator;
    private readonly string denominator;
    private readonly string caption;
    private readonly bool isShare;
    private readonly ColourScale colours;
    private readonly Func<Carpet, bool, string> finding;
    private readonly string explained;

    private CarpetSheet(
        (string Numerator, string Denominator) columns,
        string caption,
        bool isShare,
        ColourScale colours,
        Func<Carpet, bool, string> finding,
        string explained)
    {
        (numerator, denominator) = columns;
        this.caption = caption;
        this.isShare = isShare;
        this.colours = colours;
        this.finding = finding;
        this.explained = explained;
    }

    /// <summary>pue_carpet: when the site needs how much beside its IT.</summary>
    public static CarpetSheet Pue { get; } = new(
        ("site.power_w", "it.power_w"),
        "PUE, site per IT power",
        isShare: false,
        ColourScale.LightToDark,
        (carpet, isWeekly) => $"PUE is {Ratio(carpet.Mean)} over the run, between {Ratio(carpet.Lowest)} and {Ratio(carpet.Highest)} "
            + (isWeekly ? "by week and hour of the day" : "in single hours"),
        "PUE: power of the site over power of its IT, ISO/IEC 30134-2.");

    /// <summary>carbon_free_carpet: when how much of the power is carbon-free as it is used.</summary>
    public static CarpetSheet CarbonFree { get; } = new(
        ("matched.renewable_w", "site.power_w"),
        "Carbon-free share, %",
        isShare: true,
        ColourScale.BareToGreen,
        (carpet, isWeekly) => $"{PlotText.Percent(carpet.Mean)} of the power is carbon-free when it is used"
            + (isWeekly ? string.Empty : $"; in {PlotText.Percent(carpet.FullShare)} of the hours all of it is"),
        "Carbon-free: own and contracted renewable power as it comes; the grid’s mix counts as none.");

    /// <summary>Columns the sheet is made from.</summary>
    public IEnumerable<Wanted> Columns => [new(numerator) { ByHour = true }, new(denominator) { ByHour = true }];

    /// <summary>Why the run cannot have the sheet; null if it can.</summary>
    public string? WhyNot(RunSeries run) =>
        !run.Has(numerator) || !run.Has(denominator) ? "the run has no column for it"
        : run.IntervalS > HourS ? "its cells are hours, and the rows of the run are longer"
        : run.Grid.StripePart == TimePart.Day && run.Grid.Stripes.Count < LeastDays ? "it needs a week, and the run is shorter"
        : null;

    /// <summary>Draws the sheet.</summary>
    public void Draw(RunSeries run, TimeAxis axis, string path)
    {
        var carpet = new Carpet(run[numerator], run[denominator], run.Grid);
        string foot = $"One column a {TimeAxis.NameOf(run.Grid.StripePart)}, one row an hour, clock of {run.Summary.Zone}. "
            + $"Scenario {run.Summary.Scenario}. {explained}"
            + (carpet.HasGap ? " Blank: no such hour." : string.Empty);
        using var page = new PlotPage(path, finding(carpet, run.Grid.StripePart == TimePart.Week), Sheets.Subtitle(run, axis), foot);
        using var panel = new PlotPanel("Hour of the day");
        axis.Apply(panel.Plot);
        panel.Scale(0, Hours, Enumerable.Range(0, 8).Select(i => (3.0 * i, (3 * i).ToString("00", CultureInfo.InvariantCulture) + ":00")));
        panel.Draw(page, PlotPage.Body, fromZero: true);
        SKRect data = PlotPanel.DataOf(PlotPage.Body);
        (double low, double high) = isShare ? (0, 1) : RangeOf(carpet);
        DrawCells(page.Canvas, carpet, [.. run.Grid.Stripes.Select(axis.PositionOf)], axis.LengthDays, SKRectI.Round(data), low, high);
        DrawScale(page, data, (low, high), carpet.Highest);
        page.Save();
    }

    private static string Ratio(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    // As a picture of whole pixels: eight thousand rectangles would show seams, and make an SVG of megabytes.
    private void DrawCells(
        SKCanvas canvas, Carpet carpet, double[] begins, double lengthDays, SKRectI area, double low, double high)
    {
        using var cells = new SKBitmap(new SKImageInfo(area.Width, area.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var pixels = new SKColor[area.Width * area.Height];
        int stripe = 0;
        for (int x = 0; x < area.Width; x++)
        {
            double position = (x + 0.5) / area.Width * lengthDays;
            while (stripe + 1 < begins.Length && begins[stripe + 1] <= position)
            {
                stripe++;
            }

            for (int y = 0; y < area.Height; y++)
            {
                double value = carpet[stripe, Hours - 1 - (y * Hours / area.Height)];
                pixels[(y * area.Width) + x] = double.IsFinite(value) ? colours.At((value - low) / (high - low)) : PlotColours.Hairline;
            }
        }

        cells.Pixels = pixels;
        canvas.DrawBitmap(cells, area.Left, area.Top);
    }

    private void DrawScale(PlotPage page, SKRect data, (double Low, double High) range, double highest)
    {
        const float width = 26;
        const int steps = 120;
        float left = data.Right + 40;
        float top = data.Top + 34;
        float height = Math.Min(420, data.Height - 60);
        page.Caption(caption, left, data.Top + 12);
        using var paint = new SKPaint { IsAntialias = false };
        for (int i = 0; i < steps; i++)
        {
            paint.Color = colours.At(1 - ((i + 0.5) / steps));
            float from = MathF.Round(top + (height * i / steps));
            float to = MathF.Round(top + (height * (i + 1) / steps));
            page.Canvas.DrawRect(new SKRect(left, from, left + width, to), paint);
        }

        foreach (double value in Ticks(range.Low, range.High))
        {
            bool goesOn = value == range.High && highest > range.High * (1 + 1e-9);
            string text = (isShare ? PlotText.Percent(value) : Ratio(value))
                + (goesOn ? $" and more, up to {Ratio(highest)}" : string.Empty);
            double share = (value - range.Low) / (range.High - range.Low);
            page.Write(text, left + width + 10, top + (float)(height * (1 - share)) + 6, 17, PlotColours.Ink);
        }
    }

    // A few hours far above all others would leave the rest in one colour: then the scale ends before them, and says so.
    private static (double Low, double High) RangeOf(Carpet carpet)
    {
        double usual = carpet.Quantile(1 - (1.0 / QuantileCells));
        bool fits = carpet.Highest - carpet.Lowest < 1.5 * (usual - carpet.Lowest);
        double low = Math.Floor((carpet.Lowest * 100) + 1e-6) / 100;
        double high = Math.Ceiling(((fits ? carpet.Highest : usual) * 100) - 1e-6) / 100;
        return (low, Math.Max(high, low + 0.01)); // a constant has a scale too
    }

    // Both ends, and round values between them that do not touch their labels.
    private static IEnumerable<double> Ticks(double low, double high)
    {
        double step = Steps.First(step => step * MostSteps >= high - low || step == Steps[^1]);
        double room = 0.07 * (high - low);
        yield return low;
        for (double value = Math.Ceiling(low / step) * step; value < high - room; value += step)
        {
            if (value > low + room)
            {
                yield return value;
            }
        }

        yield return high;
    }
}
