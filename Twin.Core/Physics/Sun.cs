namespace Twin.Core.Physics;

/// <summary>Where the sun stands.</summary>
/// <param name="ZenithDeg">True angle from the vertical [deg].</param>
/// <param name="ApparentZenithDeg">Angle from the vertical as seen through the air [deg].</param>
/// <param name="AzimuthDeg">Direction, clockwise from north [deg]; 0 to 360, without meaning at the zenith and at the poles.</param>
/// <param name="ElevationDeg">True angle above the horizon [deg].</param>
/// <param name="ApparentElevationDeg">Angle above the horizon as seen through the air [deg].</param>
/// <param name="EquationOfTimeMin">Apparent minus mean solar time [min].</param>
/// <param name="DistanceAu">Distance of the earth from the sun [au].</param>
public readonly record struct SunPosition(
    double ZenithDeg,
    double ApparentZenithDeg,
    double AzimuthDeg,
    double ElevationDeg,
    double ApparentElevationDeg,
    double EquationOfTimeMin,
    double DistanceAu)
{
    /// <summary>The same sun seen through air: what of its place depends on the weather.</summary>
    /// <param name="pressurePa">Mean air pressure [Pa]; zero or more, zero for no air.</param>
    /// <param name="temperatureC">Mean air temperature [degC]; −100 to 100.</param>
    /// <returns>Position with the apparent angles of that air.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public SunPosition SeenThrough(double pressurePa, double temperatureC)
    {
        Require.AtLeastZero(pressurePa);
        Require.InRange(temperatureC, -100.0, 100.0);
        double apparentDeg = ElevationDeg + Sun.RefractionDeg(ElevationDeg, pressurePa, temperatureC);
        return this with { ApparentZenithDeg = 90.0 - apparentDeg, ApparentElevationDeg = apparentDeg };
    }
}

/// <summary>Events of one day in UTC; none where the sun stays up or down.</summary>
/// <param name="RiseUnixS">Upper limb rises, refraction included [s since 1970].</param>
/// <param name="TransitUnixS">Sun passes the meridian [s since 1970].</param>
/// <param name="SetUnixS">Upper limb sets, refraction included [s since 1970].</param>
public readonly record struct SunDay(double? RiseUnixS, double TransitUnixS, double? SetUnixS);

/// <summary>Position of the sun to 0.01 deg from 1950 to 2100, and what follows from it at the edge of the air.</summary>
/// <remarks>Source: J. Meeus, Astronomical Algorithms, 2nd ed., 1998, ch. 12, 13, 15, 25 and 28 (low precision).</remarks>
public static class Sun
{
    /// <summary>Solar constant behind <see cref="ExtraterrestrialWPerM2"/> [W/m²]; newer measurements say 1361.</summary>
    public const double SolarConstantWPerM2 = 1366.1;

    private const double SecondsPerDay = 86_400.0;
    private const double DegreesPerRadian = 180.0 / Math.PI;

    // Between the clocks of astronomy and of the earth: 64 s in 2000, 69 s in 2025; ten seconds move the sun by 1e-4 deg.
    private const double UsualDeltaTS = 69.0;

    // Half the disc and the refraction at the horizon: below this the sun is gone and the air bends nothing.
    private const double HorizonDeg = -(0.26667 + 0.5667);

    private readonly record struct Apparent(
        double RightAscensionDeg, double DeclinationDeg, double DistanceAu, double SiderealDeg, double EquationOfTimeMin);

    /// <summary>Position of the sun at an instant.</summary>
    /// <param name="unixS">Instant [s since 1970-01-01T00:00Z]; 1900 to 2200. For a mean over a step, its middle.</param>
    /// <param name="latitudeDeg">Latitude [deg], north positive; −90 to 90.</param>
    /// <param name="longitudeDeg">Longitude [deg], east positive; −180 to 180.</param>
    /// <param name="pressurePa">Mean air pressure, for refraction [Pa]; zero or more.</param>
    /// <param name="temperatureC">Mean air temperature, for refraction [degC]; −100 to 100.</param>
    /// <param name="deltaTS">Terrestrial time minus universal time [s]; −1000 to 1000.</param>
    /// <returns>Position, parallax included. Refraction steps in at −0.833 deg, as in the SPA of NREL.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static SunPosition Position(
        double unixS,
        double latitudeDeg,
        double longitudeDeg,
        double pressurePa,
        double temperatureC,
        double deltaTS = UsualDeltaTS) =>
        TruePosition(unixS, latitudeDeg, longitudeDeg, deltaTS).SeenThrough(pressurePa, temperatureC);

    /// <summary>Position of the sun at an instant as if there were no air: it depends on nothing but time and place.</summary>
    /// <param name="unixS">Instant [s since 1970-01-01T00:00Z]; 1900 to 2200.</param>
    /// <param name="latitudeDeg">Latitude [deg], north positive; −90 to 90.</param>
    /// <param name="longitudeDeg">Longitude [deg], east positive; −180 to 180.</param>
    /// <param name="deltaTS">Terrestrial time minus universal time [s]; −1000 to 1000.</param>
    /// <returns>Position, parallax included; the apparent angles are the true ones.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static SunPosition TruePosition(double unixS, double latitudeDeg, double longitudeDeg, double deltaTS = UsualDeltaTS)
    {
        Require.InRange(unixS, -2_208_988_800.0, 7_258_118_400.0);
        Require.InRange(latitudeDeg, -90.0, 90.0);
        Require.InRange(longitudeDeg, -180.0, 180.0);
        Require.InRange(deltaTS, -1000.0, 1000.0);
        var sun = At(unixS, deltaTS);
        double hour = (sun.SiderealDeg + longitudeDeg - sun.RightAscensionDeg) / DegreesPerRadian;
        double phi = latitudeDeg / DegreesPerRadian;
        double delta = sun.DeclinationDeg / DegreesPerRadian;
        (double sinPhi, double cosPhi) = Math.SinCos(phi);
        (double sinDelta, double cosDelta) = Math.SinCos(delta);
        (double sinHour, double cosHour) = Math.SinCos(hour);
        double sine = sinPhi * sinDelta + cosPhi * cosDelta * cosHour;
        double elevation = Math.Asin(Math.Clamp(sine, -1.0, 1.0));
        double parallaxDeg = 8.794 / 3600.0 / sun.DistanceAu * Math.Cos(elevation);
        double elevationDeg = elevation * DegreesPerRadian - parallaxDeg;
        double azimuth = Math.Atan2(sinHour, cosHour * sinPhi - sinDelta / cosDelta * cosPhi);
        double azimuthDeg = Wrapped(180.0 + azimuth * DegreesPerRadian);
        return new(
            90.0 - elevationDeg, 90.0 - elevationDeg, azimuthDeg, elevationDeg, elevationDeg, sun.EquationOfTimeMin, sun.DistanceAu);
    }

    /// <summary>Rise, transit and set that fall on a day in UTC, within a minute.</summary>
    /// <param name="dayStartUnixS">Begin of the day [s since 1970-01-01T00:00Z]; 1900 to 2200.</param>
    /// <param name="latitudeDeg">Latitude [deg], north positive; −90 to 90.</param>
    /// <param name="longitudeDeg">Longitude [deg], east positive; −180 to 180.</param>
    /// <returns>The three instants.</returns>
    /// <remarks>
    /// The sun of midnight decides whether it rises at all; each event is then mended once with the sun at its own instant.
    /// Source: Meeus, ch. 15, in the form of I. Reda and A. Andreas, NREL/TP-560-34302, appendix A.2.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static SunDay Day(double dayStartUnixS, double latitudeDeg, double longitudeDeg)
    {
        Require.InRange(dayStartUnixS, -2_208_988_800.0, 7_258_118_400.0);
        Require.InRange(latitudeDeg, -90.0, 90.0);
        Require.InRange(longitudeDeg, -180.0, 180.0);
        var midnight = At(dayStartUnixS);
        double phi = latitudeDeg / DegreesPerRadian;
        double delta = midnight.DeclinationDeg / DegreesPerRadian;
        double transitShare = Wrapped(midnight.RightAscensionDeg - longitudeDeg - midnight.SiderealDeg) / 360.0;
        double transitUnixS = dayStartUnixS + SecondsPerDay * transitShare;
        transitUnixS -= SecondsPerDay * HourAngleDeg(transitUnixS, longitudeDeg) / 360.0;
        double cosine = (Math.Sin(HorizonDeg / DegreesPerRadian) - Math.Sin(phi) * Math.Sin(delta)) / (Math.Cos(phi) * Math.Cos(delta));
        if (!(Math.Abs(cosine) <= 1.0))
        {
            return new(null, transitUnixS, null);
        }

        double arcShare = Math.Acos(cosine) * DegreesPerRadian / 360.0;
        double riseShare = transitShare - arcShare - Math.Floor(transitShare - arcShare);
        double setShare = transitShare + arcShare - Math.Floor(transitShare + arcShare);
        return new(
            Mended(dayStartUnixS + SecondsPerDay * riseShare, phi, longitudeDeg),
            transitUnixS,
            Mended(dayStartUnixS + SecondsPerDay * setShare, phi, longitudeDeg));
    }

    /// <summary>Irradiance on a plane facing the sun above the air.</summary>
    /// <param name="dayOfYear">Day of the year [d]; 1 to 366.</param>
    /// <returns>Irradiance [W/m²]; 1320 to 1414.</returns>
    /// <remarks>Source: J. W. Spencer, Search 2(5), 1971, 172, with a solar constant of 1366.1 W/m².</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The day is outside its range.</exception>
    public static double ExtraterrestrialWPerM2(int dayOfYear)
    {
        Require.InRange(dayOfYear, 1.0, 366.0);
        double b = Math.Tau * (dayOfYear - 1) / 365.0;
        double eccentricity = 1.00011 + 0.034221 * Math.Cos(b) + 0.00128 * Math.Sin(b)
            + 0.000719 * Math.Cos(2.0 * b) + 0.000077 * Math.Sin(2.0 * b);
        return SolarConstantWPerM2 * eccentricity;
    }

    /// <summary>Mass of air that a ray passes, over that of a vertical ray.</summary>
    /// <param name="apparentZenithDeg">Apparent zenith [deg]; 0 to 90.</param>
    /// <returns>Relative airmass [1]; 1 to 38. Times pressure over 101325 Pa it is the absolute one.</returns>
    /// <remarks>Source: F. Kasten and A. T. Young, Applied Optics 28(22), 1989, 4735-4738.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The angle is NaN or below the horizon, where the formula means nothing.</exception>
    public static double RelativeAirmass(double apparentZenithDeg)
    {
        Require.InRange(apparentZenithDeg, 0.0, 90.0);
        return 1.0 / (Math.Cos(apparentZenithDeg / DegreesPerRadian) + 0.50572 * Math.Pow(96.07995 - apparentZenithDeg, -1.6364));
    }

    internal static double RefractionDeg(double elevationDeg, double pressurePa, double temperatureC)
    {
        if (elevationDeg < HorizonDeg)
        {
            return 0.0;
        }

        double bent = Math.Tan((elevationDeg + 10.3 / (elevationDeg + 5.11)) / DegreesPerRadian);
        return pressurePa / 101_000.0 * (283.0 / (273.0 + temperatureC)) * 1.02 / (60.0 * bent);
    }

    private static double Mended(double unixS, double phi, double longitudeDeg)
    {
        var sun = At(unixS);
        double delta = sun.DeclinationDeg / DegreesPerRadian;
        double hour = HourAngleDeg(unixS, longitudeDeg) / DegreesPerRadian;
        double sine = Math.Sin(phi) * Math.Sin(delta) + Math.Cos(phi) * Math.Cos(delta) * Math.Cos(hour);
        double elevationDeg = Math.Asin(Math.Clamp(sine, -1.0, 1.0)) * DegreesPerRadian;
        double degreesPerTurn = 360.0 * Math.Cos(delta) * Math.Cos(phi) * Math.Sin(hour);
        return unixS + SecondsPerDay * (elevationDeg - HorizonDeg) / degreesPerTurn;
    }

    private static double HourAngleDeg(double unixS, double longitudeDeg)
    {
        var sun = At(unixS);
        return Wrapped(sun.SiderealDeg + longitudeDeg - sun.RightAscensionDeg + 180.0) - 180.0;
    }

    private static Apparent At(double unixS, double deltaTS = UsualDeltaTS)
    {
        double dayUtc = unixS / SecondsPerDay + 2_440_587.5 - 2_451_545.0;
        double t = (dayUtc + deltaTS / SecondsPerDay) / 36_525.0;
        double meanLongitude = 280.46646 + (36_000.76983 + 0.0003032 * t) * t;
        double anomaly = (357.52911 + (35_999.05029 - 0.0001537 * t) * t) / DegreesPerRadian;
        double eccentricity = 0.016708634 - (0.000042037 + 1.267e-7 * t) * t;
        (double sinAnomaly, double cosAnomaly) = Math.SinCos(anomaly);
        double center = (1.914602 - (0.004817 + 1.4e-5 * t) * t) * sinAnomaly
            + (0.019993 - 0.000101 * t) * (2.0 * sinAnomaly * cosAnomaly)
            + 0.000289 * ((3.0 - 4.0 * sinAnomaly * sinAnomaly) * sinAnomaly);
        double distanceAu = 1.000001018 * (1.0 - eccentricity * eccentricity)
            / (1.0 + eccentricity * Math.Cos(anomaly + center / DegreesPerRadian));
        double node = (125.04452 - 1934.136261 * t) / DegreesPerRadian;
        (double sinNode, double cosNode) = Math.SinCos(node);
        double longitude = (meanLongitude + center - 0.00569 - 0.00478 * sinNode) / DegreesPerRadian;
        double obliquity = (23.4392911 + (-0.0130042 + (-1.64e-7 + 5.04e-7 * t) * t) * t + 0.00256 * cosNode) / DegreesPerRadian;
        (double sinObliquity, double cosObliquity) = Math.SinCos(obliquity);
        (double sinLongitude, double cosLongitude) = Math.SinCos(longitude);
        double ascension = Math.Atan2(cosObliquity * sinLongitude, cosLongitude) * DegreesPerRadian;
        double declination = Math.Asin(sinObliquity * sinLongitude) * DegreesPerRadian;
        double nutation = -0.00478 * sinNode * cosObliquity;
        double sidereal = 280.46061837 + 360.98564736629 * dayUtc + (0.000387933 - t / 38_710_000.0) * t * t + nutation;
        double equationDeg = Wrapped(meanLongitude - 0.0057183 - ascension + nutation + 180.0) - 180.0;
        return new(ascension, declination, distanceAu, sidereal, 4.0 * equationDeg);
    }

    private static double Wrapped(double degrees) => degrees - 360.0 * Math.Floor(degrees / 360.0);
}
