using System.Globalization;
using CsvHelper;
using Twin.Core.Results;

namespace Twin.Cli.Output;

/// <summary>timeseries.csv: takes rows while the run goes on and keeps none of them.</summary>
internal sealed class TimeSeriesFile : ISeriesFile
{
    /// <summary>Name of the first column: begin of the interval.</summary>
    public const string TimeColumn = "time_utc";

    private readonly FileStream stream;
    private readonly CsvWriter csv;

    /// <summary>Opens the file.</summary>
    public TimeSeriesFile(string path)
    {
        stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 1);
        csv = CsvWriter.Create(stream, CsvFormat.Writing, leaveOpen: true);
    }

    /// <inheritdoc/>
    public void Begin(IReadOnlyList<Column> columns, int outputS)
    {
        csv.WriteField(TimeColumn);
        foreach (Column column in columns)
        {
            csv.WriteField(column.Name);
        }

        csv.EndRecord();
    }

    /// <inheritdoc/>
    public void Row(long startUnixS, ReadOnlySpan<double> values)
    {
        Span<byte> time = stackalloc byte[UtcText.Length];
        UtcText.Write(startUnixS, time);
        csv.WriteField((ReadOnlySpan<byte>)time);
        foreach (double value in values)
        {
            WriteNumber(value);
        }

        csv.EndRecord();
    }

    /// <inheritdoc/>
    public void Finish()
    {
        csv.Flush();
        stream.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        csv.Dispose();
        stream.Dispose();
    }

    // Shortest text that reads back to the same bits. What is undefined in an interval is an empty field.
    private void WriteNumber(double value)
    {
        if (double.IsFinite(value))
        {
            csv.WriteField(value, default, CultureInfo.InvariantCulture);
        }
        else
        {
            csv.WriteField(ReadOnlySpan<byte>.Empty);
        }
    }
}
