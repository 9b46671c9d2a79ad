namespace Twin.Core.Rules;

/// <summary>The renewable share of a centre; in two readings where nobody says who has the guarantees of its own generation.</summary>
/// <remarks>
/// EN 50600-4-3 counts energy whose attributes the centre owns; Delegated Regulation (EU) 2024/1364, Annex II no. 1 (r), subtracts own
/// generation whose guarantees are not owned and retired.
/// </remarks>
internal static class RenewableReading
{
    /// <summary>The share in both readings; null where it is not provided.</summary>
    public static Reading? Of(CentreYear centre) => centre[FigureNames.Ref] is { } share
        ? Shares(share, share)
        : centre.Facts.OwnGuaranteesRetired is null && centre[FigureNames.CentreEnergy] is { } energyKWh && energyKWh > 0.0
            && centre[FigureNames.RenewableGuarantees] + centre[FigureNames.RenewableContracts] is { } boughtKWh
            && centre[FigureNames.OwnUsed] is { } ownKWh && ownKWh > 0.0
                ? Shares(Math.Min(1.0, boughtKWh / energyKWh), Math.Min(1.0, (boughtKWh + ownKWh) / energyKWh))
                : null;

    private static Reading Shares(double strict, double kind) =>
        new(FigureNames.Ref, "1", strict, kind, "rules.reason.guarantees-between") { IsShare = true };
}
