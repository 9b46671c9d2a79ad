namespace Twin.Core.Time;

/// <summary>What clock and calendar on the wall of a site show at an instant.</summary>
/// <param name="Year">Year.</param>
/// <param name="Month">Month, 1 to 12.</param>
/// <param name="Day">Day of the month, from 1.</param>
/// <param name="HourOfDay">Hour on the wall clock with its fraction [h]; 0 to below 24. It jumps when clocks change.</param>
/// <param name="IsoWeekday">Weekday by ISO 8601: 1 is Monday, 7 is Sunday.</param>
/// <param name="DayOfYear">Day of the year, from 1.</param>
/// <param name="OffsetS">Local time minus UTC [s].</param>
/// <param name="IsSecondPass">True in the hour that autumn repeats, when it runs for the second time.</param>
public readonly record struct LocalTime(
    int Year, int Month, int Day, double HourOfDay, int IsoWeekday, int DayOfYear, int OffsetS, bool IsSecondPass)
{
    /// <summary>The local date.</summary>
    public DateOnly Date => new(Year, Month, Day);
}
