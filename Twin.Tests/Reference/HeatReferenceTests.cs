using Twin.Core.Physics;

namespace Twin.Tests.Reference;

[TestClass]
public sealed class HeatReferenceTests(TestContext context)
{
    private const double Rel = 1e-9; // the same closed forms on both sides

    [TestMethod]
    public void Effectiveness_agrees_with_ht()
    {
        const double abs = 1e-8; // the reference itself loses digits near equal flows
        var table = ReferenceTable.Load("heat_exchanger_effectiveness.csv");
        var off = new Deviations();
        foreach (var row in table.Rows)
        {
            double ntu = row.Number("ntu");
            double ratio = row.Number("cr");
            off.Check(row, row.Number("counterflow"), HeatExchange.CounterflowEffectiveness(ntu, ratio), abs);
            if (!row.IsEmpty("crossflow_unmixed"))
            {
                off.Check(row, row.Number("crossflow_unmixed"), HeatExchange.CrossflowUnmixedEffectiveness(ntu, ratio), abs);
            }
        }

        off.Finish(table, context);
    }

    [TestMethod]
    public void Exchangers_agree_with_ht_and_with_the_zero_flow_conventions()
    {
        var table = ReferenceTable.Load("heat_exchanger_entu.csv");
        var off = new Deviations();
        foreach (var row in table.Rows)
        {
            var found = HeatExchange.Exchange(
                row.Number("m_hot_kg_s"),
                row.Number("cp_hot_j_kg_k"),
                row.Number("t_hot_in_c"),
                row.Number("m_cold_kg_s"),
                row.Number("cp_cold_j_kg_k"),
                row.Number("t_cold_in_c"),
                row.Number("ua_w_k"));
            off.Check(row, row.Number("q_w"), found.HeatW, relative: 1e-8); // as the effectiveness, of which it is a multiple
            off.Check(row, row.Number("t_hot_out_c"), found.HotOutC, absolute: 1e-6); // far below any sensor
            off.Check(row, row.Number("t_cold_out_c"), found.ColdOutC, absolute: 1e-6);
        }

        off.Finish(table, context);
    }

    [TestMethod]
    public void Heat_pumps_agree_with_the_published_models()
    {
        var table = ReferenceTable.Load("heat_pump_cop.csv");
        var off = new Deviations();
        foreach (var row in table.Rows)
        {
            string model = row.Text("model");
            if (model == "jensen2018")
            {
                CheckJensen(row, off);
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
            off.Check(row, row.Number("cop"), cop, relative: Rel, what: model);
        }

        off.Finish(table, context);
    }

    [TestMethod]
    public void The_generalised_cycle_stays_near_a_real_ammonia_cycle()
    {
        const double plausible = 0.08; // no target: the fit lies within about 6 %, here with 5 K and 20 K of glide
        var table = ReferenceTable.Load("heat_pump_nh3_cycle.csv");
        var off = new Deviations();
        foreach (var row in table.Rows)
        {
            // The mapping of the cross-check: source outlet 5 K above evaporation, sink outlet 2 K below condensation.
            double sourceOutC = row.Number("t_evap_c") + 5.0;
            double sinkOutC = row.Number("t_cond_c") - 2.0;
            double efficiency = row.Number("eta_isentropic");
            var p = HeatPumpCycleParameters.AmmoniaDefaults with { IsentropicEfficiency = efficiency, MinimumLiftK = 0.0 };
            double cop = HeatPumpCycle.JensenCop(sourceOutC + 5.0, sourceOutC, sinkOutC - 20.0, sinkOutC, p);
            off.Check(row, row.Number("cop_heat"), cop, relative: plausible);
        }

        off.Finish(table, context);
    }

    [TestMethod]
    public void A_thermal_node_is_exact_at_any_step()
    {
        const double closure = 1e-9; // of the energy that moves: nothing but rounding may part the books
        var table = ReferenceTable.Load("thermal_rc.csv");
        var off = new Deviations();
        foreach (var row in table.Rows)
        {
            double capacity = row.Number("capacity_j_k");
            double ua = row.Number("ua_w_k");
            double environmentC = row.Number("t_env_c");
            double heatW = row.Number("q_w");
            double startC = row.Number("t0_c");
            double stepS = row.Number("dt_s");
            var step = ThermalNode.Advance(capacity, ua, environmentC, heatW, startC, stepS);
            off.Check(row, row.Number("t_end_c"), step.EndC, 1e-6, Rel);
            off.Check(row, row.Number("t_mean_c"), step.MeanC, 1e-6, Rel);
            double storedJ = capacity * (step.EndC - startC);
            double environmentJ = ua * (step.MeanC - environmentC) * stepS;
            double flowJ = Math.Abs(heatW) * stepS + Math.Abs(environmentJ) + Math.Abs(storedJ);
            double ulpJ = 4.0 * capacity * Math.BitIncrement(Math.Abs(startC)) - 4.0 * capacity * Math.Abs(startC);
            off.Check(row, heatW * stepS, storedJ + environmentJ, closure * flowJ + ulpJ);
        }

        off.Finish(table, context);
    }

    [TestMethod]
    public void A_thermal_network_is_exact_and_stays_closed_on_stiff_rows()
    {
        const double closure = 1e-9; // of the energy that moves
        var table = ReferenceTable.Load("thermal_network.csv");
        var off = new Deviations();
        foreach (var row in table.Rows)
        {
            double[] capacity = [row.Number("c1_j_k"), row.Number("c2_j_k"), row.Number("c3_j_k")];
            double g12 = row.Number("g12_w_k");
            double g23 = row.Number("g23_w_k");
            double g3e = row.Number("g3e_w_k");
            ThermalLink[] links = row.Text("topology") == "chain"
                ? [new(0, 1, g12, false), new(1, 2, g23, false)]
                : [new(0, 1, g12, true), new(1, 2, g12, true), new(2, 0, g12, true), new(1, 2, g23, false)];
            double[] start = [row.Number("t1_0_c"), row.Number("t2_0_c"), row.Number("t3_0_c")];
            double heatW = row.Number("q1_w");
            double environmentC = row.Number("t_env_c");
            double stepS = row.Number("dt_s");
            double[] end = new double[3];
            double[] mean = new double[3];
            var network = new ThermalNetwork(capacity, links, [0.0, 0.0, g3e], stepS);
            var step = network.Advance(start, [heatW, 0.0, 0.0], environmentC, end, mean);
            off.Check(row, row.Number("t1_end_c"), end[0], 1e-6, Rel);
            off.Check(row, row.Number("t2_end_c"), end[1], 1e-6, Rel);
            off.Check(row, row.Number("t3_end_c"), end[2], 1e-6, Rel);
            off.Check(row, row.Number("t1_mean_c"), mean[0], 1e-6, Rel);
            off.Check(row, row.Number("t2_mean_c"), mean[1], 1e-6, Rel);
            off.Check(row, row.Number("t3_mean_c"), mean[2], 1e-6, Rel);
            double storedJ = capacity.Select((c, i) => c * (end[i] - start[i])).Sum();
            double environmentJ = g3e * (mean[2] - environmentC) * stepS;
            // The flow, and four ulp of what is stored: a store that takes little cannot be read any finer.
            double flowJ = Math.Abs(heatW) * stepS + Math.Abs(environmentJ);
            double ulpJ = capacity.Select((c, i) => 4.0 * c * (Math.BitIncrement(Math.Abs(end[i])) - Math.Abs(end[i]))).Sum();
            off.Check(row, environmentJ, step.ToEnvironmentJ, closure * flowJ + ulpJ);
            off.Check(row, heatW * stepS, storedJ + environmentJ, closure * flowJ + ulpJ);
        }

        off.Finish(table, context);
    }

    [TestMethod]
    public void Layered_storage_agrees_with_oemof()
    {
        const double rel = 1e-12; // a handful of multiplications
        const double secondsPerHour = 3600.0;
        var table = ReferenceTable.Load("stratified_storage.csv");
        var off = new Deviations();
        foreach (var row in table.Rows)
        {
            double uValue = Storage.UValueWPerM2K(
                row.Number("insulation_mm") / 1000.0,
                row.Number("lambda_w_m_k"),
                row.Number("alpha_in_w_m2_k"),
                row.Number("alpha_out_w_m2_k"));
            var tank = new TwoZoneTank(
                row.Number("diameter_m"), row.Number("height_m"), uValue, row.Number("t_hot_c"), row.Number("t_cold_c"), 971.803, 4195.52);
            var losses = Storage.Losses(tank, row.Number("t_env_c"));
            off.Check(row, row.Number("u_value_w_m2_k"), uValue, relative: rel);
            off.Check(row, row.Number("volume_m3"), Storage.VolumeM3(tank), relative: rel);
            off.Check(row, row.Number("surface_m2"), Storage.SurfaceM2(tank), relative: rel);
            off.Check(row, row.Number("capacity_mwh"), Storage.CapacityJ(tank) / 3.6e9, relative: rel);
            off.Check(row, row.Number("loss_rate_per_h"), losses.RatePerS * secondsPerHour, relative: rel);
            off.Check(row, row.Number("fixed_losses_relative_per_h"), losses.RelativePerS * secondsPerHour, relative: rel);
            off.Check(row, row.Number("fixed_losses_absolute_mwh_per_h"), losses.AbsoluteW / 1.0e6, relative: rel);
        }

        off.Finish(table, context);
    }

    private static void CheckJensen(ReferenceRow row, Deviations off)
    {
        var refrigerant = row.Text("refrigerant") == "ammonia" ? Refrigerant.Ammonia : Refrigerant.Isobutane;
        var p = new HeatPumpCycleParameters(
            refrigerant,
            row.Number("pinch_k"),
            row.Number("eta_isentropic"),
            row.Number("heat_loss_fraction"),
            row.Number("min_lift_k"));
        var found = HeatPumpCycle.Jensen(
            row.Number("source_in_c"), row.Number("source_out_c"), row.Number("sink_in_c"), row.Number("sink_out_c"), p);
        off.Check(row, row.Number("lorenz_cop"), found.LorenzCop, relative: Rel);
        off.Check(row, row.Number("dt_refrigerant_sink_k"), found.SinkDifferenceK, relative: Rel);
        off.Check(row, row.Number("work_ratio"), found.WorkRatio, relative: Rel);
        off.Check(row, row.Number("cop"), found.Cop, relative: Rel);
    }
}
