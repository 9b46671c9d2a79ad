using SkiaSharp;

namespace Twin.Cli.Output.Plots;

/// <summary>loop_temperatures: the supply of each water loop, air and coolant at the racks, beside what each may reach.</summary>
internal static class LoopSheet
{
    private const double SameK = 0.005; // curves nearer than this are one line on the sheet and get one label

    private const float Gap = 8f; // between panels

    private const int LongestNames = 18; // of a label, beside its temperatures

    private static readonly SKColor[] Colours =
        [PlotColours.Blue, PlotColours.Orange, PlotColours.Green, PlotColours.Purple, PlotColours.Sky, PlotColours.Grey];

    private static readonly Kind Loops = new("Supply of the water loops, °C", "all loops", "loops.", ".supply_c", ".supply_limit_c");
    private static readonly Kind Inlets = new("Air at the rack inlets, °C", "all halls", "halls.", ".inlet_c", ".inlet_limit_c");

    private static readonly Kind Coolants =
        new("Coolant at the rack inlets, °C", "all halls", "halls.", ".liquid_inlet_c", ".liquid_inlet_limit_c");

    private static readonly (Kind Kind, string What)[] Kinds = [(Loops, "loop"), (Inlets, "rack inlet of"), (Coolants, "coolant of")];

    /// <summary>Columns the sheet is made from.</summary>
    public static IEnumerable<Wanted> Columns => Wanted.Plain(Kinds.SelectMany<(Kind Kind, string What), string>(
        one => [one.Kind.Pattern, one.Kind.Pattern + "_max"]));

    /// <summary>Whether the plant has a water loop.</summary>
    public static bool CanDraw(RunSeries run) => run.Like(Loops.Pattern).Count > 0;

    /// <summary>Draws the sheet.</summary>
    public static void Draw(RunSeries run, TimeAxis axis, string path)
    {
        string foot = Sheets.Foot(run, axis)
            + (axis.IsGrouped ? $" Band: lowest to highest of the {axis.PointName}." : string.Empty) + " Dashed: where work would be cut.";
        using var page = new PlotPage(path, Finding(run), Sheets.Subtitle(run, axis), foot);
        SKRect body = PlotPage.Body;
        List<Kind> shown = [.. Kinds.Select(one => one.Kind).Where(kind => run.Like(kind.Pattern).Count > 0)];
        float height = (body.Height - (Gap * (shown.Count - 1))) / shown.Count;
        for (int i = 0; i < shown.Count; i++)
        {
            float top = body.Top + (i * (height + Gap));
            using PlotPanel panel = Panel(run, axis, shown[i]);
            panel.Draw(page, new SKRect(body.Left, top, body.Right, top + height), fromZero: false);
        }

        page.Save();
    }

    private static string Finding(RunSeries run)
    {
        var margins = new List<(string Text, double MarginK)>();
        foreach ((Kind kind, string what) in Kinds)
        {
            foreach (string column in run.Like(kind.Pattern))
            {
                if (run.Limit(kind.LimitOf(column)) is { } limit && LeastMarginK(run, limit, Highest(run, column)) is { } marginOfColumnK)
                {
                    margins.Add(($"{what} {kind.NameOf(column)}", marginOfColumnK));
                }
            }
        }

        if (margins.Count == 0)
        {
            return "How warm the water loops and the rack inlets get";
        }

        (string text, double marginK) = margins.MinBy(margin => margin.MarginK);
        string nearest = margins.Count(margin => margin.MarginK < marginK + 0.05) == 1 ? $"; nearest: {text}" : string.Empty;
        return marginK >= 0.05
            ? $"Loops and rack inlets stay at least {PlotText.Tenths(marginK)} K below their limits{nearest}"
            : marginK > -0.05
                ? $"The {text} reaches its limit"
                : $"The {text} passes its limit by up to {PlotText.Tenths(-marginK)} K";
    }

    private static RunColumn Highest(RunSeries run, string column) => run.Has(column + "_max") ? run[column + "_max"] : run[column];

    /// <summary>What is left to a limit at the worst [K]; null where limit and value never meet.</summary>
    private static double? LeastMarginK(RunSeries run, LimitLine limit, RunColumn highest) => run.Grid.Points
        .Zip(highest.Highs, (beginUnixS, valueC) => limit.At(beginUnixS) - valueC).Where(double.IsFinite).Min(marginK => (double?)marginK);

    private static PlotPanel Panel(RunSeries run, TimeAxis axis, Kind kind)
    {
        var panel = new PlotPanel(kind.Caption);
        axis.Apply(panel.Plot);
        var groups = Alike(run, run.Like(kind.Pattern));
        for (int i = 0; i < groups.Count; i++)
        {
            SKColor colour = Colours[i % Colours.Length];
            string first = groups[i][0];
            TimeTrace trace = axis.Trace(run[first]);
            if (run.Has(first + "_max"))
            {
                trace = trace with { High = axis.Trace(run[first + "_max"]).High };
            }

            panel.Band(trace, colour);
            panel.Line(trace.X, trace.Mean, colour);
            double highestC = Highest(run, first).Highest;
            string names = groups.Count == 1 && groups[i].Count > 1 ? kind.All : Names(groups[i].Select(kind.NameOf).ToList());
            panel.Label($"{names}, {PlotText.Span(run[first].Lowest, highestC)}", trace.Mean[^1], Sheets.Readable(colour));
        }

        AddLimits(run, axis, panel, kind, groups);
        return panel;
    }

    private static void AddLimits(RunSeries run, TimeAxis axis, PlotPanel panel, Kind kind, List<List<string>> groups)
    {
        var limits = groups.SelectMany(group => group)
            .Select(column => (Column: column, Limit: run.Limit(kind.LimitOf(column))))
            .Where(limited => limited.Limit is not null)
            .GroupBy(limited => limited.Limit!.Say(PlotText.Tenths), StringComparer.Ordinal)
            .OrderBy(same => same.First().Limit!.Last).ToList();
        foreach (var same in limits)
        {
            // One limit for all needs no names.
            string whose = limits.Count == 1 ? string.Empty : " of " + Names(same.Select(limited => kind.NameOf(limited.Column)).ToList());
            panel.Limit(same.First().Limit!, axis, $"limit{whose} {same.Key} °C");
        }
    }

    private static string Names(List<string> names)
    {
        string all = string.Join(", ", names);
        return all.Length <= LongestNames || names.Count == 1 ? all : $"{names[0]} and {names.Count - 1} more";
    }

    private static List<List<string>> Alike(RunSeries run, IReadOnlyList<string> columns)
    {
        var groups = new List<List<string>>();
        foreach (string column in columns)
        {
            List<string>? same = groups.Find(group => IsSame(run[group[0]], run[column]));
            if (same is null)
            {
                groups.Add([column]);
            }
            else
            {
                same.Add(column);
            }
        }

        return groups;
    }

    private static bool IsSame(RunColumn a, RunColumn b) => IsSame(a.Lows, b.Lows) && IsSame(a.Highs, b.Highs) && IsSame(a.Means, b.Means);

    private static bool IsSame(double[] a, double[] b)
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (Math.Abs(a[i] - b[i]) > SameK)
            {
                return false;
            }
        }

        return true;
    }

    private sealed record Kind(string Caption, string All, string Before, string After, string Limit)
    {
        public string Pattern => $"{Before}*{After}";

        public string NameOf(string column) => column[Before.Length..^After.Length];

        public string LimitOf(string column) => Before + NameOf(column) + Limit;
    }
}
