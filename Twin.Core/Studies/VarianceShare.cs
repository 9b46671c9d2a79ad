namespace Twin.Core.Studies;

/// <summary>How much of the spread of an outcome goes with a choice that has no order.</summary>
public static class VarianceShare
{
    /// <summary>Share of the variance between groups (epsilon squared), corrected for what chance puts there.</summary>
    /// <param name="groups">Group of each run: any number, of which only equality counts.</param>
    /// <param name="outcomes">Outcome of each run, finite, in any unit, in the order of the groups.</param>
    /// <returns>
    /// Share [1], 0 to 1: between-group sum of squares less what its degrees of freedom would have by chance, over the whole sum of
    /// squares. NaN where groups have fewer than two runs on average; 0 where there is one group or the outcome does not vary.
    /// </returns>
    /// <remarks>Source: T. L. Kelley, An unbiased correlation ratio measure, Proc. Natl. Acad. Sci. 21 (1935) 554-559.</remarks>
    /// <exception cref="ArgumentException">There are not as many groups as outcomes.</exception>
    public static double Between(IReadOnlyList<double> groups, IReadOnlyList<double> outcomes)
    {
        if (groups.Count != outcomes.Count)
        {
            throw new ArgumentException($"found {groups.Count} groups, expected {outcomes.Count}.", nameof(groups));
        }

        double[][] parts = [.. outcomes.Index().GroupBy(item => groups[item.Index], item => item.Item).Select(part => part.ToArray())];
        if (outcomes.Count == 0 || outcomes.Count < 2 * parts.Length)
        {
            return double.NaN;
        }

        double mean = outcomes.Average();
        double whole = outcomes.Sum(value => Square(value - mean));
        if (parts.Length == 1 || whole <= 0.0)
        {
            return 0.0;
        }

        double within = parts.Sum(part =>
        {
            double own = part.Average();
            return part.Sum(value => Square(value - own));
        });
        double byChance = (parts.Length - 1) * within / (outcomes.Count - parts.Length);
        return Math.Clamp((whole - within - byChance) / whole, 0.0, 1.0);
    }

    private static double Square(double value) => value * value;
}
