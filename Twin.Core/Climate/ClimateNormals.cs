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

    /// <summary>Monthly mean of air minus wet-bulb temperature [K]; zero or more.</summary>
    public required IReadOnlyList<double> WetBulbDepressionK { get; init; }

    /// <summary>Monthly sum of global horizontal irradiation [kWh/m2]; zero or more, below that of a clear sky.</summary>
    public required IReadOnlyList<double> GhiKWhPerM2 { get; init; }

    /// <summary>Monthly mean of wind speed 10 m above ground [m/s]; zero or more.</summary>
    public required IReadOnlyList<double> WindMPerS { get; init; }

    /// <summary>Share of an air anomaly that is left after a day [1]; 0 to below 1.</summary>
    public required double AirPersistence { get; init; }

    /// <summary>The water beside the site; null where none is known.</summary>
    public RiverNormals? River { get; init; }

    /// <summary>Flow of the river; null where none is known.</summary>
    public DischargeNormals? Discharge { get; init; }

    /// <summary>Checks that all values are within their ranges.</summary>
    /// <exception cref="ArgumentException">A list has not twelve values, or a value is outside its range.</exception>
    public void Check()
    {
        Within(LatitudeDeg, -90.0, 90.0, nameof(LatitudeDeg));
        Within(LongitudeDeg, -180.0, 180.0, nameof(LongitudeDeg));
        Within(ElevationM, -430.0, 9000.0, nameof(ElevationM));
        Within(AirPersistence, 0.0, 0.99, nameof(AirPersistence));
        Within(AirMeanC, -90.0, 60.0, nameof(AirMeanC));
        Within(AirDailySwingK, 0.0, 40.0, nameof(AirDailySwingK));
        Within(AirAnomalyK, 0.0, 20.0, nameof(AirAnomalyK));
        Within(WetBulbDepressionK, 0.0, 30.0, nameof(WetBulbDepressionK));
        Within(GhiKWhPerM2, 0.0, 400.0, nameof(GhiKWhPerM2));
        Within(WindMPerS, 0.0, 30.0, nameof(WindMPerS));
        River?.Check();
        Discharge?.Check();
    }

    /// <summary>Whether all values are the same: those of lists are compared, not the lists.</summary>
    /// <param name="other">Other normals.</param>
    public bool Equals(ClimateNormals? other) =>
        other is not null && ZoneId == other.ZoneId && River == other.River && Discharge == other.Discharge
        && Numbers().SequenceEqual(other.Numbers());

    /// <inheritdoc/>
    public override int GetHashCode() => HashOf(Numbers());

    internal static int HashOf(IEnumerable<double> numbers)
    {
        var hash = default(HashCode);
        foreach (double number in numbers)
        {
            hash.Add(number);
        }

        return hash.ToHashCode();
    }

    private IEnumerable<double> Numbers() =>
    [
        LatitudeDeg, LongitudeDeg, ElevationM, AirPersistence, .. AirMeanC, .. AirDailySwingK, .. AirAnomalyK, .. WetBulbDepressionK,
        .. GhiKWhPerM2, .. WindMPerS,
    ];

    internal static void Within(IReadOnlyList<double> values, double low, double high, string name)
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

    internal static void Within(double value, double low, double high, string name)
    {
        if (!(value >= low && value <= high)) // also refuses NaN
        {
            throw new ArgumentException($"{name} is {value}; it must be within {low} and {high}.");
        }
    }
}
