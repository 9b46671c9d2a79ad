using CsvHelper;

namespace Twin.Cli.Input.Formats;

/// <summary>Rows of a data file, one after the other.</summary>
internal interface IRows
{
    /// <summary>What stands between fields.</summary>
    byte Separator { get; }

    /// <summary>Line of the current row in the file, from 1.</summary>
    int Line { get; }

    /// <summary>Fields of the current row.</summary>
    int FieldCount { get; }

    /// <summary>A field of the current row, without its quotes; good until the next row.</summary>
    ReadOnlySpan<byte> this[int field] { get; }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False at the end.</returns>
    bool Read();
}

/// <summary>Rows with commas, semicolons or tabs between their fields.</summary>
internal sealed class SeparatedRows : IRows, IDisposable
{
    private readonly CsvReader reader;
    private readonly int linesBefore;

    /// <summary>Opens rows.</summary>
    /// <param name="source">The text.</param>
    /// <param name="firstLine">Line of the header, or of the first row; from 1.</param>
    /// <param name="hasHeader">Whether that line is a header.</param>
    /// <param name="separator">What stands between fields; null for what the first lines suggest.</param>
    /// <param name="endLine">Line before which the rows end; 0 for the end of the file.</param>
    public SeparatedRows(TextSource source, int firstLine, bool hasHeader, char? separator = null, int endLine = 0)
    {
        var options = new CsvReaderOptions
        {
            TrackLineNumbers = true,
            AllowLineBreaksInQuotes = false,
            HasHeader = hasHeader,
            Separator = separator,
        };
        int from = source.OffsetOf(firstLine);
        int to = endLine > 0 ? source.OffsetOf(endLine) : source.Text.Length;
        linesBefore = firstLine - 1;
        reader = CsvReader.Create(source.Text[from..to], options);
        Separator = (byte)reader.Separator;
        Headers = !hasHeader ? [] : source.IsUtf8 ? [.. reader.Headers] : HeadersOf(source, source.Text[from..to], reader.Separator);
    }

    /// <summary>Names in the header; none without one.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <inheritdoc/>
    public byte Separator { get; }

    /// <inheritdoc/>
    public int Line => linesBefore + (int)reader.LineNumber;

    /// <inheritdoc/>
    public int FieldCount => reader.FieldCount;

    /// <inheritdoc/>
    public ReadOnlySpan<byte> this[int field] => reader.GetSpan(field);

    /// <inheritdoc/>
    public bool Read() => reader.Read();

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();

    // The library takes headers for UTF-8, which leaves no degree sign in those of other encodings.
    private static string[] HeadersOf(TextSource source, ReadOnlyMemory<byte> text, char separator)
    {
        var options = new CsvReaderOptions { AllowLineBreaksInQuotes = false, HasHeader = false, Separator = separator };
        using var row = CsvReader.Create(text, options);
        return row.Read() ? [.. Enumerable.Range(0, row.FieldCount).Select(field => source.Decode(row.GetSpan(field)))] : [];
    }
}

/// <summary>Rows with runs of blanks between their fields; lines that begin with a semicolon are remarks.</summary>
internal sealed class BlankRows(TextSource source, int firstLine) : IRows
{
    private readonly List<(int From, int To)> fields = [];
    private readonly ReadOnlyMemory<byte> text = source.Text;
    private int next = source.OffsetOf(firstLine);

    /// <inheritdoc/>
    public byte Separator => TextSource.Blanks;

    /// <inheritdoc/>
    public int Line { get; private set; } = firstLine - 1;

    /// <inheritdoc/>
    public int FieldCount => fields.Count;

    /// <inheritdoc/>
    public ReadOnlySpan<byte> this[int field] => text.Span[fields[field].From..fields[field].To];

    /// <inheritdoc/>
    public bool Read()
    {
        ReadOnlySpan<byte> all = text.Span;
        while (next < all.Length)
        {
            int length = all[next..].IndexOf((byte)'\n');
            int end = length < 0 ? all.Length : next + length;
            Split(all[next..end], next);
            next = end + 1;
            Line++;
            if (fields.Count > 0 && all[fields[0].From] != ';')
            {
                return true;
            }
        }

        return false;
    }

    private void Split(ReadOnlySpan<byte> line, int offset)
    {
        fields.Clear();
        int from = -1;
        for (int i = 0; i <= line.Length; i++)
        {
            bool isBlank = i == line.Length || line[i] is (byte)' ' or (byte)'\t' or (byte)'\r';
            if (isBlank && from >= 0)
            {
                fields.Add((offset + from, offset + i));
            }

            from = isBlank ? -1 : from < 0 ? i : from;
        }
    }
}
