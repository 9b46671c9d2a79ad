using Twin.Core.Physics;

namespace Twin.Core.Studies;

/// <summary>Values whose logarithm is normal: above zero, as often twice the median as half of it.</summary>
public sealed class LogNormalDistribution : Distribution
{
    private readonly double median;
    private readonly double deviation; // of the logarithm

    /// <summary>Spreads values about a median.</summary>
    /// <param name="median">Median in the unit of the input; finite, above 0.</param>
    /// <param name="ratioP90ToP10">
    /// The value with 90 % of all below it over that with 10 % below it [1]; above 1. The deviation of the logarithm is
    /// ln(ratio)/(2·1.2816).
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public LogNormalDistribution(double median, double ratioP90ToP10)
    {
        Require.AboveZero(median);
        Require.AboveZero(ratioP90ToP10);
        if (!(ratioP90ToP10 > 1.0))
        {
            throw Misfit(nameof(ratioP90ToP10), ratioP90ToP10, "a ratio above 1");
        }

        this.median = median;
        deviation = Math.Log(ratioP90ToP10) / (2.0 * NormalCurve.Quantile(0.9));
    }

    /// <inheritdoc/>
    public override double Lowest => 0.0;

    /// <inheritdoc/>
    public override double Highest => double.PositiveInfinity;

    /// <inheritdoc/>
    protected override double ValueAt(double probability) => median * Math.Exp(deviation * NormalCurve.Quantile(probability));

    /// <inheritdoc/>
    protected override double ProbabilityUpTo(double value) =>
        value <= 0.0 ? 0.0 : NormalCurve.Cdf(Math.Log(value / median) / deviation);
}
