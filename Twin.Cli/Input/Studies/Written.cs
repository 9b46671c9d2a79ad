namespace Twin.Cli.Input.Studies;

/// <summary>Makes the tree of a resolved study, whose nodes stand nowhere.</summary>
internal static class Written
{
    public static Scalar Text(string text) => new(text, isQuoted: false, Source.Default, 0, 0);

    public static Sequence List(IEnumerable<Node> items) => new([.. items], Source.Default, 0, 0);

    public static Sequence Texts(IEnumerable<string> texts) => List(texts.Select(Text));

    public static Mapping Map(IEnumerable<(string Key, Node Value)> entries) =>
        new([.. entries.Select(entry => new Entry(entry.Key, entry.Value, Source.Default, 0, 0))], Source.Default, 0, 0);

    public static Mapping One(string key, Node value) => Map([(key, value)]);

    /// <summary>The same tree with the keys of every mapping in ordinal order: the order of lines means nothing.</summary>
    public static Node Sorted(Node node) => node switch
    {
        Mapping mapping => Sorted(mapping),
        Sequence list => List(list.Items.Select(Sorted)),
        _ => node,
    };

    /// <inheritdoc cref="Sorted(Node)"/>
    public static Mapping Sorted(Mapping mapping) =>
        Map(mapping.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => (entry.Key, Sorted(entry.Value))));
}
