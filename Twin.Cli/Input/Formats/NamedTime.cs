namespace Twin.Cli.Input.Formats;

/// <summary>Turns local times of one zone into instants, row by row.</summary>
internal sealed class NamedTime
{
    /// <summary>What would be right where the clocks of a zone do not show a time.</summary>
    public const string NotOnTheClock =
        "a time that the clocks of the zone show: this one is skipped in spring or lies before 1900 or after 2199";

    private readonly FileZone zone;

    private NamedTime(FileZone zone, string text) => (this.zone, Text) = (zone, text);

    /// <summary>The zone, for people.</summary>
    public string Text { get; }

    /// <summary>The zone of the wishes, else the one that the format has.</summary>
    /// <returns>Null after a fault.</returns>
    public static NamedTime? Of(FileWishes wishes, string usual, string why, FileFaults faults)
    {
        string named = wishes.Zone ?? usual;
        if (FileZone.Parse(named) is { } zone)
        {
            string shown = zone.FixedOffsetS is { } offsetS ? WeatherColumns.OffsetText(offsetS) : named;
            return new(zone, $"{shown}, {(wishes.Zone is null ? why : "as asked for")}");
        }

        faults.AtFile(
            "IT0305", "unknown zone", named, "UTC, an offset such as +01:00, or an IANA name such as Europe/Berlin",
            Nearest.Of(named, Core.Time.SiteCalendar.ZoneIds()));
        return null;
    }

    /// <summary>The instant of a local time, or a fault at a field.</summary>
    public bool TryInstant(TableRows rows, int field, long localS, out long unixS)
    {
        if (zone.TryInstant(localS, rows.PreviousUnixS, out unixS))
        {
            return true;
        }

        rows.BadStamp(field, NotOnTheClock);
        return false;
    }

    /// <summary>Reads a field such as 2025-01-31 13:45, with an offset that wins over the zone if there is one.</summary>
    public bool TryField(TableRows rows, IRows row, int field, out long unixS)
    {
        unixS = 0;
        if (!WrittenTime.TryParse(row[field], out WrittenTime time))
        {
            rows.BadStamp(field, WrittenTime.Expected);
            return false;
        }

        if (time.OffsetS is not { } offsetS)
        {
            return TryInstant(rows, field, time.LocalS, out unixS);
        }

        unixS = time.LocalS - offsetS;
        return true;
    }
}
