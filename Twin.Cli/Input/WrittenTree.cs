namespace Twin.Cli.Input;

/// <summary>A merged scenario without the catalogue that lies below it: what its files and the command line say.</summary>
internal static class WrittenTree
{
    /// <summary>The tree, its top in the order of the table of keys.</summary>
    public static Mapping Of(Mapping merged)
    {
        List<string> order = [.. Keys.Root.Children.Select(key => key.Name)];
        Mapping own = (Mapping?)Own(merged) ?? merged.With([]);
        return own.With([.. own.Entries.OrderBy(entry => order.IndexOf(entry.Key))]);
    }

    /// <summary>A node without what comes from the catalogue; null if nothing is left.</summary>
    private static Node? Own(Node node)
    {
        switch (node)
        {
            case Mapping mapping:
                List<Entry> entries = [];
                foreach (Entry entry in mapping.Entries)
                {
                    if (Own(entry.Value) is { } value)
                    {
                        entries.Add(entry with { Value = value });
                    }
                }

                return entries.Count > 0 || node.Source.Layer != Layer.Catalogue ? mapping.With(entries) : null;
            case Sequence list:
                Node[] items = [.. list.Items.Select(Own).OfType<Node>()];
                return items.Length > 0 || node.Source.Layer != Layer.Catalogue
                    ? new Sequence(items, list.Source, list.Line, list.Column)
                    : null;
            default:
                return node.Source.Layer == Layer.Catalogue ? null : node;
        }
    }
}
