using Twin.Core.Physics;
using Twin.Core.Time;

namespace Twin.Core.Climate;

/// <summary>Hourly values of a month of a synthetic year, from its first midnight in UTC to before that of the next month; in December to
/// that midnight.</summary>
/// <remarks>The last line of a year ends where its own days say: those of the next year say the same, but for rounding.</remarks>
internal sealed class HourlyClimate
{
    private const double RiverPeakHour = 18.17; // UTC; physics, river: least squares on the Eisbach
    private const double DrynessPerK = 0.09; // own choice: brings the wet bulb of the hottest hours to the design value of 20 to 22 degC
    private const double LargestDrying = 0.4; // K of depression per K of warmth: in a dry climate a warm day has little left to dry
    private const double DriestAir = 0.05; // relative humidity that no hour goes below
    private const double FreelyDryK = 3.0; // depression that dry air reaches down to -8 degC; the bound is computed only above it
    public const double LowestRiverC = 0.2;
    private const double IceReachK = 3.0; // above freezing, within which water strays less; own choice
    private const double WindDaySpread = 0.42; // of the logarithm; gives the skewed spread of measured daily means
    private const double WindHourSpread = 0.20;

    private HourlyClimate(int count)
    {
        AirC = new double[count];
        WetBulbC = new double[count];
        RiverC = new double[count];
        WindMPerS = new double[count];
    }

    /// <summary>Air temperature [degC].</summary>
    public double[] AirC { get; }

    /// <summary>Wet-bulb temperature [degC].</summary>
    public double[] WetBulbC { get; }

    /// <summary>River temperature [degC]; of no use where the normals have no river.</summary>
    public double[] RiverC { get; }

    /// <summary>Wind speed 10 m above ground [m/s].</summary>
    public double[] WindMPerS { get; }

    /// <summary>Computes a month.</summary>
    public static HourlyClimate Of(ClimateNormals normals, DailyWeather days, long seed, int month)
    {
        int firstDay = UtcMonth.FirstDay(month);
        HourlyClimate hours = new((UtcMonth.Days(month) * 24) + (UtcMonth.IsLastOfYear(month) ? 1 : 0));
        double pressurePa = MoistAir.PressureAtElevationPa(normals.ElevationM);
        for (int h = 0; h < hours.AirC.Length; h++)
        {
            hours.FillAir(normals, days, pressurePa, h, firstDay + (h / 24), h % 24);
        }

        if (normals.River is { } river)
        {
            for (int h = 0; h < hours.RiverC.Length; h++)
            {
                hours.FillRiver(river, days, h, firstDay + (h / 24), h % 24);
            }
        }

        KeyedRandom gusts = new(seed, "climate.gust");
        hours.FillWind(normals, days, gusts, month, 0);
        if (UtcMonth.IsLastOfYear(month))
        {
            hours.FillWind(normals, days, gusts, month + 1, UtcMonth.Days(month) * 24);
        }

        return hours;
    }

    /// <summary>Course of the air over a day: mean zero, highest minus lowest one, warmest at 14 h of the sun, coldest at 5 h.</summary>
    private static double DayShape(double sunHour)
    {
        double first = Math.Cos(2.0 * Math.PI * (sunHour - 15.2) / 24.0);
        double second = Math.Cos(4.0 * Math.PI * (sunHour - 13.6) / 24.0); // nights cool slowly, mornings warm fast
        return (0.49 * first) + (0.08 * second);
    }

    private void FillAir(ClimateNormals normals, DailyWeather days, double pressurePa, int at, int day, int hour)
    {
        DateOnly date = UtcDay.Date(day);
        double dayShare = hour / 24.0;
        double shape = DayShape(hour + (normals.LongitudeDeg / 15.0));
        double sunFactor = days.Across(days.SunFactor, day, dayShare);

        double anomalyK = days.Within(days.AirAnomalyK, day, dayShare);
        double airC = MonthlyCurve.At(normals.AirMeanC, date, dayShare) + anomalyK;
        airC += MonthlyCurve.At(normals.AirDailySwingK, date, dayShare) * sunFactor * shape;
        AirC[at] = airC;

        // afternoons are dry and nights nearly saturated; a heat wave is dry, or its wet bulb would be a tropical one
        double depressionK = Math.Max(MonthlyCurve.At(normals.WetBulbDepressionK, date, dayShare), 0.0);
        double perK = Math.Min(DrynessPerK, LargestDrying / depressionK);
        double dryness = sunFactor * (1.0 + (1.4 * shape)) * Math.Max(1.0 + (perK * anomalyK), 0.1);
        depressionK = Math.Max(depressionK * dryness, 0.0);
        double driestC = depressionK > FreelyDryK ? MoistAir.WetBulbC(airC, DriestAir, pressurePa) : double.NegativeInfinity;
        WetBulbC[at] = Math.Max(airC - depressionK, driestC);
    }

    private void FillRiver(RiverNormals river, DailyWeather days, int at, int day, int hour)
    {
        DateOnly date = UtcDay.Date(day);
        double dayShare = hour / 24.0;
        double normalC = MonthlyCurve.At(river.MeanC, date, dayShare);

        // near freezing ice takes the heat: the water strays less, and its mean is not raised by cutting off what lies below
        double free = Math.Clamp((normalC - LowestRiverC) / IceReachK, 0.0, 1.0);
        double swingK = MonthlyCurve.At(river.DailySwingK, date, dayShare) * days.Across(days.SunFactor, day, dayShare);
        double riverC = normalC + (free * days.Within(days.RiverAnomalyK, day, dayShare));
        riverC += 0.5 * free * swingK * Math.Cos(2.0 * Math.PI * (hour - RiverPeakHour) / 24.0);
        RiverC[at] = Math.Max(riverC, LowestRiverC);
    }

    /// <summary>Fills what there is room for of a month.</summary>
    private void FillWind(ClimateNormals normals, DailyWeather days, KeyedRandom gusts, int month, int first)
    {
        int firstDay = UtcMonth.FirstDay(month);
        double[] raw = new double[UtcMonth.Days(month) * 24];
        double sum = 0.0;
        for (int h = 0; h < raw.Length; h++)
        {
            double calm = days.Across(days.WindNoise, firstDay + (h / 24), h % 24 / 24.0) * WindDaySpread;
            double gust = gusts.Normal(((long)firstDay * 24) + h) * WindHourSpread;
            double breeze = 1.0 + (0.35 * DayShape((h % 24) + (normals.LongitudeDeg / 15.0)));
            raw[h] = Math.Exp(calm + gust) * breeze;
            sum += raw[h];
        }

        for (int h = 0; h < raw.Length && first + h < WindMPerS.Length; h++)
        {
            double normal = MonthlyCurve.At(normals.WindMPerS, UtcDay.Date(firstDay + (h / 24)), h % 24 / 24.0);
            WindMPerS[first + h] = normal * raw[h] * raw.Length / sum;
        }
    }
}
