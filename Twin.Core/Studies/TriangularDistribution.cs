using Twin.Core.Physics;

namespace Twin.Core.Studies;

/// <summary>The density rises in a line from the low end to the mode and falls in a line to the high end.</summary>
/// <remarks>
/// Source: N. L. Johnson, S. Kotz, N. Balakrishnan, Continuous Univariate Distributions, vol. 2, 2nd ed., 1995, section 26.9.
/// </remarks>
public sealed class TriangularDistribution : Distribution
{
    private readonly double shareBelowMode;

    /// <summary>Spreads values about a mode.</summary>
    /// <param name="low">Low end in the unit of the input; finite.</param>
    /// <param name="mode">Most likely value; from the low to the high end, both included.</param>
    /// <param name="high">High end; finite, above the low one.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or they do not rise.</exception>
    public TriangularDistribution(double low, double mode, double high)
    {
        RequireRange(low, high);
        Require.InRange(mode, low, high);
        Lowest = low;
        Mode = mode;
        Highest = high;
        shareBelowMode = (mode - low) / (high - low);
    }

    /// <inheritdoc/>
    public override double Lowest { get; }

    /// <summary>Most likely value.</summary>
    public double Mode { get; }

    /// <inheritdoc/>
    public override double Highest { get; }

    /// <inheritdoc/>
    protected override double ValueAt(double probability) => probability < shareBelowMode
        ? Lowest + Math.Sqrt(probability * (Highest - Lowest) * (Mode - Lowest))
        : Highest - Math.Sqrt((1.0 - probability) * (Highest - Lowest) * (Highest - Mode));

    /// <inheritdoc/>
    protected override double ProbabilityUpTo(double value)
    {
        double below = value - Lowest;
        double above = Highest - value;
        return value < Mode
            ? below / (Highest - Lowest) * (below / (Mode - Lowest))
            : 1.0 - above / (Highest - Lowest) * (above / (Highest - Mode));
    }
}
