using Twin.Core.Series;
using Twin.Core.Time;

namespace Twin.Core.Climate;

/// <summary>Weather and river of a site that never were but could have been: made from monthly normals and a seed.</summary>
/// <remarks>
/// Monthly means are those of the normals, days stray and persist like weather. A value depends on normals, seed and
/// instant alone: not on begin, end or step of a run. It is no forecast and no record: extremes come out milder than in the
/// worst of ten measured years, because no month may leave its normal. Months are computed when first asked for; the last few are kept.
/// Valid for the years 1951 to 2099, as the position of the sun is. Safe to share.
/// </remarks>
public sealed class SyntheticClimate
{
    private readonly SpanShelf<CloudlessMonth> skies;
    private readonly SpanShelf<DailyWeather> daily;
    private readonly SpanShelf<HourlyClimate> hourly;
    private readonly SpanShelf<double[]> ghi;

    /// <summary>Sets up the climate of a site.</summary>
    /// <param name="normals">Its normals.</param>
    /// <param name="seed">Seed; another one gives other weather with the same monthly means.</param>
    /// <exception cref="ArgumentException">A normal is outside its range.</exception>
    public SyntheticClimate(ClimateNormals normals, long seed)
        : this(normals, seed, null)
    {
    }

    private SyntheticClimate(ClimateNormals normals, long seed, SpanShelf<CloudlessMonth>? known)
    {
        normals.Check();
        Normals = normals;
        Seed = seed;
        skies = known ?? new(SpanShelf<CloudlessMonth>.Months, month => new CloudlessMonth(Normals, month));
        daily = new(SpanShelf<DailyWeather>.Years, year => DailyWeather.Of(Normals, Seed, year));
        hourly = new(SpanShelf<HourlyClimate>.Months, month => HourlyClimate.Of(Normals, daily.Of(UtcMonth.Year(month)), Seed, month));
        ghi = new(
            SpanShelf<double[]>.Months,
            month => RadiationClimate.Of(Normals, daily.Of(UtcMonth.Year(month)), skies.Of, Seed, month));
        AirTemperatureC = Hourly("air", hours => hours.AirC);
        WetBulbTemperatureC = Hourly("wet bulb", hours => hours.WetBulbC);
        RiverTemperatureC = normals.River is null ? null : Hourly("river", hours => hours.RiverC);
        RiverDischargeM3PerS = normals.Discharge is { } flow ? DischargeOf(flow) : null;
        WindMPerS = Hourly("wind", hours => hours.WindMPerS);
        GhiWPerM2 = Radiation("ghi", ghi.Of);
        DniWPerM2 = Radiation("dni", Kept(month => RadiationClimate.Direct(ghi.Of(month), skies.Of(month), month)));
        DhiWPerM2 = Radiation("dhi", Kept(month => RadiationClimate.Diffuse(ghi.Of(month), skies.Of(month), month)));
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

    /// <summary>The climate of the same place with another seed; what no seed decides is computed once for both.</summary>
    /// <param name="seed">Seed.</param>
    public SyntheticClimate WithSeed(long seed) => new(Normals, seed, skies);

    /// <summary>The air of a warmer or colder climate.</summary>
    /// <param name="offsetK">Added to every value [K].</param>
    public ISampledSeries AirTemperature(double offsetK) =>
        offsetK == 0.0 ? AirTemperatureC : Warmed("air", hours => hours.AirC, offsetK, double.NegativeInfinity);

    /// <summary>The wet bulb of a warmer or colder climate: it moves with the air, so that its depression stays as it is.</summary>
    /// <param name="offsetK">Added to every value [K].</param>
    public ISampledSeries WetBulbTemperature(double offsetK) =>
        offsetK == 0.0 ? WetBulbTemperatureC : Warmed("wet bulb", hours => hours.WetBulbC, offsetK, double.NegativeInfinity);

    /// <summary>A warmer or colder river.</summary>
    /// <param name="offsetK">Added to every value [K]; what would freeze stays at 0.2 degC.</param>
    /// <returns>The temperature [degC]; null if the normals have no river.</returns>
    public ISampledSeries? RiverTemperature(double offsetK) =>
        offsetK == 0.0 || Normals.River is null
            ? RiverTemperatureC
            : Warmed("river", hours => hours.RiverC, offsetK, HourlyClimate.LowestRiverC);

    private static Func<int, double[]> Kept(Func<int, double[]> make) => new SpanShelf<double[]>(SpanShelf<double[]>.Months, make).Of;

    private KnotSeries Hourly(string name, Func<HourlyClimate, double[]> part) =>
        new(month => part(hourly.Of(month)), 3600, (Normals, Seed, name));

    private KnotSeries Warmed(string name, Func<HourlyClimate, double[]> part, double offsetK, double lowestC) => new(
        Kept(month => Array.ConvertAll(part(hourly.Of(month)), valueC => Math.Max(valueC + offsetK, lowestC))),
        3600,
        (Normals, Seed, name, offsetK));

    private KnotSeries Radiation(string name, Func<int, double[]> ofMonth) => new(ofMonth, RadiationClimate.KnotS, (Normals, Seed, name));

    private KnotSeries DischargeOf(DischargeNormals flow)
    {
        SpanShelf<double[]> years = new(SpanShelf<double[]>.Years, year => DischargeClimate.Of(flow, Seed, year));
        Func<int, double[]> months = Kept(month =>
        {
            int hour = (UtcMonth.FirstDay(month) - UtcDay.Number(new DateOnly(UtcMonth.Year(month), 1, 1))) * 24;
            return years.Of(UtcMonth.Year(month)).AsSpan(hour, (UtcMonth.Days(month) * 24) + 1).ToArray(); // to the next month's midnight
        });
        return new(months, 3600, (Normals, Seed, "discharge"));
    }
}
