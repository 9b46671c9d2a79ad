namespace Twin.Core.Studies;

/// <summary>Rank statistics: what goes up with what, however it is curved.</summary>
public static class Ranks
{
    /// <summary>Rank correlation after Spearman: the correlation of the ranks, equal values sharing the mean of theirs.</summary>
    /// <param name="first">Values of one quantity; finite.</param>
    /// <param name="second">Values of the other, in the same order; as many, at least two.</param>
    /// <returns>Rank correlation [1]; −1 to 1, and 0 where one of the two does not vary.</returns>
    /// <remarks>
    /// With the inputs of a drawn study and an outcome it is a tornado without further runs. Source: C. Spearman, The proof and
    /// measurement of association between two things, Am. J. Psychol. 15 (1904) 72-101.
    /// </remarks>
    /// <exception cref="ArgumentException">The lists differ in length, hold fewer than two values or one that is not finite.</exception>
    public static double Spearman(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        if (first.Count != second.Count || first.Count < 2 || !first.Concat(second).All(double.IsFinite))
        {
            throw new ArgumentException(
                $"found {first.Count} and {second.Count} values, expected as many of both, at least two, all finite.", nameof(second));
        }

        double[] x = Of(first);
        double[] y = Of(second);
        double middle = 0.5 * (first.Count - 1);
        double xy = 0.0;
        double xx = 0.0;
        double yy = 0.0;
        for (int i = 0; i < x.Length; i++)
        {
            xy += (x[i] - middle) * (y[i] - middle);
            xx += (x[i] - middle) * (x[i] - middle);
            yy += (y[i] - middle) * (y[i] - middle);
        }

        return xx > 0.0 && yy > 0.0 ? Math.Clamp(xy / Math.Sqrt(xx * yy), -1.0, 1.0) : 0.0;
    }

    /// <summary>Ranks from 0, equal values sharing the mean of theirs.</summary>
    internal static double[] Of(IReadOnlyList<double> values)
    {
        int[] order = [.. Enumerable.Range(0, values.Count).OrderBy(i => values[i])];
        double[] ranks = new double[order.Length];
        for (int from = 0; from < order.Length;)
        {
            int to = from;
            while (to + 1 < order.Length && values[order[to + 1]] == values[order[from]])
            {
                to++;
            }

            for (int k = from; k <= to; k++)
            {
                ranks[order[k]] = 0.5 * (from + to);
            }

            from = to + 1;
        }

        return ranks;
    }
}
