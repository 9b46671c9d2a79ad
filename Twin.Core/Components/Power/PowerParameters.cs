using Twin.Core.Series;

namespace Twin.Core.Components.Power;

/// <summary>A photovoltaic array on the site.</summary>
/// <param name="Name">Name of the array.</param>
/// <param name="ModulesW">Rated DC power at 1000 W/m2 and 25 degC [W]; above zero.</param>
/// <param name="InverterW">Rated DC input of the inverter [W]; above zero.</param>
/// <param name="TiltDeg">Slope of the plane [deg]; 0 (flat) to 90.</param>
/// <param name="AzimuthDeg">Direction the plane looks to, clockwise from north [deg].</param>
/// <param name="LossFraction">Soiling, wiring, mismatch and the like [1]; 0 to 1.</param>
/// <param name="TemperatureCoefficientPerK">Change of power per kelvin above 25 degC [1/K]; usually -0.0035.</param>
/// <param name="Sky">How light from the sky falls on the plane.</param>
public sealed record PhotovoltaicsParameters(
    string Name,
    double ModulesW,
    double InverterW,
    double TiltDeg,
    double AzimuthDeg,
    double LossFraction,
    double TemperatureCoefficientPerK,
    SkyModel Sky = SkyModel.HayDavies);

/// <summary>How diffuse light is laid on a tilted plane.</summary>
public enum SkyModel
{
    /// <summary>Hay and Davies 1980: an even sky and a ring around the sun.</summary>
    HayDavies,

    /// <summary>Perez et al. 1990: a brighter horizon besides.</summary>
    Perez,
}

/// <summary>Wind turbines on the site.</summary>
/// <param name="Name">Name of the turbines.</param>
/// <param name="Bank">Turbines, the rated power of one [W], and how many are out.</param>
/// <param name="HubHeightM">Height of the hub [m]; above 10.</param>
/// <param name="RoughnessM">Roughness length of the land [m]; above zero.</param>
/// <param name="LossFraction">Wake, availability and electrical losses [1]; 0 to 1.</param>
/// <param name="Curve">Power over the wind at the hub.</param>
public sealed record WindParameters(
    string Name, UnitBank Bank, double HubHeightM, double RoughnessM, double LossFraction, TurbineCurve Curve);

/// <summary>A battery, measured at its AC terminals.</summary>
/// <param name="CapacityJ">Energy between empty and full [J]; above zero.</param>
/// <param name="PowerW">Largest charging and discharging power [W]; above zero.</param>
/// <param name="ChargeEfficiency">Stored over charged [1]; above 0, at most 1.</param>
/// <param name="DischargeEfficiency">Delivered over taken from the store [1]; above 0, at most 1.</param>
/// <param name="SelfDischargePer30Days">Share of the store lost in 30 days of rest [1]; 0 to below 1.</param>
/// <param name="MinimumFraction">Charge below which nothing is given out [1]; rest may go below it.</param>
/// <param name="MaximumFraction">Highest charge [1].</param>
/// <param name="StartFraction">Charge at the start [1], between the two.</param>
public sealed record BatteryParameters(
    double CapacityJ,
    double PowerW,
    double ChargeEfficiency,
    double DischargeEfficiency,
    double SelfDischargePer30Days,
    double MinimumFraction,
    double MaximumFraction,
    double StartFraction);

/// <summary>What a contract delivers.</summary>
public enum ContractKind
{
    /// <summary>A constant power.</summary>
    Baseload,

    /// <summary>What a solar park produces.</summary>
    Solar,

    /// <summary>What a wind park produces.</summary>
    Wind,

    /// <summary>A given profile as share of the size.</summary>
    Profile,
}

/// <summary>A power purchase agreement for carbon-free power through the grid.</summary>
/// <param name="Name">Name of the contract.</param>
/// <param name="Kind">What it delivers.</param>
/// <param name="Profile">Share of the size over time [1]; only for <see cref="ContractKind.Profile"/>.</param>
/// <param name="SizeW">Rated power [W]; above zero.</param>
/// <param name="PriceEurPerMWh">Paid for every MWh delivered [EUR/MWh].</param>
/// <param name="CarbonGPerKWh">Emission factor of the source [g/kWh]; zero or more.</param>
/// <param name="GuaranteesOwned">Whether the guarantees of origin come along and are retired; without them it does not count as
/// renewable.</param>
public sealed record ContractParameters(
    string Name,
    ContractKind Kind,
    ISeries? Profile,
    double SizeW,
    double PriceEurPerMWh,
    double CarbonGPerKWh,
    bool GuaranteesOwned);

/// <summary>The connection to the grid and what its power costs.</summary>
/// <param name="ImportLimitW">Largest active power drawn [W]; zero or more.</param>
/// <param name="ExportLimitW">Largest active power fed in [W]; zero or more.</param>
/// <param name="PowerFactor">Active over apparent power of the site [1]; 0.5 to 1.</param>
/// <param name="PriceEurPerMWh">Energy price [EUR/MWh].</param>
/// <param name="FeesEurPerMWh">Grid fees, levies and tax on every MWh drawn [EUR/MWh].</param>
/// <param name="CarbonGPerKWh">Emission factor of the grid where the site stands [g/kWh].</param>
public sealed record GridParameters(
    double ImportLimitW,
    double ExportLimitW,
    double PowerFactor,
    ISeries PriceEurPerMWh,
    double FeesEurPerMWh,
    ISeries CarbonGPerKWh);
