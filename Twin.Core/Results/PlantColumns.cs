using Twin.Core.Components.Cooling;
using Twin.Core.Plant;

namespace Twin.Core.Results;

/// <summary>The recorded columns of a plant: the surroundings, the sums, then machine by machine.</summary>
public static class PlantColumns
{
    /// <summary>Declares the columns that this plant has.</summary>
    /// <param name="design">The plant.</param>
    public static ColumnSet Of(PlantDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        var set = new ColumnSet();
        AddSurroundings(set, design);
        AddPower(set, design);
        AddSupply(set, design);
        if (design.Permit is not null)
        {
            AddRiver(set);
        }

        if (design.DistrictHeat is not null)
        {
            AddHeat(set, design);
        }

        MachineColumns.Add(set, design);
        set.Max("books.residual_max", "1", "Largest residual of the books over what is allowed; above 1 the run fails.", m => m.Tick.BooksResidual);
        return set;
    }

    private static void AddSurroundings(ColumnSet set, PlantDesign design)
    {
        set.Mean("weather.air_c", "degC", "Outdoor air.", m => m.Boundary.AirC[m.K]);
        set.Mean("weather.wet_bulb_c", "degC", "Wet bulb of the outdoor air.", m => m.Boundary.WetBulbC[m.K]);
        set.Mean("weather.ghi_w_m2", "W/m2", "Global irradiance on the horizontal.", m => m.Boundary.GhiWPerM2[m.K]);
        set.Mean("weather.wind_m_s", "m/s", "Wind at 10 m.", m => m.Boundary.WindMPerS[m.K]);
        if (design.Permit is null)
        {
            return;
        }

        set.Mean("river.temperature_c", "degC", "River upstream of the site.", m => m.Boundary.RiverC[m.K]);
        set.Mean("river.discharge_m3_s", "m3/s", "River flow at the site.", m => m.Boundary.RiverDischargeM3PerS[m.K]);
        set.Mean(
            "river.above_limit_fraction",
            "1",
            "Share of the time in which the held source sample of the river temperature is strictly above the permit's limit.",
            m => m.Boundary.RiverAboveLimitFraction[m.K]);
        set.Mean("river.closed_fraction", "1", "Share of the time in which the intake is closed by date.", m => m.Boundary.RiverClosedFraction[m.K]);
    }

    private static void AddPower(ColumnSet set, PlantDesign design)
    {
        set.Mean("site.power_w", "W", "Power the site asks for: the nine parts that follow.", m => m.Tick.Power.SiteW);
        set.Max("site.power_w_max", "W", "Largest step mean of the site's power in the interval.", m => m.Tick.Power.SiteW);
        set.Mean("it.power_w", "W", "IT at the UPS output (PUE category 1); behind the distribution for halls without UPS.", m => m.Tick.Power.ItW);
        set.Mean("chain.loss_w", "W", "Lost in UPS, transformers and cabling.", m => m.Tick.Power.ChainLossW);
        set.Mean("air.fan_power_w", "W", "Fans of the room air coolers.", m => m.Tick.Power.AirFanW);
        set.Mean("loops.pump_power_w", "W", "Pumps of water loops and coolant units.", m => m.Tick.Power.LoopPumpW);
        set.Mean("river.pump_power_w", "W", "Intake pumps.", m => m.Tick.Power.RiverPumpW);
        set.Mean("dry_coolers.fan_power_w", "W", "Fans of the dry coolers.", m => m.Tick.Power.DryCoolerFanW);
        set.Mean("chillers.power_w", "W", "Compressors of the chillers.", m => m.Tick.Power.ChillerW);
        set.Mean("heat_pumps.power_w", "W", "Compressors of the heat pumps.", m => m.Tick.Power.HeatPumpW);
        set.Mean("site.auxiliary_w", "W", "Lighting, control and building services.", m => m.Tick.Power.AuxiliaryW);
        set.Mean("ups.loss_w", "W", "Lost in the UPS.", m => Sum(m.Tick.UpsLossW));
        set.Mean("transformers.loss_w", "W", "Lost in transformers and cabling.", m => m.Tick.TransformerLossW);
        set.Mean("cooling.heat_removed_w", "W", "Heat that cooling and heat reuse take out of the loops.", m => m.Tick.HeatRemovedW);
        double installedW = design.Halls.Sum(h => h.Servers * h.Server.RatedPowerW);
        set.Mean("it.installed_w", "W", "Rated power of all servers in the halls.", _ => installedW);
        set.Mean("work.throttled_gpus", "1", "GPUs that had work and were kept from it by a limit.", m => m.Tick.ThrottledGpus);
        set.Mean("work.deferrable_fraction", "1", "Share of the deferrable work that a limit let run.", m => m.Tick.DeferrableFraction);
        set.Mean("work.firm_fraction", "1", "Share of the other work that a limit let run.", m => m.Tick.FirmFraction);
    }

    private static void AddSupply(ColumnSet set, PlantDesign design)
    {
        set.Mean("onsite.generation_w", "W", "Power made on the site.", m => m.Tick.Supply.OnSiteW);
        set.Mean("onsite.used_w", "W", "Own generation that the site used at once.", m => m.Tick.Supply.OnSiteUsedW);
        set.Mean("onsite.curtailed_w", "W", "Own generation that nobody wanted.", m => m.Tick.Supply.CurtailedW);
        set.Mean("contracts.power_w", "W", "Power that the contracts delivered.", m => m.Tick.Supply.ContractW);
        set.Mean("contracts.used_w", "W", "Contracted power that the site used at once.", m => m.Tick.Supply.ContractUsedW);
        set.Mean("contracts.stored_w", "W", "Contracted power that the battery took.", m => m.Tick.Supply.ContractStoredW);
        set.Mean("battery.charging_w", "W", "Power into the battery.", m => m.Tick.Supply.Battery.ChargingW);
        set.Mean("battery.discharging_w", "W", "Power out of the battery.", m => m.Tick.Supply.Battery.DischargingW);
        set.Mean(
            "battery.renewable_discharging_w",
            "W",
            "Of it what surplus of sun, wind and contracts had put there; the charge at the start is none.",
            EnergyMoney.RenewableDischargingW);
        set.Mean("battery.loss_w", "W", "Lost in the battery.", m => m.Tick.Supply.Battery.LossW);
        set.Start("battery.stored_j", "J", "Energy in the battery at the begin.", m => m.State.Battery.StoredJ);
        set.Mean("grid.import_w", "W", "Power through the connection into the site, contracts inside.", m => m.Tick.Supply.ImportW);
        set.Mean("grid.spot_w", "W", "Power bought at the market price.", m => m.Tick.Supply.SpotW);
        set.Mean("grid.export_w", "W", "Power through the connection out of the site.", m => m.Tick.Supply.ExportW);
        set.Mean("grid.unserved_w", "W", "Power that nobody could deliver.", m => m.Tick.Supply.UnservedW);
        set.Mean(
            "grid.limited_fraction",
            "1",
            "Share of the time in which the import limit kept heat pumps or work from running, or left power unserved.",
            m => m.Tick.Bound.GridImport ? 1.0 : 0.0);
        set.Max(
            "grid.needed_w_max",
            "W",
            "Largest step mean of what the connection would have to carry: import, and what stayed unserved.",
            m => m.Tick.Supply.ImportW + m.Tick.Supply.UnservedW);
        set.Mean("grid.price_eur_mwh", "EUR/MWh", "Energy price of the market.", m => m.Boundary.PriceEurPerMWh[m.K]);
        set.Mean("grid.carbon_g_kwh", "g/kWh", "Emission factor of the grid.", m => m.Boundary.CarbonGPerKWh[m.K]);
        var money = new EnergyMoney(design);
        set.Mean("matched.renewable_w", "W", "Renewable power used in the step it was made, own and contracted with guarantees.", money.MatchedW);
        set.Mean("contracts.renewable_w", "W", "Contracted power whose guarantees of origin the site owns, used or not.", money.OwnedW);
        set.Mean("emissions.co2_location_g_s", "g/s", "CO2 of the power taken from the grid, by the grid's emission factor.", EnergyMoney.Co2GPerS);
        set.Mean("cost.energy_eur_s", "EUR/s", "Cost of power: contracts, market, fees, less what surplus and export earn.", money.CostEurPerS);
    }

    private static void AddRiver(ColumnSet set)
    {
        set.Mean("river.heat_w", "W", "Heat handed to the river, condensers inside.", m => m.Tick.River.HeatW);
        set.Mean("river.withdrawn_kg_s", "kg/s", "Water taken from the river; all of it goes back.", m => m.Tick.River.FlowKgPerS);
        set.Mean(
            "river.withdrawn_m3_s",
            "m3/s",
            "The same as volume at the river's temperature.",
            WithdrawnM3PerS);
        set.Mean("river.return_c", "degC", "Water given back; the river's temperature when nothing flows.", m => m.Tick.River.ReturnC);
        set.Max("river.return_c_max", "degC", "Largest step mean of the water given back.", m => m.Tick.River.ReturnC);
        set.Mean("river.mixed_rise_k", "K", "Warming of the river after full mixing.", m => m.Tick.River.MixedRiseK);
        set.Mean("river.full_fraction", "1", "Share of the time in which the river took all heat that reuse left.", m => m.Tick.River.FullFraction);
        set.Mean("river.part_fraction", "1", "Share of the time in which it took a part and other machines the rest.", m => m.Tick.River.PartFraction);
        set.Mean(
            "river.permit_limited_fraction",
            "1",
            "Share of the time in which the permit kept the river from taking heat that was there.",
            m => m.Tick.River.PermitLimitedFraction);
        AddRiverLimits(set);
    }

    private static void AddRiverLimits(ColumnSet set)
    {
        void Bound(string name, string meaning, RiverLimit limit, RiverLimit orElse) => set.Mean(
            name, "1", meaning, m => m.Tick.River.Limits.Has(limit) || m.Tick.River.Limits.Has(orElse) ? 1.0 : 0.0);
        void One(string limit, string meaning, RiverLimit of) =>
            Bound($"river.limited_{limit}_fraction", $"Share of the time in which {meaning} was the limit.", of, of);

        One("intake", "the water that may be taken", RiverLimit.Intake);
        Bound(
            "river.limited_return_fraction",
            "Share of the time in which rise or temperature of the water given back was the limit.",
            RiverLimit.ReturnRise,
            RiverLimit.ReturnTemperature);
        Bound(
            "river.limited_mixed_fraction",
            "Share of the time in which rise or temperature of the mixed river was the limit.",
            RiverLimit.MixedRise,
            RiverLimit.MixedTemperature);
        One("return_rise", "the rise of the water given back", RiverLimit.ReturnRise);
        One("return_temperature", "the temperature of the water given back", RiverLimit.ReturnTemperature);
        One("mixed_rise", "the rise of the mixed river", RiverLimit.MixedRise);
        One("mixed_temperature", "the temperature of the mixed river", RiverLimit.MixedTemperature);
        set.Max("river.temperature_c_max", "degC", "Largest step mean of the river upstream.", m => m.Boundary.RiverC[m.K]);
        set.Max("river.withdrawn_m3_s_max", "m3/s", "Largest step mean of the water taken.", WithdrawnM3PerS);
        set.Max(
            "river.return_rise_k_max",
            "K",
            "Largest step mean of the rise of the water given back.",
            m => m.Tick.River.ReturnC - m.Boundary.RiverC[m.K]);
        set.Max("river.mixed_rise_k_max", "K", "Largest step mean of the river's warming after full mixing.", m => m.Tick.River.MixedRiseK);
        set.Max(
            "river.mixed_c_max",
            "degC",
            "Largest step mean of the river's temperature after full mixing.",
            m => m.Boundary.RiverC[m.K] + m.Tick.River.MixedRiseK);
    }

    private static double WithdrawnM3PerS(Moment m) =>
        m.Tick.River.FlowKgPerS / Physics.Water.DensityKgPerM3(Math.Clamp(m.Boundary.RiverC[m.K], 0.0, 99.0));

    private static void AddHeat(ColumnSet set, PlantDesign design)
    {
        set.Mean("heat.demand_w", "W", "Heat the network asks for.", m => m.Tick.Heat.DemandW);
        set.Mean("heat.delivered_w", "W", "Heat handed over to the network.", m => m.Tick.Heat.DeliveredW);
        set.Mean("heat.unmet_w", "W", "Heat the network had to find elsewhere.", m => m.Tick.Heat.UnmetW);
        set.Mean("heat.produced_w", "W", "Heat made by heat pumps and direct exchangers.", m => m.Tick.Heat.ProducedW);
        double price = design.DistrictHeat?.PriceEurPerMWh ?? 0.0;
        set.Mean("heat.revenue_eur_s", "EUR/s", "Heat handed over x its price.", m => m.Tick.Heat.DeliveredW / 3.6e9 * price);
        set.Mean("heat.source_w", "W", "Loop heat that went into it.", m => HeatSourceW(m.Tick));
        set.Mean("heat.supply_c", "degC", "Supply temperature of the network.", m => m.Tick.Heat.SupplyC);
        set.Mean("heat.tank_charging_w", "W", "Heat into the tank.", m => m.Tick.Heat.Tank.ChargingW);
        set.Mean("heat.tank_discharging_w", "W", "Heat out of the tank.", m => m.Tick.Heat.Tank.DischargingW);
        set.Mean("heat.tank_loss_w", "W", "Heat lost by the tank.", m => m.Tick.Heat.Tank.LossW);
        set.Start("heat.tank_stored_j", "J", "Usable energy in the tank at the begin.", m => m.State.Tank.StoredJ);
    }

    private static double HeatSourceW(PlantTick tick)
    {
        double sum = Sum(tick.DirectW);
        foreach (var heatPump in tick.HeatPumps)
        {
            sum += heatPump.SourceW;
        }

        return sum;
    }

    private static double Sum(double[] values)
    {
        double sum = 0.0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }
}
