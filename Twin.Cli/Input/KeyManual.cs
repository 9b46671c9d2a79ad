using System.Text;

namespace Twin.Cli.Input;

/// <summary>The manual page of all keys, made from the table that checks them.</summary>
internal static class KeyManual
{
    private const string Notes = "notes";

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
        - **Series** are a constant, `{ synthetic: munich }` where a climate has them (a temperature also with `offset: 1.5 K`, at most
          20 K either way, 0 K if missing), or a column of a [data file](files.md); its keys stand at the end. A header may carry its
          unit: `air [degC]`. A `file` counts from the scenario's folder, on the command line from the current one.

        ## For a report

        `centre`, `tenants` and `assumptions` change nothing in a run; a report reads them from the resolved scenario. None of their
        keys has a default: what is missing is reported as not provided.

        ```yaml
        centre:
          name: "My centre"
          owner: { name: "Owner Ltd", contact: "owner@example.org" }
          start: 2028-07-01 # after the run: a design
          connection: { total: 1 MW, it_power: rated }
          management: { system: iso-50001, since: 2025-03-01, certified: 2026-02-01 }
          water: { potable: 1200 m3, consumed: 60 % }
          refrigerants: [ { name: chiller, substance: HFC-134a, charge: 40 kg, leak: 2 %, gwp: 1430 } ]
        tenants:
          - { name: tenant_a, label: "Tenant A", halls: [ { hall: air_hall, share: 40 % } ] }
        assumptions:
          - { path: river.permit.intake, low: 0.01 m3/s, high: 1 m3/s, confidence: assumed, source: "not applied for yet" }
        ```

        - **A share** of a hall's racks holds from its day `from` on, until the tenant's next share of the same hall; 0 % ends it. One
          from before the run, or without a day, holds from the start. The shares of a hall are never above 100 % on any day.
        - **An assumption** is about the value of the first day, which lies between low and high. A value that a higher layer sets
          outside of that, as in a what-if with `--set`, is no fault: the assumption is set aside with a note. `--set ~path` takes it
          away with its value.
        - Blank text, as in `owner: { name: "" }`, says nothing; with it a scenario takes back what one that it `extends` says.


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
                KeyKind.Section when key.Name == Notes =>
                    "a text for each of " + string.Join(", ", key.Children.Select(child => child.Name)),
                KeyKind.NamedList => "items with names",
                KeyKind.Section => "keys",
                _ => KeyText.Expected(key),
            };
            Key? type = key.IsRequired ? Keys.TypeThatGives(section, key) : null;
            string standard = type is not null ? $"required unless `{type.Name}` gives it"
                : key.Default ?? (key.DefaultFrom is { } other ? $"as `{other}`" : "");
            page.Append("| `").Append(name).Append('`').Append(key.IsRequired && type is null ? " *" : "")
                .Append(" | ").Append(Cell(key.About))
                .Append(" | ").Append(Cell(takes)).Append(" | ").Append(Cell(standard)).Append(" |\n");
            if (key.Kind == KeyKind.NamedList)
            {
                AppendRows(page, key, key.Children, name + ".<name>.");
            }
            else if (key.Name != Notes)
            {
                AppendRows(page, key, key.Children, name + "."); // a series has keys where a section may stand in its place
            }
        }
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
