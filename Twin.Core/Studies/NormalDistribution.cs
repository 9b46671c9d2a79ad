using Twin.Core.Physics;

namespace Twin.Core.Studies;

/// <summary>The normal distribution. It has no ends: where a key has a range, the truncated one is the right choice.</summary>
public sealed class NormalDistribution : Distribution
{
    private readonly double mean;
    private readonly double deviation;

    /// <summary>Spreads values about a mean.</summary>
    /// <param name="mean">Mean in the unit of the input; finite.</param>
    /// <param name="deviation">Standard deviation in the same unit (a difference); finite, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public NormalDistribution(double mean, double deviation)
    {
        Require.Finite(mean);
        Require.AboveZero(deviation);
        this.mean = mean;
        this.deviation = deviation;
    }

    /// <inheritdoc/>
    public override double Lowest => double.NegativeInfinity;

    /// <inheritdoc/>
    public override double Highest => double.PositiveInfinity;

    /// <inheritdoc/>
    protected override double ValueAt(double probability) => mean + deviation * NormalCurve.Quantile(probability);

    /// <inheritdoc/>
    protected override double ProbabilityUpTo(double value) => NormalCurve.Cdf((value - mean) / deviation);
}
