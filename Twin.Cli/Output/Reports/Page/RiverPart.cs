using Twin.Cli.Output.Charts;
using Twin.Cli.Output.Plots;
using Twin.Core.Rules;

namespace Twin.Cli.Output.Reports.Page;

/// <summary>How warm the river is and what comes back, what the permit allows, which of its limits bind, and what mixing does.</summary>
internal static class RiverPart
{
    private const string Temperature = "river.temperature_c";
    private const string Return = "river.return_c";
    private const string Withdrawn = "river.withdrawn_m3_s";
    private const string Closed = "river.closed_fraction";
    private const string MixedRise = "river.mixed_rise_k_max";

    // Water that comes back; where none is taken, none does.
    private static readonly Wanted Returned = new(Return) { Where = Withdrawn };

    private static readonly (PermitLimit Limit, string Key)[] Limits =
    [
        (PermitLimits.WaterBody, "river_temperature"),
        (PermitLimits.Intake, "intake"),
        (PermitLimits.ReturnRise, "return_rise"),
        (PermitLimits.ReturnTemperature, "return_temperature"),
        (PermitLimits.MixedRise, "mixed_rise"),
        (PermitLimits.MixedTemperature, "mixed_temperature"),
    ];

    /// <summary>Columns that these charts are made from.</summary>
    public static IEnumerable<Wanted> Columns =>
        [Returned, .. Wanted.Plain([Temperature, Withdrawn, Closed, MixedRise, .. Limits.Select(limit => limit.Limit.Share)])];

    /// <summary>Writes the river page, or that there is no river.</summary>
    public static void Write(PagePart part) => part.Section("river", () =>
    {
        if (!part.Run.Has(Temperature) || !part.Run.Has(Withdrawn) || !part.Run.Has(Returned.Key(Return)))
        {
            part.Paragraph(part.T("river.none"));
            return;
        }

        WriteTemperatures(part);
        WriteHours(part);
        WriteMixing(part);
    });

    /// <summary>Hours in which each limit of the permit bound, and those in which the intake was closed by date.</summary>
    internal static IReadOnlyList<(string Key, string Value, double Hours)> HoursOf(PagePart part)
    {
        var hours = new List<(string Key, string Value, double Hours)>();
        foreach ((PermitLimit limit, string key) in Limits)
        {
            if (part.Run.Limit(limit.Name) is { } permitted)
            {
                hours.Add((key, Value(part, permitted, UnitOf(key)), limit.Hours(part.Run)));
            }
        }

        if (part.Run.IsEver(Closed))
        {
            hours.Add(("closed", string.Empty, part.Run.Hours(Closed)));
        }

        return hours;
    }

    private static string UnitOf(string key) => key switch
    {
        "intake" => "m³/s",
        "return_rise" or "mixed_rise" => "K",
        _ => "°C",
    };

    private static string Value(PagePart part, LimitLine limit, string unit) => string.Join(
        " → ",
        limit.Steps.Select(step => step.Value is { } value ? $"{part.Say.Exact(value)} {unit}" : part.T("river.no_limit")));

    private static void WriteTemperatures(PagePart part)
    {
        RunColumn river = part.Run[Temperature];
        RunColumn back = part.Run[Returned.Key(Return)];
        TimeTrace upstream = part.Axis.Trace(river);
        TimeTrace returned = part.Axis.Trace(back);
        var curves = new List<Curve>
        {
            new(part.T("river.upstream"), PlotColours.Blue, upstream.X, upstream.Mean) { Band = (upstream.Low, upstream.High) },
        };
        if (double.IsFinite(back.Highest))
        {
            curves.Insert(0, new(part.T("river.returned"), PlotColours.Orange, returned.X, returned.Mean)
                { Band = (returned.Low, returned.High) });
        }

        AddLimit(part, curves, PermitLimits.ReturnTemperature, "river.permit_return", "°C");
        AddLimit(part, curves, PermitLimits.WaterBody, "river.permit_river", "°C");
        string finding = part.T("river.finding", part.Say.Fixed(river.Lowest, 1), part.Say.Celsius(river.Highest))
            + (double.IsFinite(back.Highest) ? " " + part.T("river.finding_return", part.Say.Celsius(back.Highest)) : string.Empty)
            + (part.Run.IsEver(Closed) ? " " + part.T("river.finding_closed", part.Say.Hours(part.Run.Hours(Closed))) : string.Empty);
        var alt = new ChartAlt(part.T("river.temperatures"), finding);
        Draw(part, "river-temperature", alt, "river.temperature_axis", curves, fromZero: false);
    }

    private static void WriteHours(PagePart part)
    {
        IReadOnlyList<(string Key, string Value, double Hours)> hours = HoursOf(part);
        if (hours.Count == 0)
        {
            part.Paragraph(part.T("river.no_permit"));
            return;
        }

        double lengthH = part.Axis.LengthDays * 24;
        var worst = hours.MaxBy(limit => limit.Hours);
        string finding = worst.Hours > 0
            ? part.T("river.hours_finding", Name(part, worst), part.Say.Hours(worst.Hours), part.Say.Percent(worst.Hours / lengthH))
            : part.T("river.hours_none");
        var alt = new ChartAlt(part.T("river.hours"), finding);
        double most = Math.Max(1, worst.Hours);
        part.Chart(alt, () => HourBars.Draw(
            part.Html,
            part.Id("river-hours"),
            alt,
            [.. hours.Select(limit => (Name(part, limit), part.Say.Hours(limit.Hours), limit.Hours, Colour(limit.Key)))],
            most));
    }

    private static SkiaSharp.SKColor Colour(string key) => key == "closed" ? PlotColours.Muted : PlotColours.Vermilion;

    private static string Name(PagePart part, (string Key, string Value, double Hours) limit) =>
        limit.Value.Length > 0 ? $"{part.T("limit." + limit.Key)}, {limit.Value}" : part.T("limit." + limit.Key);

    private static void WriteMixing(PagePart part)
    {
        if (!part.Run.Has(MixedRise))
        {
            part.Paragraph(part.T("river.no_mixing"));
            return;
        }

        TimeTrace rise = part.Axis.Trace(part.Run[MixedRise]);
        var curves = new List<Curve> { new(part.T("river.rise"), PlotColours.Purple, rise.X, rise.High) };
        AddLimit(part, curves, PermitLimits.MixedRise, "river.permit_rise", "K");
        string finding = part.T("river.rise_finding", part.Say.Fixed(part.Run[MixedRise].Highest, 2));
        if (part.Figure(FigureNames.RiverLargestMixedSummer) is { } summerC && double.IsFinite(summerC))
        {
            finding += " " + part.T("river.mixed_summer", part.Say.Celsius(summerC));
        }

        if (part.Figure(FigureNames.RiverLargestMixedWinter) is { } winterC && double.IsFinite(winterC))
        {
            finding += " " + part.T("river.mixed_winter", part.Say.Celsius(winterC));
        }

        Draw(part, "river-mixing", new ChartAlt(part.T("river.mixing"), finding), "river.rise_axis", curves, fromZero: true);
    }

    private static void Draw(PagePart part, string id, ChartAlt alt, string axisKey, List<Curve> curves, bool fromZero) => part.Chart(
        alt,
        () => LineChart.Draw(part.Html, (part.Id(id), alt, part.T(axisKey)), part.TimeLabels(Closed), curves, fromZero, part.Say));

    private static void AddLimit(PagePart part, List<Curve> curves, PermitLimit permitted, string key, string unit)
    {
        if (part.Run.Limit(permitted.Name) is not { } limit)
        {
            return;
        }

        var xs = new List<double>();
        var ys = new List<double>();
        for (int i = 0; i < limit.Steps.Count; i++)
        {
            double value = limit.Steps[i].Value ?? double.NaN;
            double from = Math.Clamp(part.Axis.PositionOf(limit.Steps[i].FromUnixS), 0, part.Axis.LengthDays);
            double to = i + 1 < limit.Steps.Count
                ? Math.Clamp(part.Axis.PositionOf(limit.Steps[i + 1].FromUnixS), 0, part.Axis.LengthDays)
                : part.Axis.LengthDays;
            xs.AddRange([from, to]);
            ys.AddRange([value, value]);
        }

        curves.Add(new(part.T(key, Value(part, limit, unit)), PlotColours.Vermilion, xs, ys) { IsLimit = true });
    }
}
