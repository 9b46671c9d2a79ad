using Twin.Core.Components.Compute;
using Twin.Core.Components.Cooling;

namespace Twin.Core.Plant;

/// <summary>What gives way when a limit binds, in this order.</summary>
internal enum Lever
{
    /// <summary>Heat pumps.</summary>
    HeatPump,

    /// <summary>Deferrable work.</summary>
    Deferrable,

    /// <summary>All other work.</summary>
    Firm,
}

/// <summary>What may run in a tick, each as a share of what it asks for [1].</summary>
/// <param name="HeatPump">Heat pumps.</param>
/// <param name="Deferrable">Deferrable work.</param>
/// <param name="Firm">All other work.</param>
internal readonly record struct Allowance(double HeatPump, double Deferrable, double Firm)
{
    public static Allowance Everything => new(1.0, 1.0, 1.0);

    public Allowance With(Lever lever, double share) => lever switch
    {
        Lever.HeatPump => this with { HeatPump = share },
        Lever.Deferrable => this with { Deferrable = share },
        _ => this with { Firm = share },
    };
}

/// <summary>A tick that can be laid out again with another allowance: state and surroundings stay, results are written over.</summary>
internal readonly ref struct TickDraft(
    PlantModel plant, Boundary boundary, int step, PlantState state, PlantState next, PlantTick tick)
{
    public PlantTick Tick => tick;

    public Excess LayOut(in Allowance allowance) => plant.LayOut(allowance, boundary, step, state, next, tick);
}

/// <summary>What a laid-out tick has too much of.</summary>
[Flags]
internal enum Excess
{
    None = 0,

    /// <summary>Power: the connection and what is behind it cannot serve the site.</summary>
    Power = 1,

    /// <summary>Heat: a loop or a rack inlet would pass its limit.</summary>
    Heat = 2,
}

/// <summary>Finds how much may run when a limit binds: first the heat pumps give way, then deferrable work, then the rest.</summary>
/// <remarks>
/// Site power and loop temperature rise with each share, so that a bisection on one share after the other ends at the largest that
/// holds. The tick is a pure function of state and shares; laying it out again costs no rack sums, which do not depend on them.
/// </remarks>
internal sealed class Shedding
{
    private const int Halvings = 24; // 6e-8 of the share: less than 1 W of a 10 MW site
    private const double RoundingK = 1e-9; // a loop held at its limit ends within rounding of it
    private readonly PlantDesign design;
    private readonly HallParameters[] halls;
    private readonly LoopParameters[] loops;
    private readonly bool hasDeferrable;
    private readonly int[] airLoop;
    private readonly int[] liquidLoop;
    private readonly bool[] gives;
    private readonly bool[] warmLoop;

    public Shedding(PlantDesign design)
    {
        this.design = design;
        halls = [.. design.Halls];
        loops = [.. design.Loops];
        hasDeferrable = design.Halls.Any(h => h.Workload.Deferrable);
        airLoop = [.. design.Halls.Select(h => design.LoopIndex(h.Air.Loop))];
        liquidLoop = [.. design.Halls.Select(h => design.LoopIndex(h.Liquid?.Loop))];
        gives = new bool[halls.Length];
        warmLoop = new bool[loops.Length];
    }

    /// <summary>Whether a hall gives way in the search at hand: to power every hall, to heat those on the water that is too warm.</summary>
    public bool Gives(int hall) => gives[hall];

    /// <summary>What the tick has too much of.</summary>
    public Excess ExcessOf(PlantTick tick)
    {
        Excess excess = tick.Supply.UnservedW > 0.0 ? Excess.Power : Excess.None;
        for (int i = 0; i < loops.Length; i++)
        {
            if (SupplyTooWarm(i, tick))
            {
                return excess | Excess.Heat;
            }
        }

        for (int h = 0; h < halls.Length; h++)
        {
            if (AirTooWarm(h, tick) || LiquidTooWarm(h, tick))
            {
                return excess | Excess.Heat;
            }
        }

        return excess;
    }

    /// <summary>The largest allowance that holds, or no work at all where even that does not.</summary>
    /// <param name="draft">The tick, laid out with everything allowed.</param>
    public Allowance Search(in TickDraft draft)
    {
        Allowance allowance = Allowance.Everything;
        Choose(draft.Tick);
        if ((ExcessOf(draft.Tick) & Excess.Power) != 0 && design.HeatPumps.Count > 0)
        {
            // Heat pumps give way to power only: without them a loop gets warmer, not cooler.
            allowance = allowance.With(Lever.HeatPump, 0.0);
            if (draft.LayOut(allowance) == Excess.None)
            {
                return Largest(draft, allowance, Lever.HeatPump);
            }
        }

        if (hasDeferrable)
        {
            allowance = allowance.With(Lever.Deferrable, 0.0);
            if (draft.LayOut(allowance) == Excess.None)
            {
                return Largest(draft, allowance, Lever.Deferrable);
            }
        }

        return Largest(draft, allowance, Lever.Firm);
    }

    private void Choose(PlantTick tick)
    {
        bool everybody = tick.Supply.UnservedW > 0.0;
        for (int i = 0; i < loops.Length; i++)
        {
            warmLoop[i] = SupplyTooWarm(i, tick);
        }

        for (int h = 0; h < halls.Length; h++)
        {
            warmLoop[airLoop[h]] |= AirTooWarm(h, tick);
            if (liquidLoop[h] >= 0)
            {
                warmLoop[liquidLoop[h]] |= LiquidTooWarm(h, tick);
            }
        }

        for (int h = 0; h < halls.Length; h++)
        {
            gives[h] = everybody || warmLoop[airLoop[h]] || (liquidLoop[h] >= 0 && warmLoop[liquidLoop[h]]);
        }
    }

    private Allowance Largest(in TickDraft draft, in Allowance allowance, Lever lever)
    {
        double holds = 0.0, fails = 1.0;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = 0.5 * (holds + fails);
            if (draft.LayOut(allowance.With(lever, middle)) == Excess.None)
            {
                holds = middle;
            }
            else
            {
                fails = middle;
            }
        }

        // A hair above the largest share that holds, just those limits are passed that bind.
        draft.LayOut(allowance.With(lever, fails));
        Note(draft.Tick);
        return allowance.With(lever, holds);
    }

    private void Note(PlantTick tick)
    {
        tick.Bound.GridImport = tick.Supply.UnservedW > 0.0;
        for (int i = 0; i < loops.Length; i++)
        {
            tick.Bound.LoopSupply[i] = SupplyTooWarm(i, tick);
        }

        for (int h = 0; h < halls.Length; h++)
        {
            tick.Bound.AirInlet[h] = AirTooWarm(h, tick);
            tick.Bound.LiquidInlet[h] = LiquidTooWarm(h, tick);
        }
    }

    private bool SupplyTooWarm(int i, PlantTick tick) => tick.LoopEndC[i] > loops[i].SupplyLimitC + RoundingK;

    private bool AirTooWarm(int h, PlantTick tick) =>
        tick.LoopEndC[airLoop[h]] + tick.Air[h].InletRiseK > halls[h].Air.InletLimitC + RoundingK;

    private bool LiquidTooWarm(int h, PlantTick tick) =>
        liquidLoop[h] >= 0
        && tick.LoopEndC[liquidLoop[h]] + tick.Liquid[h].InletRiseK > halls[h].Liquid!.InletLimitC + RoundingK;
}
