namespace Twin.Cli.Commands;

/// <summary>Curves made of the eighths of a block that every terminal's font has; no colours, so nothing is lost without them.</summary>
internal static class BlockPlot
{
    private const string Eighths = " ▁▂▃▄▅▆▇█";

    /// <summary>Means of equal stretches of time; NaN where a stretch has no value.</summary>
    /// <param name="timesUnixS">Times of the values, rising.</param>
    /// <param name="values">Values; NaN where there is none.</param>
    /// <param name="count">Number of stretches; above zero.</param>
    public static double[] Means(ReadOnlySpan<long> timesUnixS, ReadOnlySpan<double> values, int count)
    {
        double[] sums = new double[count];
        int[] counts = new int[count];
        double spanS = Math.Max(timesUnixS[^1] - timesUnixS[0], 1);
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                int bin = Math.Clamp((int)((timesUnixS[i] - timesUnixS[0]) / spanS * count), 0, count - 1);
                sums[bin] += values[i];
                counts[bin]++;
            }
        }

        return [.. sums.Zip(counts, static (sum, n) => n == 0 ? double.NaN : sum / n)];
    }

    /// <summary>One line: the lowest mean a low block, the highest a full one.</summary>
    public static string Line(double[] means)
    {
        (double low, double high) = Bounds(means);
        return new([.. means.Select(mean => Eighths[Height(mean, low, high, most: 8)])]);
    }

    /// <summary>Several lines from the top; the lowest mean still shows.</summary>
    /// <param name="means">Means of equal stretches of time.</param>
    /// <param name="rows">Number of lines.</param>
    public static IReadOnlyList<string> Area(double[] means, int rows)
    {
        (double low, double high) = Bounds(means);
        int[] heights = [.. means.Select(mean => Height(mean, low, high, 8 * rows))];
        return
        [
            .. Enumerable.Range(0, rows).Reverse()
                .Select(row => new string([.. heights.Select(height => Eighths[Math.Clamp(height - 8 * row, 0, 8)])]).TrimEnd()),
        ];
    }

    /// <summary>Eighths of a block: none for no value, one for the lowest, half a block where all are alike.</summary>
    private static int Height(double mean, double low, double high, int most)
    {
        // Halves, because the difference of the greatest numbers is none.
        double share = (mean / 2.0 - low / 2.0) / (high / 2.0 - low / 2.0);
        return !double.IsFinite(mean) ? 0 : high > low ? 1 + (int)Math.Round((most - 1.0) * share) : 4;
    }

    /// <summary>Least and greatest mean.</summary>
    public static (double Low, double High) Bounds(double[] means)
    {
        double[] known = [.. means.Where(double.IsFinite)];
        return known.Length == 0 ? (0.0, 0.0) : (known.Min(), known.Max());
    }
}
