namespace Twin.Core.Rules;

/// <summary>Indicators of several centres together, each weighted with the energy of the centres (EU 2024/1364 Annex IV).</summary>
/// <param name="Ratios">pue, wue_input, erf and ref; null where a centre lacks it.</param>
/// <param name="CentreEnergyKWh">Sum of the energies [kWh]; null where a centre lacks it.</param>
/// <param name="Lacking">For each indicator that is null, the places (from 0) of the centres that lack it or their energy.</param>
public sealed record GroupAverages(
    IReadOnlyDictionary<string, double?> Ratios, double? CentreEnergyKWh, IReadOnlyDictionary<string, IReadOnlyList<int>> Lacking)
{
    private static readonly (string Name, Func<CentreYear, double?> Of)[] Indicators =
    [
        (FigureNames.Pue, centre => centre[FigureNames.Pue]),
        (FigureNames.WueInput, centre => centre[FigureNames.WueInput]),
        (FigureNames.Erf, centre => centre[FigureNames.Erf]),
        (FigureNames.Ref, centre => centre[FigureNames.Ref]),
    ];

    /// <summary>Averages centres, or years of one centre.</summary>
    /// <param name="centres">At least one.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static GroupAverages Of(IReadOnlyList<CentreYear> centres)
    {
        if (centres.Count == 0)
        {
            throw new ArgumentException("An average needs at least one centre.", nameof(centres));
        }

        var ratios = new Dictionary<string, double?>(StringComparer.Ordinal);
        var lacking = new Dictionary<string, IReadOnlyList<int>>(StringComparer.Ordinal);
        foreach ((string name, Func<CentreYear, double?> of) in Indicators)
        {
            int[] without = [.. Enumerable.Range(0, centres.Count).Where(i => of(centres[i]) is null || Energy(centres[i]) is null)];
            ratios[name] = without.Length > 0 ? null : Average(centres, of);
            if (without.Length > 0)
            {
                lacking[name] = without;
            }
        }

        return new(ratios, centres.All(c => Energy(c) is not null) ? centres.Sum(c => Energy(c)!.Value) : null, lacking);
    }

    private static double? Average(IReadOnlyList<CentreYear> centres, Func<CentreYear, double?> of)
    {
        double energyKWh = centres.Sum(centre => Energy(centre)!.Value);
        return energyKWh > 0.0 ? centres.Sum(centre => Energy(centre)!.Value * of(centre)!.Value) / energyKWh : null;
    }

    private static double? Energy(CentreYear centre) => centre[FigureNames.CentreEnergy];
}
