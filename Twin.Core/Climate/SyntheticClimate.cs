using Twin.Core.Series;

namespace Twin.Core.Climate;

/// <summary>Weather and river of a site that never were but could have been: made from monthly normals and a seed.</summary>
/// <remarks>
/// Monthly means are those of the normals, days stray and persist like weather. A value depends on normals, seed and
/// instant alone: not on begin, end or step of a run. It is no forecast and no record: extremes come out milder than in the
/// worst of ten measured years, because no month may leave its normal. Years are computed when first asked for; the last few are kept.
/// Valid for the years 1951 to 2099, as the position of the sun is. Safe to share.
/// </remarks>
public sealed class SyntheticClimate
{
    private readonly YearShelf<DailyWeather> daily;
    private readonly YearShelf<HourlyClimate> hourly;
    private readonly YearShelf<RadiationClimate> radiation;

    /// <summary>Sets up the climate of a site.</summary>
    /// <param name="normals">Its normals.</param>
    /// <param name="seed">Seed; another one gives other weather with the same monthly means.</param>
    /// <exception cref="ArgumentException">A normal is outside its range.</exception>
    public SyntheticClimate(ClimateNormals normals, long seed)
    {
        normals.Check();
        Normals = normals;
        Seed = seed;
        daily = new(year => DailyWeather.Of(Normals, Seed, year));
        hourly = new(year => HourlyClimate.Of(Normals, daily.Of(year), Seed, year));
        radiation = new(year => RadiationClimate.Of(Normals, daily.Of(year), Seed, year));
        AirTemperatureC = new KnotSeries(year => hourly.Of(year).AirC, 3600);
        WetBulbTemperatureC = new KnotSeries(year => hourly.Of(year).WetBulbC, 3600);
        RiverTemperatureC = normals.River is null ? null : new KnotSeries(year => hourly.Of(year).RiverC, 3600);
        RiverDischargeM3PerS = normals.Discharge is { } flow ? DischargeOf(flow, seed) : null;
        WindMPerS = new KnotSeries(year => hourly.Of(year).WindMPerS, 3600);
        GhiWPerM2 = new KnotSeries(year => radiation.Of(year).GhiWPerM2, RadiationClimate.KnotS);
        DniWPerM2 = new KnotSeries(year => radiation.Of(year).DniWPerM2, RadiationClimate.KnotS);
        DhiWPerM2 = new KnotSeries(year => radiation.Of(year).DhiWPerM2, RadiationClimate.KnotS);
    }

    /// <summary>What the climate was made from.</summary>
    public ClimateNormals Normals { get; }

    /// <summary>Seed of the random numbers.</summary>
    public long Seed { get; }

    /// <summary>Air temperature [degC]; hourly samples, straight lines between.</summary>
    public ISampledSeries AirTemperatureC { get; }

    /// <summary>Wet-bulb temperature [degC]; never above that of the air.</summary>
    public ISampledSeries WetBulbTemperatureC { get; }

    /// <summary>River temperature [degC]; hourly samples, straight lines between; 0.2 or more; null if normals have no river.</summary>
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

    private static KnotSeries DischargeOf(DischargeNormals flow, long seed)
    {
        YearShelf<double[]> years = new(year => DischargeClimate.Of(flow, seed, year));
        return new(years.Of, 3600);
    }
}
