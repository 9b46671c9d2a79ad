namespace Twin.Core.Studies;

/// <summary>Every value between two ends is as likely as any other.</summary>
public sealed class UniformDistribution : Distribution
{
    /// <summary>Spreads values between two ends.</summary>
    /// <param name="low">Low end in the unit of the input; finite.</param>
    /// <param name="high">High end; finite, above the low one.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is not finite, or they do not rise.</exception>
    public UniformDistribution(double low, double high)
    {
        RequireRange(low, high);
        Lowest = low;
        Highest = high;
    }

    /// <inheritdoc/>
    public override double Lowest { get; }

    /// <inheritdoc/>
    public override double Highest { get; }

    /// <inheritdoc/>
    // Measured from the nearer end, so that both ends are met exactly.
    protected override double ValueAt(double probability) => probability < 0.5
        ? Lowest + probability * (Highest - Lowest)
        : Highest - (1.0 - probability) * (Highest - Lowest);

    /// <inheritdoc/>
    protected override double ProbabilityUpTo(double value) => (value - Lowest) / (Highest - Lowest);
}
