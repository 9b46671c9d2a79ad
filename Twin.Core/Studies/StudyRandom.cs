using Twin.Core.Climate;

namespace Twin.Core.Studies;

/// <summary>The random numbers of studies, keyed by seed and name, so that another input or policy does not reshuffle them.</summary>
internal static class StudyRandom
{
    /// <summary>Opens the numbers for one use of an input.</summary>
    /// <param name="seed">Seed of the study.</param>
    /// <param name="use">What they are for, e.g. monte-carlo.</param>
    /// <param name="name">Name of the input.</param>
    // The first word keeps them apart from the numbers of the weather, which may have the same seed.
    public static KeyedRandom Of(long seed, string use, string name) => new(seed, $"study/{use}/{name}");

    /// <summary>A point of the unit interval: above 0 and, whatever rounding does, below 1.</summary>
    public static double Point(KeyedRandom numbers, long slot) => Math.Min(numbers.Uniform(slot), Math.BitDecrement(1.0));

    /// <summary>A whole number from 0 to below a count.</summary>
    public static int Below(KeyedRandom numbers, long slot, int count) => (int)(Point(numbers, slot) * count);

    /// <summary>The numbers from 0 to below a count in random order (R. A. Fisher and F. Yates 1938, as by R. Durstenfeld 1964).</summary>
    public static int[] Shuffled(KeyedRandom numbers, int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (int i = count - 1; i > 0; i--)
        {
            int j = Below(numbers, i, i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }
}
