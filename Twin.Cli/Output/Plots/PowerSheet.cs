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
    public static IEnumerable<Wanted> Columns => Wanted.Plain([Site, SiteMax, It, .. Parts.SelectMany(part => part.Columns)]);

    /// <summary>Whether the run recorded what the sheet shows.</summary>
    public static bool CanDraw(RunSeries run) => run.Has(Site) && run.Has(It);

    /// <summary>Draws the sheet.</summary>
    public static void Draw(RunSeries run, TimeAxis axis, string path)
    {
        double siteW = run[Site].Mean;
        double itW = run[It].Mean;
        string title = $"The site draws {PlotText.Power(siteW)} on average, {PlotText.Percent(itW / siteW)} of it for IT";
        using var page = new PlotPage(path, title, Sheets.Subtitle(run, axis), Sheets.Foot(run, axis) + Explained(run, axis));
        SKRect body = PlotPage.Body;
        float middle = body.Top + (body.Height * 0.52f);
        using PlotPanel whole = Whole(run, axis);
        whole.Draw(page, new SKRect(body.Left, body.Top, body.Right, middle), fromZero: true);
        using PlotPanel overhead = Overhead(run, axis);
        overhead.Draw(page, new SKRect(body.Left, middle + 8, body.Right, body.Bottom), fromZero: true);
        page.Save();
    }

    private static string Explained(RunSeries run, TimeAxis axis) =>
        run.Has(SiteMax) && axis.IsGrouped ? $" Thin line: highest step of each {axis.PointName}." : string.Empty;

    private static PlotPanel Whole(RunSeries run, TimeAxis axis)
    {
        (string unit, double divisor) = PlotText.PowerUnit(run[Site].Highest);
        var panel = new PlotPanel($"Power of the site, {unit}");
        axis.Apply(panel.Plot);
        TimeTrace it = axis.Trace(run[It], divisor);
        TimeTrace site = axis.Trace(run[Site], divisor);
        panel.Area(it.X, new double[it.X.Length], it.Mean, PlotColours.Blue, opacity: 0.28);
        panel.Area(it.X, it.Mean, site.Mean, PlotColours.Grey, opacity: 0.8);
        panel.Line(site.X, site.Mean, PlotColours.Ink, width: 1.2f);
        if (run.Has(SiteMax))
        {
            TimeTrace peak = axis.Trace(run[SiteMax], divisor);
            panel.Line(peak.X, peak.High, PlotColours.Muted, width: 0.9f);
            panel.Label($"highest step, up to {PlotText.Say(run[SiteMax].Highest / divisor)} {unit}", peak.High[^1], PlotColours.Muted);
        }

        if (run.Limit("grid.import_limit_w") is { } limit && limit.Lowest < 1.6 * run[Site].Highest)
        {
            LimitLine connection = limit.In(divisor);
            string values = connection.Say(connection.IsConstant ? PlotText.Say : PlotText.Tenths);
            panel.Limit(connection, axis, $"grid connection {values} {unit}");
        }

        double itMean = run[It].Mean / divisor;
        panel.Label($"site, mean {PlotText.Say(run[Site].Mean / divisor)} {unit}", site.Mean[^1], PlotColours.Ink);
        panel.Label($"IT, mean {PlotText.Say(itMean)} {unit}", it.Mean[^1] / 2, PlotColours.Blue);
        return panel;
    }

    private static PlotPanel Overhead(RunSeries run, TimeAxis axis)
    {
        var parts = Parts.Select(part =>
                (part.Name, part.Colour, Means: Sum(run, part.Columns), MeanW: part.Columns.Sum(name => MeanW(run, name))))
            .Where(part => part.Means.Any(w => w > 0)).ToList();
        double[] total = new double[run.Grid.Points.Count];
        parts.ForEach(part => Sheets.AddTo(total, part.Means));
        (string unit, double divisor) = PlotText.PowerUnit(total.Max());
        var panel = new PlotPanel($"All but IT, enlarged, {unit}");
        axis.Apply(panel.Plot);
        double[]? below = null;
        double[] x = axis.Trace(run[Site]).X;
        foreach ((string name, SKColor colour, double[] means, double meanW) in parts)
        {
            below ??= new double[x.Length];
            double[] above = (double[])below.Clone();
            Sheets.AddTo(above, Sheets.In(means, divisor));
            panel.Area(x, below, above, colour);
            panel.Label($"{name}, {PlotText.Say(meanW / divisor)} {unit}", (below[^1] + above[^1]) / 2, Sheets.Readable(colour));
            below = above;
        }

        return panel;
    }

    private static double MeanW(RunSeries run, string name) => run.Has(name) ? run[name].Mean : 0;

    // Sum of those of the columns that the run recorded, point by point.
    private static double[] Sum(RunSeries run, string[] names)
    {
        double[] sum = new double[run.Grid.Points.Count];
        foreach (string name in names.Where(run.Has))
        {
            Sheets.AddTo(sum, run[name].Means);
        }

        return sum;
    }
}
