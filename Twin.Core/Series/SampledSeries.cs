namespace Twin.Core.Series;

/// <summary>A series made of samples. Immutable, so any number of runs may share it.</summary>
/// <remarks>
/// It reaches from the first stamp to one interval after the last, where the last sample is held, and by as much further
/// at both ends as was asked for. Means are sums over the pieces between samples, each piece exact, so resampling to any
/// step conserves them and a value does not depend on how a run is cut into blocks. Filling n steps costs n plus the
/// samples they touch.
/// </remarks>
public sealed class SampledSeries : ISampledSeries
{
    private readonly Samples samples;
    private readonly Between between;

    /// <summary>Makes a series of samples.</summary>
    /// <param name="samples">The samples; gaps left in them are bridged by the rule between samples.</param>
    /// <param name="between">What holds between samples.</param>
    /// <param name="heldPastEndsS">How far the outermost samples are held past the ends [s]; zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The distance is negative or the rule unknown.</exception>
    public SampledSeries(Samples samples, Between between, long heldPastEndsS = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(heldPastEndsS, 0);
        if (!Enum.IsDefined(between))
        {
            throw new ArgumentOutOfRangeException(nameof(between), between, "Not a rule between samples.");
        }

        this.samples = samples;
        this.between = between;
        HeldPastEndsS = heldPastEndsS;
    }

    /// <summary>The samples it was made from.</summary>
    public Samples Source => samples;

    /// <summary>What holds between samples.</summary>
    public Between Between => between;

    /// <summary>How far the outermost samples are held past the ends [s].</summary>
    public long HeldPastEndsS { get; }

    /// <summary>First instant for which the series has a value, seconds since 1970-01-01T00:00Z.</summary>
    public long FromUnixS => samples.FirstUnixS - HeldPastEndsS;

    /// <summary>First instant for which it no longer has one, seconds since 1970-01-01T00:00Z.</summary>
    public long UntilUnixS => samples.EndUnixS + HeldPastEndsS;

    /// <summary>The same series times a factor plus an offset; its samples stay countable.</summary>
    /// <param name="factor">Factor [new unit per old unit]; finite.</param>
    /// <param name="offset">Added after the factor [new unit]; finite.</param>
    /// <returns>The new series.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Factor or offset is not finite.</exception>
    public SampledSeries Scaled(double factor, double offset) => new(samples.Scaled(factor, offset), between, HeldPastEndsS);

    /// <inheritdoc/>
    public object Identity => (samples.Identity, between, HeldPastEndsS);

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The step is not above zero, or an interval leaves the time covered.</exception>
    public void FillMeans(long startUnixS, int stepS, Span<double> destination)
    {
        CheckCovers(startUnixS, stepS, destination.Length);
        int at = Math.Max(IndexAt(startUnixS), 0);
        long fromUnixS = startUnixS;
        for (int k = 0; k < destination.Length; k++)
        {
            long toUnixS = fromUnixS + stepS;
            double sum = 0.0; // of means of pieces, weighted by the share of the step they fill
            for (long t = fromUnixS; t < toUnixS;)
            {
                long pieceEndUnixS = Math.Min(toUnixS, HeldUntil(at));
                sum += PieceMean(at, t, pieceEndUnixS) * ((double)(pieceEndUnixS - t) / stepS);
                t = pieceEndUnixS;
                at += t == HeldUntil(at) && at + 1 < samples.Count ? 1 : 0;
            }

            destination[k] = sum;
            fromUnixS = toUnixS;
        }
    }

    /// <inheritdoc/>
    /// <remarks>A sample that was filled in, or held past an end, is no source sample and counts as not above.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The step is not above zero, or an interval leaves the time covered.</exception>
    public void FillShareAbove(long startUnixS, int stepS, double threshold, Span<double> destination)
    {
        CheckCovers(startUnixS, stepS, destination.Length);
        int at = Math.Max(IndexAt(startUnixS), 0);
        long fromUnixS = startUnixS;
        for (int k = 0; k < destination.Length; k++)
        {
            long toUnixS = fromUnixS + stepS;
            long aboveS = 0;
            for (long t = fromUnixS; t < toUnixS;)
            {
                long pieceEndUnixS = Math.Min(toUnixS, HeldUntil(at));
                if (samples.FromSource[at] && samples.Values[at] > threshold)
                {
                    long heldFromUnixS = Math.Max(t, samples.TimesUnixS[at]);
                    long heldToUnixS = Math.Min(pieceEndUnixS, SpeaksUntil(at));
                    aboveS += Math.Max(0, heldToUnixS - heldFromUnixS);
                }

                t = pieceEndUnixS;
                at += t == HeldUntil(at) && at + 1 < samples.Count ? 1 : 0;
            }

            destination[k] = (double)aboveS / stepS;
            fromUnixS = toUnixS;
        }
    }

    private double PieceMean(int at, long fromUnixS, long toUnixS)
    {
        double value = samples.Values[at];
        if (between != Between.Linear || at + 1 == samples.Count || toUnixS <= samples.TimesUnixS[at])
        {
            return value;
        }

        // held before the first stamp, a straight line from there on: the two parts have means of their own
        long beginUnixS = samples.TimesUnixS[at];
        long lineFromUnixS = Math.Max(fromUnixS, beginUnixS);
        double slopePerS = (samples.Values[at + 1] - value) / (samples.TimesUnixS[at + 1] - beginUnixS);
        double line = value + (slopePerS * (((lineFromUnixS - beginUnixS) + (double)(toUnixS - beginUnixS)) / 2.0));
        double lineShare = (double)(toUnixS - lineFromUnixS) / (toUnixS - fromUnixS);
        return lineFromUnixS == fromUnixS ? line : value + ((line - value) * lineShare);
    }

    /// <summary>End of the piece of a sample: the next stamp; for the last sample the end of all.</summary>
    private long HeldUntil(int at) => at + 1 < samples.Count ? samples.TimesUnixS[at + 1] : UntilUnixS;

    /// <summary>End of the time for which a sample is evidence.</summary>
    private long SpeaksUntil(int at) => at + 1 < samples.Count ? samples.TimesUnixS[at + 1] : samples.EndUnixS;

    /// <summary>Index of the sample at or before an instant, -1 before the first.</summary>
    private int IndexAt(long unixS)
    {
        int found = samples.TimesUnixS.BinarySearch(unixS);
        return found >= 0 ? found : ~found - 1;
    }

    private void CheckCovers(long startUnixS, int stepS, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stepS, 1);
        long endUnixS = startUnixS + ((long)stepS * count);
        if (count > 0 && (startUnixS < FromUnixS || endUnixS > UntilUnixS))
        {
            throw new ArgumentOutOfRangeException(
                nameof(startUnixS), startUnixS, $"The series covers {FromUnixS} to {UntilUnixS}, asked for {startUnixS} to {endUnixS}.");
        }
    }
}
