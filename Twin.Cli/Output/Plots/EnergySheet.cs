using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;
using Twin.Core.Time;

namespace Twin.Cli.Output.Plots;

/// <summary>monthly_energy.png: where the site's electricity comes from, by hour, day, month or year.</summary>
internal static class EnergySheet
{
    private const string Renewable = "matched.renewable_w";
    private const string Site = "site.power_w";
    private const double BarWidth = 0.72;
    private const int MostLabels = 13;
    private const int MostShares = 31; // more would touch each other

    private static readonly (string Name, SKColor Colour, string Column)[] Sources =
    [
        ("sun and wind", PlotColours.Green, "onsite.used_w"),
        ("contracts", PlotColours.Sky, "contracts.used_w"),
        ("battery", PlotColours.Purple, "battery.discharging_w"),
        ("spot market", PlotColours.Grey, "grid.spot_w"),
        ("unserved", PlotColours.Vermilion, "grid.unserved_w"),
    ];

    /// <summary>Columns the sheet is made from.</summary>
    public static IEnumerable<Wanted> Columns => Wanted.Plain([Site, Renewable, .. Sources.Select(source => source.Column)]);

    /// <summary>Whether the run recorded what the sheet shows.</summary>
    public static bool CanDraw(RunSeries run) => run.Has(Site) && Sources.Any(source => run.Has(source.Column));

    /// <summary>Draws the sheet.</summary>
    public static void Draw(RunSeries run, TimeAxis axis, string path)
    {
        string foot = $"Clock of {run.Summary.Zone}. Scenario {run.Summary.Scenario}.{Explained(run)}";
        using var page = new PlotPage(path, Finding(run), Sheets.Subtitle(run, axis), foot);
        double[] siteJ = run.BarsJ(Site);
        (string unit, double divisor) = PlotText.EnergyUnit(siteJ.Max());
        using var panel = new PlotPanel($"Electricity by {TimeAxis.NameOf(run.Grid.BarPart)}, {unit}");
        double[] tops = AddStack(run, panel, unit, divisor);
        AddShares(run, panel, Sheets.In(siteJ, divisor), tops, divisor);
        AddNames(panel.Plot, [.. run.Grid.Bars.Select(begin => NameOf(run.Grid, axis.At(begin)))]);
        panel.Draw(page, PlotPage.Body, fromZero: true);
        page.Save();
    }

    private static string Finding(RunSeries run)
    {
        double siteJ = run.EnergyJ(Site);
        return run.Has(Renewable) && siteJ > 0
            ? PlotText.Percent(run.EnergyJ(Renewable) / siteJ) + " of the electricity is carbon-free at the time at which it is used"
            : $"The site uses {PlotText.Energy(siteJ)} of electricity";
    }

    private static string Explained(RunSeries run) =>
        (HasShares(run)
            ? " Above each bar: carbon-free share, own and contracted renewable power matched interval by interval."
            : string.Empty)
        + " Line: use of the site.";

    private static bool HasShares(RunSeries run) => run.Has(Renewable) && run.Grid.Bars.Count <= MostShares;

    private static string NameOf(TimeGrid grid, LocalTime time) => grid.BarPart switch
    {
        TimePart.Year => time.Year.ToString(CultureInfo.InvariantCulture),
        TimePart.Month => time.Date.ToString(grid.Bars.Count > MostLabels ? "MMM yy" : "MMM", CultureInfo.InvariantCulture),
        TimePart.Day => time.Date.ToString("d MMM", CultureInfo.InvariantCulture),
        _ => ((int)time.HourOfDay).ToString("00", CultureInfo.InvariantCulture) + ":00",
    };

    private static double[] AddStack(RunSeries run, PlotPanel panel, string unit, double divisor)
    {
        double[] below = new double[run.Grid.Bars.Count];
        foreach ((string name, SKColor colour, string column) in Sources)
        {
            double[] energy = run.Has(column) ? Sheets.In(run.BarsJ(column), divisor) : [];
            if (!energy.Any(e => e > 0))
            {
                continue;
            }

            var bars = new List<Bar>();
            double middle = below[^1] + (energy[^1] / 2);
            for (int i = 0; i < below.Length; i++)
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

        return below;
    }

    private static void AddShares(RunSeries run, PlotPanel panel, double[] site, double[] tops, double divisor)
    {
        panel.Include(site);
        double[]? free = HasShares(run) ? Sheets.In(run.BarsJ(Renewable), divisor) : null;
        double room = 0.015 * panel.Highest;
        for (int i = 0; i < site.Length; i++)
        {
            var use = panel.Plot.Add.Line(i - (BarWidth / 2) - 0.04, site[i], i + (BarWidth / 2) + 0.04, site[i]);
            use.LineColor = PlotColours.Of(PlotColours.Ink);
            use.LineWidth = 2;
            tops[i] = Math.Max(site[i], tops[i]);
            if (free is not null && site[i] > 0)
            {
                string percent = PlotText.Percent(free[i] / site[i]).Replace(" ", "\u2009", StringComparison.Ordinal);
                var share = panel.Plot.Add.Text(percent, i, tops[i] + room);
                share.LabelFontName = PlotFont.Name;
                share.LabelFontSize = site.Length > 16 ? 12 : 17;
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
}
