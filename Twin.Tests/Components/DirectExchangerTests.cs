using CsCheck;
using Twin.Core.Components.HeatReuse;

namespace Twin.Tests.Components;

[TestClass]
public sealed class DirectExchangerTests
{
    private static readonly DirectExchangerParameters Plate = new("direct", 3e6, 3.0);

    [TestMethod]
    public void A_loop_warmer_than_the_supply_carries_all_that_is_wanted() =>
        Assert.AreEqual(2e6, DirectExchanger.HeatW(Plate, 2e6, loopInC: 60.0, 1e6, 1e9, returnC: 40.0, supplyC: 55.0));

    [TestMethod]
    public void A_loop_halfway_up_carries_half() => // 40 to 47.5 of 55 degC: loop at 50.5 with 3 K approach
        Assert.AreEqual(1e6, DirectExchanger.HeatW(Plate, 2e6, 50.5, 1e6, 1e9, 40.0, 55.0), 1e-6); // rounding of a megawatt

    [TestMethod]
    public void A_loop_as_cool_as_the_return_carries_nothing()
    {
        Assert.AreEqual(0.0, DirectExchanger.HeatW(Plate, 2e6, 43.0, 1e6, 1e9, 40.0, 55.0));
        Assert.AreEqual(0.0, DirectExchanger.HeatW(Plate, 2e6, 20.0, 1e6, 1e9, 40.0, 55.0));
        Assert.AreEqual(0.0, DirectExchanger.HeatW(Plate, 0.0, 60.0, 1e6, 1e9, 40.0, 55.0));
    }

    [TestMethod]
    public void Neither_end_of_the_plates_comes_closer_than_the_approach() =>
        Gen.Select(Gen.Double[1, 5e6], Gen.Double[10, 90], Gen.Double[1e3, 2e6], Gen.Double[0, 5e6], Gen.Double[20, 60], Gen.Double[5, 40])
        .Sample((wantedW, loopC, capacityWPerK, limitW, returnC, riseK) =>
        {
            double heatW = DirectExchanger.HeatW(Plate, wantedW, loopC, capacityWPerK, limitW, returnC, returnC + riseK);
            double warmEndC = returnC + heatW / (wantedW / riseK);
            double coldEndC = loopC - heatW / capacityWPerK;
            return heatW >= 0.0 && heatW <= Math.Min(3e6, Math.Min(wantedW, limitW))
                && (heatW == 0.0 || (warmEndC <= loopC - 3.0 + 1e-9 && coldEndC >= returnC + 3.0 - 1e-9)); // kelvins of rounding
        });
}
