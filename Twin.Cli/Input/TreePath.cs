namespace Twin.Cli.Input;

/// <summary>Follows a dotted path into a tree; items of named lists are called by their names.</summary>
internal static class TreePath
{
    /// <summary>The last node that the path reaches.</summary>
    /// <param name="root">Where it begins.</param>
    /// <param name="parts">Parts of the path.</param>
    /// <param name="depth">How many parts led somewhere; all of them if the node is the one meant.</param>
    public static Node Follow(Mapping root, IReadOnlyList<string> parts, out int depth)
    {
        Node at = root;
        for (depth = 0; depth < parts.Count; depth++)
        {
            string part = parts[depth];
            Node? next = at switch
            {
                Mapping mapping => mapping[part],
                Sequence { IsNamed: true } list => list.Items.FirstOrDefault(item => ((Mapping)item).Name == part),
                _ => null,
            };
            if (next is null)
            {
                break;
            }

            at = next;
        }

        return at;
    }

    /// <summary>What could stand behind a node in a path, in ordinal order.</summary>
    public static IReadOnlyList<string> NamesAt(Node node)
    {
        IEnumerable<string> names = node switch
        {
            Mapping mapping => mapping.Entries.Select(entry => entry.Key),
            Sequence { IsNamed: true } list => list.Items.Cast<Mapping>().Select(item => item.Name!),
            _ => [],
        };
        return [.. names.Order(StringComparer.Ordinal)];
    }
}
