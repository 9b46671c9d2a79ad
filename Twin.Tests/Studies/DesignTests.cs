using Twin.Core.Studies;

namespace Twin.Tests.Studies;

[TestClass]
public sealed class DesignTests
{
    private const int Runs = 200;

    private static readonly StudyInput Gpus = new("it.gpus", new DiscreteDistribution([12_000.0, 8_000.0, 10_000.0]));
    private static readonly StudyInput Pumps = new("heat_pumps.count", DiscreteDistribution.Whole(0, 1));
    private static readonly StudyInput River = new("river.offset", new NormalDistribution(1.0, 0.8));
    private static readonly StudyInput Price = new("grid.price", new TriangularDistribution(60.0, 90.0, 180.0));

    [TestMethod]
    public void A_grid_has_every_level_with_every_other_once()
    {
        StudyDesign grid = SettingDesigns.Grid(new([Gpus, Pumps], []), levels: 5);
        double[][] expected = // in ordinal order of the names, the last one fastest; lists have their own levels
        [
            [0.0, 8_000.0], [0.0, 10_000.0], [0.0, 12_000.0], [1.0, 8_000.0], [1.0, 10_000.0], [1.0, 12_000.0],
        ];
        AssertRows(expected, grid);
    }

    [TestMethod]
    public void An_input_without_a_list_stands_in_the_middle_of_its_shares()
    {
        StudyDesign grid = SettingDesigns.Grid(new([new("x", new UniformDistribution(0.0, 8.0))], []), levels: 4);
        AssertRows([[1.0], [3.0], [5.0], [7.0]], grid);
    }

    [TestMethod]
    public void A_grid_that_nobody_could_run_is_refused_before_it_is_made()
    {
        StudySpace wide = new(Enumerable.Range(0, 40).Select(i => River with { Name = $"x{i}" }), []);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => SettingDesigns.Grid(wide, levels: 10));
    }

    [TestMethod]
    public void A_list_gives_its_rows_as_they_are_written()
    {
        double[][] rows = [[1.0, 12_000.0], [0.0, 8_000.0], [1.0, 12_000.0]];
        StudySpace space = new([Gpus, Pumps], []);
        AssertRows(rows, SettingDesigns.List(space, rows));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => SettingDesigns.List(space, [[1.0, 9_000.0]]));
        Assert.ThrowsExactly<ArgumentException>(() => SettingDesigns.List(space, [[1.0]]));
        Assert.ThrowsExactly<ArgumentException>(() => SettingDesigns.List(new([River], []), [[1.0]]));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => SettingDesigns.List(space, []));
    }

    [TestMethod]
    public void One_at_a_time_moves_one_and_leaves_the_others_at_their_base()
    {
        StudyInput lever = new("a", new UniformDistribution(0.0, 10.0)) { BasePoint = 0.4, LowPoint = 0.0, HighPoint = 1.0 };
        StudyInput chance = new("b", new UniformDistribution(0.0, 1.0));
        StudyDesign design = SettingDesigns.OneAtATime(new([lever, chance], [new("a", "b", 0.9)])); // settings: nothing goes together
        AssertRows([[4.0, 0.5], [0.0, 0.5], [10.0, 0.5], [4.0, 0.1], [4.0, 0.9]], design);
        StudyInput endless = River with { HighPoint = 1.0 };
        Assert.ThrowsExactly<ArgumentException>(() => SettingDesigns.OneAtATime(new([endless], [])));
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(7)]
    [DataRow(1000)]
    public void Each_input_of_a_latin_hypercube_has_one_point_in_each_stratum(int count)
    {
        StudyDesign design = DrawnDesigns.LatinHypercube(new([Gpus, River, Price], []), count, seed: 5);
        double[][] points = [.. Enumerable.Range(0, count).Select(design.Point)];
        for (int i = 0; i < 3; i++)
        {
            double[] rising = [.. points.Select(point => point[i]).Order()];
            for (int stratum = 0; stratum < count; stratum++)
            {
                Assert.IsGreaterThanOrEqualTo(stratum / (double)count, rising[stratum]);
                Assert.IsLessThan((stratum + 1.0) / count, rising[stratum]);
            }
        }

        if (count == 1000)
        {
            double together = Ranks.Spearman([.. points.Select(point => point[0])], [.. points.Select(point => point[1])]);
            Assert.AreEqual(0.0, together, 4.0 / Math.Sqrt(count)); // four deviations of two random orders
        }
    }

    [TestMethod]
    public void The_mean_over_a_latin_hypercube_is_closer_than_by_chance()
    {
        StudySpace space = new([River], []);
        double[] latin = MeanErrors(seed => DrawnDesigns.LatinHypercube(space, Runs, seed));
        double[] chance = MeanErrors(seed => DrawnDesigns.MonteCarlo(space, Runs, seed));

        // One input that acts by itself: strata leave only what happens inside them, 1/n instead of 1/sqrt(n), up to the tails.
        Assert.IsLessThan(chance.Average() / 4.0, latin.Average());
    }

    [TestMethod]
    public void Another_input_leaves_the_draws_of_the_others_alone()
    {
        StudySpace few = new([Pumps, River], []);
        StudySpace more = new([Gpus, Pumps, Price, River], []);
        Func<StudySpace, StudyDesign>[] designs =
        [
            space => DrawnDesigns.MonteCarlo(space, Runs, seed: 9),
            space => DrawnDesigns.LatinHypercube(space, Runs, seed: 9),
        ];
        foreach (Func<StudySpace, StudyDesign> design in designs)
        {
            foreach (StudyInput input in few.Inputs)
            {
                CollectionAssert.AreEqual(Column(design(few), input.Name), Column(design(more), input.Name), input.Name);
            }
        }
    }

    [TestMethod]
    public void More_runs_leave_the_first_ones_as_they_are()
    {
        StudySpace space = new([Gpus, River], []);
        for (int run = 0; run < Runs; run++)
        {
            CollectionAssert.AreEqual(
                DrawnDesigns.MonteCarlo(space, Runs, 1).Point(run), DrawnDesigns.MonteCarlo(space, 10 * Runs, 1).Point(run));
            CollectionAssert.AreEqual(DrawnDesigns.Sobol(space, Runs, 1).Point(run), DrawnDesigns.Sobol(space, 10 * Runs, 1).Point(run));
        }
    }

    [TestMethod]
    public void Points_are_the_same_on_any_number_of_threads_and_in_any_order()
    {
        StudySpace space = new([Gpus, Pumps, River, Price], [new("grid.price", "river.offset", 0.5)]);
        StudySpace apart = new([Gpus, Pumps, River, Price], []);
        Func<StudyDesign>[] designs =
        [
            () => SettingDesigns.Grid(space, 3),
            () => SettingDesigns.OneAtATime(space),
            () => DrawnDesigns.MonteCarlo(space, Runs, 4),
            () => DrawnDesigns.LatinHypercube(space, Runs, 4),
            () => DrawnDesigns.Sobol(space, Runs, 4),
            () => new MorrisDesign(space, 10, 4, 4).Design,
            () => SaltelliDesign.Scrambled(apart, 32, 4).Design,
            () => SaltelliDesign.Independent(apart, 32, 4).Design,
        ];
        foreach (Func<StudyDesign> make in designs)
        {
            StudyDesign one = make();
            double[][] forward = [.. Enumerable.Range(0, one.Count).Select(one.Values)];
            StudyDesign other = make();
            double[][] scattered = new double[other.Count][];
            Parallel.For(0, other.Count, i => scattered[other.Count - 1 - i] = other.Values(other.Count - 1 - i));
            for (int run = 0; run < one.Count; run++)
            {
                CollectionAssert.AreEqual(forward[run], scattered[run]);
                Assert.IsTrue(one.Point(run).All(u => u is > 0.0 and < 1.0));
            }
        }
    }

    [TestMethod]
    public void Seeds_give_different_draws()
    {
        StudySpace space = new([River], []);
        Assert.AreNotEqual(DrawnDesigns.MonteCarlo(space, 1, 1).Point(0)[0], DrawnDesigns.MonteCarlo(space, 1, 2).Point(0)[0]);
        StudyDesign one = DrawnDesigns.LatinHypercube(space, Runs, 1);
        StudyDesign other = DrawnDesigns.LatinHypercube(space, Runs, 2);
        CollectionAssert.AreNotEqual(Column(one, River.Name), Column(other, River.Name));
    }

    [TestMethod]
    public void Wrong_calls_are_refused()
    {
        StudySpace space = new([River], []);
        Assert.ThrowsExactly<ArgumentException>(() => _ = new StudySpace([], []));
        Assert.ThrowsExactly<ArgumentException>(() => _ = new StudySpace([River, River], []));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new StudySpace([River with { LowPoint = -0.1 }], []));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => DrawnDesigns.MonteCarlo(space, 0, 1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => DrawnDesigns.LatinHypercube(space, 0, 1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => DrawnDesigns.MonteCarlo(space, 5, 1).Point(5));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => SettingDesigns.Grid(space, 0));
        Assert.ThrowsExactly<ArgumentException>(() => space.Draw([0.5, 0.5]));
    }

    private static double[] MeanErrors(Func<int, StudyDesign> design) =>
        [.. Enumerable.Range(0, 20).Select(design).Select(made =>
            Math.Abs(Enumerable.Range(0, Runs).Average(run => made.Values(run)[0]) - 1.0))]; // the river's mean

    private static double[] Column(StudyDesign design, string name)
    {
        int place = design.Space.Inputs.Select(input => input.Name).ToList().IndexOf(name);
        return [.. Enumerable.Range(0, design.Count).Select(run => design.Values(run)[place])];
    }

    private static void AssertRows(double[][] expected, StudyDesign design)
    {
        Assert.AreEqual(expected.Length, design.Count);
        for (int run = 0; run < expected.Length; run++)
        {
            CollectionAssert.AreEqual(expected[run], design.Values(run), $"run {run}");
        }
    }
}
