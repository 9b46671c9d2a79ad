using Twin.Core.Time;

namespace Twin.Core.Climate;

/// <summary>Hourly flow of a river in a synthetic year, from its first midnight in UTC to that of the next year, both included.</summary>
/// <remarks>
/// The logarithm of the flow is a smooth course through the months plus noise that persists, so that flows are above zero,
/// skewed to the high side, and without a jump where months meet. The monthly levels of the course are corrected three times
/// until the mean flows are the normal ones; a level knows only months within three of its own, so that neighbouring years
/// agree on the midnight they share.
/// </remarks>
internal static class DischargeClimate
{
    private const int MemoryDays = 100; // 0.97^100 is 5 %: beyond that nothing is remembered
    private const int Corrections = 3;
    private const int MonthsAround = 4; // before the year and after it: what its own months need of their neighbours
    private const int MonthCount = MonthsAround + 12 + MonthsAround;

    /// <summary>Computes a year.</summary>
    /// <returns>Flow at each full hour [m3/s]; above zero.</returns>
    public static double[] Of(DischargeNormals normals, long seed, int year)
    {
        DateOnly first = new DateOnly(year, 1, 1).AddMonths(-MonthsAround);
        int firstDay = UtcDay.Number(first);
        int dayCount = UtcDay.Number(first.AddMonths(MonthCount)) - firstDay;
        double[] noise = DailyWeather.Persistent(seed, "climate.discharge", firstDay - 1, dayCount + 2, normals.Persistence, MemoryDays);
        double[] levels = Levels(normals, noise, first);

        int begin = UtcDay.Number(new DateOnly(year, 1, 1));
        double[] flow = new double[((UtcDay.Number(new DateOnly(year + 1, 1, 1)) - begin) * 24) + 1];
        for (int m = MonthsAround; m <= MonthsAround + 12; m++)
        {
            DateOnly month = first.AddMonths(m);
            int hours = DateTime.DaysInMonth(month.Year, month.Month) * 24;
            int offset = UtcDay.Number(month);
            for (int h = 0; h < hours && ((offset - begin) * 24) + h < flow.Length; h++)
            {
                flow[((offset - begin) * 24) + h] =
                    FlowM3PerS(normals, noise, levels, m, ((offset - firstDay) * 24) + h, (double)h / hours);
            }
        }

        return flow;
    }

    /// <summary>Logarithms through which the course goes, one for each month, such that monthly means are the normal ones.</summary>
    private static double[] Levels(DischargeNormals normals, double[] noise, DateOnly first)
    {
        double[] levels = new double[MonthCount];
        for (int m = 0; m < MonthCount; m++)
        {
            levels[m] = Math.Log(normals.MeanM3PerS[first.AddMonths(m).Month - 1]);
        }

        for (int i = 0; i < Corrections; i++)
        {
            double[] corrected = [.. levels];
            int hour = 0;
            for (int m = 0; m < MonthCount; m++)
            {
                DateOnly month = first.AddMonths(m);
                int hours = DateTime.DaysInMonth(month.Year, month.Month) * 24;
                double sum = 0.0;
                for (int h = 0; h < hours; h++)
                {
                    sum += FlowM3PerS(normals, noise, levels, m, hour + h, (double)h / hours);
                }

                corrected[m] += Math.Log(normals.MeanM3PerS[month.Month - 1] * hours / sum);
                hour += hours;
            }

            levels = corrected;
        }

        return levels;
    }

    private static double FlowM3PerS(DischargeNormals normals, double[] noise, double[] levels, int month, int hour, double x)
    {
        double before = levels[Math.Max(month - 1, 0)];
        double after = levels[Math.Min(month + 1, levels.Length - 1)];
        int day = (hour / 24) + 1; // the noise begins a day earlier
        double share = hour % 24 / 24.0;
        double strayed = share < 0.5
            ? noise[day] + ((noise[day - 1] - noise[day]) * (0.5 - share))
            : noise[day] + ((noise[day + 1] - noise[day]) * (share - 0.5));
        return Math.Exp(MonthlyCurve.Course(before, levels[month], after, x) + (normals.LogSpread * strayed));
    }
}
