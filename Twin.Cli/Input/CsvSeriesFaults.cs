using System.Globalization;

namespace Twin.Cli.Input;

/// <summary>Collects faults of one file; of one kind the first five are told and the rest counted.</summary>
internal sealed class CsvSeriesFaults(CsvSeriesRequest request)
{
    private const int Told = 5;
    private readonly List<Fault> faults = [];
    private readonly Dictionary<string, (string Title, int Count)> kinds = [];

    /// <summary>Whether a fault of this code was found.</summary>
    public bool Has(string code) => kinds.ContainsKey(code);

    /// <summary>Whether any fault was found.</summary>
    public bool Any => faults.Count > 0;

    /// <summary>Adds a fault at a line of the file.</summary>
    public void AtLine(string code, string title, long line, int column, string found, string expected) =>
        Add(new(code, title, new(request.File, (int)Math.Min(line, int.MaxValue), column), request.Path, found, expected));

    /// <summary>Adds a fault that the scenario's own words caused, or that no line of the file shows.</summary>
    public void AtScenario(string code, string title, string found, string expected, string? nearest = null) =>
        Add(new(code, title, request.DeclaredAt, request.Path, found, expected, nearest));

    /// <summary>
    /// Faults of the scenario, then those of the file from top to bottom, then a count for each kind that had more than were told.
    /// </summary>
    public IReadOnlyList<Fault> ToList()
    {
        // the sort keeps the order of equals
        List<Fault> all = [.. faults.OrderBy(fault => fault.Place.File == request.File ? fault.Place.Line : -1)];
        foreach ((string code, (string title, int count)) in kinds)
        {
            if (count > Told)
            {
                string more = string.Create(CultureInfo.InvariantCulture, $"{count - Told} more of this kind, {count} in all");
                all.Add(new(code, title, new(request.File, 0, 0), request.Path, more, "none"));
            }
        }

        return all;
    }

    private void Add(Fault fault)
    {
        int count = kinds.TryGetValue(fault.Code, out (string Title, int Count) kind) ? kind.Count + 1 : 1;
        kinds[fault.Code] = (fault.Title, count);
        if (count <= Told)
        {
            faults.Add(fault);
        }
    }
}
