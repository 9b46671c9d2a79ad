namespace Twin.Cli.Input;

/// <summary>The layers of a scenario, lowest first: a higher one wins.</summary>
internal enum Layer
{
    Default,
    Catalogue,
    File,
    Override,
    SetFile,
    Set,
}

/// <summary>Where nodes come from, and from where the paths written in them count.</summary>
/// <param name="Name">As shown in messages: a path, "catalogue servers.yaml", "default", or the whole --set text.</param>
/// <param name="Layer">Layer of the scenario.</param>
/// <param name="BaseFolder">Absolute folder to which relative paths count.</param>
/// <param name="RootFolder">Absolute folder that paths may not leave; null if they may be anywhere.</param>
/// <param name="HasLines">False for texts without lines worth naming, such as --set.</param>
internal sealed record Source(string Name, Layer Layer, string BaseFolder, string? RootFolder, bool HasLines)
{
    /// <summary>Name of the override, for nodes of a chosen one.</summary>
    public string? Override { get; init; }

    /// <summary>Where a file stands among those that extend each other: in ordinal order a higher one is laid over a lower one.</summary>
    public string Rank { get; init; } = string.Empty;

    /// <summary>Whether what this says is laid over what another says.</summary>
    public bool IsAbove(Source other) => Layer != other.Layer ? Layer > other.Layer : string.CompareOrdinal(Rank, other.Rank) > 0;

    /// <summary>What nobody wrote.</summary>
    public static Source Default { get; } = new("default", Layer.Default, string.Empty, null, HasLines: false);
}

/// <summary>A node of the scenario tree; it never changes and knows where it was written.</summary>
internal abstract class Node(Source source, int line, int column)
{
    /// <summary>Where the node comes from.</summary>
    public Source Source { get; } = source;

    /// <summary>Line in the source, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>Column in the source, from 1.</summary>
    public int Column { get; } = column;

    /// <summary>Place to name in a fault.</summary>
    public Place Place => Source.HasLines ? new(Source.Name, Line, Column) : new(Source.Name, 0, 0);
}

/// <summary>A text; what it means is decided by the key, never guessed from its looks.</summary>
internal sealed class Scalar(string text, bool isQuoted, Source source, int line, int column) : Node(source, line, column)
{
    /// <summary>The text without quotes.</summary>
    public string Text { get; } = text;

    /// <summary>Whether it stood in quotes or in a block.</summary>
    public bool IsQuoted { get; } = isQuoted;

    /// <summary>Whether it means "not set here": nothing, ~ or null, unquoted.</summary>
    public bool IsNull => !IsQuoted && (Text is "" or "~" or "null" or "Null" or "NULL");
}

/// <summary>A list.</summary>
internal sealed class Sequence(IReadOnlyList<Node> items, Source source, int line, int column) : Node(source, line, column)
{
    /// <summary>Items in the order written.</summary>
    public IReadOnlyList<Node> Items { get; } = items;

    /// <summary>The same list with other items.</summary>
    public Sequence With(IReadOnlyList<Node> others) => new(others, Source, Line, Column);

    /// <summary>Whether every item is a mapping with a name, so that items are addressed by it.</summary>
    public bool IsNamed => Items.Count > 0 && Items.All(item => (item as Mapping)?.Name is not null);
}

/// <summary>A key with its value; line and column are those of the key.</summary>
internal sealed record Entry(string Key, Node Value, Source Source, int Line, int Column)
{
    /// <summary>Place of the key.</summary>
    public Place Place => Source.HasLines ? new(Source.Name, Line, Column) : new(Source.Name, 0, 0);
}

/// <summary>Keys with values, in the order written, each key once.</summary>
internal sealed class Mapping : Node
{
    private readonly Dictionary<string, Entry> byKey;

    /// <summary>Makes a mapping; of entries with the same key the first counts.</summary>
    public Mapping(IReadOnlyList<Entry> entries, Source source, int line, int column)
        : base(source, line, column)
    {
        Entries = entries;
        byKey = new(entries.Count, StringComparer.Ordinal);
        foreach (Entry entry in entries)
        {
            byKey.TryAdd(entry.Key, entry);
        }
    }

    /// <summary>Entries in the order written.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>The text under the key "name", or null.</summary>
    public string? Name => this["name"] is Scalar { IsNull: false } name ? name.Text : null;

    /// <summary>The value of a key, or null.</summary>
    public Node? this[string key] => byKey.GetValueOrDefault(key)?.Value;

    /// <summary>The entry of a key, or null.</summary>
    public Entry? Find(string key) => byKey.GetValueOrDefault(key);

    /// <summary>The same mapping with other entries.</summary>
    public Mapping With(IReadOnlyList<Entry> entries) => new(entries, Source, Line, Column);

    /// <summary>The same mapping with another value in the place of one that it has.</summary>
    public Mapping Replace(Node value, Node other) =>
        With([.. Entries.Select(entry => entry.Value == value ? entry with { Value = other } : entry)]);

    /// <summary>The same mapping without some keys.</summary>
    public Mapping Without(params ReadOnlySpan<string> keys)
    {
        List<Entry> kept = [];
        foreach (Entry entry in Entries)
        {
            if (!keys.Contains(entry.Key))
            {
                kept.Add(entry);
            }
        }

        return With(kept);
    }
}
