using System.Diagnostics.CodeAnalysis;
using Twin.Core.Time;

namespace Twin.Core.Series;

/// <summary>Lays a typical year, or another one, onto the years of a run by month, day and time of day in UTC.</summary>
/// <remarks>
/// Nothing is shifted by a leap day: 29 February takes the values of the 28th where the source has none, and is left out
/// where the simulated year has none. The last hour of a year is followed by the first hour of the same source.
/// </remarks>
public static class CalendarRepeat
{
    private const int LeapYear = 2000; // any: its calendar has a place for every date
    private static readonly int LeapDay = new DateOnly(LeapYear, 2, 29).DayOfYear;

    /// <summary>Whether a source holds at most one sample for each time of the year, as it must to be repeated.</summary>
    /// <param name="source">Samples of a year, or of months from several years.</param>
    /// <returns>False if two samples fall on the same time of the year.</returns>
    public static bool IsRepeatable(Samples source)
    {
        long[] keys = Keys(source, out _);
        return !keys.Zip(keys.Skip(1)).Any(static pair => pair.First == pair.Second);
    }

    /// <summary>Samples for a span of time, with a day to spare at both ends so that lines between samples do not break off.</summary>
    /// <param name="source">Samples of a year; at most one for each time of the year.</param>
    /// <param name="startUnixS">Begin of the span, seconds since 1970-01-01T00:00Z; year 2 or later.</param>
    /// <param name="endUnixS">End of the span; after its begin.</param>
    /// <param name="mapped">The samples; days that the source does not have are missing. Null if none falls into the span.</param>
    /// <returns>True if there are samples.</returns>
    /// <exception cref="ArgumentException">Two samples fall on the same time of the year.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The end is not after the begin.</exception>
    public static bool TryMap(Samples source, long startUnixS, long endUnixS, [NotNullWhen(true)] out Samples? mapped)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(endUnixS, startUnixS);
        if (!IsRepeatable(source))
        {
            throw new ArgumentException("Two samples fall on the same time of the year.", nameof(source));
        }

        long[] keys = Keys(source, out int[] order);
        bool hasLeapDay = DayRange(keys, LeapDay).Count > 0;
        List<int> indices = [];
        List<long> times = [];
        int lastDay = UtcDay.Number(endUnixS - 1) + 1;
        for (int day = UtcDay.Number(startUnixS) - 1; day <= lastDay; day++)
        {
            DateOnly date = UtcDay.Date(day);
            int dayOfYear = DayInLeapYear(date);
            dayOfYear -= dayOfYear == LeapDay && !hasLeapDay ? 1 : 0;
            (int first, int count) = DayRange(keys, dayOfYear);
            for (int i = first; i < first + count; i++)
            {
                indices.Add(order[i]);
                times.Add(UtcDay.BeginUnixS(day) + (keys[i] % UtcDay.LengthS));
            }
        }

        mapped = indices.Count > 0 ? source.Picked(indices, times) : null;
        return mapped is not null;
    }

    private static int DayInLeapYear(DateOnly date) => new DateOnly(LeapYear, date.Month, date.Day).DayOfYear;

    /// <summary>Times of the year [s], rising, and which samples they belong to.</summary>
    private static long[] Keys(Samples source, out int[] order)
    {
        long[] keys = new long[source.Count];
        order = new int[source.Count];
        for (int i = 0; i < keys.Length; i++)
        {
            int day = UtcDay.Number(source.TimesUnixS[i]);
            long secondOfDay = source.TimesUnixS[i] - UtcDay.BeginUnixS(day);
            keys[i] = ((long)DayInLeapYear(UtcDay.Date(day)) * UtcDay.LengthS) + secondOfDay;
            order[i] = i;
        }

        Array.Sort(keys, order);
        return keys;
    }

    private static (int First, int Count) DayRange(long[] keys, int dayOfYear)
    {
        int first = LowerBound(keys, (long)dayOfYear * UtcDay.LengthS);
        return (first, LowerBound(keys, (dayOfYear + 1L) * UtcDay.LengthS) - first);
    }

    private static int LowerBound(long[] keys, long key)
    {
        int found = Array.BinarySearch(keys, key);
        return found >= 0 ? found : ~found;
    }
}
