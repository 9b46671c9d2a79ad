using BenchmarkDotNet.Attributes;
using Twin.Core.Plant;
using Twin.Core.Results;
using Twin.Core.Scenarios;

namespace Twin.Bench;

/// <summary>The parts of a step with 160 racks, mean over the minutes of a day.</summary>
/// <remarks>A winter day needs the river alone, a summer day all machines.</remarks>
[MemoryDiagnoser]
public class StepBenchmarks
{
    private const int DaySteps = 1_440;
    private const int StepS = 60;
    private const long DayS = 86_400;
    private Scenario scenario = null!;
    private PlantModel plant = null!;
    private Surroundings surroundings = null!;
    private Boundary boundary = null!;
    private PlantTick tick = null!;
    private PlantState state = null!;
    private PlantState next = null!;
    private ColumnGroup[] groups = null!;
    private double[] row = null!;
    private Moment moment = null!;
    private long startUnixS;

    /// <summary>Day of the year, from zero.</summary>
    [Params(20, 200)]
    public int Day { get; set; }

    /// <summary>Reads the plant and fills the day.</summary>
    [GlobalSetup]
    public void Read()
    {
        scenario = Flagship.Read("1 min", 160);
        plant = new PlantModel(scenario.Plant, StepS, scenario.Site.ElevationM);
        surroundings = new Surroundings(scenario.Plant, scenario.Surroundings, scenario.Site, scenario.Seed, scenario.Clock);
        boundary = surroundings.Room(DaySteps, StepS);
        startUnixS = scenario.Clock.StartUnixS + Day * DayS;
        tick = new PlantTick(scenario.Plant);
        state = plant.Start();
        next = plant.Start();
        ColumnSet columns = PlantColumns.Of(scenario.Plant);
        groups = columns.Groups();
        row = new double[columns.Columns.Count];
        moment = new Moment { Boundary = boundary, Tick = tick, State = state };
        Surroundings();
    }

    /// <summary>Weather, river, work, sun and wind.</summary>
    [Benchmark(OperationsPerInvoke = DaySteps)]
    public void Surroundings() => surroundings.Fill(startUnixS, StepS, DaySteps, boundary);

    /// <summary>Racks to books.</summary>
    [Benchmark(OperationsPerInvoke = DaySteps)]
    public double Step()
    {
        for (int k = 0; k < DaySteps; k++)
        {
            plant.Step(boundary, k, state, next, tick);
            (state, next) = (next, state);
        }

        return tick.Power.SiteW;
    }

    /// <summary>All columns read once.</summary>
    [Benchmark(OperationsPerInvoke = DaySteps)]
    public double Columns()
    {
        double sum = 0.0;
        for (int k = 0; k < DaySteps; k++)
        {
            tick.Step = k;
            foreach (ColumnGroup group in groups)
            {
                group.Read(moment, row.AsSpan(group.First, group.Count));
            }

            sum += row[0];
        }

        return sum;
    }
}
