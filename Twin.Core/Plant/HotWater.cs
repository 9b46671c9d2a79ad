using Twin.Core.Series;
using Twin.Core.Time;

namespace Twin.Core.Plant;

/// <summary>Demand of hot water over its daily mean [1], by the clock on the wall.</summary>
internal sealed class HotWater(SiteCalendar calendar) : ISeries
{
    // Morning and evening; a usual shape of flats and offices mixed (assumed).
    private static readonly double[] Day =
    [
        0.50, 0.40, 0.38, 0.40, 0.55, 0.95, 1.50, 1.75, 1.50, 1.25, 1.15, 1.15,
        1.15, 1.10, 1.00, 0.95, 1.00, 1.15, 1.35, 1.40, 1.25, 0.95, 0.70, 0.52,
    ];

    private readonly double mean = Day.Average();

    public object Identity => ("hot water", calendar.ZoneId);

    public void FillMeans(long startUnixS, int stepS, Span<double> destination)
    {
        for (int k = 0; k < destination.Length; k++)
        {
            double hourOfDay = calendar.HourOfDay(startUnixS + (long)k * stepS + stepS / 2);
            int hour = (int)hourOfDay;
            double part = hourOfDay - hour;
            destination[k] = (Day[hour] + (Day[(hour + 1) % 24] - Day[hour]) * part) / mean;
        }
    }
}
