using Twin.Core.Physics;

namespace Twin.Core.Components.Cooling;

/// <summary>What keeps the river from taking more heat.</summary>
public enum RiverLimit
{
    /// <summary>Nothing: the exchanger's own size and temperatures decide.</summary>
    None,

    /// <summary>The intake is closed.</summary>
    Closed,

    /// <summary>The river is too warm for any heat.</summary>
    RiverTemperature,

    /// <summary>Water taken.</summary>
    Intake,

    /// <summary>Warming of the water returned.</summary>
    ReturnRise,

    /// <summary>Temperature of the water returned.</summary>
    ReturnTemperature,

    /// <summary>Warming of the mixed river.</summary>
    MixedRise,

    /// <summary>Temperature of the mixed river.</summary>
    MixedTemperature,
}

/// <summary>What the permit leaves to all users of the river in this tick; it shrinks as they take their share.</summary>
public record struct RiverBudget
{
    /// <summary>River temperature upstream [degC].</summary>
    public double TemperatureC;

    /// <summary>Water that may still be taken [kg/s]; zero or more.</summary>
    public double FlowKgPerS;

    /// <summary>Heat that may still be added [W]; zero or more.</summary>
    public double HeatW;

    /// <summary>Warming allowed to the water taken [K]; zero or more.</summary>
    public double RiseK;

    /// <summary>Specific heat of the river water [J/(kg K)].</summary>
    public double SpecificHeatJPerKgK;

    /// <summary>The limit behind <see cref="HeatW"/>.</summary>
    public RiverLimit HeatLimit;

    /// <summary>The limit behind <see cref="RiseK"/>.</summary>
    public RiverLimit RiseLimit;

    /// <summary>What the permit allows before anybody has taken anything.</summary>
    /// <param name="permit">The permit.</param>
    /// <param name="temperatureC">River upstream [degC].</param>
    /// <param name="dischargeM3PerS">River flow [m3/s]; zero or more.</param>
    /// <param name="openFraction">Share of the tick in which the intake may run: not closed, river not above its limit [1].</param>
    /// <remarks>
    /// Q = min(rho cp V min(mixed rise, mixed limit - T), ...) with full mixing. A step that the closure cuts in two has the
    /// open share of everything. Source: OGewV 2016 Annex 7 for the quantities; the values are the permit's.
    /// </remarks>
    public static RiverBudget Of(RiverPermit permit, double temperatureC, double dischargeM3PerS, double openFraction)
    {
        double waterC = Math.Clamp(temperatureC, 0.0, 99.0);
        double density = Water.DensityKgPerM3(waterC);
        double cp = Water.SpecificHeatJPerKgK(waterC);
        double mixedK = Math.Min(permit.MixedRiseK, permit.MixedTemperatureC - temperatureC);
        double riseK = Math.Min(permit.ReturnRiseK, permit.ReturnTemperatureC - temperatureC);
        return new RiverBudget
        {
            TemperatureC = temperatureC,
            SpecificHeatJPerKgK = cp,
            FlowKgPerS = openFraction * density * Math.Min(permit.IntakeM3PerS, dischargeM3PerS),
            HeatW = openFraction * Math.Max(0.0, density * cp * dischargeM3PerS * mixedK),
            RiseK = Math.Max(0.0, riseK),
            HeatLimit = permit.MixedRiseK <= mixedK ? RiverLimit.MixedRise : RiverLimit.MixedTemperature,
            RiseLimit = permit.ReturnRiseK <= riseK ? RiverLimit.ReturnRise : RiverLimit.ReturnTemperature,
        };
    }

    /// <summary>Books what one user takes.</summary>
    /// <param name="flowKgPerS">Water [kg/s].</param>
    /// <param name="heatW">Heat [W].</param>
    public void Take(double flowKgPerS, double heatW)
    {
        FlowKgPerS = Math.Max(0.0, FlowKgPerS - flowKgPerS);
        HeatW = Math.Max(0.0, HeatW - heatW);
    }
}
