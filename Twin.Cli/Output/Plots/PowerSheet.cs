using SkiaSharp;

namespace Twin.Cli.Output.Plots;

/// <summary>power_stack.png: what the site draws and what for. IT fills the upper panel, so the rest is enlarged below it.</summary>
internal static class PowerSheet
{
    private const string Site = "site.power_w";
    private const string SiteMax = "site.power_w_max";
    private const string It = "it.power_w";

    // Beside IT these sum to the site's power.
    private static readonly (string Name, SKColor Colour, string[] Columns)[] Parts =
    [
        ("power distribution", PlotColours.Orange, ["chain.loss_w"]),
        ("fans and pumps", PlotColours.Sky, ["air.fan_power_w", "loops.pump_power_w", "river.pump_power_w", "dry_coolers.fan_power_w"]),
        ("chillers", PlotColours.Blue, ["chillers.power_w"]),
        ("heat pumps", PlotColours.Vermilion, ["heat_pumps.power_w"]),
        ("auxiliaries", PlotColours.Grey, ["site.auxiliary_w"]),
    ];

    /// <summary>Columns the sheet is made from.</summary>
    public static IEnumerable<string> Columns => [Site, SiteMax, It, .. Parts.SelectMany(part => part.Columns)];

    /// <summary>Whether the run recorded what the sheet shows.</summary>
    public static bool CanDraw(RunSeries run) => run.Has(Site) && run.Has(It);

    /// <summary>Draws the sheet.</summary>
    public static void Draw(RunSeries run, TimeAxis axis, string path)
    {
        double siteW = run[Site].Average();
        double itW = run[It].Average();
        string title = $"The site draws {PlotText.Power(siteW)} on average, {PlotText.Percent(itW / siteW)} of it for IT";
        using var page = new PlotPage(path, title, Sheets.Subtitle(run, axis), Sheets.Foot(run, axis));
        SKRect body = PlotPage.Body;
        float middle = body.Top + (body.Height * 0.52f);
        using PlotPanel whole = Whole(run, axis);
        whole.Draw(page, new SKRect(body.Left, body.Top, body.Right, middle), fromZero: true);
        using PlotPanel overhead = Overhead(run, axis);
        overhead.Draw(page, new SKRect(body.Left, middle + 8, body.Right, body.Bottom), fromZero: true);
        page.Save();
    }

    private static PlotPanel Whole(RunSeries run, TimeAxis axis)
    {
        (string unit, double divisor) = PlotText.PowerUnit(run[Site].Max());
        var panel = new PlotPanel($"Power of the site, {unit}");
        axis.Apply(panel.Plot);
        TimeTrace it = axis.Trace(Sheets.In(run[It], divisor));
        TimeTrace site = axis.Trace(Sheets.In(run[Site], divisor));
        panel.Area(it.X, new double[it.X.Length], it.Mean, PlotColours.Blue, opacity: 0.28);
        panel.Area(it.X, it.Mean, site.Mean, PlotColours.Grey, opacity: 0.8);
        panel.Line(site.X, site.Mean, PlotColours.Ink, width: 1.2f);
        if (run.Has(SiteMax))
        {
            TimeTrace peak = axis.Trace(Sheets.In(run[SiteMax], divisor));
            panel.Line(peak.X, peak.High, PlotColours.Muted, width: 0.9f);
            string name = axis.IsDaily ? "peak of the day" : "peak step";
            panel.Label($"{name}, up to {PlotText.Say(peak.High.Max())} {unit}", peak.High[^1], PlotColours.Muted);
        }

        if (run.Limit("grid.import_limit_w") is { } limit && limit.Lowest < 1.6 * run[Site].Max())
        {
            LimitLine connection = limit.In(divisor);
            string values = connection.Say(connection.IsConstant ? PlotText.Say : PlotText.Tenths);
            panel.Limit(connection, axis, $"grid connection {values} {unit}");
        }

        double itMean = run[It].Average() / divisor;
        panel.Label($"site, mean {PlotText.Say(run[Site].Average() / divisor)} {unit}", site.Mean[^1], PlotColours.Ink);
        panel.Label($"IT, mean {PlotText.Say(itMean)} {unit}", it.Mean[^1] / 2, PlotColours.Blue);
        return panel;
    }

    private static PlotPanel Overhead(RunSeries run, TimeAxis axis)
    {
        var parts = Parts.Select(part => (part.Name, part.Colour, Watts: run.Sum(part.Columns)))
            .Where(part => part.Watts.Any(w => w > 0)).ToList();
        double[] total = new double[run.StartsUnixS.Count];
        parts.ForEach(part => Sheets.AddTo(total, part.Watts));
        (string unit, double divisor) = PlotText.PowerUnit(axis.Trace(total).Mean.Max());
        var panel = new PlotPanel($"All but IT, enlarged, {unit}");
        axis.Apply(panel.Plot);
        double[]? below = null;
        foreach ((string name, SKColor colour, double[] watts) in parts)
        {
            TimeTrace trace = axis.Trace(Sheets.In(watts, divisor));
            below ??= new double[trace.X.Length];
            double[] above = (double[])below.Clone();
            Sheets.AddTo(above, trace.Mean);
            panel.Area(trace.X, below, above, colour);
            panel.Label($"{name}, {PlotText.Say(watts.Average() / divisor)} {unit}", (below[^1] + above[^1]) / 2, Sheets.Readable(colour));
            below = above;
        }

        return panel;
    }
}
