using Twin.Core.Physics;

namespace Twin.Core.Studies;

/// <summary>How often an outcome is reached or passed over all futures.</summary>
/// <remarks>
/// P90 is the value that is reached or passed in 90 of 100 futures, as the trade of wind, sun and water speaks; statisticians
/// call it the tenth percentile. Between neighbouring futures lines are drawn (type 7 of R. J. Hyndman and Y. Fan 1996).
/// </remarks>
public sealed class Exceedance
{
    private readonly double[] sorted;

    /// <summary>Takes the outcomes of all futures.</summary>
    /// <param name="outcomes">
    /// Outcomes in their unit; finite, at least one. Failed runs are left out by the caller, who says how many.
    /// </param>
    /// <exception cref="ArgumentException">There is no outcome.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An outcome is not finite.</exception>
    public Exceedance(IEnumerable<double> outcomes)
    {
        sorted = [.. outcomes.Order()];
        if (sorted.Length == 0)
        {
            throw new ArgumentException("found no outcome, expected at least one.", nameof(outcomes));
        }

        foreach (double outcome in sorted)
        {
            Require.Finite(outcome, nameof(outcomes));
        }
    }

    /// <summary>The outcomes, rising: with the shares of <see cref="ShareReaching"/> the points of the curve.</summary>
    public IReadOnlyList<double> Rising => sorted;

    /// <summary>Reached or passed in 10 of 100 futures.</summary>
    public double P10 => ValueReachedBy(0.1);

    /// <summary>Reached or passed in half of the futures.</summary>
    public double P50 => ValueReachedBy(0.5);

    /// <summary>Reached or passed in 90 of 100 futures.</summary>
    public double P90 => ValueReachedBy(0.9);

    /// <summary>The value that a share of the futures reaches or passes.</summary>
    /// <param name="share">Share [1]; 0 to 1.</param>
    /// <returns>Value in the unit of the outcome.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is NaN or outside 0 to 1.</exception>
    public double ValueReachedBy(double share)
    {
        Require.Fraction(share);
        return SampleQuantile.OfSorted(sorted, 1.0 - share);
    }

    /// <summary>The share of the futures whose outcome is a value or more.</summary>
    /// <param name="value">Value in the unit of the outcome; not NaN.</param>
    /// <returns>Share [1]; 0 to 1, counted.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN.</exception>
    public double ShareReaching(double value)
    {
        Require.InRange(value, double.NegativeInfinity, double.PositiveInfinity);
        return sorted.Count(outcome => outcome >= value) / (double)sorted.Length;
    }
}
