namespace Twin.Cli.Input;

/// <summary>Entries of the catalogue in words: for the terminal, and for the manual.</summary>
internal static class CatalogueText
{
    private static readonly string[] AboutTheEntry = ["name", "source", "confidence", "notes"];

    /// <summary>Keys of a kind that say something about the machine, and not about the entry.</summary>
    public static IReadOnlyList<Key> Values(Key kind) => [.. kind.Children.Where(key => !AboutTheEntry.Contains(key.Name))];

    /// <summary>What stands under a key; empty if nothing does.</summary>
    public static string Value(Mapping entry, string key) => entry[key] switch
    {
        Scalar scalar => scalar.Text,
        Sequence list => string.Join(", ", list.Items.OfType<Scalar>().Select(item => item.Text)),
        _ => string.Empty,
    };

    /// <summary>The remark on a value; null if there is none.</summary>
    public static string? Note(Mapping entry, string key) => ((entry["notes"] as Mapping)?[key] as Scalar)?.Text;
}
