namespace Twin.Cli.Input;

/// <summary>Drops entries of the catalogue that nothing names: a catalogue that grows must not change a scenario.</summary>
/// <remarks>What is named stays, with its source: a resolved scenario says where its values come from and needs no catalogue.</remarks>
internal static class EntriesInUse
{
    private const string Prefix = "catalogue.";

    /// <summary>A completed scenario with the entries that it names, and those that it brings along.</summary>
    public static Mapping Of(Mapping whole)
    {
        if (whole[Keys.Catalogue.Name] is not Mapping catalogue)
        {
            return whole;
        }

        var used = new HashSet<string>(StringComparer.Ordinal);
        Collect(whole, Keys.Root, used);
        Mapping kept = catalogue.With(
        [
            .. catalogue.Entries
                .Select(entry => entry.Value is Sequence list ? entry with { Value = Kept(list, entry.Key, used) } : entry)
                .Where(entry => entry.Value is not Sequence { Items.Count: 0 }),
        ]);
        return whole.With(
        [
            .. whole.Entries
                .Select(entry => entry.Value == catalogue ? entry with { Value = kept } : entry)
                .Where(entry => entry.Value != kept || kept.Entries.Count > 0),
        ]);
    }

    private static Sequence Kept(Sequence list, string kind, HashSet<string> used) => new(
        [.. list.Items.Where(item => item.Source.Layer != Layer.Catalogue || used.Contains($"{Prefix}{kind}.{(item as Mapping)?.Name}"))],
        list.Source, list.Line, list.Column);

    private static void Collect(Mapping mapping, Key key, HashSet<string> used)
    {
        foreach (Key child in key.Children)
        {
            switch (child.Kind, mapping[child.Name])
            {
                case (KeyKind.Section, Mapping section):
                    Collect(section, child, used);
                    break;
                case (KeyKind.NamedList, Sequence list):
                    foreach (Mapping item in list.Items.OfType<Mapping>())
                    {
                        Collect(item, child, used);
                    }

                    break;
                case (KeyKind.Reference, Scalar name)
                    when child.Targets is [var target] && target.StartsWith(Prefix, StringComparison.Ordinal):
                    used.Add($"{target}.{name.Text}");
                    break;
                default:
                    break;
            }
        }
    }
}
