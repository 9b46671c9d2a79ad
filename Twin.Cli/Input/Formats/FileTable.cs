using Twin.Core.Series;

namespace Twin.Cli.Input.Formats;

/// <summary>A kind of data file.</summary>
internal interface IFormat
{
    /// <summary>Name in a scenario.</summary>
    string Name { get; }

    /// <summary>What it is, for people.</summary>
    string Title { get; }

    /// <summary>Whether the first lines look like it.</summary>
    bool Recognises(IReadOnlyList<string> head);

    /// <summary>Reads all columns.</summary>
    /// <returns>The table; null after faults that leave nothing to look at.</returns>
    FileTable? Read(TextSource source, FileWishes wishes, FileFaults faults);
}

/// <summary>What somebody says about a file beside its name.</summary>
/// <param name="Zone">Zone of stamps without an offset, in place of what the file says; null if nobody says it.</param>
/// <param name="DecimalComma">Whether numbers of a plain CSV have a decimal comma.</param>
/// <param name="UsualZone">Zone to propose where one is missing: that of the site.</param>
internal sealed record FileWishes(string? Zone, bool DecimalComma, string UsualZone)
{
    /// <summary>Nothing said.</summary>
    public static FileWishes None { get; } = new(null, DecimalComma: false, "Europe/Berlin");
}

/// <summary>Where a file says that it holds.</summary>
/// <param name="LatitudeDeg">Latitude [deg], north positive.</param>
/// <param name="LongitudeDeg">Longitude [deg], east positive.</param>
/// <param name="ElevationM">Height above sea level [m]; null if the file does not say it.</param>
internal sealed record FilePosition(double LatitudeDeg, double LongitudeDeg, double? ElevationM)
{
    /// <summary>A place, if the numbers are one.</summary>
    public static FilePosition? Of(double? latitudeDeg, double? longitudeDeg, double? elevationM) =>
        latitudeDeg is >= -90.0 and <= 90.0 && longitudeDeg is >= -180.0 and <= 180.0
            ? new(latitudeDeg.Value, longitudeDeg.Value, elevationM)
            : null;
}

/// <summary>A column of a data file.</summary>
/// <param name="Name">Its name, without the unit.</param>
/// <param name="Measures">What it measures.</param>
/// <param name="Unit">Its unit; null if the file does not say it.</param>
/// <param name="Values">One value for each row; NaN where there is none.</param>
internal sealed record FileColumn(string Name, Measurand Measures, string? Unit, double[] Values)
{
    /// <summary>Field of the row, from 0; -1 for a column that was worked out.</summary>
    public int Field { get; init; } = -1;

    /// <summary>What its samples are; null for what the scenario takes for usual.</summary>
    public Between? Between { get; init; }

    /// <summary>
    /// From the stamp of a row to that of its sample [s]: the instant measured, or the begin of the interval that it is the mean of.
    /// </summary>
    public double ShiftS { get; init; }

    /// <summary>Cells that are no numbers.</summary>
    public required FileFaults Faults { get; init; }

    /// <summary>Whether it holds words.</summary>
    public bool IsText { get; init; }

    /// <summary>How its name says which unit it has, where nothing else does; for advice only.</summary>
    public string? LikelyUnit { get; init; }
}

/// <summary>A data file as it was read. What its stamps mean is said, nothing in it is repaired.</summary>
internal sealed record FileTable(IFormat Format, TextSource Source)
{
    /// <summary>Stamp of each row as the file means it, seconds since 1970-01-01T00:00Z.</summary>
    public required long[] StampsUnixS { get; init; }

    /// <summary>Line of each row, from 1.</summary>
    public required int[] Lines { get; init; }

    /// <summary>What stands between fields.</summary>
    public required byte Separator { get; init; }

    /// <summary>The columns in the order of the file.</summary>
    public required IReadOnlyList<FileColumn> Columns { get; init; }

    /// <summary>Zone of the stamps, for people.</summary>
    public required string ZoneText { get; init; }

    /// <summary>What a stamp names, for people.</summary>
    public required string StampText { get; init; }

    /// <summary>Local time of a typical year minus UTC [s]: a year without date is told in its own hours.</summary>
    public int TypicalZoneS { get; init; }

    /// <summary>From a stamp to the begin of what its row speaks for, by the definition of the format [s].</summary>
    public int BeginS { get; init; }

    /// <summary>Seconds to add to stamps because the file's word about its zone is wrong.</summary>
    public double CorrectionS { get; init; }

    /// <summary>Stamps laid onto one year, for months out of several years; null if they are the stamps of one time.</summary>
    public long[]? TypicalUnixS { get; init; }

    /// <summary>Whether its times are times of the world; false for seconds since some begin.</summary>
    public bool HasOrigin { get; init; } = true;

    /// <summary>Where it holds; null if it does not say so.</summary>
    public FilePosition? Position { get; init; }

    /// <summary>Where the sun stood; null without radiation or position.</summary>
    public SunVerdict? Sun { get; init; }

    /// <summary>Remarks for people: what was found in the header, and what to mind.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>State of each row, such as raw or checked; null if the format has none.</summary>
    public IReadOnlyList<string>? RowStates { get; init; }

    /// <summary>Stamps by which rows are placed, before any correction.</summary>
    public long[] PlacedUnixS => TypicalUnixS ?? StampsUnixS;

    /// <summary>Whether it is a typical year, with months out of several years.</summary>
    public bool IsTypical => TypicalUnixS is not null;

    /// <summary>
    /// Most common distance of two stamps [s]; the shortest of those that are equally common; 0 with fewer than two rows.
    /// </summary>
    public int IntervalS { get; init; }

    /// <summary>Most common distance of two stamps that rise [s]; the shortest of those that are equally common; 0 without any.</summary>
    public static int IntervalOf(long[] timesUnixS)
    {
        Dictionary<long, int> counts = [];
        for (int i = 1; i < timesUnixS.Length; i++)
        {
            long distanceS = timesUnixS[i] - timesUnixS[i - 1];
            if (distanceS > 0)
            {
                counts[distanceS] = counts.GetValueOrDefault(distanceS) + 1;
            }
        }

        return counts.Count == 0 ? 0
            : (int)Math.Clamp(counts.OrderByDescending(static c => c.Value).ThenBy(static c => c.Key).First().Key, 0, int.MaxValue);
    }
}
