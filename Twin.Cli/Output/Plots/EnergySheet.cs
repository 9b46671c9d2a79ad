using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;
using Twin.Core.Time;

namespace Twin.Cli.Output.Plots;

/// <summary>monthly_energy.png: where the site's electricity comes from, month by month; by day or hour in a short run.</summary>
internal static class EnergySheet
{
    private const string Renewable = "matched.renewable_w";
    private const string Site = "site.power_w";
    private const double BarWidth = 0.72;
    private const int MostLabels = 13;

    private static readonly (string Name, SKColor Colour, string Column)[] Sources =
    [
        ("sun and wind", PlotColours.Green, "onsite.used_w"),
        ("contracts", PlotColours.Sky, "contracts.used_w"),
        ("battery", PlotColours.Purple, "battery.discharging_w"),
        ("spot market", PlotColours.Grey, "grid.spot_w"),
        ("unserved", PlotColours.Vermilion, "grid.unserved_w"),
    ];

    /// <summary>Columns the sheet is made from.</summary>
    public static IEnumerable<string> Columns => [Site, Renewable, .. Sources.Select(source => source.Column)];

    /// <summary>Whether the run recorded what the sheet shows.</summary>
    public static bool CanDraw(RunSeries run) => run.Has(Site) && Sources.Any(source => run.Has(source.Column));

    /// <summary>Draws the sheet.</summary>
    public static void Draw(RunSeries run, TimeAxis axis, string path)
    {
        (string span, List<(int First, int End)> groups, Func<LocalTime, string> name) = Grouped(axis);
        string foot = $"Clock of {run.Summary.Zone}. Scenario {run.Summary.Scenario}.{Explained(run)}";
        using var page = new PlotPage(path, Finding(run), Sheets.Subtitle(run, axis), foot);
        double[] siteJ = Energies(run[Site], groups, run.IntervalS);
        (string unit, double divisor) = PlotText.EnergyUnit(siteJ.Max());
        using var panel = new PlotPanel($"Electricity by {span}, {unit}");
        AddStack(run, groups, panel, unit, divisor);
        AddShares(run, groups, panel, siteJ, divisor);
        AddNames(panel.Plot, groups.Select(group => name(axis.At(group.First))).ToList());
        panel.Draw(page, PlotPage.Body, fromZero: true);
        page.Save();
    }

    private static string Finding(RunSeries run)
    {
        double siteJ = run[Site].Sum() * run.IntervalS;
        return run.Has(Renewable) && siteJ > 0
            ? PlotText.Percent(run[Renewable].Sum() * run.IntervalS / siteJ)
                + " of the electricity is renewable at the time at which it is used"
            : $"The site uses {PlotText.Energy(siteJ)} of electricity";
    }

    private static string Explained(RunSeries run) =>
        (run.Has(Renewable) ? " Above each bar: renewable share, matched interval by interval." : string.Empty) + " Line: use of the site.";

    private static (string Span, List<(int First, int End)> Groups, Func<LocalTime, string> Name) Grouped(TimeAxis axis)
    {
        if (axis.IsDaily)
        {
            List<(int, int)> months = axis.GroupBy(time => (time.Year, time.Month)).ToList();
            string format = months.Count > MostLabels ? "MMM yy" : "MMM";
            return ("month", months, time => time.Date.ToString(format, CultureInfo.InvariantCulture));
        }

        return axis.LengthDays > 2.1
            ? ("day", axis.GroupBy(time => time.Date).ToList(), time => time.Date.ToString("d MMM", CultureInfo.InvariantCulture))
            : ("hour", axis.GroupBy(time => (time.Date, (int)time.HourOfDay, time.IsSecondPass)).ToList(),
                time => ((int)time.HourOfDay).ToString("00", CultureInfo.InvariantCulture) + ":00");
    }

    private static void AddStack(RunSeries run, List<(int First, int End)> groups, PlotPanel panel, string unit, double divisor)
    {
        double[] below = new double[groups.Count];
        foreach ((string name, SKColor colour, string column) in Sources)
        {
            double[] energy = run.Has(column) ? Sheets.In(Energies(run[column], groups, run.IntervalS), divisor) : [];
            if (!energy.Any(e => e > 0))
            {
                continue;
            }

            var bars = new List<Bar>();
            double middle = below[^1] + (energy[^1] / 2);
            for (int i = 0; i < groups.Count; i++)
            {
                bars.Add(new Bar
                {
                    Position = i,
                    ValueBase = below[i],
                    Value = below[i] + energy[i],
                    FillColor = PlotColours.Of(colour, 0.85),
                    LineWidth = 0,
                    Size = BarWidth,
                });
                below[i] += energy[i];
            }

            panel.Plot.Add.Bars(bars);
            panel.Include(below);
            panel.Label($"{name}, {PlotText.Say(energy.Sum())} {unit}", middle, Sheets.Readable(colour));
        }
    }

    private static void AddShares(RunSeries run, List<(int First, int End)> groups, PlotPanel panel, double[] siteJ, double divisor)
    {
        double[] site = Sheets.In(siteJ, divisor);
        panel.Include(site);
        double[]? free = run.Has(Renewable) ? Energies(run[Renewable], groups, run.IntervalS) : null;
        double room = 0.015 * panel.Highest;
        double[] tops = new double[groups.Count];
        for (int i = 0; i < groups.Count; i++)
        {
            var use = panel.Plot.Add.Line(i - (BarWidth / 2) - 0.04, site[i], i + (BarWidth / 2) + 0.04, site[i]);
            use.LineColor = PlotColours.Of(PlotColours.Ink);
            use.LineWidth = 2;
            tops[i] = Math.Max(site[i], Sources.Where(source => run.Has(source.Column)).Sum(
                source => Energies(run[source.Column], [groups[i]], run.IntervalS)[0] / divisor));
            if (free is not null && siteJ[i] > 0 && groups.Count <= 31)
            {
                string percent = PlotText.Percent(free[i] / siteJ[i]).Replace(" ", "\u2009", StringComparison.Ordinal);
                var share = panel.Plot.Add.Text(percent, i, tops[i] + room);
                share.LabelFontName = PlotFont.Name;
                share.LabelFontSize = groups.Count > 16 ? 12 : 17;
                share.LabelFontColor = PlotColours.Of(Sheets.Readable(PlotColours.Green));
                share.LabelAlignment = Alignment.LowerCenter;
            }
        }

        panel.Include([tops.Max() * 1.05]);
    }

    private static void AddNames(Plot plot, List<string> names)
    {
        var ticks = new NumericManual();
        int every = (names.Count + MostLabels - 1) / MostLabels;
        for (int i = 0; i < names.Count; i += every)
        {
            ticks.AddMajor(i, names[i]);
        }

        plot.Axes.Bottom.TickGenerator = ticks;
        plot.Axes.SetLimitsX(-0.6, names.Count - 0.4);
    }

    private static double[] Energies(double[] watts, List<(int First, int End)> groups, double intervalS) =>
        groups.Select(group => watts[group.First..group.End].Sum() * intervalS).ToArray();
}
