namespace Twin.Core.Rules;

/// <summary>What has to be said of a temperature of waste heat.</summary>
internal static class HeatNotes
{
    /// <summary>Which fluid carries the heat out of the computer rooms; null where none is provided.</summary>
    public static Remark? Fluid(CentreYear centre) => (centre[FigureNames.WasteHeatAir], centre[FigureNames.WasteHeatWater]) switch
    {
        ({ } airC, { } waterC) => new("fields.note.heat-in-both", Datum.Of(airC, "degC"), Datum.Of(waterC, "degC")),
        ({ } airC, null) => new("fields.note.heat-in-air", Datum.Of(airC, "degC")),
        (null, { } waterC) => new("fields.note.heat-in-water", Datum.Of(waterC, "degC")),
        _ => null,
    };
}
