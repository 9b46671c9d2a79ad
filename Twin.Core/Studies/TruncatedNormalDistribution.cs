using System.Globalization;
using Twin.Core.Physics;

namespace Twin.Core.Studies;

/// <summary>The normal distribution of which only the part between two ends is left, scaled to the whole.</summary>
/// <remarks>
/// Mean and deviation are those of the normal distribution before it was cut. Source: N. L. Johnson, S. Kotz, N. Balakrishnan, Continuous
/// Univariate Distributions, vol. 1, 2nd ed., 1994, section 13.10.1.
/// </remarks>
public sealed class TruncatedNormalDistribution : Distribution
{
    private readonly double mean;
    private readonly double deviation;
    private readonly double below; // probability under the nearer end, seen from the tail in which digits are kept
    private readonly double within;
    private readonly bool isMirrored;

    /// <summary>Cuts a normal distribution.</summary>
    /// <param name="mean">Mean before the cut, in the unit of the input; finite.</param>
    /// <param name="deviation">Standard deviation before the cut, in the same unit (a difference); finite, above 0.</param>
    /// <param name="low">Low end; a number or minus infinity.</param>
    /// <param name="high">High end, above the low one; a number or plus infinity.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A parameter is outside its range, or the ends leave nothing: both lie more than some 37 deviations to the same side.
    /// </exception>
    public TruncatedNormalDistribution(double mean, double deviation, double low, double high)
    {
        Require.Finite(mean);
        Require.AboveZero(deviation);
        Require.InRange(low, double.NegativeInfinity, double.MaxValue);
        Require.InRange(high, -double.MaxValue, double.PositiveInfinity);
        if (!(high > low))
        {
            throw Misfit(nameof(high), high, string.Create(CultureInfo.InvariantCulture, $"more than the low end, {low}"));
        }

        this.mean = mean;
        this.deviation = deviation;
        Lowest = low;
        Highest = high;

        // Probabilities near 1 have lost the digits that those near 0 still have: an upper tail is computed as a lower one.
        double a = (low - mean) / deviation;
        double b = (high - mean) / deviation;
        isMirrored = a + b > 0.0;
        below = NormalCurve.Cdf(isMirrored ? -b : a);
        within = NormalCurve.Cdf(isMirrored ? -a : b) - below;
        if (!(within > 0.0))
        {
            throw Misfit(nameof(low), low, "ends between which the normal distribution has a share that a number can hold");
        }
    }

    /// <inheritdoc/>
    public override double Lowest { get; }

    /// <inheritdoc/>
    public override double Highest { get; }

    /// <inheritdoc/>
    protected override double ValueAt(double probability)
    {
        if (probability is 0.0 or 1.0)
        {
            return probability == 0.0 ? Lowest : Highest;
        }

        double share = isMirrored ? 1.0 - probability : probability;
        double z = NormalCurve.Quantile(Math.Min(below + share * within, 1.0));
        return Math.Clamp(mean + deviation * (isMirrored ? -z : z), Lowest, Highest); // rounding may pass an end by a hair
    }

    /// <inheritdoc/>
    protected override double ProbabilityUpTo(double value)
    {
        double z = (value - mean) / deviation;
        double share = Math.Clamp((NormalCurve.Cdf(isMirrored ? -z : z) - below) / within, 0.0, 1.0);
        return isMirrored ? 1.0 - share : share;
    }
}
