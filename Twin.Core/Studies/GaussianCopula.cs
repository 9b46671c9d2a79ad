using System.Globalization;

namespace Twin.Core.Studies;

/// <summary>How closely two inputs go together.</summary>
/// <param name="First">Name of one input.</param>
/// <param name="Second">Name of the other.</param>
/// <param name="Spearman">Rank correlation after Spearman [1]; above −1, below 1, 0 for inputs that know nothing of each other.</param>
public sealed record RankCorrelation(string First, string Second, double Spearman);

/// <summary>Makes independent points go together as stated, without changing how each of them spreads.</summary>
/// <remarks>
/// Each point becomes a standard normal number, these are mixed by the Cholesky factor of their correlation matrix, and each becomes a
/// point again. A rank correlation ρ between the inputs needs the correlation 2·sin(π·ρ/6) between the normal numbers (K. Pearson 1907;
/// W. H. Kruskal, J. Am. Stat. Assoc. 53 (1958) 814). Source of the construction: R. B. Nelsen, An Introduction to Copulas, 2nd ed.,
/// 2006, section 2.5. Lists of few values show a smaller rank correlation than stated, because their ties carry no order.
/// </remarks>
public sealed class GaussianCopula
{
    private const double SmallestPivot = 1e-10; // below, rounding decides the sign

    private readonly double[][] factor;

    /// <summary>Prepares the mixing of some inputs.</summary>
    /// <param name="names">Names of the inputs, in the order of the points; each once.</param>
    /// <param name="correlations">Pairs that go together; pairs that are not named do not.</param>
    /// <exception cref="ArgumentException">
    /// A pair names an unknown input, one input twice, or is there twice; or no numbers go together in this way (the matrix is not
    /// positive definite). The message names the input at which it shows.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A correlation is not above −1 and below 1.</exception>
    public GaussianCopula(IReadOnlyList<string> names, IReadOnlyList<RankCorrelation> correlations)
    {
        double[][] matrix = [.. names.Select((_, i) => Enumerable.Range(0, names.Count).Select(j => i == j ? 1.0 : 0.0).ToArray())];
        HashSet<(int, int)> seen = [];
        foreach (RankCorrelation pair in correlations)
        {
            int i = Place(names, pair.First);
            int j = Place(names, pair.Second);
            if (i == j || !seen.Add((Math.Min(i, j), Math.Max(i, j))))
            {
                throw new ArgumentException(
                    $"found a correlation of {pair.First} with {pair.Second}, expected two different inputs, each pair once.",
                    nameof(correlations));
            }

            if (!(Math.Abs(pair.Spearman) < 1.0))
            {
                throw Distribution.Misfit(nameof(correlations), pair.Spearman, "a rank correlation above -1 and below 1");
            }

            matrix[i][j] = matrix[j][i] = 2.0 * Math.Sin(Math.PI * pair.Spearman / 6.0);
        }

        factor = Cholesky(matrix, names);
    }

    /// <summary>Makes a point go together.</summary>
    /// <param name="independent">Coordinates [1], each above 0 and below 1, in the order of the names.</param>
    /// <returns>Coordinates [1], each above 0 and below 1. The first is what it was.</returns>
    /// <exception cref="ArgumentException">There are not as many coordinates as names.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is NaN or outside 0 to 1.</exception>
    public double[] Apply(ReadOnlySpan<double> independent)
    {
        if (independent.Length != factor.Length)
        {
            throw new ArgumentException(
                $"found {independent.Length} coordinates, expected {factor.Length}.", nameof(independent));
        }

        double[] normal = new double[factor.Length];
        double[] together = new double[factor.Length];
        for (int i = 0; i < factor.Length; i++)
        {
            normal[i] = NormalCurve.Quantile(independent[i]);
            double mixed = 0.0;
            bool isMixed = false;
            for (int j = 0; j <= i; j++)
            {
                // A term of zero is left out and not added: infinity times nothing would be NaN.
                if (factor[i][j] != 0.0)
                {
                    mixed += factor[i][j] * normal[j];
                    isMixed |= j < i;
                }
            }

            together[i] = isMixed ? Math.Clamp(NormalCurve.Cdf(mixed), double.Epsilon, Math.BitDecrement(1.0)) : independent[i];
        }

        return together;
    }

    private static int Place(IReadOnlyList<string> names, string name)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
            {
                return i;
            }
        }

        throw new ArgumentException($"found a correlation of {name}, expected one of {string.Join(", ", names)}.", nameof(name));
    }

    // Row by row, so that an input that goes with nobody leaves the rows of the others as they are.
    private static double[][] Cholesky(double[][] matrix, IReadOnlyList<string> names)
    {
        double[][] lower = [.. matrix.Select(row => new double[row.Length])];
        for (int i = 0; i < matrix.Length; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++)
                {
                    rest -= lower[i][k] * lower[j][k];
                }

                if (i != j)
                {
                    lower[i][j] = rest / lower[j][j];
                    continue;
                }

                if (!(rest > SmallestPivot))
                {
                    string found = string.Create(CultureInfo.InvariantCulture, $"{rest:G3}");
                    throw new ArgumentException(
                        $"found correlations of {names[i]} that contradict those of the inputs before it (a pivot of {found}), "
                        + "expected a positive definite matrix.",
                        nameof(matrix));
                }

                lower[i][i] = Math.Sqrt(rest);
            }
        }

        return lower;
    }
}
