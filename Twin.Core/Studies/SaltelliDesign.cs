using Twin.Core.Climate;

namespace Twin.Core.Studies;

/// <summary>Runs for Sobol indices: pairs of points, and each pair with one input after the other exchanged.</summary>
/// <remarks>
/// A row is a point A, the points AB_i that have input i from B and the rest from A, and the point B: two runs more than inputs.
/// Source: A. Saltelli, P. Annoni, I. Azzini, F. Campolongo, M. Ratto, S. Tarantola, Variance based sensitivity analysis of model output,
/// Comput. Phys. Commun. 181 (2010) 259-270. Pairs are points of the Sobol sequence in twice the dimensions, scrambled a few times
/// independently: the scramblings differ by chance alone, which gives the intervals; rows of one scrambling do not (docs/studies.md).
/// </remarks>
public sealed class SaltelliDesign
{
    /// <summary>Most inputs: half of the dimensions of the sequence.</summary>
    public const int MostInputs = SobolSequence.MostDimensions / 2;

    /// <summary>Scramblings unless asked for otherwise (assumed: enough for Student's t to be narrow, 2.13 instead of 1.96).</summary>
    public const int UsualReplicates = 16;

    private readonly KeyedRandom[][] coins; // [replicate][dimension]; empty where rows are independent
    private readonly KeyedRandom[] draws;
    private readonly int inputs;

    private SaltelliDesign(StudySpace space, int rows, int replicates, long seed)
    {
        inputs = space.Inputs.Count;
        if (space.HasCorrelations)
        {
            throw new ArgumentException(
                "found inputs that go together, expected independent ones: no share of the variance is one input's own.", nameof(space));
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(inputs, MostInputs);
        Rows = rows;
        Replicates = replicates;
        string[] dimensions = [.. space.Inputs.Select(input => $"a/{input.Name}"), .. space.Inputs.Select(input => $"b/{input.Name}")];
        draws = [.. dimensions.Select(name => StudyRandom.Of(seed, "saltelli", name))];
        coins = replicates == 1 ? [] : [.. Enumerable.Range(0, replicates).Select(r =>
            dimensions.Select(name => StudyRandom.Of(seed, $"saltelli-{r}", name)).ToArray())];
        Design = new(space, (long)rows * RunsEach, isDrawn: true, PointOf);
    }

    /// <summary>The runs: row by row, each A, AB_0 …, B.</summary>
    public StudyDesign Design { get; }

    /// <summary>Number of rows, N in the literature.</summary>
    public int Rows { get; }

    /// <summary>Independent scramblings, each with as many rows; 1 where the rows are independent of each other.</summary>
    public int Replicates { get; }

    /// <summary>Runs of a row.</summary>
    internal int RunsEach => inputs + 2;

    /// <summary>Rows from scrambled Sobol sequences: the usual choice, because the indices come out far closer.</summary>
    /// <param name="space">The inputs; independent, at most 64.</param>
    /// <param name="rows">Number of rows; a multiple of the replicates, best a power of two. Each takes two runs more than inputs.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="replicates">Independent scramblings; 8 or more, because the intervals are made of their spread.</param>
    /// <returns>The design.</returns>
    /// <exception cref="ArgumentException">Inputs go together.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range, or there are more than 2,147,483,647 runs.</exception>
    public static SaltelliDesign Scrambled(StudySpace space, int rows, long seed, int replicates = UsualReplicates)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 8);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 2 * replicates);
        ArgumentOutOfRangeException.ThrowIfNotEqual(rows % replicates, 0, nameof(rows));
        return new(space, rows, replicates, seed);
    }

    /// <summary>Rows by Monte Carlo: each independent of every other.</summary>
    /// <param name="space">The inputs; independent, at most 64.</param>
    /// <param name="rows">Number of rows; 16 or more. Each takes two runs more than inputs.</param>
    /// <param name="seed">Seed.</param>
    /// <returns>The design.</returns>
    /// <exception cref="ArgumentException">Inputs go together.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range, or there are more than 2,147,483,647 runs.</exception>
    public static SaltelliDesign Independent(StudySpace space, int rows, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 16);
        return new(space, rows, replicates: 1, seed);
    }

    private double[] PointOf(int run)
    {
        (int row, int member) = Math.DivRem(run, RunsEach);
        double[] point = new double[inputs];
        for (int i = 0; i < inputs; i++)
        {
            bool isFromB = member == i + 1 || member == inputs + 1;
            point[i] = Coordinate(row, isFromB ? inputs + i : i);
        }

        return point;
    }

    private double Coordinate(int row, int dimension)
    {
        if (coins.Length == 0)
        {
            return StudyRandom.Point(draws[dimension], row);
        }

        (int replicate, int index) = Math.DivRem(row, Rows / Replicates);
        return OwenScramble.Point(SobolSequence.Bits(dimension, (uint)index), coins[replicate][dimension]);
    }
}
