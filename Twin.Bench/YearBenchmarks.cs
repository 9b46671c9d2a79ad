using BenchmarkDotNet.Attributes;
using Twin.Core.Engine;
using Twin.Core.Plant;
using Twin.Core.Results;
using Twin.Core.Scenarios;

namespace Twin.Bench;

/// <summary>How long a year of the flagship takes, with all columns and without files, and what a single tick costs.</summary>
/// <remarks>Run with: dotnet run -c Release --project Twin.Bench -- --filter "*"</remarks>
[MemoryDiagnoser]
public class YearBenchmarks
{
    private const int DaySteps = 288;
    private Scenario scenario = null!;
    private PlantModel plant = null!;
    private Boundary boundary = null!;
    private PlantTick tick = null!;
    private PlantState state = null!;
    private PlantState next = null!;

    /// <summary>Reads the flagship and fills a day of surroundings.</summary>
    [GlobalSetup]
    public void Read()
    {
        scenario = Flagship.Read();
        int stepS = scenario.Clock.StepS;
        plant = new PlantModel(scenario.Plant, stepS, scenario.Site.ElevationM);
        var surroundings = new Surroundings(scenario.Plant, scenario.Surroundings, scenario.Site, scenario.Seed);
        boundary = surroundings.Room(DaySteps, stepS, plant.PaddedRacks);
        surroundings.Fill(scenario.Clock.StartUnixS, stepS, DaySteps, boundary);
        tick = new PlantTick(scenario.Plant);
        state = plant.Start();
        next = plant.Start();
    }

    /// <summary>The whole year of 5-min steps, rows thrown away.</summary>
    [Benchmark]
    public long Year() => Simulation.Run(scenario, new NoRows(), progress: null, CancellationToken.None).Steps;

    /// <summary>One tick, mean over a winter day.</summary>
    [Benchmark(OperationsPerInvoke = DaySteps)]
    public double Tick()
    {
        for (int k = 0; k < DaySteps; k++)
        {
            plant.Step(boundary, k, state, next, tick);
            (state, next) = (next, state);
        }

        return tick.Power.SiteW;
    }

    private sealed class NoRows : IRowSink
    {
        public void Begin(IReadOnlyList<Column> columns, int outputS)
        {
        }

        public void Row(long startUnixS, ReadOnlySpan<double> values)
        {
        }
    }
}
