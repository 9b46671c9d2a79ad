namespace Twin.Core.Studies;

/// <summary>The runs that no other run beats in both of two outcomes.</summary>
/// <remarks>
/// A run beats another if it is at least as good in both outcomes and better in one. Runs that are equal in both do not beat each other.
/// Source: H. T. Kung, F. Luccio, F. P. Preparata, On finding the maxima of a set of vectors, J. ACM 22 (1975) 469-476.
/// </remarks>
public static class ParetoFront
{
    /// <summary>Finds the front.</summary>
    /// <param name="first">First outcome of each run; NaN for a run that failed or broke a constraint: it is never on the front.</param>
    /// <param name="firstDirection">Which way the first outcome is better.</param>
    /// <param name="second">Second outcome of each run; NaN as above.</param>
    /// <param name="secondDirection">Which way the second outcome is better.</param>
    /// <returns>Numbers of the runs on the front, from the best to the worst in the first outcome, equal ones by number.</returns>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static IReadOnlyList<int> Of(
        IReadOnlyList<double> first, OutcomeDirection firstDirection, IReadOnlyList<double> second, OutcomeDirection secondDirection)
    {
        if (first.Count != second.Count)
        {
            throw new ArgumentException($"found {first.Count} and {second.Count} outcomes, expected as many of both.", nameof(second));
        }

        // As costs, less is better in both. Sorted by the first and then the second, a run is beaten exactly if one before it is.
        double CostOfFirst(int run) => firstDirection == OutcomeDirection.Min ? first[run] : -first[run];
        double CostOfSecond(int run) => secondDirection == OutcomeDirection.Min ? second[run] : -second[run];
        IEnumerable<int> rising = Enumerable.Range(0, first.Count)
            .Where(run => !double.IsNaN(first[run]) && !double.IsNaN(second[run]))
            .OrderBy(CostOfFirst).ThenBy(CostOfSecond).ThenBy(run => run);
        List<int> front = [];
        foreach (int run in rising)
        {
            if (front.Count == 0 || CostOfSecond(run) < CostOfSecond(front[^1]) || IsEqual(run, front[^1]))
            {
                front.Add(run);
            }
        }

        return front;

        bool IsEqual(int run, int other) => CostOfFirst(run) == CostOfFirst(other) && CostOfSecond(run) == CostOfSecond(other);
    }
}
