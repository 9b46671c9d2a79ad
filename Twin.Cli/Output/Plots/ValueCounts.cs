namespace Twin.Cli.Output.Plots;

/// <summary>How often values of zero or more came, in a fixed number of classes whose width doubles as larger values come.</summary>
/// <remarks>A value is known to half a class, at most 1/65,536 of the largest: less than a hundredth of a pixel.</remarks>
internal sealed class ValueCounts
{
    private const int Classes = 1 << 16;
    private readonly int[] counts = new int[Classes];
    private double width = 1.0;
    private long total;

    /// <summary>Counts a value.</summary>
    public void Add(double value)
    {
        while (value >= width * Classes)
        {
            Widen();
        }

        counts[(int)(Math.Max(0, value) / width)]++;
        total++;
    }

    /// <summary>Values evenly taken by their rank, largest first.</summary>
    /// <param name="most">At most so many.</param>
    /// <param name="lowest">The smallest of all values, exactly.</param>
    /// <param name="highest">The largest.</param>
    public double[] Ranked(int most, double lowest, double highest)
    {
        double[] values = new double[(int)Math.Min(most, total)];
        long passed = 0;
        int at = Classes;
        for (int i = 0; i < values.Length; i++)
        {
            long rank = values.Length > 1 ? i * (total - 1) / (values.Length - 1) : 0;
            while (passed <= rank)
            {
                passed += counts[--at];
            }

            values[i] = rank == 0 ? highest : rank == total - 1 ? lowest : Math.Clamp((at + 0.5) * width, lowest, highest);
        }

        return values;
    }

    private void Widen()
    {
        for (int i = 0; i < Classes / 2; i++)
        {
            counts[i] = counts[2 * i] + counts[(2 * i) + 1];
        }

        Array.Clear(counts, Classes / 2, Classes / 2);
        width *= 2;
    }
}
