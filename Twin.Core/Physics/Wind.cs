namespace Twin.Core.Physics;

/// <summary>Wind at hub height, density of the air there, and power curves.</summary>
public static class Wind
{
    /// <summary>Density for which power curves are published [kg/m³].</summary>
    public const double StandardDensityKgPerM3 = 1.225;

    /// <summary>Fall of temperature with height [K/m].</summary>
    public const double TemperatureLapseKPerM = 0.0065;

    /// <summary>Fall of pressure with height near the ground [Pa/m].</summary>
    public const double PressureLapsePaPerM = 12.5;

    private const double GasConstantJPerKgK = 287.058;
    private const double KelvinOffset = 273.15;

    /// <summary>Wind speed at another height by the logarithmic profile of neutral air.</summary>
    /// <param name="speedMPerS">Speed at the height of measurement [m/s]; zero or more.</param>
    /// <param name="measuredAtM">Height of measurement [m]; above displacement plus roughness.</param>
    /// <param name="hubM">Height wanted [m]; above displacement plus roughness.</param>
    /// <param name="roughnessM">Roughness length [m]; above zero: 0.0002 water, 0.03 grass, 0.1 crops, 0.4 to 1 suburb.</param>
    /// <param name="obstacleM">Height of dense obstacles [m]; zero or more. The profile starts at 0.7 of it.</param>
    /// <returns>Wind speed [m/s].</returns>
    /// <remarks>v·ln((h − d)/z0)/ln((h_m − d)/z0). Source: L. Prandtl's wall law, as in windpowerlib.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double LogProfile(
        double speedMPerS, double measuredAtM, double hubM, double roughnessM, double obstacleM = 0.0)
    {
        Require.AtLeastZero(speedMPerS);
        Require.AboveZero(roughnessM);
        Require.AtLeastZero(obstacleM);
        double displacementM = 0.7 * obstacleM;
        double aboveM = measuredAtM - displacementM - roughnessM;
        double hubAboveM = hubM - displacementM - roughnessM;
        Require.AboveZero(aboveM);
        Require.AboveZero(hubAboveM);
        return speedMPerS * Math.Log((hubM - displacementM) / roughnessM) / Math.Log((measuredAtM - displacementM) / roughnessM);
    }

    /// <summary>Wind speed at another height by Hellmann's power law.</summary>
    /// <param name="speedMPerS">Speed at the height of measurement [m/s]; zero or more.</param>
    /// <param name="measuredAtM">Height of measurement [m]; above zero.</param>
    /// <param name="hubM">Height wanted [m]; above zero.</param>
    /// <param name="exponent">Hellmann exponent [1]; 0 to 1, 1/7 where nothing is known.</param>
    /// <returns>Wind speed [m/s].</returns>
    /// <remarks>v·(h/h_m)^a. Source: G. Hellmann, 1915, as in windpowerlib.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double PowerLaw(double speedMPerS, double measuredAtM, double hubM, double exponent = 1.0 / 7.0)
    {
        Require.AtLeastZero(speedMPerS);
        Require.AboveZero(measuredAtM);
        Require.AboveZero(hubM);
        Require.Fraction(exponent);
        return speedMPerS * Math.Pow(hubM / measuredAtM, exponent);
    }

    /// <summary>Hellmann exponent that fits a roughness at hub height.</summary>
    /// <param name="hubM">Hub height [m]; above e times the roughness.</param>
    /// <param name="roughnessM">Roughness length [m]; above zero.</param>
    /// <returns>Exponent [1] = 1/ln(h/z0).</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double HellmannExponent(double hubM, double roughnessM)
    {
        Require.AboveZero(roughnessM);
        Require.InRange(hubM, Math.E * roughnessM, 1000.0);
        return 1.0 / Math.Log(hubM / roughnessM);
    }

    /// <summary>Air temperature at another height.</summary>
    /// <param name="temperatureC">Temperature at the height of measurement [degC].</param>
    /// <param name="measuredAtM">Height of measurement [m].</param>
    /// <param name="hubM">Height wanted [m].</param>
    /// <returns>Temperature [degC], 6.5 K less for each kilometre.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not finite.</exception>
    public static double HubTemperatureC(double temperatureC, double measuredAtM, double hubM)
    {
        Require.Finite(temperatureC);
        Require.Finite(measuredAtM);
        Require.Finite(hubM);
        return temperatureC - TemperatureLapseKPerM * (hubM - measuredAtM);
    }

    /// <summary>Air density at hub height as an ideal gas.</summary>
    /// <param name="pressurePa">Pressure at the height of measurement [Pa]; above zero.</param>
    /// <param name="measuredAtM">Height of the pressure measurement [m].</param>
    /// <param name="hubM">Hub height [m].</param>
    /// <param name="hubTemperatureC">Temperature at hub height [degC]; −100 to 100.</param>
    /// <returns>Density [kg/m³].</returns>
    /// <remarks>(p − 12.5 Pa/m·Δh)/(287.058·T). Source: ideal gas, as in windpowerlib.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double DensityKgPerM3(double pressurePa, double measuredAtM, double hubM, double hubTemperatureC) =>
        HubPressurePa(pressurePa, measuredAtM, hubM) / (GasConstantJPerKgK * Kelvin(hubTemperatureC));

    /// <summary>Air density at hub height by the barometric form, 0.05 % from the ideal gas.</summary>
    /// <param name="pressurePa">Pressure at the height of measurement [Pa]; above zero.</param>
    /// <param name="measuredAtM">Height of the pressure measurement [m].</param>
    /// <param name="hubM">Hub height [m].</param>
    /// <param name="hubTemperatureC">Temperature at hub height [degC]; −100 to 100.</param>
    /// <returns>Density [kg/m³].</returns>
    /// <remarks>p/101330·1.225·288.15/T. Source: windpowerlib, which keeps the 101330 Pa of its own source.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double BarometricDensityKgPerM3(double pressurePa, double measuredAtM, double hubM, double hubTemperatureC) =>
        HubPressurePa(pressurePa, measuredAtM, hubM) / 101_330.0 * StandardDensityKgPerM3 * 288.15 / Kelvin(hubTemperatureC);

    /// <summary>Power of a turbine at a wind speed: linear between the points of its curve, zero outside.</summary>
    /// <param name="speedsMPerS">Wind speeds of the curve [m/s], strictly rising.</param>
    /// <param name="powersW">Powers at these speeds [W].</param>
    /// <param name="speedMPerS">Wind speed at hub height [m/s]; zero or more.</param>
    /// <returns>Power [W].</returns>
    /// <exception cref="ArgumentException">The curve is empty or its columns differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The speed is NaN or negative.</exception>
    public static double PowerCurveW(ReadOnlySpan<double> speedsMPerS, ReadOnlySpan<double> powersW, double speedMPerS)
    {
        Require.AtLeastZero(speedMPerS);
        double power = Numerics.Interpolate(speedsMPerS, powersW, speedMPerS);
        return speedMPerS < speedsMPerS[0] || speedMPerS > speedsMPerS[^1] ? 0.0 : power;
    }

    /// <summary>Power of a turbine in thin or dense air.</summary>
    /// <param name="speedsMPerS">Wind speeds of the curve at standard density [m/s], strictly rising.</param>
    /// <param name="powersW">Powers at these speeds [W].</param>
    /// <param name="speedMPerS">Wind speed at hub height [m/s]; zero or more.</param>
    /// <param name="densityKgPerM3">Air density at hub height [kg/m³]; above zero.</param>
    /// <param name="clampCutOut">
    /// True, as the machine's own anemometer would: cut-out at the last speed of the curve in any air. The published method, false,
    /// moves the cut-out together with the curve and runs on at 25.001 m/s in thin air.
    /// </param>
    /// <returns>Power [W].</returns>
    /// <remarks>
    /// Each speed of the curve is multiplied by (1.225/ρ)^p, p = 1/3 up to 7.5 m/s, rising to 2/3 at 12.5 m/s.
    /// Source: L. Svenningsen, Power curve air density correction, EMD International, 2010, as in windpowerlib.
    /// </remarks>
    /// <exception cref="ArgumentException">The curve is empty or its columns differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double DensityCorrectedPowerW(
        ReadOnlySpan<double> speedsMPerS,
        ReadOnlySpan<double> powersW,
        double speedMPerS,
        double densityKgPerM3,
        bool clampCutOut = true)
    {
        const int longestOnStack = 256;
        Require.AtLeastZero(speedMPerS);
        Require.AboveZero(densityKgPerM3);
        int n = speedsMPerS.Length;
        Span<double> scaled = n <= longestOnStack ? stackalloc double[n] : new double[n];
        for (int i = 0; i < n; i++)
        {
            double exponent = Numerics.Interpolate([7.5, 12.5], [1.0 / 3.0, 2.0 / 3.0], speedsMPerS[i]);
            scaled[i] = speedsMPerS[i] * Math.Pow(StandardDensityKgPerM3 / densityKgPerM3, exponent);
        }

        if (!clampCutOut || n == 0)
        {
            return PowerCurveW(scaled, powersW, speedMPerS);
        }

        // In dense air the curve ends before the machine does: up to its cut-out the last power holds.
        double power = Numerics.Interpolate(scaled, powersW, speedMPerS);
        return speedMPerS < scaled[0] || speedMPerS > speedsMPerS[^1] ? 0.0 : power;
    }

    private static double HubPressurePa(double pressurePa, double measuredAtM, double hubM)
    {
        Require.AboveZero(pressurePa);
        Require.Finite(measuredAtM);
        Require.Finite(hubM);
        double hubPa = pressurePa - PressureLapsePaPerM * (hubM - measuredAtM);
        Require.AboveZero(hubPa);
        return hubPa;
    }

    private static double Kelvin(double temperatureC)
    {
        Require.InRange(temperatureC, -100.0, 100.0);
        return temperatureC + KelvinOffset;
    }
}
