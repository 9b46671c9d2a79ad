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
        set.Mean(at + "power_w", "W", "Servers at the wall, their fans inside.", m => m.Tick.Halls[i].ServerPowerW);
        set.Mean(at + "server_fan_w", "W", "Of which the servers' own fans.", m => m.Tick.Halls[i].ServerFanPowerW);
        set.Mean(at + "psu_loss_w", "W", "Of which lost in the power supplies.", m => m.Tick.Halls[i].PsuLossW);
        set.Mean(at + "network_w", "W", "Network, storage and management.", m => m.Tick.Halls[i].NetworkPowerW);
        set.Mean(at + "distribution_loss_w", "W", "Lost in busbars and distribution units.", m => m.Tick.Halls[i].DistributionLossW);
        set.Mean(at + "busy_fraction", "1", "GPUs at work over GPUs installed.", m => m.Tick.Halls[i].BusyGpus / gpus);
        set.Mean(at + "throttled_gpus", "1", "GPUs that had work and were kept from it.", m => m.Tick.Halls[i].ThrottledGpus);
        set.Mean(at + "fan_power_w", "W", "Fans of the room air coolers.", m => m.Tick.Air[i].FanPowerW);
        set.Mean(at + "inlet_c", "degC", "Air at the rack inlet.", m => m.Tick.HallInletC[i]);
        set.Max(at + "inlet_c_max", "degC", "Largest step mean of the air at the rack inlet.", m => m.Tick.HallInletC[i]);
        int airLoop = LoopOf(design, design.Halls[i].Air.Loop);
        AddLimit(set, at, "inlet", "the limit of the air at the rack inlet", m => m.Tick.Bound.AirInlet[i]);
        set.Max(
            at + "inlet_end_c_max",
            "degC",
            "Largest air temperature at the rack inlet at the end of a step, the one that its limit holds.",
            m => m.Tick.LoopEndC[airLoop] + m.Tick.Air[i].InletRiseK);
        if (design.Halls[i].Liquid is { } liquid)
        {
            int liquidLoop = LoopOf(design, liquid.Loop);
            AddLimit(set, at, "liquid_inlet", "the limit of the coolant at the rack inlet", m => m.Tick.Bound.LiquidInlet[i]);
            set.Max(
                at + "liquid_inlet_end_c_max",
                "degC",
                "Largest coolant temperature at the rack inlet at the end of a step, the one that its limit holds.",
                m => m.Tick.LoopEndC[liquidLoop] + m.Tick.Liquid[i].InletRiseK);
            set.Mean(at + "liquid_heat_w", "W", "Heat that leaves by the cold plates.", m => m.Tick.Halls[i].LiquidHeatW);
            set.Mean(at + "coolant_pump_w", "W", "Pumps of the coolant units.", m => m.Tick.Liquid[i].PumpPowerW);
        }
    }

    private static void AddLoop(ColumnSet set, string name, int i)
    {
        string at = $"loops.{name}.";
        set.Mean(at + "heat_w", "W", "Heat into the loop, that of its pumps inside.", m => m.Tick.Loops[i].HeatW);
        set.Mean(at + "unmet_w", "W", "Heat that its machines could not take.", m => m.Tick.Loops[i].UnmetW);
        set.Mean(at + "flow_kg_s", "kg/s", "Flow.", m => m.Tick.Loops[i].FlowKgPerS);
        set.Mean(at + "pump_power_w", "W", "Circulation pumps.", m => m.Tick.Loops[i].PumpPowerW);
        set.Mean(at + "supply_c", "degC", "Supply temperature.", m => m.Tick.Loops[i].SupplyC);
        set.Max(at + "supply_c_max", "degC", "Largest step mean of the supply temperature.", m => m.Tick.Loops[i].SupplyC);
        set.Mean(at + "return_c", "degC", "Return temperature.", m => m.Tick.Loops[i].ReturnC);
        AddLimit(set, at, "supply", "the limit of the supply temperature", m => m.Tick.Bound.LoopSupply[i]);
        set.Max(
            at + "supply_end_c_max",
            "degC",
            "Largest supply temperature at the end of a step, the one that its limit holds.",
            m => m.Tick.LoopEndC[i]);
    }

    private static void AddLimit(ColumnSet set, string at, string name, string limit, Func<Moment, bool> binds) => set.Mean(
        $"{at}limited_{name}_fraction", "1", $"Share of the time in which {limit} kept work from running.", m => binds(m) ? 1.0 : 0.0);

    private static int LoopOf(PlantDesign design, string name) => design.Loops.Select(l => l.Name).ToList().IndexOf(name);

    private static void AddSinks(ColumnSet set, PlantDesign design)
    {
        for (int n = 0; n < design.RiverExchangers.Count; n++)
        {
            int i = n;
            string at = $"river_exchangers.{design.RiverExchangers[i].Name}.";
            set.Mean(at + "heat_w", "W", "Heat handed to the river.", m => m.Tick.RiverExchangers[i].HeatW);
            set.Mean(at + "flow_kg_s", "kg/s", "River water pumped.", m => m.Tick.RiverExchangers[i].FlowKgPerS);
            set.Mean(at + "pump_power_w", "W", "Intake pumps.", m => m.Tick.RiverExchangers[i].PumpPowerW);
        }

        for (int n = 0; n < design.DryCoolers.Count; n++)
        {
            int i = n;
            string at = $"dry_coolers.{design.DryCoolers[i].Name}.";
            set.Mean(at + "heat_w", "W", "Loop heat handed to the air.", m => m.Tick.DryCoolers[i].HeatW);
            set.Mean(at + "condenser_heat_w", "W", "Heat of condensers handed to the air.", m => m.Tick.DryCoolerCondenserW[i]);
            set.Mean(
                at + "fan_power_w", "W", "Fans.", m => m.Tick.DryCoolers[i].FanPowerW + m.Tick.DryCoolerCondenserFanW[i]);
        }

        for (int n = 0; n < design.Chillers.Count; n++)
        {
            int i = n;
            string at = $"chillers.{design.Chillers[i].Name}.";
            set.Mean(at + "heat_w", "W", "Heat taken from the loop.", m => m.Tick.Chillers[i].HeatW);
            set.Mean(at + "power_w", "W", "Compressors.", m => m.Tick.Chillers[i].PowerW);
        }
    }

    private static void AddReuse(ColumnSet set, PlantDesign design)
    {
        for (int n = 0; n < design.HeatPumps.Count; n++)
        {
            int i = n;
            string at = $"heat_pumps.{design.HeatPumps[i].Name}.";
            set.Mean(at + "heat_w", "W", "Heat handed to network and tank.", m => m.Tick.HeatPumps[i].HeatW);
            set.Mean(at + "power_w", "W", "Compressors.", m => m.Tick.HeatPumps[i].PowerW);
            set.Mean(at + "source_w", "W", "Heat taken from the loop.", m => m.Tick.HeatPumps[i].SourceW);
        }

        for (int n = 0; n < design.DirectExchangers.Count; n++)
        {
            int i = n;
            set.Mean(
                $"direct_exchangers.{design.DirectExchangers[i].Name}.heat_w", "W", "Loop heat handed to the network.", m => m.Tick.DirectW[i]);
        }
    }

    private static void AddGeneration(ColumnSet set, PlantDesign design)
    {
        for (int n = 0; n < design.Photovoltaics.Count; n++)
        {
            int i = n;
            set.Mean($"photovoltaics.{design.Photovoltaics[i].Name}.power_w", "W", "Power of the array.", m => m.Boundary.SolarW[i][m.K]);
        }

        for (int n = 0; n < design.Wind.Count; n++)
        {
            int i = n;
            set.Mean($"wind.{design.Wind[i].Name}.power_w", "W", "Power of the turbines.", m => m.Boundary.WindW[i][m.K]);
        }

        for (int n = 0; n < design.Contracts.Count; n++)
        {
            int i = n;
            set.Mean($"contracts.{design.Contracts[i].Name}.power_w", "W", "Power delivered.", m => m.Boundary.ContractW[i][m.K]);
        }
    }
}
