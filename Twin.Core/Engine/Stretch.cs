using System.Globalization;
using Twin.Core.Plant;
using Twin.Core.Results;
using Twin.Core.Scenarios;

namespace Twin.Core.Engine;

/// <summary>The loop over the ticks of one phase: a block of surroundings at a time, a row for each output interval.</summary>
internal sealed class Stretch
{
    private const int BlockS = 86_400;
    private readonly Scenario scenario;
    private readonly PlantModel plant;
    private readonly Surroundings surroundings;
    private readonly Boundary boundary;
    private readonly IRowSink rows;
    private readonly RackRecorder? racks;
    private readonly Recorder recorder;
    private readonly RunTotals totals;
    private readonly ViolationLog violations;
    private readonly PeakMeter peak;
    private readonly PlantTick tick;
    private readonly int stepS;
    private readonly int blockSteps;

    public Stretch(Scenario scenario, PlantDesign design, RunTotals totals, PeakMeter peak, IRowSink rows, RackRecorder? racks)
    {
        this.scenario = scenario;
        this.totals = totals;
        this.peak = peak;
        this.rows = rows;
        this.racks = racks;
        stepS = scenario.Clock.StepS;
        blockSteps = (int)Math.Min(scenario.Clock.Count, Math.Max(1, BlockS / stepS));
        plant = new PlantModel(design, stepS, scenario.Site.ElevationM);
        surroundings = new Surroundings(
            design, scenario.Surroundings, scenario.Site, scenario.Seed, scenario.Clock, scenario.Shared);
        boundary = surroundings.Room(blockSteps, stepS, singleRacks: racks is not null);
        ColumnSet columns = PlantColumns.Of(design);
        recorder = new Recorder(columns, scenario.OutputS / stepS);
        violations = new ViolationLog(design, columns, scenario.OutputS);
        tick = new PlantTick(design);
    }

    /// <summary>Episodes at a limit, those that still last closed at the end.</summary>
    public IReadOnlyList<Violation> Violations() => violations.End();

    /// <summary>Runs from one instant to another.</summary>
    /// <param name="fromUnixS">Begin.</param>
    /// <param name="toUnixS">End.</param>
    /// <param name="before">State that the phase before has left; null at the start of the run.</param>
    /// <param name="progress">Told after each block.</param>
    /// <param name="cancel">Ends the run between two blocks.</param>
    /// <returns>State at the end.</returns>
    public PlantState Run(long fromUnixS, long toUnixS, PlantState? before, Action<RunProgress>? progress, CancellationToken cancel)
    {
        PlantState state = before is null ? plant.Start() : plant.TakeOver(before);
        PlantState next = plant.Start();
        var moment = new Moment { Boundary = boundary, Tick = tick, State = state };
        double lengthS = scenario.Clock.EndUnixS - scenario.Clock.StartUnixS;
        for (long atUnixS = fromUnixS; atUnixS < toUnixS;)
        {
            cancel.ThrowIfCancellationRequested();
            int steps = (int)Math.Min(blockSteps, (toUnixS - atUnixS) / stepS);
            surroundings.Fill(atUnixS, stepS, steps, boundary);
            for (int k = 0; k < steps; k++)
            {
                plant.Step(boundary, k, state, next, tick);
                Record(atUnixS + (long)k * stepS, moment, state, next);
                (state, next) = (next, state);
            }

            atUnixS += (long)steps * stepS;
            progress?.Invoke(new(atUnixS, (atUnixS - scenario.Clock.StartUnixS) / lengthS));
        }

        return state;
    }

    private void Record(long atUnixS, Moment moment, PlantState state, PlantState next)
    {
        if (!(tick.BooksResidual <= 1.0))
        {
            throw new BooksOpenException(string.Create(
                CultureInfo.InvariantCulture,
                $"The books of the step at {DateTimeOffset.FromUnixTimeSeconds(atUnixS):yyyy-MM-dd'T'HH:mm:ss'Z'} do not close; residual over what is allowed: {plant.OpenBooks(state, next, tick)}."));
        }

        peak.Add(atUnixS, tick.Supply.ServedW);
        moment.State = state;
        long rowUnixS = atUnixS + stepS - scenario.OutputS;
        racks?.Add(plant, boundary, tick, rowUnixS);
        if (recorder.Add(moment))
        {
            totals.Add(recorder.Row);
            violations.Row(rowUnixS, recorder.Row);
            rows.Row(rowUnixS, recorder.Row);
        }
    }
}
