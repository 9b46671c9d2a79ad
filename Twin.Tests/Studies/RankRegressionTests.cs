using Twin.Core.Studies;

namespace Twin.Tests.Studies;

[TestClass]
public class RankRegressionTests
{
    private const double Rounding = 1e-12; // both sides are sums of products: only rounding may part them

    private static StudySpace Space { get; } =
        new(new[] { "a", "b" }.Select(name => new StudyInput(name, new UniformDistribution(0.0, 1.0))), []);

    [TestMethod]
    public void One_input_that_the_outcome_follows_however_curved_has_coefficient_one_and_explains_all()
    {
        double[] x = [3.0, 1.0, 2.0, 5.0, 4.0];
        RankRegression up = RankRegression.Of([x], [.. x.Select(value => Math.Exp(value))]);
        RankRegression down = RankRegression.Of([x], [.. x.Select(value => 1.0 / value)]);
        Assert.AreEqual(1.0, up.Coefficients[0], Rounding);
        Assert.AreEqual(-1.0, down.Coefficients[0], Rounding);
        Assert.AreEqual(1.0, down.RSquared, Rounding);
    }

    [TestMethod]
    public void With_one_input_the_coefficient_is_the_rank_correlation_and_its_square_the_share()
    {
        double[] x = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
        double[] y = [2.0, 1.0, 4.0, 4.0, 6.0, 3.0];
        double expected = Ranks.Spearman(x, y);
        RankRegression found = RankRegression.Of([x], y);
        Assert.AreEqual(expected, found.Coefficients[0], Rounding);
        Assert.AreEqual(expected * expected, found.RSquared, Rounding);
    }

    [TestMethod]
    public void Two_inputs_give_the_coefficients_of_the_closed_form_of_three_correlations()
    {
        double[] a = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0];
        double[] b = [2.0, 1.0, 4.0, 3.0, 7.0, 5.0, 6.0];
        double[] y = [1.0, 3.0, 2.0, 6.0, 5.0, 7.0, 4.0];
        (double ay, double by, double ab) = (Ranks.Spearman(a, y), Ranks.Spearman(b, y), Ranks.Spearman(a, b));
        RankRegression found = RankRegression.Of([a, b], y);
        double onA = (ay - by * ab) / (1.0 - ab * ab);
        double onB = (by - ay * ab) / (1.0 - ab * ab);
        Assert.AreEqual(onA, found.Coefficients[0], Rounding);
        Assert.AreEqual(onB, found.Coefficients[1], Rounding);
        Assert.AreEqual(onA * ay + onB * by, found.RSquared, Rounding);
    }

    [TestMethod]
    public void A_sum_of_two_inputs_of_which_one_weighs_twice_has_the_coefficients_of_its_integral_and_an_idle_input_none()
    {
        StudyDesign design = DrawnDesigns.Sobol(Space, 4096, seed: 5);
        double[][] points = [.. Enumerable.Range(0, design.Count).Select(design.Point)];
        double[] idle = [.. Enumerable.Range(0, design.Count).Select(run => (double)(run * 7919 % 4096))];
        RankRegression found = RankRegression.Of(
            [[.. points.Select(point => point[0])], [.. points.Select(point => point[1])], idle],
            [.. points.Select(point => 2.0 * point[0] + point[1])]);

        // 12·cov(a, F(y)) with F the trapezoid's cumulative distribution: 9/10 and 17/40. Sobol points of 4,096 runs integrate so smooth a
        // function to some 1e-4.
        Assert.AreEqual(9.0 / 10.0, found.Coefficients[0], 1e-3);
        Assert.AreEqual(17.0 / 40.0, found.Coefficients[1], 1e-3);
        Assert.AreEqual(0.81 + 17.0 * 17.0 / 1600.0, found.RSquared, 2e-3); // their squares
        Assert.AreEqual(0.0, found.Coefficients[2], 3.0 / Math.Sqrt(4096)); // three deviations of chance
    }

    [TestMethod]
    public void What_does_not_vary_has_coefficient_zero_and_what_others_determine_has_none()
    {
        double[] a = [1.0, 2.0, 3.0, 4.0, 5.0];
        RankRegression found = RankRegression.Of([a, [7.0, 7.0, 7.0, 7.0, 7.0], [.. a.Select(value => -value)]], a);
        Assert.AreEqual(1.0, found.Coefficients[0], Rounding);
        Assert.AreEqual(0.0, found.Coefficients[1]);
        Assert.AreEqual(double.NaN, found.Coefficients[2]);
        RankRegression still = RankRegression.Of([a], [2.0, 2.0, 2.0, 2.0, 2.0]);
        Assert.AreEqual(0.0, still.Coefficients[0]);
        Assert.AreEqual(0.0, still.RSquared);
    }

    [TestMethod]
    public void Wrong_calls_are_refused()
    {
        Assert.ThrowsExactly<ArgumentException>(() => RankRegression.Of([], [1.0, 2.0]));
        Assert.ThrowsExactly<ArgumentException>(() => RankRegression.Of([[1.0, 2.0]], [1.0, 2.0]));
        Assert.ThrowsExactly<ArgumentException>(() => RankRegression.Of([[1.0, 2.0]], [1.0, 2.0, 3.0]));
        Assert.ThrowsExactly<ArgumentException>(() => RankRegression.Of([[1.0, 2.0, double.NaN]], [1.0, 2.0, 3.0]));
    }
}
