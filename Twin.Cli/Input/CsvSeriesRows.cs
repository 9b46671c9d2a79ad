using System.Globalization;
using System.Text;
using CsvHelper;

namespace Twin.Cli.Input;

/// <summary>The two columns of a file that matter, row by row.</summary>
internal sealed class CsvSeriesRows
{
    /// <summary>Stamp of each row whose time could be read, seconds since 1970-01-01T00:00Z.</summary>
    public List<long> TimesUnixS { get; } = [];

    /// <summary>Value of each such row; NaN where the cell is empty.</summary>
    public List<double> Values { get; } = [];

    /// <summary>Line of each such row in the file, from 1.</summary>
    public List<long> Lines { get; } = [];

    /// <summary>Unit in the header behind the name of the column; null if there is none.</summary>
    public string? HeaderUnit { get; private set; }

    /// <summary>Reads the columns; what is wrong goes to the list of faults.</summary>
    public static CsvSeriesRows Read(CsvSeriesRequest request, CsvZone? zone, CsvSeriesFaults faults)
    {
        CsvSeriesRows rows = new();
        CsvReaderOptions options = new() { TrackLineNumbers = true, AllowLineBreaksInQuotes = false };
        using CsvReader reader = CsvReader.FromFile(request.File, options, FileOptions.SequentialScan);
        string[] headers = [.. reader.Headers];
        if (!rows.FindColumns(headers, request, faults, out int timeColumn, out int valueColumn))
        {
            return rows;
        }

        while (reader.Read())
        {
            if (rows.TryTime(reader, timeColumn, zone, faults, out long unixS))
            {
                rows.TimesUnixS.Add(unixS);
                rows.Values.Add(Value(reader, valueColumn, faults));
                rows.Lines.Add(reader.LineNumber);
            }
        }

        return rows;
    }

    private static (string Name, string? Unit) Split(string header)
    {
        string text = header.Trim();
        int bracket = text.LastIndexOf('[');
        return bracket > 0 && text.EndsWith(']')
            ? (text[..bracket].TrimEnd(), text[(bracket + 1)..^1].Trim())
            : (text, null);
    }

    private static double Value(CsvReader reader, int column, CsvSeriesFaults faults)
    {
        ReadOnlySpan<byte> text = column < reader.FieldCount ? reader.GetSpan(column).Trim((byte)' ') : default;
        if (text.IsEmpty)
        {
            return double.NaN;
        }

        // not the reader's own Parse: it skips thousands separators and so makes 125 of a "12,5"
        bool read = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value);
        if (read && double.IsFinite(value))
        {
            return value;
        }

        faults.AtLine(
            "IT0303", "unreadable number", reader.LineNumber, CharacterOf(reader, column), Encoding.UTF8.GetString(text),
            "a finite number such as 12.5, or an empty cell where a sample is missing");
        return 0.0; // present but wrong: it shall not be reported as a gap as well
    }

    /// <summary>Where a field begins in its line, from 1.</summary>
    private static int CharacterOf(CsvReader reader, int column)
    {
        int before = 1;
        for (int i = 0; i < column && i < reader.FieldCount; i++)
        {
            before += Encoding.UTF8.GetCharCount(reader.GetRawSpan(i)) + 1;
        }

        return before;
    }

    private bool FindColumns(
        string[] headers, CsvSeriesRequest request, CsvSeriesFaults faults, out int timeColumn, out int valueColumn)
    {
        (string Name, string? Unit)[] columns = Array.ConvertAll(headers, Split);
        timeColumn = Array.FindIndex(columns, static c => c.Name is "time" or "time_utc" or "time_local");
        timeColumn = Math.Max(timeColumn, 0);
        valueColumn = Array.FindIndex(columns, c => c.Name == request.Column);
        if (valueColumn >= 0 && Array.FindLastIndex(columns, c => c.Name == request.Column) == valueColumn)
        {
            HeaderUnit = columns[valueColumn].Unit;
            return true;
        }

        string[] names = [.. columns.Select(static c => c.Name)];
        string found = valueColumn < 0 ? $"no column '{request.Column}'" : $"two columns '{request.Column}'";
        string expected = names.Length == 0 ? "a header line" : "one of " + string.Join(", ", names);
        faults.AtScenario("IT0302", "missing column", $"{found} in {request.File}", expected, Nearest.Of(request.Column, names));
        return false;
    }

    private bool TryTime(CsvReader reader, int column, CsvZone? zone, CsvSeriesFaults faults, out long unixS)
    {
        unixS = 0;
        ReadOnlySpan<byte> text = column < reader.FieldCount ? reader.GetSpan(column) : default;
        if (!CsvTimeStamp.TryParse(text, out CsvTimeStamp stamp))
        {
            faults.AtLine(
                "IT0304", "unreadable time stamp", reader.LineNumber, CharacterOf(reader, column), Encoding.UTF8.GetString(text),
                CsvTimeStamp.Expected);
            return false;
        }

        if (stamp.OffsetS is int offsetS)
        {
            unixS = stamp.LocalS - offsetS;
            return true;
        }

        if (zone is null)
        {
            faults.AtLine(
                "IT0305", "naive time stamp", reader.LineNumber, CharacterOf(reader, column), Encoding.UTF8.GetString(text),
                "an offset in the stamp such as Z or +01:00, or in the scenario a zone such as \"zone: UTC\" or \"zone: Europe/Berlin\"");
            return false;
        }

        long previousUnixS = TimesUnixS.Count > 0 ? TimesUnixS[^1] : long.MinValue;
        if (!zone.TryInstant(stamp.LocalS, previousUnixS, out unixS))
        {
            faults.AtLine(
                "IT0304", "unreadable time stamp", reader.LineNumber, CharacterOf(reader, column), Encoding.UTF8.GetString(text),
                "a time that the clocks of the zone show: this one is skipped in spring or lies before 1900 or after 2199");
            return false;
        }

        return true;
    }
}
