using CsCheck;
using Twin.Core.Physics;

namespace Twin.Tests.Physics;

/// <summary>Networks whose nodes follow within a millisecond or within thirty years, in steps of any length.</summary>
[TestClass]
public sealed class StiffNetworkTests
{
    private const double Closure = 1e-9; // of the energy that moves
    private const double EnvironmentC = 12.0;
    private const double HeatW = 3e4;

    // Time constants C/G from 1e-3 to 1e9 s around conductances of 1 to 1e6 W/K, steps from 1 ms to 100 days.
    private static readonly Gen<Case> Cases = Gen.Select(
        Gen.Int[2, 5],
        Gen.Double[-3, 9].Array[5],
        Gen.Double[0, 6].Array[5],
        Gen.Double[-10, 90].Array[5],
        Gen.Double[-3, 7],
        Gen.Bool,
        (nodes, constants, conductances, temperatures, step, isOpen) =>
        {
            double[] links = [.. conductances.Take(nodes).Select(power => Math.Pow(10.0, power))];
            double[] capacities = [.. links.Select((link, i) => link * Math.Pow(10.0, constants[i]))];
            return new Case(capacities, links, [.. temperatures.Take(nodes)], Math.Pow(10.0, step), isOpen);
        });

    private sealed record Case(double[] CapacityJPerK, double[] LinkWPerK, double[] StartC, double StepS, bool IsOpen);

    [TestMethod]
    public void The_balance_closes_whatever_the_time_constants() => Cases.Sample(c => Residual(c) <= 1.0);

    /// <summary>Without a way to the environment the matrix is singular; heat stays and is all there.</summary>
    [TestMethod]
    public void A_network_without_a_way_out_keeps_its_heat() => Cases.Sample(c =>
    {
        var closed = c with { IsOpen = false };
        return Residual(closed) <= 1.0 && Advance(closed, HeatW).Step.ToEnvironmentJ == 0.0;
    });

    [TestMethod]
    public void Without_heat_no_node_leaves_the_span_of_temperatures() => Cases.Sample(c =>
    {
        const double kelvin = 1e-9; // shares are never negative: nothing but rounding may pass the ends
        var (_, end, mean) = Advance(c, 0.0);
        double low = Math.Min(c.StartC.Min(), EnvironmentC) - kelvin;
        double high = Math.Max(c.StartC.Max(), EnvironmentC) + kelvin;
        return end.Concat(mean).All(temperature => temperature >= low && temperature <= high);
    });

    private static (NetworkStep Step, double[] End, double[] Mean) Advance(Case c, double heatW)
    {
        int nodes = c.CapacityJPerK.Length;
        var links = new ThermalLink[nodes - 1];
        for (int i = 0; i < nodes - 1; i++)
        {
            links[i] = new(i, i + 1, c.LinkWPerK[i], OneWay: false);
        }

        double[] outside = new double[nodes];
        outside[^1] = c.IsOpen ? c.LinkWPerK[^1] : 0.0;
        double[] heat = new double[nodes];
        heat[0] = heatW;
        double[] end = new double[nodes];
        double[] mean = new double[nodes];
        var step = new ThermalNetwork(c.CapacityJPerK, links, outside, c.StepS).Advance(c.StartC, heat, EnvironmentC, end, mean);
        return (step, end, mean);
    }

    // The open part of two balances over what is allowed: heat = storage + way out, and way out = G (mean - outside) t.
    private static double Residual(Case c)
    {
        var (step, end, mean) = Advance(c, HeatW);
        double storedJ = 0.0;
        double ulpJ = 0.0;
        // Shares of a column add up to one but for a rounding each, as many again to make them do so, and each row sums n products.
        double ulps = 2 * c.CapacityJPerK.Length + 4;
        for (int i = 0; i < end.Length; i++)
        {
            storedJ += c.CapacityJPerK[i] * (end[i] - c.StartC[i]);
            // A store cannot be read finer than its temperature, nor than its distance from the environment, as which it is advanced.
            double coldest = Math.Min(EnvironmentC, Math.Min(end[i], c.StartC[i]));
            double warmest = Math.Max(EnvironmentC, Math.Max(end[i], c.StartC[i]));
            double largestC = Math.Max(warmest - coldest, Math.Max(warmest, -coldest));
            ulpJ += ulps * c.CapacityJPerK[i] * Ulp(largestC);
        }

        double flowJ = HeatW * c.StepS + Math.Abs(step.ToEnvironmentJ);
        double openJ = HeatW * c.StepS - storedJ - step.ToEnvironmentJ;
        double outside = c.IsOpen ? c.LinkWPerK[^1] : 0.0;
        double conductedJ = outside * (mean[^1] - EnvironmentC) * c.StepS;
        double readJ = 4.0 * outside * c.StepS * Ulp(Math.Max(Math.Abs(mean[^1]), EnvironmentC));
        return Math.Max(
            Math.Abs(openJ) / (Closure * flowJ + ulpJ), Math.Abs(conductedJ - step.ToEnvironmentJ) / (Closure * flowJ + ulpJ + readJ));
    }

    private static double Ulp(double value) => Math.BitIncrement(value) - value;
}
