using CsCheck;
using Twin.Core.Components.HeatReuse;

namespace Twin.Tests.Components;

[TestClass]
public sealed class TankTests
{
    private const double StepS = 300.0;
    private static readonly TankParameters Tank200 = TankSizing.Size(200.0, null, supplyC: 62.0, returnC: 40.0);

    [TestMethod]
    public void Two_hundred_cubic_metres_hold_five_megawatt_hours() // V rho cp dT: 200 * 987.6 * 4180 * 22 J at 51 degC
    {
        Assert.AreEqual(200.0 * 987.6 * 4180.0 * 22.0, Tank200.CapacityJ, 0.0005 * Tank200.CapacityJ); // 4 in 4180
        // A cylinder of 5.03 x 10.06 m under 15 cm of wool: 198.9 m2 by 0.2632 W/(m2 K) are 52.3 W/K,
        // at 30 K above 10 degC when empty and 52 K when full.
        Assert.AreEqual(52.3 * 30.0, Tank200.StandingLossW, 0.05 * 30.0); // the last digit of 52.3
        Assert.AreEqual(52.3 * 52.0, Tank200.StandingLossW + Tank200.LossPerS * Tank200.CapacityJ, 0.05 * 52.0);
    }

    [TestMethod]
    public void A_given_loss_is_taken_as_given() =>
        Assert.AreEqual(100.0 * 30.0, TankSizing.Size(200.0, 100.0, 62.0, 40.0).StandingLossW, 1e-9); // rounding of 3000 W

    [TestMethod]
    public void A_resting_tank_cools_by_its_exponential() // E' = -a E - b: E = (E0 + b/a) exp(-a t) - b/a
    {
        double a = Tank200.LossPerS, b = Tank200.StandingLossW, startJ = 0.8 * Tank200.CapacityJ;
        TankState s = new(startJ);
        for (int i = 0; i < 1000; i++)
        {
            s = Tank.Step(Tank200, s, 0.0, 0.0, StepS).Next;
        }

        Assert.AreEqual((startJ + b / a) * Math.Exp(-a * 1000 * StepS) - b / a, s.StoredJ, 1e-11 * startJ); // a thousand roundings
    }

    [TestMethod]
    public void Whatever_is_asked_the_books_close_and_the_content_stays_within() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 2e7], Gen.Double[0, 2e7], Gen.Bool, Gen.Double[1, 3600])
        .Sample((charge, surplusW, shortfallW, isSurplus, stepS) =>
        {
            double startJ = charge * charge * Tank200.CapacityJ;
            var (next, step) = Tank.Step(Tank200, new(startJ), isSurplus ? surplusW : 0.0, isSurplus ? 0.0 : shortfallW, stepS);
            double openJ = (step.ChargingW - step.DischargingW - step.LossW) * stepS - (next.StoredJ - startJ);
            return step.ChargingW >= 0.0 && step.DischargingW >= 0.0 && step.LossW >= 0.0
                && next.StoredJ >= 0.0 && next.StoredJ <= Tank200.CapacityJ
                && Math.Abs(openJ) <= 1e-13 * Tank200.CapacityJ; // a few roundings of the content
        });

    [TestMethod]
    public void A_tank_that_runs_empty_loses_what_it_had_and_no_more()
    {
        var (next, step) = Tank.Step(Tank200, new(1000.0), 0.0, 0.0, StepS); // 1 kJ against 1.5 kW over 5 min
        Assert.AreEqual(0.0, next.StoredJ);
        Assert.AreEqual(1000.0 / StepS, step.LossW, 1e-12); // rounding
        Assert.AreEqual((new TankState(0.0), default(TankStep)), Tank.Step(Tank200, default, 0.0, 5e6, StepS));
    }

    [TestMethod]
    public void Emptied_to_the_last_joule_it_has_nothing_to_lose()
    {
        var (next, step) = Tank.Step(Tank200, new(3e9), 0.0, 1e9, StepS);
        Assert.AreEqual(new TankStep(0.0, 1e7, 0.0), step); // 3 GJ over 300 s
        Assert.AreEqual(0.0, next.StoredJ);
    }

    [TestMethod]
    public void A_full_tank_takes_nothing_and_a_charge_stops_at_full()
    {
        Assert.AreEqual(0.0, Tank.Step(Tank200, new(Tank200.CapacityJ), 1e6, 0.0, StepS).Out.ChargingW);
        Assert.IsLessThanOrEqualTo(Tank200.CapacityJ, Tank.Step(Tank200, new(0.999 * Tank200.CapacityJ), 1e9, 0.0, StepS).Next.StoredJ);
    }

    [TestMethod]
    public void Around_empty_the_loss_does_not_jump()
    {
        // The content that standing losses just use up in a step: from both sides the loss is the same.
        double edgeJ = Tank200.StandingLossW * StepS;
        double below = Tank.Step(Tank200, new(edgeJ * (1.0 - 1e-9)), 0.0, 0.0, StepS).Out.LossW;
        double above = Tank.Step(Tank200, new(edgeJ * (1.0 + 1e-4)), 0.0, 0.0, StepS).Out.LossW;
        Assert.AreEqual(below, above, 1e-3 * above); // ten times the distance
    }

    [TestMethod]
    [DataRow(0.0, 62.0, 40.0)]
    [DataRow(-1.0, 62.0, 40.0)]
    [DataRow(200.0, 40.0, 40.0)]
    public void A_tank_without_content_is_refused(double volumeM3, double supplyC, double returnC) =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => TankSizing.Size(volumeM3, null, supplyC, returnC));
}
