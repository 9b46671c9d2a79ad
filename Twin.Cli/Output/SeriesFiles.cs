using Twin.Core.Engine;
using Twin.Core.Results;

namespace Twin.Cli.Output;

/// <summary>The same rows in each format that was asked for.</summary>
internal sealed class SeriesFiles : IRowSink, IDisposable
{
    private readonly List<ISeriesFile> files = [];

    /// <summary>Opens the files.</summary>
    /// <param name="csvPath">Path of the CSV file; null for none.</param>
    /// <param name="parquetPath">Path of the Parquet file; null for none.</param>
    public SeriesFiles(string? csvPath, string? parquetPath)
    {
        if (csvPath is not null)
        {
            files.Add(new TimeSeriesFile(csvPath));
        }

        if (parquetPath is not null)
        {
            files.Add(new ParquetSeriesFile(parquetPath));
        }
    }

    /// <summary>The columns that the engine announced; empty before.</summary>
    public IReadOnlyList<Column> Columns { get; private set; } = [];

    /// <inheritdoc/>
    public void Begin(IReadOnlyList<Column> columns, int outputS)
    {
        Columns = columns;
        files.ForEach(file => file.Begin(columns, outputS));
    }

    /// <inheritdoc/>
    public void Row(long startUnixS, ReadOnlySpan<double> values)
    {
        foreach (ISeriesFile file in files)
        {
            file.Row(startUnixS, values);
        }
    }

    /// <summary>Hands all rows to the disk.</summary>
    public void Finish() => files.ForEach(file => file.Finish());

    /// <inheritdoc/>
    public void Dispose() => files.ForEach(file => file.Dispose());
}
