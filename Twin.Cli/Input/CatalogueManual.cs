using System.Text;

namespace Twin.Cli.Input;

/// <summary>The manual page of the catalogue, made from the catalogue itself.</summary>
internal static class CatalogueManual
{
    private const string Preface = """
        # The catalogue

        Made from the files that the program reads; `twin catalog` shows the same on the terminal. **published** is what a maker,
        operator, law or paper states, **measured** what was measured on such a machine, **assumed** is nobody's publication: usual
        practice, or a figure from memory. The word holds for the entry; where a value has another origin, a remark below the table says
        so.

        A scenario uses an entry by its name. Its values stand above the defaults and below everything that the scenario says itself:

        ```yaml
        dry_coolers:
          - { name: roof, type: dry-cooler-1mw, units: 10 }
        river: { temperature: 12 degC, discharge: 25 m3/s, permit: { region: sa-hr, intake: 0.6 m3/s } }
        ```

        It may add entries, or change some values of one, and name the source; without one the changed values stand as the scenario's:

        ```yaml
        catalogue:
          dry_coolers:
            - { name: quiet-cooler, size: 800 kW, approach: 7 K, fan_power: 20 kW, source: "offer of March 2026", confidence: published }
        ```

        Servers have their own list, `servers`, which works the same way; so have climates, on a [page of their own](climates.md). The
        resolved scenario of a run keeps the entries in use with their sources.

        | kind | named by |
        |---|---|

        """;

    private static IEnumerable<(Key Kind, IReadOnlyList<Mapping> Entries)> OnThisPage =>
        Catalogue.Kinds.Where(known => known.Kind.Name != Keys.Climates.Name);

    /// <summary>The page as Markdown.</summary>
    public static string Write()
    {
        var page = new StringBuilder(Preface.ReplaceLineEndings("\n"));
        foreach ((Key kind, _) in OnThisPage)
        {
            string target = kind.Name == Keys.Servers.Name ? kind.Name : $"{Keys.Catalogue.Name}.{kind.Name}";
            string places = string.Join(", ", Places(Keys.Root, string.Empty, target).Select(path => $"`{path}`"));
            page.Append("| [").Append(kind.Name).Append("](#").Append(kind.Name).Append(") | ").Append(places).Append(" |\n");
        }

        foreach ((Key kind, IReadOnlyList<Mapping> entries) in OnThisPage)
        {
            WriteKind(page, kind, entries);
        }

        return page.ToString();
    }

    private static IEnumerable<string> Places(Key section, string path, string target)
    {
        foreach (Key key in section.Children)
        {
            string here = TreeMerge.Join(path, key.Name);
            if (key.Kind == KeyKind.Reference && key.Targets is [var only] && only == target)
            {
                yield return here;
            }

            foreach (string inner in Places(key, here, target))
            {
                yield return inner;
            }
        }
    }

    private static void WriteKind(StringBuilder page, Key kind, IReadOnlyList<Mapping> entries)
    {
        Key[] values = [.. CatalogueText.Values(kind).Where(key => entries.Any(entry => entry[key.Name] is not null))];
        page.Append("\n## ").Append(kind.Name).Append("\n\n").Append(kind.About).Append("\n\n");
        page.Append("| name | ").AppendJoin(" | ", values.Select(key => key.Name)).Append(" | confidence |\n");
        page.Append("|---|").AppendJoin("|", values.Select(_ => "---")).Append("|---|\n");
        foreach (Mapping entry in entries)
        {
            page.Append("| `").Append(entry.Name).Append("` | ")
                .AppendJoin(" | ", values.Select(key => CatalogueText.Value(entry, key.Name)))
                .Append(" | ").Append(CatalogueText.Value(entry, "confidence")).Append(" |\n");
        }

        page.Append('\n');
        foreach (Mapping entry in entries)
        {
            page.Append("- `").Append(entry.Name).Append("`: ").Append(CatalogueText.Value(entry, "source")).Append('.');
            foreach (Key key in CatalogueText.Values(kind))
            {
                if (CatalogueText.Note(entry, key.Name) is { } note)
                {
                    page.Append(" `").Append(key.Name).Append("`: ").Append(note).Append('.');
                }
            }

            page.Append('\n');
        }
    }
}
