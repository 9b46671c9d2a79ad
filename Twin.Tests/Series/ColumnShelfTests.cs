using Twin.Core.Series;

namespace Twin.Tests.Series;

[TestClass]
public sealed class ColumnShelfTests
{
    private const int ColumnBytes = 8 * 100;

    [TestMethod]
    public void A_column_is_computed_once_while_it_stands_there()
    {
        var shelf = new ColumnShelf(40 * ColumnBytes);
        var made = new Counter();
        double[] first = shelf.Of(("air", 7), ColumnBytes, made.Column);
        Assert.AreSame(first, shelf.Of(("air", 7), ColumnBytes, made.Column));
        Assert.AreEqual(1, made.Count);
    }

    [TestMethod]
    public void Ten_thousand_seeds_take_no_more_room_than_the_shelf_has()
    {
        var shelf = new ColumnShelf(40 * ColumnBytes);
        var made = new Counter();
        for (int seed = 0; seed < 10_000; seed++)
        {
            shelf.Of(seed, ColumnBytes, made.Column);
            shelf.Of("sun", ColumnBytes, made.Column); // what all of them ask for stays
            Assert.IsLessThanOrEqualTo(40L * ColumnBytes, shelf.KeptBytes);
        }

        Assert.AreEqual(10_001, made.Count);
        Assert.AreEqual(40L * ColumnBytes, shelf.KeptBytes);
    }

    [TestMethod]
    public void A_column_that_would_push_all_others_out_is_not_taken()
    {
        var shelf = new ColumnShelf(40 * ColumnBytes);
        Assert.IsTrue(shelf.Takes(ColumnBytes));
        Assert.IsFalse(shelf.Takes(2 * ColumnBytes)); // fewer than 32 of them would fit
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => shelf.Of("large", 2 * ColumnBytes, () => new double[200]));
    }

    [TestMethod]
    public void Threads_that_ask_at_once_wait_for_the_one_that_computes()
    {
        var shelf = new ColumnShelf(40 * ColumnBytes);
        var made = new Counter();
        Parallel.For(0, 64, i => shelf.Of(i % 8, ColumnBytes, made.Column));
        Assert.AreEqual(8, made.Count);
    }

    private sealed class Counter
    {
        private int count;

        public int Count => count;

        public double[] Column()
        {
            Interlocked.Increment(ref count);
            return new double[100];
        }
    }
}
