namespace Twin.Core.Physics;

/// <summary>Moist air as an ideal mixture; masses refer to dry air unless said otherwise.</summary>
/// <remarks>
/// Source: ASHRAE Handbook Fundamentals 2017, chapter 1. Valid −100 to 200 degC; use the station's pressure, not sea level.
/// </remarks>
public static class MoistAir
{
    /// <summary>Heat capacity of dry air [J/(kg K)].</summary>
    public const double SpecificHeatJPerKgK = 1006.0;

    // Drier than any weather; keeps wet bulb and dew point defined at a relative humidity of zero.
    private const double LeastHumidityRatio = 1.0e-7;
    private const double MolarMassRatio = 0.621945;
    private const double GasConstantJPerKgK = 287.042;
    private const double KelvinOffset = 273.15;
    private const double TriplePointC = 0.01;
    private const double LowestC = -100.0;
    private const double HighestC = 200.0;

    /// <summary>Pressure of saturated water vapour, over ice below the triple point.</summary>
    /// <param name="temperatureC">Temperature [degC]; −100 to 200.</param>
    /// <returns>Saturation pressure [Pa].</returns>
    /// <remarks>Source: R. W. Hyland and A. Wexler, ASHRAE Transactions 89(2A), 1983; ASHRAE 2017, ch. 1, eq. 5 and 6.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is NaN or outside its range.</exception>
    public static double SaturationPressurePa(double temperatureC)
    {
        Require.InRange(temperatureC, LowestC, HighestC);
        double t = temperatureC + KelvinOffset;
        ReadOnlySpan<double> ice = [6.3925247, -9.677843e-3, 6.2215701e-7, 2.0747825e-9, -9.484024e-13];
        ReadOnlySpan<double> water = [1.3914993, -4.8640239e-2, 4.1764768e-5, -1.4452093e-8];
        double ln = temperatureC <= TriplePointC
            ? -5.6745359e3 / t + Numerics.Polynomial(ice, t) + 4.1635019 * Math.Log(t)
            : -5.8002206e3 / t + Numerics.Polynomial(water, t) + 6.5459673 * Math.Log(t);
        return Math.Exp(ln);
    }

    /// <summary>Mass of water vapour per mass of dry air.</summary>
    /// <param name="temperatureC">Dry bulb [degC]; −100 to 200.</param>
    /// <param name="relativeHumidity">Relative humidity [1]; 0 to 1.</param>
    /// <param name="pressurePa">Air pressure [Pa]; above the vapour pressure.</param>
    /// <returns>Humidity ratio [kg/kg]; not below 1e-7.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double HumidityRatio(double temperatureC, double relativeHumidity, double pressurePa)
    {
        Require.Fraction(relativeHumidity);
        double vapourPa = relativeHumidity * SaturationPressurePa(temperatureC);
        return FromVapourPressure(vapourPa, pressurePa);
    }

    /// <summary>Temperature at which the vapour in the air begins to condense, as frost below the triple point.</summary>
    /// <param name="temperatureC">Dry bulb [degC]; −100 to 200.</param>
    /// <param name="relativeHumidity">Relative humidity [1]; above 0, to 1.</param>
    /// <returns>Dew point [degC]; not below −100.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range; dry air has no dew point.</exception>
    public static double DewPointC(double temperatureC, double relativeHumidity)
    {
        Require.AboveZero(relativeHumidity);
        Require.Fraction(relativeHumidity);
        double vapourPa = relativeHumidity * SaturationPressurePa(temperatureC);
        double lowC = LowestC;
        double highC = temperatureC;
        // Bisection: the curve over ice and the one over water meet with a small step, on which Newton's rule may dance.
        for (int i = 0; i < 60; i++)
        {
            double midC = 0.5 * (lowC + highC);
            if (SaturationPressurePa(midC) < vapourPa)
            {
                lowC = midC;
            }
            else
            {
                highC = midC;
            }
        }

        return highC;
    }

    /// <summary>Temperature of a wet thermometer in a draught: the lowest that evaporation can reach.</summary>
    /// <param name="temperatureC">Dry bulb [degC]; −90 to 90.</param>
    /// <param name="relativeHumidity">Relative humidity [1]; 0 to 1.</param>
    /// <param name="pressurePa">Air pressure [Pa]; above the vapour pressure.</param>
    /// <returns>Thermodynamic wet bulb [degC]; the bulb is ice below 0 degC, where the result jumps by up to 0.05 K.</returns>
    /// <remarks>Source: ASHRAE 2017, ch. 1, eq. 33 and 35, solved by bisection.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double WetBulbC(double temperatureC, double relativeHumidity, double pressurePa)
    {
        Require.InRange(temperatureC, -90.0, 90.0);
        double ratio = HumidityRatio(temperatureC, relativeHumidity, pressurePa);
        double lowC = LowestC;
        double highC = temperatureC;
        for (int i = 0; i < 60; i++)
        {
            double midC = 0.5 * (lowC + highC);
            if (RatioFromWetBulb(temperatureC, midC, pressurePa) < ratio)
            {
                lowC = midC;
            }
            else
            {
                highC = midC;
            }
        }

        return highC;
    }

    /// <summary>Enthalpy of moist air per mass of dry air.</summary>
    /// <param name="temperatureC">Dry bulb [degC]; −100 to 200.</param>
    /// <param name="humidityRatio">Humidity ratio [kg/kg]; zero or more.</param>
    /// <returns>Enthalpy [J/kg dry air] above dry air and liquid water at 0 degC.</returns>
    /// <remarks>h = 1006·t + W·(2.501e6 + 1860·t).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double EnthalpyJPerKg(double temperatureC, double humidityRatio)
    {
        Require.InRange(temperatureC, LowestC, HighestC);
        Require.AtLeastZero(humidityRatio);
        return SpecificHeatJPerKgK * temperatureC + humidityRatio * (2.501e6 + 1860.0 * temperatureC);
    }

    /// <summary>Density of moist air, vapour included.</summary>
    /// <param name="temperatureC">Dry bulb [degC]; −100 to 200.</param>
    /// <param name="relativeHumidity">Relative humidity [1]; 0 to 1.</param>
    /// <param name="pressurePa">Air pressure [Pa]; above the vapour pressure.</param>
    /// <returns>Density [kg/m³].</returns>
    /// <remarks>Source: ASHRAE 2017, ch. 1, eq. 26 and 9b.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double DensityKgPerM3(double temperatureC, double relativeHumidity, double pressurePa)
    {
        double ratio = HumidityRatio(temperatureC, relativeHumidity, pressurePa);
        double volumeM3PerKg = GasConstantJPerKgK * (temperatureC + KelvinOffset) * (1.0 + 1.607858 * ratio) / pressurePa;
        return (1.0 + ratio) / volumeM3PerKg;
    }

    /// <summary>Mean air pressure at a height above the sea.</summary>
    /// <param name="elevationM">Elevation [m]; −500 to 11 000.</param>
    /// <returns>Pressure of the standard atmosphere [Pa].</returns>
    /// <remarks>p = 100·((44331.514 − h)/11880.516)^(1/0.1902632). Source: ICAO standard atmosphere, in the form used by pvlib.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The elevation is NaN or outside its range.</exception>
    public static double PressureAtElevationPa(double elevationM)
    {
        Require.InRange(elevationM, -500.0, 11_000.0);
        return 100.0 * Math.Pow((44331.514 - elevationM) / 11880.516, 1.0 / 0.1902632);
    }

    private static double FromVapourPressure(double vapourPa, double pressurePa)
    {
        Require.AboveZero(pressurePa);
        double dryAirPa = pressurePa - vapourPa;
        Require.AboveZero(dryAirPa);
        return Math.Max(LeastHumidityRatio, MolarMassRatio * vapourPa / dryAirPa);
    }

    private static double RatioFromWetBulb(double dryC, double wetC, double pressurePa)
    {
        double saturationPa = SaturationPressurePa(wetC);
        // A hot dry bulb at low pressure may bracket temperatures where water boils: any wet bulb there is too high.
        if (saturationPa >= pressurePa)
        {
            return double.PositiveInfinity;
        }

        double saturated = FromVapourPressure(saturationPa, pressurePa);
        return wetC >= 0.0
            ? ((2501.0 - 2.326 * wetC) * saturated - 1.006 * (dryC - wetC)) / (2501.0 + 1.86 * dryC - 4.186 * wetC)
            : ((2830.0 - 0.24 * wetC) * saturated - 1.006 * (dryC - wetC)) / (2830.0 + 1.86 * dryC - 2.1 * wetC);
    }
}
