namespace Twin.Core.Rules;

/// <summary>Where a centre's figures draw their boundary.</summary>
internal static class Boundaries
{
    /// <summary>Whether the energy of the centre holds that of heat pumps.</summary>
    public static bool HasHeatPumpsInside(CentreYear centre) =>
        centre[FigureNames.CentreEnergy] > centre[FigureNames.CentreEnergyWithoutHeatPump];

    /// <summary>Whether heat pumps of the network work: heat is handed over before them, their electricity is not the centre's.</summary>
    public static bool AreHeatPumpsOutside(CentreYear centre) =>
        centre[FigureNames.HeatPumpEnergy] > 0.0 && !HasHeatPumpsInside(centre);

    /// <summary>What must be said of the boundary at which reused heat is counted.</summary>
    public static Remark HeatPumpNote(CentreYear centre) => !(centre[FigureNames.HeatPumpEnergy] > 0.0)
        ? new("rules.note.boundary-none")
        : HasHeatPumpsInside(centre)
            ? new("rules.note.boundary-inside")
            : new Remark("rules.note.boundary-outside");
}
