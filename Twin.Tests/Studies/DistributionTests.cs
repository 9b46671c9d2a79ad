using CsCheck;
using Twin.Core.Studies;

namespace Twin.Tests.Studies;

[TestClass]
public sealed class DistributionTests
{
    private const double Rounding = 1e-12; // relative: closed forms of a few steps, and a normal curve of 1e-15

    private static readonly Distribution[] Continuous =
    [
        new UniformDistribution(-3.0, 5.0),
        new TriangularDistribution(60.0, 90.0, 180.0),
        new TriangularDistribution(0.0, 0.0, 2.0),
        new TriangularDistribution(0.0, 2.0, 2.0),
        new NormalDistribution(1.0, 0.8),
        new TruncatedNormalDistribution(1.0, 0.8, 0.0, 4.0),
        new TruncatedNormalDistribution(0.0, 1.0, 8.0, 9.0),
        new TruncatedNormalDistribution(0.0, 1.0, double.NegativeInfinity, -8.0),
        new LogNormalDistribution(25.0, 3.0),
        new EmpiricalDistribution([4.0, 1.0, 2.5, 9.0]),
    ];

    private static IEnumerable<double> Shares => Enumerable.Range(1, 999).Select(i => i / 1000.0);

    [TestMethod]
    public void A_quantile_inverts_the_cumulative_distribution()
    {
        foreach (Distribution distribution in Continuous)
        {
            foreach (double share in Shares)
            {
                // 1e-11: the steepest density here, 8 deviations out, multiplies rounding of the value by about ten.
                Assert.AreEqual(share, distribution.Cdf(distribution.Quantile(share)), 1e-11, distribution.ToString());
            }
        }
    }

    [TestMethod]
    public void A_quantile_never_falls_and_keeps_to_the_ends()
    {
        Distribution[] all = [.. Continuous, new DiscreteDistribution([3.0, 1.0, 2.0], [0.2, 0.5, 0.3])];
        foreach (Distribution distribution in all)
        {
            double before = distribution.Quantile(0.0);
            Assert.AreEqual(distribution.Lowest, before, distribution.ToString());
            foreach (double share in Shares)
            {
                double value = distribution.Quantile(share);
                Assert.IsGreaterThanOrEqualTo(before, value, distribution.ToString());
                before = value;
            }

            Assert.AreEqual(distribution.Highest, distribution.Quantile(1.0), distribution.ToString());
            Assert.AreEqual(0.0, distribution.Cdf(double.NegativeInfinity));
            Assert.AreEqual(1.0, distribution.Cdf(double.PositiveInfinity));
        }
    }

    // Here and below: values of SciPy 1.10.1, printed in full; its call stands beside the first.
    [TestMethod]
    [DataRow(1e-300, -37.0470962993612)] // norm.ppf
    [DataRow(1e-20, -9.262340089798409)]
    [DataRow(1e-9, -5.9978070150076865)]
    [DataRow(0.001, -3.090232306167813)]
    [DataRow(0.074, -1.4466320671589785)] // on both sides of the seam at 0.075
    [DataRow(0.0751, -1.4388253927525403)]
    [DataRow(0.3, -0.5244005127080409)]
    [DataRow(0.975, 1.959963984540054)]
    [DataRow(0.99999, 4.264890793923841)]
    public void The_normal_curve_has_the_published_quantiles(double share, double expected) =>
        Assert.AreEqual(expected, new NormalDistribution(0.0, 1.0).Quantile(share), 1e-14 * Math.Abs(expected)); // both promise 1e-15

    [TestMethod]
    [DataRow(-20.0, 2.7536241186061556e-89)] // norm.cdf
    [DataRow(-8.5, 9.47953482220325e-18)]
    [DataRow(-3.0001, 0.0013494549132607172)] // on both sides of the seam at 3
    [DataRow(-2.9999, 0.001350341282954925)]
    [DataRow(-0.3, 0.3820885778110474)]
    [DataRow(0.0, 0.5)]
    [DataRow(1.5, 0.9331927987311419)]
    [DataRow(8.0, 0.9999999999999993)]
    public void The_normal_curve_has_the_published_probabilities(double z, double expected) =>
        Assert.AreEqual(expected, new NormalDistribution(0.0, 1.0).Cdf(z), 1e-13 * expected); // near -3 the series loses 3 digits

    [TestMethod]
    public void A_normal_distribution_cut_far_out_keeps_its_digits()
    {
        var far = new TruncatedNormalDistribution(0.0, 1.0, 8.0, 9.0);
        Assert.AreEqual(8.01296057, far.Quantile(0.1), 5e-9); // truncnorm.ppf, printed with nine digits
        Assert.AreEqual(8.27860904, far.Quantile(0.9), 5e-9);
        var near = new TruncatedNormalDistribution(10.0, 2.0, 8.0, 15.0);
        Assert.AreEqual(8.60131344, near.Quantile(0.1), 5e-9);
        Assert.AreEqual(10.3844795, near.Quantile(0.5), 5e-8);
        Assert.AreEqual(12.68492336, near.Quantile(0.9), 5e-9);
    }

    [TestMethod]
    public void Wide_ends_leave_a_normal_distribution_as_it_was()
    {
        var cut = new TruncatedNormalDistribution(1.0, 0.8, double.NegativeInfinity, double.PositiveInfinity);
        var whole = new NormalDistribution(1.0, 0.8);
        foreach (double share in Shares)
        {
            Assert.AreEqual(whole.Quantile(share), cut.Quantile(share), Rounding);
        }
    }

    [TestMethod]
    public void A_triangle_has_its_mode_at_its_share()
    {
        var price = new TriangularDistribution(60.0, 90.0, 180.0);
        Assert.AreEqual(90.0, price.Quantile(0.25), 90.0 * Rounding); // (90 - 60) / (180 - 60)
        Assert.AreEqual(60.0 + Math.Sqrt(0.1 * 120.0 * 30.0), price.Quantile(0.1), 90.0 * Rounding);
        Assert.AreEqual(180.0 - Math.Sqrt(0.1 * 120.0 * 90.0), price.Quantile(0.9), 180.0 * Rounding);
    }

    [TestMethod]
    public void A_lognormal_has_the_median_and_the_ratio_it_was_given()
    {
        var flow = new LogNormalDistribution(25.0, 3.0);
        Assert.AreEqual(25.0, flow.Quantile(0.5), 25.0 * Rounding);
        Assert.AreEqual(3.0, flow.Quantile(0.9) / flow.Quantile(0.1), 3.0 * Rounding);
    }

    [TestMethod]
    public void A_list_gives_each_value_its_weight_and_each_level_its_value()
    {
        var list = new DiscreteDistribution([12_000.0, 8_000.0, 10_000.0], [1.0, 2.0, 5.0]);
        CollectionAssert.AreEqual(new[] { 8_000.0, 10_000.0, 12_000.0 }, list.Listed.ToArray());
        int[] counts = [.. list.Listed.Select(value => Enumerable.Range(0, 800).Count(i => list.Quantile((i + 0.5) / 800.0) == value))];
        CollectionAssert.AreEqual(new[] { 200, 500, 100 }, counts); // 2, 5 and 1 of 8
        Assert.AreEqual(0.25, list.Cdf(9_999.0), Rounding);
        Assert.AreEqual(0.875, list.Cdf(10_000.0), Rounding);
        for (int level = 0; level < 3; level++)
        {
            Assert.AreEqual(list.Listed[level], list.Quantile(list.PointOfLevel(level, 3)));
            Assert.AreEqual(list.PointOfLevel(level, 3), list.PointOf(list.Listed[level]));
        }
    }

    [TestMethod]
    public void Levels_of_any_list_of_weights_stay_apart() =>
        Gen.Double[1e-6, 1e6].Array[1, 40].Sample(weights =>
        {
            var list = new DiscreteDistribution([.. weights.Select((_, i) => (double)i)], weights);
            for (int i = 0; i < weights.Length; i++)
            {
                Assert.AreEqual(i, list.Quantile(list.PointOf(i)));
            }
        });

    [TestMethod]
    public void Whole_numbers_are_a_list() =>
        CollectionAssert.AreEqual(new[] { -1.0, 0.0, 1.0, 2.0 }, DiscreteDistribution.Whole(-1, 2).Listed.ToArray());

    [TestMethod]
    public void Observations_are_met_at_their_shares_and_joined_by_lines()
    {
        var observed = new EmpiricalDistribution([4.0, 1.0, 1.0, 9.0, 2.0]);
        Assert.AreEqual(1.0, observed.Quantile(0.2), Rounding);
        Assert.AreEqual(2.0, observed.Quantile(0.5), Rounding);
        Assert.AreEqual(6.5, observed.Quantile(0.875), Rounding); // halfway between 4 and 9
        Assert.AreEqual(0.25, observed.Cdf(1.0), Rounding); // two of five ties end at a quarter
        Assert.AreEqual(0.875, observed.Cdf(6.5), Rounding);
    }

    [TestMethod]
    public void Parameters_out_of_range_are_refused()
    {
        Action[] wrong =
        [
            () => _ = new UniformDistribution(2.0, 2.0),
            () => _ = new UniformDistribution(double.NaN, 2.0),
            () => _ = new UniformDistribution(-double.MaxValue, double.MaxValue),
            () => _ = new TriangularDistribution(0.0, 3.0, 2.0),
            () => _ = new TriangularDistribution(2.0, 1.0, 0.0),
            () => _ = new NormalDistribution(0.0, 0.0),
            () => _ = new NormalDistribution(double.PositiveInfinity, 1.0),
            () => _ = new TruncatedNormalDistribution(0.0, 1.0, 2.0, 1.0),
            () => _ = new TruncatedNormalDistribution(0.0, 1.0, double.NaN, 1.0),
            () => _ = new TruncatedNormalDistribution(0.0, 1.0, 50.0, 51.0),
            () => _ = new LogNormalDistribution(0.0, 2.0),
            () => _ = new LogNormalDistribution(1.0, 1.0),
            () => _ = new DiscreteDistribution([1.0, 2.0], [1.0, 0.0]),
            () => _ = new DiscreteDistribution([1.0, 2.0], [1.0, 1e-30]),
            () => _ = new DiscreteDistribution([1.0, double.NaN]),
            () => DiscreteDistribution.Whole(2, 1),
            () => DiscreteDistribution.Whole(int.MinValue, int.MaxValue),
            () => new DiscreteDistribution([1.0, 2.0]).PointOf(1.5),
            () => new DiscreteDistribution([1.0, 2.0]).PointOfLevel(0, 3),
            () => new UniformDistribution(0.0, 1.0).PointOfLevel(3, 3),
            () => _ = new EmpiricalDistribution([1.0, double.PositiveInfinity]),
            () => new UniformDistribution(0.0, 1.0).Quantile(1.1),
            () => new UniformDistribution(0.0, 1.0).Cdf(double.NaN),
        ];
        for (int i = 0; i < wrong.Length; i++)
        {
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(wrong[i], $"number {i}");
        }

        Assert.ThrowsExactly<ArgumentException>(() => _ = new DiscreteDistribution([]));
        Assert.ThrowsExactly<ArgumentException>(() => _ = new DiscreteDistribution([1.0, 1.0]));
        Assert.ThrowsExactly<ArgumentException>(() => _ = new DiscreteDistribution([1.0, 2.0], [1.0]));
        Assert.ThrowsExactly<ArgumentException>(() => _ = new EmpiricalDistribution([1.0, 1.0]));
    }

    [TestMethod]
    public void Students_t_has_its_closed_forms_and_the_published_quantiles()
    {
        Assert.AreEqual(Math.Tan(0.475 * Math.PI), StudentT.Quantile(0.975, 1), 1e-11); // Cauchy's; the slope there is 500
        Assert.AreEqual(0.95 * Math.Sqrt(2.0 / 0.0975), StudentT.Quantile(0.975, 2), 1e-12); // (2p - 1)·sqrt(2/(4p(1 - p)))
        (int Degrees, double T)[] table = [(3, 3.182), (4, 2.776), (7, 2.365), (15, 2.131), (16, 2.120), (120, 1.980)];
        foreach ((int degrees, double t) in table)
        {
            Assert.AreEqual(t, StudentT.Quantile(0.975, degrees), 5e-4); // Abramowitz and Stegun, table 26.10, three decimals
            Assert.AreEqual(-t, StudentT.Quantile(0.025, degrees), 5e-4);
        }
    }
}
