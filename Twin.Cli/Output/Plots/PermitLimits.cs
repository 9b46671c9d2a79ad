namespace Twin.Cli.Output.Plots;

/// <summary>A limit of the river's permit, as the river sheet speaks of it.</summary>
/// <param name="Name">Name in summary.json.</param>
/// <param name="Share">Column with the share of the time in which it binds.</param>
/// <param name="Value">Its value in words.</param>
/// <param name="Binds">What is said of it; the value stands for {0}.</param>
internal sealed record PermitLimit(string Name, string Share, Func<LimitLine, string> Value, string Binds)
{
    /// <summary>Time for which it bound, over the run [h].</summary>
    public double Hours(RunSeries run) => run.Limit(Name) is null ? 0 : run.Hours(Share);
}

/// <summary>The limits of the permit, and which of them a run meets longest.</summary>
internal static class PermitLimits
{
    public static readonly PermitLimit WaterBody = new(
        "river.permit.river_temperature_c",
        "river.above_limit_fraction",
        limit => limit.Say(PlotText.Tenths) + " °C",
        "The water body is warmer than the permitted {0} for");

    public static readonly PermitLimit Intake = new(
        "river.permit.intake_m3_s",
        "river.limited_intake_fraction",
        limit => limit.Lowest >= 0.1 ? limit.Say(PlotText.Say) + " m³/s" : limit.In(1e-3).Say(PlotText.Say) + " l/s",
        "The permitted intake of {0} binds for");

    public static readonly PermitLimit ReturnRise = new(
        "river.permit.return_rise_k",
        "river.limited_return_rise_fraction",
        limit => limit.Say(PlotText.Tenths) + " K",
        "The permitted rise of the returned water by {0} binds for");

    public static readonly PermitLimit ReturnTemperature = new(
        "river.permit.return_temperature_c",
        "river.limited_return_temperature_fraction",
        limit => limit.Say(PlotText.Tenths) + " °C",
        "The permitted {0} of the returned water bind for");

    public static readonly PermitLimit MixedRise = new(
        "river.permit.mixed_rise_k",
        "river.limited_mixed_rise_fraction",
        limit => limit.Say(PlotText.Tenths) + " K",
        "The permitted warming after mixing by {0} binds for");

    public static readonly PermitLimit MixedTemperature = new(
        "river.permit.mixed_temperature_c",
        "river.limited_mixed_temperature_fraction",
        limit => limit.Say(PlotText.Tenths) + " °C",
        "The permitted {0} after mixing bind for");

    /// <summary>All of them but closures, which are known by date.</summary>
    public static IReadOnlyList<PermitLimit> All { get; } =
        [WaterBody, Intake, ReturnRise, ReturnTemperature, MixedRise, MixedTemperature];

    /// <summary>Those that bound, longest first.</summary>
    public static IReadOnlyList<PermitLimit> Bound(RunSeries run) =>
        [.. All.Where(limit => limit.Hours(run) > 0).OrderByDescending(limit => limit.Hours(run))];
}
