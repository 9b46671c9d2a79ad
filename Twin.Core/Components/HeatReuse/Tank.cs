namespace Twin.Core.Components.HeatReuse;

/// <summary>What the tank remembers from one tick to the next.</summary>
/// <param name="StoredJ">Usable energy above the network's return [J]; 0 to the capacity.</param>
public readonly record struct TankState(double StoredJ);

/// <summary>What the tank does, mean over the tick.</summary>
/// <param name="ChargingW">Heat taken in [W].</param>
/// <param name="DischargingW">Heat given out [W].</param>
/// <param name="LossW">Heat lost to the room [W].</param>
public readonly record struct TankStep(double ChargingW, double DischargingW, double LossW);

/// <summary>A hot-water tank of two zones.</summary>
/// <remarks>dE/dt = in - out - (a E + b), advanced by its exact exponential. Source: two-zone model of oemof-thermal for a and b.</remarks>
public static class Tank
{
    /// <summary>Moves the tank by one tick.</summary>
    /// <param name="p">The tank.</param>
    /// <param name="s">State at the begin.</param>
    /// <param name="surplusW">Heat that nobody else takes [W]; zero or more.</param>
    /// <param name="shortfallW">Heat that is missing [W]; zero or more.</param>
    /// <param name="stepS">Length of the tick [s].</param>
    public static (TankState Next, TankStep Out) Step(TankParameters p, TankState s, double surplusW, double shortfallW, double stepS)
    {
        double chargingW = Math.Min(surplusW, (p.CapacityJ - s.StoredJ) / stepS);
        double dischargingW = Math.Min(shortfallW, s.StoredJ / stepS);
        double netW = chargingW - dischargingW - p.StandingLossW;
        Physics.NodeStep moved = Physics.ThermalNode.Advance(1.0, p.LossPerS, 0.0, netW, s.StoredJ, stepS);
        double endJ = moved.EndC;
        double lossW = p.LossPerS * moved.MeanC + p.StandingLossW;
        if (endJ < 0.0)
        {
            // An empty tank has nothing left to lose.
            endJ = 0.0;
            lossW = Math.Max(0.0, s.StoredJ / stepS + chargingW - dischargingW);
        }

        return (new(Math.Min(endJ, p.CapacityJ)), new(chargingW, dischargingW, lossW));
    }
}
