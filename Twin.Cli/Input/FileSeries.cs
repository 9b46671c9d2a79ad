using Twin.Cli.Input.Formats;
using Twin.Core.Series;

namespace Twin.Cli.Input;

/// <summary>Which instant of its interval a stamp names.</summary>
internal enum StampPlace
{
    /// <summary>What the format says; for a plain table its begin.</summary>
    Auto,

    /// <summary>Its begin.</summary>
    Begin,

    /// <summary>Its middle.</summary>
    Middle,

    /// <summary>Its end.</summary>
    End,
}

/// <summary>What a scenario says about a column of a data file.</summary>
/// <param name="File">Path of the file, as it can be opened.</param>
/// <param name="Column">Name of the column, without a unit behind it; null for the one that measures what is asked for.</param>
/// <param name="Unit">Unit of the column; null if the file says it.</param>
/// <param name="Zone">Zone of naive stamps: UTC, an offset such as +01:00, or an IANA name; null if the file says it.</param>
/// <param name="Between">What holds between samples; null for what the format says.</param>
/// <param name="Fill">What to do about gaps and beyond the ends.</param>
/// <param name="RepeatCalendar">True to lay the file's year onto the simulated one by month, day and hour in UTC.</param>
/// <param name="StartUnixS">Begin of the run, seconds since 1970-01-01T00:00Z.</param>
/// <param name="EndUnixS">End of the run, seconds since 1970-01-01T00:00Z.</param>
/// <param name="DeclaredAt">Where the scenario names the file.</param>
/// <param name="Path">Dotted path of that value, e.g. river.temperature.</param>
internal sealed record FileSeriesRequest(
    string File,
    string? Column,
    string? Unit,
    string? Zone,
    Between? Between,
    GapRule Fill,
    bool RepeatCalendar,
    long StartUnixS,
    long EndUnixS,
    Place DeclaredAt,
    string Path)
{
    /// <summary>Name of the format, or auto.</summary>
    public string Format { get; init; } = FileFormats.Auto;

    /// <summary>What is asked for, where no column is named.</summary>
    public Measurand Asked { get; init; }

    /// <summary>Which instant of its interval a stamp names.</summary>
    public StampPlace Stamps { get; init; }

    /// <summary>Whether numbers of a plain table have a decimal comma.</summary>
    public bool DecimalComma { get; init; }

    /// <summary>What holds between samples if neither scenario nor format says it.</summary>
    public Between UsualBetween { get; init; }

    /// <summary>Zone of the site, to be proposed where one is missing.</summary>
    public string SiteZone { get; init; } = FileWishes.None.UsualZone;
}

/// <summary>What the manifest tells about a column that was read; counts before it is laid onto another year.</summary>
/// <param name="SampleCount">Samples with a value [1].</param>
/// <param name="IntervalS">Most common distance of two stamps [s].</param>
/// <param name="FirstUnixS">First stamp with a value, seconds since 1970-01-01T00:00Z.</param>
/// <param name="LastUnixS">Last stamp with a value, seconds since 1970-01-01T00:00Z.</param>
/// <param name="GapCount">Places where samples are missing [1].</param>
/// <param name="MissingCount">Samples missing in them [1].</param>
/// <param name="LongestGapS">Longest of them, missing samples times interval [s].</param>
/// <param name="FilledCount">Samples filled in [1].</param>
internal sealed record FileSeriesStatistics(
    int SampleCount,
    int IntervalS,
    long FirstUnixS,
    long LastUnixS,
    int GapCount,
    int MissingCount,
    long LongestGapS,
    int FilledCount);

/// <summary>A column read without fault.</summary>
/// <param name="Samples">Values in the unit of the file, gaps filled, on the simulated years.</param>
/// <param name="Unit">Unit of the values as written in scenario or header.</param>
/// <param name="Statistics">What the manifest tells about it.</param>
/// <param name="Between">What holds between samples.</param>
/// <param name="HeldPastEndsS">How far the outermost samples are held past the ends [s].</param>
internal sealed record FileSeries(Samples Samples, string Unit, FileSeriesStatistics Statistics, Between Between, long HeldPastEndsS)
{
    /// <summary>The column it was read from.</summary>
    public required FileColumn Column { get; init; }

    /// <summary>The file it was read from.</summary>
    public required FileTable Table { get; init; }

    /// <summary>Makes the series in the inside unit: value in the file times a factor plus an offset.</summary>
    public SampledSeries ToSeries(double factor = 1.0, double offset = 0.0) =>
        new(Samples.Scaled(factor, offset), Between, HeldPastEndsS);
}

/// <summary>A column, or what is wrong with it: one of the two, but neither for a file whose faults were told before.</summary>
/// <param name="Series">The column; null if there are faults.</param>
/// <param name="Faults">All faults in file order; empty if there is a series.</param>
internal sealed record FileSeriesResult(FileSeries? Series, IReadOnlyList<Fault> Faults);

/// <summary>What decides how a file reads as a table.</summary>
/// <param name="File">Path, as it can be opened and as messages call it.</param>
/// <param name="Format">Name of the format, or auto.</param>
/// <param name="Zone">Zone of naive stamps; null if the file says it.</param>
/// <param name="DecimalComma">Whether numbers of a plain table have a decimal comma.</param>
/// <param name="SiteZone">Zone to be proposed where one is missing.</param>
internal sealed record FileTableKey(string File, string Format, string? Zone, bool DecimalComma, string SiteZone);

/// <summary>A file that was read, with what is wrong with it as a whole and with its times.</summary>
/// <param name="Table">The table; null if it could not be read.</param>
/// <param name="Faults">The faults.</param>
internal sealed record FileTableRead(FileTable? Table, FileFaults Faults)
{
    /// <summary>Reads a file.</summary>
    public static FileTableRead Of(FileTableKey key)
    {
        var faults = new FileFaults(key.File);
        FileTable? table = FileFormats.Read(key.File, key.Format, new FileWishes(key.Zone, key.DecimalComma, key.SiteZone), faults);
        if (table is not null)
        {
            TableOrder.Check(table, faults);
        }

        return new(table, faults);
    }
}

/// <summary>Files of a scenario that were read already: four columns of one weather file cost one reading, and its faults are told
/// once.</summary>
/// <param name="inputs">Where files stand that other variants of the scenario have read.</param>
internal sealed class FileShelf(SharedInputs inputs)
{
    private readonly HashSet<FileTableKey> told = [];

    /// <summary>A file, read now or before.</summary>
    /// <param name="request">Which one, and what is said about it.</param>
    /// <param name="faults">What is wrong with it as a whole and with its times.</param>
    /// <param name="isNew">Whether its faults have not been told yet.</param>
    public FileTable? Table(FileSeriesRequest request, out FileFaults faults, out bool isNew)
    {
        var key = new FileTableKey(request.File, request.Format, request.Zone, request.DecimalComma, request.SiteZone);
        isNew = told.Add(key);
        FileTableRead read = inputs.Table(key);
        faults = read.Faults;
        return read.Table;
    }
}
