using Twin.Core.Physics;

namespace Twin.Tests.Reference;

/// <summary>Exchangers, heat pumps, thermal nodes, tanks.</summary>
internal static class HeatVectors
{
    private const double Rel = 1e-9; // the same closed forms on both sides
    private const double EffectivenessAbs = 1e-8; // the reference itself loses digits near equal flows

    public static void Effectiveness(ReferenceTable table, Deviations off)
    {
        foreach (var row in table.Rows)
        {
            double ntu = row.Number("ntu");
            double ratio = row.Number("cr");
            Known(row, "counterflow", HeatExchange.CounterflowEffectiveness(ntu, ratio));
            Known(row, "parallel", ExchangerArrangements.ParallelEffectiveness(ntu, ratio));
            Known(row, "crossflow_unmixed", HeatExchange.CrossflowUnmixedEffectiveness(ntu, ratio));
            Known(row, "crossflow_cmax_mixed", ExchangerArrangements.CrossflowLargerMixedEffectiveness(ntu, ratio));
            Known(row, "crossflow_cmin_mixed", ExchangerArrangements.CrossflowSmallerMixedEffectiveness(ntu, ratio));
            Known(row, "shell_tube_1_shell", ExchangerArrangements.ShellAndTubeEffectiveness(ntu, ratio));
        }

        void Known(ReferenceRow row, string column, double found)
        {
            if (!row.IsEmpty(column)) // the reference library has none at ratios next to zero
            {
                off.Column(row, column, found, EffectivenessAbs);
            }
        }
    }

    public static void Exchangers(ReferenceTable table, Deviations off)
    {
        foreach (var row in table.Rows)
        {
            double hotFlow = row.Number("m_hot_kg_s");
            double hotHeat = row.Number("cp_hot_j_kg_k");
            double hotC = row.Number("t_hot_in_c");
            double coldFlow = row.Number("m_cold_kg_s");
            double coldHeat = row.Number("cp_cold_j_kg_k");
            double coldC = row.Number("t_cold_in_c");
            double ua = row.Number("ua_w_k");
            var found = HeatExchange.Exchange(hotFlow, hotHeat, hotC, coldFlow, coldHeat, coldC, ua);
            double leastWPerK = Math.Min(hotFlow * hotHeat, coldFlow * coldHeat);
            // As the effectiveness, of which it is a multiple: the reference loses digits next to equal flows.
            off.Column(row, "q_w", found.HeatW, EffectivenessAbs * leastWPerK * Math.Abs(hotC - coldC));
            off.Column(row, "t_hot_out_c", found.HotOutC, absolute: 1e-6); // far below any sensor
            off.Column(row, "t_cold_out_c", found.ColdOutC, absolute: 1e-6);
            off.Expect(row, row.Text("origin") is "ht" or "convention", "a known origin");
            if (row.IsEmpty("ntu") || row.IsEmpty("cr"))
            {
                continue; // no flow, no number of transfer units: the convention above is all there is
            }

            double ratio = leastWPerK / Math.Max(hotFlow * hotHeat, coldFlow * coldHeat);
            off.Column(row, "ntu", ua / leastWPerK, relative: Rel);
            off.Column(row, "cr", ratio, relative: Rel);
            off.Column(row, "effectiveness", HeatExchange.CounterflowEffectiveness(ua / leastWPerK, ratio), EffectivenessAbs);
        }
    }

    public static void HeatPumps(ReferenceTable table, Deviations off)
    {
        foreach (var row in table.Rows)
        {
            string model = row.Text("model");
            if (model == "jensen2018")
            {
                Jensen(row, off);
                continue;
            }

            double sourceC = row.Number("source_in_c");
            double sinkC = row.Number("sink_out_c");
            double cop = model switch
            {
                "carnot_heat_pump" => HeatPumpCycle.CarnotCop(sourceC, sinkC, row.Number("quality_grade")),
                "carnot_chiller" => ChillerCurves.CarnotFractionCop(sourceC, sinkC, row.Number("quality_grade")),
                "ruhnau2019_air" => HeatPumpCycle.RuhnauAirCop(sinkC - sourceC),
                "ruhnau2019_ground" => HeatPumpCycle.RuhnauGroundCop(sinkC - sourceC),
                "ruhnau2019_water" => HeatPumpCycle.RuhnauWaterCop(sinkC - sourceC),
                "staffell2012_air" => HeatPumpCycle.StaffellAirCop(sinkC - sourceC),
                "staffell2012_ground" => HeatPumpCycle.StaffellGroundCop(sinkC - sourceC),
                _ => throw new InvalidDataException($"{row.Place}: unknown model {model}."),
            };
            off.Check(row, row.Number("cop"), cop, relative: Rel, what: $"cop of {model}");
        }
    }

    /// <summary>No target: the fit lies within about 6 % of a real cycle, here with 5 K and 20 K of glide.</summary>
    public static void AmmoniaCycle(ReferenceTable table, Deviations off)
    {
        const double plausible = 0.08;
        foreach (var row in table.Rows)
        {
            // The mapping of the cross-check: source outlet 5 K above evaporation, sink outlet 2 K below condensation.
            double sourceOutC = row.Number("t_evap_c") + 5.0;
            double sinkOutC = row.Number("t_cond_c") - 2.0;
            double efficiency = row.Number("eta_isentropic");
            var p = HeatPumpCycleParameters.AmmoniaDefaults with { IsentropicEfficiency = efficiency, MinimumLiftK = 0.0 };
            double cop = HeatPumpCycle.JensenCop(sourceOutC + 5.0, sourceOutC, sinkOutC - 20.0, sinkOutC, p);
            off.Column(row, "cop_heat", cop, relative: plausible);
        }
    }

    public static void Node(ReferenceTable table, Deviations off)
    {
        const double closure = 1e-9; // of the energy that moves: nothing but rounding may part the books
        foreach (var row in table.Rows)
        {
            double capacity = row.Number("capacity_j_k");
            double ua = row.Number("ua_w_k");
            double environmentC = row.Number("t_env_c");
            double heatW = row.Number("q_w");
            double startC = row.Number("t0_c");
            double stepS = row.Number("dt_s");
            var step = ThermalNode.Advance(capacity, ua, environmentC, heatW, startC, stepS);
            double allowedK = Math.Max(1e-6, Rel * Math.Abs(row.Number("t_end_c")));
            double allowedMeanK = Math.Max(1e-6, Rel * Math.Abs(row.Number("t_mean_c")));
            off.Column(row, "t_end_c", step.EndC, 1e-6, Rel);
            off.Column(row, "t_mean_c", step.MeanC, 1e-6, Rel);
            double storedJ = capacity * (step.EndC - startC);
            double environmentJ = ua * (step.MeanC - environmentC) * stepS;
            off.Column(row, "e_env_j", environmentJ, ua * stepS * allowedMeanK, Rel); // what the temperature may be off, as energy
            off.Column(row, "de_stored_j", storedJ, capacity * allowedK, Rel);
            double flowJ = Math.Abs(heatW) * stepS + Math.Abs(environmentJ);
            double allowedJ = closure * flowJ + Ulp4J(capacity, startC, step.EndC);
            off.Check(row, heatW * stepS, storedJ + environmentJ, allowedJ, what: "closure [J]");
        }
    }

    public static void Network(ReferenceTable table, Deviations off)
    {
        const double closure = 1e-9; // of the energy that moves
        foreach (var row in table.Rows)
        {
            double[] capacity = [row.Number("c1_j_k"), row.Number("c2_j_k"), row.Number("c3_j_k")];
            double[] start = [row.Number("t1_0_c"), row.Number("t2_0_c"), row.Number("t3_0_c")];
            double g3e = row.Number("g3e_w_k");
            double heatW = row.Number("q1_w");
            double environmentC = row.Number("t_env_c");
            double stepS = row.Number("dt_s");
            double[] end = new double[3];
            double[] mean = new double[3];
            var network = new ThermalNetwork(capacity, Links(row), [0.0, 0.0, g3e], stepS);
            var step = network.Advance(start, [heatW, 0.0, 0.0], environmentC, end, mean);
            double allowedStoredJ = 0.0;
            double ulpJ = 0.0;
            for (int i = 0; i < 3; i++)
            {
                off.Column(row, $"t{i + 1}_end_c", end[i], 1e-6, Rel);
                off.Column(row, $"t{i + 1}_mean_c", mean[i], 1e-6, Rel);
                allowedStoredJ += capacity[i] * Math.Max(1e-6, Rel * Math.Abs(end[i]));
                // Four ulp of what is stored: a store that takes little cannot be read any finer. The network is advanced as its
                // distance from the environment, which has ulps of its own.
                ulpJ += Ulp4J(capacity[i], start[i], end[i], environmentC);
            }

            double storedJ = capacity.Select((c, i) => c * (end[i] - start[i])).Sum();
            double environmentJ = g3e * (mean[2] - environmentC) * stepS;
            double allowedEnvironmentJ = g3e * stepS * Math.Max(1e-6, Rel * Math.Abs(mean[2]));
            off.Column(row, "e_env_j", step.ToEnvironmentJ, allowedEnvironmentJ, Rel); // what the temperatures may be off, as energy
            off.Column(row, "de_stored_j", storedJ, allowedStoredJ, Rel);
            double flowJ = Math.Abs(heatW) * stepS + Math.Abs(environmentJ);
            off.Check(row, environmentJ, step.ToEnvironmentJ, closure * flowJ + ulpJ, what: "flow as booked and as conducted [J]");
            off.Check(row, heatW * stepS, storedJ + step.ToEnvironmentJ, closure * flowJ + ulpJ, what: "closure [J]");
        }
    }

    public static void LayeredTank(ReferenceTable table, Deviations off)
    {
        const double rel = 1e-12; // a handful of multiplications
        const double secondsPerHour = 3600.0;
        double heatJPerKgK = table.Stated("cp");
        double densityKgPerM3 = table.Stated("rho");
        foreach (var row in table.Rows)
        {
            double uValue = Storage.UValueWPerM2K(
                row.Number("insulation_mm") / 1000.0,
                row.Number("lambda_w_m_k"),
                row.Number("alpha_in_w_m2_k"),
                row.Number("alpha_out_w_m2_k"));
            double hotC = row.Number("t_hot_c");
            double coldC = row.Number("t_cold_c");
            double environmentC = row.Number("t_env_c");
            var tank = new TwoZoneTank(
                row.Number("diameter_m"), row.Number("height_m"), uValue, hotC, coldC, densityKgPerM3, heatJPerKgK);
            var losses = Storage.Losses(tank, environmentC);
            off.Column(row, "u_value_w_m2_k", uValue, relative: rel);
            off.Column(row, "volume_m3", Storage.VolumeM3(tank), relative: rel);
            off.Column(row, "surface_m2", Storage.SurfaceM2(tank), relative: rel);
            off.Column(row, "capacity_mwh", Storage.CapacityJ(tank) / 3.6e9, relative: rel);
            off.Column(row, "loss_rate_per_h", losses.RatePerS * secondsPerHour, relative: rel);
            // Both are multiples of a difference of temperatures, which carries the rounding of its parts when it nearly vanishes.
            double spanK = Math.Abs(coldC - environmentC) + 1.0;
            off.Column(
                row,
                "fixed_losses_relative_per_h",
                losses.RelativePerS * secondsPerHour,
                rel * losses.RatePerS * secondsPerHour * spanK / (hotC - coldC),
                rel);
            off.Column(row, "fixed_losses_absolute_mwh_per_h", losses.AbsoluteW / 1.0e6, relative: rel);
        }
    }

    private static ThermalLink[] Links(ReferenceRow row)
    {
        double g12 = row.Number("g12_w_k");
        double g23 = row.Number("g23_w_k");
        return row.Text("topology") switch
        {
            "chain" => [new(0, 1, g12, false), new(1, 2, g23, false)],
            "ring" => [new(0, 1, g12, true), new(1, 2, g12, true), new(2, 0, g12, true), new(1, 2, g23, false)],
            var other => throw new InvalidDataException($"{row.Place}: unknown topology {other}."),
        };
    }

    private static double Ulp4J(double capacityJPerK, params double[] temperaturesC)
    {
        double largest = temperaturesC.Max(Math.Abs);
        return 4.0 * capacityJPerK * (Math.BitIncrement(largest) - largest);
    }

    private static void Jensen(ReferenceRow row, Deviations off)
    {
        var refrigerant = row.Text("refrigerant") switch
        {
            "ammonia" => Refrigerant.Ammonia,
            "isobutane" => Refrigerant.Isobutane,
            var other => throw new InvalidDataException($"{row.Place}: unknown refrigerant {other}."),
        };
        var p = new HeatPumpCycleParameters(
            refrigerant,
            row.Number("pinch_k"),
            row.Number("eta_isentropic"),
            row.Number("heat_loss_fraction"),
            row.Number("min_lift_k"));
        var found = HeatPumpCycle.Jensen(
            row.Number("source_in_c"), row.Number("source_out_c"), row.Number("sink_in_c"), row.Number("sink_out_c"), p);
        off.Column(row, "lorenz_cop", found.LorenzCop, relative: Rel);
        off.Column(row, "dt_refrigerant_sink_k", found.SinkDifferenceK, relative: Rel);
        off.Column(row, "work_ratio", found.WorkRatio, relative: Rel);
        off.Check(row, row.Number("cop"), found.Cop, relative: Rel, what: "cop of jensen2018");
    }
}
