using Twin.Core.Time;

namespace Twin.Core.Climate;

/// <summary>How the days of a year stray from the normals: warm and cold, clear and cloudy, windy and calm.</summary>
/// <remarks>
/// Noise that persists is a sum over keyed white noise of the days before, cut off after some weeks. A recursion would do
/// the same with less work, but its values would depend on where it began. Days around the year are computed too, as far
/// as its own days need them, so that neighbouring years agree on the days they share.
/// </remarks>
internal sealed class DailyWeather
{
    private const double OvercastShare = 0.08; // of clear-sky irradiance that comes through the thickest cloud
    private const int MemoryDays = 40; // 0.9^40 is 1.5 %: beyond that nothing is remembered

    private DailyWeather(int firstDay, int count)
    {
        FirstDay = firstDay;
        AirAnomalyK = new double[count];
        RiverAnomalyK = new double[count];
        Clearness = new double[count];
        SunFactor = new double[count];
        WindNoise = new double[count];
    }

    /// <summary>Day of the first value since 1970-01-01.</summary>
    public int FirstDay { get; }

    /// <summary>Daily mean air temperature minus its normal course [K].</summary>
    public double[] AirAnomalyK { get; private set; }

    /// <summary>Daily mean river temperature minus its normal course [K].</summary>
    public double[] RiverAnomalyK { get; private set; }

    /// <summary>Share of clear-sky irradiance, before the month is brought to its normal [1]; above 0 to 1.</summary>
    public double[] Clearness { get; }

    /// <summary>Factor on what sunny days enlarge (daily swings, dryness) [1]; mean 1 in each month.</summary>
    public double[] SunFactor { get; }

    /// <summary>Standard normal noise of wind [1].</summary>
    public double[] WindNoise { get; }

    /// <summary>Computes the days of a year, and four months before and three after it.</summary>
    public static DailyWeather Of(ClimateNormals normals, long seed, int year)
    {
        int firstDay = UtcDay.Number(new DateOnly(year - 1, 9, 1));
        int count = UtcDay.Number(new DateOnly(year + 1, 4, 1)) - firstDay;
        DailyWeather days = new(firstDay, count);
        double[] air = Persistent(seed, "climate.air", firstDay, count, normals.AirPersistence);
        double[] cloud = Persistent(seed, "climate.cloud", firstDay, count, 0.35);
        Persistent(seed, "climate.wind", firstDay, count, 0.45).CopyTo(days.WindNoise, 0);

        for (int d = 0; d < count; d++)
        {
            DateOnly date = UtcDay.Date(firstDay + d);
            days.AirAnomalyK[d] = air[d] * MonthlyCurve.At(normals.AirAnomalyK, date, 0.5);
            days.Clearness[d] = ClearnessOf(date, normals.LatitudeDeg, air[d], cloud[d]);
        }

        days.AirAnomalyK = MonthlyCurve.WithoutMonthlyMeans(days.AirAnomalyK, firstDay);
        if (normals.River is { } river)
        {
            days.FillRiver(river, seed);
        }

        days.FillSunFactor();
        return days;
    }

    /// <summary>Course of a daily quantity within its day: continuous, with the daily value as mean.</summary>
    public double Within(double[] daily, int day, double dayShare)
    {
        int d = day - FirstDay;
        return MonthlyCurve.Course(daily[d - 1], daily[d], daily[d + 1], dayShare);
    }

    /// <summary>Straight line between the middles of days.</summary>
    public double Across(double[] daily, int day, double dayShare)
    {
        int d = day - FirstDay;
        return dayShare < 0.5
            ? daily[d] + ((daily[d - 1] - daily[d]) * (0.5 - dayShare))
            : daily[d] + ((daily[d + 1] - daily[d]) * (dayShare - 0.5));
    }

    /// <summary>Standard normal noise of days that persists.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="name">What the noise is for.</param>
    /// <param name="firstDay">Day of the first value since 1970-01-01.</param>
    /// <param name="count">Number of days.</param>
    /// <param name="persistence">Share that is left after a day.</param>
    /// <param name="memoryDays">Days after which nothing is remembered.</param>
    public static double[] Persistent(
        long seed, string name, int firstDay, int count, double persistence, int memoryDays = MemoryDays)
    {
        KeyedRandom random = new(seed, name);
        double[] white = new double[count + memoryDays];
        for (int i = 0; i < white.Length; i++)
        {
            white[i] = random.Normal((long)firstDay + i - memoryDays);
        }

        double[] weights = new double[memoryDays + 1];
        double squares = 0.0;
        for (int j = 0; j < weights.Length; j++)
        {
            weights[j] = Math.Pow(persistence, j);
            squares += weights[j] * weights[j];
        }

        double norm = 1.0 / Math.Sqrt(squares);
        double[] noise = new double[count];
        for (int d = 0; d < count; d++)
        {
            double sum = 0.0;
            for (int j = 0; j < weights.Length; j++)
            {
                sum += weights[j] * white[d + memoryDays - j];
            }

            noise[d] = sum * norm;
        }

        return noise;
    }

    /// <summary>Clear days are warm in summer and cold in winter; most days are nearly clear or nearly overcast.</summary>
    private static double ClearnessOf(DateOnly date, double latitudeDeg, double air, double cloud)
    {
        double season = Math.Cos(2.0 * Math.PI * (date.DayOfYear - 15) / 365.25) * (latitudeDeg < 0.0 ? -1.0 : 1.0);
        double share = 0.15 - (0.40 * season); // correlation with warmth: about 0.55 in summer, -0.25 in winter
        double noise = (share * air) + (Math.Sqrt(1.0 - (share * share)) * cloud);

        // the logistic curve is within 0.01 of the normal distribution function, which is all that is needed here
        double rank = 1.0 / (1.0 + Math.Exp(-1.702 * noise));

        // Kumaraswamy's distribution: like a Beta distribution, but with a quantile in closed form (J. Hydrol. 46 (1980) 79)
        double share01 = Math.Pow(1.0 - Math.Pow(1.0 - rank, 1.0 / 0.8), 1.0 / 1.2);
        return OvercastShare + ((1.0 - OvercastShare) * share01);
    }

    /// <summary>What follows a daily quantity with a time constant.</summary>
    private static double Followed(double[] daily, int day, double lagDays)
    {
        double kept = Math.Exp(-1.0 / lagDays);
        double weight = 1.0 - kept;
        double sum = 0.0;
        for (int j = 0; j <= MemoryDays && j <= day; j++)
        {
            sum += weight * daily[day - j];
            weight *= kept;
        }

        return sum;
    }

    private void FillRiver(RiverNormals river, long seed)
    {
        double[] noise = Persistent(seed, "climate.river", FirstDay, RiverAnomalyK.Length, river.Persistence);
        for (int d = 0; d < noise.Length; d++)
        {
            double own = noise[d] * MonthlyCurve.At(river.AnomalyK, UtcDay.Date(FirstDay + d), 0.5);
            RiverAnomalyK[d] = (river.PerAir * Followed(AirAnomalyK, d, river.LagDays)) + own;
        }

        RiverAnomalyK = MonthlyCurve.WithoutMonthlyMeans(RiverAnomalyK, FirstDay);
    }

    private void FillSunFactor()
    {
        for (int begin = 0; begin < Clearness.Length;)
        {
            DateOnly date = UtcDay.Date(FirstDay + begin);
            int count = DateTime.DaysInMonth(date.Year, date.Month);
            double sum = 0.0;
            for (int d = begin; d < begin + count; d++)
            {
                sum += Clearness[d];
            }

            for (int d = begin; d < begin + count; d++)
            {
                SunFactor[d] = 0.4 + (0.6 * Clearness[d] * count / sum);
            }

            begin += count;
        }
    }
}
