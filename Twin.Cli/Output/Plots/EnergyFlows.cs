using SkiaSharp;

namespace Twin.Cli.Output.Plots;

/// <summary>A place through which energy flows.</summary>
/// <param name="Name">As it is written on the sheet.</param>
/// <param name="Layer">Its column on the sheet, from the left.</param>
/// <param name="Lane">Its order in the column, from the top; what passes through a column keeps the lane of where it goes.</param>
/// <param name="Colour">Colour of the place and of what flows to it.</param>
internal sealed record FlowNode(string Name, int Layer, double Lane, SKColor Colour);

/// <summary>Energy from one place to another over the run [J], above zero.</summary>
internal sealed record Flow(FlowNode From, FlowNode To, double EnergyJ);

/// <summary>Where the energy of a run comes from and where it ends, from the columns of the run.</summary>
/// <remarks>
/// Two flows are told by no column and follow from what is left: losses that leave without plant, as what the loops did not get, and
/// what the water of the loops gained or gave. All others are recorded, so that most places are summed twice, independently.
/// </remarks>
internal sealed class EnergyFlows
{
    /// <summary>Parting of the two sides of a place, as a share of its flow, from which the run's files are not believed.</summary>
    public const double Closed = 1e-9;

    /// <summary>Layer of the places where energy ends.</summary>
    public const int Last = 5;

    // Differences of sums over a year are wrong in the last digits: below this share of all energy they are nothing.
    private const double Rounding = 1e-12;

    public static readonly FlowNode Contracts = new("contracts", 0, 10, PlotColours.Sky);
    public static readonly FlowNode Spot = new("grid, spot market", 0, 20, PlotColours.Grey);
    public static readonly FlowNode Own = new("own sun and wind", 0, 30, PlotColours.Green);
    public static readonly FlowNode Emptied = new("from stores", 0, 40, PlotColours.Purple);
    public static readonly FlowNode Unserved = new("asked for, unserved", 0, 50, PlotColours.Vermilion);
    public static readonly FlowNode Electricity = new("electricity", 1, 0, PlotColours.Ink);
    public static readonly FlowNode It = new("IT", 2, 20, PlotColours.Blue);
    public static readonly FlowNode Pumps = new("pumps", 2, 31, PlotColours.Sky);
    public static readonly FlowNode Fans = new("fans", 2, 32, PlotColours.Sky);
    public static readonly FlowNode Losses = new("power distribution", 2, 34, PlotColours.Orange);
    public static readonly FlowNode Auxiliaries = new("auxiliaries", 2, 74, PlotColours.Grey);
    public static readonly FlowNode Battery = new("battery losses", 2, 76, PlotColours.Purple);
    public static readonly FlowNode Loops = new("heat in the loops", 3, 30, PlotColours.Orange);
    public static readonly FlowNode HeatPumps = new("heat pumps", 4, 10, PlotColours.Vermilion);
    public static readonly FlowNode Chillers = new("chillers", 4, 60.31, PlotColours.Blue);
    public static readonly FlowNode Export = new("sold to the grid", Last, 5, PlotColours.Green);
    public static readonly FlowNode Network = new("heat network", Last, 10, PlotColours.Vermilion);
    public static readonly FlowNode River = new("water body", Last, 40, PlotColours.Blue);
    public static readonly FlowNode Air = new("air, by dry coolers", Last, 60, PlotColours.Sky);
    public static readonly FlowNode Outside = new("outside, unused", Last, 72, PlotColours.Grey);
    public static readonly FlowNode Filled = new("into stores", Last, 7, PlotColours.Purple);

    private readonly RunSeries run;
    private readonly List<Flow> flows = [];

    private EnergyFlows(RunSeries run)
    {
        this.run = run;
        double leastJ = Rounding * E("site.power_w");
        AddSupply(leastJ);
        AddUses(leastJ);
        AddLoops(leastJ);
        AddMachines(leastJ);
    }

    /// <summary>Columns that the flows are made from.</summary>
    public static IEnumerable<string> Columns =>
    [
        "site.power_w", "it.power_w", "chain.loss_w", "air.fan_power_w", "loops.pump_power_w", "river.pump_power_w",
        "dry_coolers.fan_power_w", "chillers.power_w", "heat_pumps.power_w", "site.auxiliary_w", "onsite.generation_w",
        "onsite.curtailed_w", "contracts.used_w", "contracts.stored_w", "grid.spot_w", "grid.export_w", "grid.unserved_w",
        "battery.charging_w", "battery.discharging_w", "battery.loss_w", "cooling.heat_removed_w", "loops.*.heat_w", "river.heat_w",
        "river_exchangers.*.heat_w", "dry_coolers.*.heat_w", "dry_coolers.*.condenser_heat_w", "chillers.*.heat_w",
        "heat_pumps.*.source_w", "direct_exchangers.*.heat_w", "heat.delivered_w", "heat.tank_charging_w",
        "heat.tank_discharging_w", "heat.tank_loss_w",
    ];

    /// <summary>The flows, none of them zero.</summary>
    public IReadOnlyList<Flow> All => flows;

    /// <summary>Electricity that the site draws, batteries not among it [J].</summary>
    public double SiteJ => E("site.power_w");

    /// <summary>Why the run cannot have the sheet; null if it can.</summary>
    public static string? WhyNot(RunSeries run)
    {
        if (!run.Has("site.power_w") || !run.Has("it.power_w") || !run.Has("cooling.heat_removed_w")
            || run.Like("loops.*.heat_w").Count == 0)
        {
            return "the run does not say where its heat went";
        }

        EnergyFlows energy = Of(run);
        FlowNode? open = energy.Nodes().FirstOrDefault(node => energy.Opening(node) > Closed);
        return energy.flows.Count == 0 ? "the run used no energy"
            : open is not null ? $"what goes into {open.Name} is not what comes out" : null;
    }

    /// <summary>Reads the flows out of a run.</summary>
    public static EnergyFlows Of(RunSeries run) => new(run);

    /// <summary>The name of a place in this plant.</summary>
    public string NameOf(FlowNode node) =>
        node == HeatPumps && E("direct_exchangers.*.heat_w") > 0 ? "heat reuse"
        : node == Electricity && Into(Export) > 0 ? "electricity, sold and used"
        : node.Name;

    /// <summary>All places through which something flows.</summary>
    public IReadOnlyList<FlowNode> Nodes() => flows.SelectMany(flow => new[] { flow.From, flow.To }).Distinct().ToList();

    /// <summary>What comes into a place [J].</summary>
    public double Into(FlowNode node) => flows.Where(flow => flow.To == node).Sum(flow => flow.EnergyJ);

    /// <summary>What goes out of a place [J].</summary>
    public double OutOf(FlowNode node) => flows.Where(flow => flow.From == node).Sum(flow => flow.EnergyJ);

    /// <summary>By how much the two sides of a place part, as a share of the larger [1]; zero at both ends of the sheet.</summary>
    public double Opening(FlowNode node)
    {
        double inJ = Into(node);
        double outJ = OutOf(node);
        return node.Layer is 0 or Last ? 0 : Math.Abs(inJ - outJ) / Math.Max(inJ, outJ);
    }

    private void AddSupply(double leastJ)
    {
        Add(Contracts, Electricity, E("contracts.used_w", "contracts.stored_w"));
        Add(Spot, Electricity, E("grid.spot_w"));
        Add(Own, Electricity, E("onsite.generation_w") - E("onsite.curtailed_w"), leastJ);
        Add(Unserved, Electricity, E("grid.unserved_w"));
        Add(Electricity, Export, E("grid.export_w"));

        double gainedJ = E("battery.charging_w") - E("battery.discharging_w") - E("battery.loss_w");
        Add(Emptied, Electricity, -gainedJ, leastJ);
        Add(Electricity, Filled, gainedJ, leastJ);
        Add(Electricity, Battery, E("battery.loss_w"));
        Add(Battery, Outside, E("battery.loss_w"));
    }

    private void AddUses(double leastJ)
    {
        Add(Electricity, It, E("it.power_w"));
        Add(Electricity, Losses, E("chain.loss_w"));
        Add(Electricity, Fans, E("air.fan_power_w", "dry_coolers.fan_power_w"));
        Add(Electricity, Pumps, E("loops.pump_power_w", "river.pump_power_w"));
        Add(Electricity, Chillers, E("chillers.power_w"));
        Add(Electricity, HeatPumps, E("heat_pumps.power_w"));
        Add(Electricity, Auxiliaries, E("site.auxiliary_w"));
        Add(Auxiliaries, Outside, E("site.auxiliary_w"));
        Add(Fans, Air, E("dry_coolers.fan_power_w"));
        Add(Pumps, River, E("river.pump_power_w"));

        // What is lost outside has no column. Beyond the loss in the chain it is distribution that stands inside IT.
        double roomsJ = E("it.power_w", "chain.loss_w", "air.fan_power_w", "loops.pump_power_w");
        double outsideJ = roomsJ - E("loops.*.heat_w");
        double ofChainJ = Math.Min(outsideJ, E("chain.loss_w"));
        ofChainJ = ofChainJ > leastJ ? ofChainJ : 0;
        double ofItJ = outsideJ - ofChainJ > leastJ ? outsideJ - ofChainJ : 0;
        Add(Losses, Outside, ofChainJ);
        Add(It, Outside, ofItJ);
        Add(Losses, Loops, E("chain.loss_w") - ofChainJ, leastJ);
        Add(It, Loops, E("it.power_w") - ofItJ, leastJ);
        Add(Fans, Loops, E("air.fan_power_w"));
        Add(Pumps, Loops, E("loops.pump_power_w"));
    }

    private void AddLoops(double leastJ)
    {
        double keptJ = E("loops.*.heat_w") - E("cooling.heat_removed_w");
        Add(Loops, Filled, keptJ, leastJ);
        Add(Emptied, Loops, -keptJ, leastJ);
        Add(Loops, HeatPumps, E("heat_pumps.*.source_w", "direct_exchangers.*.heat_w"));
        Add(Loops, River, E("river_exchangers.*.heat_w"));
        Add(Loops, Chillers, E("chillers.*.heat_w"));
        Add(Loops, Air, E("dry_coolers.*.heat_w"));
    }

    private void AddMachines(double leastJ)
    {
        Add(Chillers, River, E("river.heat_w") - E("river_exchangers.*.heat_w"), leastJ);
        Add(Chillers, Air, E("dry_coolers.*.condenser_heat_w"));
        double storedJ = E("heat.tank_charging_w") - E("heat.tank_discharging_w") - E("heat.tank_loss_w");
        Add(HeatPumps, Network, E("heat.delivered_w"));
        Add(HeatPumps, Outside, E("heat.tank_loss_w"));
        Add(HeatPumps, Filled, storedJ, leastJ);
        Add(Emptied, HeatPumps, -storedJ, leastJ);
    }

    private double E(params ReadOnlySpan<string> columns) => run.EnergyJ(columns);

    private void Add(FlowNode from, FlowNode to, double energyJ, double leastJ = 0)
    {
        if (energyJ > leastJ)
        {
            flows.Add(new Flow(from, to, energyJ));
        }
    }
}
