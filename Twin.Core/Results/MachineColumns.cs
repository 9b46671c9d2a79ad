using Twin.Core.Components.Compute;
using Twin.Core.Components.Cooling;
using Twin.Core.Components.HeatReuse;
using Twin.Core.Plant;

namespace Twin.Core.Results;

/// <summary>Columns of single machines, named by the scenario's own path to them.</summary>
internal static class MachineColumns
{
    public static void Add(ColumnSet set, PlantDesign design)
    {
        for (int i = 0; i < design.Halls.Count; i++)
        {
            AddHall(set, design, i);
        }

        for (int i = 0; i < design.Loops.Count; i++)
        {
            AddLoop(set, design.Loops[i].Name, i);
        }

        AddSinks(set, design);
        AddReuse(set, design);
        AddGeneration(set, design);
    }

    private static void AddHall(ColumnSet set, PlantDesign design, int i)
    {
        string at = $"halls.{design.Halls[i].Name}.";
        double gpus = Math.Max(1.0, design.Halls[i].Gpus);
        int airLoop = design.LoopIndex(design.Halls[i].Air.Loop);
        set.Group((m, row) =>
        {
            PlantTick t = m.Tick;
            ref readonly HallPower hall = ref t.Halls[i];
            double inletC = t.HallInletC[i];
            ColumnSet.Fill(
                row,
                hall.ServerPowerW,
                hall.ServerFanPowerW,
                hall.PsuLossW,
                hall.NetworkPowerW,
                hall.DistributionLossW,
                hall.BusyGpus / gpus,
                hall.ThrottledGpus,
                t.Air[i].FanPowerW,
                inletC,
                inletC,
                t.Bound.AirInlet[i] ? 1.0 : 0.0,
                t.LoopEndC[airLoop] + t.Air[i].InletRiseK,
                hall.AirHeatW,
                inletC + t.Air[i].ReturnRiseK);
        });
        set.Mean(at + "power_w", "W", "Servers at the wall, their fans inside.");
        set.Mean(at + "server_fan_w", "W", "Of which the servers' own fans.");
        set.Mean(at + "psu_loss_w", "W", "Of which lost in the power supplies.");
        set.Mean(at + "network_w", "W", "Network, storage and management.");
        set.Mean(at + "distribution_loss_w", "W", "Lost in busbars and distribution units.");
        set.Mean(at + "busy_fraction", "1", "GPUs at work over GPUs installed.");
        set.Mean(at + "throttled_gpus", "1", "GPUs that had work and were kept from it.");
        set.Mean(at + "fan_power_w", "W", "Fans of the room air coolers.");
        set.Mean(at + "inlet_c", "degC", "Air at the rack inlet.");
        set.Max(at + "inlet_c_max", "degC", "Largest step mean of the air at the rack inlet.");
        AddLimit(set, at, "inlet", "the limit of the air at the rack inlet");
        set.Max(
            at + "inlet_end_c_max",
            "degC",
            "Largest air temperature at the rack inlet at the end of a step, the one that its limit holds.");
        set.Mean(at + "air_heat_w", "W", "Heat that leaves by the room air, without that of the room coolers' fans.");
        set.Mean(
            at + "air_return_c",
            "degC",
            "Air into the room coolers: rack inlet plus the warming over the racks, mixed with what passed by them.");
        if (design.Halls[i].Liquid is { } liquid)
        {
            AddLiquid(set, at, i, design.LoopIndex(liquid.Loop));
        }
    }

    private static void AddLiquid(ColumnSet set, string at, int i, int loop)
    {
        set.Group((m, row) =>
        {
            PlantTick t = m.Tick;
            ColumnSet.Fill(
                row,
                t.Bound.LiquidInlet[i] ? 1.0 : 0.0,
                t.LoopEndC[loop] + t.Liquid[i].InletRiseK,
                t.LoopEndC[loop] + t.Liquid[i].InletRiseK + t.Liquid[i].PlateRiseK,
                t.Loops[loop].SupplyC + t.Liquid[i].InletRiseK,
                t.Loops[loop].SupplyC + t.Liquid[i].InletRiseK,
                t.Loops[loop].SupplyC + t.Liquid[i].InletRiseK + t.Liquid[i].ReturnRiseK,
                t.Halls[i].LiquidHeatW,
                t.Liquid[i].PumpPowerW);
        });
        AddLimit(set, at, "liquid_inlet", "the limit of the coolant at the rack inlet");
        set.Max(
            at + "liquid_inlet_end_c_max",
            "degC",
            "Largest coolant temperature at the rack inlet at the end of a step, the one that its limit holds.");
        set.Max(
            at + "case_end_c_max",
            "degC",
            "Largest case temperature of a chip at the end of a step, one plate a GPU carrying an equal part of the liquid heat.");
        set.Mean(at + "liquid_inlet_c", "degC", "Coolant at the rack inlet.");
        set.Max(at + "liquid_inlet_c_max", "degC", "Largest step mean of the coolant at the rack inlet.");
        set.Mean(at + "liquid_return_c", "degC", "Coolant that leaves the racks for the coolant units.");
        set.Mean(at + "liquid_heat_w", "W", "Heat that leaves by the cold plates.");
        set.Mean(at + "coolant_pump_w", "W", "Pumps of the coolant units.");
    }

    private static void AddLoop(ColumnSet set, string name, int i)
    {
        string at = $"loops.{name}.";
        set.Group((m, row) =>
        {
            ref readonly LoopTick loop = ref m.Tick.Loops[i];
            ColumnSet.Fill(
                row,
                loop.HeatW,
                loop.UnmetW,
                loop.FlowKgPerS,
                loop.PumpPowerW,
                loop.SupplyC,
                loop.SupplyC,
                loop.ReturnC,
                m.Tick.Bound.LoopSupply[i] ? 1.0 : 0.0,
                m.Tick.LoopEndC[i]);
        });
        set.Mean(at + "heat_w", "W", "Heat into the loop, that of its pumps inside.");
        set.Mean(at + "unmet_w", "W", "Heat that its machines could not take.");
        set.Mean(at + "flow_kg_s", "kg/s", "Flow.");
        set.Mean(at + "pump_power_w", "W", "Circulation pumps.");
        set.Mean(at + "supply_c", "degC", "Supply temperature.");
        set.Max(at + "supply_c_max", "degC", "Largest step mean of the supply temperature.");
        set.Mean(at + "return_c", "degC", "Return temperature.");
        AddLimit(set, at, "supply", "the limit of the supply temperature");
        set.Max(
            at + "supply_end_c_max",
            "degC",
            "Largest supply temperature at the end of a step, the one that its limit holds.");
    }

    private static void AddLimit(ColumnSet set, string at, string name, string limit) => set.Mean(
        $"{at}limited_{name}_fraction", "1", $"Share of the time in which {limit} kept work from running.");

    private static void AddSinks(ColumnSet set, PlantDesign design)
    {
        for (int n = 0; n < design.RiverExchangers.Count; n++)
        {
            int i = n;
            string at = $"river_exchangers.{design.RiverExchangers[i].Name}.";
            set.Group((m, row) =>
            {
                ref readonly RiverStep step = ref m.Tick.RiverExchangers[i];
                ColumnSet.Fill(row, step.HeatW, step.FlowKgPerS, step.PumpPowerW);
            });
            set.Mean(at + "heat_w", "W", "Heat handed to the river.");
            set.Mean(at + "flow_kg_s", "kg/s", "River water pumped.");
            set.Mean(at + "pump_power_w", "W", "Intake pumps.");
        }

        for (int n = 0; n < design.DryCoolers.Count; n++)
        {
            int i = n;
            string at = $"dry_coolers.{design.DryCoolers[i].Name}.";
            set.Group((m, row) =>
            {
                ref readonly DryCoolerStep step = ref m.Tick.DryCoolers[i];
                ColumnSet.Fill(row, step.HeatW, m.Tick.DryCoolerCondenserW[i], step.FanPowerW + m.Tick.DryCoolerCondenserFanW[i]);
            });
            set.Mean(at + "heat_w", "W", "Loop heat handed to the air.");
            set.Mean(at + "condenser_heat_w", "W", "Heat of condensers handed to the air.");
            set.Mean(at + "fan_power_w", "W", "Fans.");
        }

        for (int n = 0; n < design.Chillers.Count; n++)
        {
            int i = n;
            string at = $"chillers.{design.Chillers[i].Name}.";
            set.Group((m, row) => ColumnSet.Fill(row, m.Tick.Chillers[i].HeatW, m.Tick.Chillers[i].PowerW));
            set.Mean(at + "heat_w", "W", "Heat taken from the loop.");
            set.Mean(at + "power_w", "W", "Compressors.");
        }
    }

    private static void AddReuse(ColumnSet set, PlantDesign design)
    {
        for (int n = 0; n < design.HeatPumps.Count; n++)
        {
            int i = n;
            string at = $"heat_pumps.{design.HeatPumps[i].Name}.";
            set.Group((m, row) =>
            {
                ref readonly HeatPumpStep step = ref m.Tick.HeatPumps[i];
                ColumnSet.Fill(row, step.HeatW, step.PowerW, step.SourceW);
            });
            set.Mean(at + "heat_w", "W", "Heat handed to network and tank.");
            set.Mean(at + "power_w", "W", "Compressors.");
            set.Mean(at + "source_w", "W", "Heat taken from the loop.");
        }

        for (int n = 0; n < design.DirectExchangers.Count; n++)
        {
            int i = n;
            set.Group((m, row) => row[0] = m.Tick.DirectW[i]);
            set.Mean($"direct_exchangers.{design.DirectExchangers[i].Name}.heat_w", "W", "Loop heat handed to the network.");
        }
    }

    private static void AddGeneration(ColumnSet set, PlantDesign design)
    {
        set.Group((m, row) => CopyStep(m.Boundary.SolarW, m.K, row));
        foreach (var array in design.Photovoltaics)
        {
            set.Mean($"photovoltaics.{array.Name}.power_w", "W", "Power of the array.");
        }

        set.Group((m, row) => CopyStep(m.Boundary.WindW, m.K, row));
        foreach (var turbines in design.Wind)
        {
            set.Mean($"wind.{turbines.Name}.power_w", "W", "Power of the turbines.");
        }

        set.Group((m, row) => CopyStep(m.Boundary.ContractW, m.K, row));
        foreach (var contract in design.Contracts)
        {
            set.Mean($"contracts.{contract.Name}.power_w", "W", "Power delivered.");
        }
    }

    private static void CopyStep(double[][] rows, int k, Span<double> row)
    {
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = rows[i][k];
        }
    }
}
