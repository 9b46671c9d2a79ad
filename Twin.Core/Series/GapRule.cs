namespace Twin.Core.Series;

/// <summary>How missing samples are filled in.</summary>
public enum GapFilling
{
    /// <summary>Not at all: a gap is a fault.</summary>
    Fault,

    /// <summary>By the straight line between the samples on both sides.</summary>
    Linear,

    /// <summary>By the last sample before the gap.</summary>
    Hold,
}

/// <summary>What to do about missing samples, and how much of it is still acceptable.</summary>
public sealed record GapRule
{
    private GapRule(GapFilling filling, long longestS)
    {
        Filling = filling;
        LongestS = longestS;
    }

    /// <summary>Any gap is a fault.</summary>
    public static GapRule Fault { get; } = new(GapFilling.Fault, 0);

    /// <summary>How gaps are filled.</summary>
    public GapFilling Filling { get; }

    /// <summary>Longest gap that is filled [s]: missing samples times their interval. A longer one is a fault.</summary>
    public long LongestS { get; }

    /// <summary>Gaps up to a length are bridged by a straight line; past the ends the outermost sample is held for as long.</summary>
    /// <param name="longestS">Longest gap that is filled [s]; above zero.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The length is not above zero.</exception>
    public static GapRule Linear(long longestS)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longestS, 1);
        return new(GapFilling.Linear, longestS);
    }

    /// <summary>Gaps up to a length hold the sample before them; past the ends the outermost sample is held for as long.</summary>
    /// <param name="longestS">Longest gap that is filled [s]; above zero.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The length is not above zero.</exception>
    public static GapRule Hold(long longestS)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longestS, 1);
        return new(GapFilling.Hold, longestS);
    }
}
