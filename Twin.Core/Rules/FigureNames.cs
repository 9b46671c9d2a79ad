namespace Twin.Core.Rules;

/// <summary>Names of the figures of a reporting year. Energies in kWh, volumes in m3, temperatures in degC, ratios in 1.</summary>
public static class FigureNames
{
    // Energy [kWh]
    /// <summary>At the boundary that district_heat.boundary names.</summary>
    public const string CentreEnergy = "e_dc";

    /// <summary>Centre energy without heat pump.</summary>
    public const string CentreEnergyWithoutHeatPump = "e_dc_without_heat_pump";

    /// <summary>Stated.</summary>
    public const string BackupEnergy = "e_dc_bg";

    /// <summary>Category 1: UPS output.</summary>
    public const string ItEnergy = "e_it";

    /// <summary>Category 2: output of the distribution.</summary>
    public const string ItEnergyPdu = "e_it_pdu";

    /// <summary>Category 3: input of the IT.</summary>
    public const string ItEnergyInput = "e_it_input";

    /// <summary>Heat pump energy.</summary>
    public const string HeatPumpEnergy = "e_heat_pump";

    /// <summary>Without heat pumps.</summary>
    public const string CoolingEnergy = "e_cooling";

    /// <summary>UPS, transformers, distribution above the PDU output.</summary>
    public const string PowerLoss = "e_power_loss";

    /// <summary>Through the connection into the site.</summary>
    public const string Purchase = "e_purchase";

    /// <summary>Through the connection out of the site.</summary>
    public const string FeedBack = "e_feed_back";

    /// <summary>Own generation.</summary>
    public const string OwnGeneration = "e_own_generation";

    /// <summary>Unserved.</summary>
    public const string Unserved = "e_unserved";

    // Ratios
    /// <summary>Category 1.</summary>
    public const string Pue = "pue";

    /// <summary>Category 2.</summary>
    public const string PuePdu = "pue_pdu";

    /// <summary>Category 3.</summary>
    public const string PueInput = "pue_input";

    /// <summary>Category 1, electricity of heat pumps left out.</summary>
    public const string PueWithoutHeatPump = "pue_without_heat_pump";

    /// <summary>Ppue cooling.</summary>
    public const string PpueCooling = "ppue_cooling";

    /// <summary>Ppue power.</summary>
    public const string PpuePower = "ppue_power";

    /// <summary>Ref.</summary>
    public const string Ref = "ref";

    /// <summary>At the boundary stated.</summary>
    public const string Erf = "erf";

    /// <summary>Heat pumps inside.</summary>
    public const string ErfInside = "erf_inside";

    /// <summary>Heat pumps outside: source heat.</summary>
    public const string ErfOutside = "erf_outside";

    /// <summary>Heat pumps counted as cooling.</summary>
    public const string Cer = "cer";

    /// <summary>Cer without heat pump.</summary>
    public const string CerWithoutHeatPump = "cer_without_heat_pump";

    /// <summary>Kg/kWh, location-based.</summary>
    public const string Cue = "cue";

    /// <summary>Kg/kWh.</summary>
    public const string CueMarket = "cue_market";

    /// <summary>Itue.</summary>
    public const string Itue = "itue";

    /// <summary>Tue.</summary>
    public const string Tue = "tue";

    /// <summary>Ere.</summary>
    public const string Ere = "ere";

    /// <summary>Stated.</summary>
    public const string CpuUtilisation = "iteu_sv";

    /// <summary>Our own name, not of the standard.</summary>
    public const string GpuBusy = "gpu_busy_share";

    /// <summary>Hourly matched.</summary>
    public const string CfeScore = "cfe_score";

    // Water [m3] and WUE [m3/MWh]
    /// <summary>Water withdrawn.</summary>
    public const string WaterWithdrawn = "water_withdrawn";

    /// <summary>Water returned.</summary>
    public const string WaterReturned = "water_returned";

    /// <summary>Water consumed.</summary>
    public const string WaterConsumed = "water_consumed";

    /// <summary>Stated.</summary>
    public const string WaterPotable = "water_potable";

    /// <summary>Withdrawn from the river and potable.</summary>
    public const string WaterInput = "w_in";

    /// <summary>Wue withdrawn.</summary>
    public const string WueWithdrawn = "wue_withdrawn";

    /// <summary>Wue returned.</summary>
    public const string WueReturned = "wue_returned";

    /// <summary>Wue consumed.</summary>
    public const string WueConsumed = "wue_consumed";

    /// <summary>Wue potable.</summary>
    public const string WuePotable = "wue_potable";

    // Heat [kWh], [kW]
    /// <summary>At the boundary stated.</summary>
    public const string HeatReused = "e_reuse";

    /// <summary>Heat delivered.</summary>
    public const string HeatDelivered = "heat_delivered";

    /// <summary>Heat source.</summary>
    public const string HeatSource = "heat_source";

    /// <summary>Heat removed.</summary>
    public const string HeatRemoved = "heat_removed";

    /// <summary>Heat to water.</summary>
    public const string HeatToWater = "heat_to_water";

    /// <summary>Heat to air.</summary>
    public const string HeatToAir = "heat_to_air";

    /// <summary>KW, largest recorded mean.</summary>
    public const string HeatPeak = "heat_peak";

    /// <summary>+ 01..12, kWh.</summary>
    public const string HeatMonth = "heat_month_";

    /// <summary>+ 01..12, kW.</summary>
    public const string HeatMonthPeak = "heat_month_peak_";

    // Temperatures [degC]
    /// <summary>Air into the room coolers, mean over time.</summary>
    public const string WasteHeatAir = "t_wh_air";

    /// <summary>Waste heat air by energy.</summary>
    public const string WasteHeatAirByEnergy = "t_wh_air_by_energy";

    /// <summary>Coolant out of the racks, mean over time.</summary>
    public const string WasteHeatWater = "t_wh_water";

    /// <summary>Waste heat water by energy.</summary>
    public const string WasteHeatWaterByEnergy = "t_wh_water_by_energy";

    /// <summary>Both fluids by their heat: the field of the register.</summary>
    public const string WasteHeat = "t_wh";

    /// <summary>Network supply while heat flows, mean over time.</summary>
    public const string DeliveredTemperature = "t_delivered";

    /// <summary>Delivered temperature by energy.</summary>
    public const string DeliveredTemperatureByEnergy = "t_delivered_by_energy";

    /// <summary>Water given back to the river, by heat.</summary>
    public const string RejectedToWaterTemperature = "t_to_water";

    /// <summary>Loop water into the dry coolers, by heat.</summary>
    public const string RejectedToAirTemperature = "t_to_air";

    /// <summary>Modelled air at the rack inlets, mean over time.</summary>
    public const string IntakeAir = "t_intake_air";

    /// <summary>K d, base 21 degC, days from 24 degC on.</summary>
    public const string CoolingDegreeDays = "cdd";

    // Supply [kWh]
    /// <summary>Renewable guarantees.</summary>
    public const string RenewableGuarantees = "e_res_goo";

    /// <summary>Renewable contracts.</summary>
    public const string RenewableContracts = "e_res_ppa";

    /// <summary>Renewable own.</summary>
    public const string RenewableOwn = "e_res_os";

    /// <summary>Renewable.</summary>
    public const string Renewable = "e_res_tot";

    // Carbon [kg]
    /// <summary>Co2 location.</summary>
    public const string Co2Location = "co2_location";

    /// <summary>Co2 market.</summary>
    public const string Co2Market = "co2_market";

    /// <summary>Stated.</summary>
    public const string Co2Fuel = "co2_fuel";

    /// <summary>Co2 refrigerants.</summary>
    public const string Co2Refrigerants = "co2_refrigerants";

    // River, hours [h], temperatures [degC], differences [K]
    /// <summary>River above hours.</summary>
    public const string RiverAboveHours = "river_above_limit_hours";

    /// <summary>River largest mixed rise.</summary>
    public const string RiverLargestMixedRise = "river_mixed_rise_max";

    /// <summary>Upstream of the plant, April to November.</summary>
    public const string RiverLargestSummer = "river_max_summer";

    /// <summary>Upstream of the plant, December to March.</summary>
    public const string RiverLargestWinter = "river_max_winter";

    /// <summary>Warming after mixing, April to November [K].</summary>
    public const string RiverLargestRiseSummer = "river_mixed_rise_max_summer";

    /// <summary>Warming after mixing, December to March [K].</summary>
    public const string RiverLargestRiseWinter = "river_mixed_rise_max_winter";

    /// <summary>April to November.</summary>
    public const string RiverLargestMixedSummer = "river_mixed_max_summer";

    /// <summary>December to March.</summary>
    public const string RiverLargestMixedWinter = "river_mixed_max_winter";

    // Size
    /// <summary>KW, weighted with time.</summary>
    public const string InstalledItPower = "p_dit";

    /// <summary>KW, largest recorded mean.</summary>
    public const string PeakSitePower = "peak_site_power";

    /// <summary>H.</summary>
    public const string ThrottledGpuHours = "throttled_gpu_hours";
}
