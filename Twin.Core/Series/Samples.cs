using Twin.Core.Time;

namespace Twin.Core.Series;

/// <summary>A place where samples are missing.</summary>
/// <param name="Before">Index of the sample before the gap.</param>
/// <param name="FirstUnixS">First missing stamp, seconds since 1970-01-01T00:00Z.</param>
/// <param name="LastUnixS">Last missing stamp, seconds since 1970-01-01T00:00Z.</param>
/// <param name="Count">Number of missing samples [1].</param>
/// <param name="LengthS">Missing samples times their interval [s].</param>
public readonly record struct Gap(int Before, long FirstUnixS, long LastUnixS, int Count, long LengthS);

/// <summary>Values at times, checked once: what every <see cref="SampledSeries"/> is made of. Immutable.</summary>
public sealed class Samples
{
    private readonly long[] timesUnixS;
    private readonly double[] values;
    private readonly bool[] fromSource;

    /// <summary>Takes copies of times and values and checks them.</summary>
    /// <param name="timesUnixS">Stamps, seconds since 1970-01-01T00:00Z; rising, none twice.</param>
    /// <param name="values">One finite value for each stamp.</param>
    /// <param name="intervalS">Usual distance of two stamps [s]; above zero. The last sample speaks for this long.</param>
    /// <exception cref="ArgumentException">There is no sample, the lengths differ, or a stamp is not after the one before.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or the interval is not above zero.</exception>
    public Samples(ReadOnlySpan<long> timesUnixS, ReadOnlySpan<double> values, int intervalS)
        : this(timesUnixS.ToArray(), values.ToArray(), AllTrue(values.Length), intervalS)
    {
    }

    private Samples(long[] timesUnixS, double[] values, bool[] fromSource, int intervalS)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(intervalS, 1);
        if (timesUnixS.Length == 0 || timesUnixS.Length != values.Length)
        {
            throw new ArgumentException($"{timesUnixS.Length} stamps and {values.Length} values; one of each at least, as many of both.");
        }

        for (int i = 0; i < values.Length; i++)
        {
            SeriesCheck.Finite(values[i], nameof(values));
            if (i > 0 && timesUnixS[i] <= timesUnixS[i - 1])
            {
                throw new ArgumentException($"Stamp {i} is not after the one before.", nameof(timesUnixS));
            }
        }

        this.timesUnixS = timesUnixS;
        this.values = values;
        this.fromSource = fromSource;
        IntervalS = intervalS;
        Identity = this;
    }

    /// <summary>Equal for samples that were scaled alike from the same ones.</summary>
    internal object Identity { get; private init; }

    /// <summary>Number of samples [1].</summary>
    public int Count => values.Length;

    /// <summary>Usual distance of two stamps [s].</summary>
    public int IntervalS { get; }

    /// <summary>Stamps, seconds since 1970-01-01T00:00Z, rising.</summary>
    public ReadOnlySpan<long> TimesUnixS => timesUnixS;

    /// <summary>Values in the unit of the series.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>For each sample: true if the source holds it, false if it was filled in.</summary>
    public ReadOnlySpan<bool> FromSource => fromSource;

    /// <summary>Stamp of the first sample, seconds since 1970-01-01T00:00Z.</summary>
    public long FirstUnixS => timesUnixS[0];

    /// <summary>End of the last sample: its stamp and one interval, seconds since 1970-01-01T00:00Z.</summary>
    public long EndUnixS => timesUnixS[^1] + IntervalS;

    /// <summary>Number of samples that were filled in [1].</summary>
    public int FilledCount => fromSource.Count(static held => !held);

    /// <summary>Where samples are missing.</summary>
    /// <returns>The gaps in order of time.</returns>
    public IReadOnlyList<Gap> Gaps()
    {
        List<Gap> gaps = [];
        for (int i = 1; i < timesUnixS.Length; i++)
        {
            int missing = MissingBetween(timesUnixS[i - 1], timesUnixS[i]);
            if (missing > 0)
            {
                long first = timesUnixS[i - 1] + IntervalS;
                long last = timesUnixS[i - 1] + ((long)missing * IntervalS);
                gaps.Add(new(i - 1, first, last, missing, (long)missing * IntervalS));
            }
        }

        return gaps;
    }

    /// <summary>Fills those gaps that a rule allows to fill; longer ones stay.</summary>
    /// <param name="rule">How, and up to which length.</param>
    /// <returns>The samples with those filled in marked as such; these samples themselves if nothing was to do.</returns>
    public Samples Filled(GapRule rule)
    {
        Gap[] gaps = [.. Gaps().Where(gap => rule.Filling != GapFilling.Fault && gap.LengthS <= rule.LongestS)];
        if (gaps.Length == 0)
        {
            return this;
        }

        int count = Count + gaps.Sum(static gap => gap.Count);
        (long[] times, double[] filled, bool[] held) = (new long[count], new double[count], new bool[count]);
        (int to, int next) = (0, 0);
        for (int from = 0; from < Count; from++, to++)
        {
            (times[to], filled[to], held[to]) = (timesUnixS[from], values[from], fromSource[from]);
            if (next == gaps.Length || gaps[next].Before != from)
            {
                continue;
            }

            double slopePerS = rule.Filling == GapFilling.Linear
                ? (values[from + 1] - values[from]) / (timesUnixS[from + 1] - timesUnixS[from])
                : 0.0;
            for (int k = 1; k <= gaps[next].Count; k++)
            {
                to++;
                long afterS = (long)k * IntervalS;
                (times[to], filled[to]) = (timesUnixS[from] + afterS, values[from] + (slopePerS * afterS));
            }

            next++;
        }

        return new(times, filled, held, IntervalS);
    }

    /// <summary>Each value times a factor plus an offset, at the same times.</summary>
    /// <param name="factor">Factor [new unit per old unit]; finite.</param>
    /// <param name="offset">Added after the factor [new unit]; finite.</param>
    /// <returns>The new samples.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Factor or offset is not finite, or a value ceases to be.</exception>
    public Samples Scaled(double factor, double offset)
    {
        SeriesCheck.Finite(factor);
        SeriesCheck.Finite(offset);
        return new(timesUnixS, Array.ConvertAll(values, value => (value * factor) + offset), fromSource, IntervalS)
        {
            Identity = (Identity, factor, offset), // and not itself: who keeps the name of a variant need not keep its samples
        };
    }

    /// <summary>Samples picked from these, with new stamps.</summary>
    internal Samples Picked(List<int> indices, List<long> newTimesUnixS) => new(
        [.. newTimesUnixS],
        [.. indices.Select(i => values[i])],
        [.. indices.Select(i => fromSource[i])],
        IntervalS);

    private static bool[] AllTrue(int count)
    {
        bool[] all = new bool[count];
        Array.Fill(all, true);
        return all;
    }

    private int MissingBetween(long beforeUnixS, long afterUnixS)
    {
        // stamps at local midnight are 25 h apart once a year, and nothing is missing
        long slackS = IntervalS >= UtcDay.LengthS ? 3600 : 0;
        return (int)Math.Clamp((afterUnixS - beforeUnixS - 1 - slackS) / IntervalS, 0, int.MaxValue);
    }
}
