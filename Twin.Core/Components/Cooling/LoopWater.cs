using Twin.Core.Physics;

namespace Twin.Core.Components.Cooling;

/// <summary>What a loop remembers from one tick to the next.</summary>
/// <param name="SupplyC">Supply temperature [degC].</param>
public readonly record struct LoopState(double SupplyC);

/// <summary>The water of a loop as one lump at supply temperature, and the flow its pumps hold.</summary>
public sealed class LoopWater
{
    private const double LeastFlowFraction = 1e-3; // water at a standstill has no return temperature; pumps on standby seep
    private readonly LoopParameters p;
    private readonly double ratedFlowKgPerS;
    private readonly double densityKgPerM3;

    /// <summary>Takes the fluid's properties at the set point; they stay, so that heat in and heat out use the same ones.</summary>
    /// <param name="parameters">The loop.</param>
    public LoopWater(LoopParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        p = parameters;
        SpecificHeatJPerKgK = p.Fluid.SpecificHeatJPerKgK(p.SupplyC);
        densityKgPerM3 = p.Fluid.DensityKgPerM3(p.SupplyC);
        ratedFlowKgPerS = p.DesignHeatW / (SpecificHeatJPerKgK * p.DesignRiseK);
        CapacityJPerK = p.VolumeM3 * densityKgPerM3 * SpecificHeatJPerKgK;
    }

    /// <summary>Specific heat of the water [J/(kg K)].</summary>
    public double SpecificHeatJPerKgK { get; }

    /// <summary>Heat capacity of the water in the loop [J/K].</summary>
    public double CapacityJPerK { get; }

    /// <summary>Flow for a heat, so that the design rise holds, within the pumps' range [kg/s].</summary>
    /// <param name="heatW">Heat into the loop without that of its pumps [W]; zero or more.</param>
    /// <returns>Flow [kg/s]; above zero.</returns>
    public double FlowKgPerS(double heatW) =>
        ratedFlowKgPerS * Math.Clamp(heatW / p.DesignHeatW, Math.Max(LeastFlowFraction, p.Pumps.MinimumFlowFraction), 1.0);

    /// <summary>Electric power of the pumps at a flow [W]; all of it warms the water.</summary>
    /// <param name="flowKgPerS">Flow [kg/s]; zero or more.</param>
    /// <remarks>P = Q dp / eta on dp = head (s + (1 - s)(Q / Q_rated)^2).</remarks>
    public double PumpPowerW(double flowKgPerS)
    {
        double fraction = flowKgPerS / ratedFlowKgPerS;
        double pressurePa = p.Pumps.HeadPa * (p.Pumps.StaticFraction + (1.0 - p.Pumps.StaticFraction) * fraction * fraction);
        return Hydraulics.PumpPowerW(flowKgPerS / densityKgPerM3, pressurePa, p.Pumps.EfficiencyFraction);
    }
}
