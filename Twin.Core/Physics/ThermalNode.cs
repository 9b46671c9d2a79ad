namespace Twin.Core.Physics;

/// <summary>Temperature of a node after a step, and its mean over the step.</summary>
/// <param name="EndC">Temperature at the end of the step [degC].</param>
/// <param name="MeanC">Time average over the step [degC]; energies come from this one.</param>
public readonly record struct NodeStep(double EndC, double MeanC);

/// <summary>One well-mixed heat capacity between a heat source and an environment.</summary>
public static class ThermalNode
{
    // Below this the difference 1 - phi1 has lost more digits than the ninth term of the series is worth.
    private const double SeriesLimit = 0.1;

    // phi2(x) = 1/2! - x/3! + x^2/4! - ...: the first term left out is x^9/11! < 1e-16.
    private static readonly double[] Phi2 =
        [1.0 / 2, -1.0 / 6, 1.0 / 24, -1.0 / 120, 1.0 / 720, -1.0 / 5_040, 1.0 / 40_320, -1.0 / 362_880, 1.0 / 3_628_800];

    /// <summary>Advances the node by the exact solution for inputs that are constant over the step.</summary>
    /// <param name="capacityJPerK">Heat capacity [J/K]; above zero.</param>
    /// <param name="conductanceWPerK">Conductance to the environment [W/K]; zero or more.</param>
    /// <param name="environmentC">Temperature of the environment [degC]; any finite number.</param>
    /// <param name="heatW">Heat put into the node, mean over the step [W]; negative takes heat out.</param>
    /// <param name="startC">Temperature at the begin of the step [degC].</param>
    /// <param name="stepS">Length of the step [s]; above zero.</param>
    /// <returns>End and mean temperature. C·(end − start) = (Q − UA·(mean − environment))·step to rounding.</returns>
    /// <remarks>
    /// C·dT/dt = Q − UA·(T − T_env). With x = UA·Δt/C and the drive W = Q + UA·(T_env − T_0):
    /// end = T_0 + W·Δt/C·φ1(x), mean = T_0 + W·Δt/C·φ2(x), φ1 = (1 − e^−x)/x, φ2 = (1 − φ1)/x.
    /// Stable and free of overshoot at any step. Source: the closed form of the linear equation; φ functions as in
    /// M. Hochbruck and A. Ostermann, Exponential integrators, Acta Numerica 19, 2010.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static NodeStep Advance(
        double capacityJPerK, double conductanceWPerK, double environmentC, double heatW, double startC, double stepS)
    {
        Require.AboveZero(capacityJPerK);
        Require.AtLeastZero(conductanceWPerK);
        Require.Finite(environmentC);
        Require.Finite(heatW);
        Require.Finite(startC);
        Require.AboveZero(stepS);
        double x = conductanceWPerK * stepS / capacityJPerK;
        // The steady temperature T_env + Q/UA runs away as UA goes to zero; the drive does not, so UA = 0 is no special case.
        double driveW = heatW + conductanceWPerK * (environmentC - startC);
        double unopposedK = driveW * stepS / capacityJPerK;
        if (x > SeriesLimit)
        {
            double phi1 = -Numerics.ExpM1(-x) / x;
            return new(startC + unopposedK * phi1, startC + unopposedK * ((1.0 - phi1) / x));
        }

        // Only for small x: where x is 1e8 this difference would leave half of the digits.
        double phi2 = Numerics.Polynomial(Phi2, x);
        return new(startC + unopposedK * (1.0 - x * phi2), startC + unopposedK * phi2);
    }
}
