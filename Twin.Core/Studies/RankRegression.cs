namespace Twin.Core.Studies;

/// <summary>How strongly an outcome follows each of its inputs while the others are held, by ranks.</summary>
/// <param name="Coefficients">
/// Standardised rank regression coefficient of each input [1], in the order of the inputs: by how many deviations the rank of the outcome
/// moves when that of the input moves by one. 0 for an input that does not vary; NaN for one that the inputs before it determine.
/// </param>
/// <param name="RSquared">Share of the variance of the outcome's ranks that the inputs explain [1]; 0 to 1.</param>
/// <remarks>
/// With a low share the outcome goes up and down with its inputs, or depends on several at once, and the coefficients say little.
/// Source: R. L. Iman, W. J. Conover, The use of the rank transform in regression, Technometrics 21 (1979) 499-509; A. Saltelli,
/// I. M. Sobol, About the use of rank transformation in sensitivity analysis of model output, Reliab. Eng. Syst. Saf. 50 (1995) 225-239.
/// </remarks>
public sealed record RankRegression(IReadOnlyList<double> Coefficients, double RSquared)
{
    // What is left of an input's variance when those before it are known; less than this is rounding of the sums.
    private const double Own = 1e-9;

    /// <summary>Fits the ranks of an outcome by those of its inputs, by least squares.</summary>
    /// <param name="inputs">Values of each input, run by run; finite.</param>
    /// <param name="outcome">The outcome, in the same order of runs; finite. At least two runs more than inputs.</param>
    /// <returns>Coefficients and the share that they explain; all 0 where the outcome does not vary.</returns>
    /// <exception cref="ArgumentException">The lists differ in length, are too short, or hold a value that is not finite.</exception>
    public static RankRegression Of(IReadOnlyList<IReadOnlyList<double>> inputs, IReadOnlyList<double> outcome)
    {
        if (inputs.Count == 0 || outcome.Count < inputs.Count + 2 || inputs.Any(values => values.Count != outcome.Count)
            || !inputs.Append(outcome).All(values => values.All(double.IsFinite)))
        {
            throw new ArgumentException(
                $"found {outcome.Count} runs of {inputs.Count} inputs, expected two runs more than inputs, all finite.", nameof(outcome));
        }

        double[]?[] columns = [.. inputs.Select(Standardised)];
        if (Standardised(outcome) is not { } y)
        {
            return new(new double[inputs.Count], 0.0);
        }

        // Gram and Schmidt, twice each: what an input adds to those before it, then back from the last to the first.
        List<(int Input, double[] Direction, double[] Parts)> basis = [];
        double[] coefficients = new double[inputs.Count];
        for (int i = 0; i < columns.Length; i++)
        {
            if (columns[i] is { } column)
            {
                double[] rest = [.. column];
                double[] parts = new double[basis.Count + 1];
                for (int pass = 0; pass < 2; pass++)
                {
                    for (int k = 0; k < basis.Count; k++)
                    {
                        double part = Product(rest, basis[k].Direction);
                        parts[k] += part;
                        Subtract(rest, basis[k].Direction, part);
                    }
                }

                parts[^1] = Math.Sqrt(Product(rest, rest));
                if (parts[^1] * parts[^1] < Own)
                {
                    coefficients[i] = double.NaN;
                    continue;
                }

                basis.Add((i, [.. rest.Select(value => value / parts[^1])], parts));
            }
        }

        double[] onBasis = [.. basis.Select(item => Product(y, item.Direction))];
        double explained = onBasis.Sum(part => part * part);
        for (int k = basis.Count - 1; k >= 0; k--)
        {
            double rest = onBasis[k];
            for (int later = k + 1; later < basis.Count; later++)
            {
                rest -= basis[later].Parts[k] * coefficients[basis[later].Input];
            }

            coefficients[basis[k].Input] = rest / basis[k].Parts[k];
        }

        return new(coefficients, Math.Min(1.0, explained));
    }

    // Ranks with mean 0 and length 1; null where nothing varies.
    private static double[]? Standardised(IReadOnlyList<double> values)
    {
        double[] ranks = Ranks.Of(values);
        double middle = 0.5 * (ranks.Length - 1);
        double length = Math.Sqrt(ranks.Sum(rank => (rank - middle) * (rank - middle)));
        return length > 0.0 ? [.. ranks.Select(rank => (rank - middle) / length)] : null;
    }

    private static double Product(double[] a, double[] b)
    {
        double sum = 0.0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static void Subtract(double[] from, double[] direction, double times)
    {
        for (int i = 0; i < from.Length; i++)
        {
            from[i] -= times * direction[i];
        }
    }
}
