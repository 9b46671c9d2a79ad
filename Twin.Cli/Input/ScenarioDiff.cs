namespace Twin.Cli.Input;

/// <summary>What one resolved scenario says differently from another, value by value.</summary>
internal sealed class ScenarioDiff
{
    private const string Nothing = "-";

    private readonly List<string> lines = [];

    /// <summary>Lists the differences in the order of the scenario.</summary>
    /// <param name="lower">Completed tree to compare with.</param>
    /// <param name="upper">Completed tree.</param>
    /// <returns>Lines "path: base -> this"; "-" where one side has nothing.</returns>
    public static IReadOnlyList<string> Of(Mapping lower, Mapping upper)
    {
        var diff = new ScenarioDiff();
        diff.Compare(lower, upper, Keys.Root, string.Empty);
        return diff.lines;
    }

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
                Compare(below.GetValueOrDefault(name), above.GetValueOrDefault(name), key, TreeMerge.Join(path, name));
            }
        }
        else if (Text(lower, key) is var before && Text(upper, key) is var after && before != after)
        {
            lines.Add(FaultText.Printable($"{path}: {before} -> {after}", 1000));
        }
    }

    private static bool IsNamedOrNull(Node? node) => node is null or Sequence { IsNamed: true };

    private static IEnumerable<string> KeysOf(Node? node) => node is Mapping mapping ? mapping.Entries.Select(entry => entry.Key) : [];

    private static Dictionary<string, Node> ByName(Node? list) => list is Sequence sequence
        ? sequence.Items.ToDictionary(item => ((Mapping)item).Name!, StringComparer.Ordinal)
        : new(StringComparer.Ordinal);

    private static string Text(Node? node, Key key) => node switch
    {
        // Files are the same if they are the same file, however their paths were written.
        Scalar path when key.Kind == KeyKind.Path => Path.GetFullPath(path.Text, path.Source.BaseFolder),
        Scalar scalar => scalar.Text,
        Sequence list => $"[{string.Join(", ", list.Items.Select(item => Text(item, key)))}]",
        Mapping mapping => $"{{ {string.Join(", ", mapping.Entries.Select(entry => Text(entry, key)))} }}",
        _ => Nothing,
    };

    private static string Text(Entry entry, Key key) => $"{entry.Key}: {Text(entry.Value, ResolvedScenario.Child(key, entry.Key))}";
}
