using System.Globalization;
using Twin.Core.Units;

namespace Twin.Cli.Input;

/// <summary>What a key takes, in words for messages.</summary>
internal static class KeyText
{
    /// <summary>What would be right under a key, with an example where that helps.</summary>
    public static string Expected(Key key) => key.Kind switch
    {
        KeyKind.Section => $"keys and values: {string.Join(", ", key.Children.Select(child => child.Name).Order(StringComparer.Ordinal))}",
        KeyKind.NamedList => "a list of items, each with a name",
        KeyKind.PlainList => "a list of items",
        KeyKind.Quantity => $"{OneQuantity(key)}, such as \"{Example(key)}\"{Words(key)}",
        KeyKind.Quantities when key.ItemCount > 0 =>
            $"a list of {Plain(key.ItemCount)} values, each {OneQuantity(key)}, such as \"{Example(key)}\"",
        KeyKind.Quantities => $"a list, each {OneQuantity(key)}, such as [{Example(key)}]",
        KeyKind.Number => $"a number{Range(key, Plain)}",
        KeyKind.Integer => $"a whole number{Range(key, Plain)}",
        KeyKind.Truth or KeyKind.Choice => $"one of {string.Join(", ", key.Choices)}",
        KeyKind.Identifier => "a name of small letters, digits and _ (in servers and catalogue also -), such as \"main_hall\"",
        KeyKind.Text => "a text",
        KeyKind.Instant => "a time with its offset, such as \"2025-01-01T00:00+01:00\" or \"2025-01-01T00:00Z\"",
        KeyKind.Date => "a date from 1900 to 2199, such as \"2025-11-03\"",
        KeyKind.Zone => $"an IANA time zone, such as \"Europe/Berlin\"{(key.MayBeOffset ? ", or an offset such as \"+01:00\"" : "")}",
        KeyKind.Reference => $"the name of one of {string.Join(", ", key.Targets)}{Words(key)}",
        KeyKind.References => $"a list of names of {string.Join(", ", key.Targets)}",
        KeyKind.Series => SeriesText(key),
        KeyKind.Path => "the path of a file",
        KeyKind.Paths => "the path of a file, or a list of paths",
        KeyKind.Overrides => "names, each with dotted paths and values",
        KeyKind.Changes => "dotted paths and values, such as { halls.training.racks.count: 250 }",
        _ => throw new ArgumentOutOfRangeException(nameof(key), key.Kind, "No such kind of key."),
    };

    /// <summary>An inside value in the unit that keeps it short.</summary>
    public static string Pretty(double inside, Dimension dimension) =>
        Quantity.Format(inside, UnitTable.Everyday(inside, dimension));

    private static string OneQuantity(Key key) =>
        DimensionText.Name(key.Dimension) + Range(key, value => Pretty(value, key.Dimension));

    /// <summary>Whether an inside value lies in the range of a key.</summary>
    public static bool IsInRange(Key key, double value) =>
        (key.IsAboveMinimum ? value > key.Minimum : value >= key.Minimum) && value <= key.Maximum;

    /// <summary>A likely value of a quantity, in its range.</summary>
    public static string Example(Key key)
    {
        if (key.Default is { } standard && Quantity.TryParse(standard, key.Dimension, out double inside, out _) && inside != 0.0)
        {
            return standard;
        }

        string usual = DimensionText.Example(key.Dimension);
        bool fits = Quantity.TryParse(usual, key.Dimension, out double value, out _) && IsInRange(key, value);
        return fits ? usual : Pretty(double.IsFinite(key.Maximum) ? (key.Minimum + key.Maximum) / 2.0 : key.Minimum * 2.0, key.Dimension);
    }

    private static string Range(Key key, Func<double, string> write)
    {
        string least = key.IsAboveMinimum ? "above" : "from";
        return (double.IsFinite(key.Minimum), double.IsFinite(key.Maximum)) switch
        {
            (true, true) when key.Minimum == key.Maximum => $", only {write(key.Minimum)}",
            (true, true) => $" {least} {write(key.Minimum)} to {write(key.Maximum)}",
            (true, false) => key.IsAboveMinimum ? $" above {write(key.Minimum)}" : $" of {write(key.Minimum)} or more",
            (false, true) => $" of at most {write(key.Maximum)}",
            _ => string.Empty,
        };
    }

    private static string Plain(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Words(Key key) => key.Choices.Count == 0 ? string.Empty : $", or {string.Join(", ", key.Choices)}";

    private static string SeriesText(Key key)
    {
        string section = key.Children.Count == 0
            ? string.Empty
            : $", or {{ {string.Join(", ", key.Children.Select(child => child.Name + ": ..."))} }}";
        string synthetic = key.MayBeSynthetic ? $", or {{ synthetic: munich }}" : string.Empty;
        return $"{OneQuantity(key)}, such as \"{Example(key)}\", or {{ file: ..., column: ... }}{synthetic}{section}";
    }
}
