using Twin.Cli.Output.Plots;
using Twin.Core.Time;

namespace Twin.Cli.Output.Charts;

/// <summary>A stretch of time along the bottom of a chart with its name.</summary>
/// <param name="From">Begin, days from the begin of the period.</param>
/// <param name="To">End.</param>
/// <param name="Name">Name; empty where there is no room for it.</param>
internal readonly record struct TimeSpanTick(double From, double To, string Name)
{
    /// <summary>The stretches of a period: months of a long one, days of a short one.</summary>
    /// <param name="run">The run.</param>
    /// <param name="axis">Its time.</param>
    /// <param name="text">Names of months and days.</param>
    /// <param name="most">Names that have room.</param>
    public static IReadOnlyList<TimeSpanTick> Of(RunSeries run, TimeAxis axis, ChartText text, int most)
    {
        const double longDays = 45;
        bool isByMonth = axis.LengthDays > longDays;
        LocalTime start = axis.At(run.Summary.StartUnixS);
        var calendar = new SiteCalendar(run.Summary.Zone);
        var ticks = new List<TimeSpanTick>();
        DateOnly day = isByMonth ? new DateOnly(start.Year, start.Month, 1) : start.Date;
        while (axis.PositionOf(calendar.BeginUnixS(day)) < axis.LengthDays)
        {
            DateOnly next = isByMonth ? day.AddMonths(1) : day.AddDays(1);
            double from = Math.Max(0, axis.PositionOf(calendar.BeginUnixS(day)));
            double to = Math.Min(axis.LengthDays, axis.PositionOf(calendar.BeginUnixS(next)));
            ticks.Add(new(from, to, isByMonth ? text.ShortMonth(day.Month) : text.ShortDay(day)));
            day = next;
        }

        int every = (ticks.Count + most - 1) / most;
        return [.. ticks.Select((tick, i) => i % every == 0 && IsRoomy(tick, isByMonth) ? tick : tick with { Name = string.Empty })];
    }

    // A month that the period only touches has no room for its name.
    private static bool IsRoomy(TimeSpanTick tick, bool isByMonth) => tick.To - tick.From > (isByMonth ? 12 : 0.4);
}
