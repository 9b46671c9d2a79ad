namespace Twin.Core.Time;

/// <summary>Days of UTC, all of one length; for what must not depend on the zone of a site: typical years and random numbers.</summary>
public static class UtcDay
{
    /// <summary>Length of a day of UTC [s]; leap seconds do not exist in unix time.</summary>
    public const int LengthS = 86_400;

    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>Number of the day in which an instant lies.</summary>
    /// <param name="unixS">Seconds since 1970-01-01T00:00Z; years 1 to 9999.</param>
    /// <returns>Days since 1970-01-01; negative before.</returns>
    public static int Number(long unixS)
    {
        // rounds down, also before 1970, where a division would round up
        long day = unixS >= 0 ? unixS / LengthS : ((unixS + 1) / LengthS) - 1;
        return checked((int)day);
    }

    /// <summary>Begin of a day.</summary>
    /// <param name="number">Days since 1970-01-01.</param>
    /// <returns>Seconds since 1970-01-01T00:00Z.</returns>
    public static long BeginUnixS(int number) => (long)number * LengthS;

    /// <summary>Begin of a date.</summary>
    /// <param name="date">Date in UTC.</param>
    /// <returns>Seconds since 1970-01-01T00:00Z.</returns>
    public static long BeginUnixS(DateOnly date) => BeginUnixS(Number(date));

    /// <summary>Number of the day with a date.</summary>
    /// <param name="date">Date in UTC.</param>
    /// <returns>Days since 1970-01-01; negative before.</returns>
    public static int Number(DateOnly date) => date.DayNumber - Epoch;

    /// <summary>Date of a day.</summary>
    /// <param name="number">Days since 1970-01-01; years 1 to 9999.</param>
    /// <returns>The date in UTC.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The day lies outside the years 1 to 9999.</exception>
    public static DateOnly Date(int number) => DateOnly.FromDayNumber(number + Epoch);

    /// <summary>Begin of a year.</summary>
    /// <param name="year">Year in UTC; 1 to 9999.</param>
    /// <returns>Seconds since 1970-01-01T00:00Z.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside 1 to 9999.</exception>
    public static long YearBeginUnixS(int year) => BeginUnixS(new DateOnly(year, 1, 1));
}
