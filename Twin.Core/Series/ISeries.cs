namespace Twin.Core.Series;

/// <summary>A quantity over time that can be averaged over any step; the inside unit is stated where the series is used.</summary>
public interface ISeries
{
    /// <summary>Writes the means over [start + k step, start + (k + 1) step) for k = 0 .. destination.Length - 1.</summary>
    /// <param name="startUnixS">Begin of the first interval, seconds since 1970-01-01T00:00Z.</param>
    /// <param name="stepS">Length of an interval [s]; above zero.</param>
    /// <param name="destination">Receives one mean for each interval.</param>
    void FillMeans(long startUnixS, int stepS, Span<double> destination);

    /// <summary>Equal for series that have the same values at all times; what is computed from a series is kept under it.</summary>
    object Identity => this;
}

/// <summary>A series that knows the samples it was made from, so that hours above a threshold can be counted on them.</summary>
public interface ISampledSeries : ISeries
{
    /// <summary>Writes the share of each interval, 0 to 1, in which the source sample held then is strictly above the threshold.</summary>
    /// <param name="startUnixS">Begin of the first interval, seconds since 1970-01-01T00:00Z.</param>
    /// <param name="stepS">Length of an interval [s]; above zero.</param>
    /// <param name="threshold">Threshold in the unit of the series.</param>
    /// <param name="destination">Receives one share for each interval.</param>
    void FillShareAbove(long startUnixS, int stepS, double threshold, Span<double> destination);
}
