using System.Globalization;
using SkiaSharp;
using Twin.Cli.Output.Plots;

namespace Twin.Cli.Output.Comparison;

/// <summary>over_time_power.png and over_time_water.png: two runs on one axis of time.</summary>
internal sealed class OverTimeSheets
{
    private const string Site = "site.power_w";
    private const string Import = "grid.import_w";
    private const string River = "river.temperature_c";
    private const string Heat = "heat.delivered_w";
    private const string Loops = "loops.*.supply_c";
    private const float Gap = 8;
    private static readonly SKColor ColourOfA = PlotColours.Blue;
    private static readonly SKColor ColourOfB = PlotColours.Vermilion;
    private readonly RunComparison comparison;
    private readonly AlignedTime time;

    private OverTimeSheets(RunComparison comparison)
    {
        this.comparison = comparison;
        time = new AlignedTime(comparison.A.Series, comparison.B.Series);
    }

    /// <summary>Columns the sheets are made from.</summary>
    public static IEnumerable<Wanted> Columns => Wanted.Plain(Site, Import, River, Heat, Loops);

    private RunSeries A => comparison.A.Series;

    private RunSeries B => comparison.B.Series;

    /// <summary>Draws the sheets that both runs can have.</summary>
    /// <param name="comparison">Two runs.</param>
    /// <param name="pathOf">The file of a sheet, by its name.</param>
    /// <returns>Names of the sheets drawn, and why others were not.</returns>
    public static (IReadOnlyList<string> Drawn, IReadOnlyList<string> Notes) Draw(RunComparison comparison, Func<string, string> pathOf)
    {
        var sheets = new OverTimeSheets(comparison);
        if (sheets.time.OverlapDays <= 0)
        {
            return ([], ["the runs share no day of the year, so no picture lays them over each other"]);
        }

        List<string> drawn = [];
        List<string> notes = [];
        foreach ((string name, Panel[] panels, Func<string> finding) in sheets.Sheets())
        {
            if (panels.Length == 0)
            {
                notes.Add($"{name} is left out: the runs have none of its quantities in common");
                continue;
            }

            sheets.Draw(pathOf(name), panels, finding());
            drawn.Add(name);
        }

        return (drawn, notes);
    }

    private IEnumerable<(string Name, Panel[] Panels, Func<string> Finding)> Sheets() =>
    [
        ("over_time_power", [.. Powers("Power of the site", Site), .. Powers("Import from the grid", Import)], PowerFinding),
        ("over_time_water", [.. Temperatures("River", River), .. Loop(), .. Powers("Heat to the network", Heat)], WaterFinding),
    ];

    private IEnumerable<Panel> Powers(string caption, string column)
    {
        if (!A.Has(column) || !B.Has(column) || (!A.IsEver(column) && !B.IsEver(column)))
        {
            yield break;
        }

        (string unit, double divisor) = PlotText.PowerUnit(Math.Max(A[column].Highest, B[column].Highest));
        yield return new(
            $"{caption}, {unit}", column, divisor, FromZero: true, run => $"mean {PlotText.Say(run[column].Mean / divisor)} {unit}");
    }

    private IEnumerable<Panel> Temperatures(string caption, string column)
    {
        if (A.Has(column) && B.Has(column))
        {
            yield return new(
                $"{caption}, °C", column, 1, FromZero: false, run => PlotText.Span(run[column].Lowest, run[column].Highest));
        }
    }

    // The loop whose mean changes most: one panel says more than all of them.
    private IEnumerable<Panel> Loop()
    {
        string? loop = A.Like(Loops).Where(B.Has).MaxBy(column => Math.Abs(B[column].Mean - A[column].Mean));
        return loop is null ? [] : Temperatures($"Supply of the loop {loop.Split('.')[1]}", loop);
    }

    private void Draw(string path, Panel[] panels, string finding)
    {
        using var page = new PlotPage(path, finding, Subtitle(), Foot());
        SKRect body = PlotPage.Body;
        float height = (body.Height - (Gap * (panels.Length - 1))) / panels.Length;
        for (int i = 0; i < panels.Length; i++)
        {
            using PlotPanel panel = Drawn(panels[i]);
            float top = body.Top + (i * (height + Gap));
            panel.Draw(page, new SKRect(body.Left, top, body.Right, top + height), panels[i].FromZero);
        }

        page.Save();
    }

    private PlotPanel Drawn(Panel one)
    {
        var panel = new PlotPanel(one.Caption);
        time.Axis.Apply(panel.Plot);
        TimeTrace a = time.Axis.Trace(A[one.Column], one.Divisor);
        TimeTrace b = time.Trace(B[one.Column], one.Divisor);
        AddPermits(panel, one.Column);
        panel.Line(a.X, a.Mean, ColourOfA);
        if (IsSameOverTime(one.Column))
        {
            panel.Label($"A and B: {one.Say(A)}", LastOf(a.Mean), ColourOfA);
            return panel;
        }

        panel.Line(b.X, b.Mean, ColourOfB);
        panel.Label($"A: {one.Say(A)}", LastOf(a.Mean), ColourOfA);
        panel.Label($"B: {one.Say(B)}", LastOf(b.Mean), ColourOfB);
        return panel;
    }

    private bool IsSameOverTime(string column) =>
        time.YearsLater == 0 && A.Has(column) == B.Has(column)
        && (!A.Has(column) || A[column].Means.SequenceEqual(B[column].Means));

    /// <summary>Draws the temperature from which the permit closes the river, where it is one value.</summary>
    private void AddPermits(PlotPanel panel, string column)
    {
        if (column != River)
        {
            return;
        }

        double? a = PermitOf(A), b = PermitOf(B);
        if (a is { } both && a == b)
        {
            Add("permit", both, PlotColours.Muted);
            return;
        }

        Add("permit of A", a, ColourOfA);
        Add("permit of B", b, ColourOfB);

        void Add(string text, double? limitC, SKColor colour)
        {
            if (limitC is { } value)
            {
                panel.Limit(value, colour);
                panel.Label($"{text} {PlotText.Tenths(value)} °C", value, colour);
            }
        }
    }

    private static double? PermitOf(RunSeries run) =>
        run.Limit(PermitLimits.WaterBody.Name) is { IsConstant: true } limit ? limit.Last : null;

    private static double LastOf(double[] values) => Array.FindLast(values, double.IsFinite);

    private string PowerFinding()
    {
        double a = A[Site].Mean, b = B[Site].Mean;
        string both = $"{PlotText.Power(b)} instead of {PlotText.Power(a)} on average";
        return b == a ? $"The site draws the same in both runs: {PlotText.Power(a)} on average"
            : $"The site draws {PlotText.Percent(Math.Abs(b - a) / a)} {(b > a ? "more" : "less")} power: {both}";
    }

    private string WaterFinding()
    {
        if (A.Has(Heat) && B.Has(Heat) && A.EnergyJ(Heat) > 0 && A.EnergyJ(Heat) != B.EnergyJ(Heat))
        {
            double a = A[Heat].Mean, b = B[Heat].Mean;
            string change = $"{PlotText.Percent(Math.Abs(b - a) / a)} {(b > a ? "more" : "less")}";
            return $"The network gets {change} heat: {PlotText.Power(b)} instead of {PlotText.Power(a)} on average";
        }

        return IsSameOverTime(River) && A.Like(Loops).All(IsSameOverTime) && (!A.Has(Heat) || IsSameOverTime(Heat))
            ? "River, loops and heat to the network are the same in both runs"
            : "How warm the river and the loop are, and what heat the network gets";
    }

    private string Subtitle() => PlotPage.Subtitle(
        $"A: {comparison.A.Summary.Scenario} {comparison.A.RunId}  ·  B: {comparison.B.Summary.Scenario} {comparison.B.RunId}",
        time.Axis.Period());

    private string Foot()
    {
        string means(RunSeries run) => run.Grid.PointPart == TimePart.Interval
            ? $"means of {Plots.Sheets.Duration(run.IntervalS * run.Grid.RowsPerPoint)}"
            : $"means of {TimeAxis.NameOf(run.Grid.PointPart)}s";
        string both = means(A) == means(B) ? $"A, B: {means(A)}" : $"A: {means(A)}, B: {means(B)}";
        string moved = time.YearsLater == 0
            ? string.Empty
            : string.Create(
                CultureInfo.InvariantCulture,
                $" B is {Math.Abs(time.YearsLater)} year{(Math.Abs(time.YearsLater) == 1 ? "" : "s")} "
                    + $"{(time.YearsLater > 0 ? "earlier" : "later")} and laid over A by month, day and hour of the site’s clock.");
        bool isWhole = A.Grid.LengthDays == B.Grid.LengthDays && time.OverlapDays >= A.Grid.LengthDays - (1.0 / 24);
        string part = isWhole ? string.Empty : " The runs are of different length; the axis is that of A.";
        return $"{both}; clock of {A.Summary.Zone}.{moved}{part}";
    }

    private sealed record Panel(string Caption, string Column, double Divisor, bool FromZero, Func<RunSeries, string> Say);
}
