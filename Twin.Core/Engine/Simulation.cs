using Twin.Core.Plant;
using Twin.Core.Results;
using Twin.Core.Scenarios;

namespace Twin.Core.Engine;

/// <summary>From a scenario to its rows: one stretch of time after the other, each with the plant of its phase.</summary>
public static class Simulation
{
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
        ColumnSet columns = PlantColumns.Of(scenario.Plant);
        rows.Begin(columns.Columns, scenario.OutputS);
        var totals = new RunTotals([.. columns.Columns.Select(column => column.Name)], scenario.OutputS);
        var peak = new PeakMeter(scenario.Clock.StepS);
        List<Violation> violations = [];
        RackRecorder? rackRecorder = racks is null ? null : new RackRecorder(scenario, racks);
        PlantState? state = null;
        foreach ((PlantDesign design, long fromUnixS, long toUnixS) in Phases(scenario))
        {
            var stretch = new Stretch(scenario, design, totals, peak, rows, rackRecorder);
            state = stretch.Run(fromUnixS, toUnixS, state, progress, cancel);
            violations.AddRange(stretch.Violations());
        }

        return new RunOutcome(
            KeyFigures.Of(totals, FigureBasis.Of(scenario.Plant), peak.LargestW), ViolationLog.Joined(violations), scenario.Clock.Count);
    }

    private static IEnumerable<(PlantDesign Design, long FromUnixS, long ToUnixS)> Phases(Scenario scenario)
    {
        PlantDesign design = scenario.Plant;
        long fromUnixS = scenario.Clock.StartUnixS;
        foreach (PlantPhase phase in scenario.Phases)
        {
            yield return (design, fromUnixS, phase.FromUnixS);
            (design, fromUnixS) = (phase.Plant, phase.FromUnixS);
        }

        yield return (design, fromUnixS, scenario.Clock.EndUnixS);
    }
}
