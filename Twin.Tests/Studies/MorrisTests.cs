using Twin.Core.Studies;

namespace Twin.Tests.Studies;

[TestClass]
public sealed class MorrisTests
{
    private const double Rounding = 1e-12;

    private static readonly StudySpace Space =
        new("abc".Select(name => new StudyInput($"{name}", new UniformDistribution(0.0, 1.0))), []);

    [TestMethod]
    public void A_trajectory_moves_each_input_once_by_half_of_the_unit_interval()
    {
        MorrisDesign plan = new(Space, trajectories: 50, levels: 4, seed: 3);
        Assert.AreEqual(50 * 4, plan.Design.Count);
        for (int trajectory = 0; trajectory < 50; trajectory++)
        {
            List<int> moved = [];
            for (int run = 4 * trajectory; run < 4 * trajectory + 3; run++)
            {
                double[] before = plan.Design.Point(run);
                double[] after = plan.Design.Point(run + 1);
                int input = Enumerable.Range(0, 3).Single(i => before[i] != after[i]);
                Assert.AreEqual(0.5, Math.Abs(after[input] - before[input]));
                Assert.AreEqual(0.0, (8.0 * before[input] - 1.0) % 2.0); // one of 1/8, 3/8, 5/8, 7/8
                moved.Add(input);
            }

            CollectionAssert.AreEquivalent(new[] { 0, 1, 2 }, moved);
        }
    }

    [TestMethod]
    public void A_sum_has_its_coefficients_as_effects_and_no_spread()
    {
        MorrisDesign plan = new(Space, trajectories: 10, levels: 4, seed: 1);
        IReadOnlyList<MorrisEffect> found = MorrisEffects.Of(plan, Outcomes(plan, x => 3.0 * x[0] - 2.0 * x[1]));
        AssertEffect(found[0], mu: 3.0, muStar: 3.0, sigma: 0.0, Rounding);
        AssertEffect(found[1], mu: -2.0, muStar: 2.0, sigma: 0.0, Rounding);
        AssertEffect(found[2], mu: 0.0, muStar: 0.0, sigma: 0.0, Rounding);
        Assert.AreEqual(0.0, found[0].MuStarError, Rounding);
        Assert.AreEqual(10, found[0].Effects);
    }

    [TestMethod]
    public void Inputs_that_work_together_spread_and_effects_of_both_signs_cancel()
    {
        // y = a·b + (c − ½)·(a − ½): the effect of a is b + c − ½, of b it is a, of c it is a − ½.
        const int trajectories = 4000;
        MorrisDesign plan = new(Space, trajectories, levels: 4, seed: 1);
        IReadOnlyList<MorrisEffect> found =
            MorrisEffects.Of(plan, Outcomes(plan, x => x[0] * x[1] + (x[2] - 0.5) * (x[0] - 0.5)));
        double level = Math.Sqrt(5.0 / 64.0); // deviation of a level of 1/8, 3/8, 5/8, 7/8
        double tolerance = 4.0 * level * Math.Sqrt(2.0) / Math.Sqrt(trajectories); // four standard errors of the widest effect
        AssertEffect(found[0], mu: 0.5, muStar: 0.5 + 4.0 / 64.0 * 0.5, sigma: level * Math.Sqrt(2.0), 2.0 * tolerance);
        AssertEffect(found[1], mu: 0.5, muStar: 0.5, sigma: level, tolerance);
        AssertEffect(found[2], mu: 0.0, muStar: 0.25, sigma: level, tolerance);
        Assert.AreEqual(level / Math.Sqrt(trajectories), found[1].MuStarError, 0.1 * level / Math.Sqrt(trajectories)); // 1/sqrt(2·4000)
    }

    [TestMethod]
    public void A_failed_run_costs_the_effects_beside_it_and_no_others()
    {
        MorrisDesign plan = new(Space, trajectories: 5, levels: 4, seed: 1);
        double[] outcomes = Outcomes(plan, x => x.Sum());
        outcomes[5] = double.NaN; // the second of its trajectory: the moves to it and from it
        IReadOnlyList<MorrisEffect> found = MorrisEffects.Of(plan, outcomes);
        Assert.AreEqual(3 * 5 - 2, found.Sum(effect => effect.Effects));
        foreach (MorrisEffect effect in found)
        {
            AssertEffect(effect, mu: 1.0, muStar: 1.0, sigma: 0.0, Rounding);
        }
    }

    [TestMethod]
    public void Another_input_leaves_the_levels_of_the_others_alone()
    {
        StudyInput more = new("ab", new UniformDistribution(0.0, 1.0));
        MorrisDesign few = new(Space, 20, 6, seed: 8);
        MorrisDesign many = new(new([.. Space.Inputs, more], []), 20, 6, seed: 8);
        for (int trajectory = 0; trajectory < 20; trajectory++)
        {
            double[] start = few.Design.Point(4 * trajectory);
            double[] wider = many.Design.Point(5 * trajectory);
            CollectionAssert.AreEqual(start, new[] { wider[0], wider[2], wider[3] }); // ab stands between a and b
        }
    }

    [TestMethod]
    public void Wrong_calls_are_refused()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new MorrisDesign(Space, 1, 4, 1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new MorrisDesign(Space, 10, 3, 1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new MorrisDesign(Space, 10, 0, 1));
        MorrisDesign plan = new(Space, 2, 4, 1);
        Assert.ThrowsExactly<ArgumentException>(() => MorrisEffects.Of(plan, [1.0]));
        Assert.ThrowsExactly<ArgumentException>(() => MorrisEffects.Of(plan, [.. Enumerable.Repeat(double.NaN, plan.Design.Count)]));
    }

    private static double[] Outcomes(MorrisDesign plan, Func<double[], double> outcome) =>
        [.. Enumerable.Range(0, plan.Design.Count).Select(run => outcome(plan.Design.Values(run)))];

    private static void AssertEffect(MorrisEffect found, double mu, double muStar, double sigma, double tolerance)
    {
        Assert.AreEqual(mu, found.Mu, tolerance, found.Input);
        Assert.AreEqual(muStar, found.MuStar, tolerance, found.Input);
        Assert.AreEqual(sigma, found.Sigma, tolerance, found.Input);
    }
}
