using System.Globalization;
using Twin.Core.Series;

namespace Twin.Cli.Input.Formats;

/// <summary>Reads the stamp of the current row; tells a fault of its own and returns false if there is none.</summary>
internal delegate bool StampOf(IRows rows, out long unixS);

/// <summary>Which field to read as what.</summary>
/// <param name="Field">Field of the row, from 0.</param>
/// <param name="Name">Name of the column.</param>
/// <param name="Measures">What it measures.</param>
/// <param name="Unit">Its unit; null if the file does not say it.</param>
internal sealed record ColumnPlan(int Field, string Name, Measurand Measures, string? Unit)
{
    /// <summary>What its samples are; null for what the scenario takes for usual.</summary>
    public Between? Between { get; init; }

    /// <summary>From the stamp of a row to that of its sample [s].</summary>
    public double ShiftS { get; init; }

    /// <summary>From here on a value stands for a missing one.</summary>
    public double MissingFrom { get; init; } = double.PositiveInfinity;

    /// <summary>Down from here a value stands for a missing one.</summary>
    public double MissingTo { get; init; } = double.NegativeInfinity;

    /// <summary>Decimal mark.</summary>
    public byte Mark { get; init; } = (byte)'.';

    /// <summary>Whether commas may part groups of three digits before a decimal point.</summary>
    public bool HasCommaGroups { get; init; }

    /// <summary>Whether a scenario may name the other decimal mark.</summary>
    public bool MarkIsOpen { get; init; }

    /// <summary>Word that stands for a missing value beside the empty cell.</summary>
    public string? MissingWord { get; init; }

    /// <summary>Unit that the name hints at; for advice only.</summary>
    public string? LikelyUnit { get; init; }

    /// <summary>Plans of those headers that a format knows, each with its field.</summary>
    public static ColumnPlan[] Of(IReadOnlyList<string> headers, IReadOnlyDictionary<string, ColumnPlan> known)
    {
        List<ColumnPlan> plans = [];
        for (int field = 0; field < headers.Count; field++)
        {
            if (known.TryGetValue(headers[field].Trim(), out ColumnPlan? plan))
            {
                plans.Add(plan with { Field = field });
            }
        }

        return [.. plans];
    }
}

/// <summary>The loop over the rows of a file, the same for all formats.</summary>
internal sealed class TableRows(TextSource source, IRows rows, FileFaults faults)
{
    private readonly List<long> stamps = new(source.LinesExpected);
    private readonly List<int> lines = new(source.LinesExpected);

    /// <summary>What says how many fields a row has.</summary>
    public string FieldsBy { get; init; } = "as in the header";

    /// <summary>Stamps of the rows read, seconds since 1970-01-01T00:00Z.</summary>
    public long[] StampsUnixS => [.. stamps];

    /// <summary>Lines of the rows read, from 1.</summary>
    public int[] Lines => [.. lines];

    /// <summary>Stamp of the row before; the earliest instant of all before the first.</summary>
    public long PreviousUnixS => stamps.Count > 0 ? stamps[^1] : long.MinValue;

    /// <summary>Words in one field of each row, if asked for.</summary>
    public List<string>? Words { get; private set; }

    /// <summary>Reads all rows.</summary>
    /// <param name="fields">Fields that each row must have.</param>
    /// <param name="mayHaveMore">Whether further fields are allowed.</param>
    /// <param name="stampOf">Reads the stamp of a row.</param>
    /// <param name="plans">Columns to read.</param>
    /// <param name="wordField">Field whose words are kept; -1 for none.</param>
    /// <returns>The columns, one value for each row whose stamp could be read.</returns>
    public IReadOnlyList<FileColumn> Read(
        int fields, bool mayHaveMore, StampOf stampOf, IReadOnlyList<ColumnPlan> plans, int wordField = -1)
    {
        var values = new List<double>[plans.Count];
        var cells = new CellReader[plans.Count];
        for (int c = 0; c < plans.Count; c++)
        {
            values[c] = new(source.LinesExpected);
            cells[c] = new CellReader(source, rows, plans[c]);
        }

        Words = wordField >= 0 ? new(source.LinesExpected) : null;
        int anyRow = 0;
        while (rows.Read())
        {
            anyRow = rows.Line;
            if (rows.FieldCount < fields || (rows.FieldCount > fields && !mayHaveMore))
            {
                Ragged(fields);
                continue;
            }

            if (!stampOf(rows, out long unixS))
            {
                continue;
            }

            stamps.Add(unixS);
            lines.Add(rows.Line);
            Words?.Add(Word(rows[wordField]));
            for (int c = 0; c < cells.Length; c++)
            {
                values[c].Add(cells[c].Value());
            }
        }

        if (anyRow == 0)
        {
            faults.AtLine("IT0308", "no rows", source.LineCount + 1, 1, "a header and no row below it", "at least two rows of data");
        }

        return [.. plans.Select((plan, c) => cells[c].Column([.. values[c]]))];
    }

    /// <summary>Tells that a stamp cannot be read.</summary>
    /// <param name="field">Field in which it begins.</param>
    /// <param name="expected">What would be right.</param>
    /// <param name="count">Number of fields that make it up.</param>
    public void BadStamp(int field, string expected, int count = 1) => Bad("IT0304", "unreadable time stamp", field, count, expected);

    /// <summary>Tells that a stamp has no offset and that nobody says which zone it is in.</summary>
    public void NaiveStamp(int field, string expected) => Bad("IT0305", "naive time stamp", field, 1, expected);

    private void Bad(string code, string title, int field, int count, string expected)
    {
        if (!faults.CountsOnly(code))
        {
            int column = source.CharacterOf(rows.Line, field, rows.Separator);
            string found = string.Join((char)rows.Separator, Enumerable.Range(field, count).Select(i => source.Decode(rows[i])));
            faults.AtLine(code, title, rows.Line, column, found, expected);
        }
    }

    private string Word(ReadOnlySpan<byte> text)
    {
        string word = source.Decode(text);
        return Words is [.., { } before] && before == word ? before : word;
    }

    private void Ragged(int fields)
    {
        if (faults.CountsOnly("IT0311"))
        {
            return;
        }

        int column = source.CharacterOf(rows.Line, Math.Min(rows.FieldCount, fields), rows.Separator);
        bool isCut = rows.Separator == ',' && rows.FieldCount > fields;
        string hint = isCut ? "; a decimal comma cuts a number in two: write a point" : string.Empty;
        string found = string.Create(CultureInfo.InvariantCulture, $"{rows.FieldCount} field{(rows.FieldCount == 1 ? "" : "s")}");
        faults.AtLine(
            "IT0311", "ragged row", rows.Line, column, found,
            string.Create(CultureInfo.InvariantCulture, $"{fields} fields, {FieldsBy}{hint}"));
    }

    /// <summary>One column while it is read.</summary>
    private sealed class CellReader(TextSource source, IRows rows, ColumnPlan plan)
    {
        private readonly FileFaults faults = new(source.File);
        private readonly byte[]? missingWord = plan.MissingWord is { } word ? System.Text.Encoding.UTF8.GetBytes(word) : null;
        private bool hasNumbers;
        private bool isMeantAsNumber = plan.Unit is not null; // words have no unit

        public double Value()
        {
            ReadOnlySpan<byte> text = plan.Field < rows.FieldCount ? rows[plan.Field] : default;
            if (DecimalText.TryParse(text, plan.Mark, out double value)
                || (plan.HasCommaGroups && DecimalText.TryEnglish(text, out value)))
            {
                hasNumbers = true;
                return value >= plan.MissingFrom || value <= plan.MissingTo ? double.NaN : value;
            }

            text = text.Trim((byte)' ');
            if (!text.IsEmpty && !(missingWord is not null && text.SequenceEqual(missingWord)))
            {
                Tell(text);
            }

            return double.NaN;
        }

        public FileColumn Column(double[] values) => new(plan.Name, plan.Measures, plan.Unit, values)
        {
            Field = plan.Field,
            Between = plan.Between,
            ShiftS = plan.ShiftS,
            Faults = faults,
            IsText = faults.Any && !hasNumbers && !isMeantAsNumber,
            LikelyUnit = plan.LikelyUnit,
        };

        private void Tell(ReadOnlySpan<byte> text)
        {
            if (faults.CountsOnly("IT0303"))
            {
                return;
            }

            // Told or not, a number with the wrong mark is one: the column holds no words.
            bool otherMark = DecimalText.HasOtherMark(text, plan.Mark);
            isMeantAsNumber |= otherMark;
            string title = !otherMark ? "unreadable number" : plan.Mark == '.' ? "decimal comma" : "decimal point";
            int column = source.CharacterOf(rows.Line, plan.Field, rows.Separator);
            faults.AtLine("IT0303", title, rows.Line, column, source.Decode(text), Expected(otherMark));
        }

        private string Expected(bool otherMark)
        {
            (string number, string mark, string other) = plan.Mark == '.' ? ("12.5", "point", "comma") : ("12,5", "comma", "point");
            string choice = plan.MarkIsOpen ? $", or \"decimal: {other}\" in the scenario" : string.Empty;
            string groups = plan.Mark == '.' ? string.Empty : "; points part groups of three digits only, as in 1.234,5";
            return otherMark ? $"a decimal {mark}, as in {number}{choice}{groups}"
                : $"a finite number such as {number}, or an empty cell where a sample is missing";
        }
    }
}
