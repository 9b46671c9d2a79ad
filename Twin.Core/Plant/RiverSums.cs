using Twin.Core.Components.Cooling;
using Twin.Core.Physics;

namespace Twin.Core.Plant;

/// <summary>What the river saw of all its users together.</summary>
internal static class RiverSums
{
    private const double GravityMPerS2 = 9.80665;

    // Condensers share the intake of the first exchanger; without one a usual lift is taken (assumed).
    private const double UsualLiftM = 12.0;
    private const double UsualEfficiency = 0.75;

    /// <summary>Power of the intake pumps, condenser water inside [W].</summary>
    public static double PumpPowerW(PlantDesign design, PlantTick tick)
    {
        double sum = 0.0, condenserFlow = 0.0;
        foreach (RiverStep step in tick.RiverExchangers)
        {
            sum += step.PumpPowerW;
        }

        foreach (double flow in tick.ChillerRiverFlowKgPerS)
        {
            condenserFlow += flow;
        }

        RiverExchangerParameters? first = design.RiverExchangers.Count > 0 ? design.RiverExchangers[0] : null;
        double lift = first?.LiftM ?? UsualLiftM;
        double efficiency = first?.EfficiencyFraction ?? UsualEfficiency;
        return sum + condenserFlow * GravityMPerS2 * lift / efficiency;
    }

    /// <summary>Sums, temperatures and what bound.</summary>
    public static RiverTick Of(
        LoopSinks sinks,
        PlantTick tick,
        double riverC,
        double dischargeM3PerS,
        double closedFraction,
        double openFraction)
    {
        double heatW = 0.0, flow = 0.0;
        foreach (RiverStep step in tick.RiverExchangers)
        {
            heatW += step.HeatW;
            flow += step.FlowKgPerS;
        }

        for (int i = 0; i < tick.Chillers.Length; i++)
        {
            heatW += sinks.IsOnRiver(i) ? tick.Chillers[i].CondenserHeatW : 0.0;
            flow += tick.ChillerRiverFlowKgPerS[i];
        }

        bool any = false, carried = false, others = false;
        RiverLimitSet limits = default;
        for (int i = 0; i < tick.Loops.Length; i++)
        {
            (bool hasRiver, bool carries, bool helped, RiverLimitSet bound) = sinks.RiverUse(i, tick);
            any |= hasRiver;
            carried |= hasRiver && carries;
            others |= hasRiver && (helped || tick.Loops[i].UnmetW > 0.0);
            limits = limits.With(bound);
        }

        if (any && openFraction < 1.0 && others)
        {
            limits = RiverLimitSet.Of(closedFraction > 0.0 ? RiverLimit.Closed : RiverLimit.RiverTemperature);
        }

        double waterC = Math.Clamp(riverC, 0.0, 99.0);
        double cp = Water.SpecificHeatJPerKgK(waterC);
        double density = Water.DensityKgPerM3(waterC);
        double returnC = flow > 0.0 ? riverC + heatW / (flow * cp) : riverC;
        double mixedK = dischargeM3PerS > 0.0 ? heatW / (density * cp * dischargeM3PerS) : 0.0;
        return new(
            heatW,
            flow,
            flow / density,
            returnC,
            mixedK,
            any && carried && !others ? 1.0 : 0.0,
            any && carried && others ? 1.0 : 0.0,
            limits.Any ? 1.0 : 0.0,
            limits);
    }
}
