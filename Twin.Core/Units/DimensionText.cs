namespace Twin.Core.Units;

/// <summary>How a dimension is called in a sentence, and one example of it.</summary>
public static class DimensionText
{
    /// <summary>Names a dimension with its article, e.g. "a power".</summary>
    /// <param name="dimension">The dimension.</param>
    /// <returns>Words for a message.</returns>
    public static string Name(Dimension dimension) => dimension switch
    {
        Dimension.Power => "a power",
        Dimension.ApparentPower => "an apparent power",
        Dimension.Energy => "an energy",
        Dimension.Temperature => "a temperature",
        Dimension.TemperatureDifference => "a temperature difference",
        Dimension.MassFlow => "a mass flow",
        Dimension.VolumeFlow => "a volume flow",
        Dimension.Volume => "a volume",
        Dimension.Length => "a length",
        Dimension.Pressure => "a pressure",
        Dimension.Duration => "a duration",
        Dimension.Angle => "an angle",
        Dimension.Irradiance => "an irradiance",
        Dimension.Irradiation => "an irradiation",
        Dimension.Speed => "a speed",
        Dimension.PricePerEnergy => "a price of energy",
        Dimension.CarbonPerEnergy => "carbon per energy",
        Dimension.HeatTransfer => "a heat transfer",
        Dimension.Fraction => "a share",
        Dimension.PerKelvin => "a change per kelvin",
        Dimension.Area => "an area",
        Dimension.Mass => "a mass",
        Dimension.Data => "an amount of data",
        Dimension.DataRate => "a data rate",
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "No such dimension."),
    };

    /// <summary>Gives a likely value of a dimension, e.g. "12 kW".</summary>
    /// <param name="dimension">The dimension.</param>
    /// <returns>Text that <see cref="Quantity.TryParse"/> reads.</returns>
    public static string Example(Dimension dimension) => dimension switch
    {
        Dimension.Power => "12 kW",
        Dimension.ApparentPower => "1000 kVA",
        Dimension.Energy => "500 kWh",
        Dimension.Temperature => "20 degC",
        Dimension.TemperatureDifference => "5 K",
        Dimension.MassFlow => "10 kg/s",
        Dimension.VolumeFlow => "0.6 m3/s",
        Dimension.Volume => "60 m3",
        Dimension.Length => "12 m",
        Dimension.Pressure => "250 kPa",
        Dimension.Duration => "15 min",
        Dimension.Angle => "30 deg",
        Dimension.Irradiance => "800 W/m2",
        Dimension.Irradiation => "120 kWh/m2",
        Dimension.Speed => "4 m/s",
        Dimension.PricePerEnergy => "90 EUR/MWh",
        Dimension.CarbonPerEnergy => "363 g/kWh",
        Dimension.HeatTransfer => "40 W/K",
        Dimension.Fraction => "20 %",
        Dimension.PerKelvin => "-0.35 %/K",
        Dimension.Area => "1200 m2",
        Dimension.Mass => "250 kg",
        Dimension.Data => "20 PB",
        Dimension.DataRate => "12.5 GB/s",
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "No such dimension."),
    };
}
