using Twin.Core.Studies;

namespace Twin.Tests.Studies;

[TestClass]
public class LimitValueTests
{
    private const double Rounding = 1e-12; // both sides are a few sums of small numbers

    private static LimitStepsDesign Plan { get; } = new(
        new(
            [
                new("a", new DiscreteDistribution([1, 2, 3])), new("b", new DiscreteDistribution([10, 20, 30])),
                new("idle", new DiscreteDistribution([0, 1, 2])), new("u", new UniformDistribution(0, 1)),
            ],
            []),
        ["a", "b", "idle"], futures: 12, pairs: true, seed: 4);

    [TestMethod]
    public void A_step_is_worth_its_change_against_the_base_in_the_same_future()
    {
        LimitValue value = Of(x => (5.0 * x[0]) + (100.0 * x[3]), new(0, LimitStep.More, -1, LimitStep.Base));
        Assert.AreEqual(5.0, value.Mean, Rounding);
        Assert.AreEqual(5.0, value.Low, Rounding); // the future's 100 u is in both runs and cancels
        Assert.AreEqual(5.0, value.High, Rounding);
        Assert.AreEqual((12, 12), (value.Futures, value.Changed));
        Assert.IsFalse(value.IsSlack);
        Assert.AreEqual(double.NaN, value.Interaction);
    }

    [TestMethod]
    public void What_changes_nothing_in_any_future_is_slack_and_what_changes_little_in_one_is_not()
    {
        Assert.IsTrue(Of(x => x[0] + x[3], new(2, LimitStep.Less, -1, LimitStep.Base)).IsSlack);
        double highest = Enumerable.Range(0, Plan.Design.Count).Max(run => Plan.Design.Values(run)[3]);
        LimitValue rare = Of(x => x[3] == highest ? 0.001 * x[2] : 0.0, new(2, LimitStep.Less, -1, LimitStep.Base));
        Assert.AreEqual((1, false), (rare.Changed, rare.IsSlack));
        Assert.AreEqual(-0.001 / 12.0, rare.Mean, Rounding);
    }

    [TestMethod]
    public void A_pair_interacts_by_what_its_product_adds_to_the_sum()
    {
        // a·b: with a from 2 to 3 and b from 20 to 30 the pair changes it by 50, the steps alone by 20 and 20.
        LimitValue value = Of(x => x[0] * x[1], new(0, LimitStep.More, 1, LimitStep.More));
        Assert.AreEqual(50.0, value.Mean, Rounding);
        Assert.AreEqual(10.0, value.Interaction, Rounding);
        Assert.AreEqual(0.0, Of(x => x[0] + x[1], new(0, LimitStep.Less, 1, LimitStep.More)).Interaction, Rounding);
    }

    [TestMethod]
    public void A_failed_run_costs_its_future_and_a_failed_base_the_future_of_all()
    {
        double[] outcomes = Outcomes(x => x[0]);
        outcomes[Plan.RunOf(1, 3)] = double.NaN;
        outcomes[Plan.RunOf(0, 5)] = double.NaN;
        IReadOnlyList<LimitValue> values = LimitValues.Of(Plan, outcomes);
        Assert.AreEqual(10, values[0].Futures);
        Assert.AreEqual(11, values[1].Futures);
        LimitValue none = LimitValues.Of(Plan, [.. outcomes.Select(_ => double.NaN)])[0];
        Assert.AreEqual((0, false), (none.Futures, none.IsSlack));
        Assert.AreEqual(double.NaN, none.Mean);
        Assert.ThrowsExactly<ArgumentException>(() => LimitValues.Of(Plan, [1.0]));
    }

    private static double[] Outcomes(Func<double[], double> outcome) =>
        [.. Enumerable.Range(0, Plan.Design.Count).Select(run => outcome(Plan.Design.Values(run)))];

    private static LimitValue Of(Func<double[], double> outcome, LimitSetting setting) =>
        LimitValues.Of(Plan, Outcomes(outcome)).Single(value => value.Setting == setting);
}
