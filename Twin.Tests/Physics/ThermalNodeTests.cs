using CsCheck;
using Twin.Core.Physics;

namespace Twin.Tests.Physics;

[TestClass]
public sealed class ThermalNodeTests
{
    [TestMethod]
    public void Without_environment_heat_only_warms()
    {
        var step = ThermalNode.Advance(1e6, 0.0, -300.0, 5e4, 20.0, 60.0);
        Assert.AreEqual(23.0, step.EndC, 1e-12); // 5e4 W * 60 s / 1e6 J/K; rounding
        Assert.AreEqual(21.5, step.MeanC, 1e-12); // a straight line: the middle
    }

    [TestMethod]
    public void After_one_time_constant_the_gap_has_fallen_to_one_over_e()
    {
        var step = ThermalNode.Advance(1e6, 1e3, 10.0, 0.0, 50.0, 1e3);
        Assert.AreEqual(10.0 + 40.0 / Math.E, step.EndC, 1e-12); // rounding
        Assert.AreEqual(10.0 + 40.0 * (1.0 - 1.0 / Math.E), step.MeanC, 1e-12);
    }

    [TestMethod]
    public void A_very_long_step_ends_at_rest()
    {
        var step = ThermalNode.Advance(1e3, 1e6, 12.0, 2e6, 60.0, 86_400.0);
        Assert.AreEqual(14.0, step.EndC, 1e-12); // 12 + 2e6/1e6
    }

    [TestMethod]
    public void Two_half_steps_make_a_whole_one_and_the_books_close() => // exact solution: any step may be split anywhere
        Gen.Select(Gen.Double[3.0, 9.0], Gen.Double[-2.0, 7.0], Gen.Double[-30.0, 40.0], Gen.Double[-1e6, 1e6], Gen.Double[1.0, 3600.0])
            .Sample((logCapacity, logConductance, environmentC, heatW, stepS) =>
            {
                const double startC = 35.0;
                double capacity = Math.Pow(10.0, logCapacity);
                double ua = Math.Pow(10.0, logConductance);
                var whole = ThermalNode.Advance(capacity, ua, environmentC, heatW, startC, stepS);
                var first = ThermalNode.Advance(capacity, ua, environmentC, heatW, startC, 0.5 * stepS);
                var second = ThermalNode.Advance(capacity, ua, environmentC, heatW, first.EndC, 0.5 * stepS);
                double scaleK = 1.0 + Math.Abs(startC) + Math.Abs(whole.EndC) + Math.Abs(whole.MeanC) + Math.Abs(first.EndC);
                Assert.AreEqual(whole.EndC, second.EndC, 1e-12 * scaleK);
                Assert.AreEqual(whole.MeanC, 0.5 * (first.MeanC + second.MeanC), 1e-12 * scaleK);
                double storedJ = capacity * (whole.EndC - startC);
                double suppliedJ = (heatW - ua * (whole.MeanC - environmentC)) * stepS;
                double movedJ = Math.Abs(heatW) * stepS + ua * (Math.Abs(whole.MeanC) + Math.Abs(environmentC)) * stepS;
                // 1e-9 of the flows, and four ulp of what is stored.
                Assert.AreEqual(suppliedJ, storedJ, 1e-9 * movedJ + 1e-15 * capacity * scaleK);
            });

    [TestMethod]
    public void The_series_meets_the_exponential_without_a_seam()
    {
        const double seamS = 100.0; // x = 0.1 with C = 1e6, UA = 1e3
        var below = ThermalNode.Advance(1e6, 1e3, 0.0, 0.0, 100.0, seamS * (1.0 - 1e-12));
        var above = ThermalNode.Advance(1e6, 1e3, 0.0, 0.0, 100.0, seamS * (1.0 + 1e-12));
        Assert.AreEqual(below.MeanC, above.MeanC, 1e-10); // the steps differ by 2e-12 of 5 K
    }

    [TestMethod]
    public void A_node_without_capacity_is_refused() =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => ThermalNode.Advance(0.0, 1.0, 0.0, 0.0, 0.0, 1.0));
}
