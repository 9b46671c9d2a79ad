using Twin.Core.Plant;
using Twin.Core.Results;

namespace Twin.Core.Engine;

/// <summary>The limits of a plant whose binding hours a run notes.</summary>
public static class WatchedLimits
{
    /// <summary>Names of the limits as they stand in the violations of a run, e.g. river.permit.intake.</summary>
    /// <param name="design">The plant.</param>
    public static IReadOnlyList<string> Of(PlantDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        return new ViolationLog(design, PlantColumns.Of(design), outputS: 1).Limits;
    }
}
