namespace Twin.Core.Physics;

/// <summary>Pipes and pumps: friction, system curve, power. Friction factors are Darcy's, four times Fanning's.</summary>
public static class Hydraulics
{
    // Where the exact factor leaves the laminar line; the same limit as in the fluids library, so that both agree.
    private const double LaminarLimitReynolds = 2040.0;
    private const double RoughestPipe = 0.1;

    /// <summary>Electric power of a pump.</summary>
    /// <param name="flowM3PerS">Volume flow [m³/s]; zero or more.</param>
    /// <param name="pressurePa">Pressure rise [Pa]; zero or more.</param>
    /// <param name="efficiency">Pump, motor and drive together [1]; above 0, to 1.</param>
    /// <returns>Power [W]. What the shaft takes warms the fluid: the loop's balance needs it.</returns>
    /// <remarks>P = Q·Δp/η.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double PumpPowerW(double flowM3PerS, double pressurePa, double efficiency)
    {
        Require.AtLeastZero(flowM3PerS);
        Require.AtLeastZero(pressurePa);
        Require.AboveZero(efficiency);
        Require.Fraction(efficiency);
        return flowM3PerS * pressurePa / efficiency;
    }

    /// <summary>Pressure that a system asks for at a share of its nominal flow.</summary>
    /// <param name="staticPa">Part that does not depend on flow [Pa]; 0 to the nominal one.</param>
    /// <param name="nominalPa">Pressure at nominal flow [Pa]; zero or more.</param>
    /// <param name="flowFraction">Flow over nominal flow [1]; zero or more.</param>
    /// <returns>Pressure [Pa].</returns>
    /// <remarks>Δp = Δp_static + (Δp_nominal − Δp_static)·f². The cube law of power holds only without a static part.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double SystemPressurePa(double staticPa, double nominalPa, double flowFraction)
    {
        Require.AtLeastZero(nominalPa);
        Require.InRange(staticPa, 0.0, nominalPa);
        Require.AtLeastZero(flowFraction);
        return staticPa + (nominalPa - staticPa) * flowFraction * flowFraction;
    }

    /// <summary>Reynolds number of a pipe flow.</summary>
    /// <param name="densityKgPerM3">Density [kg/m³]; above zero.</param>
    /// <param name="velocityMPerS">Mean velocity [m/s]; zero or more.</param>
    /// <param name="diameterM">Inner diameter [m]; above zero.</param>
    /// <param name="viscosityPaS">Dynamic viscosity [Pa s]; above zero.</param>
    /// <returns>Reynolds number [1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double Reynolds(double densityKgPerM3, double velocityMPerS, double diameterM, double viscosityPaS)
    {
        Require.AboveZero(densityKgPerM3);
        Require.AtLeastZero(velocityMPerS);
        Require.AboveZero(diameterM);
        Require.AboveZero(viscosityPaS);
        return densityKgPerM3 * velocityMPerS * diameterM / viscosityPaS;
    }

    /// <summary>Friction factor over all regimes without a jump: the one for simulation.</summary>
    /// <param name="reynolds">Reynolds number [1]; 1e-3 to 1e12.</param>
    /// <param name="relativeRoughness">Roughness over diameter [1]; 0 to 0.1.</param>
    /// <returns>Darcy friction factor [1]; within 3 % of Colebrook in turbulent flow.</returns>
    /// <remarks>Source: S. W. Churchill, Chemical Engineering 84(24), 1977, 91-92.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double ChurchillFriction(double reynolds, double relativeRoughness)
    {
        RequirePipe(reynolds, relativeRoughness);
        double a = Math.Pow(2.457 * Math.Log(1.0 / (Math.Pow(7.0 / reynolds, 0.9) + 0.27 * relativeRoughness)), 16.0);
        double b = Math.Pow(37530.0 / reynolds, 16.0);
        return 8.0 * Math.Pow(Math.Pow(8.0 / reynolds, 12.0) + Math.Pow(a + b, -1.5), 1.0 / 12.0);
    }

    /// <summary>Friction factor that the others approximate: 64/Re below Re 2040, Colebrook's equation above.</summary>
    /// <param name="reynolds">Reynolds number [1]; 1e-3 to 1e12.</param>
    /// <param name="relativeRoughness">Roughness over diameter [1]; 0 to 0.1.</param>
    /// <returns>Darcy friction factor [1]; jumps at Re 2040.</returns>
    /// <remarks>
    /// 1/√f = −2·log10(ε/(3.7·D) + 2.51/(Re·√f)), solved for 1/√f by Newton's rule.
    /// Source: C. F. Colebrook, J. Inst. Civil Engineers 11(4), 1939, 133-156.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double ColebrookFriction(double reynolds, double relativeRoughness)
    {
        RequirePipe(reynolds, relativeRoughness);
        if (reynolds < LaminarLimitReynolds)
        {
            return 64.0 / reynolds;
        }

        double rough = relativeRoughness / 3.7;
        double smooth = 2.51 / reynolds;
        double x = 1.0 / Math.Sqrt(HaalandFriction(reynolds, relativeRoughness));
        // The left side rises and the right side falls in x, and Haaland starts within 2 %: six rounds reach rounding.
        for (int i = 0; i < 6; i++)
        {
            double inside = rough + smooth * x;
            double residual = x + 2.0 * Math.Log10(inside);
            double slope = 1.0 + 2.0 * smooth / (inside * Math.Log(10.0));
            x -= residual / slope;
        }

        return 1.0 / (x * x);
    }

    /// <summary>Explicit friction factor of turbulent flow, within 1.5 % of Colebrook.</summary>
    /// <param name="reynolds">Reynolds number [1]; 1e-3 to 1e12, meaningful above 4000.</param>
    /// <param name="relativeRoughness">Roughness over diameter [1]; 0 to 0.1.</param>
    /// <returns>Darcy friction factor [1].</returns>
    /// <remarks>Source: S. E. Haaland, J. Fluids Engineering 105(1), 1983, 89-90.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double HaalandFriction(double reynolds, double relativeRoughness)
    {
        RequirePipe(reynolds, relativeRoughness);
        double root = -1.8 * Math.Log10(Math.Pow(relativeRoughness / 3.7, 1.11) + 6.9 / reynolds);
        return 1.0 / (root * root);
    }

    /// <summary>Explicit friction factor of turbulent flow, within 3.5 % of Colebrook.</summary>
    /// <param name="reynolds">Reynolds number [1]; 1e-3 to 1e12, meaningful above 4000.</param>
    /// <param name="relativeRoughness">Roughness over diameter [1]; 0 to 0.1.</param>
    /// <returns>Darcy friction factor [1].</returns>
    /// <remarks>Source: P. K. Swamee and A. K. Jain, J. Hydraulics Division ASCE 102(5), 1976, 657-664, as (6.97/Re)^0.9.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double SwameeJainFriction(double reynolds, double relativeRoughness)
    {
        RequirePipe(reynolds, relativeRoughness);
        double root = -2.0 * Math.Log10(relativeRoughness / 3.7 + Math.Pow(6.97 / reynolds, 0.9));
        return 1.0 / (root * root);
    }

    /// <summary>Pressure lost in a pipe and its fittings.</summary>
    /// <param name="frictionFactor">Darcy friction factor [1]; zero or more.</param>
    /// <param name="lengthM">Length of pipe [m]; zero or more.</param>
    /// <param name="diameterM">Inner diameter [m]; above zero.</param>
    /// <param name="fittings">Sum of the loss coefficients ζ [1]; zero or more.</param>
    /// <param name="densityKgPerM3">Density [kg/m³]; above zero.</param>
    /// <param name="velocityMPerS">Mean velocity [m/s]; zero or more.</param>
    /// <returns>Pressure drop [Pa].</returns>
    /// <remarks>Δp = (f·L/D + Σζ)·ρ·v²/2. Source: Darcy and Weisbach.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double PressureDropPa(
        double frictionFactor,
        double lengthM,
        double diameterM,
        double fittings,
        double densityKgPerM3,
        double velocityMPerS)
    {
        Require.AtLeastZero(frictionFactor);
        Require.AtLeastZero(lengthM);
        Require.AboveZero(diameterM);
        Require.AtLeastZero(fittings);
        Require.AboveZero(densityKgPerM3);
        Require.AtLeastZero(velocityMPerS);
        return (frictionFactor * lengthM / diameterM + fittings) * densityKgPerM3 * velocityMPerS * velocityMPerS / 2.0;
    }

    private static void RequirePipe(double reynolds, double relativeRoughness)
    {
        Require.InRange(reynolds, 1.0e-3, 1.0e12);
        Require.InRange(relativeRoughness, 0.0, RoughestPipe);
    }
}
