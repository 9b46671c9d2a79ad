namespace Twin.Core.Series;

/// <summary>What a series does between two samples.</summary>
public enum Between
{
    /// <summary>Samples are instants; a straight line joins them. Temperatures, for instance.</summary>
    Linear,

    /// <summary>A sample holds from its stamp until the next one. Prices, for instance.</summary>
    Hold,

    /// <summary>
    /// A sample is the mean of the interval that begins at its stamp. It is spread evenly over that interval, the one
    /// choice that conserves every mean and invents no values; the name records what the numbers are.
    /// </summary>
    Mean,
}
