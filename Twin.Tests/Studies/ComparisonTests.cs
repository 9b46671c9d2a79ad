using CsCheck;
using Twin.Core.Studies;

namespace Twin.Tests.Studies;

[TestClass]
public sealed class ComparisonTests
{
    private const double Rounding = 1e-12;

    // Few different numbers, so that ties are common, and some runs that failed.
    private static readonly Gen<double> Outcome = Gen.Int[-3, 7].Select(i => i == 7 ? double.NaN : i);

    [TestMethod]
    public void A_tornado_puts_what_matters_most_on_top()
    {
        StudySpace space = new("abcd".Select(name => new StudyInput($"{name}", new UniformDistribution(0.0, 1.0))), []);
        StudyDesign design = SettingDesigns.OneAtATime(space);
        double[] outcomes = [.. Enumerable.Range(0, design.Count).Select(design.Values)
            .Select(x => x[0] - 5.0 * x[1] + x[2] + 10.0 * (x[3] - 0.5) * (x[3] - 0.5))];
        Tornado found = Tornado.Of(design, outcomes);
        Assert.AreEqual(outcomes[0], found.Base);
        CollectionAssert.AreEqual(new[] { "b", "d", "a", "c" }, found.Bars.Select(bar => bar.Input).ToArray()); // a and c: equal, by name
        Assert.AreEqual(4.0, found.Bars[0].Range, Rounding); // 5 x 0.8
        Assert.AreEqual(found.Base + 2.0, found.Bars[0].AtLow, Rounding);
        Assert.AreEqual(found.Base - 2.0, found.Bars[0].AtHigh, Rounding);
        Assert.AreEqual(1.6, found.Bars[1].Range, Rounding); // the base is its lowest point
    }

    [TestMethod]
    public void A_tornado_shows_what_is_left_where_a_run_failed()
    {
        StudyDesign design = SettingDesigns.OneAtATime(new([new("a", new UniformDistribution(0.0, 1.0))], []));
        Assert.AreEqual(2.0, Tornado.Of(design, [1.0, double.NaN, 3.0]).Bars[0].Range);
        Assert.AreEqual(0.0, Tornado.Of(design, [1.0, double.NaN, double.NaN]).Bars[0].Range);
        Assert.ThrowsExactly<ArgumentException>(() => Tornado.Of(design, [double.NaN, 1.0, 3.0]));
        Assert.ThrowsExactly<ArgumentException>(() => Tornado.Of(design, [1.0, 2.0]));
    }

    [TestMethod]
    public void P90_is_reached_in_ninety_of_a_hundred_futures()
    {
        Exceedance found = new(Enumerable.Range(0, 101).Select(i => (double)(i * 37 % 101)));
        Assert.AreEqual(90.0, found.P10, Rounding);
        Assert.AreEqual(50.0, found.P50, Rounding);
        Assert.AreEqual(10.0, found.P90, Rounding);
        Assert.AreEqual(91.0 / 101.0, found.ShareReaching(10.0), Rounding); // 10 to 100
        Assert.AreEqual(1.0, found.ShareReaching(double.NegativeInfinity));
        Assert.AreEqual(0.0, found.ShareReaching(100.5));
        Assert.AreEqual(0.0, found.Rising[0]);
        Assert.AreEqual(10.5, found.ValueReachedBy(0.895), Rounding);
    }

    [TestMethod]
    public void Exceedance_needs_futures_that_have_outcomes()
    {
        Assert.ThrowsExactly<ArgumentException>(() => _ = new Exceedance([]));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new Exceedance([1.0, double.NaN]));
        Assert.AreEqual(4.0, new Exceedance([4.0]).P90);
    }

    [TestMethod]
    public void The_front_is_what_comparing_each_with_each_leaves() =>
        Gen.Select(Outcome, Outcome).Array[0, 40].Select(Gen.Bool, Gen.Bool).Sample((runs, firstIsMin, secondIsMin) =>
        {
            double[] first = [.. runs.Select(run => run.Item1)];
            double[] second = [.. runs.Select(run => run.Item2)];
            double one = firstIsMin ? 1.0 : -1.0;
            double two = secondIsMin ? 1.0 : -1.0;
            bool Beats(int a, int b) => one * first[a] <= one * first[b] && two * second[a] <= two * second[b]
                && (first[a] != first[b] || second[a] != second[b]);
            int[] all = [.. Enumerable.Range(0, runs.Length).Where(run => !double.IsNaN(first[run] + second[run]))];
            int[] expected =
                [.. all.Where(run => !all.Any(other => Beats(other, run))).OrderBy(run => one * first[run]).ThenBy(run => run)];
            IReadOnlyList<int> found = ParetoFront.Of(
                first,
                firstIsMin ? OutcomeDirection.Min : OutcomeDirection.Max,
                second,
                secondIsMin ? OutcomeDirection.Min : OutcomeDirection.Max);
            CollectionAssert.AreEqual(expected, found.ToArray());
        });

    [TestMethod]
    public void Regrets_are_what_the_best_of_each_future_does_better() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 12]).SelectMany((policies, futures) => Outcome.Array[futures].Array[policies])
            .Select(Gen.Bool).Sample((outcomes, isMin) =>
            {
                int[] judged = [.. Enumerable.Range(0, outcomes[0].Length).Where(f => outcomes.Any(policy => !double.IsNaN(policy[f])))];
                string[] names = [.. outcomes.Select((_, i) => $"p{i}")];
                OutcomeDirection direction = isMin ? OutcomeDirection.Min : OutcomeDirection.Max;
                if (judged.Length == 0)
                {
                    Assert.ThrowsExactly<ArgumentException>(() => RegretTable.Of(names, outcomes, direction));
                    return;
                }

                RegretTable found = RegretTable.Of(names, outcomes, direction);
                Assert.AreEqual(judged.Length, found.Futures);
                Assert.AreEqual(outcomes[0].Length - judged.Length, found.FuturesLeftOut);
                for (int i = 0; i < names.Length; i++)
                {
                    double[] regrets = [.. judged.Select(future =>
                    {
                        IEnumerable<double> there = outcomes.Select(policy => policy[future]).Where(double.IsFinite);
                        double own = outcomes[i][future];
                        return double.IsNaN(own) ? double.PositiveInfinity : isMin ? own - there.Min() : there.Max() - own;
                    })];
                    PolicyRegret policy = found.Policies.Single(p => p.Policy == names[i]);
                    Assert.AreEqual(regrets.Max(), policy.Largest);
                    Assert.AreEqual(regrets.Average(), policy.Mean, Rounding);
                    Assert.AreEqual(regrets.Count(r => r == 0.0), policy.BestIn);
                    Assert.AreEqual(regrets.Count(double.IsInfinity), policy.WithoutResult);
                    Assert.IsLessThanOrEqualTo(policy.Largest, policy.P10);
                }

                double[] largest = [.. found.Policies.Select(policy => policy.Largest)];
                CollectionAssert.AreEqual(largest.Order().ToArray(), largest);
            });

    [TestMethod]
    public void The_first_policy_is_the_one_whose_worst_regret_is_smallest()
    {
        // Savage's table by hand: the best of each future is 10, 8, 6.
        RegretTable found = RegretTable.Of(
            ["all_air", "river_hp", "both"], [[10.0, 2.0, 6.0], [7.0, 6.0, 4.0], [3.0, 8.0, 1.0]], OutcomeDirection.Max);
        CollectionAssert.AreEqual(new[] { "river_hp", "all_air", "both" }, found.Policies.Select(policy => policy.Policy).ToArray());
        CollectionAssert.AreEqual(new[] { 3.0, 6.0, 7.0 }, found.Policies.Select(policy => policy.Largest).ToArray());
        Assert.AreEqual(7.0 / 3.0, found.Policies[0].Mean, Rounding);
        Assert.AreEqual(2, found.Policies[1].BestIn);
        Assert.AreEqual(2.8, found.Policies[0].P10, Rounding); // 2, 2, 3: 0.8 of the way from the second to the third
    }

    [TestMethod]
    public void Policies_without_their_outcomes_are_refused()
    {
        Assert.ThrowsExactly<ArgumentException>(() => RegretTable.Of([], [], OutcomeDirection.Min));
        Assert.ThrowsExactly<ArgumentException>(() => RegretTable.Of(["a"], [[1.0], [2.0]], OutcomeDirection.Min));
        Assert.ThrowsExactly<ArgumentException>(() => RegretTable.Of(["a", "b"], [[1.0], [2.0, 3.0]], OutcomeDirection.Min));
        Assert.ThrowsExactly<ArgumentException>(
            () => ParetoFront.Of([1.0], OutcomeDirection.Min, [1.0, 2.0], OutcomeDirection.Min));
    }

    [TestMethod]
    public void A_waterfall_adds_up_and_shows_what_it_cannot_explain()
    {
        Waterfall found = Waterfall.Explain(["racks", "river"], 1.16, [1.21, 1.19], 1.20);
        Assert.AreEqual(0.05, found.Steps[0].Change, Rounding);
        Assert.AreEqual(-0.02, found.Steps[1].Change, Rounding);
        Assert.AreEqual(0.01, found.Remainder, Rounding);
        Assert.AreEqual(found.End, found.Start + found.Steps.Sum(step => step.Change) + found.Remainder, Rounding);
        Assert.AreEqual(0.04, Waterfall.Explain([], 1.16, [], 1.20).Remainder, Rounding);
        Assert.ThrowsExactly<ArgumentException>(() => Waterfall.Explain(["racks"], 1.0, [], 2.0));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Waterfall.Explain(["racks"], 1.0, [double.NaN], 2.0));
    }

    [TestMethod]
    public void Rank_correlation_sees_order_and_not_shape()
    {
        double[] x = [.. Enumerable.Range(0, 50).Select(i => i / 10.0)];
        Assert.AreEqual(1.0, Ranks.Spearman(x, [.. x.Select(Math.Exp)]), Rounding);
        Assert.AreEqual(-1.0, Ranks.Spearman(x, [.. x.Select(v => -v * v * v)]), Rounding);
        Assert.AreEqual(0.0, Ranks.Spearman(x, [.. x.Select(_ => 1.0)]));
        Assert.AreEqual(0.9486832980505138, Ranks.Spearman([1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 6.0, 9.0]), Rounding); // 4.5/sqrt(5·4.5)
        Assert.ThrowsExactly<ArgumentException>(() => Ranks.Spearman([1.0], [1.0]));
        Assert.ThrowsExactly<ArgumentException>(() => Ranks.Spearman([1.0, 2.0], [1.0, double.NaN]));
    }
}
