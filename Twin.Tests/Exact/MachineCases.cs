using Twin.Core.Components.Compute;
using Twin.Core.Components.Cooling;
using Twin.Core.Components.HeatReuse;
using Twin.Core.Components.Power;
using Twin.Core.Physics;
using Twin.Tests.Components;

namespace Twin.Tests.Exact;

/// <summary>Machines of the plant.</summary>
internal static class MachineCases
{
    private const double DayS = 86_400.0;

    public static IReadOnlyDictionary<string, Func<ExactCase, double>> Solvers { get; } = new Dictionary<string, Func<ExactCase, double>>
    {
        ["river_exchanger_design"] = RiverExchangerAtDesign,
        ["dry_cooler_design"] = DryCoolerAtDesign,
        ["tank_cools"] = c => Tank.Step(new(1e12, c["a"], 0.0), new(c["E0"]), 0.0, 0.0, c["t"]).Next.StoredJ,
        ["tank_fills"] = c => Filled(c).Next.StoredJ,
        ["tank_loss"] = c => Filled(c).Out.LossW,
        ["battery_charges"] = c =>
            new Battery(Cell(c["n"], 1.0, 0.0), c["t"]).Step(new(c["E0"]), c["P"], 0.0).Next.StoredJ,
        ["battery_rests"] = c =>
            new Battery(Cell(1.0, 1.0, c["s"]), c["days"] * DayS).Step(new(c["E0"]), 0.0, 0.0).Next.StoredJ,
        ["battery_there_and_back"] = ThereAndBack,
        ["carnot_chiller"] = c => Chiller.Cop(c["n"], c["T0"], c["Tk"]),
        ["converter_loss"] = c => Converter(c["n"]).LossW(c["x"] * c["P"], c["P"]),
        ["chain_efficiency"] = ThroughTwo,
        ["transformer_loss"] = c =>
            new TransformerParameters(new((int)c["n"], c["S"], 0), c["P0"], c["Pk"], 0.0).LossW(c["P"], c["cosphi"]),
        ["pump_cube"] = PumpAtPart,
    };

    private static double RiverExchangerAtDesign(ExactCase c)
    {
        var p = Machines.River with { Bank = new((int)c["n"], c["size"], 0), ApproachK = c["approach"] };
        LoopParameters loop = Machines.Loop;
        var exchanger = new RiverExchanger(p, loop);
        double flow = p.Bank.AvailableW / (Water.SpecificHeatJPerKgK(loop.SupplyC) * loop.DesignRiseK);
        // A river that nothing forbids, as much colder as the approach says.
        RiverBudget river = RiverBudget.Of(new(10.0, 50.0, 99.0, 50.0, 99.0, 99.0, []), loop.SupplyC - p.ApproachK, 1000.0, 1.0);
        return exchanger.Step(1e12, loop.SupplyC + loop.DesignRiseK, flow, river).HeatW;
    }

    private static double DryCoolerAtDesign(ExactCase c)
    {
        var p = Machines.DryCooler with { Bank = new((int)c["n"], c["size"], 0), ApproachK = c["approach"] };
        double heatW = p.Bank.AvailableW;
        return new DryCooler(p, c["rise"]).CapacityW(1.0, 40.0, heatW / c["rise"], 40.0 - c["approach"] - c["rise"]);
    }

    private static (TankState Next, TankStep Out) Filled(ExactCase c) =>
        Tank.Step(new(1e12, c["a"], 0.0), new(0.0), c["P"], 0.0, c["t"]);

    private static BatteryParameters Cell(double charge, double discharge, double selfDischarge) =>
        new(3.6e9, 1e7, charge, discharge, selfDischarge, 0.0, 1.0, 0.5);

    private static double ThereAndBack(ExactCase c)
    {
        var battery = new Battery(Cell(c["nc"], c["nd"], 0.0), 3600.0);
        BatteryState half = battery.Start;
        var (fuller, taken) = battery.Step(half, 2e5, 0.0);
        double wantedW = (fuller.StoredJ - half.StoredJ) / 3600.0 * c["nd"];
        return battery.Step(fuller, 0.0, wantedW).Out.DischargingW / taken.ChargingW;
    }

    // Load at the point where the efficiency is given.
    private static EfficiencyCurve Converter(double efficiency) => new("test", [0.5, 1.0], [efficiency, efficiency - 0.01]);

    private static double ThroughTwo(ExactCase c)
    {
        double between = c["P"] + Converter(c["n2"]).LossW(c["P"], 2.0 * c["P"]);
        return between + Converter(c["n1"]).LossW(between, 2.0 * between);
    }

    private static double PumpAtPart(ExactCase c)
    {
        const double headPa = 300e3;
        const double efficiency = 0.75;
        LoopParameters p = Machines.Loop;
        // A design heat whose rated pump power is the stated one.
        double densityKgPerM3 = Water.DensityKgPerM3(p.SupplyC);
        double ratedKgPerS = c["P0"] * efficiency / headPa * densityKgPerM3;
        double heatW = ratedKgPerS * Water.SpecificHeatJPerKgK(p.SupplyC) * p.DesignRiseK;
        var water = new LoopWater(p with { DesignHeatW = heatW, Pumps = new(headPa, 0.0, efficiency, 0.3) });
        return water.PumpPowerW(water.FlowKgPerS(c["f"] * heatW));
    }
}
