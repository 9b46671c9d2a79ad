using System.Globalization;
using SkiaSharp;

namespace Twin.Cli.Output.Plots;

/// <summary>energy_sankey: the run's energy from its sources to where it ends, as ribbons whose widths add up at every place.</summary>
internal static class SankeySheet
{
    private const float PlaceWidth = 14;
    private const float LabelSize = 17;
    private const float LineHeight = 22;
    private const float TallPlace = 46;

    private static readonly string LeastPercent = (100 * SankeyLayout.LeastLabelled).ToString("0.##", CultureInfo.InvariantCulture);
    private static readonly float[] LayerX = [236, 420, 640, 920, 1120, 1344];

    /// <summary>Draws the sheet.</summary>
    public static void Draw(RunSeries run, TimeAxis axis, string path)
    {
        EnergyFlows energy = EnergyFlows.Of(run);
        string foot = $"Energy over the run; at every place as much goes out as comes in. Not drawn: what is below "
            + $"{LeastPercent} % of all. Scenario {run.Summary.Scenario}.";
        using var page = new PlotPage(path, Finding(energy), Sheets.Subtitle(run, axis), foot);
        SKRect body = PlotPage.Body;
        var layout = new SankeyLayout(energy, body.Top + 8, body.Bottom - 8);
        foreach (SankeyLayout.Leg leg in layout.Legs.Where(layout.IsDrawn))
        {
            DrawRibbon(page.Canvas, leg);
        }

        (string unit, double divisor) = PlotText.EnergyUnit(energy.Into(EnergyFlows.Electricity));
        foreach (SankeyLayout.Stop stop in layout.Stops.Where(layout.IsLabelled))
        {
            using var paint = new SKPaint { Color = stop.Place!.Colour, IsAntialias = true };
            page.Canvas.DrawRect(LayerX[stop.Layer], stop.Top, PlaceWidth, Math.Max(1, stop.Height), paint);
        }

        foreach (SankeyLayout.Stop stop in layout.Stops.Where(layout.IsLabelled))
        {
            DrawLabel(page, stop, energy.NameOf(stop.Place!), PlotText.Say(stop.EnergyJ / divisor) + " " + unit);
        }

        page.Save();
    }

    private static string Finding(EnergyFlows energy)
    {
        double allJ = energy.Into(EnergyFlows.Electricity);
        double exportJ = energy.Into(EnergyFlows.Export);
        double usedJ = allJ - exportJ;
        double storedJ = usedJ - energy.SiteJ;
        string used = storedJ > 0.0005 * usedJ
            ? $"{PlotText.Energy(usedJ)} of electricity ({PlotText.Energy(energy.SiteJ)} drawn, the rest kept or lost by the battery)"
            : $"{PlotText.Energy(usedJ)} of electricity";
        var ends = new[]
        {
            (Share: energy.Into(EnergyFlows.Network) / usedJ, Text: "go to the heat network"),
            (Share: energy.Into(EnergyFlows.River) / usedJ, Text: "warm the water body"),
            (Share: energy.Into(EnergyFlows.Air) / usedJ, Text: "warm the air through dry coolers"),
        };
        List<string> said = ends.Where(end => end.Share >= 0.005).OrderByDescending(end => end.Share)
            .Select(end => $"{PlotText.Percent(end.Share)} {end.Text}").Take(2).ToList();
        return said.Count == 0
            ? $"The site turns {used} into heat"
            : $"Of {used}, {string.Join(" and ", said)}";
    }

    private static void DrawRibbon(SKCanvas canvas, SankeyLayout.Leg leg)
    {
        float left = LayerX[leg.From.Layer] + (leg.From.Place is null ? 0 : PlaceWidth);
        float right = LayerX[leg.To.Layer];
        float bend = (left + right) / 2;
        using var path = new SKPath();
        path.MoveTo(left, leg.BeginTop);
        path.CubicTo(bend, leg.BeginTop, bend, leg.EndTop, right, leg.EndTop);
        path.LineTo(right, leg.EndTop + leg.Width);
        path.CubicTo(bend, leg.EndTop + leg.Width, bend, leg.BeginTop + leg.Width, left, leg.BeginTop + leg.Width);
        path.Close();

        // Where many flows meet, each has the colour of its source, beyond that of what it becomes.
        bool isPooled = leg.Flow.To == EnergyFlows.Electricity || leg.Flow.To == EnergyFlows.Loops;
        SKColor colour = isPooled ? leg.Flow.From.Colour : leg.Flow.To.Colour;
        using var paint = new SKPaint { Color = colour.WithAlpha(105), IsAntialias = true };
        canvas.DrawPath(path, paint);
    }

    private static void DrawLabel(PlotPage page, SankeyLayout.Stop stop, string name, string amount)
    {
        float middle = stop.Top + (stop.Height / 2);
        float x = LayerX[stop.Layer];
        if (stop.Layer == 0)
        {
            page.Write(name, x - 16, middle - 4, LabelSize, PlotColours.Ink, SKTextAlign.Right);
            page.Write(amount, x - 16, middle - 4 + LineHeight, LabelSize, PlotColours.Muted, SKTextAlign.Right);
        }
        else if (stop.IsAtEnd)
        {
            page.Write(name, x + PlaceWidth + 10, middle - 4, LabelSize, PlotColours.Ink);
            page.Write(amount, x + PlaceWidth + 10, middle - 4 + LineHeight, LabelSize, PlotColours.Muted);
        }
        else if (stop.Height >= TallPlace)
        {
            page.WriteOver(name, x + PlaceWidth + 10, middle - 4, LabelSize, PlotColours.Ink);
            page.WriteOver(amount, x + PlaceWidth + 10, middle - 4 + LineHeight, LabelSize, PlotColours.Ink);
        }
        else
        {
            page.WriteOver($"{name} {amount}", x + PlaceWidth + 8, middle + 6, LabelSize - 1, PlotColours.Ink);
        }
    }
}
