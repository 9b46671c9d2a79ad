using System.Globalization;
using System.Runtime.CompilerServices;

namespace Twin.Tests.Reference;

/// <summary>A file of reference vectors: a line that names the source, a header, rows.</summary>
internal sealed class ReferenceTable
{
    private const string FolderVariable = "TWIN_REFERENCE_DIR";

    private ReferenceTable(string path)
    {
        string[] lines = File.ReadAllLines(path);
        Name = Path.GetFileName(path);
        Source = lines[0];
        if (!Source.StartsWith('#'))
        {
            throw new InvalidDataException($"{path}:1: found \"{Source}\", expected a line that begins with # and names the source.");
        }

        string[] header = lines[1].Split(',');
        var columns = header.Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
        var rows = lines.Skip(2).Where(line => line.Length > 0);
        Rows = [.. rows.Select((line, i) => new ReferenceRow(Name, i + 3, columns, line.Split(',')))];
        Assert.IsNotEmpty(Rows, $"{Name} holds no rows.");
    }

    public string Name { get; }

    public string Source { get; }

    public IReadOnlyList<ReferenceRow> Rows { get; }

    /// <summary>Reads a file from the folder that the environment names, or else the copy beside the tests.</summary>
    public static ReferenceTable Load(string name) =>
        new(Path.Combine(ChosenFolder() ?? Path.Combine(AppContext.BaseDirectory, "Reference"), name));

    /// <summary>Reads a file that may not be copied: from the folder that the environment names, or else from the shared one.</summary>
    public static ReferenceTable LoadInPlace(string name)
    {
        if (ChosenFolder() is { } chosen)
        {
            return new(Path.Combine(chosen, name));
        }

        string shared = Path.Combine(RepositoryRoot(), "..", "shared");
        if (!Directory.Exists(shared))
        {
            Assert.Inconclusive($"{name} is read in place, and there is no {Path.GetFullPath(shared)} here.");
        }

        return new(Path.Combine(shared, "reference", name));
    }

    private static string? ChosenFolder() =>
        Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder ? folder : null;

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "IndustrialTwin.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No IndustrialTwin.sln in any folder above {AppContext.BaseDirectory}.");
    }
}

/// <summary>One row of reference vectors, read by column name.</summary>
internal sealed class ReferenceRow(string file, int line, IReadOnlyDictionary<string, int> columns, string[] cells)
{
    public string Place => $"{file}:{line}";

    public string Text(string column) => columns.TryGetValue(column, out int index)
        ? cells[index]
        : throw new InvalidDataException($"{file} has no column {column}.");

    public bool IsEmpty(string column) => Text(column).Length == 0;

    public bool Flag(string column) => Text(column) switch
    {
        "true" => true,
        "false" => false,
        var other => throw new InvalidDataException($"{Place}: {column}: found \"{other}\", expected true or false."),
    };

    public double Number(string column) => double.Parse(Text(column), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>An instant in UTC as seconds since 1970.</summary>
    public double UnixS(string column)
    {
        var instant = DateTimeOffset.Parse(Text(column), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return instant.ToUnixTimeMilliseconds() / 1000.0;
    }
}

/// <summary>Collects how far the code is off, column by column, and fails at the end with every row that is too far.</summary>
internal sealed class Deviations
{
    private readonly Dictionary<string, (double Share, double Off, string Place)> _worst = new(StringComparer.Ordinal);
    private readonly List<string> _faults = [];

    /// <summary>Compares one number; the larger of the absolute and the relative tolerance counts.</summary>
    public void Check(
        ReferenceRow row,
        double expected,
        double found,
        double absolute = 0.0,
        double relative = 0.0,
        [CallerArgumentExpression(nameof(found))] string what = "")
    {
        double allowed = Math.Max(absolute, relative * Math.Abs(expected));
        double off = Math.Abs(found - expected);
        // Equal numbers pass at any tolerance, so that an expected zero needs no absolute one; NaN passes never.
        double share = off == 0.0 ? 0.0 : off / allowed;
        if (!(share <= 1.0))
        {
            _faults.Add(string.Create(
                CultureInfo.InvariantCulture, $"{row.Place}: {what}: found {found:R}, expected {expected:R} within {allowed:G3}"));
        }

        if (!_worst.TryGetValue(what, out var worst) || !(share <= worst.Share))
        {
            _worst[what] = (share, off, row.Place);
        }
    }

    /// <summary>Notes a row that a comparison of numbers cannot express.</summary>
    public void Expect(ReferenceRow row, bool holds, string what)
    {
        if (!holds)
        {
            _faults.Add($"{row.Place}: {what}");
        }
    }

    public void Finish(ReferenceTable table, TestContext context)
    {
        context.WriteLine($"{table.Name}: {table.Rows.Count} rows");
        foreach (var (what, worst) in _worst)
        {
            context.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  {what}: worst {worst.Off:G3}, {worst.Share:P1} of the tolerance, {worst.Place}"));
        }

        Assert.IsEmpty(_faults, $"{_faults.Count} deviations:\n{string.Join('\n', _faults.Take(25))}");
    }
}
