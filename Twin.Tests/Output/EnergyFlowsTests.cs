using Twin.Cli.Commands;
using Twin.Cli.Output;
using Twin.Cli.Output.Plots;
using Twin.Tests.Commands;

namespace Twin.Tests.Output;

[TestClass]
public class EnergyFlowsTests
{
    // Sums over a run of the same rows in another order, of books that close to this share in every step.
    private const double Books = 1e-9;

    [TestMethod]
    public void Both_sides_of_every_place_are_equal_in_a_year()
    {
        using var folder = new TemporaryFolder();
        RunSeries run = Year(folder);
        AssertClosed(EnergyFlows.Of(run));
        Assert.IsNull(EnergyFlows.WhyNot(run));
    }

    [TestMethod]
    public void In_a_run_with_every_part_the_widths_are_those_of_the_columns()
    {
        using var folder = new TemporaryFolder();
        RunSeries run = FirstDay(folder);
        EnergyFlows energy = EnergyFlows.Of(run);
        AssertClosed(energy);

        // The left side of a place from columns that the right side is not made from, and the other way round.
        double fromStoresJ = Between(energy, EnergyFlows.Emptied, EnergyFlows.Electricity);
        double suppliedJ = E(run, "contracts.used_w", "contracts.stored_w", "grid.spot_w", "grid.unserved_w", "onsite.generation_w")
            - E(run, "onsite.curtailed_w");
        AssertNear(suppliedJ + fromStoresJ, energy.Into(EnergyFlows.Electricity), "supply");
        double intoStoresJ = Between(energy, EnergyFlows.Electricity, EnergyFlows.Filled);
        double usedJ = E(run, "site.power_w", "battery.loss_w", "grid.export_w") + intoStoresJ;
        AssertNear(usedJ, energy.OutOf(EnergyFlows.Electricity), "use");
        AssertNear(E(run, "it.power_w"), energy.OutOf(EnergyFlows.It), "IT");
        AssertNear(E(run, "chain.loss_w"), energy.OutOf(EnergyFlows.Losses), "losses");
        AssertNear(E(run, "air.fan_power_w", "dry_coolers.*.fan_power_w"), energy.OutOf(EnergyFlows.Fans), "fans");
        AssertNear(E(run, "loops.pump_power_w", "river_exchangers.*.pump_power_w"), energy.OutOf(EnergyFlows.Pumps), "pumps");
        AssertNear(E(run, "loops.*.heat_w"), energy.Into(EnergyFlows.Loops), "into the loops");
        AssertNear(E(run, "cooling.heat_removed_w"), energy.OutOf(EnergyFlows.Loops), "out of the loops");
        AssertNear(E(run, "heat_pumps.*.heat_w", "direct_exchangers.*.heat_w"), energy.Into(EnergyFlows.HeatPumps), "heat reuse");
        AssertNear(E(run, "heat.delivered_w"), energy.Into(EnergyFlows.Network), "network");
        AssertNear(E(run, "river.heat_w", "river.pump_power_w"), energy.Into(EnergyFlows.River), "river");
        double airJ = E(run, "dry_coolers.*.heat_w", "dry_coolers.*.condenser_heat_w", "dry_coolers.*.fan_power_w");
        AssertNear(airJ, energy.Into(EnergyFlows.Air), "air");

        // Here the transformers stand outside, and nothing else is lost there: the flow that no column tells has another witness.
        double outsideJ = E(run, "transformers.loss_w", "site.auxiliary_w", "battery.loss_w", "heat.tank_loss_w");
        AssertNear(outsideJ, energy.Into(EnergyFlows.Outside), "outside");
    }

    [TestMethod]
    public void What_stores_gave_and_took_is_what_their_own_columns_say()
    {
        using var folder = new TemporaryFolder();
        RunSeries run = FirstDay(folder);
        EnergyFlows energy = EnergyFlows.Of(run);
        double gainedJ = E(run, "battery.charging_w") - E(run, "battery.discharging_w", "battery.loss_w")
            + E(run, "heat.tank_charging_w") - E(run, "heat.tank_discharging_w", "heat.tank_loss_w")
            + E(run, "loops.*.heat_w") - E(run, "cooling.heat_removed_w");
        double drawnJ = energy.Into(EnergyFlows.Filled) - energy.OutOf(EnergyFlows.Emptied);
        Assert.AreEqual(gainedJ, drawnJ, Books * energy.Into(EnergyFlows.Electricity));
    }

    [TestMethod]
    public void Every_ribbon_is_as_wide_at_both_ends_as_its_energy_and_no_two_overlap_at_a_place()
    {
        using var folder = new TemporaryFolder();
        EnergyFlows energy = EnergyFlows.Of(Year(folder));
        var layout = new SankeyLayout(energy, top: 128, bottom: 848);
        const float rounding = 0.01f; // single precision, some hundred pixels
        foreach (SankeyLayout.Stop stop in layout.Stops)
        {
            Assert.IsGreaterThanOrEqualTo(128 - rounding, stop.Top);
            Assert.IsLessThanOrEqualTo(848 + rounding, stop.Top + stop.Height);
            List<SankeyLayout.Leg> incoming = layout.Legs.Where(leg => leg.To == stop).OrderBy(leg => leg.EndTop).ToList();
            for (int i = 1; i < incoming.Count; i++)
            {
                Assert.AreEqual(incoming[i - 1].EndTop + incoming[i - 1].Width, incoming[i].EndTop, rounding);
            }

            Assert.AreEqual(stop.Layer == 0 ? 0 : stop.Height, incoming.Sum(leg => leg.Width), rounding);
        }
    }

    private static void AssertClosed(EnergyFlows energy)
    {
        foreach (FlowNode node in energy.Nodes().Where(node => node.Layer is > 0 and < EnergyFlows.Last))
        {
            AssertNear(energy.Into(node), energy.OutOf(node), node.Name);
        }

        double beginJ = energy.Nodes().Where(node => node.Layer == 0).Sum(energy.OutOf);
        double endJ = energy.Nodes().Where(node => node.Layer == EnergyFlows.Last).Sum(energy.Into);
        AssertNear(beginJ, endJ, "the whole");
    }

    private static void AssertNear(double expectedJ, double actualJ, string what) =>
        Assert.AreEqual(expectedJ, actualJ, Books * Math.Abs(expectedJ), what);

    private static double Between(EnergyFlows energy, FlowNode from, FlowNode to) =>
        energy.All.Where(flow => flow.From == from && flow.To == to).Sum(flow => flow.EnergyJ);

    private static double E(RunSeries run, params ReadOnlySpan<string> columns) => run.EnergyJ(columns);

    private static RunSeries Year(TemporaryFolder folder)
    {
        var year = new SyntheticRun(new DateOnly(2025, 1, 1), days: 365);
        using (var rows = new TimeSeriesFile(folder.Of(RunFiles.TimeSeries)))
        {
            year.Play(rows, null, CancellationToken.None);
        }

        SummaryFile.Write(folder.Path, year.Header, SyntheticRun.KeyFigures);
        return RunSeries.Read(folder.Path, EnergyFlows.Columns);
    }

    /// <summary>A day of a plant with river, dry coolers, heat pump, exchanger, tank, sun, wind, battery and contracts.</summary>
    private static RunSeries FirstDay(TemporaryFolder folder)
    {
        using var data = new StringWriter();
        using var messages = new StringWriter();
        using var interruption = new Interruption();
        string scenario = Path.Combine(EngineTests.Repository(), "scenarios", "first_day");
        string[] args = ["run", scenario, "--out", folder.Path, "--no-plots", "--quiet"];
        var terminal = new Terminal(data, messages, ErrorIsTerminal: false);
        Assert.AreEqual(ExitStatus.Done, TwinProgram.Run(args, Engine.Services, terminal, interruption), messages.ToString());
        string[] witnesses =
        [
            "transformers.loss_w", "dry_coolers.*.fan_power_w", "river_exchangers.*.pump_power_w", "heat_pumps.*.heat_w",
        ];
        return RunSeries.Read(data.ToString().Trim(), [.. EnergyFlows.Columns, .. witnesses]);
    }
}
