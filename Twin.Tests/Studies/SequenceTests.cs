using Twin.Core.Studies;

namespace Twin.Tests.Studies;

[TestClass]
public sealed class SequenceTests
{
    [TestMethod]
    public void The_first_points_are_those_that_Joe_and_Kuo_print()
    {
        // Output of their program for 10 points in 3 dimensions; Bratley and Fox 1988 have the same in the first two.
        double[][] printed =
        [
            [0.0, 0.0, 0.0], [0.5, 0.5, 0.5], [0.75, 0.25, 0.25], [0.25, 0.75, 0.75], [0.375, 0.375, 0.625],
            [0.875, 0.875, 0.125], [0.625, 0.125, 0.875], [0.125, 0.625, 0.375], [0.1875, 0.3125, 0.9375], [0.6875, 0.8125, 0.4375],
        ];
        for (uint index = 0; index < printed.Length; index++)
        {
            double[] found = [.. Enumerable.Range(0, 3).Select(dimension => SobolSequence.Coordinate(dimension, index))];
            CollectionAssert.AreEqual(printed[index], found, $"point {index}");
        }
    }

    [TestMethod]
    public void Point_1000_is_right_in_all_dimensions()
    {
        // scipy.stats.qmc.Sobol(128, scramble=False) of SciPy 1.10.1, times 1024: among the first 1024 points all are whole.
        int[] printed =
        [
            225, 99, 531, 693, 287, 929, 47, 921, 513, 71, 87, 261, 165, 393, 147, 379, 737, 353, 1015, 743, 535, 563, 973, 553, 597, 929,
            41, 1003, 61, 349, 151, 149, 303, 607, 821, 789, 869, 851, 315, 491, 935, 261, 983, 719, 861, 95, 893, 941, 1023, 491, 361,
            529, 771, 449, 129, 913, 465, 81, 905, 585, 457, 617, 265, 457, 133, 509, 573, 61, 197, 877, 157, 261, 933, 245, 189, 917,
            543, 547, 867, 123, 111, 755, 951, 767, 351, 1007, 963, 491, 599, 723, 787, 547, 7, 615, 375, 887, 247, 783, 835, 191, 787,
            555, 903, 567, 791, 65, 773, 693, 201, 105, 991, 815, 963, 629, 97, 885, 135, 163, 37, 621, 261, 795, 509, 563, 465, 691, 173,
            557,
        ];
        Assert.HasCount(SobolSequence.MostDimensions, printed);
        for (int dimension = 0; dimension < printed.Length; dimension++)
        {
            Assert.AreEqual(printed[dimension] / 1024.0, SobolSequence.Coordinate(dimension, 1000), $"dimension {dimension}");
        }
    }

    [TestMethod]
    public void Each_input_of_a_scrambled_set_has_one_point_in_each_stratum()
    {
        foreach (int count in new[] { 2, 64, 1024 })
        {
            StudyDesign design = DrawnDesigns.Sobol(Space(SobolSequence.MostDimensions), count, seed: 11);
            double[][] points = [.. Enumerable.Range(0, count).Select(design.Point)];
            for (int dimension = 0; dimension < SobolSequence.MostDimensions; dimension++)
            {
                int[] strata = [.. points.Select(point => (int)(point[dimension] * count)).Order()];
                CollectionAssert.AreEqual(Enumerable.Range(0, count).ToArray(), strata, $"{count} points, dimension {dimension}");
            }
        }
    }

    [TestMethod]
    public void Scrambling_keeps_the_first_two_inputs_a_net()
    {
        // A (0, 8, 2)-net in base 2: each rectangle of area 1/256 with sides that are powers of two holds exactly one of 256 points.
        const int digits = 8;
        StudyDesign design = DrawnDesigns.Sobol(Space(2), 1 << digits, seed: 3);
        double[][] points = [.. Enumerable.Range(0, 1 << digits).Select(design.Point)];
        for (int wide = 0; wide <= digits; wide++)
        {
            int columns = 1 << wide;
            int rows = 1 << (digits - wide);
            int cells = points.Select(point => ((int)(point[0] * columns), (int)(point[1] * rows))).Distinct().Count();
            Assert.AreEqual(1 << digits, cells, $"{columns} columns");
        }
    }

    [TestMethod]
    public void Scrambled_points_are_uniform_and_seeds_give_different_ones()
    {
        // The first point of many scramblings: were it not uniform, the mean of an outcome would be off however many runs there are.
        double[] first = [.. Enumerable.Range(0, 2000).Select(seed => DrawnDesigns.Sobol(Space(1), 1, seed).Point(0)[0]).Order()];
        Assert.IsGreaterThan(0.0, first[0]);
        Assert.IsLessThan(1.0, first[^1]);
        double worst = first.Select((value, k) => Math.Abs(value - (k + 0.5) / first.Length)).Max();
        Assert.IsLessThan(1.63 / Math.Sqrt(first.Length), worst); // Kolmogorov and Smirnov, 1 %
        Assert.HasCount(first.Length, first.Distinct().ToArray());
    }

    [TestMethod]
    public void The_mean_of_a_smooth_outcome_comes_faster_than_by_chance()
    {
        double few = MeanError(64);
        double many = MeanError(4096);

        // By chance 64 times the runs take the error to an eighth. Owen 1997 gives n^-1.5 for a smooth outcome, 1/512, up to logarithms.
        Assert.IsLessThan(few / 64.0, many, $"{few:E2} falls to {many:E2}");
    }

    [TestMethod]
    public void More_dimensions_than_there_are_numbers_for_are_refused()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => DrawnDesigns.Sobol(Space(SobolSequence.MostDimensions + 1), 8, 1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => SobolSequence.Coordinate(SobolSequence.MostDimensions, 0));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => SobolSequence.Coordinate(-1, 0));
    }

    // Root mean square over seeds; the exact mean is 1.
    private static double MeanError(int count)
    {
        double squares = 0.0;
        const int seeds = 16;
        for (int seed = 0; seed < seeds; seed++)
        {
            StudyDesign design = DrawnDesigns.Sobol(Space(4), count, seed);
            double mean = Enumerable.Range(0, count).Average(run => design.Point(run).Aggregate(1.0, (y, u) => y * (0.5 + u)));
            squares += (mean - 1.0) * (mean - 1.0);
        }

        return Math.Sqrt(squares / seeds);
    }

    private static StudySpace Space(int inputs) =>
        new(Enumerable.Range(0, inputs).Select(i => new StudyInput($"x{i:000}", new UniformDistribution(0.0, 1.0))), []);
}
