using BenchmarkDotNet.Attributes;
using Twin.Core.Engine;
using Twin.Core.Scenarios;

namespace Twin.Bench;

/// <summary>A year of the flagship's plant, everything included but files: surroundings, steps, books, recording of all columns.</summary>
/// <remarks>Run with: dotnet run -c Release --project Twin.Bench -- --filter "*" --job short -i</remarks>
[MemoryDiagnoser]
[MinColumn]
public class YearBenchmarks
{
    private Scenario minutes160 = null!;
    private Scenario minutes320 = null!;
    private Scenario quarters = null!;

    /// <summary>Reads the scenarios, and runs each once so that the synthetic weather is there.</summary>
    [GlobalSetup]
    public void Read()
    {
        minutes160 = Flagship.Read("1 min", 160);
        minutes320 = Flagship.Read("1 min", 320);
        quarters = Flagship.Read("15 min");
        Run(minutes160);
        Run(minutes320);
        Run(quarters);
    }

    /// <summary>160 racks, 525,600 steps of a minute.</summary>
    [Benchmark]
    public long Year160RacksAt1Min() => Run(minutes160);

    /// <summary>320 racks, 525,600 steps of a minute.</summary>
    [Benchmark]
    public long Year320RacksAt1Min() => Run(minutes320);

    /// <summary>The flagship as it is, 450 racks, 35,040 steps of a quarter of an hour.</summary>
    [Benchmark]
    public long YearAt15Min() => Run(quarters);

    private static long Run(Scenario scenario) => Simulation.Run(scenario, new NoRows(), progress: null, CancellationToken.None).Steps;
}
