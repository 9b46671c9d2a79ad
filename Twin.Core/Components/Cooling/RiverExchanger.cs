using Twin.Core.Physics;

namespace Twin.Core.Components.Cooling;

/// <summary>What a river exchanger does, mean over the tick.</summary>
/// <param name="HeatW">Heat handed to the river [W].</param>
/// <param name="FlowKgPerS">River water pumped [kg/s].</param>
/// <param name="PumpPowerW">Electric power of the intake pumps [W].</param>
/// <param name="ConductanceWPerK">Change of the heat per kelvin of loop inlet when nothing else binds [W/K]; zero when a limit
/// binds.</param>
/// <param name="Limit">What the permit held back, if anything.</param>
public readonly record struct RiverStep(
    double HeatW, double FlowKgPerS, double PumpPowerW, double ConductanceWPerK, RiverLimit Limit);

/// <summary>Plate exchangers between a loop and the river: counterflow, conductance falling with both flows.</summary>
/// <remarks>
/// 1/UA = 1/(2 UA0 (m_loop/m_loop0)^0.8) + 1/(2 UA0 (m_river/m_river0)^0.8), UA0 from the design temperatures.
/// Source: F. P. Incropera, Fundamentals of Heat and Mass Transfer, ch. 11; exponent for plates 0.7 to 0.8.
/// </remarks>
public sealed class RiverExchanger
{
    private const double GravityMPerS2 = 9.80665;
    private const double FlowExponent = 0.8;
    private readonly RiverExchangerParameters p;
    private readonly double loopSpecificHeatJPerKgK;
    private readonly double designConductanceWPerK;
    private readonly double designLoopFlowKgPerS;

    /// <summary>Sizes the exchanger for its loop.</summary>
    /// <param name="parameters">What the owner chose.</param>
    /// <param name="loop">The loop it stands in.</param>
    public RiverExchanger(RiverExchangerParameters parameters, LoopParameters loop)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(loop);
        p = parameters;
        double heatW = p.Bank.AvailableW;
        double riverInC = loop.SupplyC - p.ApproachK;
        loopSpecificHeatJPerKgK = loop.Fluid.SpecificHeatJPerKgK(loop.SupplyC);
        designLoopFlowKgPerS = heatW / (loopSpecificHeatJPerKgK * loop.DesignRiseK);
        DesignFlowKgPerS = heatW / (Water.SpecificHeatJPerKgK(riverInC) * p.RiseK);
        // Per unit of heat first, so that a bank that is out as a whole has no conductance instead of no design.
        designConductanceWPerK = heatW * HeatExchange.ConductanceFromDesignWPerK(
            1.0, loop.SupplyC + loop.DesignRiseK, loop.SupplyC, riverInC, riverInC + p.RiseK);
    }

    /// <summary>River flow at design [kg/s].</summary>
    public double DesignFlowKgPerS { get; }

    /// <summary>Takes as much of a wanted heat as exchanger and permit let through, with the least water the control allows.</summary>
    /// <param name="wantedW">Heat the loop wants to be rid of [W]; zero or more.</param>
    /// <param name="loopInC">Loop water at the inlet [degC].</param>
    /// <param name="loopFlowKgPerS">Loop flow [kg/s]; above zero.</param>
    /// <param name="river">What the permit leaves.</param>
    public RiverStep Step(double wantedW, double loopInC, double loopFlowKgPerS, in RiverBudget river)
    {
        double mostKgPerS = Math.Min(DesignFlowKgPerS, river.FlowKgPerS);
        bool intakeBinds = river.FlowKgPerS < DesignFlowKgPerS;
        if (wantedW <= 0.0 || mostKgPerS <= 0.0 || loopInC <= river.TemperatureC)
        {
            bool nothingToTake = wantedW > 0.0 && DesignFlowKgPerS > 0.0 && river.FlowKgPerS <= 0.0;
            return new(0.0, 0.0, 0.0, 0.0, nothingToTake ? RiverLimit.Intake : RiverLimit.None);
        }

        double permittedW = Math.Min(river.HeatW, mostKgPerS * river.SpecificHeatJPerKgK * river.RiseK);
        double leastKgPerS = LeastFlowKgPerS(wantedW, mostKgPerS, river);
        bool leastMayDo = wantedW <= permittedW && p.Control != RiverFlowControl.ConstantFlow;
        if (leastMayDo && SurelyW(loopInC, loopFlowKgPerS, leastKgPerS, river) > wantedW)
        {
            // Most of a year: the water that the rise asks for carries all heat, and what full flow could carry need not be known.
            return new(wantedW, leastKgPerS, PumpPowerW(leastKgPerS), 0.0, RiverLimit.None);
        }

        var through = new Passage(this, loopInC, loopFlowKgPerS, SideWPerK(loopFlowKgPerS / designLoopFlowKgPerS), river);
        if (leastMayDo && through.HeatW(leastKgPerS) > wantedW)
        {
            return new(wantedW, leastKgPerS, PumpPowerW(leastKgPerS), 0.0, RiverLimit.None);
        }

        double capacityW = through.HeatW(mostKgPerS);
        double heatW = Math.Min(wantedW, Math.Min(capacityW, permittedW));
        RiverLimit limit = RiverLimit.None;
        if (permittedW < Math.Min(wantedW, capacityW))
        {
            limit = river.HeatW <= permittedW ? river.HeatLimit : river.RiseLimit;
        }
        else if (intakeBinds && capacityW < wantedW && through.HeatW(DesignFlowKgPerS) > capacityW)
        {
            limit = RiverLimit.Intake;
        }

        if (heatW <= 0.0)
        {
            return new(0.0, 0.0, 0.0, 0.0, limit); // water that may not be warmed is not pumped
        }

        double flowKgPerS = FlowFor(heatW, mostKgPerS, capacityW, through, river);
        double slope = heatW < capacityW ? 0.0 : capacityW / (loopInC - river.TemperatureC);
        return new(heatW, flowKgPerS, PumpPowerW(flowKgPerS), slope, limit);
    }

    private double FlowFor(double heatW, double mostKgPerS, double capacityW, in Passage through, in RiverBudget river)
    {
        if (p.Control == RiverFlowControl.ConstantFlow)
        {
            return mostKgPerS;
        }

        double leastKgPerS = LeastFlowKgPerS(heatW, mostKgPerS, river);
        double leastW = through.HeatW(leastKgPerS);
        if (leastW >= heatW)
        {
            return leastKgPerS;
        }

        // The exchanger needs more water than the rise asks for: the least flow that carries the heat.
        return RootFinder.Rising(
            through with { WantedW = heatW },
            leastKgPerS,
            leastW - heatW,
            mostKgPerS,
            capacityW - heatW,
            tolerance: 1e-6 * DesignFlowKgPerS,
            enough: 1e-8 * heatW);
    }

    private double LeastFlowKgPerS(double heatW, double mostKgPerS, in RiverBudget river)
    {
        double forRiseKgPerS = heatW / (river.SpecificHeatJPerKgK * Math.Min(p.RiseK, river.RiseK));
        return Math.Min(Math.Max(p.MinimumFlowFraction * DesignFlowKgPerS, forRiseKgPerS), mostKgPerS);
    }

    private double PumpPowerW(double flowKgPerS) => flowKgPerS * GravityMPerS2 * p.LiftM / p.EfficiencyFraction;

    // Heat that the exchanger moves at the least, without a power or an exponential: below its design flow a film's f^0.8 is above f,
    // beyond it above 1, and no counterflow exchanger has a smaller effectiveness than the balanced one, NTU / (1 + NTU).
    private double SurelyW(double loopInC, double loopFlowKgPerS, double riverFlowKgPerS, in RiverBudget river)
    {
        double least = Math.Min(loopFlowKgPerS * loopSpecificHeatJPerKgK, riverFlowKgPerS * river.SpecificHeatJPerKgK);
        double loopSide = Math.Min(1.0, loopFlowKgPerS / designLoopFlowKgPerS);
        double riverSide = Math.Min(1.0, riverFlowKgPerS / DesignFlowKgPerS);
        double conductance = 2.0 * designConductanceWPerK * loopSide * riverSide / (loopSide + riverSide);
        return conductance * least / (conductance + least) * (loopInC - river.TemperatureC);
    }

    // Film conductance of one side; at design flow the two sides have equal parts in the whole.
    private double SideWPerK(double flowFraction) => 2.0 * designConductanceWPerK * Math.Pow(flowFraction, FlowExponent);

    /// <summary>Heat through the exchanger over the river flow, all else held.</summary>
    private readonly record struct Passage(
        RiverExchanger Exchanger, double LoopInC, double LoopFlowKgPerS, double LoopSideWPerK, RiverBudget River) : IScalarFunction
    {
        /// <summary>Heat to look for [W].</summary>
        public double WantedW { get; init; }

        public double At(double x) => HeatW(x) - WantedW;

        public double HeatW(double riverFlowKgPerS)
        {
            double loop = LoopFlowKgPerS * Exchanger.loopSpecificHeatJPerKgK;
            double river = riverFlowKgPerS * River.SpecificHeatJPerKgK;
            double least = Math.Min(loop, river);
            double ratio = least / Math.Max(loop, river);
            double riverSideWPerK = Exchanger.SideWPerK(riverFlowKgPerS / Exchanger.DesignFlowKgPerS);
            double ntu = LoopSideWPerK * riverSideWPerK / (LoopSideWPerK + riverSideWPerK) / least;
            return HeatExchange.CounterflowEffectiveness(ntu, ratio) * least * (LoopInC - River.TemperatureC);
        }
    }
}
