using Twin.Cli.Output.Studies;
using Twin.Core.Studies;

namespace Twin.Cli.Commands;

/// <summary>The runs of a sweep while they are computed: each goes into the journal, and only then counts.</summary>
internal sealed class SweepWork(
    StudyRunner runner, StudyJournal journal, Dictionary<int, StudyRow> rows, int[] pending, ProgressLine? line, bool failFast)
    : IDisposable
{
    private readonly Lock guard = new();
    private readonly CancellationTokenSource failed = new();
    private int failures;

    /// <summary>Runs computed so far.</summary>
    public int Done { get; private set; }

    /// <summary>The failed run that ended the sweep; null where none did.</summary>
    public StudyRow? FirstFailure { get; private set; }

    /// <summary>Computes the first runs one after the other.</summary>
    /// <returns>Seconds of the last of them.</returns>
    public double TimeFirst(int most, TimeProvider clock, CancellationToken cancel)
    {
        double seconds = 0.0;
        for (int i = 0; i < Math.Min(most, pending.Length) && FirstFailure is null; i++)
        {
            long begun = clock.GetTimestamp();
            Compute(pending[i], cancel);
            seconds = clock.GetElapsedTime(begun).TotalSeconds;
        }

        return seconds;
    }

    /// <summary>Computes what is left.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled, or a run failed and that was to be the end.</exception>
    public void Rest(int threads, CancellationToken cancel)
    {
        int begun = Done;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, failed.Token);
        WorkerThreads.ForEach(pending.Length - begun, threads, i => Compute(pending[begun + i], either.Token), either.Token);
        if (FirstFailure is not null)
        {
            throw new OperationCanceledException();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => failed.Dispose();

    private void Compute(int number, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        StudyRow row = runner.Run(number, cancel);
        journal.Append(row);
        lock (guard)
        {
            rows[number] = row;
            Done++;
            if (row.Status == RowStatus.Failed)
            {
                failures++;
                if (failFast)
                {
                    FirstFailure ??= row;
                    failed.Cancel();
                }
            }

            line?.Report(
                $"{Said.Count(Done)} of {Said.Count(pending.Length, "run")}, {Said.Count(failures)} failed",
                Done / (double)pending.Length);
        }
    }
}
