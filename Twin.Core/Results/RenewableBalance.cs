namespace Twin.Core.Results;

/// <summary>Renewable energy on the balance of a period, most direct first, never more than what is used (ISO/IEC 30134-3).</summary>
/// <param name="OwnJ">Own generation used, at once or from the battery [J].</param>
/// <param name="BalanceJ">With what contracts with guarantees of origin deliver, used at once or not; at most the energy of the centre
/// [J].</param>
/// <param name="GuaranteesJ">Guarantees of origin bought for the rest [J].</param>
public sealed record RenewableBalance(double OwnJ, double BalanceJ, double GuaranteesJ)
{
    /// <summary>Of the contracts [J].</summary>
    public double ContractsJ => BalanceJ - Math.Min(BalanceJ, OwnJ);

    /// <summary>All of it [J].</summary>
    public double TotalJ => BalanceJ + GuaranteesJ;

    /// <summary>Balances a period.</summary>
    /// <param name="totals">Sums over its rows.</param>
    /// <param name="centreJ">Energy of the centre [J].</param>
    /// <param name="guaranteesFraction">Share of what contracts leave open that bought guarantees cover [1]; 0 to 1.</param>
    public static RenewableBalance Of(RunTotals totals, double centreJ, double guaranteesFraction)
    {
        ArgumentNullException.ThrowIfNull(totals);

        // What contracts put into the battery counts with the contracts: only the own part of the charge comes on top.
        double chargedJ = totals.Integral("battery.charging_w");
        double ownShare = chargedJ > 0.0 ? (chargedJ - totals.Integral("contracts.stored_w")) / chargedJ : 0.0;
        double ownJ = totals.Integral("onsite.used_w") + ownShare * totals.Integral("battery.renewable_discharging_w");
        double balanceJ = Math.Min(centreJ, ownJ + totals.Integral("contracts.renewable_w"));
        return new(ownJ, balanceJ, guaranteesFraction * (centreJ - balanceJ));
    }
}
