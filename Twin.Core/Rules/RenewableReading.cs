namespace Twin.Core.Rules;

/// <summary>The renewable share of a centre, and what it is without own generation whose guarantees of origin may be gone.</summary>
/// <remarks>
/// EN 50600-4-3 counts energy whose attributes the centre owns; Delegated Regulation (EU) 2024/1364, Annex II no. 1 (r), subtracts own
/// generation whose guarantees are not owned and retired.
/// </remarks>
internal static class RenewableReading
{
    /// <summary>The share in both readings; null where it is not provided.</summary>
    public static Reading? Of(CentreYear centre)
    {
        if (centre[FigureNames.Ref] is not { } share)
        {
            return null;
        }

        double without = Without(centre, share);
        double kind = centre.Facts.OwnGuaranteesRetired is false ? without : share;
        return new(FigureNames.Ref, "1", without, kind, "rules.reason.guarantees-between") { IsShare = true };
    }

    private static double Without(CentreYear centre, double share)
    {
        if (centre.Facts.OwnGuaranteesRetired is true || !(centre[FigureNames.RenewableOwn] > 0.0))
        {
            return share;
        }

        double bought = (centre[FigureNames.RenewableGuarantees] ?? 0.0) + (centre[FigureNames.RenewableContracts] ?? 0.0);
        return centre[FigureNames.CentreEnergy] is { } energy && energy > 0.0 ? Math.Min(share, bought / energy) : share;
    }
}
