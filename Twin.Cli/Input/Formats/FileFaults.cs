using System.Globalization;

namespace Twin.Cli.Input.Formats;

/// <summary>Collects what is wrong with a data file; of one kind the first five are told and the rest counted.</summary>
internal sealed class FileFaults(string file)
{
    private const int Told = 5;
    private readonly List<Fault> faults = [];
    private readonly Dictionary<string, (int Count, Place Sixth)> kinds = new(StringComparer.Ordinal);

    /// <summary>The file, as messages call it.</summary>
    public string File { get; } = file;

    /// <summary>Whether any fault was found.</summary>
    public bool Any => faults.Count > 0;

    /// <summary>Whether a fault of this code was found.</summary>
    public bool Has(string code) => kinds.ContainsKey(code);

    /// <summary>Counts a fault of which so many were told that no more words are needed.</summary>
    /// <returns>False if it still has to be told.</returns>
    public bool CountsOnly(string code)
    {
        if (!kinds.TryGetValue(code, out (int Count, Place Sixth) kind) || kind.Count <= Told)
        {
            return false;
        }

        kinds[code] = (kind.Count + 1, kind.Sixth);
        return true;
    }

    /// <summary>Adds a fault at a line of the file.</summary>
    public void AtLine(string code, string title, int line, int column, string found, string expected) =>
        Add(new(code, title, new(File, line, column), string.Empty, found, expected));

    /// <summary>Adds a fault of the file as a whole.</summary>
    public void AtFile(string code, string title, string found, string expected, string? nearest = null) =>
        Add(new(code, title, new(File, 0, 0), string.Empty, found, expected, nearest));

    /// <summary>
    /// What was found, from top to bottom. Behind the first five of a kind stands how many more there are, at the place of the sixth.
    /// </summary>
    /// <param name="path">Dotted path of the series that needs the file; empty where nobody does.</param>
    /// <param name="declaredAt">Where a scenario names the file: there stands what no line shows; null for the file itself.</param>
    public IReadOnlyList<Fault> ToList(string path = "", Place? declaredAt = null)
    {
        IEnumerable<Fault> all = faults;
        foreach ((string code, (int count, Place sixth)) in kinds.Where(static kind => kind.Value.Count > Told))
        {
            string more = string.Create(CultureInfo.InvariantCulture, $"{count - Told} more of this kind, {count} in all");
            all = all.Append(new(code, faults.Find(fault => fault.Code == code)!.Title, sixth, string.Empty, more, "none"));
        }

        return
        [
            .. all.OrderBy(static fault => fault.Place.Line).ThenBy(static fault => fault.Place.Column) // keeps the order of equals
                .Select(fault => fault with { Path = path, Place = fault.Place.Line == 0 ? declaredAt ?? fault.Place : fault.Place }),
        ];
    }

    private void Add(Fault fault)
    {
        (int count, Place sixth) = kinds.GetValueOrDefault(fault.Code);
        kinds[fault.Code] = (count + 1, count == Told ? fault.Place : sixth);
        if (count < Told)
        {
            faults.Add(fault);
        }
    }
}
