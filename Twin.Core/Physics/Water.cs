namespace Twin.Core.Physics;

/// <summary>Liquid water from 0 to 100 degC: fits to IAPWS-IF97 region 1 at 3 bar, with corrections for other pressures.</summary>
/// <remarks>
/// Source of the numbers: least-squares fits to IAPWS R7-97(2012) (density, heat capacity, enthalpy), IAPWS R12-08 (viscosity) and
/// IAPWS R15-11 (conductivity) in x = (t − 50 degC)/50 K. Largest errors at 3 bar: density 0.0015 %, heat capacity 0.01 %,
/// viscosity 0.07 %, conductivity 0.05 %.
/// </remarks>
public static class Water
{
    /// <summary>Lowest temperature of the fits [degC]; below it water freezes.</summary>
    public const double LowestTemperatureC = 0.0;

    /// <summary>Highest temperature of the fits [degC].</summary>
    public const double HighestTemperatureC = 100.0;

    /// <summary>Pressure at which the fits were made [Pa]; a member without a pressure means this one.</summary>
    public const double FitPressurePa = 3.0e5;

    private const double MidC = 50.0;
    private const double HalfSpanK = 50.0;
    private const double KelvinOffset = 273.15;

    // IF97 at 50 degC and 3 bar: 209.605 kJ/kg above the liquid at the triple point.
    private const double EnthalpyAtMidJPerKg = 209_605.0;

    private static readonly double[] Density =
        [988.130408, -22.5913075, -8.14907847, 1.50568655, -0.773075482, 0.333520945];

    private static readonly double[] SpecificHeat =
        [4179.07454, 10.2442305, 27.9792003, 1.811513, -0.111094705, -12.9255244, 10.2963161];

    private static readonly double[] LogViscosity =
        [-7.51170682, -0.839453972, 0.22430864, -0.0685959894, 0.0370288681, -0.0168705906];

    private static readonly double[] Conductivity =
        [0.640722504, 0.0558294593, -0.0215563855, 0.00472837389, -0.00254200957];

    /// <summary>Density of liquid water at 3 bar.</summary>
    /// <param name="temperatureC">Temperature [degC]; 0 to 100.</param>
    /// <returns>Density [kg/m³].</returns>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is NaN or outside its range.</exception>
    public static double DensityKgPerM3(double temperatureC) => Numerics.Polynomial(Density, Position(temperatureC));

    /// <summary>Density of liquid water at a pressure of its own.</summary>
    /// <param name="temperatureC">Temperature [degC]; 0 to 100.</param>
    /// <param name="pressurePa">Absolute pressure [Pa]; from boiling to 20 bar.</param>
    /// <returns>Density [kg/m³]; within 0.003 % of IF97 up to 10 bar.</returns>
    /// <remarks>
    /// ρ(p) = ρ(3 bar)·(1 + κ·(p − 3 bar)) with the isothermal compressibility κ of
    /// G. S. Kell, J. Chem. Eng. Data 20(1), 1975, 97-105.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range, or the water would be steam.</exception>
    public static double DensityKgPerM3(double temperatureC, double pressurePa)
    {
        RequireLiquid(temperatureC, pressurePa);
        return DensityKgPerM3(temperatureC) * (1.0 + CompressibilityPerPa(temperatureC) * (pressurePa - FitPressurePa));
    }

    /// <summary>Heat capacity of liquid water at constant pressure, 3 bar.</summary>
    /// <param name="temperatureC">Temperature [degC]; 0 to 100.</param>
    /// <returns>Specific heat [J/(kg K)].</returns>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is NaN or outside its range.</exception>
    public static double SpecificHeatJPerKgK(double temperatureC) => Numerics.Polynomial(SpecificHeat, Position(temperatureC));

    /// <summary>Heat capacity of liquid water at a pressure of its own.</summary>
    /// <param name="temperatureC">Temperature [degC]; 0 to 100.</param>
    /// <param name="pressurePa">Absolute pressure [Pa]; from boiling to 20 bar.</param>
    /// <returns>Specific heat [J/(kg K)]; within 0.015 % of IF97 up to 10 bar.</returns>
    /// <remarks>cp(p) = cp(3 bar) + s·(p − 3 bar), the slope s a least-squares fit to IF97 between 3 and 10 bar.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range, or the water would be steam.</exception>
    public static double SpecificHeatJPerKgK(double temperatureC, double pressurePa)
    {
        ReadOnlySpan<double> slopePerBar = [-0.218862, 0.110196, -0.136229];
        RequireLiquid(temperatureC, pressurePa);
        return SpecificHeatJPerKgK(temperatureC) + Numerics.Polynomial(slopePerBar, Position(temperatureC)) * BarAboveFit(pressurePa);
    }

    /// <summary>Enthalpy of liquid water at 3 bar, so that flow times difference and stored heat agree to rounding.</summary>
    /// <param name="temperatureC">Temperature [degC]; 0 to 100.</param>
    /// <returns>Enthalpy [J/kg] above the liquid at the triple point, the zero of IF97.</returns>
    /// <remarks>The exact integral of the polynomial behind <see cref="SpecificHeatJPerKgK(double)"/>.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is NaN or outside its range.</exception>
    public static double EnthalpyJPerKg(double temperatureC) =>
        EnthalpyAtMidJPerKg + HalfSpanK * Numerics.PolynomialIntegral(SpecificHeat, Position(temperatureC));

    /// <summary>Enthalpy of liquid water at a pressure of its own.</summary>
    /// <param name="temperatureC">Temperature [degC]; 0 to 100.</param>
    /// <param name="pressurePa">Absolute pressure [Pa]; from boiling to 20 bar.</param>
    /// <returns>Enthalpy [J/kg] above the liquid at the triple point.</returns>
    /// <remarks>(∂h/∂p) at constant temperature is v·(1 − β·T), with the expansion β from the slope of the density.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range, or the water would be steam.</exception>
    public static double EnthalpyJPerKg(double temperatureC, double pressurePa)
    {
        RequireLiquid(temperatureC, pressurePa);
        double densityKgPerM3 = DensityKgPerM3(temperatureC);
        double expansionPerK = -Numerics.PolynomialSlope(Density, Position(temperatureC)) / HalfSpanK / densityKgPerM3;
        double perPa = (1.0 - expansionPerK * (temperatureC + KelvinOffset)) / densityKgPerM3;
        return EnthalpyJPerKg(temperatureC) + perPa * (pressurePa - FitPressurePa);
    }

    /// <summary>Dynamic viscosity of liquid water at 3 bar; 10 bar move it by 0.1 %.</summary>
    /// <param name="temperatureC">Temperature [degC]; 0 to 100.</param>
    /// <returns>Dynamic viscosity [Pa s].</returns>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is NaN or outside its range.</exception>
    public static double ViscosityPaS(double temperatureC) => Math.Exp(Numerics.Polynomial(LogViscosity, Position(temperatureC)));

    /// <summary>Dynamic viscosity of liquid water at a pressure of its own.</summary>
    /// <param name="temperatureC">Temperature [degC]; 0 to 100.</param>
    /// <param name="pressurePa">Absolute pressure [Pa]; from boiling to 20 bar.</param>
    /// <returns>Dynamic viscosity [Pa s]; within 0.08 % of IAPWS up to 10 bar.</returns>
    /// <remarks>ln μ(p) = ln μ(3 bar) + s·(p − 3 bar), the slope s a least-squares fit to IAPWS R12-08 between 3 and 10 bar.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range, or the water would be steam.</exception>
    public static double ViscosityPaS(double temperatureC, double pressurePa)
    {
        ReadOnlySpan<double> slopePerBar = [4.06752e-5, 1.01758e-4, -5.2638e-5];
        RequireLiquid(temperatureC, pressurePa);
        double perBar = Numerics.Polynomial(slopePerBar, Position(temperatureC));
        return ViscosityPaS(temperatureC) * Math.Exp(perBar * BarAboveFit(pressurePa));
    }

    /// <summary>Thermal conductivity of liquid water at 3 bar; 10 bar move it by 0.1 %.</summary>
    /// <param name="temperatureC">Temperature [degC]; 0 to 100.</param>
    /// <returns>Thermal conductivity [W/(m K)].</returns>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is NaN or outside its range.</exception>
    public static double ConductivityWPerMK(double temperatureC) => Numerics.Polynomial(Conductivity, Position(temperatureC));

    /// <summary>Thermal conductivity of liquid water at a pressure of its own.</summary>
    /// <param name="temperatureC">Temperature [degC]; 0 to 100.</param>
    /// <param name="pressurePa">Absolute pressure [Pa]; from boiling to 20 bar.</param>
    /// <returns>Thermal conductivity [W/(m K)]; within 0.08 % of IAPWS up to 10 bar.</returns>
    /// <remarks>k(p) = k(3 bar)·(1 + 9.5e-5 per bar), the mean slope of IAPWS R15-11 between 3 and 10 bar.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range, or the water would be steam.</exception>
    public static double ConductivityWPerMK(double temperatureC, double pressurePa)
    {
        const double perBar = 9.5e-5;
        RequireLiquid(temperatureC, pressurePa);
        return ConductivityWPerMK(temperatureC) * (1.0 + perBar * BarAboveFit(pressurePa));
    }

    /// <summary>Temperature at which water boils.</summary>
    /// <param name="pressurePa">Absolute pressure [Pa]; 611.213 Pa to 22.064 MPa.</param>
    /// <returns>Saturation temperature [degC].</returns>
    /// <remarks>Source: IAPWS R7-97(2012), region 4, equation 31.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The pressure is NaN or outside its range.</exception>
    public static double BoilingPointC(double pressurePa)
    {
        Require.InRange(pressurePa, 611.213, 22.064e6);
        double beta = Math.Sqrt(Math.Sqrt(pressurePa / 1.0e6));
        double e = (beta - 17.073846940092) * beta + 14.915108613530;
        double f = (1167.0521452767 * beta + 12020.824702470) * beta - 4823.2657361591;
        double g = (-724213.16703206 * beta - 3232555.0322333) * beta + 405113.40542057;
        double d = 2.0 * g / (-f - Math.Sqrt(f * f - 4.0 * e * g));
        double sum = 650.17534844798 + d;
        return (sum - Math.Sqrt(sum * sum - 4.0 * (-0.23855557567849 + 650.17534844798 * d))) / 2.0 - KelvinOffset;
    }

    /// <summary>Whether water is liquid: not below 0 degC, not above its boiling point.</summary>
    /// <param name="temperatureC">Temperature [degC]; any finite number.</param>
    /// <param name="pressurePa">Absolute pressure [Pa]; 611.213 Pa to 22.064 MPa.</param>
    /// <returns>True for liquid.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not finite or outside its range.</exception>
    public static bool IsLiquid(double temperatureC, double pressurePa)
    {
        Require.Finite(temperatureC);
        return temperatureC >= LowestTemperatureC && temperatureC <= BoilingPointC(pressurePa);
    }

    private static void RequireLiquid(double temperatureC, double pressurePa)
    {
        Require.InRange(pressurePa, 611.213, 20.0e5);
        Require.InRange(temperatureC, LowestTemperatureC, Math.Min(HighestTemperatureC, BoilingPointC(pressurePa)));
    }

    private static double BarAboveFit(double pressurePa) => (pressurePa - FitPressurePa) / 1.0e5;

    private static double Position(double temperatureC)
    {
        Require.InRange(temperatureC, LowestTemperatureC, HighestTemperatureC);
        return (temperatureC - MidC) / HalfSpanK;
    }

    private static double CompressibilityPerPa(double temperatureC)
    {
        ReadOnlySpan<double> upper = [50.88496, 0.6163813, 1.459187e-3, 20.08438e-6, -58.47727e-9, 410.4110e-12];
        double perMegabar = Numerics.Polynomial(upper, temperatureC) / (1.0 + 19.67348e-3 * temperatureC);
        return perMegabar * 1.0e-11;
    }
}
