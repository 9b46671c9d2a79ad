namespace Twin.Core.Studies;

/// <summary>Quantiles of a sorted sample, with lines between neighbours (type 7 of Hyndman and Fan 1996).</summary>
internal static class SampleQuantile
{
    /// <summary>Value below which a share of the sample lies.</summary>
    /// <param name="sorted">The sample, rising; at least one value.</param>
    /// <param name="share">Share [1]; 0 to 1.</param>
    /// <returns>Value in the unit of the sample.</returns>
    public static double OfSorted(ReadOnlySpan<double> sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = Math.Min((int)place, sorted.Length - 1);
        int above = Math.Min(below + 1, sorted.Length - 1);
        double between = place - below;

        // Weighted instead of added to: the way between two large values of opposite sign need not be a number.
        return between == 0.0 || sorted[below] == sorted[above]
            ? sorted[below]
            : (1.0 - between) * sorted[below] + between * sorted[above];
    }
}
