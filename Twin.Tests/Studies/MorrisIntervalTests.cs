using Twin.Core.Studies;

namespace Twin.Tests.Studies;

[TestClass]
public class MorrisIntervalTests
{
    private static StudySpace Space { get; } =
        new(new[] { "a", "b" }.Select(name => new StudyInput(name, new UniformDistribution(0.0, 1.0))), []);

    [TestMethod]
    public void Effects_that_never_differ_leave_no_interval()
    {
        MorrisDesign plan = new(Space, trajectories: 4, levels: 4, seed: 1);
        foreach (MorrisEffect effect in MorrisEffects.Of(plan, Outcomes(plan, x => 3.0 * x[0] + x[1])))
        {
            Assert.AreEqual(effect.MuStar, effect.MuStarEstimate.Low, 1e-12); // only rounding parts the effects
            Assert.AreEqual(effect.MuStar, effect.MuStarEstimate.High, 1e-12);
        }
    }

    [TestMethod]
    public void The_interval_is_that_of_student_with_one_degree_less_than_effects_and_never_reaches_below_zero()
    {
        var effect = new MorrisEffect("a", Mu: 0.0, MuStar: 2.0, MuStarError: 0.5, Sigma: 1.0, Effects: 10);
        Assert.AreEqual(2.0 - 0.5 * 2.262157, effect.MuStarEstimate.Low, 1e-6); // t of 97.5 % with 9 degrees, printed to six decimals
        Assert.AreEqual(2.0 + 0.5 * 2.262157, effect.MuStarEstimate.High, 1e-6);
        Assert.AreEqual(0.0, (effect with { MuStarError = 5.0 }).MuStarEstimate.Low);
    }

    [TestMethod]
    public void Of_many_studies_about_ninety_five_in_a_hundred_hold_the_truth()
    {
        // y = a·b on four levels: a moves by one half, so its effect is b where it stands, one of 1/8, 3/8, 5/8, 7/8: mean 1/2.
        const int studies = 1000;
        int held = Enumerable.Range(1, studies).Count(seed =>
        {
            MorrisDesign plan = new(Space, trajectories: 20, levels: 4, seed);
            Estimate found = MorrisEffects.Of(plan, Outcomes(plan, x => x[0] * x[1]))[0].MuStarEstimate;
            return found.Low <= 0.5 && 0.5 <= found.High;
        });

        // Chance alone moves the count by 7 (one deviation of 1,000 draws at 95 %): three of them.
        Assert.AreEqual(0.95, held / (double)studies, 0.021);
    }

    private static double[] Outcomes(MorrisDesign plan, Func<double[], double> outcome) =>
        [.. Enumerable.Range(0, plan.Design.Count).Select(run => outcome(plan.Design.Values(run)))];
}
