using Twin.Core.Climate;

namespace Twin.Cli.Input;

/// <summary>Makes normals from a checked entry of the climates.</summary>
internal static class ClimateBinder
{
    /// <summary>Binds one climate.</summary>
    public static ClimateNormals Bind(View climate) => new()
    {
        LatitudeDeg = climate.Inside("latitude"),
        LongitudeDeg = climate.Inside("longitude"),
        ElevationM = climate.Inside("elevation"),
        ZoneId = climate.Word("zone"),
        AirMeanC = climate.Quantities("air_mean"),
        AirDailySwingK = climate.Quantities("air_daily_swing"),
        AirAnomalyK = climate.Quantities("air_anomaly"),
        WetBulbDepressionK = climate.Quantities("wet_bulb_depression"),
        GhiKWhPerM2 = climate.Quantities("ghi"),
        WindMPerS = climate.Quantities("wind"),
        AirPersistence = climate.Inside("air_persistence"),
        River = climate.Has("river_mean") ? River(climate) : null,
        Discharge = climate.Has("river_discharge") ? Discharge(climate) : null,
    };

    private static RiverNormals River(View climate) => new()
    {
        MeanC = climate.Quantities("river_mean"),
        DailySwingK = climate.Quantities("river_daily_swing"),
        AnomalyK = climate.Quantities("river_anomaly"),
        Persistence = climate.Inside("river_persistence"),
        PerAir = climate.Inside("river_per_air"),
        LagDays = climate.Inside("river_lag") / 86_400.0,
    };

    private static DischargeNormals Discharge(View climate) => new(
        climate.Quantities("river_discharge"), climate.Inside("discharge_spread"), climate.Inside("discharge_persistence"));
}
