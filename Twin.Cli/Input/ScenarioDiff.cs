using System.Globalization;

namespace Twin.Cli.Input;

/// <summary>What one resolved scenario says differently from another, value by value.</summary>
internal sealed class ScenarioDiff
{
    private const string Nothing = "-";

    private readonly List<ScenarioDifference> chosen = []; // by somebody
    private readonly List<ScenarioDifference> following = []; // from the catalogue or a default, once that was chosen
    private readonly Func<string, string> nameFile;

    private ScenarioDiff(Func<string, string> nameFile) => this.nameFile = nameFile;

    /// <summary>Lists the differences: what somebody wrote first, then what the catalogue and defaults make of it.</summary>
    /// <param name="lower">Completed tree to compare with.</param>
    /// <param name="upper">Completed tree.</param>
    /// <returns>
    /// Lines "path: base -> this", both parts in the order of the scenario; "-" where one side has nothing. An entry of the catalogue that
    /// comes or goes as a whole is one line with the count of its values.
    /// </returns>
    public static IReadOnlyList<string> Of(Mapping lower, Mapping upper) =>
        [.. Between(lower, upper, path => path).Select(difference => difference.Text)];

    /// <summary>Lists the same differences, each with its parts.</summary>
    /// <param name="lower">Completed tree to compare with.</param>
    /// <param name="upper">Completed tree.</param>
    /// <param name="nameFile">What to call a data file, by its full path; files of one name are the same.</param>
    public static IReadOnlyList<ScenarioDifference> Between(Mapping lower, Mapping upper, Func<string, string> nameFile)
    {
        var diff = new ScenarioDiff(nameFile);
        diff.Compare(lower, upper, Keys.Root, string.Empty);
        return [.. diff.chosen, .. diff.following];
    }

    /// <summary>Whether two nodes say the same.</summary>
    /// <param name="one">A node of a completed tree; null where it has none.</param>
    /// <param name="other">The node at its place in another tree.</param>
    /// <param name="key">What the nodes stand under.</param>
    /// <param name="nameFile">What to call a data file, by its full path; files of one name are the same.</param>
    public static bool AreSame(Node? one, Node? other, Key key, Func<string, string> nameFile) =>
        Text(one, key, nameFile) == Text(other, key, nameFile);

    private void Compare(Node? lower, Node? upper, Key key, string path)
    {
        if (lower is Mapping or null && upper is Mapping or null)
        {
            foreach (string name in KeysOf(upper).Union(KeysOf(lower)))
            {
                Compare((lower as Mapping)?[name], (upper as Mapping)?[name],
                    ResolvedScenario.Child(key, name), TreeMerge.Join(path, name));
            }
        }
        else if (IsNamedOrNull(lower) && IsNamedOrNull(upper))
        {
            Dictionary<string, Node> below = ByName(lower);
            Dictionary<string, Node> above = ByName(upper);
            foreach (string name in above.Keys.Union(below.Keys))
            {
                CompareItems(below.GetValueOrDefault(name), above.GetValueOrDefault(name), key, TreeMerge.Join(path, name));
            }
        }
        else if (Text(lower, key, nameFile) is var before && Text(upper, key, nameFile) is var after && before != after)
        {
            (IsWritten(lower) || IsWritten(upper) ? chosen : following).Add(new(path, before, after));
        }
    }

    private void CompareItems(Node? lower, Node? upper, Key key, string path)
    {
        if (lower is not null && upper is not null || !IsOfCatalogue(key, (Mapping)(lower ?? upper)!))
        {
            Compare(lower, upper, key, path);
            return;
        }

        following.Add(new(path, Count(lower), Count(upper)));
    }

    // Whether the catalogue gave the entry as it is; in a resolved scenario its values stand as if somebody had written them.
    private static bool IsOfCatalogue(Key kind, Mapping entry) =>
        Catalogue.Kinds.FirstOrDefault(known => known.Kind == kind).Entries?.FirstOrDefault(known => known.Name == entry.Name) is { } same
        && kind.Children.Where(child => child.Kind != KeyKind.Section && !TypeLayer.NeverTaken.Contains(child.Name))
            .All(child => entry[child.Name] is not { } value || !IsWritten(value)
                || Text(value, child, path => path) == (same[child.Name] is { } usual ? Text(usual, child, path => path) : child.Default));

    private static bool IsWritten(Node? node) => node?.Source.Layer > Layer.Catalogue;

    private static string Count(Node? entry) => entry is Mapping mapping
        ? string.Create(CultureInfo.InvariantCulture, $"{Values(mapping)} values of the catalogue")
        : Nothing;

    private static int Values(Mapping entry) => entry.Entries.Count(value => !TypeLayer.NeverTaken.Contains(value.Key));

    private static bool IsNamedOrNull(Node? node) => node is null or Sequence { IsNamed: true };

    private static IEnumerable<string> KeysOf(Node? node) => node is Mapping mapping ? mapping.Entries.Select(entry => entry.Key) : [];

    private static Dictionary<string, Node> ByName(Node? list) => list is Sequence sequence
        ? sequence.Items.ToDictionary(item => ((Mapping)item).Name!, StringComparer.Ordinal)
        : new(StringComparer.Ordinal);

    private static string Text(Node? node, Key key, Func<string, string> nameFile) => node switch
    {
        // Files are the same if they are the same file, however their paths were written.
        Scalar path when key.Kind == KeyKind.Path => nameFile(Path.GetFullPath(path.Text, path.Source.BaseFolder)),
        Scalar scalar => scalar.Text,
        Sequence list => $"[{string.Join(", ", list.Items.Select(item => Text(item, key, nameFile)))}]",
        Mapping mapping => $"{{ {string.Join(", ", mapping.Entries.Select(entry => Text(entry, key, nameFile)))} }}",
        _ => Nothing,
    };

    private static string Text(Entry entry, Key key, Func<string, string> nameFile) =>
        $"{entry.Key}: {Text(entry.Value, ResolvedScenario.Child(key, entry.Key), nameFile)}";
}

/// <summary>A value that two scenarios give differently.</summary>
/// <param name="Path">Dotted path.</param>
/// <param name="Before">What the one says; "-" where it says nothing.</param>
/// <param name="After">What the other says.</param>
internal sealed record ScenarioDifference(string Path, string Before, string After)
{
    /// <summary>Both on a line of a terminal.</summary>
    public string Text => FaultText.Printable($"{Path}: {Before} -> {After}", 1000);
}
