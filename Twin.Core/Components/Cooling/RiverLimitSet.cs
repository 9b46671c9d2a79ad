namespace Twin.Core.Components.Cooling;

/// <summary>Limits of the permit that bound in one tick: two loops on one river can meet two of them.</summary>
/// <param name="Bits">One bit for each limit.</param>
public readonly record struct RiverLimitSet(int Bits)
{
    /// <summary>Whether any limit bound.</summary>
    public bool Any => Bits != 0;

    /// <summary>The set of one limit; empty for none.</summary>
    /// <param name="limit">The limit.</param>
    public static RiverLimitSet Of(RiverLimit limit) => new(limit == RiverLimit.None ? 0 : 1 << (int)limit);

    /// <summary>Whether a limit bound.</summary>
    /// <param name="limit">The limit.</param>
    public bool Has(RiverLimit limit) => (Bits & Of(limit).Bits) != 0;

    /// <summary>The set with the limits of another.</summary>
    /// <param name="other">The other set.</param>
    public RiverLimitSet With(RiverLimitSet other) => new(Bits | other.Bits);
}
