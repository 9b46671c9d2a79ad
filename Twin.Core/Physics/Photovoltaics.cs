namespace Twin.Core.Physics;

/// <summary>Mounting of modules in the SAPM temperature model.</summary>
/// <param name="A">Heating without wind, logarithm of K m²/W [1].</param>
/// <param name="B">Effect of wind [s/m].</param>
/// <param name="CellAboveModuleK">Cell above module back at 1000 W/m² [K].</param>
public readonly record struct SapmMounting(double A, double B, double CellAboveModuleK)
{
    /// <summary>Open rack, glass on both sides.</summary>
    public static SapmMounting OpenRackGlassGlass { get; } = new(-3.47, -0.0594, 3.0);

    /// <summary>Close to the roof, glass on both sides.</summary>
    public static SapmMounting CloseMountGlassGlass { get; } = new(-2.98, -0.0471, 1.0);

    /// <summary>Open rack, polymer back.</summary>
    public static SapmMounting OpenRackGlassPolymer { get; } = new(-3.56, -0.0750, 3.0);

    /// <summary>Insulated back, polymer.</summary>
    public static SapmMounting InsulatedBackGlassPolymer { get; } = new(-2.81, -0.0455, 0.0);
}

/// <summary>From light on the plane to alternating current.</summary>
public static class Photovoltaics
{
    private const double DegreesPerRadian = 180.0 / Math.PI;
    private const double ReferenceWPerM2 = 1000.0;

    /// <summary>Share of the beam that passes the cover glass, over that at normal incidence.</summary>
    /// <param name="incidenceDeg">Angle of incidence [deg]; 0 to 180.</param>
    /// <param name="refractiveIndex">Index of the glass [1]; above 1.</param>
    /// <param name="extinctionPerM">Extinction in the glass [1/m]; zero or more.</param>
    /// <param name="thicknessM">Thickness of the glass [m]; zero or more.</param>
    /// <returns>Modifier [1]; 0 from 90 deg on.</returns>
    /// <remarks>Snell, Fresnel and Bouguer. Source: W. De Soto, S. A. Klein and W. A. Beckman, Solar Energy 80(1), 2006, 78-88.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double IncidenceModifierPhysical(
        double incidenceDeg, double refractiveIndex = 1.526, double extinctionPerM = 4.0, double thicknessM = 0.002)
    {
        Require.InRange(incidenceDeg, 0.0, 180.0);
        return incidenceDeg >= 90.0
            ? 0.0
            : IncidenceModifierOfCosine(Math.Cos(incidenceDeg / DegreesPerRadian), refractiveIndex, extinctionPerM, thicknessM);
    }

    /// <summary>The same for those who have the cosine of the angle and would take it apart only to have it put together again.</summary>
    /// <param name="incidenceCosine">Cosine of the angle between the sun and the normal of the module [1]; −1 to 1.</param>
    /// <param name="refractiveIndex">Refractive index of the glass [1]; 1 to 4.</param>
    /// <param name="extinctionPerM">Extinction in the glass [1/m]; zero or more.</param>
    /// <param name="thicknessM">Thickness of the glass [m]; zero or more.</param>
    /// <returns>Modifier [1]; zero with the sun behind the module.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double IncidenceModifierOfCosine(
        double incidenceCosine, double refractiveIndex = 1.526, double extinctionPerM = 4.0, double thicknessM = 0.002)
    {
        Require.InRange(incidenceCosine, -1.0, 1.0);
        Require.InRange(refractiveIndex, 1.0, 4.0);
        Require.AtLeastZero(extinctionPerM);
        Require.AtLeastZero(thicknessM);
        if (incidenceCosine <= 0.0)
        {
            return 0.0;
        }

        double n = refractiveIndex;
        double outer = incidenceCosine;
        double inner = Math.Sqrt(1.0 - (1.0 - outer * outer) / (n * n)); // Snell
        double across = (outer - n * inner) / (outer + n * inner);
        double along = (inner - n * outer) / (inner + n * outer);
        double straight = (1.0 - n) / (1.0 + n);
        double passed = (1.0 - (across * across + along * along) / 2.0) * Math.Exp(-extinctionPerM * thicknessM / inner);
        return passed / ((1.0 - straight * straight) * Math.Exp(-extinctionPerM * thicknessM));
    }

    /// <summary>Share of the beam that passes the cover glass, by one coefficient.</summary>
    /// <param name="incidenceDeg">Angle of incidence [deg]; 0 to 180.</param>
    /// <param name="coefficient">Coefficient b0 [1]; 0 to 1.</param>
    /// <returns>Modifier [1]; 0 from 90 deg on.</returns>
    /// <remarks>max(0, 1 − b0·(1/cos AOI − 1)). Source: A. F. Souka and H. H. Safwat, Solar Energy 10, 1966; ASHRAE 93.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double IncidenceModifierAshrae(double incidenceDeg, double coefficient = 0.05)
    {
        Require.InRange(incidenceDeg, 0.0, 180.0);
        Require.Fraction(coefficient);
        return incidenceDeg >= 90.0
            ? 0.0
            : Math.Max(0.0, 1.0 - coefficient * (1.0 / Math.Cos(incidenceDeg / DegreesPerRadian) - 1.0));
    }

    /// <summary>Cell temperature of the Sandia array performance model.</summary>
    /// <param name="planeWPerM2">Irradiance on the plane [W/m²]; zero or more.</param>
    /// <param name="airC">Air temperature [degC].</param>
    /// <param name="windMPerS">Wind speed at 10 m [m/s]; zero or more.</param>
    /// <param name="mounting">Mounting.</param>
    /// <returns>Cell temperature [degC], steady: modules lag by 5 to 10 minutes.</returns>
    /// <remarks>T_a + E·(exp(a + b·v) + ΔT/1000). Source: D. L. King et al., Sandia SAND2004-3535, 2004.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double SapmCellTemperatureC(double planeWPerM2, double airC, double windMPerS, in SapmMounting mounting)
    {
        RequireWeather(planeWPerM2, airC, windMPerS);
        return airC + planeWPerM2 * (Math.Exp(mounting.A + mounting.B * windMPerS) + mounting.CellAboveModuleK / ReferenceWPerM2);
    }

    /// <summary>Module temperature by a linear loss in wind.</summary>
    /// <param name="planeWPerM2">Irradiance on the plane [W/m²]; zero or more.</param>
    /// <param name="airC">Air temperature [degC].</param>
    /// <param name="windMPerS">Wind speed at module height [m/s]; zero or more.</param>
    /// <param name="lossWPerM2K">Loss without wind [W/(m² K)]; above zero.</param>
    /// <param name="windLossJPerM3K">Loss per wind speed [W s/(m³ K)]; zero or more.</param>
    /// <returns>Module temperature [degC].</returns>
    /// <remarks>T_a + E/(u0 + u1·v). Source: D. Faiman, Progress in Photovoltaics 16(4), 2008, 307-315.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double FaimanModuleTemperatureC(
        double planeWPerM2, double airC, double windMPerS, double lossWPerM2K = 25.0, double windLossJPerM3K = 6.84)
    {
        RequireWeather(planeWPerM2, airC, windMPerS);
        Require.AboveZero(lossWPerM2K);
        Require.AtLeastZero(windLossJPerM3K);
        return airC + planeWPerM2 / (lossWPerM2K + windLossJPerM3K * windMPerS);
    }

    /// <summary>Cell temperature of PVsyst.</summary>
    /// <param name="planeWPerM2">Irradiance on the plane [W/m²]; zero or more.</param>
    /// <param name="airC">Air temperature [degC].</param>
    /// <param name="windMPerS">Wind speed at module height [m/s]; zero or more.</param>
    /// <param name="lossWPerM2K">Loss without wind [W/(m² K)]; above zero: 29 free, 20 semi-integrated, 15 insulated.</param>
    /// <param name="windLossJPerM3K">Loss per wind speed [W s/(m³ K)]; zero or more.</param>
    /// <param name="efficiency">Efficiency of the module [1]; 0 to 1.</param>
    /// <param name="absorption">Share of light absorbed [1]; 0 to 1.</param>
    /// <returns>Cell temperature [degC].</returns>
    /// <remarks>T_a + E·α·(1 − η)/(U_c + U_v·v). Source: PVsyst manual, array thermal losses.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double PvsystCellTemperatureC(
        double planeWPerM2,
        double airC,
        double windMPerS,
        double lossWPerM2K = 29.0,
        double windLossJPerM3K = 0.0,
        double efficiency = 0.2,
        double absorption = 0.9)
    {
        RequireWeather(planeWPerM2, airC, windMPerS);
        Require.AboveZero(lossWPerM2K);
        Require.AtLeastZero(windLossJPerM3K);
        Require.Fraction(efficiency);
        Require.Fraction(absorption);
        return airC + planeWPerM2 * absorption * (1.0 - efficiency) / (lossWPerM2K + windLossJPerM3K * windMPerS);
    }

    /// <summary>Direct-current power of a module field before losses.</summary>
    /// <param name="effectiveWPerM2">Light that reaches the cells [W/m²]; zero or more.</param>
    /// <param name="cellC">Cell temperature [degC].</param>
    /// <param name="ratedDcW">Rated power of the modules at 1000 W/m² and 25 degC [W]; zero or more.</param>
    /// <param name="perK">Temperature coefficient of power [1/K]; −0.1 to 0.</param>
    /// <returns>Power [W]; not below zero.</returns>
    /// <remarks>E/1000·P0·(1 + γ·(T − 25)). Source: A. P. Dobos, PVWatts version 5 manual, NREL/TP-6A20-62641, 2014.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double PvWattsDcW(double effectiveWPerM2, double cellC, double ratedDcW, double perK)
    {
        Require.AtLeastZero(effectiveWPerM2);
        Require.Finite(cellC);
        Require.AtLeastZero(ratedDcW);
        Require.InRange(perK, -0.1, 0.0);
        return Math.Max(0.0, effectiveWPerM2 / ReferenceWPerM2 * ratedDcW * (1.0 + perK * (cellC - 25.0)));
    }

    /// <summary>System losses of PVWatts, which multiply: soiling, shading, mismatch, wiring and so on.</summary>
    /// <param name="fractions">Loss fractions [1]; 0 to 1 each.</param>
    /// <returns>Loss of all together [1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A fraction is NaN or outside its range.</exception>
    public static double CombinedLossFraction(ReadOnlySpan<double> fractions)
    {
        double kept = 1.0;
        foreach (double fraction in fractions)
        {
            Require.Fraction(fraction);
            kept *= 1.0 - fraction;
        }

        return 1.0 - kept;
    }

    /// <summary>Alternating-current power of an inverter.</summary>
    /// <param name="dcW">Direct-current power offered [W]; zero or more.</param>
    /// <param name="ratedDcW">Input limit of the inverter, not of the modules [W]; above zero.</param>
    /// <param name="nominalEfficiency">Nominal efficiency [1]; 0 to 1.</param>
    /// <param name="referenceEfficiency">Efficiency of the inverter behind the curve [1]; above 0, to 1.</param>
    /// <returns>Power [W]; from 0, below 0.6 % of the limit, to efficiency times limit.</returns>
    /// <remarks>
    /// η = η_nom/η_ref·(−0.0162·ζ − 0.0059/ζ + 0.9858), ζ = P_dc/P_dc0. Source: PVWatts version 5 manual.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double PvWattsInverterAcW(
        double dcW, double ratedDcW, double nominalEfficiency = 0.96, double referenceEfficiency = 0.9637)
    {
        Require.AtLeastZero(dcW);
        Require.AboveZero(ratedDcW);
        Require.Fraction(nominalEfficiency);
        Require.AboveZero(referenceEfficiency);
        Require.Fraction(referenceEfficiency);
        if (dcW == 0.0)
        {
            return 0.0;
        }

        double load = dcW / ratedDcW;
        double efficiency = nominalEfficiency / referenceEfficiency * (-0.0162 * load - 0.0059 / load + 0.9858);
        return Math.Clamp(efficiency * dcW, 0.0, nominalEfficiency * ratedDcW);
    }

    private static void RequireWeather(double planeWPerM2, double airC, double windMPerS)
    {
        Require.AtLeastZero(planeWPerM2);
        Require.Finite(airC);
        Require.AtLeastZero(windMPerS);
    }
}
