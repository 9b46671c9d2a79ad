using System.Text;
using Twin.Core.Time;

namespace Twin.Cli.Input.Formats;

/// <summary>The zone that a file's naive time stamps are in: a fixed offset or the zone of a place.</summary>
internal sealed class FileZone
{
    private readonly SiteCalendar? place;
    private readonly int offsetS;

    private FileZone(SiteCalendar? place, int offsetS)
    {
        this.place = place;
        this.offsetS = offsetS;
    }

    /// <summary>Local time minus UTC [s]; null for the zone of a place, where it changes.</summary>
    public int? FixedOffsetS => place is null ? offsetS : null;

    /// <summary>Reads UTC, an offset such as +01:00, or an IANA name; null if it is none of these.</summary>
    public static FileZone? Parse(string text)
    {
        if (text == "UTC")
        {
            return new(null, 0);
        }

        if (WrittenTime.TryOffset(Encoding.UTF8.GetBytes(text), out int offsetS))
        {
            return new(null, offsetS);
        }

        return SiteCalendar.IsZone(text) ? new(new SiteCalendar(text), 0) : null;
    }

    /// <summary>
    /// The instant of a naive stamp. In the hour that autumn repeats, it is the first pass until that would go back in time.
    /// </summary>
    /// <returns>False for a time that the zone skips, or one outside the years 1900 to 2199.</returns>
    public bool TryInstant(long localS, long previousUnixS, out long unixS)
    {
        unixS = localS - offsetS;
        if (localS < SiteCalendar.FirstUnixS + UtcDay.LengthS || localS >= SiteCalendar.EndUnixS - UtcDay.LengthS)
        {
            return false;
        }

        if (place is null)
        {
            return true;
        }

        int instants = place.InstantsOf(localS, out long first, out long second);
        unixS = first > previousUnixS ? first : second;
        return instants > 0;
    }
}
