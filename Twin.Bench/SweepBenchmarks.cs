using BenchmarkDotNet.Attributes;

namespace Twin.Bench;

/// <summary>Forty variants of the flagship's year at 15 min, from the values that change to the key figures.</summary>
[MemoryDiagnoser]
public class SweepBenchmarks
{
    private Sweep sweep = null!;

    /// <summary>Threads that share the runs.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    /// <summary>Reads the base and runs a few, so that the methods are compiled.</summary>
    [GlobalSetup]
    public void Read()
    {
        sweep = new Sweep();
        sweep.Run(8, Threads);
    }

    /// <summary>Forty years, with five seeds.</summary>
    [Benchmark(OperationsPerInvoke = 40)]
    public long Years() => sweep.Run(40, Threads);
}
