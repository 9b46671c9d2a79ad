namespace Twin.Core.Series;

/// <summary>Another series times a factor plus an offset: a what-if such as "the air 2 K warmer".</summary>
/// <remarks>For a <see cref="SampledSeries"/> use its own <see cref="SampledSeries.Scaled"/>, which keeps the samples countable.</remarks>
public sealed class AffineSeries : ISeries
{
    private readonly ISeries inner;
    private readonly double factor;
    private readonly double offset;

    /// <summary>Wraps a series.</summary>
    /// <param name="inner">The series to change.</param>
    /// <param name="factor">Factor [outer unit per inner unit]; finite.</param>
    /// <param name="offset">Added after the factor [outer unit]; finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">Factor or offset is not finite.</exception>
    public AffineSeries(ISeries inner, double factor, double offset)
    {
        SeriesCheck.Finite(factor);
        SeriesCheck.Finite(offset);
        this.inner = inner;
        this.factor = factor;
        this.offset = offset;
    }

    /// <inheritdoc/>
    public object Identity => (inner.Identity, factor, offset);

    /// <inheritdoc/>
    public void FillMeans(long startUnixS, int stepS, Span<double> destination)
    {
        inner.FillMeans(startUnixS, stepS, destination);
        for (int k = 0; k < destination.Length; k++)
        {
            destination[k] = (destination[k] * factor) + offset;
        }
    }
}
