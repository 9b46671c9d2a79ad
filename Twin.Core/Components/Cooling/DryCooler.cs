using Twin.Core.Physics;

namespace Twin.Core.Components.Cooling;

/// <summary>What a dry cooler does for a loop, mean over the tick.</summary>
/// <param name="HeatW">Heat handed to the air [W].</param>
/// <param name="FanPowerW">Electric power of the fans [W].</param>
/// <param name="ConductanceWPerK">Change of the heat per kelvin of water inlet at full speed [W/K]; zero when it follows the wish.</param>
public readonly record struct DryCoolerStep(double HeatW, double FanPowerW, double ConductanceWPerK);

/// <summary>Dry coolers: cross-flow exchangers with the air on fans, part of the bank for the loop, the rest for a condenser.</summary>
/// <remarks>
/// Cross-flow both unmixed; air capacity follows the fan speed, fan power its cube. 1/UA is the air's part, which falls with the
/// speed to the power 0.7, and the water's, which falls with the flow to the power 0.8. At design the air warms as much as the water
/// cools. Source: F. P. Incropera, ch. 11, for the effectiveness; the exponents are usual values, the water's part is assumed.
/// </remarks>
public sealed class DryCooler
{
    private const double ConductanceExponent = 0.7;
    private const double FilmExponent = 0.8; // turbulent flow in tubes
    private const double WaterPart = 0.25; // of the resistance at design: fins make air the larger one; assumed, 0.15 to 0.35 with glycol
    // As far as the effectiveness is summed: approaches below a fortieth of the rise are out of reach.
    private const double HighestNtu = 700.0;
    private const double LowestSpeed = 0.15; // below it coolers are switched off one by one; assumed
    private readonly double designNtu;
    private readonly double airCapacityWPerK;
    private readonly double fullFanPowerW;

    /// <summary>Sizes the coolers for their water.</summary>
    /// <param name="parameters">What the owner chose.</param>
    /// <param name="waterRiseK">Cooling of the water at design [K]; above zero.</param>
    public DryCooler(DryCoolerParameters parameters, double waterRiseK)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        double heatW = parameters.Bank.AvailableW;
        double entryDifferenceK = parameters.ApproachK + waterRiseK;
        airCapacityWPerK = heatW / waterRiseK;
        fullFanPowerW = parameters.Bank.InService * parameters.FanPowerW;
        CondenserConductanceWPerK = heatW / entryDifferenceK;
        designNtu = heatW > 0.0 ? RootFinder.Rising(new Reach(waterRiseK / entryDifferenceK), 0.0, HighestNtu, 1e-9) : 0.0;
    }

    /// <summary>Heat of the whole bank at full speed per kelvin between water and air inlets, in condenser service [W/K].</summary>
    public double CondenserConductanceWPerK { get; }

    /// <summary>Heat at full speed of a share of the bank [W].</summary>
    /// <param name="share">Share of the bank [1]; 0 to 1.</param>
    /// <param name="waterInC">Water at the inlet [degC].</param>
    /// <param name="waterCapacityWPerK">Flow times specific heat of the water [W/K]; above zero.</param>
    /// <param name="airC">Outdoor air [degC].</param>
    public double CapacityW(double share, double waterInC, double waterCapacityWPerK, double airC) =>
        Through(share, waterInC, waterCapacityWPerK, airC).HeatW(1.0);

    /// <summary>Takes as much of a wanted heat as a share of the bank can, with the least fan power.</summary>
    /// <param name="wantedW">Heat the loop wants to be rid of [W]; zero or more.</param>
    /// <param name="share">Share of the bank [1]; 0 to 1.</param>
    /// <param name="waterInC">Water at the inlet [degC].</param>
    /// <param name="waterCapacityWPerK">Flow times specific heat of the water [W/K]; above zero.</param>
    /// <param name="airC">Outdoor air [degC].</param>
    public DryCoolerStep Step(double wantedW, double share, double waterInC, double waterCapacityWPerK, double airC)
    {
        if (wantedW <= 0.0)
        {
            return default; // most of a year beside a river: the effectiveness is not worth summing
        }

        Passage through = Through(share, waterInC, waterCapacityWPerK, airC);
        double capacityW = through.HeatW(1.0);
        if (capacityW <= 0.0)
        {
            return default;
        }

        if (wantedW >= capacityW)
        {
            return new(capacityW, share * fullFanPowerW, capacityW / (waterInC - airC));
        }

        double slowestW = through.HeatW(LowestSpeed);
        double lowestPowerW = share * fullFanPowerW * LowestSpeed * LowestSpeed * LowestSpeed;
        if (wantedW <= slowestW)
        {
            return new(wantedW, lowestPowerW * wantedW / slowestW, 0.0);
        }

        double speed = RootFinder.Rising(
            through with { WantedW = wantedW },
            LowestSpeed,
            slowestW - wantedW,
            1.0,
            capacityW - wantedW,
            tolerance: 1e-7,
            enough: 1e-8 * wantedW);
        return new(wantedW, share * fullFanPowerW * speed * speed * speed, 0.0);
    }

    /// <summary>Fan power for a condenser's heat through a share of the bank [W].</summary>
    /// <param name="heatW">Heat of the condenser [W]; zero or more.</param>
    /// <param name="share">Share of the bank [1]; above zero when there is heat.</param>
    /// <param name="differenceK">Condenser water above outdoor air that the fans hold [K]; above zero.</param>
    public double CondenserFanPowerW(double heatW, double share, double differenceK)
    {
        if (heatW <= 0.0 || share <= 0.0)
        {
            return 0.0;
        }

        double load = Math.Min(1.0, heatW / (share * CondenserConductanceWPerK * differenceK));
        return share * fullFanPowerW * Math.Pow(load, 3.0 / ConductanceExponent);
    }

    private Passage Through(double share, double waterInC, double waterCapacityWPerK, double airC)
    {
        // The water of the loop goes through the share of the bank that serves it: the less of it, the thicker its film.
        double flowFraction = waterCapacityWPerK / Math.Max(share * airCapacityWPerK, double.Epsilon);
        return new(this, share, waterInC, waterCapacityWPerK, WaterPart * Math.Pow(flowFraction, -FilmExponent), airC);
    }

    /// <summary>Effectiveness over NTU at equal capacities, against the one the design needs.</summary>
    private readonly record struct Reach(double Effectiveness) : IScalarFunction
    {
        public double At(double x) => HeatExchange.CrossflowUnmixedEffectiveness(x, 1.0) - Effectiveness;
    }

    /// <summary>Heat over the fan speed, all else held.</summary>
    private readonly record struct Passage(
        DryCooler Cooler, double Share, double WaterInC, double WaterCapacityWPerK, double WaterPart, double AirC) : IScalarFunction
    {
        public double WantedW { get; init; }

        public double At(double x) => HeatW(x) - WantedW;

        public double HeatW(double speed)
        {
            double air = Share * Cooler.airCapacityWPerK * speed;
            if (air <= 0.0 || WaterInC <= AirC)
            {
                return 0.0;
            }

            double least = Math.Min(air, WaterCapacityWPerK);
            double resistance = (1.0 - DryCooler.WaterPart) * Math.Pow(speed, -ConductanceExponent) + WaterPart;
            double conductance = Cooler.designNtu * Cooler.airCapacityWPerK * Share / resistance;
            double ratio = least / Math.Max(air, WaterCapacityWPerK);
            return HeatExchange.CrossflowUnmixedEffectiveness(conductance / least, ratio) * least * (WaterInC - AirC);
        }
    }
}
