namespace Twin.Cli.Input;

/// <summary>Dotted paths as short writing for nested mappings: <c>grid.price: 90 EUR/MWh</c>.</summary>
internal static class DottedPaths
{
    /// <summary>Writes every dotted key of a mapping as nested mappings.</summary>
    public static Mapping Expand(Mapping body, FaultList faults)
    {
        Node all = body.With([]);
        foreach (Entry entry in body.Entries)
        {
            all = TreeMerge.Merge(all, Nest(body, entry), string.Empty, faults);
        }

        return (Mapping)all;
    }

    /// <summary>Checks that a dotted key leads to a key of a scenario.</summary>
    /// <returns>False after a fault.</returns>
    public static bool Check(Entry entry, string path, FaultList faults)
    {
        string[] parts = entry.Key.Split('.');
        if (Keys.Find(parts, out int wrong, out IReadOnlyList<string> known) is not null)
        {
            return true;
        }

        string expected = known.Count == 0
            ? $"no key below {string.Join('.', parts[..wrong])}"
            : $"one of {string.Join(", ", known.Order(StringComparer.Ordinal))}";
        faults.Add(
            "IT0104", "unknown key", entry.Place, path,
            $"{parts[wrong]}, which is no key there", expected, Nearest.Of(parts[wrong], known));
        return false;
    }

    /// <summary>Paths of all values that a mapping sets.</summary>
    public static IEnumerable<(string Path, Place Place)> Leaves(Mapping mapping, string path = "")
    {
        foreach (Entry entry in mapping.Entries)
        {
            string here = TreeMerge.Join(path, entry.Key);
            if (entry.Value is Mapping inner)
            {
                foreach ((string Path, Place Place) leaf in Leaves(inner, here))
                {
                    yield return leaf;
                }
            }
            else
            {
                yield return (here, entry.Place);
            }
        }
    }

    /// <summary>Takes a key out of a tree.</summary>
    /// <returns>The tree without it, or null if it has no such key.</returns>
    public static Node? Remove(Node tree, ReadOnlySpan<string> parts)
    {
        string part = parts[0];
        if (tree is Sequence { IsNamed: true } list)
        {
            int at = list.Items.ToList().FindIndex(item => ((Mapping)item).Name == part);
            Node? inner = at < 0 || parts.Length == 1 ? null : Remove(list.Items[at], parts[1..]);
            bool found = at >= 0 && (parts.Length == 1 || inner is not null);
            Node[] after = found && inner is not null ? [inner] : [];
            return found
                ? new Sequence([.. list.Items.Take(at), .. after, .. list.Items.Skip(at + 1)], list.Source, list.Line, list.Column)
                : null;
        }

        if (tree is not Mapping mapping || mapping.Find(part) is not { } entry)
        {
            return null;
        }

        if (parts.Length == 1)
        {
            return mapping.Without(part);
        }

        return Remove(entry.Value, parts[1..]) is { } rest
            ? mapping.With([.. mapping.Entries.Select(e => e == entry ? e with { Value = rest } : e)])
            : null;
    }

    private static Mapping Nest(Mapping body, Entry entry)
    {
        string[] parts = entry.Key.Split('.');
        Entry inner = entry with { Key = parts[^1] };
        for (int i = parts.Length - 2; i >= 0; i--)
        {
            inner = entry with { Key = parts[i], Value = new Mapping([inner], entry.Source, entry.Line, entry.Column) };
        }

        return new Mapping([inner], body.Source, body.Line, body.Column);
    }
}
