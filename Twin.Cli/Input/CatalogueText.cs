namespace Twin.Cli.Input;

/// <summary>Entries of the catalogue in words: for the terminal, and for the manual.</summary>
internal static class CatalogueText
{
    private static readonly string[] AboutTheEntry = ["name", "source", "confidence", "notes", "sources"];

    /// <summary>Keys of a kind that say something about the machine, and not about the entry.</summary>
    public static IReadOnlyList<Key> Values(Key kind) => [.. kind.Children.Where(key => !AboutTheEntry.Contains(key.Name))];

    /// <summary>What stands under a key; empty if nothing does.</summary>
    public static string Value(Mapping entry, string key) => entry[key] switch
    {
        Scalar scalar => scalar.Text,
        Sequence list => string.Join(", ", list.Items.OfType<Scalar>().Select(item => item.Text)),
        _ => string.Empty,
    };

    /// <summary>How sure an entry is; of a climate, whose lists have their own sources, all there is.</summary>
    public static string Confidence(Mapping entry) => entry["sources"] is Mapping sources
        ? string.Join(", ", sources.Entries.Select(source => Value((Mapping)source.Value, "confidence")).Distinct())
        : Value(entry, "confidence");

    /// <summary>The remark on a value, of a climate its source; null if there is none.</summary>
    public static string? Note(Mapping entry, string key) => (entry["sources"] as Mapping)?[key] is Mapping source
        ? $"{Value(source, "confidence")}: {Value(source, "source")}"
        : ((entry["notes"] as Mapping)?[key] as Scalar)?.Text;
}
