namespace Twin.Core.Studies;

/// <summary>Shares of the variance of an outcome that an input explains.</summary>
/// <param name="Input">Name of the input.</param>
/// <param name="First">First order [1]: its share alone, averaged over the others. Estimates may lie a little outside 0 to 1.</param>
/// <param name="Total">Total order [1]: with everything in which it takes part; what would remain if all others were known.</param>
public sealed record SobolIndex(string Input, Estimate First, Estimate Total);

/// <summary>First and total order indices of all inputs.</summary>
/// <remarks>
/// First order by A. Saltelli et al., Comput. Phys. Commun. 181 (2010) 259-270, eq. (16) and table 2 (b); total order by M. J. W. Jansen,
/// Comput. Phys. Commun. 117 (1999) 35-43, there table 2 (f). The outcome is centred first, which takes most of the noise from the first
/// order.
/// </remarks>
public sealed class SobolIndices
{
    /// <summary>Confidence of the intervals [1].</summary>
    public const double Confidence = 0.95;

    private const int Draws = 1000;

    private SobolIndices(double mean, double variance, int rowsLeftOut, IReadOnlyList<SobolIndex> indices)
    {
        Mean = mean;
        Variance = variance;
        RowsLeftOut = rowsLeftOut;
        Indices = indices;
    }

    /// <summary>Mean of the outcome, in its unit.</summary>
    public double Mean { get; }

    /// <summary>Variance of the outcome, in its unit squared; 0 where it does not vary: then all indices are 0 and say nothing.</summary>
    public double Variance { get; }

    /// <summary>Rows that were left out because a run of theirs failed.</summary>
    public int RowsLeftOut { get; }

    /// <summary>One item an input, in the order of the inputs.</summary>
    public IReadOnlyList<SobolIndex> Indices { get; }

    /// <summary>Reads the indices from the outcomes.</summary>
    /// <param name="plan">The design.</param>
    /// <param name="outcomes">Outcome of each run in its order; NaN for a run that failed: its row is left out.</param>
    /// <param name="seed">Seed of the bootstrap, which is used where the rows of the plan are independent.</param>
    /// <returns>
    /// The indices with intervals of 95 %: by the spread of the scramblings and Student's t where the plan has several, otherwise by the
    /// BCa bootstrap of the rows.
    /// </returns>
    /// <exception cref="ArgumentException">There are not as many outcomes as runs, or failed runs leave too few rows.</exception>
    public static SobolIndices Of(SaltelliDesign plan, IReadOnlyList<double> outcomes, long seed) =>
        Of(plan, outcomes, seed, areRowsIndependent: plan.Replicates == 1);

    /// <summary>The same, with the units of the interval chosen by the caller: to measure what the wrong ones cover.</summary>
    internal static SobolIndices Of(SaltelliDesign plan, IReadOnlyList<double> outcomes, long seed, bool areRowsIndependent)
    {
        if (outcomes.Count != plan.Design.Count)
        {
            throw new ArgumentException($"found {outcomes.Count} outcomes, expected {plan.Design.Count}.", nameof(outcomes));
        }

        int[] rows = [.. Enumerable.Range(0, plan.Rows).Where(row => IsWhole(plan, outcomes, row))];
        int inputs = plan.Design.Space.Inputs.Count;
        if (rows.Length < 2)
        {
            throw new ArgumentException($"found {rows.Length} rows without a failed run, expected at least two.", nameof(outcomes));
        }

        double mean = rows.Average(row => 0.5 * (outcomes[row * plan.RunsEach] + outcomes[row * plan.RunsEach + inputs + 1]));
        List<double[]> units = [];
        int perUnit = areRowsIndependent ? 1 : plan.Rows / plan.Replicates;
        foreach (IGrouping<int, int> unit in rows.GroupBy(row => row / perUnit))
        {
            units.Add(Sums(plan, outcomes, unit, mean));
        }

        if (units.Count < 2)
        {
            throw new ArgumentException($"found {units.Count} scramblings without a failed run, expected at least two.", nameof(outcomes));
        }

        Estimate[] found = areRowsIndependent
            ? Resampling.Bca(units, Figures, Confidence, Draws, seed)
            : Resampling.JackknifeT(units, Figures, Confidence);
        double variance = rows.Average(row => 0.5 * (Square(outcomes[row * plan.RunsEach] - mean)
            + Square(outcomes[row * plan.RunsEach + inputs + 1] - mean)));
        SobolIndex[] indices =
            [.. plan.Design.Space.Inputs.Select((input, i) => new SobolIndex(input.Name, found[2 * i], found[2 * i + 1]))];
        return new(mean, variance, plan.Rows - rows.Length, indices);
    }

    private static bool IsWhole(SaltelliDesign plan, IReadOnlyList<double> outcomes, int row)
    {
        for (int member = 0; member < plan.RunsEach; member++)
        {
            if (!double.IsFinite(outcomes[row * plan.RunsEach + member]))
            {
                return false;
            }
        }

        return true;
    }

    // Rows, sum and sum of squares of A and B; then for each input the products of the first order and the squares of the total order.
    private static double[] Sums(SaltelliDesign plan, IReadOnlyList<double> outcomes, IEnumerable<int> rows, double mean)
    {
        int inputs = plan.Design.Space.Inputs.Count;
        double[] sums = new double[3 + 2 * inputs];
        foreach (int row in rows)
        {
            int at = row * plan.RunsEach;
            double a = outcomes[at] - mean;
            double b = outcomes[at + inputs + 1] - mean;
            sums[0] += 1.0;
            sums[1] += a + b;
            sums[2] += a * a + b * b;
            for (int i = 0; i < inputs; i++)
            {
                double ab = outcomes[at + 1 + i] - mean;
                sums[3 + 2 * i] += b * (ab - a);
                sums[4 + 2 * i] += Square(a - ab);
            }
        }

        return sums;
    }

    private static double[] Figures(double[] sums)
    {
        double rows = sums[0];
        double mean = sums[1] / (2.0 * rows);
        double variance = sums[2] / (2.0 * rows) - mean * mean;
        double[] figures = new double[sums.Length - 3];
        for (int i = 0; i < figures.Length && variance > 0.0; i += 2)
        {
            figures[i] = sums[3 + i] / (rows * variance);
            figures[i + 1] = sums[4 + i] / (2.0 * rows * variance);
        }

        return figures;
    }

    private static double Square(double x) => x * x;
}
