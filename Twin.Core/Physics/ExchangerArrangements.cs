namespace Twin.Core.Physics;

/// <summary>Effectiveness of exchangers that are not pure counterflow: what an arrangement costs, by closed forms.</summary>
/// <remarks>
/// All tend to 1 − exp(−NTU) as one stream becomes infinitely large, and all lie below counterflow.
/// Source: W. M. Kays and A. L. London, Compact Heat Exchangers, 3rd ed., 1984, ch. 2.
/// </remarks>
public static class ExchangerArrangements
{
    /// <summary>Both streams in the same direction.</summary>
    /// <param name="ntu">Number of transfer units, UA / C_min [1]; zero or more.</param>
    /// <param name="capacityRatio">C_min / C_max [1]; 0 to 1.</param>
    /// <returns>Effectiveness [1]; 0 to 1/(1 + Cr).</returns>
    /// <remarks>ε = (1 − exp(−NTU·(1 + Cr)))/(1 + Cr).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double ParallelEffectiveness(double ntu, double capacityRatio)
    {
        RequireBoth(ntu, capacityRatio);
        return -Numerics.ExpM1(-ntu * (1.0 + capacityRatio)) / (1.0 + capacityRatio);
    }

    /// <summary>Cross-flow with the larger stream mixed, the smaller one in channels: a fan coil with little water.</summary>
    /// <param name="ntu">Number of transfer units, UA / C_min [1]; zero or more.</param>
    /// <param name="capacityRatio">C_min / C_max [1]; 0 to 1.</param>
    /// <returns>Effectiveness [1]; 0 to 1.</returns>
    /// <remarks>ε = (1 − exp(−Cr·(1 − exp(−NTU))))/Cr.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double CrossflowLargerMixedEffectiveness(double ntu, double capacityRatio)
    {
        RequireBoth(ntu, capacityRatio);
        double alone = -Numerics.ExpM1(-ntu);
        return capacityRatio == 0.0 ? alone : -Numerics.ExpM1(-capacityRatio * alone) / capacityRatio;
    }

    /// <summary>Cross-flow with the smaller stream mixed, the larger one in channels.</summary>
    /// <param name="ntu">Number of transfer units, UA / C_min [1]; zero or more.</param>
    /// <param name="capacityRatio">C_min / C_max [1]; 0 to 1.</param>
    /// <returns>Effectiveness [1]; 0 to 1.</returns>
    /// <remarks>ε = 1 − exp(−(1 − exp(−Cr·NTU))/Cr).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double CrossflowSmallerMixedEffectiveness(double ntu, double capacityRatio)
    {
        RequireBoth(ntu, capacityRatio);
        double seen = capacityRatio == 0.0 ? ntu : -Numerics.ExpM1(-capacityRatio * ntu) / capacityRatio;
        return -Numerics.ExpM1(-seen);
    }

    /// <summary>One shell pass, an even number of tube passes.</summary>
    /// <param name="ntu">Number of transfer units, UA / C_min [1]; zero or more.</param>
    /// <param name="capacityRatio">C_min / C_max [1]; 0 to 1.</param>
    /// <returns>Effectiveness [1]; 0 to 1.</returns>
    /// <remarks>ε = 2/(1 + Cr + s·(1 + e)/(1 − e)) with s = √(1 + Cr²) and e = exp(−NTU·s).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double ShellAndTubeEffectiveness(double ntu, double capacityRatio)
    {
        RequireBoth(ntu, capacityRatio);
        double s = Math.Sqrt(1.0 + capacityRatio * capacityRatio);
        double g = -Numerics.ExpM1(-ntu * s);
        // Both sides times 1 - e: no infinity at NTU = 0.
        return 2.0 * g / ((1.0 + capacityRatio) * g + s * (2.0 - g));
    }

    private static void RequireBoth(double ntu, double capacityRatio)
    {
        Require.AtLeastZero(ntu);
        Require.Fraction(capacityRatio);
    }
}
