using Twin.Core.Physics;

namespace Twin.Core.Components.HeatReuse;

/// <summary>What the network and the loop say to a heat pump in a tick.</summary>
/// <param name="WantedHeatW">Heat that demand and tank could take now [W]; zero or more.</param>
/// <param name="MayCycle">Whether a tank carries the swing of units that go on and off.</param>
/// <param name="SinkInC">Network return [degC].</param>
/// <param name="SinkOutC">Network supply [degC].</param>
/// <param name="SourceInC">Loop water at the evaporator [degC].</param>
/// <param name="SourceCapacityWPerK">Flow times specific heat of the loop [W/K]; above zero.</param>
/// <param name="SourceLimitW">Heat the loop has to give [W]; zero or more.</param>
/// <param name="AllowedFraction">Share of its power that a full grid connection leaves [1]; 0 to 1.</param>
public readonly record struct HeatPumpInputs(
    double WantedHeatW,
    bool MayCycle,
    double SinkInC,
    double SinkOutC,
    double SourceInC,
    double SourceCapacityWPerK,
    double SourceLimitW,
    double AllowedFraction);

/// <summary>What a heat pump does, mean over the tick.</summary>
/// <param name="HeatW">Heat handed to network and tank [W].</param>
/// <param name="PowerW">Electric power [W].</param>
/// <param name="SourceW">Heat taken from the loop [W].</param>
/// <param name="Cop">Heat over power [1]; zero when it stands still.</param>
public readonly record struct HeatPumpStep(double HeatW, double PowerW, double SourceW, double Cop);

/// <summary>A plant of heat-pump units on one loop, led by the heat demand.</summary>
/// <remarks>
/// COP by Jensen et al. 2018 with the parameters of Pieper et al. 2020, times the planning factor and 1 - 0.1 (1 - load) for screw
/// compressors in part load (from memory). COP and source outlet are solved together in a fixed number of passes. A wish that no set
/// of units can run at is met by units that go on and off beside a tank, as the mean of the two loads around it; without a tank it is
/// not met.
/// </remarks>
public sealed class HeatPump
{
    private const double PartLoadLoss = 0.1;
    private const int Passes = 4;
    private readonly HeatPumpParameters p;
    private readonly HeatPumpCycleParameters cycle;
    private readonly double[] leastW;
    private readonly double[] mostW;

    /// <summary>Lists what the units in service can deliver together.</summary>
    /// <param name="parameters">What the owner chose.</param>
    public HeatPump(HeatPumpParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        p = parameters;
        cycle = HeatPumpCycleParameters.AmmoniaDefaults with { Refrigerant = p.Refrigerant, PinchK = p.PinchK };
        double[] units = [.. p.UnitsW.Order().Take(p.UnitsW.Count - p.Out)];
        // One unit after the other joins the sums so far: as many sums as differ, where all sets of 30 equal units would be a billion.
        SortedSet<double> sums = [0.0];
        foreach (double unit in units)
        {
            sums.UnionWith(sums.Select(sum => sum + unit).ToArray());
        }

        mostW = [.. sums.Skip(1)];
        leastW = [.. mostW.Select(most => most * p.MinimumLoadFraction)];
    }

    /// <summary>Heat of all units in service [W].</summary>
    public double CapacityW => mostW.Length == 0 ? 0.0 : mostW[^1];

    /// <summary>Runs the plant for one tick.</summary>
    /// <param name="u">What network and loop say.</param>
    public HeatPumpStep Step(in HeatPumpInputs u)
    {
        if (mostW.Length == 0 || u.AllowedFraction <= 0.0 || u.SourceLimitW <= 0.0)
        {
            return default;
        }

        double wishW = u.AllowedFraction * Math.Min(u.WantedHeatW, CapacityW);
        HeatPumpStep step = Near(wishW, u);
        if (step.SourceW > u.SourceLimitW)
        {
            // The COP at the smaller load is another one: what a short source gives must not depend on how much more was wished.
            for (int pass = 0; pass < Passes && step.HeatW > 0.0; pass++)
            {
                step = Near(Math.Min(wishW, u.SourceLimitW / (1.0 - 1.0 / step.Cop)), u);
            }

            if (step.SourceW > u.SourceLimitW)
            {
                step = Scaled(step, u.SourceLimitW); // less cooling of the source has lifted the COP by a hair
            }
        }

        return step;
    }

    private static HeatPumpStep Scaled(HeatPumpStep step, double sourceW)
    {
        double share = sourceW / step.SourceW;
        return new(step.HeatW * share, step.HeatW * share - sourceW, sourceW, step.Cop);
    }

    /// <summary>The load of a wish; where no set of units runs at it, the one below, or the mean of the two around it.</summary>
    private HeatPumpStep Near(double wishW, in HeatPumpInputs u)
    {
        double below = 0.0;
        int i = 0;
        for (; i < mostW.Length && leastW[i] <= wishW; i++)
        {
            below = Math.Min(wishW, mostW[i]);
        }

        HeatPumpStep low = At(below, u);
        if (below >= wishW || !u.MayCycle || i == mostW.Length)
        {
            return low;
        }

        HeatPumpStep high = At(leastW[i], u);
        double share = (wishW - below) / (leastW[i] - below);
        double heatW = low.HeatW + share * (high.HeatW - low.HeatW);
        double powerW = low.PowerW + share * (high.PowerW - low.PowerW);
        return heatW > 0.0 ? new(heatW, powerW, heatW - powerW, heatW / powerW) : default;
    }

    private double RunningSizeW(double heatW)
    {
        int i = 0;
        while (i < mostW.Length - 1 && mostW[i] < heatW)
        {
            i++;
        }

        return mostW[i];
    }

    private HeatPumpStep At(double heatW, in HeatPumpInputs u)
    {
        if (heatW <= 0.0)
        {
            return default;
        }

        double factor = p.PlanningFactor * (1.0 - PartLoadLoss * (1.0 - heatW / RunningSizeW(heatW)));
        double sinkInC = Math.Min(u.SinkInC, u.SinkOutC); // a return warmed all the way may pass the supply by a hair
        double cop = 4.0, sourceOutC = double.NaN;
        for (int pass = 0; pass < Passes; pass++)
        {
            // A branch of the loop is cooled by the design difference and mixed back; the whole loop by more when that is not enough.
            double sourceW = Math.Min(heatW * (1.0 - 1.0 / cop), u.SourceLimitW);
            double outC = u.SourceInC - Math.Max(p.SourceCoolingK, sourceW / u.SourceCapacityWPerK);
            if (outC == sourceOutC)
            {
                break; // as nearly always, when the branch is cooled by the design difference: the next pass would say the same
            }

            sourceOutC = outC;
            cop = factor * HeatPumpCycle.JensenCop(u.SourceInC, sourceOutC, sinkInC, u.SinkOutC, cycle);
            if (cop <= 1.0)
            {
                return default; // the lift is outside what the formula describes
            }
        }

        double powerW = heatW / cop;
        return new(heatW, powerW, heatW - powerW, cop);
    }
}
