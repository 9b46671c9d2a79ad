using Twin.Core.Time;

namespace Twin.Cli.Input.Formats;

/// <summary>Months out of several years, laid side by side as one.</summary>
internal static class TypicalYear
{
    /// <summary>The year that stamps of no year are given; 2008 where they have a 29 February.</summary>
    public const int Standing = 2007;

    private const int LeapYear = 2008;

    /// <summary>Lays stamps onto one year, if they are months out of several; null if they are not.</summary>
    /// <param name="stampsUnixS">Stamps as written.</param>
    /// <param name="zoneS">Local time of the file minus UTC [s].</param>
    /// <param name="beginS">From a stamp to the begin of what it speaks for [s]: 24:00 belongs to the day before it.</param>
    /// <param name="always">Whether the format has no years at all.</param>
    public static long[]? Lay(long[] stampsUnixS, int zoneS, int beginS, bool always = false)
    {
        if (stampsUnixS.Length == 0)
        {
            return null;
        }

        DateOnly[] dates = Array.ConvertAll(stampsUnixS, stamp => UtcDay.Date(UtcDay.Number(stamp + zoneS + beginS)));
        int jumps = Enumerable.Range(1, dates.Length - 1).Count(i =>
            dates[i].Year != dates[i - 1].Year && (dates[i] < dates[i - 1] || dates[i].DayNumber - dates[i - 1].DayNumber > 1));
        if (jumps == 0 && !always)
        {
            return null;
        }

        int year = dates.Any(static date => date is { Month: 2, Day: 29 }) ? LeapYear : Standing;
        long[] laid = new long[stampsUnixS.Length];
        for (int i = 0; i < laid.Length; i++)
        {
            long beginOfDayS = UtcDay.BeginUnixS(dates[i]);
            laid[i] = stampsUnixS[i] - beginOfDayS + UtcDay.BeginUnixS(new DateOnly(year, dates[i].Month, dates[i].Day));
        }

        // Years that follow each other with a hole at New Year jump as well, but side by side they go back at each of those places.
        int back = Enumerable.Range(1, laid.Length - 1).Count(i => laid[i] < laid[i - 1]);
        return back < jumps || always ? laid : null;
    }

    /// <summary>The years that months come from, for people; null if all come from one.</summary>
    public static string? Years(long[] stampsUnixS, int zoneS, int beginS)
    {
        int[] years = [.. stampsUnixS.Select(stamp => UtcDay.Date(UtcDay.Number(stamp + zoneS + beginS)).Year).Distinct().Order()];
        return years.Length < 2 ? null : $"months out of {string.Join(", ", years)}";
    }
}
