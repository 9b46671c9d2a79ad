namespace Twin.Cli.Input;

/// <summary>Lays the scenario over the defaults and brings it into one order, so that equal scenarios read the same.</summary>
internal static class Completion
{
    /// <summary>Completes a whole scenario.</summary>
    /// <returns>Keys in the order of the table, items of named lists in ordinal order of their names; unknown keys are dropped.</returns>
    public static Mapping Complete(Mapping root)
    {
        Mapping whole = Section(root, Keys.Root);
        return EntriesInUse.Of(whole["servers"] is Sequence servers
            ? whole.With([.. whole.Entries.Select(entry => entry.Key == "servers" ? entry with { Value = InUse(servers, whole) } : entry)
                .Where(entry => entry.Value is not Sequence { Items.Count: 0 } || entry.Key != "servers")])
            : whole);
    }

    private static Mapping Section(Mapping mapping, Key key)
    {
        List<Entry> entries = [];
        foreach (Key child in key.Children)
        {
            Entry? entry = mapping.Find(child.Name);
            if (entry?.Value is { } value and not Scalar { IsNull: true })
            {
                entries.Add(entry with { Value = Value(value, child) });
            }
            else if (Missing(mapping, child) is { } made)
            {
                entries.Add(new(child.Name, made, Source.Default, 0, 0));
            }
        }

        return mapping.With(entries);
    }

    private static Node? Missing(Mapping mapping, Key key) => key switch
    {
        { Default: { } text } => new Scalar(text, isQuoted: false, Source.Default, 0, 0),
        { DefaultFrom: { } other } when mapping[other] is Scalar like => new Scalar(like.Text, isQuoted: false, Source.Default, 0, 0),
        { IsMadeWhenMissing: true } => Section(new Mapping([], Source.Default, 0, 0), key),
        _ => null,
    };

    private static Node Value(Node node, Key key) => (key.Kind, node) switch
    {
        (KeyKind.Section, Mapping section) => Section(section, key),
        (KeyKind.NamedList, Sequence list) => Items(list, key, byName: list.IsNamed),
        (KeyKind.PlainList, Sequence list) => Items(list, key, byName: false),
        (KeyKind.Series, Mapping { } series) when series["file"] is not null =>
            Section(series, key with { Children = Keys.SeriesFile(key) }),
        (KeyKind.Series, Mapping { } series) when key.Children.Count > 0 => Section(series, key),
        _ => node,
    };

    private static Sequence Items(Sequence list, Key key, bool byName)
    {
        IEnumerable<Node> items = list.Items.Select(item => item is Mapping mapping ? Section(mapping, key) : item);
        IEnumerable<Node> ordered = byName ? items.OrderBy(item => ((Mapping)item).Name, StringComparer.Ordinal) : items;
        return new([.. ordered], list.Source, list.Line, list.Column);
    }

    /// <summary>Without servers of the catalogue that no hall has: a catalogue that grows must not change a scenario.</summary>
    private static Sequence InUse(Sequence servers, Mapping whole)
    {
        var used = View.Of(whole).Items("halls").Select(hall => hall.Section("racks").Text("server")).ToHashSet();
        return new(
            [.. servers.Items.Where(item => item.Source.Layer != Layer.Catalogue || used.Contains((item as Mapping)?.Name))],
            servers.Source, servers.Line, servers.Column);
    }
}
