using Twin.Core.Series;

namespace Twin.Cli.Input;

/// <summary>What a scenario says about a column of a CSV file.</summary>
/// <param name="File">Path of the file, as it can be opened.</param>
/// <param name="Column">Name of the column; a unit in brackets behind it in the header is not part of the name.</param>
/// <param name="Unit">Unit of the column; null if the header says it.</param>
/// <param name="Zone">Zone of naive stamps: UTC, an offset such as +01:00, or an IANA name; null if the stamps carry offsets.</param>
/// <param name="Between">What holds between samples.</param>
/// <param name="Fill">What to do about gaps and beyond the ends.</param>
/// <param name="RepeatCalendar">True to lay the file's year onto the simulated one by month, day and hour in UTC.</param>
/// <param name="StartUnixS">Begin of the run, seconds since 1970-01-01T00:00Z.</param>
/// <param name="EndUnixS">End of the run, seconds since 1970-01-01T00:00Z.</param>
/// <param name="DeclaredAt">Where the scenario names the file.</param>
/// <param name="Path">Dotted path of that value, e.g. river.temperature.</param>
internal sealed record CsvSeriesRequest(
    string File,
    string Column,
    string? Unit,
    string? Zone,
    Between Between,
    GapRule Fill,
    bool RepeatCalendar,
    long StartUnixS,
    long EndUnixS,
    Place DeclaredAt,
    string Path);

/// <summary>What the manifest tells about a column that was read; counts before it is laid onto another year.</summary>
/// <param name="SampleCount">Samples with a value [1].</param>
/// <param name="IntervalS">Most common distance of two stamps [s].</param>
/// <param name="FirstUnixS">First stamp with a value, seconds since 1970-01-01T00:00Z.</param>
/// <param name="LastUnixS">Last stamp with a value, seconds since 1970-01-01T00:00Z.</param>
/// <param name="GapCount">Places where samples are missing [1].</param>
/// <param name="MissingCount">Samples missing in them [1].</param>
/// <param name="LongestGapS">Longest of them, missing samples times interval [s].</param>
/// <param name="FilledCount">Samples filled in [1].</param>
internal sealed record CsvSeriesStatistics(
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
internal sealed record CsvSeries(Samples Samples, string Unit, CsvSeriesStatistics Statistics, Between Between, long HeldPastEndsS)
{
    /// <summary>Makes the series in the inside unit: value in the file times a factor plus an offset.</summary>
    public SampledSeries ToSeries(double factor = 1.0, double offset = 0.0) =>
        new(Samples.Scaled(factor, offset), Between, HeldPastEndsS);
}

/// <summary>A column, or what is wrong with it: one of the two.</summary>
/// <param name="Series">The column; null if there are faults.</param>
/// <param name="Faults">All faults in file order; empty if there is a series.</param>
internal sealed record CsvSeriesResult(CsvSeries? Series, IReadOnlyList<Fault> Faults);
