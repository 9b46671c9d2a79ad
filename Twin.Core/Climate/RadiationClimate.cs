using Twin.Core.Physics;
using Twin.Core.Time;

namespace Twin.Core.Climate;

/// <summary>Radiation of a synthetic year every five minutes, from its first midnight in UTC to that of the next, both included.</summary>
/// <remarks>
/// Cloudiness changes from hour to hour along straight lines; the sun's course is computed at each knot, so that a run with
/// short steps sees a curve and no staircase. In each month the cloudiness is raised to that power which gives the normal sum.
/// </remarks>
internal sealed class RadiationClimate
{
    /// <summary>Distance of two knots [s].</summary>
    public const int KnotS = 300;

    private const int KnotsPerHour = 3600 / KnotS;
    private const int KnotsPerDay = 24 * KnotsPerHour;
    private const double LargestClimbDeg = 1.26; // in the time between two knots; the earth turns by 1.2534 deg
    private const double CloudHourSpread = 0.35; // of the logarithm of the exponent: broken clouds within a day

    private RadiationClimate(int count)
    {
        GhiWPerM2 = new double[count];
        DniWPerM2 = new double[count];
        DhiWPerM2 = new double[count];
    }

    /// <summary>Global horizontal irradiance [W/m2].</summary>
    public double[] GhiWPerM2 { get; }

    /// <summary>Direct normal irradiance [W/m2].</summary>
    public double[] DniWPerM2 { get; }

    /// <summary>Diffuse horizontal irradiance [W/m2].</summary>
    public double[] DhiWPerM2 { get; }

    /// <summary>Computes a year.</summary>
    public static RadiationClimate Of(ClimateNormals normals, DailyWeather days, long seed, int year)
    {
        int firstDay = UtcDay.Number(new DateOnly(year, 1, 1));
        int dayCount = UtcDay.Number(new DateOnly(year + 1, 1, 1)) - firstDay;
        RadiationClimate radiation = new((dayCount * KnotsPerDay) + 1);
        KeyedRandom broken = new(seed, "climate.broken_cloud");
        for (int day = firstDay; day <= firstDay + dayCount;)
        {
            day += radiation.FillMonth(normals, days, broken, firstDay, day);
        }

        return radiation;
    }

    /// <summary>Fills a month, or its first knot if it is that of the next year, and returns its days.</summary>
    private int FillMonth(ClimateNormals normals, DailyWeather days, KeyedRandom broken, int firstDay, int day)
    {
        DateOnly date = UtcDay.Date(day);
        int dayCount = DateTime.DaysInMonth(date.Year, date.Month);
        int knots = dayCount * KnotsPerDay;
        double pressurePa = PressurePa(normals.ElevationM);
        double[] clear = new double[knots];
        double[] zenithDeg = new double[knots];
        double airC = normals.AirMeanC[date.Month - 1];
        for (int k = 0; k < knots;)
        {
            long unixS = UtcDay.BeginUnixS(day) + ((long)k * KnotS);
            SunPosition sun = Sun.Position(unixS, normals.LatitudeDeg, normals.LongitudeDeg, pressurePa, airC);
            zenithDeg[k] = sun.ZenithDeg;
            clear[k] = sun.ZenithDeg < 90.0 ? ClearSky.HaurwitzWPerM2(sun.ApparentZenithDeg) : 0.0;

            // the sun climbs no faster than the earth turns: deep in the night the next knots are dark too
            k += 1 + (int)(Math.Max(sun.ZenithDeg - 90.0, 0.0) / LargestClimbDeg);
        }

        double[] clearness = HourlyClearness(days, broken, day, dayCount);
        Normalise(clearness, clear, normals.GhiKWhPerM2[date.Month - 1]);

        int first = (day - firstDay) * KnotsPerDay;
        for (int k = 0; k < knots && first + k < GhiWPerM2.Length; k++)
        {
            if (clear[k] > 0.0)
            {
                int hour = k / KnotsPerHour;
                double within = (double)(k % KnotsPerHour) / KnotsPerHour;
                double cleared = clearness[hour] + ((clearness[hour + 1] - clearness[hour]) * within);
                FillKnot(first + k, clear[k] * cleared, zenithDeg[k], UtcDay.Date(day + (k / KnotsPerDay)).DayOfYear);
            }
        }

        return dayCount;
    }

    private void FillKnot(int at, double ghi, double zenithDeg, int dayOfYear)
    {
        DecomposedIrradiance split = Irradiance.Erbs(ghi, zenithDeg, Sun.ExtraterrestrialWPerM2(dayOfYear));
        GhiWPerM2[at] = ghi;
        DniWPerM2[at] = split.BeamNormalWPerM2;
        DhiWPerM2[at] = split.DiffuseHorizontalWPerM2;
    }

    /// <summary>Share of the clear sky at each full hour of a month and the one after it.</summary>
    private static double[] HourlyClearness(DailyWeather days, KeyedRandom broken, int day, int dayCount)
    {
        double[] clearness = new double[(dayCount * 24) + 1];
        for (int h = 0; h < clearness.Length; h++)
        {
            double ofDay = days.Clearness[day + (h / 24) - days.FirstDay];
            clearness[h] = Math.Pow(ofDay, Math.Exp(CloudHourSpread * broken.Normal(((long)day * 24) + h)));
        }

        return clearness;
    }

    /// <summary>Raises the clearness to the power at which the month's irradiation is the normal one; shares stay shares.</summary>
    private static void Normalise(double[] clearness, double[] clear, double normalKWhPerM2)
    {
        // clear-sky energy that each hourly value stands for, along the straight lines between them
        double[] weights = new double[clearness.Length];
        for (int k = 0; k < clear.Length; k++)
        {
            double within = (double)(k % KnotsPerHour) / KnotsPerHour;
            double energyKWh = clear[k] * KnotS / 3.6e6;
            weights[k / KnotsPerHour] += energyKWh * (1.0 - within);
            weights[(k / KnotsPerHour) + 1] += energyKWh * within;
        }

        (double low, double high) = (0.02, 20.0); // from a sky without clouds to one without sun
        for (int i = 0; i < 40; i++)
        {
            double middle = Math.Sqrt(low * high);
            double sum = 0.0;
            for (int h = 0; h < weights.Length; h++)
            {
                sum += weights[h] > 0.0 ? weights[h] * Math.Pow(clearness[h], middle) : 0.0;
            }

            (low, high) = sum > normalKWhPerM2 ? (middle, high) : (low, middle);
        }

        for (int h = 0; h < clearness.Length; h++)
        {
            clearness[h] = Math.Pow(clearness[h], low);
        }
    }

    /// <summary>Air pressure of the standard atmosphere at a height; pvlib's form.</summary>
    public static double PressurePa(double elevationM) =>
        100.0 * Math.Pow((44331.514 - elevationM) / 11880.516, 1.0 / 0.1902632);
}
