using System.Globalization;
using CsvHelper;

namespace Twin.Cli.Output;

/// <summary>The one dialect of CSV in a run folder: comma, point, line feed, UTF-8 without a mark.</summary>
internal static class CsvFormat
{
    /// <summary>How files are written.</summary>
    public static CsvWriterOptions Writing { get; } = new()
    {
        NewLine = "\n",
        FormatProvider = CultureInfo.InvariantCulture,
        WriteByteOrderMark = false,
    };

    /// <summary>Writes a small table of text and hands it to the disk.</summary>
    public static void WriteTable(string path, ReadOnlySpan<string> header, IEnumerable<string[]> rows)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        using (var csv = CsvWriter.Create(stream, Writing, leaveOpen: true))
        {
            csv.WriteHeader(header);
            foreach (string[] row in rows)
            {
                csv.WriteRecord(row.AsSpan());
            }
        }

        stream.Flush(flushToDisk: true);
    }
}
