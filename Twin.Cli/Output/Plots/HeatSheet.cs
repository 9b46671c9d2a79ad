using SkiaSharp;

namespace Twin.Cli.Output.Plots;

/// <summary>heat_export.png: heat that the town asks for, heat that it gets, and how hot it is.</summary>
internal static class HeatSheet
{
    private const string Demand = "heat.demand_w";
    private const string Delivered = "heat.delivered_w";
    private const string Supply = "heat.supply_c";

    /// <summary>Columns the sheet is made from.</summary>
    public static IEnumerable<Wanted> Columns => Wanted.Plain(Demand, Delivered, Supply);

    /// <summary>Whether the plant has a town to heat.</summary>
    public static bool CanDraw(RunSeries run) => run.Has(Demand) && run.Has(Delivered);

    /// <summary>Draws the sheet.</summary>
    public static void Draw(RunSeries run, TimeAxis axis, string path)
    {
        double askedJ = run.EnergyJ(Demand);
        double givenJ = run.EnergyJ(Delivered);
        (string unit, double divisor) = PlotText.TotalUnit(askedJ);
        string title = askedJ > 0
            ? $"The site covers {PlotText.Percent(givenJ / askedJ)} of the network’s heat: "
                + $"{PlotText.Say(givenJ / divisor)} of {PlotText.Say(askedJ / divisor)} {unit}"
            : "The network asks for no heat";
        using var page = new PlotPage(path, title, Sheets.Subtitle(run, axis), Sheets.Foot(run, axis));
        SKRect body = PlotPage.Body;
        float middle = run.Has(Supply) ? body.Top + (body.Height * 0.68f) : body.Bottom;
        using PlotPanel heat = Heat(run, axis);
        heat.Draw(page, new SKRect(body.Left, body.Top, body.Right, middle), fromZero: true);
        if (run.Has(Supply))
        {
            using PlotPanel hotness = Hotness(run, axis);
            hotness.Draw(page, new SKRect(body.Left, middle + 8, body.Right, body.Bottom), fromZero: false);
        }

        page.Save();
    }

    private static PlotPanel Heat(RunSeries run, TimeAxis axis)
    {
        (string unit, double divisor) = PlotText.PowerUnit(run[Demand].Highest);
        var panel = new PlotPanel($"Heat, {unit}");
        axis.Apply(panel.Plot);
        TimeTrace asked = axis.Trace(run[Demand], divisor);
        TimeTrace given = axis.Trace(run[Delivered], divisor);
        panel.Area(asked.X, new double[asked.X.Length], asked.Mean, PlotColours.Grey, opacity: 0.35);
        panel.Area(given.X, new double[given.X.Length], given.Mean, PlotColours.Vermilion, opacity: 0.7);
        panel.Line(asked.X, asked.Mean, PlotColours.Ink, width: 1.2f);
        panel.Label($"asked for, mean {PlotText.Say(run[Demand].Mean / divisor)} {unit}", asked.Mean[^1], PlotColours.Ink);
        string delivered = $"delivered, mean {PlotText.Say(run[Delivered].Mean / divisor)} {unit}";
        panel.Label(delivered, given.Mean[^1] / 2, Sheets.Readable(PlotColours.Vermilion));
        return panel;
    }

    private static PlotPanel Hotness(RunSeries run, TimeAxis axis)
    {
        var panel = new PlotPanel("Supply to the network, °C");
        axis.Apply(panel.Plot);
        TimeTrace supply = axis.Trace(run[Supply]);
        if (axis.IsGrouped)
        {
            panel.Band(supply, PlotColours.Purple);
        }

        panel.Line(supply.X, supply.Mean, PlotColours.Purple);
        panel.Label(PlotText.Span(run[Supply].Lowest, run[Supply].Highest), supply.Mean[^1], Sheets.Readable(PlotColours.Purple));
        return panel;
    }
}
