using CsCheck;
using Twin.Core.Components.Compute;

namespace Twin.Tests.Components;

[TestClass]
public sealed class RackBankTests
{
    private static readonly Server Box = Machines.DgxB200;

    [TestMethod]
    public void Lanes_sum_what_a_plain_loop_sums() =>
        Gen.Select(Gen.Int[1, 70], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Int[0, 1_000_000])
        .Sample((count, busy, position, seed) =>
        {
            var bank = new RackBank(Machines.HallOf(Box, count));
            var random = new Random(seed);
            double[] before = [.. Enumerable.Range(0, bank.PaddedCount).Select(_ => 2.0 * random.NextDouble())];
            double[] after = [.. before.Select(_ => 2.0 * random.NextDouble())];
            double powerW = 0.0, gpus = 0.0;
            for (int i = 0; i < count; i++)
            {
                double u = Math.Min(1.0, busy * (before[i] + (after[i] - before[i]) * position));
                powerW += u * 2.0 * 14_300.0 * 0.62; // two servers between 20 and 82 % of their rating
                gpus += u * 16.0;
            }

            RackWish wish = bank.Wish(busy, before, after, position);
            return Math.Abs(wish.BusyPowerW - powerW) <= 1e-13 * powerW && Math.Abs(wish.BusyGpus - gpus) <= 1e-13 * gpus // 70 roundings
                && Math.Abs(wish.IdlePowerW - count * 2.0 * 14_300.0 * 0.2) <= 1e-13 * wish.IdlePowerW;
        });

    [TestMethod]
    [DataRow(1)]
    [DataRow(7)]
    [DataRow(8)]
    [DataRow(9)]
    public void What_stands_in_the_padding_counts_for_nothing(int count)
    {
        var bank = new RackBank(Machines.HallOf(Box, count));
        double[] clean = new double[bank.PaddedCount], filled = new double[bank.PaddedCount];
        clean.AsSpan(0, count).Fill(0.9);
        filled.AsSpan().Fill(-1e9);
        filled.AsSpan(0, count).Fill(0.9);
        Assert.AreEqual(bank.Wish(0.7, clean, clean, 0.5), bank.Wish(0.7, filled, filled, 0.5));
        Assert.AreEqual(0, bank.PaddedCount % 8);
        Assert.AreEqual(count, bank.Count);
    }

    [TestMethod]
    public void No_rack_is_busier_than_busy()
    {
        var bank = new RackBank(Machines.HallOf(Box, 8));
        double[] weights = [.. Enumerable.Repeat(50.0, 8)];
        RackWish wish = bank.Wish(1.0, weights, weights, 0.0);
        Assert.AreEqual(8 * 16.0, wish.BusyGpus);
        Assert.AreEqual(16 * 14_300.0 * 0.82, wish.IdlePowerW + wish.BusyPowerW, 1e-6); // measured 82 % of the rating; rounding of 188 kW
    }

    [TestMethod]
    public void Without_work_the_racks_idle() =>
        Assert.AreEqual(
            new RackWish(16 * 14_300.0 * 0.2, 0.0, 0.0),
            new RackBank(Machines.HallOf(Box, 8)).Wish(0.0, new double[8], new double[8], 0.3));
}
