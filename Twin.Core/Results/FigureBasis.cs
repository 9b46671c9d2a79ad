using Twin.Core.Plant;

namespace Twin.Core.Results;

/// <summary>What of a plant decides how its figures are counted.</summary>
/// <param name="HeatPumpInside">Whether the heat pumps stand inside the centre's boundary.</param>
/// <param name="HasRiver">Whether there is a river to give heat to.</param>
/// <param name="GuaranteesOfOriginFraction">Share of what contracts leave open that bought guarantees of origin cover [1]; 0 to 1.</param>
public sealed record FigureBasis(bool HeatPumpInside, bool HasRiver, double GuaranteesOfOriginFraction)
{
    /// <summary>The basis of a plant; where it changes, of that of the first day.</summary>
    /// <param name="design">The plant.</param>
    public static FigureBasis Of(PlantDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        return new(design.DistrictHeat?.HeatPumpInside ?? true, design.Permit is not null, design.GuaranteesOfOriginFraction);
    }
}
