namespace Twin.Core.Physics;

/// <summary>Coefficients of the generalised heat-pump cycle for one refrigerant; the defaults of the structure mean nothing.</summary>
/// <param name="SinkPerSpan">Mean sink-side difference per kelvin between sink outlet and source outlet [1].</param>
/// <param name="SinkPerGlide">Mean sink-side difference per kelvin of sink heating [1].</param>
/// <param name="SinkK">Mean sink-side difference, constant part [K].</param>
/// <param name="WorkPerSpanK">Ratio of expansion to compression work per kelvin between sink outlet and source outlet [1/K].</param>
/// <param name="WorkPerGlideK">Ratio of expansion to compression work per kelvin of sink heating [1/K].</param>
/// <param name="Work">Ratio of expansion to compression work, constant part [1].</param>
public readonly record struct Refrigerant(
    double SinkPerSpan, double SinkPerGlide, double SinkK, double WorkPerSpanK, double WorkPerGlideK, double Work)
{
    /// <summary>Ammonia, R717: large units up to about 90 degC.</summary>
    public static Refrigerant Ammonia { get; } = new(0.2, 0.2, 0.016, 0.0014, -0.0015, 0.039);

    /// <summary>Isobutane, R600a.</summary>
    public static Refrigerant Isobutane { get; } = new(-0.0011, 0.3, 2.4, 0.0035, -0.0033, 0.053);
}

/// <summary>What the heat-pump cycle is made of.</summary>
/// <param name="Refrigerant">Coefficients of the refrigerant.</param>
/// <param name="PinchK">Smallest temperature difference in both exchangers [K]; zero or more.</param>
/// <param name="IsentropicEfficiency">Efficiency of the compressor [1]; 0 to 1.</param>
/// <param name="HeatLossFraction">Compressor heat lost to the room over electricity [1]; 0 to 1.</param>
/// <param name="MinimumLiftK">Smallest difference between sink outlet and source inlet that the machine can run at [K].</param>
public readonly record struct HeatPumpCycleParameters(
    Refrigerant Refrigerant, double PinchK, double IsentropicEfficiency, double HeatLossFraction, double MinimumLiftK)
{
    /// <summary>Ammonia, pinch 5 K, isentropic efficiency 0.8, no heat loss, lift of at least 10 K.</summary>
    public static HeatPumpCycleParameters AmmoniaDefaults { get; } = new(Refrigerant.Ammonia, 5.0, 0.8, 0.0, 10.0);
}

/// <summary>The numbers behind a coefficient of performance, for reports and tests.</summary>
/// <param name="LorenzCop">Limit of a reversible machine between the mean temperatures [1]; meaningless without a lift.</param>
/// <param name="SinkDifferenceK">Mean difference between condensing refrigerant and sink [K].</param>
/// <param name="WorkRatio">Ratio of expansion to compression work [1].</param>
/// <param name="Cop">Heat out over electricity [1]; 0 where the machine cannot run.</param>
public readonly record struct HeatPumpCycleResult(double LorenzCop, double SinkDifferenceK, double WorkRatio, double Cop);

/// <summary>Coefficients of performance of heat pumps: heat out over electricity.</summary>
public static class HeatPumpCycle
{
    /// <summary>What machines in the field reach of the Ruhnau regressions [1], by the same authors.</summary>
    public const double RuhnauFieldFactor = 0.85;

    private const double KelvinOffset = 273.15;

    /// <summary>Coefficient of performance of a single-stage cycle between two streams that change temperature.</summary>
    /// <param name="sourceInC">Source inlet [degC]; −100 to 200, as the other three.</param>
    /// <param name="sourceOutC">Source outlet [degC]; not above the inlet.</param>
    /// <param name="sinkInC">Sink inlet, the return of the heat network [degC].</param>
    /// <param name="sinkOutC">Sink outlet, its supply [degC]; not below the inlet.</param>
    /// <param name="p">Refrigerant and machine.</param>
    /// <returns>Heat out over electricity [1]; 0 below the minimum lift or where less than 1 would come out.</returns>
    /// <remarks>
    /// Holds within about 6 % of a real single-stage ammonia cycle for sinks up to 90 degC.
    /// Source: J. K. Jensen et al., Heat pump COP, part 2: generalized COP estimation of heat pump processes, 13th IIR Gustav
    /// Lorentzen Conference, 2018; coefficients of H. Pieper et al., Energy 205, 2020, 117994, as used in PyPSA-Eur.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double JensenCop(
        double sourceInC, double sourceOutC, double sinkInC, double sinkOutC, in HeatPumpCycleParameters p) =>
        Jensen(sourceInC, sourceOutC, sinkInC, sinkOutC, p).Cop;

    /// <summary>As <see cref="JensenCop"/>, with the numbers behind the result.</summary>
    /// <param name="sourceInC">Source inlet [degC]; −100 to 200, as the other three.</param>
    /// <param name="sourceOutC">Source outlet [degC]; not above the inlet.</param>
    /// <param name="sinkInC">Sink inlet [degC].</param>
    /// <param name="sinkOutC">Sink outlet [degC]; not below the inlet.</param>
    /// <param name="p">Refrigerant and machine.</param>
    /// <returns>Coefficient of performance and its parts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static HeatPumpCycleResult Jensen(
        double sourceInC, double sourceOutC, double sinkInC, double sinkOutC, in HeatPumpCycleParameters p)
    {
        Require.InRange(sourceInC, -100.0, 200.0);
        Require.InRange(sourceOutC, -100.0, sourceInC);
        Require.InRange(sinkOutC, -100.0, 200.0);
        Require.InRange(sinkInC, -100.0, sinkOutC);
        Require.AtLeastZero(p.PinchK);
        Require.Fraction(p.IsentropicEfficiency);
        Require.Fraction(p.HeatLossFraction);
        Require.Finite(p.MinimumLiftK);
        double sinkK = LogMeanK(sinkInC, sinkOutC);
        double sourceK = LogMeanK(sourceOutC, sourceInC);
        double liftK = sinkK - sourceK;
        double spanK = sinkOutC - sourceOutC + 2.0 * p.PinchK;
        double glideK = sinkOutC - sinkInC;
        var r = p.Refrigerant;
        double sinkDifferenceK = r.SinkPerSpan * spanK + r.SinkPerGlide * glideK + r.SinkK;
        double sourceDifferenceK = (sourceInC - sourceOutC) / 2.0;
        double workRatio = r.WorkPerSpanK * spanK + r.WorkPerGlideK * glideK + r.Work;
        // The published form multiplies the Lorenz limit T_H / (T_H - T_C) and divides by it again: with T_H = T_C, as
        // between a warm source and a cool sink, that is infinite times zero. Cancelled by hand it is a plain quotient.
        double cycle = (sinkK + sinkDifferenceK + p.PinchK) / (liftK + sinkDifferenceK + sourceDifferenceK + 2.0 * p.PinchK);
        double cop = cycle * p.IsentropicEfficiency * (1.0 - workRatio) + 1.0 - p.IsentropicEfficiency - p.HeatLossFraction;
        bool runs = sinkOutC - sourceInC >= p.MinimumLiftK && cop >= 1.0 && double.IsFinite(cop);
        return new(sinkK / liftK, sinkDifferenceK, workRatio, runs ? cop : 0.0);
    }

    /// <summary>A share of the reversible limit between two refrigerant temperatures, heating.</summary>
    /// <param name="coldC">Evaporating temperature [degC]; above −273.15.</param>
    /// <param name="hotC">Condensing temperature [degC]; above the evaporating one.</param>
    /// <param name="qualityGrade">Share of the limit that is reached [1]; 0 to 1, large machines 0.5 to 0.6.</param>
    /// <param name="highestCop">What the result is cut at [1]; the limit itself grows without bound at small lift.</param>
    /// <returns>Heat out over electricity [1].</returns>
    /// <remarks>η·T_h/(T_h − T_c). Source: S. Carnot, 1824; quality grade as in oemof-thermal.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double CarnotCop(
        double coldC, double hotC, double qualityGrade = 1.0, double highestCop = double.PositiveInfinity)
    {
        Require.InRange(coldC, -KelvinOffset, 1000.0);
        Require.InRange(hotC, -KelvinOffset, 1000.0);
        Require.Fraction(qualityGrade);
        Require.InRange(highestCop, 0.0, double.PositiveInfinity);
        double liftK = hotC - coldC;
        Require.AboveZero(liftK);
        return Math.Min(highestCop, qualityGrade * (hotC + KelvinOffset) / liftK);
    }

    /// <summary>Regression of small heat pumps by their makers' data, air to water.</summary>
    /// <param name="liftK">Sink minus source temperature [K]; less than 15 counts as 15; up to 100.</param>
    /// <returns>Heat out over electricity [1].</returns>
    /// <remarks>
    /// Source: O. Ruhnau, L. Hirth and A. Praktiknjo, Scientific Data 6, 2019, 189; without <see cref="RuhnauFieldFactor"/>.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The lift is NaN or outside its range.</exception>
    public static double RuhnauAirCop(double liftK) => Ruhnau(6.08, -0.0941, 0.000464, liftK);

    /// <summary>Regression of small heat pumps by their makers' data, ground to water.</summary>
    /// <param name="liftK">Sink minus source temperature [K]; less than 15 counts as 15; up to 100.</param>
    /// <returns>Heat out over electricity [1].</returns>
    /// <remarks>Source: as <see cref="RuhnauAirCop"/>.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The lift is NaN or outside its range.</exception>
    public static double RuhnauGroundCop(double liftK) => Ruhnau(10.29, -0.2084, 0.001322, liftK);

    /// <summary>Regression of small heat pumps by their makers' data, water to water.</summary>
    /// <param name="liftK">Sink minus source temperature [K]; less than 15 counts as 15; up to 100.</param>
    /// <returns>Heat out over electricity [1].</returns>
    /// <remarks>Source: as <see cref="RuhnauAirCop"/>.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The lift is NaN or outside its range.</exception>
    public static double RuhnauWaterCop(double liftK) => Ruhnau(9.99, -0.2049, 0.001249, liftK);

    /// <summary>Regression of domestic heat pumps, air to water.</summary>
    /// <param name="liftK">Sink minus source temperature [K]; −50 to 100.</param>
    /// <returns>Heat out over electricity [1].</returns>
    /// <remarks>Source: I. Staffell et al., Energy and Environmental Science 5, 2012, 9291-9306.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The lift is NaN or outside its range.</exception>
    public static double StaffellAirCop(double liftK) => Quadratic(6.81, -0.121, 0.000630, liftK);

    /// <summary>Regression of domestic heat pumps, ground to water.</summary>
    /// <param name="liftK">Sink minus source temperature [K]; −50 to 100.</param>
    /// <returns>Heat out over electricity [1].</returns>
    /// <remarks>Source: as <see cref="StaffellAirCop"/>.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The lift is NaN or outside its range.</exception>
    public static double StaffellGroundCop(double liftK) => Quadratic(8.77, -0.150, 0.000734, liftK);

    private static double Ruhnau(double c0, double c1, double c2, double liftK)
    {
        const double smallestLiftK = 15.0;
        Require.Finite(liftK);
        return Quadratic(c0, c1, c2, Math.Max(liftK, smallestLiftK));
    }

    private static double Quadratic(double c0, double c1, double c2, double liftK)
    {
        Require.InRange(liftK, -50.0, 100.0);
        return c0 + (c1 + c2 * liftK) * liftK;
    }

    private static double LogMeanK(double lowC, double highC) =>
        HeatExchange.LogMeanDifferenceK(highC + KelvinOffset, lowC + KelvinOffset);
}
