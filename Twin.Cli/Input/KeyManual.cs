using System.Text;

namespace Twin.Cli.Input;

/// <summary>The manual page of all keys, made from the table that checks them.</summary>
internal static class KeyManual
{
    private const string Preface = """
        # The keys of a scenario

        Made from the table that checks a scenario; `*` marks what must be given. A scenario is a folder with `scenario.yaml`, or the file
        itself: YAML 1.2, one document, no tabs in the indentation, no anchors or tags.

        - **Quantities** are a number, a space and a unit: `12 MW`, `20 degC`, `0.6 m3/s`, `8 K`. `degC` is a temperature, `K` a difference.
        - **Lists of items with a name** merge by name and are addressed by it: `halls.training.racks.count`. Other lists are replaced
          whole.
        - **Types**: a machine with `type: NAME` takes what it does not say itself from that entry of the [catalogue](catalogue.md).
        - **Layers**, lowest first: default, catalogue, `extends` (left to right), this file, `--scenario` override, `--set-file`,
          `--set`. `null` leaves what the layer below says; `--set ~path` takes a key away, as in `--set ~river`.
        - **Dates** are site-local, [from, to). **Instants** carry an offset.
        - **Series** are a constant, `{ synthetic: munich }` where a climate has them, or a column of a [data file](files.md); its keys
          stand at the end. A header may carry its unit: `air [degC]`. A `file` counts from the scenario's folder, on the command line
          from the current one.


        """;

    /// <summary>The page as Markdown.</summary>
    public static string Write()
    {
        var page = new StringBuilder(Preface.ReplaceLineEndings("\n"));
        WriteTable(page, "At the top", Keys.Root.Children.Where(key => key.Children.Count == 0));
        foreach (Key key in Keys.Root.Children.Where(key => key.Children.Count > 0))
        {
            WriteSection(page, key);
        }

        WriteTable(page, "A series from a file", Keys.SeriesFile(Keys.Root.Children.Single(key => key.Name == "river").Children[0]));
        return page.ToString();
    }

    private static void WriteSection(StringBuilder page, Key key)
    {
        page.Append("## `").Append(key.Name).Append('`').Append(key.IsRequired ? " *" : "").Append("\n\n");
        page.Append(key.About).Append(key.Kind is KeyKind.NamedList ? " A list of items with names." : "").Append("\n\n");
        WriteRows(page, key, key.Children, string.Empty);
    }

    private static void WriteTable(StringBuilder page, string title, IEnumerable<Key> keys)
    {
        page.Append("## ").Append(title).Append("\n\n");
        WriteRows(page, Keys.Root, keys, string.Empty);
    }

    private static void WriteRows(StringBuilder page, Key section, IEnumerable<Key> keys, string prefix)
    {
        page.Append("| key | what it is | takes | default |\n|---|---|---|---|\n");
        AppendRows(page, section, keys, prefix);
        page.Append('\n');
    }

    private static void AppendRows(StringBuilder page, Key section, IEnumerable<Key> keys, string prefix)
    {
        foreach (Key key in keys)
        {
            string name = prefix + key.Name;
            string takes = key.Kind switch
            {
                KeyKind.Section => "keys",
                KeyKind.NamedList => "named items with " + string.Join(", ", key.Children.Skip(1).Select(child => child.Name)),
                _ => KeyText.Expected(key),
            };
            Key? type = key.IsRequired ? Keys.TypeThatGives(section, key) : null;
            string standard = type is not null ? $"required unless `{type.Name}` gives it"
                : key.Default ?? (key.DefaultFrom is { } other ? $"as `{other}`" : "");
            page.Append("| `").Append(name).Append('`').Append(key.IsRequired && type is null ? " *" : "")
                .Append(" | ").Append(Cell(key.About))
                .Append(" | ").Append(Cell(takes)).Append(" | ").Append(Cell(standard)).Append(" |\n");
            if ((key.Kind is KeyKind.Section or KeyKind.PlainList) && key.Name != "notes")
            {
                AppendRows(page, key, key.Children, name + ".");
            }
        }
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
