namespace Twin.Core.Series;

/// <summary>A quantity that never changes.</summary>
/// <param name="value">The value, in the unit stated where the series is used; finite.</param>
public sealed class ConstantSeries(double value) : ISampledSeries
{
    /// <summary>The value at all times.</summary>
    public double Value { get; } = double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A series holds finite values.");

    /// <inheritdoc/>
    public object Identity => Value;

    /// <inheritdoc/>
    public void FillMeans(long startUnixS, int stepS, Span<double> destination)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stepS, 1);
        destination.Fill(Value);
    }

    /// <inheritdoc/>
    /// <remarks>A constant is one sample held for ever.</remarks>
    public void FillShareAbove(long startUnixS, int stepS, double threshold, Span<double> destination)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stepS, 1);
        destination.Fill(Value > threshold ? 1.0 : 0.0);
    }
}
