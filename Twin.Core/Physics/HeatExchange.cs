namespace Twin.Core.Physics;

/// <summary>What an exchanger moves and at which temperatures the two streams leave it.</summary>
/// <param name="HeatW">Heat from the hot to the cold stream [W]; negative when the hot inlet is the colder one.</param>
/// <param name="HotOutC">Temperature at which the hot stream leaves [degC].</param>
/// <param name="ColdOutC">Temperature at which the cold stream leaves [degC].</param>
public readonly record struct ExchangeResult(double HeatW, double HotOutC, double ColdOutC);

/// <summary>Steady heat exchangers without phase change, by effectiveness and number of transfer units.</summary>
public static class HeatExchange
{
    // artanh z / z as polynomial in z^2.
    private static readonly double[] Artanh = [1.0, 1.0 / 3.0, 1.0 / 5.0, 1.0 / 7.0, 1.0 / 9.0, 1.0 / 11.0, 1.0 / 13.0];

    /// <summary>Share of the largest possible heat flow that a counterflow exchanger moves.</summary>
    /// <param name="ntu">Number of transfer units, UA / C_min [1]; zero or more.</param>
    /// <param name="capacityRatio">C_min / C_max [1]; 0 to 1.</param>
    /// <returns>Effectiveness [1]; 0 to 1.</returns>
    /// <remarks>
    /// ε = (1 − e) / (1 − Cr·e) with e = exp(−NTU·(1 − Cr)); NTU / (1 + NTU) at Cr = 1. Steady flow, no phase change.
    /// Source: W. M. Kays and A. L. London, Compact Heat Exchangers, 3rd ed., 1984, ch. 2.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double CounterflowEffectiveness(double ntu, double capacityRatio)
    {
        Require.AtLeastZero(ntu);
        Require.Fraction(capacityRatio);
        return Counterflow(ntu, capacityRatio, 1.0 - capacityRatio);
    }

    /// <summary>Share of the largest possible heat flow that a cross-flow exchanger moves, both streams unmixed: a dry cooler.</summary>
    /// <param name="ntu">Number of transfer units, UA / C_min [1]; zero or more, above 700 counts as 700.</param>
    /// <param name="capacityRatio">C_min / C_max [1]; 0 to 1.</param>
    /// <returns>Effectiveness [1]; 0 to 1.</returns>
    /// <remarks>
    /// The exact solution, not the textbook fit 1 − exp[(exp(−Cr·NTU^0.78) − 1)·NTU^0.22/Cr], which is up to 0.07 off at large NTU:
    /// ε = Σ P(X &gt; n)·P(Y &gt; n) / (Cr·NTU) over n = 0, 1, ... with X and Y Poisson distributed of mean NTU and Cr·NTU.
    /// Source: J. L. Mason, Proc. 2nd US National Congress of Applied Mechanics, 1954, 801-803, as quoted by Kays and London.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double CrossflowUnmixedEffectiveness(double ntu, double capacityRatio)
    {
        Require.AtLeastZero(ntu);
        Require.Fraction(capacityRatio);
        // A fan at a standstill may ask for any NTU; beyond this one exp(−NTU) underflows and the result has long stopped moving.
        double hotMean = Math.Min(ntu, 700.0);
        double coldMean = capacityRatio * hotMean;
        if (coldMean == 0.0)
        {
            return -Numerics.ExpM1(-hotMean);
        }

        // Nine standard deviations and more above the mean: what is left out is below 1e-17 of the sum.
        int terms = (int)(hotMean + 9.0 * Math.Sqrt(hotMean)) + 16;
        Span<double> hot = stackalloc double[terms];
        Span<double> cold = stackalloc double[terms];
        FillPoisson(hotMean, coldMean, hot, cold);

        // P(X > n) is summed from the far end, so that small probabilities keep all their digits: 1 - P(X <= n) would not.
        double sum = 0.0, hotTail = 0.0, coldTail = 0.0;
        for (int n = terms - 1; n >= 0; n--)
        {
            hotTail += hot[n];
            coldTail += cold[n];
            sum += hotTail * coldTail;
        }

        return Math.Min(1.0, sum / coldMean);
    }

    /// <summary>Logarithmic mean of the temperature differences at the two ends of an exchanger.</summary>
    /// <param name="d1K">Difference at one end [K]; above zero.</param>
    /// <param name="d2K">Difference at the other end [K]; above zero.</param>
    /// <returns>Mean difference [K]; between the two.</returns>
    /// <remarks>(d1 − d2) / ln(d1 / d2), and d where both are d. Source: Kays and London, ch. 2.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A difference is NaN, infinite or not above zero.</exception>
    public static double LogMeanDifferenceK(double d1K, double d2K)
    {
        Require.AboveZero(d1K);
        Require.AboveZero(d2K);
        // ln(d1 / d2) = 2 artanh z. A heat pump asks for ends on the absolute scale, which lie close together in every tick: there
        // the series costs a third of the logarithm, and a balanced design (z = 0) is no special case. First term left out: z^14 / 15.
        double z = (d1K - d2K) / (d1K + d2K);
        if (Math.Abs(z) < 0.05)
        {
            return 0.5 * (d1K + d2K) / Numerics.Polynomial(Artanh, z * z);
        }

        return (d1K - d2K) / Math.Log(d1K / d2K);
    }

    /// <summary>Conductance that a counterflow exchanger needs to move its design heat at its design temperatures.</summary>
    /// <param name="heatW">Heat at the design point [W]; above zero.</param>
    /// <param name="hotInC">Hot inlet [degC].</param>
    /// <param name="hotOutC">Hot outlet [degC]; above the cold inlet.</param>
    /// <param name="coldInC">Cold inlet [degC].</param>
    /// <param name="coldOutC">Cold outlet [degC]; below the hot inlet.</param>
    /// <returns>UA [W/K].</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not finite, or the streams would have to cross.</exception>
    public static double ConductanceFromDesignWPerK(
        double heatW, double hotInC, double hotOutC, double coldInC, double coldOutC)
    {
        Require.AboveZero(heatW);
        double hotEndK = hotInC - coldOutC;
        double coldEndK = hotOutC - coldInC;
        return heatW / LogMeanDifferenceK(hotEndK, coldEndK);
    }

    /// <summary>Conductance away from the design point, where slower flow means thicker boundary layers.</summary>
    /// <param name="uaHotDesignWPerK">Film conductance of the hot side at its design flow [W/K]; above zero.</param>
    /// <param name="hotFlowFraction">Hot flow over its design flow [1]; zero or more.</param>
    /// <param name="uaColdDesignWPerK">Film conductance of the cold side at its design flow [W/K]; above zero.</param>
    /// <param name="coldFlowFraction">Cold flow over its design flow [1]; zero or more.</param>
    /// <param name="foulingKPerW">Resistance of the fouling, R_f / A [K/W]; zero or more.</param>
    /// <param name="exponent">Exponent of the flow [1]; 0 to 1, for plate exchangers 0.7 to 0.8.</param>
    /// <returns>UA [W/K]; zero when a flow is zero.</returns>
    /// <remarks>
    /// 1/UA = 1/(UA_h·f_h^n) + 1/(UA_c·f_c^n) + R_f/A.
    /// Source: exponent of turbulent flow (Dittus-Boelter) as in Incropera et al., ch. 8 and 11.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double OffDesignConductanceWPerK(
        double uaHotDesignWPerK,
        double hotFlowFraction,
        double uaColdDesignWPerK,
        double coldFlowFraction,
        double foulingKPerW = 0.0,
        double exponent = 0.8)
    {
        Require.AboveZero(uaHotDesignWPerK);
        Require.AtLeastZero(hotFlowFraction);
        Require.AboveZero(uaColdDesignWPerK);
        Require.AtLeastZero(coldFlowFraction);
        Require.AtLeastZero(foulingKPerW);
        Require.Fraction(exponent);
        if (hotFlowFraction == 0.0 || coldFlowFraction == 0.0)
        {
            return 0.0;
        }

        double hotKPerW = 1.0 / (uaHotDesignWPerK * Math.Pow(hotFlowFraction, exponent));
        double coldKPerW = 1.0 / (uaColdDesignWPerK * Math.Pow(coldFlowFraction, exponent));
        return 1.0 / (hotKPerW + coldKPerW + foulingKPerW);
    }

    /// <summary>Heat and outlets of a counterflow exchanger.</summary>
    /// <param name="hotFlowKgPerS">Mass flow of the hot stream [kg/s]; zero or more.</param>
    /// <param name="hotSpecificHeatJPerKgK">Heat capacity of the hot stream [J/(kg K)]; above zero.</param>
    /// <param name="hotInC">Hot inlet [degC]; may be the colder one, then heat flows backwards.</param>
    /// <param name="coldFlowKgPerS">Mass flow of the cold stream [kg/s]; zero or more.</param>
    /// <param name="coldSpecificHeatJPerKgK">Heat capacity of the cold stream [J/(kg K)]; above zero.</param>
    /// <param name="coldInC">Cold inlet [degC].</param>
    /// <param name="conductanceWPerK">UA [W/K]; zero or more.</param>
    /// <returns>Heat and outlets. With a flow or UA of zero no heat moves and outlets equal inlets.</returns>
    /// <remarks>Q = ε·C_min·(T_hot,in − T_cold,in). Source: Kays and London, ch. 2.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static ExchangeResult Exchange(
        double hotFlowKgPerS,
        double hotSpecificHeatJPerKgK,
        double hotInC,
        double coldFlowKgPerS,
        double coldSpecificHeatJPerKgK,
        double coldInC,
        double conductanceWPerK)
    {
        Require.AtLeastZero(hotFlowKgPerS);
        Require.AboveZero(hotSpecificHeatJPerKgK);
        Require.Finite(hotInC);
        Require.AtLeastZero(coldFlowKgPerS);
        Require.AboveZero(coldSpecificHeatJPerKgK);
        Require.Finite(coldInC);
        Require.AtLeastZero(conductanceWPerK);
        double hotWPerK = hotFlowKgPerS * hotSpecificHeatJPerKgK;
        double coldWPerK = coldFlowKgPerS * coldSpecificHeatJPerKgK;
        double smallWPerK = Math.Min(hotWPerK, coldWPerK);
        double largeWPerK = Math.Max(hotWPerK, coldWPerK);
        if (smallWPerK == 0.0 || conductanceWPerK == 0.0)
        {
            return new(0.0, hotInC, coldInC);
        }

        double effectiveness = Counterflow(
            conductanceWPerK / smallWPerK, smallWPerK / largeWPerK, (largeWPerK - smallWPerK) / largeWPerK);
        double heatW = effectiveness * smallWPerK * (hotInC - coldInC);
        return new(heatW, hotInC - heatW / hotWPerK, coldInC + heatW / coldWPerK);
    }

    private static double Counterflow(double ntu, double capacityRatio, double imbalance)
    {
        // Matched pumps keep a plant at Cr = 1 all day, where the textbook form is 0/0.
        if (imbalance == 0.0)
        {
            return ntu / (1.0 + ntu);
        }

        // 1 - Cr e is split into (1 - Cr) + Cr (1 - e): both are positive, so nothing cancels near Cr = 1.
        double g = -Numerics.ExpM1(-ntu * imbalance);
        return g / (imbalance + capacityRatio * g);
    }

    // P(X = n + 1) of both streams in one walk: the divisions, which cost most, serve the two.
    private static void FillPoisson(double hotMean, double coldMean, Span<double> hot, Span<double> cold)
    {
        double hotProbability = Math.Exp(-hotMean);
        double coldProbability = Math.Exp(-coldMean);
        for (int n = 0; n < hot.Length && n < cold.Length; n++)
        {
            double share = 1.0 / (n + 1);
            hotProbability *= hotMean * share;
            coldProbability *= coldMean * share;
            hot[n] = hotProbability;
            cold[n] = coldProbability;
        }
    }
}
