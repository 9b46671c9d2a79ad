using System.Globalization;
using ScottPlot.TickGenerators;

namespace Twin.Cli.Output.Plots;

/// <summary>load_duration: for how many hours at least which power is drawn, largest first, beside what the connection carries.</summary>
internal static class LoadDurationSheet
{
    private const string Site = "site.power_w";
    private const string It = "it.power_w";
    private const string Import = "grid.import_w";
    private const string OnSite = "onsite.generation_w";
    private const string Limit = "grid.import_limit_w";
    private const int MostTicks = 10;
    private const int MostPoints = 2000;

    /// <summary>Columns the sheet is made from.</summary>
    public static IEnumerable<Wanted> Columns =>
        [.. new[] { Site, It, Import }.Select(name => new Wanted(name) { Sorted = true }), new(OnSite)];

    /// <summary>Whether the run recorded what the sheet shows.</summary>
    public static bool CanDraw(RunSeries run) => run.Has(Site) && run.Has(It);

    /// <summary>Draws the sheet.</summary>
    public static void Draw(RunSeries run, TimeAxis axis, string path)
    {
        string foot = $"Means of {Sheets.Duration(run.IntervalS)}; each curve is sorted by itself, largest first. "
            + $"Scenario {run.Summary.Scenario}.";
        using var page = new PlotPage(path, Finding(run), Sheets.Subtitle(run, axis), foot);
        (string unit, double divisor) = PlotText.PowerUnit(run[Site].Highest);
        using var panel = new PlotPanel($"Power, {unit}, that is drawn for at least so many hours");
        AddHours(panel, run);
        double[] site = Sheets.In(run[Site].Ranked(MostPoints), divisor);
        double[] it = Sheets.In(run[It].Ranked(MostPoints), divisor);
        double[] hours = Enumerable.Range(0, site.Length).Select(i => i * LengthH(run) / Math.Max(1, site.Length - 1)).ToArray();
        panel.Area(hours, new double[hours.Length], it, PlotColours.Blue, opacity: 0.28);
        panel.Area(hours, it, site, PlotColours.Grey, opacity: 0.55);
        panel.Line(hours, it, PlotColours.Blue);
        panel.Line(hours, site, PlotColours.Ink);
        panel.Label(Range("site", site, unit), site[^1], PlotColours.Ink);
        panel.Label(Range("IT", it, unit), it[^1], PlotColours.Blue);
        if (HasOwnPower(run))
        {
            double[] import = Sheets.In(run[Import].Ranked(MostPoints), divisor);
            panel.Line(hours, import, PlotColours.Purple);
            panel.Label(Range("from the grid", import, unit), import[^1], Sheets.Readable(PlotColours.Purple));
        }

        if (run.Summary.Limits.TryGetValue(Limit, out double limitW) && limitW < 3 * run[Site].Highest)
        {
            panel.Limit(limitW / divisor, PlotColours.Vermilion);
            panel.Label($"grid connection {PlotText.Say(limitW / divisor)} {unit}", limitW / divisor, PlotColours.Vermilion);
        }

        panel.Draw(page, PlotPage.Body, fromZero: true);
        page.Save();
    }

    private static string Finding(RunSeries run)
    {
        double peakW = run[Site].Highest;
        string peak = $"The site draws at most {PlotText.Power(peakW)} over {Sheets.Duration(run.IntervalS)} "
            + $"and {PlotText.Power(run[Site].Mean)} on average";
        if (!run.Summary.Limits.TryGetValue(Limit, out double limitW))
        {
            return peak;
        }

        double carriedW = HasOwnPower(run) ? run[Import].Highest : peakW;
        return $"{peak}; its connection is used up to {PlotText.Percent(carriedW / limitW)}";
    }

    // Without own power, what the connection carries is what the site draws: one curve says both.
    private static bool HasOwnPower(RunSeries run) => run.Has(Import) && run.IsEver(OnSite);

    private static string Range(string name, double[] sorted, string unit) =>
        $"{name}, {PlotText.Say(sorted[^1])} to {PlotText.Say(sorted[0])} {unit}";

    private static double LengthH(RunSeries run) => run.Grid.LengthDays * 24;

    private static void AddHours(PlotPanel panel, RunSeries run)
    {
        double lengthH = LengthH(run);
        double everyH = Nice(lengthH / MostTicks);
        var ticks = new NumericManual();
        for (double at = 0; at <= lengthH * (1 + 1e-9); at += everyH)
        {
            ticks.AddMajor(at, at.ToString("#,##0.##", CultureInfo.InvariantCulture) + " h");
            ticks.AddMinor(at);
        }

        panel.Plot.Axes.Bottom.TickGenerator = ticks;
        panel.Plot.Axes.SetLimitsX(0, lengthH);
    }

    /// <summary>The next of 1, 2, 3, 6, 12, 24 hours, then of 1, 2 and 5 times powers of ten.</summary>
    private static double Nice(double hours)
    {
        double[] clock = [0.25, 0.5, 1, 2, 3, 6, 12, 24, 50];
        foreach (double step in clock)
        {
            if (step >= hours)
            {
                return step;
            }
        }

        double ten = Math.Pow(10, Math.Floor(Math.Log10(hours)));
        return hours <= ten ? ten : hours <= 2 * ten ? 2 * ten : hours <= 5 * ten ? 5 * ten : 10 * ten;
    }
}
