using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Twin.Core.Components.Compute;

/// <summary>What the racks of a hall ask for before any cut, summed over the racks.</summary>
/// <param name="IdlePowerW">Power of all racks without work [W].</param>
/// <param name="BusyPowerW">Power that the work adds when nothing is cut [W].</param>
/// <param name="BusyGpus">GPUs at work when nothing is cut [1].</param>
/// <remarks>Power is a straight line over the busy share, so a cut to the share c leaves Idle + c Busy exactly.</remarks>
public readonly record struct RackWish(double IdlePowerW, double BusyPowerW, double BusyGpus);

/// <summary>What the racks of a hall have to do in a tick, before any cut.</summary>
/// <param name="hallBusyFraction">Busy share of the hall [1]; 0 to 1.</param>
/// <param name="weightsBefore">Busy share of each rack over that of the hall at the last knot [1].</param>
/// <param name="weightsAfter">The same at the next knot.</param>
/// <param name="position">Where the middle of the step lies between the knots [1]; 0 to 1.</param>
public readonly ref struct RackWork(
    double hallBusyFraction, ReadOnlySpan<double> weightsBefore, ReadOnlySpan<double> weightsAfter, double position)
{
    /// <summary>Busy share of the hall [1].</summary>
    public double HallBusyFraction { get; } = hallBusyFraction;

    /// <summary>Weights of the racks at the last knot [1].</summary>
    public ReadOnlySpan<double> WeightsBefore { get; } = weightsBefore;

    /// <summary>Weights of the racks at the next knot [1].</summary>
    public ReadOnlySpan<double> WeightsAfter { get; } = weightsAfter;

    /// <summary>Where the middle of the step lies between them [1].</summary>
    public double Position { get; } = position;
}

/// <summary>The racks of a hall, each its own entry in arrays.</summary>
/// <remarks>
/// P = P_idle + (P_full - P_idle) u per rack, at the inlet temperature up to which the server's fans stay slow. Sums run in
/// eight lanes whatever the processor, so that the last bits do not depend on it.
/// </remarks>
public sealed class RackBank
{
    private const int Lanes = 8;
    private readonly double[] idleW;
    private readonly double[] spanW;
    private readonly double[] gpus;
    private readonly double idleSumW;

    /// <summary>Fills the arrays from the hall.</summary>
    /// <param name="hall">The hall whose racks these are.</param>
    public RackBank(HallParameters hall)
    {
        ArgumentNullException.ThrowIfNull(hall);
        Count = hall.Racks;
        int padded = (Count + Lanes - 1) / Lanes * Lanes; // the rest stays zero and adds nothing
        idleW = new double[padded];
        spanW = new double[padded];
        gpus = new double[padded];
        Server server = hall.Server;
        for (int i = 0; i < Count; i++)
        {
            idleW[i] = hall.ServersPerRack * server.RatedPowerW * server.IdleFraction;
            spanW[i] = hall.ServersPerRack * server.RatedPowerW * (server.FullFraction - server.IdleFraction);
            gpus[i] = hall.ServersPerRack * server.Gpus;
            idleSumW += idleW[i];
        }
    }

    /// <summary>Number of racks.</summary>
    public int Count { get; }

    /// <summary>Power of all racks without work [W].</summary>
    public double IdlePowerW => idleSumW;

    /// <summary>Length that a row of <see cref="Wish"/> weights must have: the racks, filled up to whole lanes.</summary>
    public int PaddedCount => idleW.Length;

    /// <summary>What the racks ask for.</summary>
    /// <param name="hallBusyFraction">Busy share of the hall [1]; 0 to 1.</param>
    /// <param name="weightsBefore">Busy share of each rack over that of the hall at the last knot [1]; padded with any number.</param>
    /// <param name="weightsAfter">The same at the next knot.</param>
    /// <param name="position">Where the middle of the step lies between the knots [1]; 0 to 1.</param>
    /// <returns>Sums over the racks.</returns>
    public RackWish Wish(
        double hallBusyFraction, ReadOnlySpan<double> weightsBefore, ReadOnlySpan<double> weightsAfter, double position)
    {
        ReadOnlySpan<Vector256<double>> before = MemoryMarshal.Cast<double, Vector256<double>>(weightsBefore[..PaddedCount]);
        ReadOnlySpan<Vector256<double>> after = MemoryMarshal.Cast<double, Vector256<double>>(weightsAfter[..PaddedCount]);
        ReadOnlySpan<Vector256<double>> span = MemoryMarshal.Cast<double, Vector256<double>>(spanW);
        ReadOnlySpan<Vector256<double>> gpu = MemoryMarshal.Cast<double, Vector256<double>>(gpus);
        Vector256<double> hall = Vector256.Create(hallBusyFraction);
        Vector256<double> at = Vector256.Create(position);
        Vector256<double> powerLow = default, powerHigh = default, gpuLow = default, gpuHigh = default;
        for (int i = 0; i < span.Length; i += 2)
        {
            Vector256<double> low = Busy(before[i], after[i], hall, at);
            Vector256<double> high = Busy(before[i + 1], after[i + 1], hall, at);
            powerLow += span[i] * low;
            powerHigh += span[i + 1] * high;
            gpuLow += gpu[i] * low;
            gpuHigh += gpu[i + 1] * high;
        }

        return new(idleSumW, Sum(powerLow + powerHigh), Sum(gpuLow + gpuHigh));
    }

    /// <summary>Splits the power of the hall over its racks and adds it to running sums.</summary>
    /// <param name="work">What the racks have to do.</param>
    /// <param name="allowedFraction">Share of the work that may run [1]; 0 to 1.</param>
    /// <param name="serverPowerW">Power of all servers of the hall at the wall [W].</param>
    /// <param name="sums">One sum [W] for each rack.</param>
    /// <remarks>
    /// Fans and supplies follow the hall's mean inlet and load, so that each rack has the hall's power in proportion to what its own
    /// servers would draw with slow fans: idle + allowed x busy.
    /// </remarks>
    public void AddPowerW(in RackWork work, double allowedFraction, double serverPowerW, Span<double> sums)
    {
        double wholeW = 0.0;
        for (int i = 0; i < Count; i++)
        {
            wholeW += CoolW(i, work, allowedFraction);
        }

        double share = wholeW > 0.0 ? serverPowerW / wholeW : 0.0;
        for (int i = 0; i < Count; i++)
        {
            sums[i] += share * CoolW(i, work, allowedFraction);
        }
    }

    private double CoolW(int i, in RackWork work, double allowedFraction)
    {
        double weight = work.WeightsBefore[i] + (work.WeightsAfter[i] - work.WeightsBefore[i]) * work.Position;
        return idleW[i] + allowedFraction * spanW[i] * Math.Min(work.HallBusyFraction * weight, 1.0);
    }

    // A fixed order of the lanes, so that the bits are the same on every processor.
    private static double Sum(Vector256<double> v) => (v[0] + v[1]) + (v[2] + v[3]);

    private static Vector256<double> Busy(
        Vector256<double> before, Vector256<double> after, Vector256<double> hall, Vector256<double> at) =>
        Vector256.Min(hall * (before + (after - before) * at), Vector256<double>.One);
}
