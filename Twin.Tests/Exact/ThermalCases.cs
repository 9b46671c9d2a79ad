using Twin.Core.Physics;

namespace Twin.Tests.Exact;

/// <summary>Nodes, networks and exchangers.</summary>
internal static class ThermalCases
{
    public static IReadOnlyDictionary<string, Func<ExactCase, double>> Solvers { get; } = new Dictionary<string, Func<ExactCase, double>>
    {
        ["node_end"] = c => Node(c).EndC,
        ["node_mean"] = c => Node(c).MeanC,
        ["node_slow"] = c => Node(c).MeanC,
        ["node_insulated"] = c => Node(c).EndC,
        ["node_after_ages"] = c => Node(c).EndC,
        ["network_pair"] = c => Pair(c).End,
        ["network_pair_mean"] = c => Pair(c).Mean,
        ["network_chain_steady"] = ChainSteady,
        ["network_ring_mixes"] = RingMixes,
        ["counterflow_half"] = Counterflow,
        ["counterflow_near_one"] = Counterflow,
        ["counterflow_equal"] = Counterflow,
        ["counterflow_endless"] = Counterflow,
        ["crossflow_equal"] = c => HeatExchange.CrossflowUnmixedEffectiveness(c["N"], c["Cr"]),
        ["parallel_endless_area"] = c => ExchangerArrangements.ParallelEffectiveness(c["N"], c["Cr"]),
        ["log_mean"] = c => HeatExchange.LogMeanDifferenceK(c["a"], c["b"]),
        ["log_mean_like"] = c => HeatExchange.LogMeanDifferenceK(c["a"], c["b"]),
        ["plate_at_half_flow"] = c => new PlateExchanger(c["UA0"], 20.0, 30.0).ConductanceWPerK(20.0 * c["fh"], 30.0 * c["fc"]),
        ["plate_one_side"] = c => new PlateExchanger(c["UA0"], 20.0, 30.0, c["r"]).ConductanceWPerK(20.0 * c["fh"], 30.0 * c["fc"]),
        ["plate_from_approach"] = c =>
            PlateExchanger.FromApproach(c["Q"], c["a"], c["Ch"] / 3900.0, 3900.0, c["Cc"] / 4180.0, 4180.0).DesignConductanceWPerK,
        ["cold_plate"] = c =>
            ColdPlate.CaseTemperatureC(c["Tin"], c["Q"], ColdPlate.Pg25ResistanceKPerW(1.0e-3 / 60.0)),
    };

    private static double Counterflow(ExactCase c) => HeatExchange.CounterflowEffectiveness(c["N"], c["Cr"]);

    private static NodeStep Node(ExactCase c) => ThermalNode.Advance(c["C"], c["UA"], c["Te"], c["Q"], c["T0"], c["t"]);

    private static (double End, double Mean) Pair(ExactCase c)
    {
        double[] end = new double[2];
        double[] mean = new double[2];
        var network = new ThermalNetwork([c["C"], c["C"]], [new(0, 1, c["G"], false)], [0.0, 0.0], c["t"]);
        network.Advance([c["Ta"], c["Tb"]], [0.0, 0.0], 15.0, end, mean);
        return (end[0], mean[0]);
    }

    private static double ChainSteady(ExactCase c)
    {
        double[] end = new double[3];
        // Time constants of 1 ms, 1 s and about 1e6 s in one step.
        var network = new ThermalNetwork(
            [50.0, 2e4, 1e10], [new(0, 1, c["G12"], false), new(1, 2, c["G23"], false)], [0.0, 0.0, c["G3"]], 1e9);
        network.Advance([70.0, 20.0, 5.0], [c["Q"], 0.0, 0.0], c["Te"], end, new double[3]);
        return end[0];
    }

    private static double RingMixes(ExactCase c)
    {
        double[] end = new double[3];
        ThermalLink[] ring = [new(0, 1, 500.0, true), new(1, 2, 500.0, true), new(2, 0, 500.0, true)];
        var network = new ThermalNetwork([c["C1"], c["C2"], c["C3"]], ring, [0.0, 0.0, 0.0], 1e8);
        network.Advance([c["T1"], c["T2"], c["T3"]], [0.0, 0.0, 0.0], 0.0, end, new double[3]);
        return end[1];
    }
}
