using System.IO.Compression;
using Parquet;
using Parquet.Schema;
using Twin.Core.Results;

namespace Twin.Cli.Output;

/// <summary>timeseries.parquet and racks.parquet: takes rows while the run goes on and keeps one row group of them.</summary>
/// <remarks>
/// Numbers are doubles, the same bits as in the CSV file; what is not defined in an interval is NaN. Unit, statistic and meaning of each
/// column stand in the file's key-value metadata as river.heat_w.unit and so on. Nothing in it tells when it was written.
/// </remarks>
internal sealed class ParquetSeriesFile : ISeriesFile
{
    // Large enough that the list of row groups, which a file keeps to its end, stays small beside one of them over decades.
    private const int RowGroupBytes = 16 * 1024 * 1024;
    private readonly FileStream stream;
    private ParquetWriter? writer;
    private DataField[] fields = [];
    private DateTime[] times = [];
    private double[][] values = [];
    private int held;

    /// <summary>Opens the file.</summary>
    public ParquetSeriesFile(string path) => stream = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read);

    /// <inheritdoc/>
    public void Begin(IReadOnlyList<Column> columns, int outputS)
    {
        var time = new DateTimeDataField(
            TimeSeriesFile.TimeColumn, DateTimeFormat.Timestamp, isAdjustedToUTC: true, unit: DateTimeTimeUnit.Millis, isNullable: false);
        fields = [time, .. columns.Select(column => new DataField<double>(column.Name, nullable: false))];
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Zstd, CompressionLevel = CompressionLevel.Optimal };
        options.ColumnEncodingHints[time.Path.ToString()] = EncodingHint.DeltaBinaryPacked;
        foreach (DataField field in fields.Skip(1))
        {
            options.ColumnEncodingHints[field.Path.ToString()] = EncodingHint.ByteSplitStream;
        }

        writer = ParquetWriter.CreateAsync(new ParquetSchema(fields.Cast<Field>()), stream, options).GetAwaiter().GetResult();
        writer.CustomMetadata = Describe(columns, outputS);
        int rows = Math.Max(1, RowGroupBytes / (sizeof(double) * fields.Length));
        times = new DateTime[rows];
        values = [.. columns.Select(_ => new double[rows])];
    }

    /// <inheritdoc/>
    public void Row(long startUnixS, ReadOnlySpan<double> values)
    {
        times[held] = DateTimeOffset.FromUnixTimeSeconds(startUnixS).UtcDateTime;
        for (int i = 0; i < values.Length; i++)
        {
            this.values[i][held] = double.IsFinite(values[i]) ? values[i] : double.NaN;
        }

        held++;
        if (held == times.Length)
        {
            WriteGroup();
        }
    }

    /// <inheritdoc/>
    public void Finish()
    {
        Close();
        stream.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        stream.Dispose();
    }

    /// <summary>Reads those of the columns that a file has, row by row; of the file it holds one row group at a time.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isWanted">Whether a column is to be read.</param>
    /// <param name="begin">Is told the names of these columns, once, before the first row.</param>
    /// <param name="row">Takes the begin of an interval, seconds since 1970-01-01T00:00Z, and the values in the order of the names.</param>
    public static void Read(
        string path, Func<string, bool> isWanted, Action<IReadOnlyList<string>> begin, Action<long, ReadOnlySpan<double>> row)
    {
        ParquetReader reader = ParquetReader.CreateAsync(path).GetAwaiter().GetResult();
        try
        {
            DataField[] fields = reader.Schema.DataFields;
            DataField[] read = [.. fields.Skip(1).Where(field => isWanted(field.Name))];
            begin([.. read.Select(field => field.Name)]);
            for (int g = 0; g < reader.RowGroupCount; g++)
            {
                using ParquetRowGroupReader group = reader.OpenRowGroupReader(g);
                ReadGroup(group, fields[0], read, row);
            }
        }
        finally
        {
            reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static void ReadGroup(
        ParquetRowGroupReader group, DataField time, DataField[] fields, Action<long, ReadOnlySpan<double>> row)
    {
        var times = new DateTime[group.RowCount];
        group.ReadAsync<DateTime>(time, times).AsTask().GetAwaiter().GetResult();
        double[][] columns = [.. fields.Select(_ => new double[group.RowCount])];
        for (int i = 0; i < fields.Length; i++)
        {
            group.ReadAsync<double>(fields[i], columns[i]).AsTask().GetAwaiter().GetResult();
        }

        double[] values = new double[fields.Length];
        for (int r = 0; r < times.Length; r++)
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = columns[i][r];
            }

            row(new DateTimeOffset(times[r], TimeSpan.Zero).ToUnixTimeSeconds(), values);
        }
    }

    private static Dictionary<string, string> Describe(IReadOnlyList<Column> columns, int outputS)
    {
        var about = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["interval_s"] = outputS.ToString(System.Globalization.CultureInfo.InvariantCulture),
            [TimeSeriesFile.TimeColumn + ".meaning"] = "Begin of the interval, UTC. NaN is a quantity that is not defined in it.",
        };
        foreach (Column column in columns)
        {
            about.Add(column.Name + ".unit", column.Unit);
            about.Add(column.Name + ".statistic", ResultTables.NameOf(column.Statistic));
            about.Add(column.Name + ".meaning", column.Meaning);
        }

        return about;
    }

    // The library speaks async only; a file on disk answers at once, and the run has nothing else to do.
    private void WriteGroup()
    {
        using (ParquetRowGroupWriter group = writer!.CreateRowGroup())
        {
            group.WriteAsync<DateTime>(fields[0], times.AsMemory(0, held)).GetAwaiter().GetResult();
            for (int i = 0; i < values.Length; i++)
            {
                group.WriteAsync<double>(fields[i + 1], values[i].AsMemory(0, held)).GetAwaiter().GetResult();
            }

            group.CompleteValidate();
        }

        held = 0;
    }

    private void Close()
    {
        if (writer is null)
        {
            return;
        }

        if (held > 0)
        {
            WriteGroup();
        }

        writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        writer = null;
    }
}
