using Twin.Core.Plant;
using Twin.Core.Time;

namespace Twin.Core.Scenarios;

/// <summary>What the user chose: checked once, then never doubted again.</summary>
/// <param name="Name">Identifier, also of the results folder.</param>
/// <param name="Label">Free text for people.</param>
/// <param name="Site">Where the site stands.</param>
/// <param name="Clock">Start, step and number of steps of the run.</param>
/// <param name="OutputS">Length of a recorded interval [s]; a whole multiple of the step.</param>
/// <param name="Seed">Seed of everything random.</param>
/// <param name="Plant">The machines.</param>
/// <param name="Surroundings">Weather and river.</param>
public sealed record Scenario(
    string Name,
    string Label,
    SiteLocation Site,
    Clock Clock,
    int OutputS,
    long Seed,
    PlantDesign Plant,
    SurroundingSeries Surroundings);
