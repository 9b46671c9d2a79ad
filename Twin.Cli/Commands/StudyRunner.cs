using System.Collections.Concurrent;
using System.Globalization;
using Twin.Cli.Input;
using Twin.Cli.Input.Studies;
using Twin.Cli.Output;
using Twin.Cli.Output.Studies;
using Twin.Core.Engine;
using Twin.Core.Results;
using Twin.Core.Scenarios;

namespace Twin.Cli.Commands;

/// <summary>Computes runs of a study, on any threads in any order; equal scenarios are computed once.</summary>
internal sealed class StudyRunner
{
    private const int LongestError = 500;
    private readonly Study study;
    private readonly StudyFolder? keeps;
    private readonly RunNumbers numbers;
    private readonly double[] undefined;
    private readonly ConcurrentDictionary<string, Lazy<Result>> known = new(StringComparer.Ordinal);
    private int simulated;

    /// <summary>Takes the study.</summary>
    /// <param name="study">What is asked.</param>
    /// <param name="columns">Numbers to keep of each run.</param>
    /// <param name="keeps">Folder for the series that the study keeps; null where none shall be written.</param>
    public StudyRunner(Study study, IReadOnlyList<StudyOutcome> columns, StudyFolder? keeps)
    {
        this.study = study;
        this.keeps = study.SeriesColumns.Count > 0 ? keeps : null;
        numbers = new RunNumbers(columns, study.Costs);
        undefined = new double[columns.Count];
        Array.Fill(undefined, double.NaN);
    }

    /// <summary>Simulations made so far: fewer than runs, where scenarios are equal.</summary>
    public int Simulated => simulated;

    /// <summary>Remembers a run that was computed before, for others with the same scenario.</summary>
    public void Know(StudyRow row)
    {
        if (row.Status == RowStatus.Done)
        {
            known.TryAdd(row.RunId, new Lazy<Result>(new Result(row.Numbers, string.Empty)));
        }
    }

    /// <summary>Computes a run, or finds what an equal one gave. Its series, if any are kept, are then on the disk.</summary>
    /// <param name="number">Number of the run.</param>
    /// <param name="cancel">Ends the run between two days.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    /// <exception cref="IOException">The disk refuses.</exception>
    public StudyRow Run(int number, CancellationToken cancel)
    {
        StudyRun run = study.Run(number);
        ReadResult read = study.Base.Vary(run.Values);
        if (read.Scenario is not { } scenario)
        {
            return new(number, RowStatus.Failed, string.Empty, Words(read.Faults), undefined);
        }

        string id = RunId.Of(read.Resolved(withOrigins: false), read.Data, EngineVersion.Text);
        Result result = known.GetOrAdd(id, _ => new Lazy<Result>(() => Compute(id, scenario, read.Tree!, cancel))).Value;
        return new(number, result.Error.Length == 0 ? RowStatus.Done : RowStatus.Failed, id, result.Error, result.Numbers);
    }

    // Without places: they name files as seen from where the user stands, and the table must not depend on it.
    private static string Words(IReadOnlyList<Fault> faults)
    {
        Fault first = faults[0];
        string more = faults.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"; and {faults.Count - 1} more") : string.Empty;
        return FaultText.Printable(
            $"{first.Code} {first.Title}: {first.Path}: found {first.Found}, expected {first.Expected}{more}", LongestError);
    }

    private Result Compute(string id, Scenario scenario, Mapping tree, CancellationToken cancel)
    {
        Interlocked.Increment(ref simulated);
        ColumnMeter meter = numbers.NewMeter();
        try
        {
            RunOutcome outcome = keeps is null
                ? Simulation.Run(scenario, meter, progress: null, cancel)
                : RunAndKeep(id, scenario, meter, keeps, cancel);
            return new(numbers.Of(outcome, meter, tree, scenario.Clock.EndUnixS - scenario.Clock.StartUnixS), string.Empty);
        }
        catch (BooksOpenException e)
        {
            return new(undefined, FaultText.Printable($"books_open: {e.Message}", LongestError));
        }
        catch (Exception e) when (
            e is not (OperationCanceledException or IOException or UnauthorizedAccessException or OutOfMemoryException))
        {
            // A bug that one plant in a thousand wakes must not take the others' results with it.
            return new(undefined, FaultText.Printable($"internal_error: {e.GetType().Name}: {e.Message}", LongestError));
        }
    }

    private RunOutcome RunAndKeep(string id, Scenario scenario, ColumnMeter meter, StudyFolder folder, CancellationToken cancel)
    {
        string beside = folder.Beside(id + ".csv");
        File.Delete(beside);
        try
        {
            RunOutcome outcome;
            using (var series = new KeptSeries(beside, study.SeriesColumns))
            {
                outcome = Simulation.Run(scenario, new Both(meter, series), progress: null, cancel);
                series.Finish();
            }

            Directory.CreateDirectory(folder.SeriesFolder);
            File.Move(beside, folder.SeriesOf(id), overwrite: true);
            Disk.FlushFolder(folder.SeriesFolder);
            return outcome;
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private sealed record Result(double[] Numbers, string Error);

    private sealed class Both(IRowSink first, IRowSink second) : IRowSink
    {
        public void Begin(IReadOnlyList<Column> columns, int outputS)
        {
            first.Begin(columns, outputS);
            second.Begin(columns, outputS);
        }

        public void Row(long startUnixS, ReadOnlySpan<double> values)
        {
            first.Row(startUnixS, values);
            second.Row(startUnixS, values);
        }
    }
}
