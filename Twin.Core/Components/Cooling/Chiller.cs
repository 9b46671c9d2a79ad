namespace Twin.Core.Components.Cooling;

/// <summary>What a chiller does, mean over the tick.</summary>
/// <param name="HeatW">Heat taken from the loop [W].</param>
/// <param name="PowerW">Electric power of the compressors [W].</param>
/// <param name="CondenserHeatW">Heat handed to the condenser's sink [W]: the two together.</param>
public readonly record struct ChillerStep(double HeatW, double PowerW, double CondenserHeatW);

/// <summary>Compression chillers by a share of the Carnot COP between the refrigerant temperatures.</summary>
/// <remarks>
/// COP = f (Te + 273.15) / (Tk - Te), Te = loop supply - 5 K, Tk = condenser water + 5 K, at least 12 K apart and COP at most 8.
/// The share and the approaches are usual for centrifugal machines at data-centre temperatures (assumed).
/// </remarks>
public static class Chiller
{
    /// <summary>Refrigerant against water at evaporator and condenser [K]; assumed.</summary>
    public const double ApproachK = 5.0;

    /// <summary>Condenser water above outdoor air that a dry cooler's fans hold [K]; assumed.</summary>
    public const double CondenserDifferenceK = 15.0;

    /// <summary>Least warming of river water through a condenser, which sets the flow pumped [K]; assumed.</summary>
    public const double RiverCondenserRiseK = 6.0;

    /// <summary>Condenser water at which the high-pressure limit holds the chiller back [degC]; assumed: 65 degC condensing.</summary>
    public const double HighestCondenserWaterC = 60.0;

    private const double LeastLiftK = 12.0;
    private const double HighestCop = 8.0; // at low lift real machines lose their Carnot share; assumed
    private const int Passes = 8; // each leaves at most a third of the error

    /// <summary>Cooling COP between a loop and a condenser water.</summary>
    /// <param name="carnotFraction">Share of the Carnot COP [1].</param>
    /// <param name="supplyC">Loop water leaving the evaporator [degC].</param>
    /// <param name="condenserWaterC">Water leaving the condenser [degC].</param>
    public static double Cop(double carnotFraction, double supplyC, double condenserWaterC)
    {
        double evaporatingC = supplyC - ApproachK;
        double liftK = Math.Max(LeastLiftK, condenserWaterC + ApproachK - evaporatingC);
        return Math.Min(HighestCop, carnotFraction * (evaporatingC + 273.15) / liftK);
    }

    /// <summary>Chillers whose condenser gives its heat to a share of a dry cooler.</summary>
    /// <param name="p">The chillers.</param>
    /// <param name="wantedW">Heat the loop wants to be rid of [W]; zero or more.</param>
    /// <param name="supplyC">Loop water leaving the evaporator [degC].</param>
    /// <param name="airC">Outdoor air [degC].</param>
    /// <param name="conductanceWPerK">Conductance of that share [W/K]; zero when the bank serves the loop.</param>
    public static ChillerStep OnAir(ChillerParameters p, double wantedW, double supplyC, double airC, double conductanceWPerK)
    {
        // Without this limit a small share of the bank would carry any heat at condenser temperatures that burst a chiller.
        double rejectedW = conductanceWPerK * (HighestCondenserWaterC - airC);
        double mostW = rejectedW / (1.0 + 1.0 / Cop(p.CarnotFraction, supplyC, HighestCondenserWaterC));
        double heatW = Math.Min(Math.Min(wantedW, p.Bank.AvailableW), mostW);
        if (heatW <= 0.0)
        {
            return default;
        }

        // The condenser floats above the air where its heat asks for more than the fans' difference.
        double heldK = Math.Min(CondenserDifferenceK, HighestCondenserWaterC - airC);
        double cop = Cop(p.CarnotFraction, supplyC, airC + heldK);
        for (int pass = 0; pass < Passes; pass++)
        {
            double differenceK = Math.Max(heldK, heatW * (1.0 + 1.0 / cop) / conductanceWPerK);
            cop = Cop(p.CarnotFraction, supplyC, airC + differenceK);
        }

        double powerW = heatW / cop;
        return new(heatW, powerW, heatW + powerW);
    }

    /// <summary>Chillers whose condenser gives its heat to the river, under the same permit.</summary>
    /// <param name="p">The chillers.</param>
    /// <param name="wantedW">Heat the loop wants to be rid of [W]; zero or more.</param>
    /// <param name="supplyC">Loop water leaving the evaporator [degC].</param>
    /// <param name="river">What the permit leaves.</param>
    public static ChillerStep OnRiver(ChillerParameters p, double wantedW, double supplyC, in RiverBudget river)
    {
        double riseK = Math.Min(RiverCondenserRiseK, river.RiseK);
        double cop = Cop(p.CarnotFraction, supplyC, river.TemperatureC + riseK);
        double sinkW = Math.Min(river.HeatW, river.FlowKgPerS * river.SpecificHeatJPerKgK * riseK);
        double heatW = Math.Min(Math.Min(wantedW, p.Bank.AvailableW), sinkW / (1.0 + 1.0 / cop));
        if (heatW <= 0.0)
        {
            return default;
        }

        double powerW = heatW / cop;
        return new(heatW, powerW, heatW + powerW);
    }
}
