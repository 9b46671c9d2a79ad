using Twin.Core.Studies;

namespace Twin.Tests.Studies;

[TestClass]
public sealed class SobolIndexTests
{
    private const double PublishedDigits = 5e-6; // conventions of the field print five digits

    [TestMethod]
    public void The_closed_forms_give_the_published_indices()
    {
        double[] first = [0.31391, 0.44241, 0.0];
        double[] total = [0.55759, 0.44241, 0.24368];
        for (int i = 0; i < 3; i++)
        {
            Assert.AreEqual(first[i], Ishigami.First[i], PublishedDigits);
            Assert.AreEqual(total[i], Ishigami.Total[i], PublishedDigits);
        }
    }

    [TestMethod]
    [DataRow(1L)]
    [DataRow(7L)]
    [DataRow(2026L)]
    public void Indices_of_Ishigamis_function_are_within_a_hundredth(long seed)
    {
        const double bar = 0.01; // asked for at 16,384 rows
        SaltelliDesign plan = SaltelliDesign.Scrambled(Ishigami.Space, 16_384, seed);
        SobolIndices found = SobolIndices.Of(plan, Ishigami.Outcomes(plan.Design), seed);
        for (int i = 0; i < 3; i++)
        {
            Assert.AreEqual(Ishigami.First[i], found.Indices[i].First.Value, bar);
            Assert.AreEqual(Ishigami.Total[i], found.Indices[i].Total.Value, bar);
            Assert.IsLessThan(bar, 0.5 * (found.Indices[i].First.High - found.Indices[i].First.Low)); // and the interval says so
            Assert.IsLessThan(bar, 0.5 * (found.Indices[i].Total.High - found.Indices[i].Total.Low));
        }

        Assert.AreEqual(Ishigami.Mean, found.Mean, 0.01 * Ishigami.Mean); // the same bar
        Assert.AreEqual(Ishigami.Variance, found.Variance, 0.01 * Ishigami.Variance);
        Assert.AreEqual(0, found.RowsLeftOut);
    }

    [TestMethod]
    public void Indices_of_a_sum_are_the_shares_of_its_variance()
    {
        // y = 1·a + 2·b + 4·c with equal spreads: 1/21, 4/21, 16/21, first and total alike.
        StudySpace space = new("abc".Select(name => new StudyInput($"{name}", new NormalDistribution(5.0, 1.0))), []);
        SaltelliDesign plan = SaltelliDesign.Scrambled(space, 4096, seed: 1);
        double[] outcomes = [.. Enumerable.Range(0, plan.Design.Count).Select(run =>
        {
            double[] x = plan.Design.Values(run);
            return x[0] + 2.0 * x[1] + 4.0 * x[2];
        })];
        SobolIndices found = SobolIndices.Of(plan, outcomes, seed: 1);
        for (int i = 0; i < 3; i++)
        {
            double share = Math.Pow(4.0, i) / 21.0;
            Assert.AreEqual(share, found.Indices[i].First.Value, 0.005); // a quarter of the rows of the test above, a simpler outcome
            Assert.AreEqual(share, found.Indices[i].Total.Value, 0.005);
        }
    }

    [TestMethod]
    public void A_row_is_a_pair_with_one_input_exchanged_at_a_time()
    {
        StudyDesign design = SaltelliDesign.Scrambled(Ishigami.Space, 16, seed: 1, replicates: 8).Design;
        Assert.AreEqual(16 * 5, design.Count);
        double[] a = design.Point(5);
        double[] b = design.Point(9);
        for (int i = 0; i < 3; i++)
        {
            double[] mixed = [.. a];
            mixed[i] = b[i];
            Assert.AreNotEqual(a[i], b[i]);
            CollectionAssert.AreEqual(mixed, design.Point(6 + i));
        }
    }

    [TestMethod]
    public void A_failed_run_takes_its_row_away_and_is_counted()
    {
        SaltelliDesign plan = SaltelliDesign.Scrambled(Ishigami.Space, 4096, seed: 1);
        double[] outcomes = Ishigami.Outcomes(plan.Design);
        outcomes[7] = double.NaN;
        outcomes[8] = double.NaN; // the same row
        outcomes[1000] = double.PositiveInfinity;
        SobolIndices found = SobolIndices.Of(plan, outcomes, seed: 1);
        Assert.AreEqual(2, found.RowsLeftOut);
        Assert.AreEqual(Ishigami.First[1], found.Indices[1].First.Value, 0.02); // 4,096 rows instead of 16,384: twice the bar
    }

    [TestMethod]
    public void An_outcome_that_does_not_vary_has_no_shares()
    {
        SaltelliDesign[] plans =
            [SaltelliDesign.Scrambled(Ishigami.Space, 64, seed: 1), SaltelliDesign.Independent(Ishigami.Space, 64, seed: 1)];
        foreach (SaltelliDesign plan in plans)
        {
            SobolIndices found = SobolIndices.Of(plan, [.. Enumerable.Repeat(3.5, plan.Design.Count)], seed: 1);
            Assert.AreEqual(0.0, found.Variance);
            Assert.IsTrue(found.Indices.All(index => index.First == default && index.Total == default));
        }
    }

    [TestMethod]
    public void Wrong_calls_are_refused()
    {
        StudyInput[] inputs = [.. Enumerable.Range(0, 65).Select(i => new StudyInput($"x{i}", new UniformDistribution(0.0, 1.0)))];
        StudySpace together = new(inputs[..2], [new("x0", "x1", 0.5)]);
        Assert.ThrowsExactly<ArgumentException>(() => SaltelliDesign.Scrambled(together, 64, 1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => SaltelliDesign.Scrambled(new(inputs, []), 64, 1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => SaltelliDesign.Scrambled(Ishigami.Space, 65, 1)); // not shared evenly
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => SaltelliDesign.Scrambled(Ishigami.Space, 64, 1, replicates: 2));
        SaltelliDesign plan = SaltelliDesign.Scrambled(Ishigami.Space, 64, 1);
        Assert.ThrowsExactly<ArgumentException>(() => SobolIndices.Of(plan, [1.0, 2.0], 1));
        Assert.ThrowsExactly<ArgumentException>(() => SobolIndices.Of(plan, [.. Enumerable.Repeat(double.NaN, 64 * 5)], 1));
    }
}
