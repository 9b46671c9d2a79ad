using Twin.Core.Climate;
using Twin.Core.Physics;
using Twin.Core.Series;
using Twin.Core.Time;
using static Twin.Tests.Climate.Places;

namespace Twin.Tests.Climate;

[TestClass]
public sealed class SyntheticClimateTests
{
    private static readonly long Start = UtcDay.YearBeginUnixS(2025);
    private static readonly ClimateNormals Place = Places.Normals("munich");
    private static readonly SyntheticClimate Munich = new(Place, 7);

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public void Monthly_means_are_those_of_the_normals(int seed)
    {
        SyntheticClimate climate = new(Place, seed);
        ClimateNormals normals = climate.Normals;
        for (int m = 0; m < 12; m++)
        {
            (long beginUnixS, int hours) = Month(2025 + (seed % 2 * 3), m + 1); // a common year and a leap year
            Assert.AreEqual(normals.AirMeanC[m], Mean(climate.AirTemperatureC, beginUnixS, hours), 0.1);
            Assert.AreEqual(normals.River!.MeanC[m], Mean(climate.RiverTemperatureC!, beginUnixS, hours), 0.1);
            double depressionK = Mean(climate.AirTemperatureC, beginUnixS, hours) - Mean(climate.WetBulbTemperatureC, beginUnixS, hours);
            Assert.AreEqual(normals.WetBulbDepressionK[m], depressionK, 0.2 * normals.WetBulbDepressionK[m]); // warm spells weigh more
            double ghiKWhPerM2 = Mean(climate.GhiWPerM2, beginUnixS, hours) * hours / 1000.0;
            Assert.AreEqual(normals.GhiKWhPerM2[m], ghiKWhPerM2, 0.001 * normals.GhiKWhPerM2[m]);
            Assert.AreEqual(normals.WindMPerS[m], Mean(climate.WindMPerS, beginUnixS, hours), 0.02 * normals.WindMPerS[m]);
        }
    }

    /// <summary>
    /// Measured for 2018, 2024 and 2025 (DWD 03379, LfU 16515005; two harmonics taken out): air 3.55 K and 0.774, river 1.22 K
    /// and 0.893 on average; raw 7.69 K and 0.948, 5.25 K and 0.989. Ten seeds on average come within 15 %, as years differ by as much.
    /// </summary>
    [TestMethod]
    public void Days_spread_and_persist_as_measured()
    {
        double[][] found = [.. Enumerable.Range(1, 10).Select(static seed =>
        {
            SyntheticClimate climate = new(Place, seed);
            double[] air = Means(climate.AirTemperatureC, Start, 86_400, 365);
            double[] river = Means(climate.RiverTemperatureC!, Start, 86_400, 365);
            return (double[])[.. Spread(air), .. Spread(Deseasonalised(air)), .. Spread(river), .. Spread(Deseasonalised(river))];
        })];
        double[] measured = [7.69, 0.948, 3.55, 0.774, 5.25, 0.989, 1.22, 0.893];
        for (int i = 0; i < measured.Length; i++)
        {
            Assert.AreEqual(measured[i], found.Average(f => f[i]), 0.15 * measured[i], $"quantity {i}");
        }
    }

    // measured 2018, 2024, 2025: 1371, 917, 910 h above 18 degC and 138, 0, 65 h above 21.5 degC; no month may leave its normal here
    [TestMethod]
    public void The_river_is_warm_for_as_many_hours_as_in_an_ordinary_year()
    {
        (double Above18, double Above21)[] hours = [.. Enumerable.Range(1, 20).Select(static seed =>
        {
            SyntheticClimate climate = new(Place, seed);
            return (HoursAbove(climate.RiverTemperatureC!, 18.0), HoursAbove(climate.RiverTemperatureC!, 21.5));
        })];
        Assert.IsTrue(hours.Average(static h => h.Above18) is > 780 and < 1100, $"{hours.Average(static h => h.Above18)} h above 18 degC");
        Assert.IsTrue(hours.Average(static h => h.Above21) is > 5 and < 60, $"{hours.Average(static h => h.Above21)} h above 21.5 degC");
    }

    [TestMethod]
    public void Half_the_step_another_block_and_an_earlier_end_change_nothing()
    {
        foreach (ISeries series in All(Munich))
        {
            double[] quarters = Means(series, Start, 900, 35_040);
            double[] halves = MeansOf(new SyntheticClimate(Place, 7), series, Start + (200 * 86_400), 450, 960);
            double[] again = Means(series, Start + (200 * 86_400), 450, 960);
            CollectionAssert.AreEqual(halves, again);
            for (int k = 0; k < 480; k++)
            {
                // both are exact means of the same lines: only rounding may part them
                Assert.AreEqual(quarters[(200 * 96) + k], 0.5 * (again[2 * k] + again[(2 * k) + 1]), 1e-9);
            }

            CollectionAssert.AreEqual(quarters[..32_000], Means(series, Start, 900, 32_000)); // without December
        }
    }

    [TestMethod]
    public void A_year_runs_on_into_the_next_without_a_jump()
    {
        foreach (ISeries series in new ISeries[] { Munich.AirTemperatureC, Munich.RiverTemperatureC!, Munich.WetBulbTemperatureC })
        {
            double[] around = Means(series, UtcDay.YearBeginUnixS(2026) - 60, 60, 2);
            Assert.AreEqual(around[0], around[1], 0.1); // air changes by less than 6 K in an hour
        }
    }

    [TestMethod]
    public void Another_seed_gives_other_weather()
    {
        double[] one = Means(Munich.AirTemperatureC, Start, 86_400, 365);
        double[] other = Means(new SyntheticClimate(Place, 8).AirTemperatureC, Start, 86_400, 365);
        double differenceK = Math.Sqrt(one.Zip(other, static (a, b) => (a - b) * (a - b)).Average());
        Assert.IsGreaterThan(3.0, differenceK); // two independent spreads of about 3.5 K
    }

    [TestMethod]
    public void Global_radiation_is_diffuse_plus_direct_on_the_horizontal_and_night_is_dark()
    {
        double[] ghi = Means(Munich.GhiWPerM2, Start, 300, 105_120);
        double[] dni = Means(Munich.DniWPerM2, Start, 300, 105_120);
        double[] dhi = Means(Munich.DhiWPerM2, Start, 300, 105_120);
        ClimateNormals site = Munich.Normals;
        for (int k = 0; k < ghi.Length; k++)
        {
            double zenithDeg = Sun.Position(Start + (k * 300L) + 150, site.LatitudeDeg, site.LongitudeDeg, 95_000.0, 10.0).ZenithDeg;
            double cosine = Math.Cos(zenithDeg * Math.PI / 180.0);
            Assert.IsTrue(ghi[k] >= 0.0 && dhi[k] >= 0.0 && dni[k] >= 0.0 && dni[k] < 1100.0, $"knot {k}");
            if (zenithDeg > 92.0)
            {
                Assert.AreEqual(0.0, ghi[k] + dni[k] + dhi[k]);
            }
            else if (zenithDeg < 86.0)
            {
                // exact at the knots; a step's mean product differs from the product of means by (change of both) / 12
                Assert.AreEqual(ghi[k], dhi[k] + (dni[k] * cosine), 0.5, $"knot {k}");
            }
        }
    }

    [TestMethod]
    public void Wet_bulb_stays_below_air_and_the_river_above_freezing()
    {
        double[] air = Means(Munich.AirTemperatureC, Start, 3600, 8760);
        double[] wetBulb = Means(Munich.WetBulbTemperatureC, Start, 3600, 8760);
        Assert.IsTrue(air.Zip(wetBulb, static (a, w) => a >= w).All(static below => below));
        Assert.IsGreaterThanOrEqualTo(0.2, Means(Munich.RiverTemperatureC!, Start, 3600, 8760).Min());
        ClimateNormals cold = Place with { River = Place.River! with { MeanC = [.. Enumerable.Repeat(0.3, 12)] } };
        Assert.AreEqual(0.2, Means(new SyntheticClimate(cold, 1).RiverTemperatureC!, Start, 3600, 8760).Min(), 0.05);
    }

    [TestMethod]
    public void Clear_days_have_larger_swings()
    {
        double[] sun = Means(Munich.GhiWPerM2, Start, 86_400, 365);
        double[] air = Means(Munich.AirTemperatureC, Start, 3600, 8760);
        var days = air.Chunk(24).Select((hours, d) => (Sun: sun[d], Swing: hours.Max() - hours.Min())).Skip(181).Take(31); // July
        var sorted = days.OrderBy(static day => day.Sun).ToArray();
        Assert.IsGreaterThan(sorted[..10].Average(static day => day.Swing) + 2.0, sorted[^10..].Average(static day => day.Swing));
    }

    [TestMethod]
    public void A_year_that_was_put_away_comes_back_the_same()
    {
        SyntheticClimate climate = new(Place, 12);
        double[] first = Means(climate.AirTemperatureC, Start, 86_400, 365);
        Means(climate.AirTemperatureC, Start + (366 * 86_400L), 86_400, 5 * 365); // more years than are kept
        CollectionAssert.AreEqual(first, Means(climate.AirTemperatureC, Start, 86_400, 365));
    }

    [TestMethod]
    public void Threads_that_ask_at_the_same_time_get_the_same_weather()
    {
        SyntheticClimate shared = new(Place, 12);
        double[] alone = Means(new SyntheticClimate(Place, 12).GhiWPerM2, Start, 3600, 8760);
        Parallel.For(0, 4, _ => CollectionAssert.AreEqual(alone, Means(shared.GhiWPerM2, Start, 3600, 8760)));
    }

    [TestMethod]
    public void Normals_outside_their_range_are_refused()
    {
        Assert.ThrowsExactly<ArgumentException>(() => new SyntheticClimate(Place with { LatitudeDeg = double.NaN }, 1));
        Assert.ThrowsExactly<ArgumentException>(() => new SyntheticClimate(Place with { WindMPerS = [1.0] }, 1));
    }

    [TestMethod]
    public void Keyed_numbers_are_even_and_normal_and_belong_to_their_name()
    {
        KeyedRandom random = new(1, "a");
        double[] uniform = [.. Enumerable.Range(-50_000, 100_000).Select(slot => random.Uniform(slot))];
        double[] normal = [.. Enumerable.Range(-50_000, 100_000).Select(slot => random.Normal(slot))];
        // five standard errors of 100,000 draws: 5 sqrt(1/12 / 1e5), 5 / sqrt(1e5), 5 sqrt(2 / 1e5)
        Assert.AreEqual(0.5, uniform.Average(), 0.0046);
        Assert.AreEqual(0.0, normal.Average(), 0.016);
        Assert.AreEqual(1.0, normal.Average(static n => n * n), 0.023);
        Assert.AreEqual(0.0, normal.Zip(normal.Skip(1), static (a, b) => a * b).Average(), 0.016);
        Assert.AreNotEqual(random.Uniform(5), new KeyedRandom(1, "b").Uniform(5));
        Assert.AreNotEqual(random.Uniform(5), new KeyedRandom(2, "a").Uniform(5));
        Assert.AreEqual(random.Uniform(5), new KeyedRandom(1, "a").Uniform(5));
    }

    [TestMethod]
    public void Numbers_of_many_names_at_once_are_those_of_each()
    {
        foreach (int count in new[] { 0, 1, 3, 4, 7, 450 }) // whole lanes and what is left beside them
        {
            KeyedRandom[] names = [.. Enumerable.Range(0, count).Select(i => new KeyedRandom(7, $"rack.{i}"))];
            double[] numbers = new double[count];
            foreach (long slot in new[] { 0, 482_117, -3, long.MaxValue, long.MinValue })
            {
                KeyedRandom.Uniforms(names, slot, numbers);
                CollectionAssert.AreEqual(names.Select(name => name.Uniform(slot)).ToArray(), numbers);
            }
        }
    }

    private static ISeries[] All(SyntheticClimate climate) =>
    [
        climate.AirTemperatureC, climate.WetBulbTemperatureC, climate.RiverTemperatureC!, climate.WindMPerS, climate.RiverDischargeM3PerS!,
        climate.GhiWPerM2, climate.DniWPerM2, climate.DhiWPerM2,
    ];

    /// <summary>The same quantity of a climate that has computed nothing yet.</summary>
    private static double[] MeansOf(SyntheticClimate fresh, ISeries series, long startUnixS, int stepS, int count) =>
        Means(All(fresh)[Array.IndexOf(All(Munich), series)], startUnixS, stepS, count);

    private static double HoursAbove(ISampledSeries series, double threshold)
    {
        double[] shares = new double[8760];
        series.FillShareAbove(Start, 3600, threshold, shares);
        return shares.Sum();
    }
}
