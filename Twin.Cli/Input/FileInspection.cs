using Twin.Cli.Input.Formats;
using Twin.Core.Series;

namespace Twin.Cli.Input;

/// <summary>A place where rows are missing, or cells of one column are empty.</summary>
/// <param name="Line">Line of the row before it, from 1.</param>
/// <param name="FirstUnixS">First missing stamp, seconds since 1970-01-01T00:00Z.</param>
/// <param name="LastUnixS">Last missing stamp.</param>
/// <param name="Count">Samples missing [1].</param>
/// <param name="LengthS">Samples missing times their interval [s].</param>
internal readonly record struct FileGap(int Line, long FirstUnixS, long LastUnixS, int Count, long LengthS);

/// <summary>A column as a whole.</summary>
/// <param name="Column">The column.</param>
/// <param name="Count">Cells with a value [1].</param>
/// <param name="Min">Least value.</param>
/// <param name="Mean">Mean of all values.</param>
/// <param name="Max">Greatest value.</param>
/// <param name="Gaps">Places with empty cells, those between rows that are not there left out.</param>
internal sealed record ColumnInspection(FileColumn Column, int Count, double Min, double Mean, double Max, IReadOnlyList<FileGap> Gaps)
{
    /// <summary>Cells without a value [1].</summary>
    public int Empty => Column.Values.Length - Count;
}

/// <summary>What a data file is and what is odd about it, found out without a scenario.</summary>
/// <param name="Table">The file.</param>
/// <param name="Columns">Its columns of numbers.</param>
/// <param name="Gaps">Places where rows are missing.</param>
/// <param name="Duplicates">Rows whose stamp is that of the row before.</param>
/// <param name="Checks">What was checked against physics, and how it went.</param>
internal sealed record FileInspection(
    FileTable Table,
    IReadOnlyList<ColumnInspection> Columns,
    IReadOnlyList<FileGap> Gaps,
    IReadOnlyList<int> Duplicates,
    IReadOnlyList<PlausibilityCheck> Checks)
{
    /// <summary>Whether the file leaves open which zone its stamps are in; they are then shown as written.</summary>
    public bool ZoneIsOpen { get; init; }

    /// <summary>Whether the numbers of a plain table have a decimal comma, which a scenario has to say.</summary>
    public bool HasDecimalCommas { get; init; }

    /// <summary>Begin of what the first row speaks for, seconds since 1970-01-01T00:00Z.</summary>
    public long FromUnixS => Table.PlacedUnixS[0] + ShiftS;

    /// <summary>End of what the last row speaks for.</summary>
    public long UntilUnixS => Table.PlacedUnixS[^1] + ShiftS + Table.IntervalS;

    /// <summary>Columns of words, which are not looked at.</summary>
    public IEnumerable<FileColumn> Words => Table.Columns.Where(static column => column.IsText);

    private long ShiftS => (long)Math.Round(Table.BeginS + Table.CorrectionS);

    /// <summary>Reads and inspects a file.</summary>
    /// <param name="file">Path, as it can be opened and as messages call it.</param>
    /// <param name="format">Name of a format, or auto.</param>
    /// <param name="zone">Zone of stamps without an offset; null for what the file says.</param>
    /// <param name="faults">What makes the file useless; empty if there is an inspection.</param>
    public static FileInspection? Of(string file, string format, string? zone, out IReadOnlyList<Fault> faults)
    {
        var found = new FileFaults(file);
        FileWishes wishes = FileWishes.None with { Zone = zone };
        FileTable? table = FileFormats.Read(file, format, wishes, found);
        bool zoneIsOpen = zone is null && table is not null && found.Has("IT0305");
        if (zoneIsOpen)
        {
            // Without a zone no scenario may use it, but one may look at it.
            found = new FileFaults(file);
            wishes = wishes with { Zone = "UTC" };
            table = FileFormats.Read(file, format, wishes, found);
        }

        FileTable? withCommas = table is null ? null : WithDecimalCommas(table, wishes);
        table = withCommas ?? table;

        List<Fault> all = [.. found.ToList()];
        if (table is not null)
        {
            all.AddRange(table.Columns.Where(static column => !column.IsText).SelectMany(static column => column.Faults.ToList()));
            all.AddRange(TimeThatGoesBack(table));
            if (all.Count == 0 && (table.IntervalS < 1 || table.Columns.All(static column => column.IsText)))
            {
                string what = table.IntervalS < 1 ? "rows at two times" : "a column of numbers";
                var place = new Place(file, 0, 0);
                all.Add(new("IT0308", "too little to look at", place, string.Empty, $"{file}: nothing to compare", $"at least {what}"));
            }
        }

        faults = [.. all.OrderBy(static fault => fault.Place.Line)];
        return faults.Count > 0 || table is null ? null
            : Of(table) with { ZoneIsOpen = zoneIsOpen, HasDecimalCommas = withCommas is not null };
    }

    /// <summary>The table with decimal commas, if no number in it speaks against them; null if one does or none asks for them.</summary>
    private static FileTable? WithDecimalCommas(FileTable table, FileWishes wishes)
    {
        bool asks = table.Format is CsvFormat && table.Separator != ','
            && table.Columns.Any(static column => !column.IsText && column.Faults.Any)
            && !table.Columns.Any(static column => column.Values.Any(static value => value % 1.0 is not (0.0 or double.NaN)));
        string file = table.Source.File;
        FileTable? read = asks
            ? FileFormats.Read(file, table.Format.Name, wishes with { DecimalComma = true }, new FileFaults(file))
            : null;
        return read is not null && read.Columns.All(static column => column.IsText || !column.Faults.Any) ? read : null;
    }

    private static IReadOnlyList<Fault> TimeThatGoesBack(FileTable table)
    {
        var faults = new FileFaults(table.Source.File);
        if (TableOrder.Back(table).Any(static back => back.BackS > 0))
        {
            TableOrder.Check(table, faults);
        }

        return faults.ToList();
    }

    private static FileInspection Of(FileTable table)
    {
        int[] twice = [.. TableOrder.Back(table).Select(static back => back.Row)];
        HashSet<int> dropped = [.. twice];
        int[] rows = [.. Enumerable.Range(0, table.Lines.Length).Where(i => !dropped.Contains(i))];
        IReadOnlyList<FileGap> gaps = GapsIn(table, rows);
        ColumnInspection[] columns = [.. table.Columns.Where(static c => !c.IsText).Select(column => Column(table, column, rows, gaps))];
        return new(table, columns, gaps, twice, Plausibility.Of(table));
    }

    private static ColumnInspection Column(FileTable table, FileColumn column, int[] rows, IReadOnlyList<FileGap> rowGaps)
    {
        (int count, double sum, double min, double max) = (0, 0.0, double.PositiveInfinity, double.NegativeInfinity);
        foreach (double value in column.Values)
        {
            if (!double.IsNaN(value))
            {
                (count, sum, min, max) = (count + 1, sum + value, Math.Min(min, value), Math.Max(max, value));
            }
        }

        HashSet<long> known = [.. rowGaps.Select(static gap => gap.FirstUnixS)];
        FileGap[] gaps = count == column.Values.Length
            ? []
            : [.. GapsIn(table, [.. rows.Where(i => !double.IsNaN(column.Values[i]))]).Where(gap => !known.Contains(gap.FirstUnixS))];
        return new(column, count, count > 0 ? min : double.NaN, count > 0 ? sum / count : double.NaN, count > 0 ? max : double.NaN, gaps);
    }

    private static FileGap[] GapsIn(FileTable table, int[] rows)
    {
        if (rows.Length < 2 || table.IntervalS < 1)
        {
            return [];
        }

        var samples = new Samples(Array.ConvertAll(rows, i => table.PlacedUnixS[i]), new double[rows.Length], table.IntervalS);
        return [.. samples.Gaps().Select(gap =>
            new FileGap(table.Lines[rows[gap.Before]], gap.FirstUnixS, gap.LastUnixS, gap.Count, gap.LengthS))];
    }
}
