namespace Twin.Core.Rules;

/// <summary>A row of a legal table: a threshold and the days from which and until which it holds.</summary>
/// <param name="From">First day on which it holds; in tables by start of operation, the first start it is meant for.</param>
/// <param name="Until">First day on which it no longer holds; null where no end is set.</param>
/// <param name="Threshold">The threshold, in the unit of what is compared.</param>
/// <param name="Article">Where it stands, in the notation of <see cref="Verdict.Article"/>.</param>
internal sealed record DatedLimit(DateOnly From, DateOnly? Until, double Threshold, string Article)
{
    /// <summary>Whether it holds on a day.</summary>
    public bool Holds(DateOnly day) => From <= day && (Until is not { } until || day < until);
}

/// <summary>On which side of a threshold a number has to be.</summary>
internal enum Side
{
    /// <summary>The threshold is the largest number allowed.</summary>
    AtMost,

    /// <summary>The threshold is the smallest number allowed.</summary>
    AtLeast,

    /// <summary>The number has to be larger than the threshold.</summary>
    Above,
}
