using System.Runtime.ExceptionServices;

namespace Twin.Core.Studies;

/// <summary>A fixed set of threads that share out numbered work: each takes the next number when it is done with its last.</summary>
public static class WorkerThreads
{
    /// <summary>Does all work, each number once, begun in rising order.</summary>
    /// <param name="count">Number of pieces; zero or more.</param>
    /// <param name="threads">Threads; at least 1. More than there are pieces are not started.</param>
    /// <param name="work">Does one piece, given its number from 0; called on several threads at once.</param>
    /// <param name="cancel">Ends the work after the pieces begun, which may watch it themselves.</param>
    /// <remarks>
    /// What throws ends the work after the pieces begun; of several exceptions that of the lowest number is handed on, so that one thread
    /// and many report the same one wherever they both meet it.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or there is no thread.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled before its end.</exception>
    public static void ForEach(int count, int threads, Action<int> work, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentNullException.ThrowIfNull(work);
        var share = new Share(count, work, cancel);
        Thread[] workers = [.. Enumerable.Range(0, Math.Min(threads, count)).Select(i => new Thread(share.Work)
        {
            IsBackground = true, // a program that must end at once does not wait for a year to be computed
            Name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"worker {i + 1}"),
        })];
        foreach (Thread worker in workers)
        {
            worker.Start();
        }

        foreach (Thread worker in workers)
        {
            worker.Join();
        }

        share.Rethrow();
        if (!share.IsDone)
        {
            cancel.ThrowIfCancellationRequested();
        }
    }

    private sealed class Share(int count, Action<int> work, CancellationToken cancel)
    {
        private readonly Lock guard = new();
        private int next = -1;
        private int done;
        private int failedNumber = int.MaxValue;
        private ExceptionDispatchInfo? failure;
        private volatile bool isStopped;

        public bool IsDone => done == count;

        public void Work()
        {
            while (!isStopped && !cancel.IsCancellationRequested && Interlocked.Increment(ref next) is var number && number < count)
            {
                Do(number);
            }
        }

        public void Rethrow() => failure?.Throw();

        // It must reach the caller: an exception that leaves a thread ends the program.
        private void Do(int number)
        {
            try
            {
                work(number);
                Interlocked.Increment(ref done);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                isStopped = true;
                lock (guard)
                {
                    if (number < failedNumber)
                    {
                        failedNumber = number;
                        failure = ExceptionDispatchInfo.Capture(e);
                    }
                }
            }
        }
    }
}
