using SkiaSharp;
using Twin.Cli.Output.Plots;

namespace Twin.Cli.Output.Charts;

/// <summary>A sheet: one chart in the room below the title, drawn smaller where it is higher than that.</summary>
/// <param name="page">The sheet.</param>
internal sealed class SheetEasel(PlotPage page) : Easel
{
    private const double Height = 600; // of a plot whose content does not say it: axis and its title fill the rest

    private static readonly ChartSize Size = new(PlotPage.Body.Width - 24, 21, IsNarrow: false);

    /// <inheritdoc/>
    public override IReadOnlyList<ChartSize> Sizes => [Size];

    /// <inheritdoc/>
    public override double PlotHeight(ChartSize size) => Height;

    /// <inheritdoc/>
    public override double Stretch(double rowsHeight) => Math.Clamp(0.8 * Height / rowsHeight, 1, 4);

    /// <inheritdoc/>
    public override Ink Open(string id, ChartSize size, double height, ChartAlt alt) => new SheetInk(page, size, height);

    /// <summary>Draws on the canvas of the sheet.</summary>
    private sealed class SheetInk(PlotPage page, ChartSize size, double height) : Ink(size, height)
    {
        private readonly float scale = (float)Math.Min(1, PlotPage.Body.Height / height);

        private static float LeftEdge => PlotPage.Body.Left + 12;

        public override void End() => page.Canvas.Flush();

        public override void Rect(double left, double top, double width, double height, SKColor fill, string? tip, double opacity)
        {
            using SKPaint paint = Paint(fill, opacity);
            page.Canvas.DrawRect(X(left), Y(top), (float)width * scale, (float)height * scale, paint);
        }

        public override void Line(double x1, double y1, double x2, double y2, SKColor colour, double width, string? dashes)
        {
            using SKPaint paint = Paint(colour, 1, (float)width);
            using SKPathEffect? effect = dashes is null ? null : SKPathEffect.CreateDash([7 * scale, 5 * scale], 0);
            paint.PathEffect = effect;
            page.Canvas.DrawLine(X(x1), Y(y1), X(x2), Y(y2), paint);
        }

        public override void Stroke(string path, SKColor colour, double width, double opacity) =>
            Draw(path, Paint(colour, opacity, (float)width));

        public override void Fill(string path, SKColor colour, double opacity, string? tip) => Draw(path, Paint(colour, opacity));

        public override void Dots(IEnumerable<(double X, double Y)> places, double radius, SKColor colour, double opacity)
        {
            using SKPaint paint = Paint(colour, opacity);
            foreach ((double x, double y) in places)
            {
                page.Canvas.DrawCircle(X(x), Y(y), (float)(1.4 * radius) * scale, paint);
            }
        }

        public override void Text(string text, double x, double baseline, SKColor colour, string anchor, bool isOverInk)
        {
            float letters = (float)Size.LetterSize * scale;
            float width = PlotLetters.WidthOf(text, PlotFont.Regular, letters);
            float left = X(x) - (anchor == "end" ? width : anchor == "middle" ? width / 2 : 0);
            if (isOverInk)
            {
                page.WriteOver(text, left, Y(baseline), letters, colour);
                return;
            }

            page.Write(text, left, Y(baseline), letters, colour);
        }

        private static SKPaint Paint(SKColor colour, double opacity, float stroke = 0) => new()
        {
            Color = colour.WithAlpha((byte)Math.Round(255 * opacity)),
            IsAntialias = true,
            IsStroke = stroke > 0,
            StrokeWidth = 1.4f * stroke, // a sheet is half again as wide as a page
            StrokeJoin = SKStrokeJoin.Round,
        };

        private void Draw(string path, SKPaint paint)
        {
            using (paint)
            using (SKPath shape = SKPath.ParseSvgPathData(path))
            {
                page.Canvas.Save();
                page.Canvas.Translate(LeftEdge, PlotPage.Body.Top);
                page.Canvas.Scale(scale);
                page.Canvas.DrawPath(shape, paint);
                page.Canvas.Restore();
            }
        }

        private float X(double x) => LeftEdge + ((float)x * scale);

        private float Y(double y) => PlotPage.Body.Top + ((float)y * scale);
    }
}
