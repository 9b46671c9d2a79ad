using Twin.Core.Studies;

namespace Twin.Tests.Studies;

/// <summary>Whole racks keep stated shares of the power as well as whole racks can.</summary>
[TestClass]
public sealed class RackMixTests
{
    // The halls of the flagship: 200, 150 and 100 racks of 28.6, 21.6 and 28.8 kW.
    private static readonly double[] RackW = [28_600.0, 21_600.0, 28_800.0];
    private static readonly int[] Base = [200, 150, 100];

    private static double BaseW => Base.Zip(RackW, (count, power) => count * power).Sum();

    private static RackMix OfBase => new(RackW, [.. Base.Zip(RackW, (count, power) => count * power)], 3.0 * BaseW);

    [TestMethod]
    public void Shares_of_a_plant_give_its_own_racks_back_and_twice_them()
    {
        CollectionAssert.AreEqual(Base, OfBase.Racks(450));
        CollectionAssert.AreEqual(new[] { 400, 300, 200 }, OfBase.Racks(900));
        Assert.AreEqual(450, OfBase.RacksUpTo(BaseW));
        Assert.AreEqual(BaseW, OfBase.PowerW(450), 1e-3); // sums of hundreds of exact numbers of watts
    }

    [TestMethod]
    public void Each_further_rack_goes_to_one_hall_and_no_hall_ever_loses_one()
    {
        RackMix mix = OfBase;
        for (int racks = 1; racks <= mix.Count; racks++)
        {
            int[] more = [.. mix.Racks(racks).Zip(mix.Racks(racks - 1), (after, before) => after - before)];
            CollectionAssert.AreEquivalent(new[] { 0, 0, 1 }, more);
        }
    }

    [TestMethod]
    public void No_hall_is_further_from_its_share_than_a_rack_of_it_and_half_of_another()
    {
        RackMix mix = OfBase;
        for (int racks = 1; racks <= mix.Count; racks++)
        {
            double[] powers = [.. mix.Racks(racks).Zip(RackW, (count, power) => count * power)];
            for (int hall = 0; hall < powers.Length; hall++)
            {
                double wantedW = powers.Sum() * Base[hall] * RackW[hall] / BaseW;
                Assert.IsLessThan(RackW[hall] + (0.5 * RackW.Max()), Math.Abs(powers[hall] - wantedW), $"hall {hall} of {racks} racks");
            }
        }
    }

    [TestMethod]
    public void A_hall_without_a_share_gets_nothing()
    {
        var mix = new RackMix([10_000.0, 10_000.0], [1.0, 0.0], 100_000.0);
        CollectionAssert.AreEqual(new[] { 10, 0 }, mix.Racks(mix.Count));
    }

    [TestMethod]
    public void A_wrong_call_is_told()
    {
        Assert.ThrowsExactly<ArgumentException>(() => new RackMix([1.0], [0.5, 0.5], 1.0));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new RackMix([0.0], [1.0], 1.0));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new RackMix([1.0], [0.0], 1.0));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new RackMix([1.0], [1.0], double.NaN));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => OfBase.Racks(OfBase.Count + 1));
    }
}
