using System.Collections.Concurrent;
using Twin.Core.Series;

namespace Twin.Core.Climate;

/// <summary>Weather and river of a site that never were but could have been: made from monthly normals and a seed.</summary>
/// <remarks>
/// Monthly means are those of the normals, days stray and persist like weather. A value depends on normals, seed and
/// instant alone: not on begin, end or step of a run. It is no forecast and no record: extremes come out milder than in the
/// worst of ten measured years, because no month may leave its normal. Years are computed when first asked for and kept.
/// Valid for the years 1951 to 2099, as the position of the sun is. Safe to share.
/// </remarks>
public sealed class SyntheticClimate
{
    private readonly ConcurrentDictionary<int, Lazy<DailyWeather>> daily = new();
    private readonly ConcurrentDictionary<int, Lazy<HourlyClimate>> hourly = new();
    private readonly ConcurrentDictionary<int, Lazy<RadiationClimate>> radiation = new();
    private readonly ConcurrentDictionary<int, Lazy<double[]>> discharge = new();

    /// <summary>Sets up the climate of a site.</summary>
    /// <param name="normals">Its normals.</param>
    /// <param name="seed">Seed; another one gives other weather with the same monthly means.</param>
    /// <exception cref="ArgumentException">A normal is outside its range.</exception>
    public SyntheticClimate(ClimateNormals normals, long seed)
    {
        normals.Check();
        Normals = normals;
        Seed = seed;
        AirTemperatureC = new KnotSeries(year => Hourly(year).AirC, 3600);
        WetBulbTemperatureC = new KnotSeries(year => Hourly(year).WetBulbC, 3600);
        RiverTemperatureC = normals.River is null ? null : new KnotSeries(year => Hourly(year).RiverC, 3600);
        RiverDischargeM3PerS = normals.Discharge is { } flow ? new KnotSeries(year => Discharge(flow, year), 3600) : null;
        WindMPerS = new KnotSeries(year => Hourly(year).WindMPerS, 3600);
        GhiWPerM2 = new KnotSeries(year => Radiation(year).GhiWPerM2, RadiationClimate.KnotS);
        DniWPerM2 = new KnotSeries(year => Radiation(year).DniWPerM2, RadiationClimate.KnotS);
        DhiWPerM2 = new KnotSeries(year => Radiation(year).DhiWPerM2, RadiationClimate.KnotS);
    }

    /// <summary>What the climate was made from.</summary>
    public ClimateNormals Normals { get; }

    /// <summary>Seed of the random numbers.</summary>
    public long Seed { get; }

    /// <summary>Air temperature [degC]; hourly samples, straight lines between.</summary>
    public ISampledSeries AirTemperatureC { get; }

    /// <summary>Wet-bulb temperature [degC]; never above that of the air.</summary>
    public ISampledSeries WetBulbTemperatureC { get; }

    /// <summary>River temperature [degC]; hourly samples, straight lines between; 0.2 or more. Null where the normals have no river.</summary>
    public ISampledSeries? RiverTemperatureC { get; }

    /// <summary>Flow of the river [m3/s]; hourly samples, straight lines between; above zero. Null where the normals have none.</summary>
    public ISampledSeries? RiverDischargeM3PerS { get; }

    /// <summary>Wind speed 10 m above ground [m/s]; hourly samples, straight lines between.</summary>
    public ISampledSeries WindMPerS { get; }

    /// <summary>Global horizontal irradiance [W/m2]; follows the sun every five minutes, zero at night.</summary>
    public ISeries GhiWPerM2 { get; }

    /// <summary>Direct normal irradiance [W/m2].</summary>
    public ISeries DniWPerM2 { get; }

    /// <summary>Diffuse horizontal irradiance [W/m2]; with the direct one on the horizontal it makes the global one.</summary>
    public ISeries DhiWPerM2 { get; }

    private DailyWeather Daily(int year) =>
        daily.GetOrAdd(year, y => new(() => DailyWeather.Of(Normals, Seed, y))).Value;

    private HourlyClimate Hourly(int year) =>
        hourly.GetOrAdd(year, y => new(() => HourlyClimate.Of(Normals, Daily(y), Seed, y))).Value;

    private RadiationClimate Radiation(int year) =>
        radiation.GetOrAdd(year, y => new(() => RadiationClimate.Of(Normals, Daily(y), Seed, y))).Value;

    private double[] Discharge(DischargeNormals flow, int year) =>
        discharge.GetOrAdd(year, y => new(() => DischargeClimate.Of(flow, Seed, y))).Value;
}
