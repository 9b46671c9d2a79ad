using Twin.Core.Plant;

namespace Twin.Core.Results;

/// <summary>Columns of the supply: own generation, contracts, battery, connection, and what they mean in carbon and money.</summary>
internal static class SupplyColumns
{
    public static void Add(ColumnSet set, PlantDesign design)
    {
        AddSources(set);
        AddGrid(set);
        AddMeaning(set, design);
    }

    private static void AddSources(ColumnSet set)
    {
        set.Group((m, row) =>
        {
            ref readonly SupplyTick s = ref m.Tick.Supply;
            ColumnSet.Fill(
                row,
                s.OnSiteW,
                s.OnSiteUsedW,
                s.CurtailedW,
                s.ContractW,
                s.ContractUsedW,
                s.ContractStoredW,
                s.Battery.ChargingW,
                s.Battery.DischargingW,
                EnergyMoney.RenewableDischargingW(m),
                s.Battery.LossW,
                m.State.Battery.StoredJ);
        });
        set.Mean("onsite.generation_w", "W", "Power made on the site.");
        set.Mean("onsite.used_w", "W", "Own generation that the site used at once.");
        set.Mean("onsite.curtailed_w", "W", "Own generation that nobody wanted.");
        set.Mean("contracts.power_w", "W", "Power that the contracts delivered.");
        set.Mean("contracts.used_w", "W", "Contracted power that the site used at once.");
        set.Mean("contracts.stored_w", "W", "Contracted power that the battery took.");
        set.Mean("battery.charging_w", "W", "Power into the battery.");
        set.Mean("battery.discharging_w", "W", "Power out of the battery.");
        set.Mean(
            "battery.renewable_discharging_w",
            "W",
            "Of it what surplus of sun, wind and contracts had put there; the charge at the start is none.");
        set.Mean("battery.loss_w", "W", "Lost in the battery.");
        set.Start("battery.stored_j", "J", "Energy in the battery at the begin.");
    }

    private static void AddGrid(ColumnSet set)
    {
        set.Group((m, row) =>
        {
            ref readonly SupplyTick s = ref m.Tick.Supply;
            ColumnSet.Fill(
                row,
                s.ImportW,
                s.SpotW,
                s.ExportW,
                s.UnservedW,
                m.Tick.Bound.GridImport ? 1.0 : 0.0,
                s.ImportW + s.UnservedW,
                m.Boundary.PriceEurPerMWh[m.K],
                m.Boundary.CarbonGPerKWh[m.K]);
        });
        set.Mean("grid.import_w", "W", "Power through the connection into the site, contracts inside.");
        set.Mean("grid.spot_w", "W", "Power bought at the market price.");
        set.Mean("grid.export_w", "W", "Power through the connection out of the site.");
        set.Mean("grid.unserved_w", "W", "Power that nobody could deliver.");
        set.Mean(
            "grid.limited_fraction",
            "1",
            "Share of the time in which the import limit kept heat pumps or work from running, or left power unserved.");
        set.Max(
            "grid.needed_w_max",
            "W",
            "Largest step mean of what the connection would have to carry: import, and what stayed unserved.");
        set.Mean("grid.price_eur_mwh", "EUR/MWh", "Energy price of the market.");
        set.Mean("grid.carbon_g_kwh", "g/kWh", "Emission factor of the grid.");
    }

    private static void AddMeaning(ColumnSet set, PlantDesign design)
    {
        var money = new EnergyMoney(design);
        set.Group((m, row) => ColumnSet.Fill(row, money.MatchedW(m), money.OwnedW(m), EnergyMoney.Co2GPerS(m), money.CostEurPerS(m)));
        set.Mean("matched.renewable_w", "W", "Renewable power used in the step it was made, own and contracted with guarantees.");
        set.Mean("contracts.renewable_w", "W", "Contracted power whose guarantees of origin the site owns, used or not.");
        set.Mean("emissions.co2_location_g_s", "g/s", "CO2 of the power taken from the grid, by the grid's emission factor.");
        set.Mean("cost.energy_eur_s", "EUR/s", "Cost of power: contracts, market, fees, less what surplus and export earn.");
    }
}
