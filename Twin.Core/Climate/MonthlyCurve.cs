using Twin.Core.Time;

namespace Twin.Core.Climate;

/// <summary>A smooth course through the year whose mean over each month is the monthly value it was made from.</summary>
/// <remarks>
/// In each month a parabola that meets its neighbours half-way between the monthly values and whose mean is the value.
/// A plain line between mid-months would cut off summits: July would be colder than its normal. Months are those of UTC.
/// </remarks>
internal static class MonthlyCurve
{
    /// <summary>The parabola through both edges with the given mean.</summary>
    /// <param name="left">Value at the begin.</param>
    /// <param name="mean">Mean over the whole.</param>
    /// <param name="right">Value at the end.</param>
    /// <param name="x">Place between begin and end; 0 to 1.</param>
    public static double Parabola(double left, double mean, double right, double x) =>
        (left * (1.0 - x)) + (right * x) + (6.0 * (mean - (0.5 * (left + right))) * x * (1.0 - x));

    /// <summary>Course between the means of a span and of its neighbours.</summary>
    public static double Course(double before, double mean, double after, double x) =>
        Parabola(0.5 * (before + mean), mean, 0.5 * (mean + after), x);

    /// <summary>Value at an instant of a course that is the same each year.</summary>
    /// <param name="monthly">Twelve values, January first.</param>
    /// <param name="date">Date in UTC.</param>
    /// <param name="dayShare">Share of that day that has passed; 0 to 1.</param>
    public static double At(IReadOnlyList<double> monthly, DateOnly date, double dayShare)
    {
        int month = date.Month - 1;
        double x = (date.Day - 1 + dayShare) / DateTime.DaysInMonth(date.Year, date.Month);
        return Course(monthly[(month + 11) % 12], monthly[month], monthly[(month + 1) % 12], x);
    }

    /// <summary>Takes the monthly means out of daily values, smoothly, so that no jump is left where months meet.</summary>
    /// <param name="daily">One value for each day.</param>
    /// <param name="firstDay">Day of the first value since 1970-01-01; the first of a month.</param>
    /// <returns>
    /// Values with mean zero in each month, but for the outermost two at both ends, whose neighbours are not known.
    /// </returns>
    public static double[] WithoutMonthlyMeans(double[] daily, int firstDay)
    {
        List<(int Begin, int Count, double Mean)> months = [];
        for (int begin = 0; begin < daily.Length;)
        {
            DateOnly date = UtcDay.Date(firstDay + begin);
            int count = Math.Min(DateTime.DaysInMonth(date.Year, date.Month), daily.Length - begin);
            double sum = 0.0;
            for (int d = begin; d < begin + count; d++)
            {
                sum += daily[d];
            }

            months.Add((begin, count, sum / count));
            begin += count;
        }

        double[] rest = new double[daily.Length];
        for (int m = 0; m < months.Count; m++)
        {
            (int begin, int count, double mean) = months[m];
            double before = months[Math.Max(m - 1, 0)].Mean;
            double after = months[Math.Min(m + 1, months.Count - 1)].Mean;
            for (int d = 0; d < count; d++)
            {
                rest[begin + d] = daily[begin + d] - Course(before, mean, after, (d + 0.5) / count);
            }
        }

        return rest;
    }
}
