using Twin.Core.Plant;

namespace Twin.Core.Results;

/// <summary>What a tick's supply means in renewable energy, carbon and money.</summary>
internal sealed class EnergyMoney
{
    private const double JoulesPerMWh = 3.6e9;
    private const double JoulesPerKWh = 3.6e6;
    private readonly double[] priceEurPerMWh;
    private readonly double feesEurPerMWh;
    private readonly bool[] owned;

    public EnergyMoney(PlantDesign design)
    {
        priceEurPerMWh = [.. design.Contracts.Select(c => c.PriceEurPerMWh)];
        feesEurPerMWh = design.Grid.FeesEurPerMWh;
        owned = [.. design.Contracts.Select(c => c.GuaranteesOwned)];
    }

    /// <summary>CO2 by the location-based method: all power through the connection at the grid's own factor [g/s].</summary>
    public static double Co2GPerS(Moment m) => m.Tick.Supply.ImportW / JoulesPerKWh * m.Boundary.CarbonGPerKWh[m.K];

    /// <summary>Power out of the battery that surplus of sun, wind and contracts had put there [W].</summary>
    public static double RenewableDischargingW(Moment m) => m.Tick.Supply.Battery.DischargingW - m.Tick.Supply.Battery.UnknownDischargingW;

    /// <summary>Contracted power with guarantees owned, used or not [W].</summary>
    public double OwnedW(Moment m)
    {
        double sum = 0.0;
        for (int i = 0; i < owned.Length; i++)
        {
            sum += owned[i] ? m.Boundary.ContractW[i][m.K] : 0.0;
        }

        return sum;
    }

    /// <summary>Renewable power used in its own step [W]: contracts share what is used in proportion to what they deliver.</summary>
    /// <remarks>The battery takes own surplus and contract surplus only; what it held at the start counts as nothing.</remarks>
    public double MatchedW(Moment m)
    {
        ref readonly SupplyTick s = ref m.Tick.Supply;
        double ownedFraction = s.ContractW > 0.0 ? OwnedW(m) / s.ContractW : 1.0;
        return s.OnSiteUsedW + RenewableDischargingW(m) + ownedFraction * s.ContractUsedW;
    }

    /// <summary>Cost of power [EUR/s].</summary>
    public double CostEurPerS(Moment m)
    {
        ref readonly SupplyTick s = ref m.Tick.Supply;
        double market = m.Boundary.PriceEurPerMWh[m.K];
        double contracts = 0.0;
        for (int i = 0; i < priceEurPerMWh.Length; i++)
        {
            contracts += m.Boundary.ContractW[i][m.K] * priceEurPerMWh[i];
        }

        double soldW = s.ContractW - s.ContractUsedW - s.ContractStoredW + s.ExportW;
        return (contracts + (s.SpotW - soldW) * market + s.ImportW * feesEurPerMWh) / JoulesPerMWh;
    }
}
