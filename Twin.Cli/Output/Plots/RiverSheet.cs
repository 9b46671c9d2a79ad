using System.Globalization;
using SkiaSharp;

namespace Twin.Cli.Output.Plots;

/// <summary>river: how warm the water is and comes back, what the permit allows, which of its limits binds, how much is taken.</summary>
internal static class RiverSheet
{
    private const string Temperature = "river.temperature_c";
    private const string Return = "river.return_c";
    private const string Withdrawn = "river.withdrawn_m3_s";
    private const string Closed = "river.closed_fraction";
    private const string MixedRise = "river.mixed_rise_k";
    private const string ReturnRiseMax = "river.return_rise_k_max";
    private const string MixedRiseMax = "river.mixed_rise_k_max";
    private const string MixedMax = "river.mixed_c_max";
    private const float Gap = 8f; // between panels

    // Water that comes back; where none is taken, none does.
    private static readonly Wanted Returned = new(Return) { Where = Withdrawn };

    /// <summary>Columns the sheet is made from.</summary>
    public static IEnumerable<Wanted> Columns =>
    [
        Returned,
        .. Wanted.Plain(
            [Temperature, Return, Withdrawn, Closed, MixedRise, ReturnRiseMax, MixedRiseMax, MixedMax,
                .. PermitLimits.All.Select(limit => limit.Share)]),
    ];

    /// <summary>Whether the plant has a river.</summary>
    public static bool CanDraw(RunSeries run) => run.Has(Temperature) && run.Has(Return) && run.Has(Withdrawn);

    /// <summary>Draws the sheet.</summary>
    public static void Draw(RunSeries run, TimeAxis axis, string path)
    {
        using var page = new PlotPage(path, Finding(run), Sheets.Subtitle(run, axis), Sheets.Foot(run, axis) + Explained(run, axis));
        PermitLimit? rise = BindingRise(run);
        (Func<PlotPanel> Make, float Share, bool FromZero)[] panels =
        [
            (() => Warmth(run, axis), rise is null ? 0.62f : 0.44f, false),
            .. rise is null ? [] : new (Func<PlotPanel>, float, bool)[] { (() => Rise(run, axis, rise), 0.28f, true) },
            (() => Flow(run, axis), rise is null ? 0.38f : 0.28f, true),
        ];
        SKRect body = PlotPage.Body;
        float top = body.Top;
        foreach ((Func<PlotPanel> make, float share, bool fromZero) in panels)
        {
            float end = make == panels[^1].Make ? body.Bottom : top + (body.Height * share);
            using PlotPanel panel = make();
            panel.Draw(page, new SKRect(body.Left, top, body.Right, end), fromZero);
            top = end + Gap;
        }

        page.Save();
    }

    // The limit that binds longest comes first, and that of the water body stands behind it: it shuts the river whatever is asked.
    private static string Finding(RunSeries run)
    {
        double lowC = run[Temperature].Lowest, highC = run[Temperature].Highest;
        string range = PlotText.Tenths(lowC) == PlotText.Tenths(highC)
            ? $"{PlotText.Tenths(highC)} °C throughout"
            : $"between {PlotText.Tenths(lowC)} and {PlotText.Tenths(highC)} °C";
        IReadOnlyList<PermitLimit> bound = PermitLimits.Bound(run);
        if (bound.Count > 0)
        {
            PermitLimit first = bound[0];
            double hours = first.Hours(run);
            string binds = string.Format(CultureInfo.InvariantCulture, first.Binds, first.Value(run.Limit(first.Name)!));
            string next = first != PermitLimits.WaterBody && bound.Contains(PermitLimits.WaterBody)
                ? $"; the water body is too warm for {PlotText.Hours(PermitLimits.WaterBody.Hours(run))}"
                : string.Empty;
            return $"{binds} {PlotText.Hours(hours)}, {PlotText.Percent(hours / (run.Grid.LengthDays * 24))} of the time{next}";
        }

        return run.Limit(PermitLimits.WaterBody.Name) is { } permitted
            ? $"The water body stays below the permitted {PermitLimits.WaterBody.Value(permitted)}: it has {range}"
            : $"The water body has {range}";
    }

    private static string Explained(RunSeries run, TimeAxis axis) =>
        (axis.IsGrouped ? $" Band: lowest to highest interval of the {axis.PointName}." : string.Empty)
        + (run.IsEver(Closed) ? $" Tinted: intake closed by date, {PlotText.Hours(run.Hours(Closed))}." : string.Empty);

    private static PlotPanel Warmth(RunSeries run, TimeAxis axis)
    {
        var panel = new PlotPanel("Water temperature, °C");
        axis.Apply(panel.Plot);
        TintClosed(run, axis, panel);
        TimeTrace upstream = axis.Trace(run[Temperature]);
        TimeTrace back = axis.Trace(run[Returned.Key(Return)]);
        if (axis.IsGrouped)
        {
            panel.Band(back, PlotColours.Orange);
            panel.Band(upstream, PlotColours.Blue);
        }

        panel.Line(back.X, back.Mean, PlotColours.Orange);
        panel.Line(upstream.X, upstream.Mean, PlotColours.Blue);
        AddLimit(run, axis, panel, PermitLimits.WaterBody, "permit, water body");
        AddLimit(run, axis, panel, PermitLimits.ReturnTemperature, "permit, returned water");
        if (run.Has(MixedMax) && PermitLimits.MixedTemperature.Hours(run) > 0)
        {
            TimeTrace mixed = axis.Trace(run[MixedMax]);
            panel.Line(mixed.X, mixed.High, PlotColours.Purple, width: 1.2f);
            panel.Label("after mixing, highest step", mixed.High[^1], Sheets.Readable(PlotColours.Purple));
            string binds = $", {PlotText.Hours(PermitLimits.MixedTemperature.Hours(run))}";
            AddLimit(run, axis, panel, PermitLimits.MixedTemperature, "permit, after mixing", binds);
        }

        if (Array.FindLast(back.Mean, double.IsFinite) is var lastC && back.Mean.Any(double.IsFinite))
        {
            panel.Label("returned water", lastC, Sheets.Readable(PlotColours.Orange));
        }

        panel.Label("water body", upstream.Mean[^1], PlotColours.Blue);
        return panel;
    }

    /// <summary>The limit of a rise that binds longest; null where none does.</summary>
    private static PermitLimit? BindingRise(RunSeries run) => PermitLimits.Bound(run).FirstOrDefault(
        limit => (limit == PermitLimits.MixedRise && run.Has(MixedRise) && run.Has(MixedRiseMax))
            || (limit == PermitLimits.ReturnRise && run.Has(ReturnRiseMax)));

    private static PlotPanel Rise(RunSeries run, TimeAxis axis, PermitLimit limit)
    {
        bool isMixed = limit == PermitLimits.MixedRise;
        var panel = new PlotPanel(isMixed ? "Warming after mixing, K" : "Rise of the returned water, K");
        axis.Apply(panel.Plot);
        TintClosed(run, axis, panel);
        if (isMixed)
        {
            TimeTrace mean = axis.Trace(run[MixedRise]);
            panel.Area(mean.X, new double[mean.X.Length], mean.Mean, PlotColours.Purple, opacity: 0.35);
            panel.Label($"mean {PlotText.Say(run[MixedRise].Mean)} K", mean.Mean[^1] / 2, Sheets.Readable(PlotColours.Purple));
        }

        TimeTrace most = axis.Trace(run[isMixed ? MixedRiseMax : ReturnRiseMax]);
        panel.Line(most.X, most.High, PlotColours.Purple, width: 1.2f);
        panel.Label("highest step", most.High[^1], Sheets.Readable(PlotColours.Purple));
        AddLimit(run, axis, panel, limit, "permit", $", {PlotText.Hours(limit.Hours(run))}");
        return panel;
    }

    private static PlotPanel Flow(RunSeries run, TimeAxis axis)
    {
        (string unit, double factor) = run[Withdrawn].Highest >= 0.1 ? ("m³/s", 1.0) : ("l/s", 1e-3);
        var panel = new PlotPanel($"Water withdrawn, {unit}");
        axis.Apply(panel.Plot);
        TintClosed(run, axis, panel);
        TimeTrace flow = axis.Trace(run[Withdrawn], factor);
        panel.Area(flow.X, new double[flow.X.Length], flow.Mean, PlotColours.Sky, opacity: 0.6);
        panel.Line(flow.X, flow.Mean, PlotColours.Blue, width: 1.2f);
        panel.Label($"mean {PlotText.Say(run[Withdrawn].Mean / factor)} {unit}", flow.Mean[^1], PlotColours.Blue);
        if (run.Limit(PermitLimits.Intake.Name) is { } permitted)
        {
            LimitLine intake = permitted.In(factor);
            double hours = PermitLimits.Intake.Hours(run);
            string binds = hours > 0 ? $", {PlotText.Hours(hours)}" : string.Empty;
            panel.Limit(intake, axis, $"permit, intake {intake.Say(PlotText.Say)} {unit}{binds}");
        }

        return panel;
    }

    private static void AddLimit(RunSeries run, TimeAxis axis, PlotPanel panel, PermitLimit permitted, string text, string after = "")
    {
        if (run.Limit(permitted.Name) is { } limit)
        {
            panel.Limit(limit, axis, $"{text} {permitted.Value(limit)}{after}");
        }
    }

    private static void TintClosed(RunSeries run, TimeAxis axis, PlotPanel panel)
    {
        if (run.Has(Closed))
        {
            double[] closed = run[Closed].Means;
            panel.Spans(axis.Where(point => closed[point] > 0.5), PlotColours.Grey);
        }
    }
}
