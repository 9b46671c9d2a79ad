using Twin.Core.Studies;

namespace Twin.Tests.Studies;

/// <summary>Limit steps: every setting meets the same futures.</summary>
[TestClass]
public sealed class LimitStepsTests
{
    private static readonly DiscreteDistribution Steps = new([1.0, 2.0, 4.0]);

    private static StudySpace Space(params RankCorrelation[] correlations) => new(
        [
            new("permit.rise", Steps), new("connection", Steps), new("intake", Steps),
            new("price", new UniformDistribution(0.0, 1.0)), new("heat", new NormalDistribution(0.0, 1.0)),
        ],
        correlations);

    [TestMethod]
    [DataRow(false, 7)]
    [DataRow(true, 19)] // 1 base + 3 x 2 singles + 3 pairs x 4
    public void The_settings_are_base_singles_and_pairs(bool pairs, int settings)
    {
        var steps = new LimitStepsDesign(Space(), ["permit.rise", "connection", "intake"], 5, pairs, seed: 1);
        Assert.HasCount(settings, steps.Settings);
        Assert.HasCount(settings, steps.Settings.Distinct());
        Assert.AreEqual(5 * settings, steps.Design.Count);
        CollectionAssert.AreEqual(new[] { "connection", "intake", "permit.rise" }, steps.Levers.ToArray());
    }

    [TestMethod]
    public void A_run_has_the_levers_of_its_setting_and_the_future_of_its_number()
    {
        StudySpace space = Space(new RankCorrelation("price", "heat", 0.5));
        var steps = new LimitStepsDesign(space, ["permit.rise", "connection", "intake"], 4, pairs: true, seed: 9);
        StudyDesign drawn = DrawnDesigns.MonteCarlo(space, 4, seed: 9);
        int[] slots = [0, 2, 3]; // connection, heat, intake, permit.rise, price
        for (int run = 0; run < steps.Design.Count; run++)
        {
            (int setting, int future) = steps.PlaceOf(run);
            Assert.AreEqual(run, steps.RunOf(setting, future));
            double[] values = steps.Design.Values(run);
            double[] same = drawn.Values(future);
            Assert.AreEqual((same[1], same[4]), (values[1], values[4]), "common random numbers are the same to the last bit");
            for (int lever = 0; lever < 3; lever++)
            {
                double expected = Steps.Listed[(int)steps.Settings[setting].StepOf(lever)];
                Assert.AreEqual(expected, values[slots[lever]]);
            }
        }
    }

    [TestMethod]
    public void More_futures_leave_the_first_ones_as_they_are()
    {
        string[] levers = ["permit.rise", "connection", "intake"];
        var few = new LimitStepsDesign(Space(), levers, 3, pairs: false, seed: 1);
        var many = new LimitStepsDesign(Space(), levers, 30, pairs: false, seed: 1);
        for (int run = 0; run < few.Design.Count; run++)
        {
            CollectionAssert.AreEqual(few.Design.Values(run), many.Design.Values(run));
        }
    }

    [TestMethod]
    public void Without_uncertainties_there_is_one_future()
    {
        var space = new StudySpace([new("a", Steps), new("b", Steps)], []);
        Assert.AreEqual(9, new LimitStepsDesign(space, ["a", "b"], 1, pairs: true, seed: 1).Design.Count);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new LimitStepsDesign(space, ["a", "b"], 2, pairs: true, seed: 1));
    }

    [TestMethod]
    public void What_is_no_lever_is_refused()
    {
        Assert.ThrowsExactly<ArgumentException>(() => new LimitStepsDesign(Space(), [], 1, pairs: true, seed: 1));
        Assert.ThrowsExactly<ArgumentException>(() => new LimitStepsDesign(Space(), ["rise"], 1, pairs: true, seed: 1));
        Assert.ThrowsExactly<ArgumentException>(() => new LimitStepsDesign(Space(), ["intake", "intake"], 1, pairs: true, seed: 1));
        Assert.ThrowsExactly<ArgumentException>(() => new LimitStepsDesign(Space(), ["price"], 1, pairs: true, seed: 1));
        StudySpace correlated = Space(new RankCorrelation("price", "intake", 0.5));
        Assert.ThrowsExactly<ArgumentException>(() => new LimitStepsDesign(correlated, ["intake"], 1, pairs: true, seed: 1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new LimitStepsDesign(Space(), ["intake"], 0, pairs: true, seed: 1));
    }
}
