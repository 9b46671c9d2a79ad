using System.Text;

namespace Twin.Cli.Input.Comparison;

/// <summary>
/// The parts in which one scenario differs from another, each of which can be switched alone: a machine or hall of a list, the permit, or a
/// section at the top.
/// </summary>
/// <remarks>
/// Both scenarios are taken as resolved, so that a value that follows from others is switched with the part in which it stands, and the
/// scenario with all parts switched is the other one.
/// </remarks>
internal sealed class ScenarioParts
{
    // Of no account to a run: identity, and what only a report reads.
    private static readonly string[] Kept = ["schema", "name", "label"];
    private static readonly string[] OfReports = ["centre", "tenants", Keys.Assumptions];

    // Lists of what may be named. An entry that nobody names changes nothing, so those of both scenarios are there throughout.
    private static readonly string[] Shelves = [Keys.Catalogue.Name, Keys.Servers.Name, Keys.Climates.Name];

    private readonly Mapping first;
    private readonly Mapping second;
    private readonly Func<string, string> nameFile;

    /// <summary>Holds one scenario against another.</summary>
    /// <param name="first">The one, written out.</param>
    /// <param name="second">The other, written out.</param>
    /// <param name="nameFile">What to call a data file, by its full path; files of one name are the same.</param>
    public ScenarioParts(Mapping first, Mapping second, Func<string, string> nameFile)
    {
        this.first = first;
        this.second = second;
        this.nameFile = nameFile;
        List<string> names = [];
        Walk((name, one, other, key) =>
        {
            if (!ScenarioDiff.AreSame(one, other, key, nameFile))
            {
                names.Add(name);
            }

            return one;
        });
        Names = names;
    }

    /// <summary>A scenario as if somebody had written every value of it: the text that a run folder keeps, read again.</summary>
    /// <param name="read">The scenario, read and completed.</param>
    /// <returns>The tree without the catalogue below it.</returns>
    /// <exception cref="InvalidOperationException">The scenario could not be read.</exception>
    public static Mapping WrittenOut(ReadResult read)
    {
        byte[] text = Encoding.UTF8.GetBytes(read.Resolved(withOrigins: false));
        ReadOptions options = ReadOptions.None with { StandardInput = text, BaseFolder = read.BaseFolder };
        string name = Path.Combine(read.BaseFolder, ReadOptions.StandardInputName);
        return WrittenTree.Of(Layers.Merge(name, options, new ScenarioFiles(read.BaseFolder), new FaultList())
            ?? throw new InvalidOperationException("A resolved scenario does not read again: a bug."));
    }

    /// <summary>Names of the parts that differ, in the order of the scenario's sections.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The first scenario with some parts from the second.</summary>
    /// <param name="parts">Names of the parts.</param>
    /// <returns>Its tree with the catalogue below it, ready to be resolved.</returns>
    public Mapping Switched(IReadOnlySet<string> parts)
    {
        Mapping mixed = Walk((name, one, other, _) => parts.Contains(name) ? other : one);
        return (Mapping)TreeMerge.Merge(Catalogue.Tree, mixed, string.Empty, new FaultList());
    }

    /// <summary>The part in which a value lies; null for a value of no part.</summary>
    /// <param name="path">Dotted path of the value.</param>
    public string? PartOf(string path) =>
        Names.Where(name => path == name || path.StartsWith(name + ".", StringComparison.Ordinal)).MaxBy(name => name.Length);

    private Mapping Walk(Func<string, Node?, Node?, Key, Node?> choose)
    {
        List<Entry> entries = [];
        foreach (Key key in Keys.Root.Children.Where(key => !OfReports.Contains(key.Name)))
        {
            (Node? one, Node? other) = (first[key.Name], second[key.Name]);
            Node? node = Kept.Contains(key.Name) ? one : Of(key, key.Name, one, other, Shelves.Contains(key.Name), choose);
            if (node is not null)
            {
                entries.Add(new(key.Name, node, node.Source, node.Line, node.Column));
            }
        }

        return first.With(entries);
    }

    private static Node? Of(
        Key key, string path, Node? one, Node? other, bool isShelf, Func<string, Node?, Node?, Key, Node?> choose)
    {
        if (isShelf && (one is null || other is null))
        {
            return one ?? other;
        }

        return key.Kind switch
        {
            KeyKind.NamedList => OfList(key, path, (one as Sequence, other as Sequence), isShelf, choose),
            KeyKind.Section when one is Mapping below && other is Mapping above =>
                OfSection(key, path, (below, above), isShelf, choose),
            _ => choose(path, one, other, key),
        };
    }

    private static Sequence? OfList(
        Key key, string path, (Sequence? One, Sequence? Other) lists, bool isShelf, Func<string, Node?, Node?, Key, Node?> choose)
    {
        Dictionary<string, Mapping> one = ByName(lists.One), other = ByName(lists.Other);
        List<Node> items = [];
        foreach (string name in one.Keys.Union(other.Keys).Order(StringComparer.Ordinal))
        {
            (Mapping? below, Mapping? above) = (one.GetValueOrDefault(name), other.GetValueOrDefault(name));
            Node? item = isShelf && (below is null || above is null)
                ? below ?? above
                : choose(TreeMerge.Join(path, name), below, above, key);
            if (item is not null)
            {
                items.Add(item);
            }
        }

        return items.Count > 0 ? (lists.One ?? lists.Other)!.With(items) : null;
    }

    private static Mapping? OfSection(
        Key key, string path, (Mapping One, Mapping Other) both, bool isShelf, Func<string, Node?, Node?, Key, Node?> choose)
    {
        // Sections and lists inside are parts of their own: the permit beside the river, the tank beside the network.
        Key[] inner = [.. key.Children.Where(child => child.Kind is KeyKind.Section or KeyKind.NamedList)];
        string[] names = [.. inner.Select(child => child.Name)];
        Node? rest = isShelf ? both.One.With([]) : choose(path, both.One.Without(names), both.Other.Without(names), key);
        if (rest is not Mapping own)
        {
            return null;
        }

        List<Entry> entries = [.. own.Entries];
        foreach (Key child in inner)
        {
            if (Of(child, TreeMerge.Join(path, child.Name), both.One[child.Name], both.Other[child.Name], isShelf, choose) is { } node)
            {
                entries.Add(new(child.Name, node, node.Source, node.Line, node.Column));
            }
        }

        return own.With(entries);
    }

    private static Dictionary<string, Mapping> ByName(Sequence? list) =>
        list?.Items.OfType<Mapping>().ToDictionary(item => item.Name!, StringComparer.Ordinal) ?? new(StringComparer.Ordinal);
}
