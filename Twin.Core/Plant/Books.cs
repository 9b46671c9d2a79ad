using Twin.Core.Components.Compute;
using Twin.Core.Components.Cooling;

namespace Twin.Core.Plant;

/// <summary>One balance: what came in, what went out, what the store gained, and how large all of it was.</summary>
internal struct Account
{
    private double net;
    private double gross;
    private double storedJ;
    private double changeJ;

    /// <summary>Books a flow in [W].</summary>
    public void In(double flowW)
    {
        net += flowW;
        gross += Math.Abs(flowW);
    }

    /// <summary>Books a flow out [W].</summary>
    public void Out(double flowW)
    {
        net -= flowW;
        gross += Math.Abs(flowW);
    }

    /// <summary>Books a store from its two states [J].</summary>
    public void Store(double startJ, double endJ)
    {
        changeJ += endJ - startJ;
        storedJ = Math.Max(storedJ, Math.Max(Math.Abs(startJ), Math.Abs(endJ)));
    }

    /// <summary>Residual over what is allowed: 1e-9 of the flows and 4 units in the last place of what is stored [1].</summary>
    public readonly double Residual(double stepS)
    {
        double open = Math.Abs(net * stepS - changeJ);
        double allowed = 1e-9 * gross * stepS + 4.0 * (Math.BitIncrement(storedJ) - storedJ);
        return open == 0.0 ? 0.0 : open / allowed;
    }
}

/// <summary>The books of the plant, closed at every tick: loops, tank, battery, heat network, electric bus, and the whole site.</summary>
/// <remarks>Changes of stores come from the states, flows from what the machines reported: two sums that do not know each other.</remarks>
internal sealed class Books
{
    private readonly PlantDesign design;
    private readonly LoopSolver loops;
    private readonly double stepS;
    private readonly int[][] machinesOfLoop;

    // For each loop: the halls and UPS whose heat it takes. Names are compared once, here, and not in every tick.
    private readonly int[][] airHeat;
    private readonly int[][] liquidHeat;
    private readonly int[][] distributionHeat;
    private readonly int[][] upsHeat;
    private readonly int[] bareHalls;

    public Books(PlantDesign design, LoopSolver loops, double stepS)
    {
        this.design = design;
        this.loops = loops;
        this.stepS = stepS;
        machinesOfLoop = [.. design.Loops.Select(l => l.Sinks.Select(MachineNumber).ToArray())];
        airHeat = [.. design.Loops.Select(l => Where(design.Halls, h => h.Air.Loop == l.Name))];
        liquidHeat = [.. design.Loops.Select(l => Where(design.Halls, h => h.Liquid?.Loop == l.Name))];
        distributionHeat = [.. design.Loops.Select(l => Where(design.Halls, h => h.Chain.HeatTo.Loop == l.Name))];
        upsHeat = [.. design.Loops.Select(l => Where(design.Ups, u => u.HeatTo.Loop == l.Name))];
        bareHalls = Where(design.Halls, h => string.IsNullOrEmpty(h.Chain.Ups));
    }

    /// <summary>Largest residual of all books over what is allowed [1]; above 1 they are open.</summary>
    public double Close(PlantState state, PlantState next, PlantTick tick)
    {
        double worst = Math.Max(Site(state, next, tick), Bus(tick));
        worst = Math.Max(worst, Math.Max(Network(state, next, tick), Battery(state, next, tick)));
        for (int i = 0; i < machinesOfLoop.Length; i++)
        {
            worst = Math.Max(worst, Loop(i, state, next, tick));
        }

        // A balance of numbers that are none is not closed.
        return double.IsFinite(worst) ? worst : double.PositiveInfinity;
    }

    /// <summary>Every book with its residual, worst first.</summary>
    public string Describe(PlantState state, PlantState next, PlantTick tick)
    {
        List<(string Name, double Residual)> all =
        [
            ("site", Site(state, next, tick)),
            ("electric bus", Bus(tick)),
            ("heat network", Network(state, next, tick)),
            ("battery", Battery(state, next, tick)),
        ];
        for (int i = 0; i < design.Loops.Count; i++)
        {
            all.Add(($"loop {design.Loops[i].Name}", Loop(i, state, next, tick)));
        }

        return string.Join(", ", all.OrderByDescending(b => b.Residual).Select(b => $"{b.Name} {b.Residual:G3}"));
    }

    private double Loop(int i, PlantState state, PlantState next, PlantTick tick)
    {
        Account account = default;
        foreach (int h in airHeat[i])
        {
            account.In(tick.Halls[h].AirHeatW + tick.Air[h].FanPowerW);
        }

        foreach (int h in liquidHeat[i])
        {
            account.In(tick.Halls[h].LiquidHeatW + tick.Liquid[h].PumpPowerW);
        }

        foreach (int h in distributionHeat[i])
        {
            account.In(tick.Halls[h].DistributionLossW);
        }

        foreach (int u in upsHeat[i])
        {
            account.In(tick.UpsLossW[u]);
        }

        account.In(tick.Loops[i].PumpPowerW);
        foreach (int machine in machinesOfLoop[i])
        {
            account.Out(MachineHeatW(machine, tick));
        }

        double capacity = loops.CapacityJPerK(i);
        account.Store(capacity * state.Loops[i].SupplyC, capacity * next.Loops[i].SupplyC);
        return account.Residual(stepS);
    }

    private double Network(PlantState state, PlantState next, PlantTick tick)
    {
        Account account = default;
        foreach (var heatPump in tick.HeatPumps)
        {
            account.In(heatPump.SourceW);
            account.In(heatPump.PowerW);
        }

        foreach (double direct in tick.DirectW)
        {
            account.In(direct);
        }

        account.Out(tick.Heat.DeliveredW);
        account.Out(tick.Heat.Tank.LossW);
        account.Store(state.Tank.StoredJ, next.Tank.StoredJ);
        return account.Residual(stepS);
    }

    private double Battery(PlantState state, PlantState next, PlantTick tick)
    {
        Account account = default;
        account.In(tick.Supply.Battery.ChargingW);
        account.Out(tick.Supply.Battery.DischargingW);
        account.Out(tick.Supply.Battery.LossW);
        account.Store(state.Battery.StoredJ, next.Battery.StoredJ);
        return account.Residual(stepS);
    }

    private double Bus(PlantTick tick)
    {
        Account account = default;
        ref readonly SupplyTick s = ref tick.Supply;
        account.In(s.OnSiteW);
        account.In(s.ImportW);
        account.In(s.Battery.DischargingW);
        account.In(s.UnservedW);
        account.Out(s.Battery.ChargingW);
        account.Out(s.ExportW);
        account.Out(s.CurtailedW);
        foreach (ref readonly HallPower hall in tick.Halls.AsSpan())
        {
            account.Out(hall.ServerPowerW);
            account.Out(hall.NetworkPowerW);
            account.Out(hall.DistributionLossW);
        }

        account.Out(tick.Power.ChainLossW - BareDistributionW(tick));
        account.Out(tick.Power.AirFanW);
        account.Out(tick.Power.LoopPumpW);
        account.Out(tick.Power.RiverPumpW);
        account.Out(tick.Power.DryCoolerFanW);
        account.Out(tick.Power.ChillerW);
        account.Out(tick.Power.HeatPumpW);
        account.Out(design.AuxiliaryW);
        return account.Residual(stepS);
    }

    // All electricity that came in has left as heat, power or store: nothing of what is inside the fence is counted twice.
    private double Site(PlantState state, PlantState next, PlantTick tick)
    {
        Account account = default;
        ref readonly SupplyTick s = ref tick.Supply;
        account.In(s.OnSiteW);
        account.In(s.ImportW);
        account.In(s.UnservedW);
        account.Out(s.ExportW);
        account.Out(s.CurtailedW);
        account.Out(s.Battery.LossW);
        account.Out(tick.Heat.DeliveredW);
        account.Out(tick.Heat.Tank.LossW);
        account.Out(tick.LossOutsideW);
        account.Out(design.AuxiliaryW);
        account.Out(tick.Power.RiverPumpW); // leaves with the river water
        foreach (RiverStep river in tick.RiverExchangers)
        {
            account.Out(river.HeatW);
        }

        for (int i = 0; i < tick.DryCoolers.Length; i++)
        {
            account.Out(tick.DryCoolers[i].HeatW);
            account.Out(tick.DryCoolers[i].FanPowerW + tick.DryCoolerCondenserFanW[i]);
        }

        foreach (ChillerStep chiller in tick.Chillers)
        {
            account.Out(chiller.CondenserHeatW);
        }

        for (int i = 0; i < machinesOfLoop.Length; i++)
        {
            double capacity = loops.CapacityJPerK(i);
            account.Store(capacity * state.Loops[i].SupplyC, capacity * next.Loops[i].SupplyC);
        }

        account.Store(state.Tank.StoredJ, next.Tank.StoredJ);
        account.Store(state.Battery.StoredJ, next.Battery.StoredJ);
        return account.Residual(stepS);
    }

    // The distribution of halls without UPS stands in the chain loss; on the bus it is booked with its hall.
    private double BareDistributionW(PlantTick tick)
    {
        double sum = 0.0;
        foreach (int h in bareHalls)
        {
            sum += tick.Halls[h].DistributionLossW;
        }

        return sum;
    }

    private static int[] Where<T>(IReadOnlyList<T> all, Func<T, bool> isIt) =>
        [.. Enumerable.Range(0, all.Count).Where(i => isIt(all[i]))];

    // Machines are numbered through: direct exchangers, heat pumps, river, dry coolers, chillers.
    private int MachineNumber(string name)
    {
        string[] all =
        [
            .. design.DirectExchangers.Select(m => m.Name),
            .. design.HeatPumps.Select(m => m.Name),
            .. design.RiverExchangers.Select(m => m.Name),
            .. design.DryCoolers.Select(m => m.Name),
            .. design.Chillers.Select(m => m.Name),
        ];
        return Array.IndexOf(all, name);
    }

    private static double MachineHeatW(int machine, PlantTick tick)
    {
        int i = machine;
        if (i < tick.DirectW.Length)
        {
            return tick.DirectW[i];
        }

        i -= tick.DirectW.Length;
        if (i < tick.HeatPumps.Length)
        {
            return tick.HeatPumps[i].SourceW;
        }

        i -= tick.HeatPumps.Length;
        if (i < tick.RiverExchangers.Length)
        {
            return tick.RiverExchangers[i].HeatW;
        }

        i -= tick.RiverExchangers.Length;
        return i < tick.DryCoolers.Length ? tick.DryCoolers[i].HeatW : tick.Chillers[i - tick.DryCoolers.Length].HeatW;
    }
}
