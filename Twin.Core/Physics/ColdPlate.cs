namespace Twin.Core.Physics;

/// <summary>A liquid-cooled plate on one accelerator of about 1 kW: how far its case stands above the coolant that enters.</summary>
/// <remarks>
/// Source: Open Compute Project, OAI system liquid cooling guidelines, 2023, figures 7 and 8, as in the Modelica Buildings library.
/// Confidence: published, for one design of plate; the points scatter by up to 3 % about a smooth curve.
/// </remarks>
public static class ColdPlate
{
    /// <summary>Exponent between pressure and flow through a rack of plates [1]: Δp ~ V̇^1.85.</summary>
    /// <remarks>Source: Modelica Buildings library, data-centre racks.</remarks>
    public const double PressureExponent = 1.85;

    /// <summary>Least flow of the published curve for PG25 [m³/s], 0.4 l/min.</summary>
    public const double LeastPg25FlowM3PerS = 0.4 * M3PerSPerLitrePerMinute;

    /// <summary>Largest flow of the published curve for PG25 [m³/s], 2.4 l/min.</summary>
    public const double MostPg25FlowM3PerS = 2.4 * M3PerSPerLitrePerMinute;

    /// <summary>Least flow of the published curve for water [m³/s], 2 l/min.</summary>
    public const double LeastWaterFlowM3PerS = 2.0 * M3PerSPerLitrePerMinute;

    /// <summary>Largest flow of the published curve for water [m³/s], 5 l/min.</summary>
    public const double MostWaterFlowM3PerS = 5.0 * M3PerSPerLitrePerMinute;

    private const double M3PerSPerLitrePerMinute = 1.0e-3 / 60.0;

    private static readonly double[] Pg25Flow = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.2, 1.4, 1.6, 1.8, 2.0, 2.2, 2.4];

    private static readonly double[] Pg25Product = Products(
        Pg25Flow, [0.0389, 0.0325, 0.0300, 0.0280, 0.0265, 0.0255, 0.0245, 0.0230, 0.0220, 0.0214, 0.0209, 0.0204, 0.0200, 0.0197]);

    private static readonly double[] WaterFlow = [2.0, 3.0, 4.0, 5.0];

    private static readonly double[] WaterProduct = Products(WaterFlow, [0.0172, 0.0160, 0.0154, 0.0151]);

    /// <summary>Thermal resistance from case to entering coolant, PG25.</summary>
    /// <param name="flowM3PerS">Coolant through the plate [m³/s]; zero or more, held at the ends of the curve outside it.</param>
    /// <returns>Resistance [K/W]; 0.0389 to 0.0197.</returns>
    /// <remarks>
    /// R·V̇ is a straight line between the points, because R is nearly a + b/V̇ (conduction and a coolant that warms). Below the
    /// curve the true resistance goes on rising: such a flow is outside what the source measured.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The flow is NaN, infinite or negative.</exception>
    public static double Pg25ResistanceKPerW(double flowM3PerS) => Resistance(Pg25Flow, Pg25Product, flowM3PerS);

    /// <summary>Thermal resistance from case to entering coolant, water.</summary>
    /// <param name="flowM3PerS">Coolant through the plate [m³/s]; zero or more, held at the ends of the curve outside it.</param>
    /// <returns>Resistance [K/W]; 0.0172 to 0.0151.</returns>
    /// <remarks>As for <see cref="Pg25ResistanceKPerW"/>.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The flow is NaN, infinite or negative.</exception>
    public static double WaterResistanceKPerW(double flowM3PerS) => Resistance(WaterFlow, WaterProduct, flowM3PerS);

    /// <summary>Temperature of the case of a chip.</summary>
    /// <param name="coolantInC">Coolant that enters the plate [degC].</param>
    /// <param name="heatW">Heat of the chip into the plate [W]; zero or more.</param>
    /// <param name="resistanceKPerW">Resistance at the plate's flow [K/W]; zero or more.</param>
    /// <returns>Case temperature [degC] = T_in + R·Q, steady: silicon and copper follow within seconds.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double CaseTemperatureC(double coolantInC, double heatW, double resistanceKPerW)
    {
        Require.Finite(coolantInC);
        Require.AtLeastZero(heatW);
        Require.AtLeastZero(resistanceKPerW);
        return coolantInC + resistanceKPerW * heatW;
    }

    /// <summary>Heat that a plate carries off before the case passes its limit.</summary>
    /// <param name="coolantInC">Coolant that enters the plate [degC].</param>
    /// <param name="caseLimitC">Highest case temperature allowed [degC].</param>
    /// <param name="resistanceKPerW">Resistance at the plate's flow [K/W]; above zero.</param>
    /// <returns>Heat [W]; zero where the coolant is already as warm as the limit.</returns>
    /// <remarks>(T_limit − T_in)/R: what is more goes to the room or is not computed.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double LargestHeatW(double coolantInC, double caseLimitC, double resistanceKPerW)
    {
        Require.Finite(coolantInC);
        Require.Finite(caseLimitC);
        Require.AboveZero(resistanceKPerW);
        return Math.Max(0.0, caseLimitC - coolantInC) / resistanceKPerW;
    }

    /// <summary>Share of the nominal flow that a pressure drives through a rack of plates.</summary>
    /// <param name="pressureFraction">Pressure over its nominal value, 50 kPa in the source [1]; zero or more.</param>
    /// <returns>Flow over nominal flow [1].</returns>
    /// <remarks>V̇/V̇0 = (Δp/Δp0)^(1/1.85).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The share is NaN, infinite or negative.</exception>
    public static double FlowFraction(double pressureFraction)
    {
        Require.AtLeastZero(pressureFraction);
        return Math.Pow(pressureFraction, 1.0 / PressureExponent);
    }

    private static double Resistance(double[] flow, double[] product, double flowM3PerS)
    {
        Require.AtLeastZero(flowM3PerS);
        double litresPerMinute = Math.Clamp(flowM3PerS / M3PerSPerLitrePerMinute, flow[0], flow[^1]);
        return Numerics.Interpolate(flow, product, litresPerMinute) / litresPerMinute;
    }

    private static double[] Products(double[] flow, double[] resistance)
    {
        double[] product = new double[flow.Length];
        for (int i = 0; i < flow.Length; i++)
        {
            product[i] = flow[i] * resistance[i];
        }

        return product;
    }
}
