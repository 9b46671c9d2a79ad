using Twin.Core.Units;

namespace Twin.Cli.Input;

/// <summary>Lays the values of types of the catalogue below the machines that name them: above the defaults, below every file.</summary>
internal sealed class TypeLayer
{
    /// <summary>Keys of an entry that no machine takes from it.</summary>
    public static IReadOnlyList<string> NeverTaken { get; } = ["name", "source", "confidence", "notes"];

    private readonly Mapping catalogue;
    private readonly FaultList faults;

    private TypeLayer(Mapping catalogue, FaultList faults)
    {
        this.catalogue = catalogue;
        this.faults = faults;
    }

    /// <summary>Fills what the machines of a merged scenario leave to their types.</summary>
    /// <param name="root">Merged tree, catalogue included. Types that do not exist are left to the check of names.</param>
    /// <param name="faults">Receives sizes of transformers for which the catalogue has no losses.</param>
    public static Mapping Apply(Mapping root, FaultList faults) => root[Keys.Catalogue.Name] is Mapping catalogue
        ? new TypeLayer(catalogue, faults).Section(root, Keys.Root, string.Empty)
        : root;

    private Mapping Section(Mapping mapping, Key key, string path)
    {
        Mapping whole = key.Children.FirstOrDefault(child => child.IsType) is { } type ? Filled(mapping, key, type, path) : mapping;
        return whole.With(
        [
            .. whole.Entries.Select(entry => key.Children.FirstOrDefault(child => child.Name == entry.Key) is { } child
                ? entry with { Value = Value(entry.Value, child, TreeMerge.Join(path, entry.Key)) }
                : entry),
        ]);
    }

    private Node Value(Node node, Key key, string path) => (key.Kind, node) switch
    {
        (KeyKind.Section, Mapping section) => Section(section, key, path),
        (KeyKind.NamedList, Sequence list) => new Sequence(
            [
                .. list.Items.Select((item, index) =>
                    item is Mapping mapping ? Section(mapping, key, TreeMerge.Join(path, TreeMerge.NameOf(item, index))) : item),
            ],
            list.Source, list.Line, list.Column),
        _ => node,
    };

    private Mapping Filled(Mapping mapping, Key key, Key type, string path)
    {
        string kind = type.Targets[0].Split('.')[1];
        Entry? named = kind == "transformers" && IsMissing(mapping, type.Name) ? BySize(mapping, type, path) : mapping.Find(type.Name);
        string? name = (named?.Value as Scalar)?.Text ?? type.Default;
        if (Entries(kind).FirstOrDefault(item => item.Name == name) is not { } entry)
        {
            return mapping;
        }

        IEnumerable<Entry> taken = entry.Entries.Where(value =>
            !NeverTaken.Contains(value.Key) && IsMissing(mapping, value.Key) && key.Children.Any(child => child.Name == value.Key));
        IEnumerable<Entry> own = mapping.Entries.Where(value => value.Key != type.Name && value.Value is not Scalar { IsNull: true });
        return mapping.With([.. named is null ? [] : (Entry[])[named], .. own, .. taken]);
    }

    /// <summary>The type of transformers that only say how large they are, as the regulation's tables are read.</summary>
    private Entry? BySize(Mapping mapping, Key type, string path)
    {
        string kind = (mapping["kind"] as Scalar)?.Text ?? "dry";
        if (Rating(mapping) is not { } sizeVa || !(IsMissing(mapping, "no_load_loss") || IsMissing(mapping, "load_loss")))
        {
            return null;
        }

        List<Mapping> ofKind = [.. Entries("transformers").Where(entry => (entry["kind"] as Scalar)?.Text == kind)];
        if (ofKind.Find(entry => Rating(entry) == sizeVa) is { Name: { } name })
        {
            return new Entry(type.Name, new Scalar(name, isQuoted: false, Source.Default, 0, 0), Source.Default, 0, 0);
        }

        if (ofKind.Count > 0)
        {
            var size = (Scalar)mapping["size"]!;
            IEnumerable<double> known = ofKind.Select(Rating).OfType<double>().Order();
            string all = string.Join(", ", known.Select(va => KeyText.Pretty(va, Dimension.ApparentPower)));
            faults.Add(
                "IT0206", "unknown choice", size.Place, TreeMerge.Join(path, "size"),
                FaultText.Printable(size.Text), $"one of {all}, or no_load_loss and load_loss beside it");
        }

        return null;
    }

    private IEnumerable<Mapping> Entries(string kind) => (catalogue[kind] as Sequence)?.Items.OfType<Mapping>() ?? [];

    private static double? Rating(Mapping mapping) =>
        mapping["size"] is Scalar size && Quantity.TryParse(size.Text, Dimension.ApparentPower, out double sizeVa, out _) && sizeVa > 0.0
            ? sizeVa
            : null;

    private static bool IsMissing(Mapping mapping, string key) => mapping[key] is null or Scalar { IsNull: true };
}
