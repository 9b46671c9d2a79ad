using Twin.Core.Climate;
using Twin.Core.Components.Compute;
using Twin.Core.Components.Cooling;
using Twin.Core.Components.HeatReuse;
using Twin.Core.Components.Power;
using Twin.Core.Physics;

namespace Twin.Core.Plant;

/// <summary>The machines wired together: one tick from the surroundings to the books, top to bottom.</summary>
/// <remarks>
/// Nothing iterates across machines. When a limit binds, the tick is laid out again with less work until it holds (see <see cref="Step"/>),
/// so that limits act in the same tick at every step length.
/// </remarks>
public sealed class PlantModel
{
    private const double TankPaceS = 3_600.0; // a tank is refilled over about an hour, at most in the tick
    private readonly PlantDesign design;
    private readonly double stepS;
    private readonly double airPressurePa;
    private readonly HallParameters[] halls;
    private readonly UpsParameters[] ups;
    private readonly RackBank[] racks;
    private readonly RackWish[] wishes;
    private readonly double[] loopHeatW;
    private readonly int[] upsOf;
    private readonly int[] distributionLoop;
    private readonly int[] upsLoop;
    private readonly int[] airLoop;
    private readonly LiquidPath?[] liquids;
    private readonly int[] liquidLoop;
    private readonly LoopSinks sinks;
    private readonly LoopSolver loops;
    private readonly Battery? battery;
    private readonly Books books;
    private readonly Shedding shedding;

    /// <summary>Builds the machines.</summary>
    /// <param name="design">What the owner chose.</param>
    /// <param name="stepS">Length of a tick [s]; above zero.</param>
    /// <param name="elevationM">Height of the site above sea level [m].</param>
    public PlantModel(PlantDesign design, double stepS, double elevationM)
    {
        ArgumentNullException.ThrowIfNull(design);
        Require.AboveZero(stepS);
        this.design = design;
        this.stepS = stepS;
        airPressurePa = MoistAir.PressureAtElevationPa(elevationM);
        halls = [.. design.Halls];
        ups = [.. design.Ups];
        racks = [.. design.Halls.Select(h => new RackBank(h))];
        wishes = new RackWish[racks.Length];
        loopHeatW = new double[design.Loops.Count];
        upsOf = [.. design.Halls.Select(h => PlantDesign.IndexOf(design.Ups, u => u.Name == h.Chain.Ups))];
        distributionLoop = [.. design.Halls.Select(h => design.LoopIndex(h.Chain.HeatTo.Loop))];
        upsLoop = [.. design.Ups.Select(u => design.LoopIndex(u.HeatTo.Loop))];
        airLoop = [.. design.Halls.Select(h => design.LoopIndex(h.Air.Loop))];
        liquidLoop = [.. design.Halls.Select(h => design.LoopIndex(h.Liquid?.Loop))];
        liquids = [.. halls.Select((h, i) => h.Liquid is null ? null : new LiquidPath(h.Liquid, design.Loops[liquidLoop[i]], h.Gpus))];
        sinks = new LoopSinks(design);
        loops = new LoopSolver(design, sinks);
        battery = design.Battery is null ? null : new Battery(design.Battery, stepS);
        books = new Books(design, loops, stepS);
        shedding = new Shedding(design);
    }

    /// <summary>State at the start of a run: loops at their set points, the tank half full.</summary>
    public PlantState Start()
    {
        var state = new PlantState(design.Loops.Count)
        {
            Tank = new TankState(0.5 * (design.DistrictHeat?.Tank?.CapacityJ ?? 0.0)),
            Battery = battery?.Start ?? default,
        };
        for (int i = 0; i < design.Loops.Count; i++)
        {
            state.Loops[i] = new LoopState(design.Loops[i].SupplyC);
        }

        return state;
    }

    /// <summary>State of this plant when it takes over from another: temperatures stay, stores keep what they can hold.</summary>
    /// <param name="before">State of a plant with the same names.</param>
    public PlantState TakeOver(PlantState before)
    {
        PlantState state = Start();
        state.CopyFrom(before);
        state.Tank = new TankState(Math.Min(before.Tank.StoredJ, design.DistrictHeat?.Tank?.CapacityJ ?? 0.0));
        double keptJ = Math.Min(before.Battery.StoredJ, design.Battery?.CapacityJ ?? 0.0);
        state.Battery = new BatteryState(keptJ, Math.Min(before.Battery.UnknownJ, keptJ));
        return state;
    }

    /// <summary>Moves the plant by one tick.</summary>
    /// <param name="boundary">The surroundings of the block.</param>
    /// <param name="k">Step of the block.</param>
    /// <param name="state">State at the begin; stays as it is.</param>
    /// <param name="next">Receives the state at the end.</param>
    /// <param name="tick">Receives what happened.</param>
    public void Step(Boundary boundary, int k, PlantState state, PlantState next, PlantTick tick)
    {
        ArgumentNullException.ThrowIfNull(boundary);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(next);
        ArgumentNullException.ThrowIfNull(tick);
        tick.Step = k;
        tick.Bound.Clear();
        for (int h = 0; h < wishes.Length; h++)
        {
            wishes[h] = boundary.HallWish[h][k];
        }

        var draft = new TickDraft(this, boundary, k, state, next, tick);
        if (draft.LayOut(Allowance.Everything) != Excess.None)
        {
            draft.LayOut(shedding.Search(draft));
        }

        tick.BooksResidual = books.Close(state, next, tick);
    }

    /// <summary>Adds the power of each rack in the tick just done to running sums, hall by hall.</summary>
    /// <param name="boundary">The surroundings of the block, with the weights of single racks.</param>
    /// <param name="tick">The tick.</param>
    /// <param name="room">Racks for which the sums have room, hall by hall; at least those that stand there.</param>
    /// <param name="sums">One sum [W] for each rack, the halls one after the other.</param>
    public void AddRackPowerW(Boundary boundary, PlantTick tick, ReadOnlySpan<int> room, Span<double> sums)
    {
        ArgumentNullException.ThrowIfNull(boundary);
        ArgumentNullException.ThrowIfNull(tick);
        int knot = boundary.KnotIndex[tick.Step];
        for (int h = 0; h < racks.Length; h++)
        {
            double[][] weights = boundary.RackWeight[h];
            var work = new RackWork(
                boundary.HallBusyFraction[h][tick.Step], weights[knot], weights[knot + 1], boundary.KnotPosition[tick.Step]);
            racks[h].AddPowerW(work, tick.HallFraction[h], tick.Halls[h].ServerPowerW, sums[..racks[h].Count]);
            sums = sums[room[h]..];
        }
    }

    /// <summary>Names of the books that stood open in a tick, for the diagnosis of a failed run.</summary>
    /// <param name="state">State at the begin of the tick.</param>
    /// <param name="next">State at its end.</param>
    /// <param name="tick">The tick.</param>
    public string OpenBooks(PlantState state, PlantState next, PlantTick tick) => books.Describe(state, next, tick);

    /// <summary>Lays a tick out with what an allowance lets run, and says what it has too much of.</summary>
    internal Excess LayOut(in Allowance allowance, Boundary b, int k, PlantState state, PlantState next, PlantTick tick)
    {
        RunHalls(allowance, state, tick);
        HeatDesk desk = OpenDesk(b, k, state, next, out double demandW);
        RunLoops(allowance, b, k, state, next, tick, ref desk);
        CloseDesk(demandW, desk, state, next, tick);
        SumPower(tick);
        double onSiteW = Sum(b.SolarW, k) + Sum(b.WindW, k);
        (next.Battery, tick.Supply) =
            SupplyDesk.Step(design.Grid, battery, state.Battery, tick.Power.SiteW, onSiteW, Sum(b.ContractW, k));
        return shedding.ExcessOf(tick);
    }

    private void RunHalls(in Allowance allowance, PlantState state, PlantTick tick)
    {
        Array.Clear(loopHeatW);
        Array.Clear(tick.UpsOutputW);
        tick.LossOutsideW = 0.0;
        tick.ThrottledGpus = 0.0;
        tick.DeferrableFraction = allowance.Deferrable;
        tick.FirmFraction = allowance.Firm;
        for (int h = 0; h < racks.Length; h++)
        {
            HallParameters hall = halls[h];
            if (hall.Racks == 0)
            {
                tick.Air[h] = new AirPathStep(0.0, hall.Air.ApproachK, 0.0); // an empty hall: nothing runs
                continue;
            }

            double share = hall.Workload.Deferrable ? allowance.Deferrable : allowance.Firm;
            double allowed = shedding.Gives(h) ? share : 1.0;
            tick.HallFraction[h] = allowed;
            double inletC = state.Loops[airLoop[h]].SupplyC + hall.Air.ApproachK;
            HallPower power = HallPower.Step(hall, wishes[h], allowed, inletC);
            AirPathStep air = AirPathStep.Step(hall.Air, power.AirHeatW, airPressurePa);
            tick.Halls[h] = power;
            tick.Air[h] = air;
            tick.ThrottledGpus += power.ThrottledGpus;
            loopHeatW[airLoop[h]] += power.AirHeatW + air.FanPowerW;
            if (liquids[h] is { } path)
            {
                LiquidPathStep liquid = path.Step(power.LiquidHeatW);
                tick.Liquid[h] = liquid;
                loopHeatW[liquidLoop[h]] += power.LiquidHeatW + liquid.PumpPowerW;
            }

            Place(power.DistributionLossW, distributionLoop[h], tick);
            if (upsOf[h] >= 0)
            {
                tick.UpsOutputW[upsOf[h]] += power.DrawnW;
            }
        }

        for (int i = 0; i < ups.Length; i++)
        {
            tick.UpsLossW[i] = ups[i].LossW(tick.UpsOutputW[i]);
            Place(tick.UpsLossW[i], upsLoop[i], tick);
        }
    }

    private void Place(double lossW, int loop, PlantTick tick)
    {
        if (loop < 0)
        {
            tick.LossOutsideW += lossW;
        }
        else
        {
            loopHeatW[loop] += lossW;
        }
    }

    private HeatDesk OpenDesk(Boundary b, int k, PlantState state, PlantState next, out double demandW)
    {
        DistrictHeatParameters? heat = design.DistrictHeat;
        double airC = b.AirC[k];
        NodeStep felt = ThermalNode.Advance(
            NormalYear.BuildingInertiaS, 1.0, airC, 0.0, double.IsNaN(state.SmoothedAirC) ? airC : state.SmoothedAirC, stepS);
        next.SmoothedAirC = felt.EndC;
        if (heat is null)
        {
            demandW = 0.0;
            return default;
        }

        HeatDemandParameters d = heat.Demand;
        demandW = d.Series is not null
            ? b.HeatDemandW[k]
            : d.HotWaterW * b.HotWaterShape[k] + d.HeatingWPerK * Math.Max(0.0, d.HeatingLimitC - felt.MeanC);
        double roomJ = heat.Tank is null ? 0.0 : heat.Tank.CapacityJ - state.Tank.StoredJ;
        return new HeatDesk
        {
            WantedW = demandW + roomJ / Math.Max(TankPaceS, stepS),
            HasTank = heat.Tank is not null,
            SinkInC = heat.Supply.ReturnC,
            SinkOutC = HeatDemand.SupplyTemperatureC(
                felt.MeanC, heat.Supply.ColdC, heat.Supply.SupplyAtColdC, heat.Supply.MildC, heat.Supply.SupplyAtMildC),
        };
    }

    private void RunLoops(
        in Allowance allowance, Boundary b, int k, PlantState state, PlantState next, PlantTick tick, ref HeatDesk desk)
    {
        double openFraction = (1.0 - b.RiverClosedFraction[k]) * (1.0 - b.RiverAboveLimitFraction[k]);
        RiverBudget river = design.Permit is null
            ? default
            : RiverBudget.Of(design.Permit, b.RiverC[k], b.RiverDischargeM3PerS[k], openFraction);
        var frame = new TickFrame(b.AirC[k], allowance.HeatPump);
        for (int i = 0; i < loopHeatW.Length; i++)
        {
            loops.Step(i, loopHeatW[i], stepS, frame, ref river, ref desk, state, next, tick);
        }

        for (int h = 0; h < racks.Length; h++)
        {
            tick.HallInletC[h] = tick.Loops[airLoop[h]].SupplyC + tick.Air[h].InletRiseK;
        }

        if (design.Permit is not null)
        {
            tick.River = RiverSums.Of(sinks, tick, b.RiverC[k], b.RiverDischargeM3PerS[k], b.RiverClosedFraction[k], openFraction);
        }
    }

    private void CloseDesk(double demandW, in HeatDesk desk, PlantState state, PlantState next, PlantTick tick)
    {
        TankStep tank = default;
        if (design.DistrictHeat?.Tank is { } parameters)
        {
            (next.Tank, tank) = Tank.Step(
                parameters, state.Tank, Math.Max(0.0, desk.ProducedW - demandW), Math.Max(0.0, demandW - desk.ProducedW), stepS);
        }

        // What parts the sum from the demand by rounding alone is no heat that anybody misses.
        double deliveredW = desk.ProducedW + tank.DischargingW - tank.ChargingW;
        deliveredW = deliveredW > demandW * (1.0 - 1e-12) ? demandW : deliveredW;
        tick.Heat = new HeatTick(demandW, deliveredW, desk.ProducedW, desk.SinkOutC, tank);
    }

    private void SumPower(PlantTick tick)
    {
        double itW = 0.0, upsLossW = 0.0, bareLossW = 0.0, fanW = 0.0, pumpW = 0.0;
        for (int h = 0; h < racks.Length; h++)
        {
            // Category 1: at the UPS output; a hall without UPS counts behind its distribution.
            itW += upsOf[h] >= 0 ? tick.Halls[h].DrawnW : tick.Halls[h].DeliveredW;
            bareLossW += upsOf[h] >= 0 ? 0.0 : tick.Halls[h].DistributionLossW;
            fanW += tick.Air[h].FanPowerW;
            pumpW += tick.Liquid[h].PumpPowerW;
        }

        foreach (double loss in tick.UpsLossW)
        {
            upsLossW += loss;
        }

        double riverPumpW = RiverSums.PumpPowerW(design, tick), dryFanW = 0.0, chillerW = 0.0, heatPumpW = 0.0;
        tick.HeatRemovedW = 0.0;
        foreach (LoopTick loop in tick.Loops)
        {
            pumpW += loop.PumpPowerW;
            tick.HeatRemovedW += loop.RemovedW;
        }

        for (int i = 0; i < tick.DryCoolers.Length; i++)
        {
            dryFanW += tick.DryCoolers[i].FanPowerW + tick.DryCoolerCondenserFanW[i];
        }

        foreach (ChillerStep chiller in tick.Chillers)
        {
            chillerW += chiller.PowerW;
        }

        foreach (HeatPumpStep heatPump in tick.HeatPumps)
        {
            heatPumpW += heatPump.PowerW;
        }

        double behindW = itW + upsLossW + bareLossW + fanW + pumpW + riverPumpW + dryFanW + chillerW + heatPumpW + design.AuxiliaryW;
        tick.TransformerLossW = design.Transformers?.LossW(behindW, design.Grid.PowerFactor) ?? 0.0;
        tick.LossOutsideW += tick.TransformerLossW;
        tick.Power = new PowerTick(
            itW,
            upsLossW + bareLossW + tick.TransformerLossW,
            fanW,
            pumpW,
            riverPumpW,
            dryFanW,
            chillerW,
            heatPumpW,
            design.AuxiliaryW);
    }

    private static double Sum(double[][] rows, int k)
    {
        double sum = 0.0;
        foreach (double[] row in rows)
        {
            sum += row[k];
        }

        return sum;
    }
}
