namespace Twin.Cli.Input.Formats;

/// <summary>What a column of a data file measures, as far as a scenario can ask for it.</summary>
internal enum Measurand
{
    /// <summary>Nothing that a scenario asks for by itself.</summary>
    Other,

    /// <summary>Dry bulb of the outdoor air.</summary>
    AirTemperature,

    /// <summary>Wet bulb of the outdoor air.</summary>
    WetBulb,

    /// <summary>Relative humidity of the outdoor air.</summary>
    Humidity,

    /// <summary>Pressure of the air at the station.</summary>
    Pressure,

    /// <summary>Wind at 10 m.</summary>
    Wind,

    /// <summary>Global irradiance on the horizontal.</summary>
    GlobalIrradiance,

    /// <summary>Beam on a plane that faces the sun.</summary>
    BeamNormal,

    /// <summary>Beam on the horizontal.</summary>
    BeamHorizontal,

    /// <summary>Diffuse irradiance on the horizontal.</summary>
    DiffuseIrradiance,

    /// <summary>Part of the sky that is covered.</summary>
    CloudCover,

    /// <summary>Water temperature of a river.</summary>
    WaterTemperature,

    /// <summary>Level of a river.</summary>
    WaterLevel,

    /// <summary>Flow of a river.</summary>
    Discharge,

    /// <summary>Price of energy.</summary>
    Price,

    /// <summary>Emission factor of the grid.</summary>
    Carbon,

    /// <summary>Busy share of a computer.</summary>
    Utilisation,
}

/// <summary>Measurands in words.</summary>
internal static class MeasurandText
{
    /// <summary>Name for messages.</summary>
    public static string Name(Measurand measurand) => measurand switch
    {
        Measurand.AirTemperature => "air temperature",
        Measurand.WetBulb => "wet bulb, nor air temperature with humidity,",
        Measurand.Humidity => "relative humidity",
        Measurand.Pressure => "air pressure",
        Measurand.Wind => "wind speed",
        Measurand.GlobalIrradiance => "global irradiance",
        Measurand.BeamNormal => "beam irradiance",
        Measurand.BeamHorizontal => "beam irradiance on the horizontal",
        Measurand.DiffuseIrradiance => "diffuse irradiance",
        Measurand.CloudCover => "cloud cover",
        Measurand.WaterTemperature => "water temperature",
        Measurand.WaterLevel => "water level",
        Measurand.Discharge => "discharge",
        Measurand.Price => "price",
        Measurand.Carbon => "carbon intensity",
        Measurand.Utilisation => "utilisation",
        _ => "quantity of that kind",
    };
}
