using Twin.Core.Components.Compute;
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
        AddWeather(set);
        if (design.Permit is not null)
        {
            RiverColumns.AddSurroundings(set);
        }

        AddPower(set, design);
        SupplyColumns.Add(set, design);
        if (design.Permit is not null)
        {
            RiverColumns.Add(set);
        }

        if (design.DistrictHeat is not null)
        {
            AddHeat(set, design);
        }

        MachineColumns.Add(set, design);
        set.Group((m, row) => row[0] = m.Tick.BooksResidual);
        set.Max("books.residual_max", "1", "Largest residual of the books over what is allowed; above 1 the run fails.");
        return set;
    }

    private static void AddWeather(ColumnSet set)
    {
        set.Group((m, row) =>
        {
            Boundary b = m.Boundary;
            int k = m.K;
            ColumnSet.Fill(row, b.AirC[k], b.WetBulbC[k], b.GhiWPerM2[k], b.WindMPerS[k]);
        });
        set.Mean("weather.air_c", "degC", "Outdoor air.");
        set.Mean("weather.wet_bulb_c", "degC", "Wet bulb of the outdoor air.");
        set.Mean("weather.ghi_w_m2", "W/m2", "Global irradiance on the horizontal.");
        set.Mean("weather.wind_m_s", "m/s", "Wind at 10 m.");
    }

    private static void AddPower(ColumnSet set, PlantDesign design)
    {
        set.Group((m, row) =>
        {
            ref readonly PowerTick p = ref m.Tick.Power;
            double siteW = p.SiteW;
            ColumnSet.Fill(
                row,
                siteW,
                siteW,
                p.ItW,
                p.ChainLossW,
                p.AirFanW,
                p.LoopPumpW,
                p.RiverPumpW,
                p.DryCoolerFanW,
                p.ChillerW,
                p.HeatPumpW,
                p.AuxiliaryW);
        });
        set.Mean("site.power_w", "W", "Power the site asks for: the nine parts that follow.");
        set.Max("site.power_w_max", "W", "Largest step mean of the site's power in the interval.");
        set.Mean("it.power_w", "W", "IT at the UPS output (PUE category 1); behind the distribution for halls without UPS.");
        set.Mean("chain.loss_w", "W", "Lost in UPS, transformers and cabling.");
        set.Mean("air.fan_power_w", "W", "Fans of the room air coolers.");
        set.Mean("loops.pump_power_w", "W", "Pumps of water loops and coolant units.");
        set.Mean("river.pump_power_w", "W", "Intake pumps.");
        set.Mean("dry_coolers.fan_power_w", "W", "Fans of the dry coolers.");
        set.Mean("chillers.power_w", "W", "Compressors of the chillers.");
        set.Mean("heat_pumps.power_w", "W", "Compressors of the heat pumps.");
        set.Mean("site.auxiliary_w", "W", "Lighting, control and building services.");

        double installedW = design.Halls.Sum(h => h.Servers * h.Server.RatedPowerW);
        double installedGpus = design.Halls.Sum(h => h.Gpus);
        set.Group((m, row) =>
        {
            PlantTick t = m.Tick;
            ColumnSet.Fill(
                row,
                Sum(t.UpsLossW),
                t.TransformerLossW,
                t.HeatRemovedW,
                installedW,
                t.ThrottledGpus,
                t.DeferrableFraction,
                t.FirmFraction,
                installedGpus,
                BusyGpus(t.Halls));
        });
        set.Mean("ups.loss_w", "W", "Lost in the UPS.");
        set.Mean("transformers.loss_w", "W", "Lost in transformers and cabling.");
        set.Mean("cooling.heat_removed_w", "W", "Heat that cooling and heat reuse take out of the loops.");
        set.Mean("it.installed_w", "W", "Rated power of all servers in the halls.");
        set.Mean("work.throttled_gpus", "1", "GPUs that had work and were kept from it by a limit.");
        set.Mean("work.deferrable_fraction", "1", "Share of the deferrable work that a limit let run.");
        set.Mean("work.firm_fraction", "1", "Share of the other work that a limit let run.");
        set.Mean("work.installed_gpus", "1", "GPUs in the halls.");
        set.Mean("work.busy_gpus", "1", "Of which at work.");
    }

    private static void AddHeat(ColumnSet set, PlantDesign design)
    {
        double price = design.DistrictHeat?.PriceEurPerMWh ?? 0.0;
        set.Group((m, row) =>
        {
            ref readonly HeatTick h = ref m.Tick.Heat;
            ColumnSet.Fill(
                row,
                h.DemandW,
                h.DeliveredW,
                h.UnmetW,
                h.ProducedW,
                h.DeliveredW / 3.6e9 * price,
                HeatSourceW(m.Tick),
                h.SupplyC,
                h.Tank.ChargingW,
                h.Tank.DischargingW,
                h.Tank.LossW,
                m.State.Tank.StoredJ);
        });
        set.Mean("heat.demand_w", "W", "Heat the network asks for.");
        set.Mean("heat.delivered_w", "W", "Heat handed over to the network.");
        set.Mean("heat.unmet_w", "W", "Heat the network had to find elsewhere.");
        set.Mean("heat.produced_w", "W", "Heat made by heat pumps and direct exchangers.");
        set.Mean("heat.revenue_eur_s", "EUR/s", "Heat handed over x its price.");
        set.Mean("heat.source_w", "W", "Loop heat that went into it.");
        set.Mean("heat.supply_c", "degC", "Supply temperature of the network.");
        set.Mean("heat.tank_charging_w", "W", "Heat into the tank.");
        set.Mean("heat.tank_discharging_w", "W", "Heat out of the tank.");
        set.Mean("heat.tank_loss_w", "W", "Heat lost by the tank.");
        set.Start("heat.tank_stored_j", "J", "Usable energy in the tank at the begin.");
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

    private static double BusyGpus(HallPower[] halls)
    {
        double sum = 0.0;
        foreach (ref readonly HallPower hall in halls.AsSpan())
        {
            sum += hall.BusyGpus;
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
