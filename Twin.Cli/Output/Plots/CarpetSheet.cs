using System.Globalization;
using SkiaSharp;

namespace Twin.Cli.Output.Plots;

/// <summary>A carpet: one column a day, one row an hour of the site's clock, and a colour for the ratio of two columns in it.</summary>
internal sealed class CarpetSheet
{
    private const int Hours = 24;
    private const double LeastDays = 7;
    private const int QuantileCells = 1000; // of so many cells, one may lie beyond the end of the scale
    private readonly string numerator;
    private readonly string denominator;
    private readonly string caption;
    private readonly bool isShare;
    private readonly ColourScale colours;
    private readonly Func<Carpet, string> finding;
    private readonly string explained;

    private CarpetSheet(
        (string Numerator, string Denominator) columns,
        string caption,
        bool isShare,
        ColourScale colours,
        Func<Carpet, string> finding,
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
        "PUE",
        isShare: false,
        ColourScale.LightToDark,
        carpet => $"PUE is {Ratio(carpet.Mean)} over the run, between {Ratio(carpet.Lowest)} and {Ratio(carpet.Highest)} in single hours",
        "PUE: power of the site over power of its IT, ISO/IEC 30134-2.");

    /// <summary>carbon_free_carpet: when how much of the power is renewable as it is used.</summary>
    public static CarpetSheet CarbonFree { get; } = new(
        ("matched.renewable_w", "site.power_w"),
        "Carbon-free share",
        isShare: true,
        ColourScale.BareToGreen,
        carpet => $"{PlotText.Percent(carpet.Mean)} of the power is carbon-free in the hour of its use; "
            + $"{PlotText.Percent(carpet.FullShare)} of all hours are so entirely",
        "Own and contracted renewable power, matched interval by interval; the mix of the grid counts as none.");

    /// <summary>Columns the sheet is made from.</summary>
    public IEnumerable<string> Columns => [numerator, denominator];

    /// <summary>Why the run cannot have the sheet; null if it can.</summary>
    public string? WhyNot(RunSeries run, TimeAxis axis) =>
        !run.Has(numerator) || !run.Has(denominator) ? "the run has no column for it"
        : axis.LengthDays < LeastDays ? "it needs a week, and the run is shorter"
        : null;

    /// <summary>Draws the sheet.</summary>
    public void Draw(RunSeries run, TimeAxis axis, string path)
    {
        var carpet = new Carpet(run[numerator], run[denominator], axis);
        string foot = $"One column a day, one row an hour, clock of {run.Summary.Zone}. Scenario {run.Summary.Scenario}. {explained}";
        using var page = new PlotPage(path, finding(carpet), Sheets.Subtitle(run, axis), foot);
        using var panel = new PlotPanel("Hour of the day");
        axis.Apply(panel.Plot);
        panel.Scale(0, Hours, Enumerable.Range(0, 9).Select(i => (3.0 * i, (3 * i).ToString("00", CultureInfo.InvariantCulture) + ":00")));
        panel.Draw(page, PlotPage.Body, fromZero: true);
        SKRect data = PlotPanel.DataOf(PlotPage.Body);
        (double low, double high) = isShare ? (0, 1) : (carpet.Lowest, carpet.Quantile(1 - (1.0 / QuantileCells)));
        high = Math.Max(high, low + 1e-6); // a constant has a scale too
        DrawCells(page.Canvas, carpet, axis, SKRectI.Round(data), low, high);
        DrawScale(page, data, (low, high), carpet.Highest);
        page.Save();
    }

    private static string Ratio(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    // As a picture of whole pixels: eight thousand rectangles would show seams, and make an SVG of megabytes.
    private void DrawCells(SKCanvas canvas, Carpet carpet, TimeAxis axis, SKRectI area, double low, double high)
    {
        using var cells = new SKBitmap(new SKImageInfo(area.Width, area.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var pixels = new SKColor[area.Width * area.Height];
        int day = 0;
        for (int x = 0; x < area.Width; x++)
        {
            double position = (x + 0.5) / area.Width * axis.LengthDays;
            while (day + 1 < axis.Days.Count && axis.BeginOf(axis.Days[day + 1].First) <= position)
            {
                day++;
            }

            for (int y = 0; y < area.Height; y++)
            {
                double value = carpet[day, Hours - 1 - (y * Hours / area.Height)];
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
        page.Caption(isShare ? caption + ", %" : caption + ", 1", left, data.Top + 12);
        using var paint = new SKPaint { IsAntialias = false };
        for (int i = 0; i < steps; i++)
        {
            paint.Color = colours.At(1 - ((i + 0.5) / steps));
            float from = MathF.Round(top + (height * i / steps));
            float to = MathF.Round(top + (height * (i + 1) / steps));
            page.Canvas.DrawRect(new SKRect(left, from, left + width, to), paint);
        }

        const int labels = 4;
        for (int i = 0; i <= labels; i++)
        {
            double value = range.Low + ((range.High - range.Low) * i / labels);
            bool goesOn = i == labels && !isShare && highest > range.High * (1 + 1e-9);
            string text = (isShare ? PlotText.Percent(value) : value.ToString("0.000", CultureInfo.InvariantCulture))
                + (goesOn ? $" and more, up to {Ratio(highest)}" : string.Empty);
            page.Write(text, left + width + 10, top + (height * (labels - i) / labels) + 6, 17, PlotColours.Ink);
        }
    }
}
