using Twin.Core.Units;

namespace Twin.Cli.Input;

/// <summary>A mapping read through the table of keys: values come in their inside units.</summary>
/// <remarks>What is missing or does not fit reads as null, so that the checks of the whole plant can go on beside other faults.</remarks>
internal sealed class View(Mapping? mapping, Key key, string path)
{
    /// <summary>The mapping, or null where none stands.</summary>
    public Mapping? Mapping { get; } = mapping;

    /// <summary>Dotted path of the mapping.</summary>
    public string Path { get; } = path;

    /// <summary>Whether a mapping stands there at all.</summary>
    public bool Exists => Mapping is not null;

    /// <summary>The name of an item of a list; empty if it has none.</summary>
    public string Name => Mapping?.Name ?? string.Empty;

    /// <summary>The whole scenario.</summary>
    public static View Of(Mapping root) => new(root, Keys.Root, string.Empty);

    /// <summary>Whether a key has a value.</summary>
    public bool Has(string name) => Node(name) is not null;

    /// <summary>The node under a key, or null.</summary>
    public Node? Node(string name) => Mapping?[name] is { } node and not Scalar { IsNull: true } ? node : null;

    /// <summary>Place of a value, else of the mapping around it.</summary>
    public Place Place(string name) => Node(name)?.Place ?? Mapping?.Place ?? default;

    /// <summary>Whether a value comes from a lower layer than another, so that the other is the one to mend.</summary>
    public bool IsBelow(string name, string other) =>
        Node(name) is { } node && Node(other) is { } above && node.Source.Layer < above.Source.Layer;

    /// <summary>Dotted path of a key.</summary>
    public string PathOf(string name) => TreeMerge.Join(Path, name);

    /// <summary>The key as declared.</summary>
    public Key Key(string name) => key.Children.First(child => child.Name == name);

    /// <summary>The text under a key, or null.</summary>
    public string? Text(string name) => (Node(name) as Scalar)?.Text;

    /// <summary>A quantity in its inside unit, or a number; null if there is none or a word stands in its place.</summary>
    public double? Value(string name)
    {
        Key declared = Key(name);
        return Text(name) is not { } text ? null
            : declared.Kind is KeyKind.Number or KeyKind.Integer
                ? Quantity.TryParseNumber(text, out double number, out _) ? number : null
                : Quantity.TryParse(text, declared.Dimension, out double inside, out _) ? inside : null;
    }

    /// <summary>A value that the checks have seen to be there.</summary>
    /// <exception cref="InvalidOperationException">It is not: a bug of the checks.</exception>
    public double Inside(string name) => Value(name) ?? throw new InvalidOperationException($"{PathOf(name)} was not checked.");

    /// <summary>A whole number that the checks have seen to be there.</summary>
    public int Count(string name) => (int)Inside(name);

    /// <summary>A text that the checks have seen to be there.</summary>
    /// <exception cref="InvalidOperationException">It is not: a bug of the checks.</exception>
    public string Word(string name) => Text(name) ?? throw new InvalidOperationException($"{PathOf(name)} was not checked.");

    /// <summary>The section under a key; it may not exist.</summary>
    public View Section(string name) => new(Node(name) as Mapping, Key(name), PathOf(name));

    /// <summary>The items of a list of mappings.</summary>
    public IReadOnlyList<View> Items(string name) => Node(name) is not Sequence list
        ? []
        : [.. list.Items.OfType<Mapping>().Select((item, index) =>
            new View(item, Key(name), TreeMerge.Join(PathOf(name), TreeMerge.NameOf(item, index))))];

    /// <summary>The texts of a list of single values.</summary>
    public IReadOnlyList<Scalar> Scalars(string name) => Node(name) is Sequence list ? [.. list.Items.OfType<Scalar>()] : [];

    /// <summary>The quantities of a list, in inside units; what is no quantity is left out, for the checks have told it.</summary>
    public IReadOnlyList<double> Quantities(string name)
    {
        Key declared = Key(name);
        List<double> values = [];
        foreach (Scalar scalar in Scalars(name))
        {
            if (Quantity.TryParse(scalar.Text, declared.Dimension, out double inside, out _))
            {
                values.Add(inside);
            }
        }

        return values;
    }
}
