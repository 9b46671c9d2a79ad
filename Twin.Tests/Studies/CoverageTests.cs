using System.Globalization;
using Twin.Core.Studies;

namespace Twin.Tests.Studies;

/// <summary>How often the intervals of Sobol indices hold the truth.</summary>
/// <remarks>
/// TWIN_COVERAGE_SEEDS and TWIN_COVERAGE_ROWS make the experiment as large as docs/studies.md records it; without them it is small, and
/// its bars are as wide as chance is then.
/// </remarks>
[TestClass]
public sealed class CoverageTests
{
    private const int FewSeeds = 60;
    private const int ManySeeds = 500;

    private static readonly Case Reference = new(Ishigami.At, Ishigami.First, Ishigami.Total);

    public required TestContext TestContext { get; init; }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void The_intervals_hold_the_truth_as_often_as_they_say(bool areScrambled)
    {
        int seeds = Setting("TWIN_COVERAGE_SEEDS", FewSeeds);
        int rows = Setting("TWIN_COVERAGE_ROWS", 1024);
        double[] shares = Coverage(Reference, seeds, rows, areScrambled, areRowsIndependent: !areScrambled);
        if (seeds >= ManySeeds)
        {
            // The bar of the intervals that studies use: 93 to 97 %, two deviations of 500 seeds. Two deviations are missed by chance once
            // in 20 shares, and docs/studies.md records where; rows by Monte Carlo are therefore held at three.
            double room = areScrambled ? 0.02 : 0.03;
            foreach (double share in shares)
            {
                Assert.AreEqual(0.95, share, room);
            }
        }

        // 6 x 60 intervals, which within a seed go together a little: 95 % plus or minus three deviations of 1.2 %.
        Assert.AreEqual(0.95, shares.Average(), 0.035);
    }

    [TestMethod]
    public void Rows_of_a_scrambled_set_taken_for_independent_ones_hold_the_truth_too_often()
    {
        // Why the intervals are made of scramblings: the bootstrap knows nothing of the balance, and a sum is balanced best.
        double[] parts = [1.0 / 21.0, 4.0 / 21.0, 16.0 / 21.0];
        Case sum = new(x => x[0] + 2.0 * x[1] + 4.0 * x[2], parts, parts);
        Assert.AreEqual(1.0, Coverage(sum, FewSeeds, 512, areScrambled: true, areRowsIndependent: true).Average(), 0.01);
        Assert.AreEqual(0.95, Coverage(sum, FewSeeds, 512, areScrambled: true, areRowsIndependent: false).Average(), 0.035);
    }

    private static int Setting(string name, int usual) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;

    // Shares of seeds whose interval holds the truth: three of the first order, three of the total order.
    private double[] Coverage(Case truth, int seeds, int rows, bool areScrambled, bool areRowsIndependent)
    {
        double[] held = new double[6];
        double[] worst = new double[6];
        double[] width = new double[6];
        for (int seed = 1; seed <= seeds; seed++)
        {
            SaltelliDesign plan = areScrambled
                ? SaltelliDesign.Scrambled(Ishigami.Space, rows, seed)
                : SaltelliDesign.Independent(Ishigami.Space, rows, seed);
            double[] outcomes = [.. Enumerable.Range(0, plan.Design.Count).Select(run => truth.Outcome(plan.Design.Values(run)))];
            SobolIndices found = SobolIndices.Of(plan, outcomes, seed, areRowsIndependent);
            for (int k = 0; k < 6; k++)
            {
                Estimate estimate = k < 3 ? found.Indices[k].First : found.Indices[k - 3].Total;
                double exact = k < 3 ? truth.First[k] : truth.Total[k - 3];
                held[k] += exact >= estimate.Low && exact <= estimate.High ? 1.0 : 0.0;
                worst[k] = Math.Max(worst[k], Math.Abs(estimate.Value - exact));
                width[k] += 0.5 * (estimate.High - estimate.Low) / seeds;
            }
        }

        double[] shares = [.. held.Select(count => count / seeds)];
        string Line(string what, double[] values, string format) =>
            $"{what}: {string.Join(", ", values.Select(value => value.ToString(format, CultureInfo.InvariantCulture)))}";
        string plans = areScrambled ? "scrambled" : "independent";
        TestContext.WriteLine($"{seeds} seeds, {rows} {plans} rows{(areScrambled && areRowsIndependent ? ", rows resampled" : "")}");
        TestContext.WriteLine(Line("held (S1 S2 S3 ST1 ST2 ST3)", shares, "0.000"));
        TestContext.WriteLine(Line("worst error", worst, "0.00000"));
        TestContext.WriteLine(Line("mean half width", width, "0.00000"));
        return shares;
    }

    private sealed record Case(Func<double[], double> Outcome, double[] First, double[] Total);
}
