using System.Globalization;
using Twin.Core.Physics;

namespace Twin.Core.Studies;

/// <summary>A list of values, each with its weight: levels of a lever, numbers of machines, years of an ensemble.</summary>
public sealed class DiscreteDistribution : Distribution
{
    private const int MostWhole = 1_000_000;

    private readonly double[] values;
    private readonly double[] upTo; // probability of a value up to this one

    /// <summary>Lists values that are as likely as each other.</summary>
    /// <param name="values">The values in the unit of the input, in any order; finite, at least one, each only once.</param>
    /// <exception cref="ArgumentException">There is no value, or one is there twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite.</exception>
    public DiscreteDistribution(IReadOnlyList<double> values)
        : this(values, [.. values.Select(_ => 1.0)])
    {
    }

    /// <summary>Lists values and how likely each is.</summary>
    /// <param name="values">The values in the unit of the input, in any order; finite, at least one, each only once.</param>
    /// <param name="weights">Weight of each value; finite, above 0. Only their ratios count.</param>
    /// <exception cref="ArgumentException">There is no value, one is there twice, or the lists differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A value is not finite, a weight is not above 0, or it is so small beside the others that its value would never be met.
    /// </exception>
    public DiscreteDistribution(IReadOnlyList<double> values, IReadOnlyList<double> weights)
    {
        if (values.Count == 0 || values.Count != weights.Count)
        {
            throw new ArgumentException(
                $"found {values.Count} values and {weights.Count} weights, expected as many of both and at least one.", nameof(weights));
        }

        foreach (double value in values)
        {
            Require.Finite(value, nameof(values));
        }

        foreach (double weight in weights)
        {
            Require.AboveZero(weight, nameof(weights));
        }

        this.values = [.. values];
        double[] sorted = [.. weights];
        Array.Sort(this.values, sorted);
        if (this.values.Distinct().Count() < sorted.Length)
        {
            string found = string.Join(", ", this.values.Select(value => value.ToString(CultureInfo.InvariantCulture)));
            throw new ArgumentException($"found {found}, expected each value once.", nameof(values));
        }

        double all = sorted.Sum();
        Require.AboveZero(all, nameof(weights));
        upTo = new double[sorted.Length];
        double sum = 0.0;
        for (int i = 0; i < sorted.Length; i++)
        {
            sum += sorted[i];
            upTo[i] = i == sorted.Length - 1 ? 1.0 : sum / all;
            RequireOwnShare(i, sorted[i]);
        }
    }

    /// <inheritdoc/>
    public override double Lowest => values[0];

    /// <inheritdoc/>
    public override double Highest => values[^1];

    /// <inheritdoc/>
    public override IReadOnlyList<double> Listed => values;

    /// <summary>The whole numbers from one to another, each as likely as any other.</summary>
    /// <param name="low">First whole number.</param>
    /// <param name="high">Last whole number; at least the first, at most a million more.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The numbers fall, or are too many.</exception>
    public static DiscreteDistribution Whole(int low, int high)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(high, low);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)high - low, MostWhole, nameof(high));
        return new([.. Enumerable.Range(low, high - low + 1).Select(value => (double)value)]);
    }

    /// <summary>The point of the unit interval that stands for a value of the list.</summary>
    /// <param name="value">A value of the list, to its last digit.</param>
    /// <returns>Point [1] above 0 and below 1, whose quantile is this value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The list does not hold the value.</exception>
    public double PointOf(double value)
    {
        int place = Array.BinarySearch(values, value);
        return place >= 0 ? Middle(place) : throw Misfit(nameof(value), value, "a value of the list");
    }

    /// <inheritdoc/>
    public override double PointOfLevel(int level, int levels)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(levels, values.Length);
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, levels);
        return Middle(level);
    }

    /// <inheritdoc/>
    protected override double ValueAt(double probability)
    {
        // A point on the border of two shares belongs to the upper one, so that n values cut [0, 1) into n half-open shares.
        int place = Array.BinarySearch(upTo, probability);
        return values[Math.Min(place >= 0 ? place + 1 : ~place, values.Length - 1)];
    }

    /// <inheritdoc/>
    protected override double ProbabilityUpTo(double value)
    {
        int place = Array.BinarySearch(values, value);
        int last = place >= 0 ? place : ~place - 1;
        return upTo[last];
    }

    private double Middle(int place) => 0.5 * ((place == 0 ? 0.0 : upTo[place - 1]) + upTo[place]);

    private void RequireOwnShare(int place, double weight)
    {
        double low = place == 0 ? 0.0 : upTo[place - 1];
        if (!(Middle(place) > low && Middle(place) < upTo[place]))
        {
            throw Misfit(nameof(weight), weight, "a weight that is not lost beside the others");
        }
    }
}
