using Twin.Cli.Input;

namespace Twin.Cli.Output;

/// <summary>What the files of a run say about the run as a whole, known before its first step.</summary>
/// <param name="Scenario">Identifier of the scenario, also the name of its folder.</param>
/// <param name="Label">Free text for people.</param>
/// <param name="Zone">IANA zone of the site: plots show its clock.</param>
/// <param name="StartUnixS">Begin of the run, seconds since 1970-01-01T00:00Z.</param>
/// <param name="EndUnixS">End of the run, seconds since 1970-01-01T00:00Z.</param>
/// <param name="StepS">Length of a step [s].</param>
/// <param name="OutputS">Length of a recorded interval [s].</param>
/// <param name="Seed">Seed of everything random.</param>
/// <param name="ResolvedText">The scenario with everything merged into it, as YAML.</param>
/// <param name="Inputs">The data it was made from: weather, river, prices. They are part of the run's identity.</param>
/// <param name="Sources">The scenario files it was made from. The resolved text says all they say, so a comment makes no other run.</param>
/// <param name="Limits">Limits that hold all the time, by name, e.g. river.permit.river_temperature_c, for plots and verdicts.</param>
internal sealed record RunHeader(
    string Scenario,
    string Label,
    string Zone,
    long StartUnixS,
    long EndUnixS,
    int StepS,
    int OutputS,
    long Seed,
    string ResolvedText,
    IReadOnlyList<ScenarioFile> Inputs,
    IReadOnlyList<ScenarioFile> Sources,
    IReadOnlyDictionary<string, double> Limits)
{
    /// <summary>Series taken from data files, with counts of what was missing and filled.</summary>
    public IReadOnlyList<SeriesInUse> Series { get; init; } = [];

    /// <summary>Limits that change with a phase: their values in the order of time, the first from the begin of the run on.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<LimitFrom>> ChangingLimits { get; init; } =
        new Dictionary<string, IReadOnlyList<LimitFrom>>(StringComparer.Ordinal);

    /// <summary>Spans in which the permit closes the river's intake by date, seconds since 1970-01-01T00:00Z.</summary>
    public IReadOnlyList<(long FromUnixS, long ToUnixS)> Closures { get; init; } = [];
}

/// <summary>A limit from an instant on.</summary>
/// <param name="FromUnixS">The instant, seconds since 1970-01-01T00:00Z.</param>
/// <param name="Value">Its value; null where there is no limit.</param>
internal readonly record struct LimitFrom(long FromUnixS, double? Value);
