using NodaTime;

namespace Twin.Tests.Reports;

/// <summary>The figures of a year once more, written from the definitions of docs and law, from the rows of the file alone.</summary>
/// <remarks>What the scenario states is handed in; null is "not provided".</remarks>
internal sealed class IndependentFigures(RowsOfFile r)
{
    public bool HeatPumpInside { get; init; } = true;

    public double Guarantees { get; init; }

    /// <summary>Potable water of the period, scaled with time where it is a part of the year.</summary>
    public double? PotableM3 { get; init; }

    public double? PotableConsumed { get; init; }

    public bool? OwnRetired { get; init; }

    public double? ResidualMix { get; init; }

    /// <summary>Values of the water body's fish region [degC]; null where there are none.</summary>
    public (double SummerC, double WinterC)? Region { get; init; }

    private const double KWh = 3.6e6;

    private static readonly string[] CoolingColumns =
        ["air.fan_power_w", "loops.pump_power_w", "river.pump_power_w", "dry_coolers.fan_power_w", "chillers.power_w"];

    private double Served => r.Integral("site.power_w") - r.Integral("grid.unserved_w");

    private double HeatPumps => r.Integral("heat_pumps.power_w");

    private double Used => Served + r.Integral("battery.loss_w");

    private double Centre => HeatPumpInside ? Used : Used - HeatPumps;

    private double ServedShare => Served / r.Integral("site.power_w");

    private double It => r.Integral("it.power_w") * ServedShare;

    private double ItInput => (r.Integral("halls", "power_w") + r.Integral("halls", "network_w")) * ServedShare;

    private double Compute => ItInput - (r.Integral("halls", "server_fan_w") + r.Integral("halls", "psu_loss_w")) * ServedShare;

    private double Cooling => CoolingColumns.Sum(r.Integral);

    private double Reused => r.Integral(HeatPumpInside ? "heat.delivered_w" : "heat.source_w");

    private double Removed => r.Integral("cooling.heat_removed_w");

    private bool HasRiver => r.Has("river.withdrawn_m3_s");

    private double? Withdrawn => HasRiver ? r.Integral("river.withdrawn_m3_s") : null;

    private double Own
    {
        get
        {
            double charged = r.Integral("battery.charging_w");
            double ownShare = charged > 0 ? 1 - (r.Integral("contracts.stored_w") / charged) : 0;
            return r.Integral("onsite.used_w") + (ownShare * r.Integral("battery.renewable_discharging_w"));
        }
    }

    private double Balance => Math.Min(Centre, Own + r.Integral("contracts.renewable_w"));

    private double Goo => Guarantees * (Centre - Balance);

    private double? OwnCounted => Own > 0 && OwnRetired is null ? null : OwnRetired == false ? 0 : Math.Min(Own, Balance);

    private double? Renewable => Balance - Math.Min(Own, Balance) + Goo + OwnCounted;

    private double? Market => Renewable is { } green && Centre - green <= 1e-12 * Centre ? 0 : (Centre - Renewable) / KWh * ResidualMix / 1000;

    private double Location => r.Integral("emissions.co2_location_g_s") / 1000 * (Centre / Used);

    /// <summary>Every figure by its name, but those that only repeat what the scenario states.</summary>
    public IReadOnlyDictionary<string, double?> All()
    {
        var all = new Dictionary<string, double?>(StringComparer.Ordinal)
        {
            ["e_dc"] = Centre / KWh,
            ["e_dc_without_heat_pump"] = (Used - HeatPumps) / KWh,
            ["e_it"] = It / KWh,
            ["e_it_pdu"] = ItInput / KWh,
            ["e_it_input"] = ItInput / KWh,
            ["e_heat_pump"] = HeatPumps / KWh,
            ["e_cooling"] = Cooling / KWh,
            ["e_power_loss"] = r.Integral("chain.loss_w") / KWh,
            ["e_purchase"] = r.Integral("grid.import_w") / KWh,
            ["e_feed_back"] = r.Integral("grid.export_w") / KWh,
            ["e_own_generation"] = r.Integral("onsite.generation_w") / KWh,
            ["e_unserved"] = r.Integral("grid.unserved_w") / KWh,
            ["pue"] = Centre / It,
            ["pue_pdu"] = Centre / ItInput,
            ["pue_input"] = Centre / ItInput,
            ["pue_without_heat_pump"] = (Used - HeatPumps) / It,
            ["ppue_cooling"] = (It + Cooling) / It,
            ["ppue_power"] = (It + r.Integral("chain.loss_w")) / It,
            ["ref"] = Renewable / Centre,
            ["erf"] = Reused / Centre,
            ["erf_inside"] = r.Integral("heat.delivered_w") / Used,
            ["erf_outside"] = r.Integral("heat.source_w") / (Used - HeatPumps),
            ["cer"] = Removed / (Cooling + HeatPumps),
            ["cer_without_heat_pump"] = Removed / Cooling,
            ["cue"] = Location / (It / KWh),
            ["cue_market"] = Market / (It / KWh),
            ["itue"] = ItInput / Compute,
            ["tue"] = Centre / Compute,
            ["ere"] = (Centre - Reused) / It,
            ["gpu_busy_share"] = r.Integral("work.busy_gpus") / r.Integral("work.installed_gpus"),
            ["cfe_score"] = r.Integral("matched.renewable_w") / Served,
            ["co2_location"] = Location,
            ["co2_market"] = Market,
            ["e_res_goo"] = Goo / KWh,
            ["e_res_ppa"] = (Balance - Math.Min(Own, Balance)) / KWh,
            ["e_res_os"] = OwnCounted / KWh,
            ["e_own_used"] = Math.Min(Own, Balance) / KWh,
            ["e_res_tot"] = Renewable / KWh,
            ["p_dit"] = r["it.installed_w"].Average() / 1000,
            ["peak_site_power"] = r["site.power_w"].Max() / 1000,
            ["throttled_gpu_hours"] = r.Integral("work.throttled_gpus") / 3600,
        };
        AddWater(all);
        AddHeat(all);
        AddTemperatures(all);
        AddRiver(all);
        return all;
    }

    private void AddWater(Dictionary<string, double?> all)
    {
        double? consumed = PotableM3 * PotableConsumed ?? (HasRiver ? 0 : null);
        double? input = HasRiver ? Withdrawn + (PotableM3 ?? 0) : PotableM3;
        (string Name, string Wue, double? Volume)[] readings =
        [
            ("water_withdrawn", "wue_withdrawn", Withdrawn),
            ("water_returned", "wue_returned", Withdrawn),
            ("water_consumed", "wue_consumed", consumed),
            ("water_potable", "wue_potable", PotableM3),
            ("w_in", "wue_input", input),
        ];
        foreach ((string name, string wue, double? volume) in readings)
        {
            all[name] = volume;
            all[wue] = volume / (It / 3.6e9);
        }
    }

    private void AddHeat(Dictionary<string, double?> all)
    {
        all["e_reuse"] = Reused / KWh;
        all["heat_delivered"] = r.Integral("heat.delivered_w") / KWh;
        all["heat_source"] = r.Integral("heat.source_w") / KWh;
        all["heat_removed"] = Removed / KWh;
        all["heat_to_water"] = r.Integral("river.heat_w") / KWh;
        all["heat_to_air"] = (r.Integral("dry_coolers", "heat_w") + r.Integral("dry_coolers", "condenser_heat_w")) / KWh;
        all["heat_peak"] = r.Has("heat.delivered_w") ? r["heat.delivered_w"].Max() / 1000 : null;
        string[] carriers = [.. r.Of("halls", "air_heat_w"), .. r.Of("halls", "liquid_heat_w")];
        double[] rooms = [.. r.Times.Select((_, i) => carriers.Sum(name => r[name][i]))];
        all["heat_rooms"] = rooms.Sum() * r.StepS / KWh;
        all["heat_rooms_peak"] = rooms.Max() / 1000;
        for (int month = 1; month <= 12; month++)
        {
            double[] heat = [.. rooms.Where((_, i) => r.Times[i].Month == month)];
            all[$"heat_rooms_month_{month:00}"] = heat.Length > 0 ? heat.Sum() * r.StepS / KWh : null;
            all[$"heat_rooms_month_peak_{month:00}"] = heat.Length > 0 ? heat.Max() / 1000 : null;
        }
    }

    private void AddTemperatures(Dictionary<string, double?> all)
    {
        (string, string)[] air = [.. r.Of("halls", "air_heat_w").Select(q => (q.Replace("air_heat_w", "air_return_c", StringComparison.Ordinal), q))];
        (string, string)[] coolant =
            [.. r.Of("halls", "liquid_return_c").Select(t => (t, t.Replace("liquid_return_c", "liquid_heat_w", StringComparison.Ordinal)))];
        (all["t_wh_air"], all["t_wh_air_by_energy"]) = Means(air);
        (all["t_wh_water"], all["t_wh_water_by_energy"]) = Means(coolant);
        (all["t_wh"], _) = Means([.. air, .. coolant]);
        (all["t_delivered"], all["t_delivered_by_energy"]) = Means([("heat.supply_c", "heat.delivered_w")]);
        (_, all["t_to_water"]) = Means([("river.return_c", "river.heat_w")]);
        (all["t_intake_air"], _) =
            Means([.. r.Of("halls", "air_heat_w").Select(q => (q.Replace("air_heat_w", "inlet_c", StringComparison.Ordinal), q))]);
        string[] coolers = [.. r.Of("dry_coolers", "heat_w"), .. r.Of("dry_coolers", "condenser_heat_w")];
        string[] loops = [.. r.Of("loops", "heat_w")];
        double above = 0, below = 0;
        for (int i = 0; i < r.Times.Count; i++)
        {
            double heat = coolers.Sum(name => r[name][i]);
            string[] warm = [.. loops.Where(name => r[name][i] > 0)];
            if (heat > 0 && warm.Length > 0)
            {
                double mixed = warm.Sum(name => r[name][i] * r[name.Replace("heat_w", "return_c", StringComparison.Ordinal)][i]);
                above += heat * mixed / warm.Sum(name => r[name][i]);
                below += heat;
            }
        }

        all["t_to_air"] = below > 0 ? above / below : null;
        all["cdd"] = r.Times.Select((time, i) => (Day: time.Date, Air: r["weather.air_c"][i])).GroupBy(x => x.Day)
            .Select(day => day.Average(x => x.Air)).Where(mean => mean >= 24).Sum(mean => mean - 21);
    }

    private void AddRiver(Dictionary<string, double?> all)
    {
        all["river_above_limit_hours"] = HasRiver ? r.Integral("river.above_limit_fraction") / 3600 : null;
        foreach ((string name, string column) in new[]
        {
            ("river_max", "river.temperature_c_max"), ("river_mixed_max", "river.mixed_c_max"), ("river_mixed_rise_max", "river.mixed_rise_k_max"),
        })
        {
            all[name + "_summer"] = Largest(column, time => time.Month is >= 4 and <= 11);
            all[name + "_winter"] = Largest(column, time => time.Month is < 4 or > 11);
        }

        (all["river_hours_above_summer"], all["river_hours_by_plant_summer"]) = Above(Region?.SummerC, time => time.Month is >= 4 and <= 11);
        (all["river_hours_above_winter"], all["river_hours_by_plant_winter"]) = Above(Region?.WinterC, time => time.Month is < 4 or > 11);
    }

    private (double? Hours, double? ByPlant) Above(double? limitC, Func<LocalDateTime, bool> counts)
    {
        int[] rows = [.. Enumerable.Range(0, r.Times.Count).Where(i => counts(r.Times[i]))];
        if (limitC is null || !r.Has("river.mixed_c_max") || rows.Length == 0)
        {
            return (null, null);
        }

        int[] above = [.. rows.Where(i => r["river.mixed_c_max"][i] > limitC)];
        return (above.Length * r.StepS / 3600, above.Count(i => !(r["river.temperature_c_max"][i] > limitC)) * r.StepS / 3600);
    }

    private double? Largest(string column, Func<LocalDateTime, bool> counts) =>
        !r.Has(column) ? null : r[column].Where((_, i) => counts(r.Times[i])).Cast<double?>().Max();

    /// <summary>Mean over the time in which heat flows, and by heat, of streams mixed by their heat in each row.</summary>
    private (double? OverTime, double? ByHeat) Means((string Temperature, string Heat)[] streams)
    {
        List<(double T, double Q)> rows = [];
        for (int i = 0; i < r.Times.Count; i++)
        {
            (string Temperature, string Heat)[] flowing = [.. streams.Where(s => r.Has(s.Temperature) && r[s.Heat][i] > 0)];
            double heat = flowing.Sum(s => r[s.Heat][i]);
            if (heat > 0)
            {
                rows.Add((flowing.Sum(s => r[s.Heat][i] * r[s.Temperature][i]) / heat, heat));
            }
        }

        return rows.Count == 0 ? (null, null) : (rows.Average(x => x.T), rows.Sum(x => x.T * x.Q) / rows.Sum(x => x.Q));
    }
}
