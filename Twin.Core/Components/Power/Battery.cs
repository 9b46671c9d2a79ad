namespace Twin.Core.Components.Power;

/// <summary>What the battery remembers from one tick to the next.</summary>
/// <param name="StoredJ">Energy stored [J].</param>
/// <param name="UnknownJ">Of which was there at the start: nobody knows how it was made [J]. It leaves first.</param>
public readonly record struct BatteryState(double StoredJ, double UnknownJ = 0.0);

/// <summary>What the battery does at its AC terminals, mean over the tick.</summary>
/// <param name="ChargingW">Power taken in [W].</param>
/// <param name="DischargingW">Power given out [W]; one of the two is zero.</param>
/// <param name="LossW">Conversion and self-discharge [W].</param>
/// <param name="UnknownDischargingW">Of the discharging what was there at the start [W].</param>
public readonly record struct BatteryStep(double ChargingW, double DischargingW, double LossW, double UnknownDischargingW = 0.0);

/// <summary>A battery as generic storage with efficiencies at the terminals.</summary>
/// <remarks>E' = (1 - sd)^dt E + eta_c P_c dt - P_d dt / eta_d; self-discharge first, then the energy window. Form of PyPSA and
/// oemof.</remarks>
public sealed class Battery
{
    private const double ThirtyDaysS = 30.0 * 86_400.0;
    private readonly BatteryParameters p;
    private readonly double keptPerStep;
    private readonly double stepS;

    /// <summary>Takes the parameters and the step.</summary>
    /// <param name="parameters">What the owner chose.</param>
    /// <param name="stepS">Length of a tick [s].</param>
    public Battery(BatteryParameters parameters, double stepS)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        p = parameters;
        this.stepS = stepS;
        keptPerStep = Math.Pow(1.0 - p.SelfDischargePer30Days, stepS / ThirtyDaysS);
    }

    /// <summary>State at the start of a run.</summary>
    public BatteryState Start => new(p.StartFraction * p.CapacityJ, p.StartFraction * p.CapacityJ);

    /// <summary>Moves the battery by one tick.</summary>
    /// <param name="s">State at the begin.</param>
    /// <param name="surplusW">Power that nobody else takes [W]; zero or more.</param>
    /// <param name="shortfallW">Power that is missing [W]; zero or more, zero when there is a surplus.</param>
    public (BatteryState Next, BatteryStep Out) Step(BatteryState s, double surplusW, double shortfallW)
    {
        double lowestJ = p.MinimumFraction * p.CapacityJ;
        double restedJ = keptPerStep * s.StoredJ; // cells leak below their reserve too: nothing but charging stops that
        double roomW = Math.Max(0.0, p.MaximumFraction * p.CapacityJ - restedJ) / (p.ChargeEfficiency * stepS);
        double contentW = Math.Max(0.0, restedJ - lowestJ) * p.DischargeEfficiency / stepS;
        double chargingW = Math.Min(surplusW, Math.Min(p.PowerW, roomW));
        double dischargingW = chargingW > 0.0 ? 0.0 : Math.Min(shortfallW, Math.Min(p.PowerW, contentW));
        double lossW = (s.StoredJ - restedJ) / stepS
            + (1.0 - p.ChargeEfficiency) * chargingW
            + (1.0 / p.DischargeEfficiency - 1.0) * dischargingW;
        double takenJ = dischargingW / p.DischargeEfficiency * stepS;
        double unknownTakenJ = Math.Min(s.UnknownJ, takenJ);
        double unknownW = takenJ > 0.0 ? dischargingW * (unknownTakenJ / takenJ) : 0.0;
        // An emptied store may pass zero by a hair.
        double storedJ = Math.Max(0.0, restedJ + p.ChargeEfficiency * chargingW * stepS - takenJ);
        double unknownJ = Math.Min(storedJ, s.UnknownJ - unknownTakenJ);
        return (new(storedJ, unknownJ), new(chargingW, dischargingW, lossW, unknownW));
    }
}
