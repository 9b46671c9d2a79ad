using Twin.Core.Climate;

namespace Twin.Core.Studies;

/// <summary>An estimate and the interval that holds the truth with a stated confidence.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">Low end of the interval, in the same unit.</param>
/// <param name="High">High end.</param>
public readonly record struct Estimate(double Value, double Low, double High);

/// <summary>Intervals of figures that are computed from sums over independent units (rows, or scramblings).</summary>
/// <remarks>A unit is the list of its sums; a figure of several units is a function of the sums of their lists.</remarks>
internal static class Resampling
{
    /// <summary>Intervals from few units: leave one out, and Student's t of what that changes.</summary>
    /// <param name="units">Sums of each unit; at least two units, of about equal size.</param>
    /// <param name="figures">From sums to figures.</param>
    /// <param name="confidence">Confidence [1], e.g. 0.95.</param>
    /// <returns>One estimate a figure: that of all units, and its interval.</returns>
    /// <remarks>
    /// Sources: R. G. Miller, The jackknife: a review, Biometrika 61 (1974) 1-15; P. L'Ecuyer, M. K. Nakayama, A. B. Owen, B. Tuffin,
    /// Confidence intervals for randomized quasi-Monte Carlo estimators, Winter Simulation Conference 2023: with few scramblings Student's
    /// t covers as it says where bootstraps do not.
    /// </remarks>
    public static Estimate[] JackknifeT(IReadOnlyList<double[]> units, Func<double[], double[]> figures, double confidence)
    {
        int count = units.Count;
        (double[] whole, double[][] pseudo) = LeaveOneOut(units, figures);
        double t = StudentT.Quantile(0.5 + 0.5 * confidence, count - 1);
        return [.. whole.Select((value, k) =>
        {
            double[] values = [.. pseudo.Select(without => count * value - (count - 1) * without[k])];
            double mean = values.Average();
            double error = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (count * (count - 1.0)));
            return new Estimate(value, value - t * error, value + t * error);
        })];
    }

    /// <summary>Intervals from many units: draw as many again and again, with bias and acceleration mended (BCa).</summary>
    /// <param name="units">Sums of each unit; some tens at least.</param>
    /// <param name="figures">From sums to figures.</param>
    /// <param name="confidence">Confidence [1], e.g. 0.95.</param>
    /// <param name="draws">How often to draw; 1,000 or more.</param>
    /// <param name="seed">Seed.</param>
    /// <returns>One estimate a figure: that of all units, and its interval.</returns>
    /// <remarks>Source: B. Efron, Better bootstrap confidence intervals, J. Am. Stat. Assoc. 82 (1987) 171-185.</remarks>
    public static Estimate[] Bca(
        IReadOnlyList<double[]> units, Func<double[], double[]> figures, double confidence, int draws, long seed)
    {
        (double[] whole, double[][] without) = LeaveOneOut(units, figures);
        KeyedRandom numbers = new(seed, "study/bootstrap");
        double[][] drawn = new double[draws][];
        for (int draw = 0; draw < draws; draw++)
        {
            double[] sums = new double[units[0].Length];
            for (int i = 0; i < units.Count; i++)
            {
                Add(sums, units[StudyRandom.Below(numbers, (long)draw * units.Count + i, units.Count)], 1.0);
            }

            drawn[draw] = figures(sums);
        }

        return [.. whole.Select((value, k) =>
        {
            double[] sorted = [.. drawn.Select(one => one[k]).Order()];
            double[] others = [.. without.Select(one => one[k])];
            return Interval(value, sorted, Acceleration(others), confidence);
        })];
    }

    private static Estimate Interval(double value, double[] sorted, double acceleration, double confidence)
    {
        if (sorted[0] == sorted[^1])
        {
            return new(value, value, value); // nothing varies, and the bias below would be infinite
        }

        // Ties count half, and no share is 0 or 1: the normal curve has no finite point there.
        double below = sorted.Count(v => v < value) + 0.5 * sorted.Count(v => v == value);
        double bias = NormalCurve.Quantile(Math.Clamp(below, 0.5, sorted.Length - 0.5) / sorted.Length);
        double At(double share)
        {
            double z = bias + NormalCurve.Quantile(share);
            return SampleQuantile.OfSorted(sorted, NormalCurve.Cdf(bias + z / (1.0 - acceleration * z)));
        }

        return new(value, At(0.5 - 0.5 * confidence), At(0.5 + 0.5 * confidence));
    }

    // A sixth of the skewness of what leaving one out changes.
    private static double Acceleration(double[] without)
    {
        double mean = without.Average();
        double squares = without.Sum(v => (mean - v) * (mean - v));
        double cubes = without.Sum(v => (mean - v) * (mean - v) * (mean - v));
        return squares > 0.0 ? cubes / (6.0 * squares * Math.Sqrt(squares)) : 0.0;
    }

    private static (double[] Whole, double[][] Without) LeaveOneOut(IReadOnlyList<double[]> units, Func<double[], double[]> figures)
    {
        double[] all = new double[units[0].Length];
        foreach (double[] unit in units)
        {
            Add(all, unit, 1.0);
        }

        double[][] without = new double[units.Count][];
        for (int i = 0; i < without.Length; i++)
        {
            double[] rest = [.. all];
            Add(rest, units[i], -1.0);
            without[i] = figures(rest);
        }

        return (figures(all), without);
    }

    private static void Add(double[] sums, double[] unit, double times)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += times * unit[i];
        }
    }
}
