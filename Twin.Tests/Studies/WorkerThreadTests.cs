using Twin.Core.Studies;

namespace Twin.Tests.Studies;

[TestClass]
public sealed class WorkerThreadTests
{
    [TestMethod]
    [DataRow(0, 3)]
    [DataRow(1, 4)]
    [DataRow(1_000, 1)]
    [DataRow(1_000, 4)]
    public void Every_piece_is_done_once(int count, int threads)
    {
        int[] done = new int[count];
        WorkerThreads.ForEach(count, threads, i => Interlocked.Increment(ref done[i]), CancellationToken.None);
        Assert.IsTrue(done.All(times => times == 1));
    }

    [TestMethod]
    public void No_more_threads_work_than_were_asked_for()
    {
        HashSet<int> seen = [];
        WorkerThreads.ForEach(
            200,
            3,
            _ =>
            {
                lock (seen)
                {
                    seen.Add(Environment.CurrentManagedThreadId);
                }
            },
            CancellationToken.None);
        Assert.IsLessThanOrEqualTo(3, seen.Count);
    }

    [TestMethod]
    public void Pieces_that_wait_for_each_other_are_worked_on_at_the_same_time()
    {
        using var barrier = new Barrier(2);
        WorkerThreads.ForEach(2, 2, _ => Assert.IsTrue(barrier.SignalAndWait(TimeSpan.FromMinutes(5))), CancellationToken.None);
    }

    [TestMethod]
    public void What_is_thrown_ends_the_work_and_reaches_the_caller_as_it_was()
    {
        int done = 0;
        InvalidOperationException thrown = Assert.ThrowsExactly<InvalidOperationException>(() => WorkerThreads.ForEach(
            1_000,
            1,
            i => done += i < 5 ? 1 : throw new InvalidOperationException($"piece {i}"),
            CancellationToken.None));
        Assert.AreEqual("piece 5", thrown.Message);
        Assert.AreEqual(5, done);
    }

    [TestMethod]
    public void Cancelled_work_stops_after_the_pieces_begun()
    {
        using var cancel = new CancellationTokenSource();
        int done = 0;
        Assert.ThrowsExactly<OperationCanceledException>(() => WorkerThreads.ForEach(
            1_000,
            1,
            i =>
            {
                done++;
                if (i == 2)
                {
                    cancel.Cancel();
                }
            },
            cancel.Token));
        Assert.AreEqual(3, done);
    }

    [TestMethod]
    public void Work_that_was_done_when_it_was_cancelled_is_done()
    {
        using var cancel = new CancellationTokenSource();
        WorkerThreads.ForEach(3, 1, i => _ = i == 2 ? cancel.CancelAsync() : null, cancel.Token);
        Assert.IsTrue(cancel.IsCancellationRequested);
    }

    [TestMethod]
    public void Wrong_calls_are_refused()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => WorkerThreads.ForEach(-1, 1, _ => { }, CancellationToken.None));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => WorkerThreads.ForEach(1, 0, _ => { }, CancellationToken.None));
    }
}
