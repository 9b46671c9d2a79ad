using System.Globalization;

namespace Twin.Core.Rules;

/// <summary>Figures of water, heat and temperatures.</summary>
public sealed partial class YearFigures
{
    private const double JoulesPerMWh = 3.6e9;
    private const int MonthsOfYear = 12;

    private double ReusedJ => totals.Integral(energy.ReusedColumn);

    private void AddWater()
    {
        const string flow = "river.withdrawn_m3_s";
        double? withdrawnM3 = basis.HasRiver ? totals.Integral(flow) : null;
        double? potableM3 = facts.PotableWaterM3 * yearFraction;
        double? consumedPotableM3 = potableM3 * facts.PotableConsumedFraction;
        Add(FigureNames.WaterWithdrawn, withdrawnM3, "m3", flow);
        Add(FigureNames.WaterReturned, withdrawnM3, "m3", flow); // the exchanger is closed: all of it goes back
        StatedOfYear(FigureNames.WaterPotable, facts.PotableWaterM3, "m3", "centre.water.potable");
        bool isWhole = consumedPotableM3 is not null && yearFraction == 1.0;
        double? consumedM3 = consumedPotableM3 ?? (withdrawnM3 is null ? null : 0.0);
        string[] consumed = [flow, "centre.water.potable", "centre.water.consumed"];
        AddWhole(FigureNames.WaterConsumed, consumedM3, "m3", isWhole, consumed);
        double? inputM3 = withdrawnM3 is null ? potableM3 : withdrawnM3 + (potableM3 ?? 0.0);
        AddWhole(FigureNames.WaterInput, inputM3, "m3", potableM3 is not null && yearFraction == 1.0, flow, "centre.water.potable");
        Wue(FigureNames.WueWithdrawn, FigureNames.WaterWithdrawn);
        Wue(FigureNames.WueReturned, FigureNames.WaterReturned);
        Wue(FigureNames.WueConsumed, FigureNames.WaterConsumed);
        Wue(FigureNames.WuePotable, FigureNames.WaterPotable);
        Wue(FigureNames.WueInput, FigureNames.WaterInput);
    }

    private void Wue(string name, string water)
    {
        Figure volume = figures[water];
        double? value = volume.Value is { } m3 ? Over(m3, energy.ItJ / JoulesPerMWh) : null;
        Quality quality = value is null && volume.Value is not null ? Quality.NotDefined : volume.Quality;
        figures.Add(name, new(name, value, "m3/MWh", [.. volume.Sources, "it.power_w"], quality));
    }

    private void AddHeat()
    {
        KWh(FigureNames.HeatReused, ReusedJ, energy.ReusedColumn);
        KWh(FigureNames.HeatDelivered, totals.Integral("heat.delivered_w"), "heat.delivered_w");
        KWh(FigureNames.HeatSource, totals.Integral("heat.source_w"), "heat.source_w");
        KWh(FigureNames.HeatRemoved, totals.Integral("cooling.heat_removed_w"), "cooling.heat_removed_w");
        KWh(FigureNames.HeatToWater, totals.Integral("river.heat_w"), "river.heat_w");
        KWh(
            FigureNames.HeatToAir,
            totals.Integral("dry_coolers.", ".heat_w") + totals.Integral("dry_coolers.", ".condenser_heat_w"),
            "dry_coolers.*.heat_w",
            "dry_coolers.*.condenser_heat_w");
        Add(FigureNames.HeatPeak, totals.Largest("heat.delivered_w") / 1_000.0, "kW", "heat.delivered_w");
        string[] rooms = ["halls.*.air_heat_w", "halls.*.liquid_heat_w"];
        KWh(FigureNames.HeatRooms, rows.RoomHeatJ, rooms);
        Add(FigureNames.HeatRoomsPeak, rows.RoomHeatLargestW / 1_000.0, "kW", rooms);
        for (int month = 1; month <= MonthsOfYear; month++)
        {
            string suffix = month.ToString("00", CultureInfo.InvariantCulture);
            (double EnergyJ, double LargestW)? heat = rows.RoomHeat(month);
            Add(FigureNames.HeatRoomsMonth + suffix, heat?.EnergyJ / JoulesPerKWh, "kWh", rooms);
            Add(FigureNames.HeatRoomsMonthPeak + suffix, heat?.LargestW / 1_000.0, "kW", rooms);
        }

        Ratio(FigureNames.Erf, summary["erf"], [energy.ReusedColumn, .. figures[FigureNames.CentreEnergy].Sources]);
        Ratio(
            FigureNames.ErfInside,
            Over(totals.Integral("heat.delivered_w"), energy.UsedJ),
            "heat.delivered_w",
            "site.power_w",
            "grid.unserved_w",
            "battery.loss_w");
        Ratio(
            FigureNames.ErfOutside,
            Over(totals.Integral("heat.source_w"), energy.UsedJ - energy.HeatPumpJ),
            "heat.source_w",
            "site.power_w",
            "grid.unserved_w",
            "battery.loss_w",
            "heat_pumps.power_w");
    }

    private void AddTemperatures()
    {
        string[] air = ["halls.*.air_return_c", "halls.*.air_heat_w"];
        string[] water = ["halls.*.liquid_return_c", "halls.*.liquid_heat_w"];
        DegC(FigureNames.WasteHeatAir, rows.RoomAir.OverTimeC, air);
        DegC(FigureNames.WasteHeatAirByEnergy, rows.RoomAir.ByHeatC, air);
        DegC(FigureNames.WasteHeatWater, rows.Coolant.OverTimeC, water);
        DegC(FigureNames.WasteHeatWaterByEnergy, rows.Coolant.ByHeatC, water);
        DegC(FigureNames.WasteHeat, rows.RoomAirAndCoolant.OverTimeC, [.. air, .. water]);
        DegC(FigureNames.DeliveredTemperature, rows.Delivered.OverTimeC, "heat.supply_c", "heat.delivered_w");
        DegC(FigureNames.DeliveredTemperatureByEnergy, rows.Delivered.ByHeatC, "heat.supply_c", "heat.delivered_w");
        DegC(FigureNames.RejectedToWaterTemperature, rows.ToRiver.ByHeatC, "river.return_c", "river.heat_w");
        Estimated(
            FigureNames.RejectedToAirTemperature,
            rows.ToAir.ByHeatC,
            "degC",
            "loops.*.return_c",
            "loops.*.heat_w",
            "dry_coolers.*.heat_w",
            "dry_coolers.*.condenser_heat_w");
        DegC(FigureNames.IntakeAir, rows.Intake.OverTimeC, "halls.*.inlet_c", "halls.*.air_heat_w");
        Add(FigureNames.CoolingDegreeDays, rows.CoolingDegreeDays, "K d", "weather.air_c");
    }

    private void AddRiver()
    {
        double? hours = basis.HasRiver ? totals.Integral("river.above_limit_fraction") / 3_600.0 : null;
        Add(FigureNames.RiverAboveHours, hours, "h", "river.above_limit_fraction");
        DegC(FigureNames.RiverLargestSummer, rows.Upstream.Summer, "river.temperature_c_max");
        DegC(FigureNames.RiverLargestWinter, rows.Upstream.Winter, "river.temperature_c_max");
        DegC(FigureNames.RiverLargestMixedSummer, rows.Mixed.Summer, "river.mixed_c_max");
        DegC(FigureNames.RiverLargestMixedWinter, rows.Mixed.Winter, "river.mixed_c_max");
        Add(FigureNames.RiverLargestRiseSummer, rows.MixedRise.Summer, "K", "river.mixed_rise_k_max");
        Add(FigureNames.RiverLargestRiseWinter, rows.MixedRise.Winter, "K", "river.mixed_rise_k_max");
        HoursAbove(FigureNames.RiverHoursAboveSummer, rows.AboveLimit.Summer?.AboveH, "river.mixed_c_max");
        HoursAbove(FigureNames.RiverHoursAboveWinter, rows.AboveLimit.Winter?.AboveH, "river.mixed_c_max");
        HoursAbove(
            FigureNames.RiverHoursByPlantSummer, rows.AboveLimit.Summer?.ByPlantH, "river.mixed_c_max", "river.temperature_c_max");
        HoursAbove(
            FigureNames.RiverHoursByPlantWinter, rows.AboveLimit.Winter?.ByPlantH, "river.mixed_c_max", "river.temperature_c_max");
    }

    // Without a region there is no value to be above of; without a river, or without values of the region, nothing is missing.
    private void HoursAbove(string name, double? hours, params string[] columns)
    {
        Quality quality = hours is not null ? Quality.Modelled
            : basis.HasRiver && facts.FishRegion is null ? Quality.NotProvided
            : Quality.NotDefined;
        figures.Add(name, new(name, hours, "h", [.. columns, "centre.fish_region"], quality));
    }

    private void DegC(string name, double? value, params string[] sources) => Add(name, value, "degC", sources);

    /// <summary>A volume of which the potable part may not be provided: then it is that of the river alone, and an estimate.</summary>
    private void AddWhole(string name, double? value, string unit, bool isWhole, params string[] sources)
    {
        Quality quality = value is null ? Quality.NotProvided : isWhole ? Quality.Modelled : Quality.Estimated;
        figures.Add(name, new(name, value, unit, sources, quality));
    }
}
