using Twin.Core.Physics;

namespace Twin.Tests.Physics;

/// <summary>Sky models, covers, cells and exchangers at their limits, where no reference row stands.</summary>
[TestClass]
public sealed class SkyAndModuleTests
{
    private const double Rounding = 1e-12; // both sides are closed forms

    /// <summary>Evaluated apart, by the plain recursion of B-splines: both ends of the splines, and a ring so bright that it is cut at 0.9.</summary>
    [TestMethod]
    [DataRow(2.0, 5.5, 0.5, 0.64, 1.8073643338694796)] // circumsolar share 1.15 before the cut
    [DataRow(60.0, 600.0, 10.0, 0.6427876096865394, 48.53492525153773)]
    [DataRow(50.0, 0.0, 30.0, 0.5, 34.106395643721015)] // no beam: the first spline alone
    [DataRow(50.0, 5000.0, 30.0, 0.5, 42.77904359780103)] // next to the last knot
    public void The_splines_are_those_of_the_paper(double dhi, double dni, double zenithDeg, double cosine, double expected) =>
        Assert.AreEqual(expected, ContinuousSky.PerezWPerM2(dhi, dni, 1366.1, 60.0, zenithDeg, cosine), Rounding * 100.0);

    /// <summary>Across the joints of the table of skies Perez jumps by watts; the splines move by what the step in beam explains.</summary>
    [TestMethod]
    public void The_continuous_sky_has_no_jumps()
    {
        double before = ContinuousSky.PerezWPerM2(150.0, 0.0, 1366.1, 35.0, 50.0, 0.8);
        for (double dni = 0.5; dni < 1000.0; dni += 0.5)
        {
            double now = ContinuousSky.PerezWPerM2(150.0, dni, 1366.1, 35.0, 50.0, 0.8);
            Assert.AreEqual(before, now, 0.2, $"at {dni} W/m2"); // the steepest slope is 0.3 W/m2 for each W/m2 of beam
            before = now;
        }
    }

    [TestMethod]
    public void The_continuous_split_has_no_jumps()
    {
        double before = 0.0;
        for (double ghi = 1.0; ghi < 1200.0; ghi += 1.0)
        {
            double now = ContinuousSky.Erbs(ghi, 30.0, 1366.1).DiffuseHorizontalWPerM2;
            Assert.AreEqual(before, now, 3.0, $"at {ghi} W/m2"); // diffuse light falls by up to 2.3 W/m2 for each W/m2 of global light
            before = now;
        }
    }

    [TestMethod]
    public void Light_that_is_none_stays_none()
    {
        Assert.AreEqual(0.0, ContinuousSky.PerezWPerM2(0.0, 0.0, 1366.1, 35.0, 50.0, 0.8));
        Assert.AreEqual(new DecomposedIrradiance(0.0, 0.0, 0.0), ContinuousSky.Erbs(-3.0, 50.0, 1366.1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => ContinuousSky.PerezWPerM2(double.NaN, 0.0, 1366.1, 35.0, 50.0, 0.8));
    }

    [TestMethod]
    [DataRow(0.0)]
    [DataRow(40.0)]
    [DataRow(85.0)]
    public void A_coating_of_glass_on_glass_is_no_coating(double aoiDeg) => Assert.AreEqual(
        Photovoltaics.IncidenceModifierPhysical(aoiDeg), ModuleModels.IncidenceModifierCoated(aoiDeg, coatingIndex: 1.526), Rounding);

    [TestMethod]
    public void Every_cover_passes_all_at_noon_and_nothing_from_behind()
    {
        Func<double, double>[] covers =
        [
            angle => ModuleModels.IncidenceModifierCoated(angle),
            angle => ModuleModels.IncidenceModifierMartinRuiz(angle),
            ModuleModels.IncidenceModifierSchlick,
        ];
        foreach (var cover in covers)
        {
            Assert.AreEqual(1.0, cover(0.0), Rounding);
            Assert.AreEqual(0.0, cover(90.0));
            Assert.AreEqual(0.0, cover(180.0));
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => cover(double.NaN));
        }
    }

    [TestMethod]
    public void Cells_reach_their_nominal_temperature_where_it_is_measured()
    {
        Assert.AreEqual(45.0, ModuleModels.RossCellTemperatureC(800.0, 20.0, 45.0), Rounding * 100.0); // rounding of 45
        // Without electricity and at 1 m/s at the module: 9.5/(5.7 + 3.8) = 1.
        Assert.AreEqual(45.0, ModuleModels.NoctSamCellTemperatureC(800.0, 20.0, 1.0 / 0.51, 45.0, 0.0), Rounding * 100.0);
    }

    [TestMethod]
    public void No_arrangement_beats_counterflow_and_all_agree_when_one_stream_is_endless()
    {
        foreach (double ntu in (double[])[0.0, 1e-9, 0.1, 1.0, 5.0, 1e6])
        {
            foreach (double ratio in (double[])[0.0, 1e-12, 0.3, 1.0 - 1e-12, 1.0])
            {
                double best = HeatExchange.CounterflowEffectiveness(ntu, ratio);
                foreach (double found in Arrangements(ntu, ratio))
                {
                    Assert.IsTrue(found >= 0.0 && found <= best + Rounding, $"NTU {ntu}, Cr {ratio}: {found} against {best}");
                    if (ratio <= 1e-12)
                    {
                        Assert.AreEqual(-Numerics.ExpM1(-ntu), found, 1e-11); // a ratio of 1e-12 moves the fifth NTU by 5e-12
                    }
                }
            }
        }
    }

    private static double[] Arrangements(double ntu, double ratio) =>
    [
        ExchangerArrangements.ParallelEffectiveness(ntu, ratio),
        ExchangerArrangements.CrossflowLargerMixedEffectiveness(ntu, ratio),
        ExchangerArrangements.CrossflowSmallerMixedEffectiveness(ntu, ratio),
        ExchangerArrangements.ShellAndTubeEffectiveness(ntu, ratio),
    ];
}
