using Twin.Core.Plant;
using Twin.Core.Series;
using Twin.Core.Time;

namespace Twin.Core.Scenarios;

/// <summary>What the user chose: checked once, then never doubted again.</summary>
/// <param name="Name">Identifier, also of the results folder.</param>
/// <param name="Label">Free text for people.</param>
/// <param name="Site">Where the site stands.</param>
/// <param name="Clock">Start, step and number of steps of the run.</param>
/// <param name="OutputS">Length of a recorded interval [s]; a whole multiple of the step.</param>
/// <param name="Seed">Seed of everything random.</param>
/// <param name="Plant">The machines from the first day on.</param>
/// <param name="Phases">The machines from later days on, in the order of time; the same names throughout.</param>
/// <param name="Surroundings">Weather and river.</param>
public sealed record Scenario(
    string Name,
    string Label,
    SiteLocation Site,
    Clock Clock,
    int OutputS,
    long Seed,
    PlantDesign Plant,
    IReadOnlyList<PlantPhase> Phases,
    SurroundingSeries Surroundings)
{
    /// <summary>Columns that this run has in common with others; null for a run of its own. It changes no result.</summary>
    public ColumnShelf? Shared { get; init; }
}

/// <summary>The machines from a day on.</summary>
/// <param name="FromUnixS">Begin of the phase, seconds since 1970-01-01T00:00Z; on the begin of an output interval.</param>
/// <param name="Plant">The machines, with the names of the first day.</param>
public sealed record PlantPhase(long FromUnixS, PlantDesign Plant);
