using System.Globalization;

namespace Twin.Cli.Input;

/// <summary>Holds the merged tree against the table of keys and lists everything that does not fit.</summary>
internal sealed class SchemaCheck(Mapping root, FaultList faults)
{
    private readonly ValueCheck values = new(faults);

    /// <summary>Whether a scenario is written for this program.</summary>
    /// <remarks>If not, that is its only fault: what its other keys mean nobody here knows.</remarks>
    public static bool IsOfThisVersion(Mapping root, FaultList faults)
    {
        Key key = Keys.Root.Children[0];
        if (root[key.Name] is not Scalar { IsNull: false } written
            || !int.TryParse(written.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int version) || version == 1)
        {
            return true; // missing or no number at all: a slip like any other
        }

        new ValueCheck(faults).Check(written, key, key.Name);
        return false;
    }

    /// <summary>Checks a whole scenario.</summary>
    public static void Check(Mapping root, FaultList faults) => Check(root, Keys.Root, faults);

    /// <summary>Checks a part of a scenario.</summary>
    /// <param name="root">The part, from the top.</param>
    /// <param name="key">The keys that it may have.</param>
    /// <param name="faults">Receives what does not fit.</param>
    public static void Check(Mapping root, Key key, FaultList faults) => Check(root, key, string.Empty, faults);

    /// <summary>Checks a part of a file.</summary>
    /// <param name="part">The part.</param>
    /// <param name="key">The keys that it may have.</param>
    /// <param name="path">Dotted path of the part.</param>
    /// <param name="faults">Receives what does not fit.</param>
    public static void Check(Mapping part, Key key, string path, FaultList faults) => new SchemaCheck(part, faults).Section(part, key, path);

    private void Section(Mapping mapping, Key key, string path)
    {
        foreach (Entry entry in mapping.Entries)
        {
            if (faults.IsFull)
            {
                return;
            }

            string here = TreeMerge.Join(path, entry.Key);
            if (key.Children.FirstOrDefault(child => child.Name == entry.Key) is { } known)
            {
                Value(entry.Value, known, here);
            }
            else
            {
                Unknown(entry, key, here);
            }
        }

        foreach (Key child in key.Children.Where(child => child.IsRequired && IsMissing(mapping, child.Name)))
        {
            Missing(mapping, key, child, path);
        }

        OneOf(mapping, key, path);
    }

    private void Missing(Mapping mapping, Key section, Key child, string path)
    {
        Key? type = Keys.TypeThatGives(section, child);
        if (type is not null && mapping[type.Name] is Scalar { IsNull: false } named && !IsEntry(type, named.Text))
        {
            return; // the type is misspelled, which is told; the right one may give this
        }

        Place place = mapping.Find(child.Name)?.Place ?? mapping.Place;
        string orType = type is not null && FirstThatGives(type, child) is { } giver
            ? $", or a {type.Name} that gives it, such as {giver}"
            : string.Empty;
        faults.Add("IT0105", "missing key", place, TreeMerge.Join(path, child.Name), "nothing", KeyText.Expected(child) + orType);
    }

    private bool IsEntry(Key type, string name) => Entries(type).Any(entry => entry.Name == name);

    private string? FirstThatGives(Key type, Key child) => Entries(type).FirstOrDefault(entry => !IsMissing(entry, child.Name))?.Name;

    private IEnumerable<Mapping> Entries(Key type) =>
        ((root[Keys.Catalogue.Name] as Mapping)?[type.Targets[0].Split('.')[1]] as Sequence)?.Items.OfType<Mapping>() ?? [];

    private void OneOf(Mapping mapping, Key key, string path)
    {
        string[] given = [.. key.OneOf.Where(name => !IsMissing(mapping, name))];
        string all = string.Join(" or ", key.OneOf);
        if (key.OneOf.Count > 0 && given.Length == 0)
        {
            faults.Add("IT0105", "missing key", mapping.Place, path, $"neither {string.Join(" nor ", key.OneOf)}", $"either {all}");
        }
        else if (given.Length > 1)
        {
            faults.Add("IT0112", "two ways at once", mapping.Find(given[1])!.Place, path, string.Join(" and ", given), $"either {all}");
        }
    }

    private void Unknown(Entry entry, Key section, string path)
    {
        IEnumerable<string> names = section.Children.Select(child => child.Name).Order(StringComparer.Ordinal);
        string whole = section.Name.Length == 0 ? "a scenario" : section.Name;
        faults.Add(
            "IT0104", "unknown key", entry.Place, path, $"a key that {whole} does not have",
            $"one of {string.Join(", ", names)}", Nearest.Of(entry.Key, names));
    }

    private void Value(Node node, Key key, string path)
    {
        if (node is Scalar { IsNull: true })
        {
            return; // not set; if it must be, the section says so
        }

        switch (key.Kind)
        {
            case KeyKind.Section when node is Mapping mapping:
                Section(mapping, key, path);
                break;
            case KeyKind.NamedList or KeyKind.PlainList when node is Sequence list:
                List(list, key, path);
                break;
            case KeyKind.Quantities or KeyKind.References when node is Sequence list:
                Items(list, key, path);
                break;
            case KeyKind.Series:
                Series(node, key, path);
                break;
            case KeyKind.Paths or KeyKind.Overrides:
                break; // the layers have read and removed them
            case KeyKind.Changes when node is Mapping:
                break; // each phase is checked as a scenario of its own
            case KeyKind.Section or KeyKind.NamedList or KeyKind.PlainList or KeyKind.Quantities or KeyKind.References:
                WrongKind(node, key, path);
                break;
            default:
                OneValue(node, key, path);
                break;
        }
    }

    private void OneValue(Node node, Key key, string path)
    {
        if (node is Scalar scalar)
        {
            values.Check(scalar, key, path);
        }
        else
        {
            WrongKind(node, key, path);
        }
    }

    private void List(Sequence list, Key key, string path)
    {
        TooFew(list, key, path);
        for (int i = 0; i < list.Items.Count; i++)
        {
            Node item = list.Items[i];
            string here = TreeMerge.Join(path, TreeMerge.NameOf(item, i));
            if (item is Mapping mapping)
            {
                Section(mapping, key, here);
            }
            else
            {
                faults.Add(
                    "IT0106", "wrong kind of value", item.Place, here,
                    Kind(item), $"keys and values: {string.Join(", ", key.Children.Select(c => c.Name))}");
            }
        }
    }

    private void Items(Sequence list, Key key, string path)
    {
        TooFew(list, key, path);
        NotAsMany(list, key, path);
        foreach (Node item in list.Items)
        {
            if (item is Scalar scalar && key.Kind == KeyKind.Quantities)
            {
                values.Check(scalar, key with { Kind = KeyKind.Quantity }, path);
            }
            else if (item is not Scalar { IsNull: false })
            {
                faults.Add("IT0106", "wrong kind of value", item.Place, path, Kind(item), KeyText.Expected(key));
            }
        }
    }

    private void Series(Node node, Key key, string path)
    {
        if (node is not Mapping mapping)
        {
            OneValue(node, key with { Kind = node is Scalar ? KeyKind.Quantity : KeyKind.Series }, path);
            return;
        }

        if (mapping["synthetic"] is { } climate && key.MayBeSynthetic)
        {
            Section(mapping, Synthetic(key), path);
            return;
        }

        bool isFile = key.Children.Count == 0 || mapping["file"] is not null;
        Section(mapping, key with { Children = isFile ? Keys.SeriesFile(key) : key.Children }, path);
    }

    private void TooFew(Sequence list, Key key, string path)
    {
        if (list.Items.Count < key.FewestItems)
        {
            faults.Add("IT0105", "empty list", list.Place, path, "an empty list", $"at least one: {KeyText.Expected(key)}");
        }
    }

    private void NotAsMany(Sequence list, Key key, string path)
    {
        if (key.ItemCount > 0 && list.Items.Count != key.ItemCount)
        {
            string found = string.Create(CultureInfo.InvariantCulture, $"a list of {list.Items.Count}");
            faults.Add("IT0208", "wrong number of values", list.Place, path, found, KeyText.Expected(key));
        }
    }

    private void WrongKind(Node node, Key key, string path) =>
        faults.Add("IT0106", "wrong kind of value", node.Place, path, Kind(node), KeyText.Expected(key));

    private static Key Synthetic(Key series) => KeyMaking.Section(
        series.Name, series.About, Keys.SyntheticKey.Required());

    private static bool IsMissing(Mapping mapping, string name) => mapping[name] is null or Scalar { IsNull: true };

    private static string Kind(Node node) => node switch
    {
        Mapping => "keys and values",
        Sequence => "a list",
        Scalar { IsNull: true } => "nothing",
        Scalar scalar => $"{FaultText.Printable(scalar.Text)}, a single value",
        _ => "something else",
    };
}
