namespace Twin.Core.Studies;

/// <summary>How a search for a capacity ended.</summary>
public enum CapacityEnd
{
    /// <summary>Between the least and the most there is a largest value that holds.</summary>
    Found,

    /// <summary>No value that was asked holds.</summary>
    NothingHolds,

    /// <summary>The most that was asked holds too.</summary>
    EverythingHolds,
}

/// <summary>The largest value of a whole lever that holds.</summary>
/// <param name="End">How the search ended.</param>
/// <param name="Largest">Largest value that holds; one less than the least where nothing holds.</param>
/// <param name="FirstFailing">
/// The value above it that was asked and fails: the next one after a bisection, the next of the grid otherwise; one more than the most
/// where everything holds.
/// </param>
/// <param name="IsMonotone">Whether on the grid everything holds below the first value that fails, and nothing above it.</param>
/// <param name="Gaps">Values of the grid below <paramref name="Largest"/> that do not hold; empty where the grid is monotone.</param>
public sealed record CapacityAnswer(CapacityEnd End, int Largest, int FirstFailing, bool IsMonotone, IReadOnlyList<int> Gaps);

/// <summary>Finds the largest value of a whole lever that holds: by bisection where it may, on a grid otherwise.</summary>
/// <remarks>
/// First a coarse grid over the whole range is asked. Where its values hold up to one and fail from the next, the bracket between them is
/// halved until they are neighbours. Where values fail below one that holds, halving could end anywhere; then the bracket above the
/// largest that holds is asked on a grid once more, and the answer is the largest of all that were seen to hold.
/// </remarks>
public static class CapacitySearch
{
    /// <summary>Searches.</summary>
    /// <param name="least">Least value of the lever.</param>
    /// <param name="most">Most; not below the least.</param>
    /// <param name="gridValues">Values of the grid, both ends inside; two or more. A short range is asked value by value.</param>
    /// <param name="hold">Whether values hold, one answer for each, in their order; values of one call may be asked at once.</param>
    /// <returns>The largest value that holds, and how sure that is.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The range is empty, or the grid has fewer than two values.</exception>
    /// <exception cref="ArgumentException">There are not as many answers as values.</exception>
    public static CapacityAnswer Find(int least, int most, int gridValues, Func<IReadOnlyList<int>, IReadOnlyList<bool>> hold)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, least);
        ArgumentOutOfRangeException.ThrowIfLessThan(gridValues, 2);
        ArgumentNullException.ThrowIfNull(hold);
        IReadOnlyList<int> grid = Grid(least, most, gridValues);
        IReadOnlyList<bool> holds = Ask(grid, hold);
        int last = LastOf(holds);
        if (last < 0)
        {
            return new(CapacityEnd.NothingHolds, least - 1, least, IsMonotone: true, []);
        }

        int[] gaps = [.. grid.Take(last).Where((_, i) => !holds[i])];
        if (last == grid.Count - 1)
        {
            return new(CapacityEnd.EverythingHolds, most, most + 1, gaps.Length == 0, gaps);
        }

        (int largest, int failing) = gaps.Length == 0
            ? Halve(grid[last], grid[last + 1], hold)
            : Refine(grid[last], grid[last + 1], gridValues, hold);
        return new(CapacityEnd.Found, largest, failing, gaps.Length == 0, gaps);
    }

    /// <summary>Whole values from one end of a range to the other, as even as they can be.</summary>
    /// <param name="least">First value.</param>
    /// <param name="most">Last value; not below the first.</param>
    /// <param name="count">Number of values; two or more. A range with fewer whole values gives all of them.</param>
    public static IReadOnlyList<int> Grid(int least, int most, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, least);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        long span = (long)most - least;
        return [.. Enumerable.Range(0, count).Select(i => (int)(least + span * i / (count - 1))).Distinct()];
    }

    private static (int Largest, int Failing) Halve(int holding, int failing, Func<IReadOnlyList<int>, IReadOnlyList<bool>> hold)
    {
        while (failing - holding > 1)
        {
            int middle = holding + (failing - holding) / 2;
            if (Ask([middle], hold)[0])
            {
                holding = middle;
            }
            else
            {
                failing = middle;
            }
        }

        return (holding, failing);
    }

    private static (int Largest, int Failing) Refine(
        int holding, int failing, int gridValues, Func<IReadOnlyList<int>, IReadOnlyList<bool>> hold)
    {
        int[] between = [.. Grid(holding, failing, gridValues).Where(value => value > holding && value < failing)];
        if (between.Length == 0)
        {
            return (holding, failing);
        }

        int last = LastOf(Ask(between, hold));
        return (last < 0 ? holding : between[last], last + 1 < between.Length ? between[last + 1] : failing);
    }

    private static int LastOf(IReadOnlyList<bool> holds)
    {
        int last = holds.Count - 1;
        while (last >= 0 && !holds[last])
        {
            last--;
        }

        return last;
    }

    private static IReadOnlyList<bool> Ask(IReadOnlyList<int> values, Func<IReadOnlyList<int>, IReadOnlyList<bool>> hold)
    {
        IReadOnlyList<bool> holds = hold(values);
        return holds.Count == values.Count
            ? holds
            : throw new ArgumentException($"found {holds.Count} answers for {values.Count} values, expected one for each.", nameof(hold));
    }
}
