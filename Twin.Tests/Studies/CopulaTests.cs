using Twin.Core.Studies;

namespace Twin.Tests.Studies;

[TestClass]
public sealed class CopulaTests
{
    private const int Runs = 4096;

    private static readonly StudyInput[] Inputs =
    [
        new("gas", new LogNormalDistribution(30.0, 2.5)),
        new("power", new TriangularDistribution(60.0, 90.0, 180.0)),
        new("river", new NormalDistribution(1.0, 0.8)),
        new("work", new UniformDistribution(0.5, 0.9)),
    ];

    private static readonly RankCorrelation[] Together = [new("power", "gas", 0.8), new("river", "power", -0.4)];

    [TestMethod]
    public void Drawn_inputs_have_the_rank_correlation_that_was_stated()
    {
        double[][] values = Columns(new(Inputs, Together));

        // Even random points would be off by 1/sqrt(4096) = 0.016 in one case of three; a Sobol set is much closer.
        const double tolerance = 0.005;
        Assert.AreEqual(0.8, Ranks.Spearman(values[0], values[1]), tolerance);
        Assert.AreEqual(-0.4, Ranks.Spearman(values[1], values[2]), tolerance);
        Assert.AreEqual(0.0, Ranks.Spearman(values[0], values[2]), tolerance); // not named: nothing in common
        Assert.AreEqual(0.0, Ranks.Spearman(values[2], values[3]), tolerance);
    }

    [TestMethod]
    public void Each_input_spreads_as_if_it_were_alone()
    {
        double[][] values = Columns(new(Inputs, Together));
        for (int i = 0; i < Inputs.Length; i++)
        {
            double[] shares = [.. values[i].Select(Inputs[i].Distribution.Cdf).Order()];
            double worst = shares.Select((share, k) => Math.Abs(share - (k + 0.5) / Runs)).Max();
            Assert.IsLessThan(1.36 / Math.Sqrt(Runs), worst, Inputs[i].Name); // Kolmogorov and Smirnov, 5 %, of random points
        }
    }

    [TestMethod]
    public void Inputs_that_go_with_nobody_keep_their_points_to_the_last_digit()
    {
        StudyInput[] plain = [new("a", Unit), new("b", Unit), new("c", Unit)];
        StudySpace space = new(plain, [new("a", "c", 0.5)]);
        double[] point = [0.1, 0.123456789, 0.7];
        double[] values = space.Draw(point);
        Assert.AreEqual(point[0], values[0]); // the first of a group stays as well
        Assert.AreEqual(point[1], values[1]);
        Assert.AreNotEqual(point[2], values[2]);
        CollectionAssert.AreEqual(point, space.Set(point)); // settings are taken one by one
    }

    [TestMethod]
    public void A_group_that_comes_on_top_leaves_the_others_alone()
    {
        RankCorrelation pair = new("b", "d", 0.6);
        StudySpace few = new([new("b", Unit), new("d", Unit)], [pair]);
        StudySpace more = new([.. "abcd".Select(name => new StudyInput($"{name}", Unit))], [pair, new("a", "c", -0.9)]);
        double[] two = few.Draw([0.3, 0.8]);
        double[] four = more.Draw([0.05, 0.3, 0.6, 0.8]);
        Assert.AreEqual(two[0], four[1]);
        Assert.AreEqual(two[1], four[3]);
    }

    [TestMethod]
    public void The_order_in_which_inputs_are_handed_in_changes_nothing()
    {
        double[][] there = Columns(new(Inputs, Together));
        double[][] back = Columns(new(Inputs.Reverse(), [.. Together.Reverse()]));
        for (int i = 0; i < there.Length; i++)
        {
            CollectionAssert.AreEqual(there[i], back[i]);
        }
    }

    [TestMethod]
    public void Correlations_that_contradict_each_other_are_refused_with_the_input()
    {
        RankCorrelation[] impossible = [new("gas", "power", 0.9), new("power", "river", 0.9), new("gas", "river", -0.9)];
        var fault = Assert.ThrowsExactly<ArgumentException>(() => _ = new StudySpace(Inputs, impossible));
        StringAssert.Contains(fault.Message, "correlations of river", StringComparison.Ordinal);
    }

    [TestMethod]
    public void Wrong_pairs_are_refused()
    {
        Assert.ThrowsExactly<ArgumentException>(() => _ = new StudySpace(Inputs, [new("gas", "gas", 0.5)]));
        Assert.ThrowsExactly<ArgumentException>(() => _ = new StudySpace(Inputs, [new("gas", "coal", 0.5)]));
        Assert.ThrowsExactly<ArgumentException>(
            () => _ = new StudySpace(Inputs, [new("gas", "power", 0.5), new("power", "gas", 0.5)]));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new StudySpace(Inputs, [new("gas", "power", 1.0)]));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new StudySpace(Inputs, [new("gas", "power", double.NaN)]));
    }

    private static UniformDistribution Unit => new(0.0, 1.0);

    private static double[][] Columns(StudySpace space)
    {
        StudyDesign design = DrawnDesigns.Sobol(space, Runs, seed: 7);
        double[][] rows = [.. Enumerable.Range(0, Runs).Select(design.Values)];
        return [.. space.Inputs.Select((_, i) => rows.Select(row => row[i]).ToArray())];
    }
}
