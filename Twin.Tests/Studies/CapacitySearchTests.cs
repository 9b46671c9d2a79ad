using Twin.Core.Studies;

namespace Twin.Tests.Studies;

/// <summary>The search finds the largest value that holds, and says how sure that is.</summary>
[TestClass]
public sealed class CapacitySearchTests
{
    [TestMethod]
    [DataRow(1)]
    [DataRow(17)]
    [DataRow(128)]
    [DataRow(498)]
    [DataRow(499)]
    public void A_lever_that_holds_up_to_a_value_is_found_to_the_last_rack(int largest)
    {
        int asked = 0;
        CapacityAnswer answer = CapacitySearch.Find(1, 500, 9, values =>
        {
            asked += values.Count;
            return [.. values.Select(value => value <= largest)];
        });
        Assert.AreEqual(CapacityEnd.Found, answer.End);
        Assert.AreEqual((largest, largest + 1), (answer.Largest, answer.FirstFailing));
        Assert.IsTrue(answer.IsMonotone);
        Assert.IsLessThanOrEqualTo(9 + 6, asked); // 9 of the grid, and a bracket of 63 is halved six times
    }

    [TestMethod]
    public void Where_nothing_holds_the_answer_is_below_the_least()
    {
        CapacityAnswer answer = CapacitySearch.Find(5, 50, 9, values => [.. values.Select(_ => false)]);
        Assert.AreEqual((CapacityEnd.NothingHolds, 4, 5), (answer.End, answer.Largest, answer.FirstFailing));
    }

    [TestMethod]
    public void Where_everything_holds_the_answer_is_the_most_and_nothing_is_seen_to_fail()
    {
        CapacityAnswer answer = CapacitySearch.Find(5, 50, 9, values => [.. values.Select(_ => true)]);
        Assert.AreEqual((CapacityEnd.EverythingHolds, 50, 51), (answer.End, answer.Largest, answer.FirstFailing));
        Assert.IsTrue(answer.IsMonotone);
    }

    [TestMethod]
    public void A_gap_below_is_told_and_the_bracket_above_is_asked_on_a_grid()
    {
        // Fails from 30 to 44: of the grid 0, 10, ... 80 the values 30 and 40 are in it. The grid between 60 and 70 has 61, 62, 63, 65 ...
        CapacityAnswer answer = CapacitySearch.Find(0, 80, 9, values => [.. values.Select(value => value is < 30 or > 44 and <= 64)]);
        Assert.IsFalse(answer.IsMonotone);
        CollectionAssert.AreEqual(new[] { 30, 40 }, answer.Gaps.ToArray());
        Assert.AreEqual((CapacityEnd.Found, 63, 65), (answer.End, answer.Largest, answer.FirstFailing));
    }

    [TestMethod]
    public void A_gap_below_the_most_is_told_even_where_the_most_holds()
    {
        CapacityAnswer answer = CapacitySearch.Find(0, 80, 9, values => [.. values.Select(value => value != 20)]);
        Assert.AreEqual((CapacityEnd.EverythingHolds, false), (answer.End, answer.IsMonotone));
        CollectionAssert.AreEqual(new[] { 20 }, answer.Gaps.ToArray());
    }

    [TestMethod]
    public void A_short_range_is_asked_value_by_value()
    {
        CollectionAssert.AreEqual(new[] { 3, 4, 5 }, CapacitySearch.Grid(3, 5, 9).ToArray());
        CollectionAssert.AreEqual(new[] { 7 }, CapacitySearch.Grid(7, 7, 9).ToArray());
        CollectionAssert.AreEqual(new[] { 0, 50, 100 }, CapacitySearch.Grid(0, 100, 3).ToArray());
    }

    [TestMethod]
    public void A_wrong_call_is_told()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => CapacitySearch.Find(5, 4, 9, values => [true]));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => CapacitySearch.Find(1, 4, 1, values => [true]));
        Assert.ThrowsExactly<ArgumentException>(() => CapacitySearch.Find(1, 4, 3, values => [true]));
    }
}
