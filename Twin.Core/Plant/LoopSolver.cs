using Twin.Core.Components.Cooling;
using Twin.Core.Physics;

namespace Twin.Core.Plant;

/// <summary>Advances the water of one loop by a tick: its machines hold the set point if they can, else the loop warms by its exact
/// exponential.</summary>
internal sealed class LoopSolver
{
    private const int Passes = 3; // which limits bind at the mean temperature settles in two; the third confirms
    private readonly LoopParameters[] parameters;
    private readonly LoopSinks sinks;
    private readonly LoopWater[] water;

    public LoopSolver(PlantDesign design, LoopSinks sinks)
    {
        parameters = [.. design.Loops];
        this.sinks = sinks;
        water = [.. design.Loops.Select(p => new LoopWater(p))];
    }

    /// <summary>Heat capacity of a loop's water [J/K].</summary>
    public double CapacityJPerK(int loop) => water[loop].CapacityJPerK;

    /// <summary>Moves one loop; river and network are handed on as the machines leave them.</summary>
    public void Step(
        int loop,
        double heatW,
        double stepS,
        in TickFrame frame,
        ref RiverBudget river,
        ref HeatDesk desk,
        PlantState state,
        PlantState next,
        PlantTick tick)
    {
        LoopParameters p = parameters[loop];
        LoopWater lump = water[loop];
        double startC = state.Loops[loop].SupplyC;
        double flow = lump.FlowKgPerS(heatW);
        double pumpW = lump.PumpPowerW(flow);
        double totalW = heatW + pumpW;

        // What would bring the supply to its set point at the end of the tick, and the mean supply on the way there.
        double neededW = totalW + lump.CapacityJPerK * (startC - p.SupplyC) / stepS;
        double wantedW = Math.Max(0.0, neededW);
        double meanC = 0.5 * (startC + (neededW > 0.0 ? p.SupplyC : startC + totalW * stepS / lump.CapacityJPerK));
        LoopPass pass = Start(p, lump, flow, meanC, totalW, wantedW, frame, river, desk);
        sinks.Take(loop, ref pass, tick);
        double removedW = wantedW - pass.WantedW;
        double unmetW = 0.0;

        // A remainder of rounding is not a shortage.
        if (pass.WantedW > 1e-9 * wantedW)
        {
            meanC = startC;
            for (int i = 0; i < Passes; i++)
            {
                (removedW, meanC) = TakeAll(loop, p, lump, flow, meanC, startC, totalW, stepS, frame, river, desk, tick, ref pass);
            }

            unmetW = Math.Max(0.0, totalW - removedW);
        }

        river = pass.River;
        desk = pass.Desk;
        double endC = startC + (totalW - removedW) * stepS / lump.CapacityJPerK;
        meanC = unmetW > 0.0 ? meanC : 0.5 * (startC + endC);
        next.Loops[loop] = new LoopState(endC);
        tick.LoopStartC[loop] = startC;
        tick.LoopEndC[loop] = endC;
        tick.Loops[loop] = new LoopTick(
            totalW, removedW, unmetW, flow, pumpW, meanC, meanC + totalW / (flow * lump.SpecificHeatJPerKgK));
    }

    // All machines at their limits: heat taken is a straight line over the supply, so the lump has an exact solution.
    private (double RemovedW, double MeanC) TakeAll(
        int loop,
        LoopParameters p,
        LoopWater lump,
        double flow,
        double atC,
        double startC,
        double totalW,
        double stepS,
        in TickFrame frame,
        in RiverBudget river,
        in HeatDesk desk,
        PlantTick tick,
        ref LoopPass pass)
    {
        double everything = 1e15; // more than any plant: each machine answers with what it can
        pass = Start(p, lump, flow, atC, totalW, everything, frame, river, desk);
        double returnC = pass.WaterC;
        sinks.Take(loop, ref pass, tick);
        double removedW = (returnC - pass.WaterC) * pass.CapacityWPerK;
        NodeStep moved = ThermalNode.Advance(
            lump.CapacityJPerK, pass.SlopeWPerK, atC, totalW - removedW, startC, stepS);
        return (removedW, moved.MeanC);
    }

    private static LoopPass Start(
        LoopParameters p,
        LoopWater lump,
        double flow,
        double meanC,
        double totalW,
        double wantedW,
        in TickFrame frame,
        in RiverBudget river,
        in HeatDesk desk)
    {
        double capacity = flow * lump.SpecificHeatJPerKgK;
        return new LoopPass
        {
            AirC = frame.AirC,
            SetPointC = p.SupplyC,
            FlowKgPerS = flow,
            CapacityWPerK = capacity,
            WaterC = meanC + totalW / capacity,
            WantedW = wantedW,
            Follow = 1.0,
            HeatPumpFraction = frame.HeatPumpFraction,
            River = river,
            Desk = desk,
        };
    }
}

/// <summary>What all loops see in a tick.</summary>
/// <param name="AirC">Outdoor air [degC].</param>
/// <param name="HeatPumpFraction">Share of the heat pumps' power allowed [1].</param>
internal readonly record struct TickFrame(double AirC, double HeatPumpFraction);
