namespace Twin.Core.Components;

/// <summary>Where the heat of a loss goes: into a water loop, or out of the building by natural ventilation.</summary>
/// <param name="Loop">Name of the loop that takes the heat; empty for outside.</param>
public readonly record struct HeatPlace(string Loop)
{
    /// <summary>The open air: nothing has to be cooled.</summary>
    public static HeatPlace Outside => new(string.Empty);
}
