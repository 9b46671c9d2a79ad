using System.Globalization;
using Twin.Core.Physics;

namespace Twin.Core.Studies;

/// <summary>How the values of an input spread. It has one face: which value has a given probability below it.</summary>
/// <remarks>Values are in the inside unit of the input (W, degC, EUR/MWh ...), probabilities are 0 to 1.</remarks>
public abstract class Distribution
{
    /// <summary>Lowest value; minus infinity where there is none.</summary>
    public abstract double Lowest { get; }

    /// <summary>Highest value; plus infinity where there is none.</summary>
    public abstract double Highest { get; }

    /// <summary>The values one by one, rising, where the distribution is such a list; otherwise empty.</summary>
    public virtual IReadOnlyList<double> Listed => [];

    /// <summary>The inverse of the cumulative distribution: the value with a given probability below it.</summary>
    /// <param name="probability">Probability [1]; 0 to 1. At the ends the value may be infinite.</param>
    /// <returns>Value in the unit of the input; never falls as the probability rises.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability is NaN or outside 0 to 1.</exception>
    public double Quantile(double probability)
    {
        Require.Fraction(probability);
        return ValueAt(probability);
    }

    /// <summary>The cumulative distribution: the probability of a value up to this one.</summary>
    /// <param name="value">Value in the unit of the input; any number, infinities included.</param>
    /// <returns>Probability [1]; 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN.</exception>
    public double Cdf(double value)
    {
        Require.InRange(value, double.NegativeInfinity, double.PositiveInfinity);
        return value < Lowest ? 0.0 : value >= Highest ? 1.0 : ProbabilityUpTo(value);
    }

    /// <summary>A point of the unit interval that stands for one of several levels.</summary>
    /// <param name="level">Number of the level, 0 for the lowest.</param>
    /// <param name="levels">How many levels; for a list exactly as many as it has values.</param>
    /// <returns>
    /// Point [1] above 0 and below 1: the middle of the level's share. Its quantile is the level's value, exactly where the distribution
    /// is a list.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such level.</exception>
    public virtual double PointOfLevel(int level, int levels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, levels);
        return (level + 0.5) / levels;
    }

    /// <summary>The quantile, for a probability that has been checked.</summary>
    protected abstract double ValueAt(double probability);

    /// <summary>The cumulative distribution, for a value from the lowest to below the highest.</summary>
    protected abstract double ProbabilityUpTo(double value);

    /// <summary>Says that a parameter does not fit to another.</summary>
    internal static ArgumentOutOfRangeException Misfit(string name, double value, string expected) =>
        new(name, value, string.Create(CultureInfo.InvariantCulture, $"found {value}, expected {expected}."));

    /// <summary>Checks that two ends are finite, stand in their order, and that so is the way between them.</summary>
    private protected static void RequireRange(double low, double high)
    {
        Require.Finite(low);
        Require.Finite(high);
        if (!(high > low && double.IsFinite(high - low)))
        {
            throw Misfit(nameof(high), high, string.Create(CultureInfo.InvariantCulture, $"more than the low end, {low}"));
        }
    }
}
