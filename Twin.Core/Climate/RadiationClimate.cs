using Twin.Core.Physics;
using Twin.Core.Time;

namespace Twin.Core.Climate;

/// <summary>Radiation of a month of a synthetic year every five minutes, from its first midnight in UTC to before that of
/// the next month; in December to that midnight.</summary>
/// <remarks>
/// Cloudiness changes from hour to hour along straight lines; the sun's course is computed at each knot, so that a run with
/// short steps sees a curve and no staircase. In each month the cloudiness is raised to that power which gives the normal sum.
/// </remarks>
internal static class RadiationClimate
{
    /// <summary>Distance of two knots [s].</summary>
    public const int KnotS = 300;

    private const int KnotsPerHour = 3600 / KnotS;
    private const int KnotsPerDay = 24 * KnotsPerHour;
    private const double CloudHourSpread = 0.35; // of the logarithm of the exponent: broken clouds within a day

    /// <summary>Computes a month.</summary>
    /// <param name="normals">Normals of the place.</param>
    /// <param name="days">Days of the year in which the month lies.</param>
    /// <param name="skies">What months could have without a cloud, by their numbers.</param>
    /// <param name="seed">Seed of the climate.</param>
    /// <param name="month">Number of the month.</param>
    /// <returns>Global horizontal irradiance at each knot [W/m2].</returns>
    public static double[] Of(ClimateNormals normals, DailyWeather days, Func<int, CloudlessMonth> skies, long seed, int month)
    {
        double[] clear = skies(month).GhiWPerM2;
        double[] ghiWPerM2 = new double[clear.Length + (UtcMonth.IsLastOfYear(month) ? 1 : 0)];
        KeyedRandom broken = new(seed, "climate.broken_cloud");
        Fill(normals, days, clear, broken, month, ghiWPerM2.AsSpan(0, clear.Length));
        if (UtcMonth.IsLastOfYear(month) && skies(month + 1).GhiWPerM2 is var next && next[0] > 0.0)
        {
            Fill(normals, days, next, broken, month + 1, ghiWPerM2.AsSpan(clear.Length)); // New Year's midnight, where the sun is up
        }

        return ghiWPerM2;
    }

    private static void Fill(
        ClimateNormals normals, DailyWeather days, double[] clear, KeyedRandom broken, int month, Span<double> ghiWPerM2)
    {
        double[] clearness = HourlyClearness(days, broken, UtcMonth.FirstDay(month), UtcMonth.Days(month));
        Normalise(clearness, clear, normals.GhiKWhPerM2[month % 12]);
        for (int k = 0; k < ghiWPerM2.Length; k++)
        {
            if (clear[k] > 0.0)
            {
                int hour = k / KnotsPerHour;
                double within = (double)(k % KnotsPerHour) / KnotsPerHour;
                double cleared = clearness[hour] + ((clearness[hour + 1] - clearness[hour]) * within);
                ghiWPerM2[k] = clear[k] * cleared;
            }
        }
    }

    /// <summary>Beam on a plane facing the sun of a month [W/m2]: what Erbs takes of the global irradiance.</summary>
    public static double[] Direct(double[] ghiWPerM2, CloudlessMonth sky, int month) =>
        Split(ghiWPerM2, sky, month, static split => split.BeamNormalWPerM2);

    /// <summary>Diffuse light of a month on the horizontal [W/m2].</summary>
    public static double[] Diffuse(double[] ghiWPerM2, CloudlessMonth sky, int month) =>
        Split(ghiWPerM2, sky, month, static split => split.DiffuseHorizontalWPerM2);

    private static double[] Split(double[] ghiWPerM2, CloudlessMonth sky, int month, Func<DecomposedIrradiance, double> part)
    {
        double[] parts = new double[sky.GhiWPerM2.Length];
        for (int k = 0; k < parts.Length; k++)
        {
            if (sky.GhiWPerM2[k] > 0.0)
            {
                int dayOfYear = UtcDay.Date(UtcMonth.FirstDay(month) + (k / KnotsPerDay)).DayOfYear;
                parts[k] = part(Irradiance.Erbs(ghiWPerM2[k], sky.ZenithDeg[k], Sun.ExtraterrestrialWPerM2(dayOfYear)));
            }
        }

        return parts;
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
