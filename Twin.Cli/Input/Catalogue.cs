namespace Twin.Cli.Input;

/// <summary>What everybody may use without declaring it, read by the same reader as a scenario.</summary>
internal static class Catalogue
{
    private static readonly string[] KindFiles = ["power.yaml", "cooling.yaml", "heat.yaml", "supply.yaml", "permits.yaml"];

    /// <summary>A tree with the keys "servers", "climates" and "catalogue", to lie below every scenario.</summary>
    public static Mapping Tree { get; } = Gather();

    /// <summary>Every kind with its entries: servers first, then the kinds in the order of the table of keys, climates last.</summary>
    public static IReadOnlyList<(Key Kind, IReadOnlyList<Mapping> Entries)> Kinds { get; } =
    [
        (Keys.Servers, Items(Tree, Keys.Servers.Name)),
        .. Keys.Catalogue.Children.Select(kind => (kind, Items((Mapping)Tree[Keys.Catalogue.Name]!, kind.Name))),
        (Keys.Climates, Items(Tree, Keys.Climates.Name)),
    ];

    /// <summary>Text of a file of the catalogue.</summary>
    public static string Text(string file)
    {
        using Stream stream = typeof(Catalogue).Assembly.GetManifestResourceStream("catalogue/" + file)
            ?? throw new InvalidOperationException($"The catalogue has no {file}."); // a fault of the build, not of a scenario
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static Mapping Gather()
    {
        Mapping servers = Read("servers.yaml");
        Mapping kinds = servers.With([.. KindFiles.SelectMany(file => Read(file).Entries)]);
        var entry = new Entry(Keys.Catalogue.Name, kinds, kinds.Source, 0, 0);
        return servers.With([.. servers.Entries, .. Read("climates.yaml").Entries, entry]);
    }

    private static IReadOnlyList<Mapping> Items(Mapping tree, string list) =>
        tree[list] is Sequence items ? [.. items.Items.OfType<Mapping>()] : [];

    private static Mapping Read(string file)
    {
        var faults = new FaultList();
        var source = new Source("catalogue/" + file, Layer.Catalogue, string.Empty, string.Empty, HasLines: true);
        return YamlTree.Read(Text(file), source, faults) as Mapping
            ?? throw new InvalidOperationException(FaultText.Write(faults.InFileOrder()));
    }
}
