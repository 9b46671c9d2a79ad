using Twin.Core.Components.Cooling;
using Twin.Core.Components.HeatReuse;

namespace Twin.Core.Plant;

/// <summary>What kind of machine stands at a place in a loop.</summary>
internal enum SinkKind
{
    /// <summary>Direct exchanger to the network.</summary>
    Direct,

    /// <summary>Heat pump to the network.</summary>
    HeatPump,

    /// <summary>Exchanger to the river.</summary>
    River,

    /// <summary>Dry cooler.</summary>
    DryCooler,

    /// <summary>Chiller.</summary>
    Chiller,
}

/// <summary>A machine of a loop: its kind and its index among its kind.</summary>
internal readonly record struct LoopSink(SinkKind Kind, int Index);

/// <summary>What all machines of one loop see in a pass.</summary>
internal struct LoopPass
{
    /// <summary>Air outside [degC].</summary>
    public double AirC;

    /// <summary>Supply set point of the loop [degC].</summary>
    public double SetPointC;

    /// <summary>Flow [kg/s].</summary>
    public double FlowKgPerS;

    /// <summary>Flow times specific heat [W/K].</summary>
    public double CapacityWPerK;

    /// <summary>Water temperature at the machine [degC].</summary>
    public double WaterC;

    /// <summary>Heat still to be taken [W]; infinite when the loop wants all that can be had.</summary>
    public double WantedW;

    /// <summary>Change of the water temperature here per kelvin of supply [1].</summary>
    public double Follow;

    /// <summary>Change of the heat taken so far per kelvin of supply [W/K].</summary>
    public double SlopeWPerK;

    /// <summary>Share of the heat pumps' power allowed [1].</summary>
    public double HeatPumpFraction;

    /// <summary>What the permit leaves.</summary>
    public RiverBudget River;

    /// <summary>What the network wants.</summary>
    public HeatDesk Desk;

    /// <summary>Heat the loop can give without being cooled below its set point here [W].</summary>
    public readonly double AboveSetPointW => Math.Min(WantedW, CapacityWPerK * Math.Max(0.0, WaterC - SetPointC));

    /// <summary>Books what a machine took.</summary>
    public void Take(double heatW, double conductanceWPerK)
    {
        WantedW = Math.Max(0.0, WantedW - heatW);
        WaterC -= heatW / CapacityWPerK;
        SlopeWPerK += conductanceWPerK * Follow;
        Follow -= conductanceWPerK * Follow / CapacityWPerK;
    }
}

/// <summary>The machines of all loops, and what they take in the order the water meets them.</summary>
internal sealed class LoopSinks
{
    private const double CondenserSpare = 1.25; // room the split leaves the condenser before its difference grows; assumed
    private readonly PlantDesign design;
    private readonly LoopSink[][] sinks;
    private readonly RiverExchanger[] river;
    private readonly DryCooler[] dryCoolers;
    private readonly HeatPump[] heatPumps;
    private readonly int[] condenserOf; // chiller -> dry cooler, -1 for the river
    private readonly int[] chillerBehind; // dry cooler -> chiller behind it in the same loop, -1 for none

    public LoopSinks(PlantDesign design)
    {
        this.design = design;
        sinks = [.. design.Loops.Select(loop => loop.Sinks.Select(name => Find(design, name)).ToArray())];
        heatPumps = [.. design.HeatPumps.Select(p => new HeatPump(p))];
        river = [.. design.RiverExchangers.Select(p => new RiverExchanger(p, LoopOf(p.Name) ?? design.Loops[0]))];
        dryCoolers = [.. design.DryCoolers.Select(p => new DryCooler(p, (LoopOf(p.Name) ?? design.Loops[0]).DesignRiseK))];
        condenserOf = [.. design.Chillers.Select(c => c.IsOnRiver ? -1 : PlantDesign.IndexOf(design.DryCoolers, d => d.Name == c.Condenser))];
        chillerBehind = new int[dryCoolers.Length];
        Array.Fill(chillerBehind, -1);
        foreach (LoopSink[] row in sinks)
        {
            foreach (LoopSink chiller in row.Where(s => s.Kind == SinkKind.Chiller && condenserOf[s.Index] >= 0))
            {
                int cooler = condenserOf[chiller.Index];
                if (row.Contains(new LoopSink(SinkKind.DryCooler, cooler)))
                {
                    chillerBehind[cooler] = chiller.Index;
                }
            }
        }
    }

    /// <summary>Lets every machine of a loop take its part, hot to cold; the results are left in the tick.</summary>
    public void Take(int loop, ref LoopPass pass, PlantTick tick)
    {
        double loopShare = 0.0;
        foreach (LoopSink sink in sinks[loop])
        {
            switch (sink.Kind)
            {
                case SinkKind.Direct:
                    TakeDirect(sink.Index, ref pass, tick);
                    break;
                case SinkKind.HeatPump:
                    TakeHeatPump(sink.Index, ref pass, tick);
                    break;
                case SinkKind.River:
                    RiverStep step = river[sink.Index].Step(pass.WantedW, pass.WaterC, pass.FlowKgPerS, pass.River);
                    tick.RiverExchangers[sink.Index] = step;
                    pass.River.Take(step.FlowKgPerS, step.HeatW);
                    pass.Take(step.HeatW, step.ConductanceWPerK);
                    break;
                case SinkKind.DryCooler:
                    loopShare = LoopShare(sink.Index, pass);
                    DryCoolerStep dry = dryCoolers[sink.Index].Step(pass.WantedW, loopShare, pass.WaterC, pass.CapacityWPerK, pass.AirC);
                    tick.DryCoolers[sink.Index] = dry;
                    pass.Take(dry.HeatW, dry.ConductanceWPerK);
                    break;
                default:
                    TakeChiller(sink.Index, loopShare, ref pass, tick);
                    break;
            }
        }
    }

    /// <summary>Whether the river carried all of a loop's rest, a part of it, or was kept from it by the permit.</summary>
    public (bool HasRiver, bool Carried, bool Others, RiverLimitSet Limits) RiverUse(int loop, PlantTick tick)
    {
        bool hasRiver = false, carried = false, others = false;
        RiverLimitSet limits = default;
        foreach (LoopSink sink in sinks[loop])
        {
            if (sink.Kind == SinkKind.River)
            {
                hasRiver = true;
                carried |= tick.RiverExchangers[sink.Index].HeatW > 0.0;
                limits = limits.With(RiverLimitSet.Of(tick.RiverExchangers[sink.Index].Limit));
            }

            others |= sink.Kind == SinkKind.DryCooler && tick.DryCoolers[sink.Index].HeatW > 0.0;
            others |= sink.Kind == SinkKind.Chiller && tick.Chillers[sink.Index].HeatW > 0.0;
        }

        return (hasRiver, carried, others, limits);
    }

    /// <summary>Whether a chiller gives its heat to the river.</summary>
    public bool IsOnRiver(int chiller) => condenserOf[chiller] < 0;

    private static LoopSink Find(PlantDesign d, string name)
    {
        int i = PlantDesign.IndexOf(d.DirectExchangers, p => p.Name == name);
        if (i >= 0)
        {
            return new(SinkKind.Direct, i);
        }

        i = PlantDesign.IndexOf(d.HeatPumps, p => p.Name == name);
        if (i >= 0)
        {
            return new(SinkKind.HeatPump, i);
        }

        i = PlantDesign.IndexOf(d.RiverExchangers, p => p.Name == name);
        if (i >= 0)
        {
            return new(SinkKind.River, i);
        }

        i = PlantDesign.IndexOf(d.DryCoolers, p => p.Name == name);
        if (i >= 0)
        {
            return new(SinkKind.DryCooler, i);
        }

        i = PlantDesign.IndexOf(d.Chillers, p => p.Name == name);
        return i >= 0 ? new(SinkKind.Chiller, i) : throw new ArgumentOutOfRangeException(nameof(name), name, "No machine has this name.");
    }

    private LoopParameters? LoopOf(string machine) => design.Loops.FirstOrDefault(loop => loop.Sinks.Contains(machine));

    private void TakeDirect(int i, ref LoopPass pass, PlantTick tick)
    {
        double heatW = DirectExchanger.HeatW(
            design.DirectExchangers[i],
            pass.Desk.WantedW,
            pass.WaterC,
            pass.CapacityWPerK,
            pass.AboveSetPointW,
            pass.Desk.SinkInC,
            pass.Desk.SinkOutC);
        tick.DirectW[i] = heatW;
        pass.Desk.TakeDirect(heatW);
        pass.Take(heatW, 0.0);
    }

    private void TakeHeatPump(int i, ref LoopPass pass, PlantTick tick)
    {
        var inputs = new HeatPumpInputs(
            pass.Desk.WantedW,
            pass.Desk.HasTank,
            pass.Desk.SinkInC,
            pass.Desk.SinkOutC,
            pass.WaterC,
            pass.CapacityWPerK,
            pass.AboveSetPointW,
            pass.HeatPumpFraction);
        tick.HeatPumps[i] = heatPumps[i].Step(inputs);
        pass.Desk.Take(tick.HeatPumps[i].HeatW);
        pass.Take(tick.HeatPumps[i].SourceW, 0.0);
    }

    private void TakeChiller(int i, double loopShare, ref LoopPass pass, PlantTick tick)
    {
        ChillerParameters p = design.Chillers[i];
        int cooler = condenserOf[i];
        ChillerStep step;
        if (cooler < 0)
        {
            step = Chiller.OnRiver(p, pass.WantedW, pass.SetPointC, pass.River);
            double riseK = Math.Min(Chiller.RiverCondenserRiseK, pass.River.RiseK);
            double flow = step.CondenserHeatW > 0.0 ? step.CondenserHeatW / (pass.River.SpecificHeatJPerKgK * riseK) : 0.0;
            tick.ChillerRiverFlowKgPerS[i] = flow;
            pass.River.Take(flow, step.CondenserHeatW);
        }
        else
        {
            DryCooler bank = dryCoolers[cooler];
            double share = chillerBehind[cooler] == i ? 1.0 - loopShare : 1.0;
            step = Chiller.OnAir(p, pass.WantedW, pass.SetPointC, pass.AirC, share * bank.CondenserConductanceWPerK);
            tick.DryCoolerCondenserW[cooler] = step.CondenserHeatW;
            tick.DryCoolerCondenserFanW[cooler] = bank.CondenserFanPowerW(step.CondenserHeatW, share, Chiller.CondenserDifferenceK);
        }

        tick.Chillers[i] = step;
        pass.Take(step.HeatW, 0.0);
    }

    /// <summary>Share of a dry cooler that serves the loop; the rest carries the condenser of the chiller behind it.</summary>
    /// <remarks>
    /// While the bank alone is enough it serves the loop. Else it is split so that the condenser gets just what the chiller's part
    /// needs: (1 - s) g d = (r - s q) k with g d the condenser service of the whole bank at the difference d, q its loop service, r the
    /// heat to go and k = 1 + 1 / COP. The difference is the fans' own, or more where the whole bank would not carry r with a quarter
    /// to spare; it
    /// ends at the chiller's pressure limit. At r = q the share is 1 whatever the difference: no jump when the chiller joins.
    /// </remarks>
    private double LoopShare(int cooler, in LoopPass pass)
    {
        int chiller = chillerBehind[cooler];
        if (chiller < 0 || pass.WantedW <= 0.0)
        {
            return 1.0;
        }

        double loopW = dryCoolers[cooler].CapacityW(1.0, pass.WaterC, pass.CapacityWPerK, pass.AirC);
        double cop = Chiller.Cop(design.Chillers[chiller].CarnotFraction, pass.SetPointC, pass.AirC + Chiller.CondenserDifferenceK);
        double rejected = 1.0 + 1.0 / cop;
        double conductance = dryCoolers[cooler].CondenserConductanceWPerK;
        double toGoW = Math.Min(pass.WantedW, loopW + design.Chillers[chiller].Bank.AvailableW);
        double differenceK = Math.Max(
            Chiller.CondenserDifferenceK, CondenserSpare * toGoW * rejected / Math.Max(conductance, double.Epsilon));
        double condenserW = conductance * Math.Min(differenceK, Chiller.HighestCondenserWaterC - pass.AirC);
        if (pass.WantedW <= loopW || condenserW <= rejected * loopW)
        {
            return 1.0;
        }

        return Math.Clamp((condenserW - toGoW * rejected) / (condenserW - rejected * loopW), 0.0, 1.0);
    }
}
