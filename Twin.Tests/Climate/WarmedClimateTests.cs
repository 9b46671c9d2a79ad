using Twin.Cli.Input;
using Twin.Core.Climate;
using Twin.Core.Series;
using Twin.Tests.Input;
using TestRun = Twin.Tests.Plant.TestRun;

namespace Twin.Tests.Climate;

/// <summary>Warmer rivers and years: an offset on what comes from a climate.</summary>
[TestClass]
public sealed class WarmedClimateTests
{
    private const double Rounding = 1e-12; // one addition, and a mean of two knots
    private const long Start = 1_735_689_600; // 2025-01-01T00:00Z
    private const int Hours = 8760;

    [TestMethod]
    public void Air_and_wet_bulb_move_together_and_the_river_by_its_own()
    {
        SyntheticClimate climate = new(Places.Normals("munich"), 7);
        AreApart(3.0, climate.AirTemperatureC, climate.AirTemperature(3.0));
        AreApart(3.0, climate.WetBulbTemperatureC, climate.WetBulbTemperature(3.0));
        AreApart(1.5, climate.RiverTemperatureC!, climate.RiverTemperature(1.5)!);
        Assert.AreSame(climate.RiverTemperatureC, climate.RiverTemperature(0.0));
    }

    [TestMethod]
    public void Hours_above_a_limit_are_those_of_the_warmer_samples()
    {
        SyntheticClimate climate = new(Places.Normals("munich"), 7);
        Assert.AreEqual(Above(climate.RiverTemperatureC!, 20.0), Above(climate.RiverTemperature(1.5)!, 21.5), 1.0); // ties of rounding
        Assert.IsGreaterThan(Above(climate.RiverTemperatureC!, 21.5) + 100.0, Above(climate.RiverTemperature(1.5)!, 21.5));
    }

    [TestMethod]
    public void A_colder_river_does_not_freeze()
    {
        SyntheticClimate climate = new(Places.Normals("munich"), 7);
        Assert.AreEqual(0.2, Means(climate.RiverTemperature(-20.0)!).Min(), Rounding);
    }

    [TestMethod]
    public void The_flagship_takes_both_offsets_as_it_stands()
    {
        string[] day = ["time.start=2025-07-01T00:00+02:00", "time.end=2025-07-02T00:00+02:00"];
        TestRun usual = TestRun.Of("munich", day);
        TestRun warm = TestRun.Of("munich", [.. day, "river.temperature.offset=1.5 K", "weather.offset=2 K"]);
        foreach ((string column, double offsetK) in new[] { ("river.temperature_c", 1.5), ("weather.air_c", 2.0), ("weather.wet_bulb_c", 2.0) })
        {
            double[] apart = [.. usual.Column(column).Zip(warm.Column(column), (a, b) => b - a)];
            Assert.AreEqual(offsetK, apart.Min(), Rounding);
            Assert.AreEqual(offsetK, apart.Max(), Rounding);
        }
    }

    [TestMethod]
    public void The_resolved_scenario_states_offsets_that_nobody_wrote()
    {
        string resolved = ScenarioReader.Read(TestRun.Folder("munich"), ReadOptions.None).Resolved(withOrigins: false);
        StringAssert.Contains(resolved, "  temperature:\n    synthetic: munich\n    offset: 0 K\n", StringComparison.Ordinal);
        StringAssert.Contains(resolved, "weather:\n  synthetic: munich\n  offset: 0 K\n", StringComparison.Ordinal);
    }

    [TestMethod]
    public void A_weather_file_hands_the_offset_to_air_and_wet_bulb()
    {
        using ScenarioFolder folder = new ScenarioFolder().With("june.epw", MadeWeather.Epw(5, 1, 1)).With(
            "scenario.yaml",
            ScenarioFolder.Smallest
                .Replace("2025-01-01T00:00Z", "2015-06-02T00:00Z", StringComparison.Ordinal)
                .Replace("2025-01-02T00:00Z", "2015-06-04T00:00Z", StringComparison.Ordinal)
                .Replace("{ synthetic: munich }", "{ file: june.epw, calendar: repeat }", StringComparison.Ordinal));
        ReadResult usual = folder.Read(), warm = folder.Read(ReadOptions.None with { Sets = ["weather.offset=3 K"] });
        Assert.IsEmpty(usual.Faults, FaultText.Write(usual.Faults));
        Assert.IsEmpty(warm.Faults, FaultText.Write(warm.Faults));
        long start = usual.Scenario!.Clock.StartUnixS;
        Assert.AreEqual(
            Mean(usual.Scenario.Surroundings.AirTemperatureC, start) + 3.0, Mean(warm.Scenario!.Surroundings.AirTemperatureC, start), Rounding);
        Assert.AreEqual(
            Mean(usual.Scenario.Surroundings.WetBulbTemperatureC, start) + 3.0, Mean(warm.Scenario.Surroundings.WetBulbTemperatureC, start),
            Rounding);
        Assert.AreEqual(Mean(usual.Scenario.Surroundings.GhiWPerM2, start), Mean(warm.Scenario.Surroundings.GhiWPerM2, start));
    }

    [TestMethod]
    [DataRow("{ synthetic: munich }", "{ synthetic: munich, offset: ¦2 degC }", "IT0202", DisplayName = "a temperature for a difference")]
    [DataRow("{ synthetic: munich }", "{ synthetic: munich, offset: ¦30 K }", "IT0205", DisplayName = "another planet")]
    [DataRow("{ synthetic: munich }", "{ air_temperature: 20 degC, offset: ¦2 K }", "IT0403", DisplayName = "beside an air of its own")]
    public void An_offset_that_cannot_be_meant_is_a_fault(string find, string replace, string code) =>
        OneFault.At(ScenarioFolder.Smallest.Replace(find, replace, StringComparison.Ordinal), code);

    [TestMethod]
    [DataRow("temperature: { synthetic: paris, offset: ¦1 degC }, discharge: { synthetic: paris }", "IT0202", DisplayName = "degC for K")]
    [DataRow("temperature: { synthetic: paris }, discharge: { synthetic: paris, ¦offset: 1 K }", "IT0104", DisplayName = "offset of a flow")]
    public void So_it_is_in_a_river(string river, string code) =>
        OneFault.At(ScenarioFolder.Smallest + $"river: {{ {river}, permit: {{ intake: 0.1 m3/s }} }}\n", code);

    [TestMethod]
    public void Climates_with_the_same_values_are_the_same_whoever_wrote_them()
    {
        ClimateNormals one = Places.Normals("munich"), other = Places.Normals("munich");
        Assert.AreNotSame(one.AirMeanC, other.AirMeanC);
        Assert.AreEqual(one, other);
        Assert.AreEqual(one.GetHashCode(), other.GetHashCode());
        Assert.AreNotEqual(one, other with { AirMeanC = [.. other.AirMeanC.Select(valueC => valueC + 0.1)] });
        Assert.AreNotEqual(one, other with { River = other.River! with { LagDays = 2.0 } });
        Assert.AreNotEqual(one, other with { Discharge = other.Discharge! with { LogSpread = 0.5 } });
        Assert.AreEqual(new SyntheticClimate(one, 7).WindMPerS.Identity, new SyntheticClimate(other, 7).WindMPerS.Identity);
        Assert.AreNotEqual(new SyntheticClimate(one, 7).WindMPerS.Identity, new SyntheticClimate(other, 8).WindMPerS.Identity);
    }

    [TestMethod]
    public void Another_seed_under_the_same_sky_is_the_climate_of_that_seed()
    {
        SyntheticClimate seven = new(Places.Normals("munich"), 7);
        CollectionAssert.AreEqual(Means(new SyntheticClimate(Places.Normals("munich"), 8).GhiWPerM2), Means(seven.WithSeed(8).GhiWPerM2));
    }

    private static void AreApart(double offsetK, ISeries usual, ISeries warmed)
    {
        double[] apart = [.. Means(usual).Zip(Means(warmed), (a, b) => b - a)];
        Assert.AreEqual(offsetK, apart.Min(), Rounding);
        Assert.AreEqual(offsetK, apart.Max(), Rounding);
    }

    private static double[] Means(ISeries series)
    {
        double[] means = new double[Hours];
        series.FillMeans(Start, 3600, means);
        return means;
    }

    private static double Mean(ISeries series, long startUnixS)
    {
        double[] means = new double[24];
        series.FillMeans(startUnixS, 3600, means);
        return means.Average();
    }

    private static double Above(ISampledSeries series, double threshold)
    {
        double[] shares = new double[Hours];
        series.FillShareAbove(Start, 3600, threshold, shares);
        return shares.Sum();
    }
}
