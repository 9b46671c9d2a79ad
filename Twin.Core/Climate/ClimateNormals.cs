namespace Twin.Core.Climate;

/// <summary>What a place is like in an average year, and how far days stray from it. Lists have twelve values, January first.</summary>
public sealed record ClimateNormals
{
    /// <summary>Latitude, north positive [deg]; -90 to 90.</summary>
    public required double LatitudeDeg { get; init; }

    /// <summary>Longitude, east positive [deg]; -180 to 180.</summary>
    public required double LongitudeDeg { get; init; }

    /// <summary>Height above sea level [m]; -430 to 9000.</summary>
    public required double ElevationM { get; init; }

    /// <summary>Name of the zone in the IANA database.</summary>
    public required string ZoneId { get; init; }

    /// <summary>Monthly mean of the air temperature [degC].</summary>
    public required IReadOnlyList<double> AirMeanC { get; init; }

    /// <summary>Mean course of the air temperature over a day, highest minus lowest hour [K]; zero or more.</summary>
    public required IReadOnlyList<double> AirDailySwingK { get; init; }

    /// <summary>
    /// Standard deviation of daily mean air temperatures about the smooth course of the year [K]; zero or more. It holds before
    /// each month is brought to its normal, which takes about a fifth of it away.
    /// </summary>
    public required IReadOnlyList<double> AirAnomalyK { get; init; }

    /// <summary>Monthly mean of the river temperature [degC]; 0.2 or more.</summary>
    public required IReadOnlyList<double> RiverMeanC { get; init; }

    /// <summary>Highest minus lowest river temperature of a day [K]; zero or more.</summary>
    public required IReadOnlyList<double> RiverDailySwingK { get; init; }

    /// <summary>
    /// Standard deviation of that part of daily river temperatures which does not follow the air [K]; zero or more. It holds
    /// before each month is brought to its normal, which takes about a quarter of it away.
    /// </summary>
    public required IReadOnlyList<double> RiverAnomalyK { get; init; }

    /// <summary>Monthly mean of air minus wet-bulb temperature [K]; zero or more.</summary>
    public required IReadOnlyList<double> WetBulbDepressionK { get; init; }

    /// <summary>Monthly sum of global horizontal irradiation [kWh/m2]; zero or more, below that of a clear sky.</summary>
    public required IReadOnlyList<double> GhiKWhPerM2 { get; init; }

    /// <summary>Monthly mean of wind speed 10 m above ground [m/s]; zero or more.</summary>
    public required IReadOnlyList<double> WindMPerS { get; init; }

    /// <summary>Share of an air anomaly that is left after a day [1]; 0 to below 1.</summary>
    public required double AirPersistence { get; init; }

    /// <summary>Share of a river's own anomaly that is left after a day [1]; 0 to below 1.</summary>
    public required double RiverPersistence { get; init; }

    /// <summary>Change of the river per change of the smoothed air temperature [K/K].</summary>
    public required double RiverPerAir { get; init; }

    /// <summary>Time constant by which the river follows the air [d]; above zero.</summary>
    public required double RiverLagDays { get; init; }

    /// <summary>Munich, Eisbach by the Tucherpark.</summary>
    /// <remarks>
    /// Air and river means and the river's daily swing: computed from hourly measurements of 2016-05 to 2026-05, DWD station
    /// 03379 Muenchen-Stadt and LfU gauge 16515005 Himmelreichbruecke (confidence: computed from verified data).
    /// Daily swing of the air: mean over 2018, 2024 and 2025 of the same measurements, rounded. Anomalies and persistence: set
    /// so that synthetic years spread and persist as those three do; air 3.84, 3.56, 3.25 K and river 1.16, 1.27, 1.24 K about
    /// two harmonics, correlation from day to day 0.83, 0.77, 0.73 and 0.88, 0.90, 0.91.
    /// River per air and lag: least squares on 2018 and 2024, rmse 1.11 K on 2025 (docs: physics, river).
    /// Wet-bulb depression (mean air minus mean wet bulb 1991-2020), irradiation, wind: UNVERIFIED, from memory, rounded, to
    /// be replaced by DWD open data; year 1195 kWh/m2 and 2.7 m/s.
    /// </remarks>
    public static ClimateNormals Munich { get; } = new()
    {
        LatitudeDeg = 48.150,
        LongitudeDeg = 11.600,
        ElevationM = 515.0,
        ZoneId = "Europe/Berlin",
        AirMeanC = [1.4, 3.9, 6.7, 10.4, 14.0, 19.3, 20.2, 19.9, 15.6, 11.2, 5.3, 2.8],
        AirDailySwingK = [4.0, 4.0, 7.4, 9.2, 8.7, 8.7, 8.5, 8.8, 7.7, 5.9, 4.5, 3.0],
        AirAnomalyK = [4.6, 4.6, 4.6, 4.5, 4.2, 4.0, 3.9, 3.9, 4.0, 4.1, 4.3, 4.6],
        RiverMeanC = [4.03, 4.68, 6.32, 9.29, 12.26, 16.15, 17.68, 17.51, 15.23, 12.00, 8.27, 5.41],
        RiverDailySwingK = [0.7, 0.8, 1.2, 1.4, 1.7, 1.9, 1.7, 1.6, 1.3, 0.9, 0.7, 0.6],
        RiverAnomalyK = [0.2, 0.2, 0.3, 0.5, 0.9, 2.1, 1.9, 1.9, 1.3, 0.6, 0.3, 0.2],
        WetBulbDepressionK = [1.5, 1.8, 2.6, 3.5, 3.7, 3.8, 4.1, 3.9, 2.7, 1.9, 1.2, 1.2],
        GhiKWhPerM2 = [33.0, 54.0, 96.0, 134.0, 158.0, 168.0, 172.0, 147.0, 106.0, 64.0, 36.0, 26.0],
        WindMPerS = [2.9, 2.9, 2.9, 2.8, 2.6, 2.5, 2.5, 2.4, 2.4, 2.5, 2.7, 2.9],
        AirPersistence = 0.83,
        RiverPersistence = 0.88,
        RiverPerAir = 0.344,
        RiverLagDays = 1.608,
    };

    /// <summary>Checks that all values are within their ranges.</summary>
    /// <exception cref="ArgumentException">A list has not twelve values, or a value is outside its range.</exception>
    public void Check()
    {
        Within(LatitudeDeg, -90.0, 90.0, nameof(LatitudeDeg));
        Within(LongitudeDeg, -180.0, 180.0, nameof(LongitudeDeg));
        Within(ElevationM, -430.0, 9000.0, nameof(ElevationM));
        Within(AirPersistence, 0.0, 0.99, nameof(AirPersistence));
        Within(RiverPersistence, 0.0, 0.99, nameof(RiverPersistence));
        Within(RiverPerAir, 0.0, 2.0, nameof(RiverPerAir));
        Within(RiverLagDays, 0.01, 30.0, nameof(RiverLagDays));
        Within(AirMeanC, -90.0, 60.0, nameof(AirMeanC));
        Within(AirDailySwingK, 0.0, 40.0, nameof(AirDailySwingK));
        Within(AirAnomalyK, 0.0, 20.0, nameof(AirAnomalyK));
        Within(RiverMeanC, 0.2, 40.0, nameof(RiverMeanC));
        Within(RiverDailySwingK, 0.0, 10.0, nameof(RiverDailySwingK));
        Within(RiverAnomalyK, 0.0, 10.0, nameof(RiverAnomalyK));
        Within(WetBulbDepressionK, 0.0, 30.0, nameof(WetBulbDepressionK));
        Within(GhiKWhPerM2, 0.0, 400.0, nameof(GhiKWhPerM2));
        Within(WindMPerS, 0.0, 30.0, nameof(WindMPerS));
    }

    private static void Within(IReadOnlyList<double> values, double low, double high, string name)
    {
        if (values.Count != 12)
        {
            throw new ArgumentException($"{name} has {values.Count} values; one for each month, 12, are needed.");
        }

        foreach (double value in values)
        {
            Within(value, low, high, name);
        }
    }

    private static void Within(double value, double low, double high, string name)
    {
        if (!(value >= low && value <= high)) // also refuses NaN
        {
            throw new ArgumentException($"{name} is {value}; it must be within {low} and {high}.");
        }
    }
}
