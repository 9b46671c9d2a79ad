namespace Twin.Core.Physics;

/// <summary>Other models of cover glass and cell temperature, for data sheets that give their parameters.</summary>
public static class ModuleModels
{
    private const double DegreesPerRadian = 180.0 / Math.PI;

    // NOCT is measured at 800 W/m2 and 20 degC.
    private const double NoctWPerM2 = 800.0;
    private const double NoctAirC = 20.0;

    /// <summary>Share of the beam that passes a glass with an anti-reflective coating, over that at normal incidence.</summary>
    /// <param name="incidenceDeg">Angle of incidence [deg]; 0 to 180.</param>
    /// <param name="coatingIndex">Refractive index of the coating [1]; above 1, to that of the glass.</param>
    /// <param name="glassIndex">Refractive index of the glass [1]; to 4.</param>
    /// <param name="extinctionPerM">Extinction in the glass [1/m]; zero or more.</param>
    /// <param name="thicknessM">Thickness of the glass [m]; zero or more.</param>
    /// <returns>Modifier [1]; 0 from 90 deg on.</returns>
    /// <remarks>
    /// Snell and Fresnel at both faces of the coating, all reflections between them summed: (1 − r1)(1 − r2)/(1 − r1·r2) for each
    /// polarisation, then Bouguer. Source: W. De Soto et al., Solar Energy 80(1), 2006, 78-88; coating as in pvlib.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double IncidenceModifierCoated(
        double incidenceDeg,
        double coatingIndex = 1.29,
        double glassIndex = 1.526,
        double extinctionPerM = 4.0,
        double thicknessM = 0.002)
    {
        Require.InRange(incidenceDeg, 0.0, 180.0);
        Require.InRange(glassIndex, 1.0, 4.0);
        Require.InRange(coatingIndex, 1.0, glassIndex);
        Require.AtLeastZero(extinctionPerM);
        Require.AtLeastZero(thicknessM);
        if (incidenceDeg >= 90.0)
        {
            return 0.0;
        }

        double outer = Math.Cos(incidenceDeg / DegreesPerRadian);
        return Passed(outer, coatingIndex, glassIndex, extinctionPerM * thicknessM)
            / Passed(1.0, coatingIndex, glassIndex, extinctionPerM * thicknessM);
    }

    /// <summary>Share of the beam that passes the cover, by one coefficient for reflection.</summary>
    /// <param name="incidenceDeg">Angle of incidence [deg]; 0 to 180.</param>
    /// <param name="coefficient">Angular loss a_r [1]; above 0, for flat modules 0.08 to 0.25.</param>
    /// <returns>Modifier [1]; 0 from 90 deg on.</returns>
    /// <remarks>
    /// (1 − exp(−cos AOI/a_r))/(1 − exp(−1/a_r)).
    /// Source: N. Martin and J. M. Ruiz, Solar Energy Materials and Solar Cells 70, 2001, 25-38, and 110, 2013, 154.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double IncidenceModifierMartinRuiz(double incidenceDeg, double coefficient = 0.16)
    {
        Require.InRange(incidenceDeg, 0.0, 180.0);
        Require.AboveZero(coefficient);
        return incidenceDeg >= 90.0
            ? 0.0
            : Numerics.ExpM1(-Math.Cos(incidenceDeg / DegreesPerRadian) / coefficient) / Numerics.ExpM1(-1.0 / coefficient);
    }

    /// <summary>Share of the beam that passes the cover, by a fifth power: no parameter at all.</summary>
    /// <param name="incidenceDeg">Angle of incidence [deg]; 0 to 180.</param>
    /// <returns>Modifier [1]; 0 from 90 deg on.</returns>
    /// <remarks>1 − (1 − cos AOI)^5. Source: C. Schlick, Computer Graphics Forum 13(3), 1994, 233-246.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The angle is NaN or outside its range.</exception>
    public static double IncidenceModifierSchlick(double incidenceDeg)
    {
        Require.InRange(incidenceDeg, 0.0, 180.0);
        if (incidenceDeg >= 90.0)
        {
            return 0.0;
        }

        double rest = 1.0 - Math.Cos(incidenceDeg / DegreesPerRadian);
        return 1.0 - rest * rest * rest * rest * rest;
    }

    /// <summary>Cell temperature by proportion to irradiance, wind left out.</summary>
    /// <param name="planeWPerM2">Irradiance on the plane [W/m²]; zero or more.</param>
    /// <param name="airC">Air temperature [degC].</param>
    /// <param name="noctC">Nominal operating cell temperature of the data sheet [degC]; 20 to 100.</param>
    /// <returns>Cell temperature [degC].</returns>
    /// <remarks>T_a + (NOCT − 20)/800·E. Source: R. G. Ross, 14th IEEE Photovoltaic Specialists Conference, 1980.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double RossCellTemperatureC(double planeWPerM2, double airC, double noctC)
    {
        Require.AtLeastZero(planeWPerM2);
        Require.Finite(airC);
        Require.InRange(noctC, NoctAirC, 100.0);
        return airC + (noctC - NoctAirC) / NoctWPerM2 * planeWPerM2;
    }

    /// <summary>Cell temperature of the System Advisor Model from the NOCT of the data sheet.</summary>
    /// <param name="planeWPerM2">Irradiance on the plane [W/m²]; zero or more.</param>
    /// <param name="airC">Air temperature [degC].</param>
    /// <param name="windMPerS">Wind speed at 10 m [m/s]; zero or more.</param>
    /// <param name="noctC">Nominal operating cell temperature of the data sheet [degC]; 20 to 100.</param>
    /// <param name="efficiency">Efficiency of the module [1]; 0 to 1.</param>
    /// <param name="absorption">Transmittance times absorptance [1]; above 0, to 1.</param>
    /// <returns>Cell temperature [degC], for modules on the ground or one storey up, well off the roof.</returns>
    /// <remarks>
    /// T_a + E/800·(NOCT − 20)·(1 − η/τα)·9.5/(5.7 + 3.8·0.51·v).
    /// Source: P. Gilman et al., SAM photovoltaic model technical reference update, NREL/TP-6A20-67399, 2018, section 10.6.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double NoctSamCellTemperatureC(
        double planeWPerM2, double airC, double windMPerS, double noctC, double efficiency, double absorption = 0.9)
    {
        const double windAtOneStorey = 0.51;
        Require.AtLeastZero(planeWPerM2);
        Require.Finite(airC);
        Require.AtLeastZero(windMPerS);
        Require.InRange(noctC, NoctAirC, 100.0);
        Require.Fraction(efficiency);
        Require.AboveZero(absorption);
        Require.Fraction(absorption);
        double stillK = planeWPerM2 / NoctWPerM2 * (noctC - NoctAirC);
        return airC + stillK * (1.0 - efficiency / absorption) * (9.5 / (5.7 + 3.8 * windAtOneStorey * windMPerS));
    }

    // Transmitted share of unpolarised light: air, coating, glass.
    private static double Passed(double airCosine, double coatingIndex, double glassIndex, double opticalDepth)
    {
        double sine2 = 1.0 - airCosine * airCosine;
        double coatingCosine = Math.Sqrt(1.0 - sine2 / (coatingIndex * coatingIndex));
        double glassCosine = Math.Sqrt(1.0 - sine2 / (glassIndex * glassIndex));
        double across = Both(
            Reflected(airCosine, coatingIndex * coatingCosine), Reflected(coatingIndex * coatingCosine, glassIndex * glassCosine));
        double along = Both(
            Reflected(coatingCosine, coatingIndex * airCosine), Reflected(coatingIndex * glassCosine, glassIndex * coatingCosine));
        return (across + along) / 2.0 * Math.Exp(-opticalDepth / glassCosine);
    }

    private static double Reflected(double a, double b)
    {
        double amplitude = (a - b) / (a + b);
        return amplitude * amplitude;
    }

    private static double Both(double first, double second) => (1.0 - first) * (1.0 - second) / (1.0 - first * second);
}
