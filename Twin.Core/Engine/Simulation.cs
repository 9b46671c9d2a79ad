using System.Globalization;
using Twin.Core.Plant;
using Twin.Core.Results;
using Twin.Core.Scenarios;

namespace Twin.Core.Engine;

/// <summary>The loop over ticks: a block of surroundings at a time, a row for each output interval.</summary>
public static class Simulation
{
    private const int BlockS = 86_400;

    /// <summary>Runs a scenario from its start to its end.</summary>
    /// <param name="scenario">What the user chose.</param>
    /// <param name="rows">Takes the recorded rows.</param>
    /// <param name="progress">Told after each block; null when nobody watches.</param>
    /// <param name="cancel">Ends the run between two blocks.</param>
    /// <returns>Key figures and violations.</returns>
    /// <exception cref="BooksOpenException">A book does not close: there is no result.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static RunOutcome Run(Scenario scenario, IRowSink rows, Action<RunProgress>? progress, CancellationToken cancel) =>
        Run(scenario, rows, racks: null, progress, cancel);

    /// <summary>Runs a scenario from its start to its end, and records each rack beside the plant.</summary>
    /// <param name="scenario">What the user chose.</param>
    /// <param name="rows">Takes the recorded rows.</param>
    /// <param name="racks">Takes the power of each rack over the same intervals; null when nobody asks.</param>
    /// <param name="progress">Told after each block; null when nobody watches.</param>
    /// <param name="cancel">Ends the run between two blocks.</param>
    /// <returns>Key figures and violations.</returns>
    /// <exception cref="BooksOpenException">A book does not close: there is no result.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static RunOutcome Run(
        Scenario scenario, IRowSink rows, IRowSink? racks, Action<RunProgress>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(rows);
        int stepS = scenario.Clock.StepS;
        var plant = new PlantModel(scenario.Plant, stepS, scenario.Site.ElevationM);
        var surroundings = new Surroundings(scenario.Plant, scenario.Surroundings, scenario.Site, scenario.Seed);
        int blockSteps = (int)Math.Min(scenario.Clock.Count, Math.Max(1, BlockS / stepS));
        Boundary boundary = surroundings.Room(blockSteps, stepS, plant.PaddedRacks);
        ColumnSet columns = PlantColumns.Of(scenario.Plant);
        var run = new Course(scenario, plant, boundary, columns, rows, racks);
        rows.Begin(columns.Columns, scenario.OutputS);
        for (long done = 0; done < scenario.Clock.Count; done += blockSteps)
        {
            cancel.ThrowIfCancellationRequested();
            long startUnixS = scenario.Clock.BeginUnixS(done);
            int steps = (int)Math.Min(blockSteps, scenario.Clock.Count - done);
            surroundings.Fill(startUnixS, stepS, steps, boundary);
            run.Block(startUnixS, steps);
            progress?.Invoke(new(startUnixS + (long)steps * stepS, (double)(done + steps) / scenario.Clock.Count));
        }

        return run.End();
    }

    /// <summary>What a run carries from block to block.</summary>
    private sealed class Course
    {
        private readonly Scenario scenario;
        private readonly PlantModel plant;
        private readonly Boundary boundary;
        private readonly IRowSink rows;
        private readonly Recorder recorder;
        private readonly RackRecorder? rackRecorder;
        private readonly RunTotals totals;
        private readonly ViolationLog violations;
        private readonly PeakMeter peak;
        private readonly PlantTick tick;
        private readonly Moment moment;
        private PlantState state;
        private PlantState next;

        public Course(Scenario scenario, PlantModel plant, Boundary boundary, ColumnSet columns, IRowSink rows, IRowSink? racks)
        {
            this.scenario = scenario;
            this.plant = plant;
            this.boundary = boundary;
            this.rows = rows;
            int stepsPerRow = scenario.OutputS / scenario.Clock.StepS;
            recorder = new Recorder(columns, stepsPerRow);
            rackRecorder = racks is null ? null : new RackRecorder(plant, scenario.Plant, racks, stepsPerRow, scenario.OutputS);
            totals = new RunTotals(columns, scenario.OutputS);
            violations = new ViolationLog(scenario.Plant, columns, scenario.OutputS);
            peak = new PeakMeter(scenario.Clock.StepS);
            tick = new PlantTick(scenario.Plant);
            state = plant.Start();
            next = plant.Start();
            moment = new Moment { Boundary = boundary, Tick = tick, State = state };
        }

        public void Block(long startUnixS, int steps)
        {
            int stepS = scenario.Clock.StepS;
            for (int k = 0; k < steps; k++)
            {
                plant.Step(boundary, k, state, next, tick);
                long atUnixS = startUnixS + (long)k * stepS;
                if (!(tick.BooksResidual <= 1.0))
                {
                    throw new BooksOpenException(string.Create(
                        CultureInfo.InvariantCulture,
                        $"The books of the step at {DateTimeOffset.FromUnixTimeSeconds(atUnixS):yyyy-MM-dd'T'HH:mm:ss'Z'} do not close; residual over what is allowed: {plant.OpenBooks(state, next, tick)}."));
                }

                peak.Add(atUnixS, tick.Power.SiteW);
                moment.State = state;
                long rowUnixS = atUnixS + stepS - scenario.OutputS;
                rackRecorder?.Add(boundary, tick, rowUnixS);
                if (recorder.Add(moment))
                {
                    totals.Add(recorder.Row);
                    violations.Row(rowUnixS, recorder.Row);
                    rows.Row(rowUnixS, recorder.Row);
                }

                (state, next) = (next, state);
            }
        }

        public RunOutcome End() =>
            new(KeyFigures.Of(totals, scenario.Plant, peak.LargestW), violations.End(), scenario.Clock.Count);
    }
}
