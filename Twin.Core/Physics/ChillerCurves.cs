namespace Twin.Core.Physics;

/// <summary>c0 + c1·x + c2·x² + c3·y + c4·y² + c5·x·y; x leaving chilled water, y entering condenser water, both degC.</summary>
/// <param name="C0">Constant.</param>
/// <param name="C1">Coefficient of x [1/K].</param>
/// <param name="C2">Coefficient of x² [1/K²].</param>
/// <param name="C3">Coefficient of y [1/K].</param>
/// <param name="C4">Coefficient of y² [1/K²].</param>
/// <param name="C5">Coefficient of x·y [1/K²].</param>
public readonly record struct Biquadratic(double C0, double C1, double C2, double C3, double C4, double C5)
{
    /// <summary>Value of the surface.</summary>
    /// <param name="x">First temperature [degC].</param>
    /// <param name="y">Second temperature [degC].</param>
    /// <returns>Modifier [1].</returns>
    public double At(double x, double y) => C0 + C1 * x + C2 * x * x + C3 * y + C4 * y * y + C5 * x * y;
}

/// <summary>A chiller as its maker's data describe it.</summary>
/// <param name="ReferenceCapacityW">Cooling at the reference point [W]; above zero.</param>
/// <param name="ReferenceCop">Cooling over electricity at the reference point [1]; above zero.</param>
/// <param name="Capacity">Available capacity over reference capacity, by temperatures.</param>
/// <param name="InputRatio">Electricity per cooling over its reference, by temperatures.</param>
/// <param name="PartLoad0">Electricity over full-load electricity, constant part [1].</param>
/// <param name="PartLoad1">The same, coefficient of the part-load ratio [1].</param>
/// <param name="PartLoad2">The same, coefficient of its square [1].</param>
/// <param name="LeastPartLoad">Part-load ratio below which the machine cycles on and off [1]; above 0.</param>
/// <param name="LeastUnloading">Part-load ratio below which it uses hot-gas bypass or the like [1].</param>
/// <param name="MostPartLoad">Largest part-load ratio [1].</param>
/// <param name="LowestChilledC">Box of the fit: lowest leaving chilled water [degC].</param>
/// <param name="HighestChilledC">Highest leaving chilled water [degC].</param>
/// <param name="LowestCondenserC">Lowest entering condenser water [degC].</param>
/// <param name="HighestCondenserC">Highest entering condenser water [degC].</param>
public sealed record EirChiller(
    double ReferenceCapacityW,
    double ReferenceCop,
    Biquadratic Capacity,
    Biquadratic InputRatio,
    double PartLoad0,
    double PartLoad1,
    double PartLoad2,
    double LeastPartLoad,
    double LeastUnloading,
    double MostPartLoad,
    double LowestChilledC,
    double HighestChilledC,
    double LowestCondenserC,
    double HighestCondenserC);

/// <summary>What a chiller does at a load.</summary>
/// <param name="CapacityFactor">Available capacity over reference capacity [1].</param>
/// <param name="InputFactor">Electricity per cooling over its reference [1], before part load.</param>
/// <param name="PartLoadFactor">Electricity over full-load electricity [1], before cycling.</param>
/// <param name="PartLoadRatio">Cooling over available cooling [1].</param>
/// <param name="CyclingFraction">Share of the time the machine runs [1].</param>
/// <param name="PowerW">Electricity [W].</param>
/// <param name="CoolingW">Heat taken from the chilled water [W]; less than the load when the machine is too small.</param>
/// <param name="CondenserW">Heat given to the condenser water [W].</param>
/// <param name="Cop">Cooling over electricity [1]; zero when off.</param>
public readonly record struct ChillerResult(
    double CapacityFactor,
    double InputFactor,
    double PartLoadFactor,
    double PartLoadRatio,
    double CyclingFraction,
    double PowerW,
    double CoolingW,
    double CondenserW,
    double Cop);

/// <summary>Compression chillers by performance curves, held inside the box in which the curves were fitted.</summary>
public static class ChillerCurves
{
    private const double KelvinOffset = 273.15;

    // Refrigerant beyond the waters: 5 K on each side, which also keeps the ratio finite where the waters are equal.
    private const double ApproachK = 5.0;
    private const double LeastLiftK = 5.0;

    /// <summary>Power, cooling and condenser heat at a load.</summary>
    /// <param name="p">Chiller.</param>
    /// <param name="chilledLeavingC">Chilled water leaving the evaporator [degC]; −20 to 60.</param>
    /// <param name="condenserEnteringC">Water entering the condenser [degC]; −20 to 80.</param>
    /// <param name="loadW">Cooling asked for [W]; zero or more.</param>
    /// <returns>Operating point.</returns>
    /// <remarks>
    /// Q_av = Q_ref·CAPFT, PLR = min(Q/Q_av, PLR_max), P = Q_av/COP_ref·EIRFT·EIRFPLR(max(PLR, PLR_unl))·min(PLR/PLR_min, 1).
    /// Outside the box the curves are polynomials gone wild: the temperatures are clamped and the electricity is scaled with the
    /// reversible limit, COP(T) = COP_box·COP_Carnot(T)/COP_Carnot(box), with 5 K approaches and a lift of at least 5 K.
    /// Source: EnergyPlus Engineering Reference, Chiller:Electric:EIR (after DOE-2).
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static ChillerResult Evaluate(
        EirChiller p, double chilledLeavingC, double condenserEnteringC, double loadW)
    {
        Require.InRange(chilledLeavingC, -20.0, 60.0);
        Require.InRange(condenserEnteringC, -20.0, 80.0);
        Require.AtLeastZero(loadW);
        Require.AboveZero(p.ReferenceCapacityW);
        Require.AboveZero(p.ReferenceCop);
        Require.AboveZero(p.LeastPartLoad);
        double x = Math.Clamp(chilledLeavingC, p.LowestChilledC, p.HighestChilledC);
        double y = Math.Clamp(condenserEnteringC, p.LowestCondenserC, p.HighestCondenserC);
        double capacityFactor = p.Capacity.At(x, y);
        double inputFactor = p.InputRatio.At(x, y) * CarnotRatio(chilledLeavingC, condenserEnteringC, x, y);
        double availableW = p.ReferenceCapacityW * Math.Max(0.0, capacityFactor);
        double ratio = availableW > 0.0 ? Math.Min(loadW / availableW, p.MostPartLoad) : 0.0;
        double unloaded = Math.Max(ratio, p.LeastUnloading);
        double partLoadFactor = p.PartLoad0 + (p.PartLoad1 + p.PartLoad2 * unloaded) * unloaded;
        double cycling = Math.Min(ratio / p.LeastPartLoad, 1.0);
        double powerW = availableW / p.ReferenceCop * inputFactor * partLoadFactor * cycling;
        double coolingW = ratio * availableW;
        double cop = powerW > 0.0 ? coolingW / powerW : 0.0;
        return new(capacityFactor, inputFactor, partLoadFactor, ratio, cycling, powerW, coolingW, coolingW + powerW, cop);
    }

    /// <summary>A share of the reversible limit between two refrigerant temperatures, cooling.</summary>
    /// <param name="coldC">Evaporating temperature [degC]; above −273.15.</param>
    /// <param name="hotC">Condensing temperature [degC]; above the evaporating one.</param>
    /// <param name="qualityGrade">Share of the limit that is reached [1]; 0 to 1, water chillers 0.5 to 0.6.</param>
    /// <returns>Cooling over electricity [1].</returns>
    /// <remarks>η·T_c/(T_h − T_c). Source: S. Carnot, 1824; quality grade as in oemof-thermal.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double CarnotFractionCop(double coldC, double hotC, double qualityGrade)
    {
        Require.InRange(coldC, -KelvinOffset, 1000.0);
        Require.InRange(hotC, -KelvinOffset, 1000.0);
        Require.Fraction(qualityGrade);
        double liftK = hotC - coldC;
        Require.AboveZero(liftK);
        return qualityGrade * (coldC + KelvinOffset) / liftK;
    }

    // Electricity per cooling at the true temperatures over that at the nearest corner or side of the box; 1 inside.
    private static double CarnotRatio(double chilledC, double condenserC, double boxChilledC, double boxCondenserC) =>
        chilledC == boxChilledC && condenserC == boxCondenserC
            ? 1.0
            : Carnot(boxChilledC, boxCondenserC) / Carnot(chilledC, condenserC);

    private static double Carnot(double chilledC, double condenserC)
    {
        double liftK = Math.Max(LeastLiftK, condenserC - chilledC + 2.0 * ApproachK);
        return (chilledC - ApproachK + KelvinOffset) / liftK;
    }
}
