using Twin.Core.Physics;

namespace Twin.Core.Studies;

/// <summary>What was observed, each as likely as any other, with lines between neighbours: any value in between may come too.</summary>
/// <remarks>
/// Type 7 of R. J. Hyndman and Y. Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996) 361-365. Where only
/// the values themselves may come, <see cref="DiscreteDistribution"/> is the right choice.
/// </remarks>
public sealed class EmpiricalDistribution : Distribution
{
    private readonly double[] sorted;

    /// <summary>Takes a list of observations.</summary>
    /// <param name="observations">
    /// Values in the unit of the input, in any order; finite, at least two, not all the same; ties may be.
    /// </param>
    /// <exception cref="ArgumentException">There are fewer than two different values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite.</exception>
    public EmpiricalDistribution(IReadOnlyList<double> observations)
    {
        foreach (double value in observations)
        {
            Require.Finite(value, nameof(observations));
        }

        sorted = [.. observations.Order()];
        if (sorted.Length < 2 || sorted[0] == sorted[^1])
        {
            throw new ArgumentException("found fewer than two different values, expected observations that differ.", nameof(observations));
        }
    }

    /// <inheritdoc/>
    public override double Lowest => sorted[0];

    /// <inheritdoc/>
    public override double Highest => sorted[^1];

    /// <inheritdoc/>
    protected override double ValueAt(double probability) => SampleQuantile.OfSorted(sorted, probability);

    /// <inheritdoc/>
    protected override double ProbabilityUpTo(double value)
    {
        // The last observation not above the value: of several equal ones the last, because the value may have come by each.
        int low = 0;
        int high = sorted.Length - 1;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            (low, high) = sorted[middle] <= value ? (middle, high) : (low, middle);
        }

        return (low + (value - sorted[low]) / (sorted[high] - sorted[low])) / (sorted.Length - 1);
    }
}
