using Twin.Cli.Input;
using Twin.Core.Climate;
using Twin.Core.Physics;
using Twin.Core.Time;
using static Twin.Tests.Climate.Places;

namespace Twin.Tests.Climate;

/// <summary>What holds for the synthetic years of every place in the catalogue.</summary>
[TestClass]
public sealed class CatalogueClimateTests
{
    /// <summary>
    /// Warm, sunny and dry days come together, which takes the mean of their product off the product of the means that the generator
    /// meets; twelve seeds of eight places come to 0.56 K at most.
    /// </summary>
    private const double WetBulbK = 0.7;

    public static IEnumerable<object[]> Sites => Names.Select(static name => (object[])[name]);

    [TestMethod]
    public void The_catalogue_has_eight_places() => CollectionAssert.AreEquivalent(
        (string[])["munich", "frankfurt", "hamburg", "stockholm", "helsinki", "lugano", "paris", "madrid"], Names.ToArray());

    /// <summary>The tolerances are what the project promises: 0.3 K, 3 % of radiation and wind, 5 % of flow. 2028 is a leap year.</summary>
    [TestMethod]
    [DynamicData(nameof(Sites))]
    public void Monthly_means_are_those_of_the_normals(string site)
    {
        ClimateNormals normals = Normals(site);
        foreach ((int seed, int year) in ((int, int)[])[(1, 2025), (2, 2026), (3, 2028), (77, 2025)])
        {
            SyntheticClimate climate = new(normals, seed);
            for (int m = 0; m < 12; m++)
            {
                (long begin, int hours) = Month(year, m + 1);
                string month = $"{site}, seed {seed}, month {m + 1}";
                double airC = Mean(climate.AirTemperatureC, begin, hours);
                Assert.AreEqual(normals.AirMeanC[m], airC, 0.3, month);
                Assert.AreEqual(normals.WetBulbDepressionK[m], airC - Mean(climate.WetBulbTemperatureC, begin, hours), WetBulbK, month);
                Assert.AreEqual(normals.River!.MeanC[m], Mean(climate.RiverTemperatureC!, begin, hours), 0.3, month);
                double ghiKWhPerM2 = Mean(climate.GhiWPerM2, begin, hours) * hours / 1000.0;
                Assert.AreEqual(1.0, ghiKWhPerM2 / normals.GhiKWhPerM2[m], 0.03, month);
                Assert.AreEqual(1.0, Mean(climate.WindMPerS, begin, hours) / normals.WindMPerS[m], 0.03, month);
                double flow = Mean(climate.RiverDischargeM3PerS!, begin, hours);
                Assert.AreEqual(1.0, flow / normals.Discharge!.MeanM3PerS[m], 0.05, month);
            }
        }
    }

    [TestMethod]
    [DynamicData(nameof(Sites))]
    public void Nothing_leaves_what_weather_can_be(string site)
    {
        SyntheticClimate climate = new(Normals(site), 5);
        long start = UtcDay.YearBeginUnixS(2025);
        double[] air = Means(climate.AirTemperatureC, start, 3600, 8760);
        double[] wetBulb = Means(climate.WetBulbTemperatureC, start, 3600, 8760);
        double pressurePa = MoistAir.PressureAtElevationPa(climate.Normals.ElevationM);
        for (int h = 0; h < air.Length; h++)
        {
            Assert.IsLessThanOrEqualTo(air[h], wetBulb[h], $"{site}, hour {h}");
            double driestC = MoistAir.WetBulbC(air[h], 0.03, pressurePa); // drier air than 3 % is not met in Europe
            Assert.IsGreaterThanOrEqualTo(driestC, wetBulb[h], $"{site}, hour {h}: {air[h]:F1} and {wetBulb[h]:F1} degC");
        }

        Assert.IsGreaterThanOrEqualTo(0.2, Means(climate.RiverTemperatureC!, start, 3600, 8760).Min());
        Assert.IsGreaterThan(0.0, Means(climate.RiverDischargeM3PerS!, start, 3600, 8760).Min());
        Assert.IsGreaterThanOrEqualTo(0.0, Means(climate.WindMPerS, start, 3600, 8760).Min());
        Assert.IsGreaterThanOrEqualTo(0.0, Means(climate.GhiWPerM2, start, 86_400, 365).Min());
    }

    /// <summary>60 deg: Helsinki as it is; 68 deg: the same with the sun of a polar night and of a midnight sun.</summary>
    [TestMethod]
    [DataRow(60.17)]
    [DataRow(64.0)]
    [DataRow(68.0)]
    public void Night_is_dark_in_the_far_north(double latitudeDeg)
    {
        ClimateNormals helsinki = Normals("helsinki");
        double[] ghi = [.. helsinki.GhiKWhPerM2.Select((month, m) =>
            Math.Min(month, 0.9 * ClearSkyMonth.LargestKWhPerM2(latitudeDeg, helsinki.LongitudeDeg, helsinki.ElevationM, m + 1)))];
        SyntheticClimate climate = new(helsinki with { LatitudeDeg = latitudeDeg, GhiKWhPerM2 = ghi }, 3);
        long start = UtcDay.YearBeginUnixS(2025);
        double[] global = Means(climate.GhiWPerM2, start, 300, 105_120);
        double[] direct = Means(climate.DniWPerM2, start, 300, 105_120);
        double[] diffuse = Means(climate.DhiWPerM2, start, 300, 105_120);
        int dark = 0;
        for (int k = 0; k < global.Length; k++)
        {
            Assert.IsTrue(global[k] >= 0.0 && direct[k] >= 0.0 && diffuse[k] >= 0.0, $"knot {k}");
            SunPosition sun = Sun.Position(start + (k * 300L) + 150, latitudeDeg, helsinki.LongitudeDeg, 101_325.0, 0.0);
            if (sun.ZenithDeg > 91.0) // from one knot to the next the sun climbs by less than 1.26 deg, from the middle by half of that
            {
                dark++;
                Assert.AreEqual(0.0, global[k] + direct[k] + diffuse[k], $"knot {k}");
            }
        }

        Assert.IsGreaterThan(40_000, dark); // nearly half of the year is night anywhere
        for (int m = 0; m < 12; m++)
        {
            (long begin, int hours) = Month(2025, m + 1);
            Assert.AreEqual(ghi[m], Mean(climate.GhiWPerM2, begin, hours) * hours / 1000.0, 0.03 * ghi[m], $"month {m + 1}");
        }
    }

    /// <summary>
    /// A staircase of hours stands still within the hour and jumps between hours. Here each minute by day moves on: a day at the
    /// equinox lasts twelve hours, so that nearly all of the 720 minutes differ from the one before.
    /// </summary>
    [TestMethod]
    [DynamicData(nameof(Sites))]
    public void Minutes_inside_an_hour_follow_the_sun(string site)
    {
        SyntheticClimate climate = new(Normals(site), 4);
        for (int day = 15; day <= 25; day++)
        {
            double[] minutes = Means(climate.GhiWPerM2, UtcDay.BeginUnixS(new DateOnly(2025, 3, day)), 60, 1440);
            double[] steps = [.. minutes.Zip(minutes.Skip(1), static (a, b) => Math.Abs(b - a))];
            Assert.IsGreaterThan(650, steps.Count(static step => step > 1e-6));
            Assert.IsLessThan(20.0, steps.Max()); // the steepest: clouds that come or go within an hour, 1000 W/m2 / 60
        }
    }

    [TestMethod]
    [DynamicData(nameof(Sites))]
    public void There_are_clear_and_cloudy_days(string site)
    {
        ClimateNormals normals = Normals(site);
        SyntheticClimate climate = new(normals, 6);
        double[] june = Means(climate.GhiWPerM2, UtcDay.BeginUnixS(new DateOnly(2025, 6, 1)), 86_400, 30);
        double clearW = ClearSkyMonth.LargestKWhPerM2(normals.LatitudeDeg, normals.LongitudeDeg, normals.ElevationM, 6) / 0.72; // 720 h
        Assert.IsGreaterThan(0.85 * clearW, june.Max());
        Assert.IsLessThan(0.70 * june.Average(), june.Min());
    }

    [TestMethod]
    [DynamicData(nameof(Sites))]
    public void River_flow_persists_and_runs_on_without_a_jump(string site)
    {
        DischargeNormals normals = Normals(site).Discharge!;
        SyntheticClimate climate = new(Normals(site), 9);
        double[] days = Means(climate.RiverDischargeM3PerS!, UtcDay.YearBeginUnixS(2024), 86_400, 3 * 365);
        double[] logs = [.. days.Select(static day => Math.Log(day))];
        double[] changes = [.. logs.Zip(logs.Skip(1), static (a, b) => Math.Abs(b - a))];
        // a day's change of the noise has the standard deviation s sqrt(2 (1 - p)); the course of the year adds at most a twentieth
        double usual = normals.LogSpread * Math.Sqrt(2.0 * (1.0 - normals.Persistence));
        Assert.IsLessThan((5.0 * usual) + 0.1, changes.Max());
        double newYear = Mean(climate.RiverDischargeM3PerS!, UtcDay.YearBeginUnixS(2025) - 3600, 1);
        Assert.AreEqual(1.0, Mean(climate.RiverDischargeM3PerS!, UtcDay.YearBeginUnixS(2025), 1) / newYear, (0.3 * usual) + 0.01);
        Assert.IsGreaterThan(0.4, Spread(Deseasonalised(logs))[1]);
        SyntheticClimate other = new(Normals(site), 10);
        CollectionAssert.AreNotEqual(days, Means(other.RiverDischargeM3PerS!, UtcDay.YearBeginUnixS(2024), 86_400, days.Length));
    }

    [TestMethod]
    public void Floods_stand_out_more_than_low_water()
    {
        // A log-normal with the spread of 0.43 that is left of 0.6 has the skewness 1.5; ten years of days that persist give it within 0.5.
        double skewness = Enumerable.Range(1, 10).Average(static seed =>
        {
            SyntheticClimate climate = new(Normals("helsinki"), seed);
            double[] days = Means(climate.RiverDischargeM3PerS!, UtcDay.YearBeginUnixS(2025), 86_400, 365);
            double[] ratios = [.. Deseasonalised([.. days.Select(static day => Math.Log(day))]).Select(static rest => Math.Exp(rest))];
            double mean = ratios.Average();
            double variance = ratios.Average(ratio => (ratio - mean) * (ratio - mean));
            return ratios.Average(ratio => Math.Pow(ratio - mean, 3.0)) / Math.Pow(variance, 1.5);
        });
        Assert.IsGreaterThan(0.7, skewness);
    }

    [TestMethod]
    public void Every_list_of_the_catalogue_says_its_source_and_keeps_below_a_clear_sky()
    {
        foreach (View climate in View.Of(Catalogue.Tree).Items("climates"))
        {
            View sources = climate.Section("sources");
            foreach (Key list in Keys.ClimateLists)
            {
                string source = sources.Section(list.Name).Word("source");
                string confidence = sources.Section(list.Name).Word("confidence");
                Assert.IsTrue(confidence is "measured" or "published" or "assumed", $"{climate.Name}.{list.Name}");
                bool isFromMemory = source.Contains("memory", StringComparison.Ordinal);
                Assert.IsTrue(confidence == "assumed" || !isFromMemory, $"{climate.Name}.{list.Name}");
            }

            ClimateNormals normals = Normals(climate.Name);
            for (int m = 1; m <= 12; m++)
            {
                double most = ClearSkyMonth.LargestKWhPerM2(normals.LatitudeDeg, normals.LongitudeDeg, normals.ElevationM, m);
                Assert.IsLessThan(most, normals.GhiKWhPerM2[m - 1], $"{climate.Name}, month {m}");
            }
        }
    }

}
