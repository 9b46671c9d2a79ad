namespace Twin.Core.Rules;

/// <summary>A line of the greenhouse gas inventory.</summary>
/// <param name="Id">Identifier, e.g. scope2_location.</param>
/// <param name="Scope">1, 2 or 3; 0 for a sum of scopes.</param>
/// <param name="Kg">CO2 equivalent [kg]; null where not provided.</param>
/// <param name="Sources">Columns and keys that it is made from.</param>
/// <param name="Quality">How it came to be.</param>
public sealed record GhgLine(string Id, int Scope, double? Kg, IReadOnlyList<string> Sources, Quality Quality);

/// <summary>Greenhouse gases of a year after the GHG Protocol: scope 1, scope 2 both ways, and what of scope 3 nobody has stated.</summary>
public static class GhgInventory
{
    /// <summary>The lines, in their order.</summary>
    /// <param name="centre">The year.</param>
    public static IReadOnlyList<GhgLine> Of(CentreYear centre)
    {
        ArgumentNullException.ThrowIfNull(centre);
        GhgLine fuel = Line("scope1_fuel", 1, centre, FigureNames.Co2Fuel);
        GhgLine refrigerants = Line("scope1_refrigerants", 1, centre, FigureNames.Co2Refrigerants);
        GhgLine location = Line("scope2_location", 2, centre, FigureNames.Co2Location);
        GhgLine market = Line("scope2_market", 2, centre, FigureNames.Co2Market);
        return
        [
            fuel,
            refrigerants,
            location,
            market,
            new("scope3", 3, null, [], Quality.NotProvided),
            Sum("scope1_and_2_location", fuel, refrigerants, location),
            Sum("scope1_and_2_market", fuel, refrigerants, market),
        ];
    }

    private static GhgLine Line(string id, int scope, CentreYear centre, string figure) =>
        new(id, scope, centre[figure], centre.Figures[figure].Sources, centre.Figures[figure].Quality);

    // A sum without one of its parts would look like the whole.
    private static GhgLine Sum(string id, params GhgLine[] parts) => new(
        id,
        0,
        parts.Any(part => part.Kg is null) ? null : parts.Sum(part => part.Kg!.Value),
        [.. parts.SelectMany(part => part.Sources).Distinct()],
        parts.Any(part => part.Kg is null) ? Quality.NotProvided : Quality.Modelled);
}
