using System.Globalization;

namespace Twin.Tests.Reference;

/// <summary>A file of reference vectors: a line that names the source, a header, rows.</summary>
internal sealed class ReferenceTable
{
    private readonly Reading reading = new();

    private ReferenceTable(string path)
    {
        string[] lines = File.ReadAllLines(path);
        Name = Path.GetFileName(path);
        Folder = Path.GetDirectoryName(path)!;
        Source = lines.FirstOrDefault() ?? string.Empty;
        if (!Source.StartsWith('#') || lines.Length < 2)
        {
            throw new InvalidDataException($"{path}:1: found \"{Source}\", expected a line that begins with # and names the source, and a header below.");
        }

        Columns = lines[1].Split(',');
        var columns = Columns.Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
        var rows = lines.Index().Skip(2).Where(line => line.Item.Length > 0);
        Rows = [.. rows.Select(line => new ReferenceRow(Name, line.Index + 1, columns, line.Item.Split(','), this.reading))];
        Assert.IsNotEmpty(Rows, $"{Name} holds no rows.");
    }

    public string Name { get; }

    /// <summary>Where the file lies: others of the same half lie beside it.</summary>
    public string Folder { get; }

    public string Source { get; }

    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyList<ReferenceRow> Rows { get; }

    /// <summary>Columns that nobody has looked at so far.</summary>
    public IEnumerable<string> Unread => Columns.Where(column => !this.reading.Columns.Contains(column));

    /// <summary>File and line of the cell that was read last: where a fault comes from that does not say it.</summary>
    public string LastPlace => this.reading.Place;

    /// <summary>Reads a file from the folder that the environment names, or else the copy beside the tests.</summary>
    public static ReferenceTable Load(string name) =>
        new(ReferenceFolders.Find(ReferenceFolders.InUseFor(name), name) ?? Path.Combine(ReferenceFolders.InUse[0], name));

    /// <summary>Reads a file that may not be copied: from the folder that the environment names, or else from the shared one.</summary>
    public static ReferenceTable LoadInPlace(string name)
    {
        if (ReferenceFolders.Chosen is { } chosen)
        {
            if (ReferenceFolders.Find([chosen], name) is null)
            {
                Assert.Inconclusive($"{name} is not in {chosen}: somebody's own rows need not cover every file.");
            }

            return new(Path.Combine(chosen, name));
        }

        if (ReferenceFolders.Shared is not { } shared)
        {
            Assert.Inconclusive($"{name} is read in place, and the optional folder beside the repository is not here.");
            throw new FileNotFoundException(name);
        }

        return new(Path.Combine(shared, name));
    }

    /// <summary>Reads the file at a path.</summary>
    public static ReferenceTable At(string path) => new(path);

    /// <summary>Reads a file of the same half; one that serves both halves may lie with the committed copies only.</summary>
    public ReferenceTable Beside(string name)
    {
        string path = Path.Combine(Folder, name);
        return File.Exists(path) ? new(path) : Load(name);
    }

    /// <summary>The number behind a word in the line that names the source.</summary>
    public double Stated(string word)
    {
        int at = Source.IndexOf(word + " ", StringComparison.Ordinal);
        Assert.IsGreaterThanOrEqualTo(0, at, $"{Name}:1: found no \"{word}\".");
        string tail = Source[(at + word.Length + 1)..];
        string number = new([.. tail.TakeWhile(c => char.IsAsciiDigit(c) || c is '.' or '-' or '+' or 'e')]);
        return double.Parse(number.TrimEnd('.'), NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}

/// <summary>What has been read of a table so far.</summary>
internal sealed class Reading
{
    public HashSet<string> Columns { get; } = new(StringComparer.Ordinal);

    public string Place { get; set; } = "";
}

/// <summary>One row of reference vectors, read by column name.</summary>
internal sealed class ReferenceRow(
    string file, int line, IReadOnlyDictionary<string, int> columns, string[] cells, Reading reading)
{
    public string Place => $"{file}:{line}";

    public string Text(string column)
    {
        reading.Columns.Add(column);
        reading.Place = Place;
        return columns.TryGetValue(column, out int index)
            ? cells[index]
            : throw new InvalidDataException($"{file} has no column {column}.");
    }

    /// <summary>Whether a cell says nothing: empty for not applicable, NaN for undefined.</summary>
    public bool IsEmpty(string column) => Text(column) is "" or "NaN";

    public bool Flag(string column) => Text(column) switch
    {
        "true" => true,
        "false" => false,
        var other => throw new InvalidDataException($"{Place}: {column}: found \"{other}\", expected true or false."),
    };

    public double Number(string column) =>
        double.TryParse(Text(column), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : throw new InvalidDataException($"{Place}: {column}: found \"{Text(column)}\", expected a number.");

    /// <summary>An instant in UTC as seconds since 1970.</summary>
    public double UnixS(string column)
    {
        var instant = DateTimeOffset.Parse(Text(column), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return instant.ToUnixTimeMilliseconds() / 1000.0;
    }
}
