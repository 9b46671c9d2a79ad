namespace Twin.Cli.Input;

/// <summary>Collects the faults of one reading; a hostile file with a million of them is cut off, not printed.</summary>
internal sealed class FaultList
{
    /// <summary>Most faults that are kept: nobody mends more in one go.</summary>
    public const int Most = 500;

    private readonly List<(Fault Fault, int File)> faults = [];
    private readonly List<string> files = [];

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => faults.Count == 0;

    /// <summary>Whether further faults are dropped.</summary>
    public bool IsFull => faults.Count >= Most;

    /// <summary>Number of faults.</summary>
    public int Count => faults.Count;

    /// <summary>Announces a file, so that its faults are listed in the order in which files were opened.</summary>
    public void Opened(string file)
    {
        if (!files.Contains(file))
        {
            files.Add(file);
        }
    }

    /// <summary>Adds a fault, unless the list is full.</summary>
    public void Add(string code, string title, Place place, string path, string found, string expected, string? nearest = null)
    {
        if (!IsFull)
        {
            int file = files.IndexOf(place.File);
            faults.Add((new(code, title, place, path, found, expected, nearest), file < 0 ? int.MaxValue : file));
        }
    }

    /// <summary>Adds a fault made elsewhere, unless the list is full.</summary>
    public void Add(Fault fault) =>
        Add(fault.Code, fault.Title, fault.Place, fault.Path, fault.Found, fault.Expected, fault.Nearest);

    /// <summary>All faults in file order; those without a line come last, in the order found.</summary>
    public IReadOnlyList<Fault> InFileOrder() =>
        [.. faults.OrderBy(f => f.File).ThenBy(f => f.Fault.Place.Line).ThenBy(f => f.Fault.Place.Column).Select(f => f.Fault)];
}
