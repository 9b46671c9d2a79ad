namespace Twin.Core.Rules;

/// <summary>Names of the figures of a reporting year; ratios are in 1.</summary>
public static class FigureNames
{
    /// <summary>Energy of the centre E_DC [kWh], at the boundary that district_heat.boundary names.</summary>
    public const string CentreEnergy = "e_dc";

    /// <summary>Energy of the centre without its heat pumps [kWh].</summary>
    public const string CentreEnergyWithoutHeatPump = "e_dc_without_heat_pump";

    /// <summary>Energy of back-up generators [kWh]; stated.</summary>
    public const string BackupEnergy = "e_dc_bg";

    /// <summary>Energy of the IT at the UPS output [kWh], PUE category 1.</summary>
    public const string ItEnergy = "e_it";

    /// <summary>Energy of the IT at the output of the distribution [kWh], PUE category 2.</summary>
    public const string ItEnergyPdu = "e_it_pdu";

    /// <summary>Energy of the IT at its input [kWh], PUE category 3.</summary>
    public const string ItEnergyInput = "e_it_input";

    /// <summary>Electricity of the heat pumps [kWh].</summary>
    public const string HeatPumpEnergy = "e_heat_pump";

    /// <summary>Electricity of cooling without heat pumps [kWh].</summary>
    public const string CoolingEnergy = "e_cooling";

    /// <summary>Lost in UPS, transformers and cabling [kWh].</summary>
    public const string PowerLoss = "e_power_loss";

    /// <summary>Through the connection into the site [kWh].</summary>
    public const string Purchase = "e_purchase";

    /// <summary>Through the connection out of the site [kWh].</summary>
    public const string FeedBack = "e_feed_back";

    /// <summary>Made on the site [kWh].</summary>
    public const string OwnGeneration = "e_own_generation";

    /// <summary>Asked for and not served [kWh].</summary>
    public const string Unserved = "e_unserved";

    /// <summary>PUE of category 1.</summary>
    public const string Pue = "pue";

    /// <summary>PUE of category 2.</summary>
    public const string PuePdu = "pue_pdu";

    /// <summary>PUE of category 3.</summary>
    public const string PueInput = "pue_input";

    /// <summary>PUE of category 1 without the electricity of heat pumps.</summary>
    public const string PueWithoutHeatPump = "pue_without_heat_pump";

    /// <summary>Partial PUE of cooling.</summary>
    public const string PpueCooling = "ppue_cooling";

    /// <summary>Partial PUE of the power path.</summary>
    public const string PpuePower = "ppue_power";

    /// <summary>Renewable energy factor.</summary>
    public const string Ref = "ref";

    /// <summary>Energy reuse factor at the stated boundary.</summary>
    public const string Erf = "erf";

    /// <summary>Energy reuse factor with the heat pumps inside.</summary>
    public const string ErfInside = "erf_inside";

    /// <summary>Energy reuse factor with the heat pumps outside: their source heat.</summary>
    public const string ErfOutside = "erf_outside";

    /// <summary>Cooling efficiency ratio, heat pumps counted as cooling.</summary>
    public const string Cer = "cer";

    /// <summary>Cooling efficiency ratio without heat pumps.</summary>
    public const string CerWithoutHeatPump = "cer_without_heat_pump";

    /// <summary>Carbon usage effectiveness [kg/kWh], location-based.</summary>
    public const string Cue = "cue";

    /// <summary>Carbon usage effectiveness [kg/kWh], market-based.</summary>
    public const string CueMarket = "cue_market";

    /// <summary>IT power usage effectiveness.</summary>
    public const string Itue = "itue";

    /// <summary>Total power usage effectiveness.</summary>
    public const string Tue = "tue";

    /// <summary>Energy reuse effectiveness.</summary>
    public const string Ere = "ere";

    /// <summary>ITEUsv, mean CPU utilisation; stated.</summary>
    public const string CpuUtilisation = "iteu_sv";

    /// <summary>Share of GPUs at work, our own name and of no standard.</summary>
    public const string GpuBusy = "gpu_busy_share";

    /// <summary>Carbon-free share, matched in each recorded step.</summary>
    public const string CfeScore = "cfe_score";

    /// <summary>Water taken from the river [m3].</summary>
    public const string WaterWithdrawn = "water_withdrawn";

    /// <summary>Water given back to the river [m3].</summary>
    public const string WaterReturned = "water_returned";

    /// <summary>Water that comes back to neither river nor sewer [m3].</summary>
    public const string WaterConsumed = "water_consumed";

    /// <summary>Potable water [m3]; stated.</summary>
    public const string WaterPotable = "water_potable";

    /// <summary>Water input W_IN [m3]: river and potable.</summary>
    public const string WaterInput = "w_in";

    /// <summary>WUE of the water withdrawn [m3/MWh].</summary>
    public const string WueWithdrawn = "wue_withdrawn";

    /// <summary>WUE of the water returned [m3/MWh].</summary>
    public const string WueReturned = "wue_returned";

    /// <summary>WUE of the water consumed [m3/MWh].</summary>
    public const string WueConsumed = "wue_consumed";

    /// <summary>WUE of the potable water [m3/MWh], category 1.</summary>
    public const string WuePotable = "wue_potable";

    /// <summary>WUE of the whole input [m3/MWh].</summary>
    public const string WueInput = "wue_input";

    /// <summary>Heat reused outside E_REUSE [kWh], at the stated boundary.</summary>
    public const string HeatReused = "e_reuse";

    /// <summary>Heat handed over to the network [kWh].</summary>
    public const string HeatDelivered = "heat_delivered";

    /// <summary>Loop heat that went into it [kWh].</summary>
    public const string HeatSource = "heat_source";

    /// <summary>Heat taken out of the loops [kWh].</summary>
    public const string HeatRemoved = "heat_removed";

    /// <summary>Heat given to the river [kWh].</summary>
    public const string HeatToWater = "heat_to_water";

    /// <summary>Heat given to the air by dry coolers [kWh].</summary>
    public const string HeatToAir = "heat_to_air";

    /// <summary>Largest recorded mean of the heat handed over [kW].</summary>
    public const string HeatPeak = "heat_peak";

    /// <summary>Heat that leaves the computer rooms by air and coolant [kWh].</summary>
    public const string HeatRooms = "heat_rooms";

    /// <summary>Its largest recorded mean [kW].</summary>
    public const string HeatRoomsPeak = "heat_rooms_peak";

    /// <summary>Heat that leaves the computer rooms in a month [kWh]; followed by 01 to 12.</summary>
    public const string HeatRoomsMonth = "heat_rooms_month_";

    /// <summary>Its largest recorded mean [kW]; followed by 01 to 12.</summary>
    public const string HeatRoomsMonthPeak = "heat_rooms_month_peak_";

    /// <summary>Air into the room coolers [degC], mean over time.</summary>
    public const string WasteHeatAir = "t_wh_air";

    /// <summary>Air into the room coolers [degC], by heat.</summary>
    public const string WasteHeatAirByEnergy = "t_wh_air_by_energy";

    /// <summary>Coolant out of the racks [degC], mean over time.</summary>
    public const string WasteHeatWater = "t_wh_water";

    /// <summary>Coolant out of the racks [degC], by heat.</summary>
    public const string WasteHeatWaterByEnergy = "t_wh_water_by_energy";

    /// <summary>Both fluids mixed by their heat [degC], mean over time: T_WH of the register.</summary>
    public const string WasteHeat = "t_wh";

    /// <summary>Supply of the network while heat flows [degC], mean over time.</summary>
    public const string DeliveredTemperature = "t_delivered";

    /// <summary>Supply of the network [degC], by heat.</summary>
    public const string DeliveredTemperatureByEnergy = "t_delivered_by_energy";

    /// <summary>Water given back to the river [degC], by heat.</summary>
    public const string RejectedToWaterTemperature = "t_to_water";

    /// <summary>Return of the loops while dry coolers work [degC], by their heat.</summary>
    public const string RejectedToAirTemperature = "t_to_air";

    /// <summary>Air at the rack inlets [degC], mean over time.</summary>
    public const string IntakeAir = "t_intake_air";

    /// <summary>Cooling degree days [K d], base 21 degC, days from 24 degC on.</summary>
    public const string CoolingDegreeDays = "cdd";

    /// <summary>Renewable energy from guarantees of origin bought [kWh].</summary>
    public const string RenewableGuarantees = "e_res_goo";

    /// <summary>Renewable energy from contracts [kWh].</summary>
    public const string RenewableContracts = "e_res_ppa";

    /// <summary>Renewable energy made on the site [kWh]; null where nobody says whether its guarantees are retired.</summary>
    public const string RenewableOwn = "e_res_os";

    /// <summary>Own generation used, at once or from the battery [kWh], whoever has its guarantees.</summary>
    public const string OwnUsed = "e_own_used";

    /// <summary>Renewable energy in all [kWh].</summary>
    public const string Renewable = "e_res_tot";

    /// <summary>CO2 of purchased power [kg], location-based.</summary>
    public const string Co2Location = "co2_location";

    /// <summary>CO2 of purchased power [kg], market-based.</summary>
    public const string Co2Market = "co2_market";

    /// <summary>CO2 of fuel burnt on the site [kg]; stated.</summary>
    public const string Co2Fuel = "co2_fuel";

    /// <summary>CO2 equivalent of refrigerants that leak [kg]; stated.</summary>
    public const string Co2Refrigerants = "co2_refrigerants";

    /// <summary>Hours with the river above the permit [h], upstream of the plant.</summary>
    public const string RiverAboveHours = "river_above_limit_hours";

    /// <summary>Largest temperature of the river upstream of the plant from April to November [degC].</summary>
    public const string RiverLargestSummer = "river_max_summer";

    /// <summary>Largest temperature of the river upstream of the plant from December to March [degC].</summary>
    public const string RiverLargestWinter = "river_max_winter";

    /// <summary>Largest warming of the mixed river from April to November [K].</summary>
    public const string RiverLargestRiseSummer = "river_mixed_rise_max_summer";

    /// <summary>Largest warming of the mixed river from December to March [K].</summary>
    public const string RiverLargestRiseWinter = "river_mixed_rise_max_winter";

    /// <summary>Largest temperature of the mixed river from April to November [degC].</summary>
    public const string RiverLargestMixedSummer = "river_mixed_max_summer";

    /// <summary>Largest temperature of the mixed river from December to March [degC].</summary>
    public const string RiverLargestMixedWinter = "river_mixed_max_winter";

    /// <summary>Hours from April to November with the mixed river above the value of its fish region [h].</summary>
    public const string RiverHoursAboveSummer = "river_hours_above_summer";

    /// <summary>Hours from December to March with the mixed river above the value of its fish region [h].</summary>
    public const string RiverHoursAboveWinter = "river_hours_above_winter";

    /// <summary>Those of them, April to November, in which the river upstream of the plant is not above it [h].</summary>
    public const string RiverHoursByPlantSummer = "river_hours_by_plant_summer";

    /// <summary>Those of them, December to March, in which the river upstream of the plant is not above it [h].</summary>
    public const string RiverHoursByPlantWinter = "river_hours_by_plant_winter";

    /// <summary>Rated power of all servers [kW], mean over time.</summary>
    public const string InstalledItPower = "p_dit";

    /// <summary>Largest recorded mean of the power of the site [kW].</summary>
    public const string PeakSitePower = "peak_site_power";

    /// <summary>GPUs kept from their work by a limit, over time [h].</summary>
    public const string ThrottledGpuHours = "throttled_gpu_hours";
}
