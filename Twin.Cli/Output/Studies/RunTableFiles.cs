using System.IO.Compression;
using CsvHelper;
using Parquet;
using Parquet.Schema;

namespace Twin.Cli.Output.Studies;

/// <summary>runs.csv and runs.parquet: a row a run, in the order of the runs.</summary>
internal static class RunTableFiles
{
    private const int GroupRows = 50_000; // a few tens of MB beside rows that stand in memory anyway

    /// <summary>Writes the table as text.</summary>
    public static void WriteCsv(string path, StudyTable table, IReadOnlyList<TableField> fields)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        using (var csv = CsvWriter.Create(stream, CsvFormat.Writing, leaveOpen: true))
        {
            csv.WriteHeader([.. fields.Select(field => field.Name)]);
            string[] texts = new string[fields.Count];
            foreach (StudyRow row in table.Rows)
            {
                var run = new RunOfTable(table.Study.Run(row.Number), row);
                for (int i = 0; i < texts.Length; i++)
                {
                    texts[i] = fields[i].TextOf(run);
                }

                csv.WriteRecord(texts.AsSpan());
            }
        }

        stream.Flush(flushToDisk: true);
    }

    /// <summary>Writes the table with types: whole numbers, truths, texts, doubles with NaN for what is not defined.</summary>
    public static void WriteParquet(string path, StudyTable table, IReadOnlyList<TableField> fields)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read);
        WriteParquet(stream, table, fields);
        stream.Flush(flushToDisk: true);
    }

    private static void WriteParquet(FileStream stream, StudyTable table, IReadOnlyList<TableField> fields)
    {
        DataField[] columns = [.. fields.Select(ColumnOf)];
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Zstd, CompressionLevel = CompressionLevel.Optimal };
        ParquetWriter writer =
            ParquetWriter.CreateAsync(new ParquetSchema(columns.Cast<Field>()), stream, options).GetAwaiter().GetResult();
        try
        {
            writer.CustomMetadata = Describe(fields);
            foreach (StudyRow[] rows in table.Rows.Chunk(GroupRows))
            {
                RunOfTable[] runs = [.. rows.Select(row => new RunOfTable(table.Study.Run(row.Number), row))];
                WriteGroup(writer, columns, fields, runs);
            }
        }
        finally
        {
            writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static DataField ColumnOf(TableField field) => field.Kind switch
    {
        FieldKind.Whole => new DataField<int>(field.Name, nullable: false),
        FieldKind.Truth => new DataField<bool>(field.Name, nullable: false),
        FieldKind.Number => new DataField<double>(field.Name, nullable: false),
        _ => new DataField(field.Name, typeof(string), isNullable: false),
    };

    // The library speaks async only; a file on disk answers at once, and nothing else is left to do.
    private static void WriteGroup(
        ParquetWriter writer, DataField[] columns, IReadOnlyList<TableField> fields, IReadOnlyList<RunOfTable> runs)
    {
        using ParquetRowGroupWriter group = writer.CreateRowGroup();
        for (int i = 0; i < columns.Length; i++)
        {
            TableField field = fields[i];
            switch (field.Kind)
            {
                case FieldKind.Whole:
                    group.WriteAsync<int>(columns[i], Values<int>(field, runs).AsMemory()).GetAwaiter().GetResult();
                    break;
                case FieldKind.Truth:
                    group.WriteAsync<bool>(columns[i], Values<bool>(field, runs).AsMemory()).GetAwaiter().GetResult();
                    break;
                case FieldKind.Number:
                    group.WriteAsync<double>(columns[i], Values<double>(field, runs).AsMemory()).GetAwaiter().GetResult();
                    break;
                default:
                    group.WriteAsync(columns[i], Values<string>(field, runs)).GetAwaiter().GetResult();
                    break;
            }
        }

        group.CompleteValidate();
    }

    private static T[] Values<T>(TableField field, IReadOnlyList<RunOfTable> runs) => [.. runs.Select(run => (T)field.ValueOf(run))];

    private static Dictionary<string, string> Describe(IReadOnlyList<TableField> fields)
    {
        var about = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (TableField field in fields)
        {
            about.Add(field.Name + ".unit", field.Unit);
            about.Add(field.Name + ".what", field.Role);
            about.Add(field.Name + ".label", field.Label);
        }

        return about;
    }
}
