using NodaTime;
using NodaTime.TimeZones;

namespace Twin.Core.Time;

/// <summary>Turns instants into the local time of a site and local dates into instants.</summary>
/// <remarks>
/// Rules come from the IANA database inside NodaTime, never from the computer: a container without tzdata must give the same hours.
/// All clock changes from 1900 to 2200 are looked up once, so that asking costs a binary search and no memory. Safe to share.
/// </remarks>
public sealed class SiteCalendar
{
    /// <summary>First instant known to a calendar, 1900-01-01T00:00Z, seconds since 1970-01-01T00:00Z.</summary>
    public const long FirstUnixS = -2_208_988_800;

    /// <summary>First instant no longer known to a calendar, 2200-01-01T00:00Z, seconds since 1970-01-01T00:00Z.</summary>
    public const long EndUnixS = 7_258_118_400;

    private readonly DateTimeZone zone;
    private readonly long[] beginsUnixS; // of the spans with one offset; the first is the begin of everything known
    private readonly int[] offsetsS;

    /// <summary>Reads the clock changes of a zone.</summary>
    /// <param name="zoneId">IANA name such as Europe/Berlin, or UTC; letter case counts.</param>
    /// <exception cref="ArgumentException">No zone has that name.</exception>
    public SiteCalendar(string zoneId)
    {
        ArgumentNullException.ThrowIfNull(zoneId);
        zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zoneId)
            ?? throw new ArgumentException($"'{zoneId}' is not the name of a zone in the IANA database.", nameof(zoneId));
        ZoneId = zoneId;

        List<long> begins = [];
        List<int> offsets = [];
        Interval known = new(Instant.FromUnixTimeSeconds(FirstUnixS), Instant.FromUnixTimeSeconds(EndUnixS));
        foreach (ZoneInterval span in zone.GetZoneIntervals(known, ZoneEqualityComparer.Options.OnlyMatchWallOffset))
        {
            begins.Add(begins.Count == 0 ? FirstUnixS : span.Start.ToUnixTimeSeconds());
            offsets.Add(span.WallOffset.Seconds);
        }

        beginsUnixS = [.. begins];
        offsetsS = [.. offsets];
    }

    /// <summary>Name of the zone in the IANA database.</summary>
    public string ZoneId { get; }

    /// <summary>Whether the IANA database has a zone of this name.</summary>
    /// <param name="zoneId">Name such as Europe/Berlin; letter case counts.</param>
    /// <returns>True if a calendar can be made of it.</returns>
    public static bool IsZone(string zoneId) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zoneId) is not null;

    /// <summary>Names of all zones, for suggestions when a name is wrong.</summary>
    /// <returns>Names in ordinal order.</returns>
    public static IReadOnlyList<string> ZoneIds() => DateTimeZoneProviders.Tzdb.Ids;

    /// <summary>Local time minus UTC at an instant.</summary>
    /// <param name="unixS">Seconds since 1970-01-01T00:00Z; from 1900 to 2200.</param>
    /// <returns>Offset [s].</returns>
    /// <exception cref="ArgumentOutOfRangeException">The instant is outside its range.</exception>
    public int OffsetS(long unixS) => offsetsS[SpanAt(unixS)];

    /// <summary>Hour on the wall clock at an instant, where the date does not matter.</summary>
    /// <param name="unixS">Seconds since 1970-01-01T00:00Z; from 1900 to 2200.</param>
    /// <returns>Hour with its fraction [h]; 0 to below 24.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The instant is outside its range.</exception>
    public double HourOfDay(long unixS)
    {
        long localS = unixS + OffsetS(unixS);
        return (localS - UtcDay.BeginUnixS(UtcDay.Number(localS))) / 3600.0;
    }

    /// <summary>What clock and calendar show at an instant.</summary>
    /// <param name="unixS">Seconds since 1970-01-01T00:00Z; from 1900 to 2200.</param>
    /// <returns>The parts of the local time.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The instant is outside its range.</exception>
    public LocalTime At(long unixS)
    {
        int span = SpanAt(unixS);
        int offsetS = offsetsS[span];
        long localS = unixS + offsetS;
        int day = UtcDay.Number(localS);
        DateOnly date = UtcDay.Date(day);
        double hour = (localS - UtcDay.BeginUnixS(day)) / 3600.0;
        int weekday = date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek;
        // after clocks went back by so many seconds, the wall shows for as many seconds what it has shown before
        bool secondPass = span > 0 && unixS - beginsUnixS[span] < offsetsS[span - 1] - offsetS;
        return new(date.Year, date.Month, date.Day, hour, weekday, date.DayOfYear, offsetS, secondPass);
    }

    /// <summary>Begin of a local day: its midnight, or the first instant after it where clocks jump over midnight.</summary>
    /// <param name="date">Local date; 1900-01-02 to 2199-12-30.</param>
    /// <returns>Seconds since 1970-01-01T00:00Z.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date is outside its range.</exception>
    public long BeginUnixS(DateOnly date)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(date, new DateOnly(1900, 1, 2));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(date, new DateOnly(2199, 12, 31));
        return zone.AtStartOfDay(LocalDate.FromDateOnly(date)).ToInstant().ToUnixTimeSeconds();
    }

    /// <summary>Length of a local day: 23, 24 or 25 hours in Europe.</summary>
    /// <param name="date">Local date; 1900-01-02 to 2199-12-30.</param>
    /// <returns>Length [s].</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date is outside its range.</exception>
    public int DayLengthS(DateOnly date) => (int)(BeginUnixS(date.AddDays(1)) - BeginUnixS(date));

    /// <summary>
    /// The instants at which the wall clock shows a local time: one, none in the hour that spring skips, two in the one that
    /// autumn repeats.
    /// </summary>
    /// <param name="localS">Seconds from 1970-01-01T00:00 to the local time as the wall shows it, as if the wall were in UTC.</param>
    /// <param name="firstUnixS">The first or only instant, seconds since 1970-01-01T00:00Z; 0 if there is none.</param>
    /// <param name="secondUnixS">The second instant; the first again if there is only one.</param>
    /// <returns>Number of instants, 0 to 2.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The local time is not between 1900-01-02 and 2199-12-30.</exception>
    public int InstantsOf(long localS, out long firstUnixS, out long secondUnixS)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(localS, FirstUnixS + UtcDay.LengthS);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(localS, EndUnixS - UtcDay.LengthS);
        firstUnixS = secondUnixS = 0;
        int found = 0;
        // offsets are less than a day, so the answer lies in the spans that hold the days around
        int last = SpanAt(localS + UtcDay.LengthS);
        for (int span = SpanAt(localS - UtcDay.LengthS); span <= last; span++)
        {
            long unixS = localS - offsetsS[span];
            long endUnixS = span + 1 < beginsUnixS.Length ? beginsUnixS[span + 1] : EndUnixS;
            if (unixS >= beginsUnixS[span] && unixS < endUnixS)
            {
                firstUnixS = found == 0 ? unixS : firstUnixS;
                secondUnixS = unixS;
                found++;
            }
        }

        return found;
    }

    private int SpanAt(long unixS)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(unixS, FirstUnixS);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(unixS, EndUnixS);
        int found = Array.BinarySearch(beginsUnixS, unixS);
        return found >= 0 ? found : ~found - 1;
    }
}
