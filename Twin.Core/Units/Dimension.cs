namespace Twin.Core.Units;

/// <summary>What a quantity measures; a value is only ever read in the dimension that its key asks for.</summary>
/// <remarks>The inside unit stands behind each name. Two dimensions may share a unit symbol of physics and still not be
/// interchangeable: 5 degC is a place on a scale, 5 K is a distance on it.</remarks>
public enum Dimension
{
    /// <summary>Electric power or heat flow [W].</summary>
    Power,

    /// <summary>Apparent power of an alternating current [VA].</summary>
    ApparentPower,

    /// <summary>Electric or thermal energy [J].</summary>
    Energy,

    /// <summary>Temperature on the Celsius scale [degC].</summary>
    Temperature,

    /// <summary>Temperature difference [K].</summary>
    TemperatureDifference,

    /// <summary>Mass flow [kg/s].</summary>
    MassFlow,

    /// <summary>Volume flow [m3/s].</summary>
    VolumeFlow,

    /// <summary>Volume [m3].</summary>
    Volume,

    /// <summary>Length or height [m].</summary>
    Length,

    /// <summary>Pressure or pressure difference [Pa].</summary>
    Pressure,

    /// <summary>Length of time [s].</summary>
    Duration,

    /// <summary>Angle [deg]; degrees stay inside because latitudes and tilts are spoken of in degrees.</summary>
    Angle,

    /// <summary>Radiation on an area [W/m2].</summary>
    Irradiance,

    /// <summary>Radiation on an area, summed over a time [kWh/m2]; as published, not in J/m2.</summary>
    Irradiation,

    /// <summary>Speed of air or water [m/s].</summary>
    Speed,

    /// <summary>Price of energy [EUR/MWh]; not EUR/J, which nobody could check by eye.</summary>
    PricePerEnergy,

    /// <summary>Carbon dioxide equivalent of energy [g/kWh]; as published, not in kg/J.</summary>
    CarbonPerEnergy,

    /// <summary>Heat flow per temperature difference [W/K].</summary>
    HeatTransfer,

    /// <summary>Share of a whole [1]; 35 % is 0.35.</summary>
    Fraction,

    /// <summary>Relative change per temperature difference [1/K].</summary>
    PerKelvin,

    /// <summary>Floor area [m2].</summary>
    Area,

    /// <summary>Mass [kg].</summary>
    Mass,

    /// <summary>Amount of data [B]; prefixes are decimal, as in the law's PB and EB.</summary>
    Data,

    /// <summary>Data per time [B/s].</summary>
    DataRate,
}
