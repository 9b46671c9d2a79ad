using SkiaSharp;

namespace Twin.Cli.Output.Plots;

/// <summary>river.png: how warm the river is, how warm its water comes back, what the permit allows, and how much is taken.</summary>
internal static class RiverSheet
{
    private const string Temperature = "river.temperature_c";
    private const string Return = "river.return_c";
    private const string Withdrawn = "river.withdrawn_m3_s";
    private const string AboveLimit = "river.above_limit_fraction";
    private const string Closed = "river.closed_fraction";
    private const string RiverLimit = "river.permit.river_temperature_c";
    private const string IntakeLimit = "river.permit.intake_m3_s";
    private const string ReturnLimit = "river.permit.return_temperature_c";

    /// <summary>Columns the sheet is made from.</summary>
    public static IEnumerable<string> Columns => [Temperature, Return, Withdrawn, AboveLimit, Closed];

    /// <summary>Whether the plant has a river.</summary>
    public static bool CanDraw(RunSeries run) => run.Has(Temperature) && run.Has(Return) && run.Has(Withdrawn);

    /// <summary>Draws the sheet.</summary>
    public static void Draw(RunSeries run, TimeAxis axis, string path)
    {
        using var page = new PlotPage(path, Finding(run), Sheets.Subtitle(run, axis), Sheets.Foot(run, axis) + Explained(run, axis));
        SKRect body = PlotPage.Body;
        float middle = body.Top + (body.Height * 0.62f);
        using PlotPanel warmth = Warmth(run, axis);
        warmth.Draw(page, new SKRect(body.Left, body.Top, body.Right, middle), fromZero: false);
        using PlotPanel flow = Flow(run, axis);
        flow.Draw(page, new SKRect(body.Left, middle + 8, body.Right, body.Bottom), fromZero: true);
        page.Save();
    }

    private static string Finding(RunSeries run)
    {
        double lowC = run[Temperature].Min(), highC = run[Temperature].Max();
        string range = PlotText.Tenths(lowC) == PlotText.Tenths(highC)
            ? $"{PlotText.Tenths(highC)} °C throughout"
            : $"between {PlotText.Tenths(lowC)} and {PlotText.Tenths(highC)} °C";
        if (run.Limit(RiverLimit) is not { } permitted)
        {
            return $"The river has {range}";
        }

        string limit = permitted.Say(PlotText.Tenths);
        double aboveH = run.Has(AboveLimit) ? run[AboveLimit].Sum() * run.IntervalS / 3600 : 0;
        return aboveH > 0
            ? $"The river is warmer than the permitted {limit} °C for {PlotText.Hours(aboveH)}, "
                + $"{PlotText.Percent(run[AboveLimit].Average())} of the time"
            : $"The river stays below the permitted {limit} °C: it has {range}";
    }

    private static string Explained(RunSeries run, TimeAxis axis) =>
        (axis.IsDaily ? " Band: lowest to highest interval of the day." : string.Empty)
        + (run.Has(Closed) && run[Closed].Any(share => share > 0) ? " Tinted: intake closed." : string.Empty);

    private static PlotPanel Warmth(RunSeries run, TimeAxis axis)
    {
        var panel = new PlotPanel("Water temperature, °C");
        axis.Apply(panel.Plot);
        TintClosed(run, axis, panel);
        TimeTrace river = axis.Trace(run[Temperature]);
        TimeTrace back = axis.Trace(Returned(run));
        if (axis.IsDaily)
        {
            panel.Band(back, PlotColours.Orange);
            panel.Band(river, PlotColours.Blue);
        }

        panel.Line(back.X, back.Mean, PlotColours.Orange);
        panel.Line(river.X, river.Mean, PlotColours.Blue);
        AddLimit(run, axis, panel, RiverLimit, "permit, river");
        AddLimit(run, axis, panel, ReturnLimit, "permit, returned water");
        if (Array.FindLast(back.Mean, double.IsFinite) is var lastC && back.Mean.Any(double.IsFinite))
        {
            panel.Label("returned water", lastC, Sheets.Readable(PlotColours.Orange));
        }

        panel.Label("river", river.Mean[^1], PlotColours.Blue);
        return panel;
    }

    /// <summary>Water that comes back; where none is taken, none does.</summary>
    private static double[] Returned(RunSeries run) =>
        [.. run[Return].Zip(run[Withdrawn], (returnC, flowM3PerS) => flowM3PerS > 0 ? returnC : double.NaN)];

    private static PlotPanel Flow(RunSeries run, TimeAxis axis)
    {
        (string unit, double factor) = run[Withdrawn].Max() >= 0.1 ? ("m³/s", 1.0) : ("l/s", 1e-3);
        var panel = new PlotPanel($"Water withdrawn, {unit}");
        axis.Apply(panel.Plot);
        TintClosed(run, axis, panel);
        TimeTrace flow = axis.Trace(Sheets.In(run[Withdrawn], factor));
        panel.Area(flow.X, new double[flow.X.Length], flow.Mean, PlotColours.Sky, opacity: 0.6);
        panel.Line(flow.X, flow.Mean, PlotColours.Blue, width: 1.2f);
        panel.Label($"mean {PlotText.Say(run[Withdrawn].Average() / factor)} {unit}", flow.Mean[^1], PlotColours.Blue);
        if (run.Limit(IntakeLimit) is { } permitted)
        {
            LimitLine intake = permitted.In(factor);
            panel.Limit(intake, axis, $"permit, intake {intake.Say(PlotText.Say)} {unit}");
        }

        return panel;
    }

    private static void AddLimit(RunSeries run, TimeAxis axis, PlotPanel panel, string name, string text)
    {
        if (run.Limit(name) is { } limit)
        {
            panel.Limit(limit, axis, $"{text} {limit.Say(PlotText.Tenths)} °C");
        }
    }

    private static void TintClosed(RunSeries run, TimeAxis axis, PlotPanel panel)
    {
        if (run.Has(Closed))
        {
            double[] closed = run[Closed];
            panel.Spans(axis.Where(interval => closed[interval] > 0.5), PlotColours.Grey);
        }
    }
}
