using System.Text;
using Twin.Core.Plant;
using Twin.Core.Results;

namespace Twin.Cli.Output;

/// <summary>The manual page of recorded columns, made from what plants declare.</summary>
internal static class ColumnManual
{
    private const string Preface = """
        # The columns of a run

        Made from the columns that the plants of the shipped scenarios declare; `<hall>`, `<loop>` and the like stand for names of the
        scenario. A plant has the columns of the machines it has. `columns.json` in a run folder lists those of that run.

        - The first column, `time_utc`, is the begin of the interval, UTC. Intervals have the length `time.output` of the scenario.
        - **mean**: mean over the interval; times its length it is the sum. **max**: largest step mean inside the interval. **start**:
          state at its begin.
        - A number that is not defined in an interval is an empty field in CSV and NaN in Parquet.
        - Parquet (`--format parquet`) has the same numbers bit for bit. Unit, statistic and meaning stand in the file's key-value
          metadata, as `river.heat_w.unit` and so on.


        """;

    // What one machine of a group is called; else the group's name without its s.
    private static readonly Dictionary<string, string> Singular = new(StringComparer.Ordinal)
    {
        ["photovoltaics"] = "array",
        ["wind"] = "turbine",
    };

    /// <summary>The page as Markdown.</summary>
    /// <param name="plants">Plants whose columns it lists.</param>
    public static string Write(IReadOnlyList<PlantDesign> plants)
    {
        var page = new StringBuilder(Preface.ReplaceLineEndings("\n"));
        IEnumerable<Column> columns = plants.SelectMany(plant => PlantColumns.Of(plant).Columns);
        foreach (IGrouping<string, Column> group in Patterns(columns).GroupBy(column => column.Name.Split('.')[0]))
        {
            WriteTable(page, group.Key, group);
        }

        page.Append("## Racks\n\nIn `racks.csv` and `racks.parquet`, which a run has with `--racks`; racks count from 1.\n\n");
        WriteRows(page, Patterns(plants.SelectMany(plant => RackColumns.Of([plant]))));
        WriteViolations(page);
        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static IEnumerable<Column> Patterns(IEnumerable<Column> columns) =>
        columns.Select(column => column with { Name = PatternOf(column.Name) }).DistinctBy(column => column.Name);

    private static string PatternOf(string name)
    {
        string[] parts = name.Split('.');
        for (int i = 1; i < parts.Length - 1; i += 2)
        {
            parts[i] = $"<{Singular.GetValueOrDefault(parts[i - 1], parts[i - 1].TrimEnd('s'))}>";
        }

        return string.Join('.', parts);
    }

    private static void WriteTable(StringBuilder page, string group, IEnumerable<Column> columns)
    {
        page.Append("## ").Append(char.ToUpperInvariant(group[0])).Append(group[1..].Replace('_', ' ')).Append("\n\n");
        WriteRows(page, columns);
    }

    private static void WriteViolations(StringBuilder page)
    {
        page.Append("## Violations\n\n`violations.csv` has a row for each episode: an unbroken span of recorded intervals in each of ")
            .Append("which a limit bound for at least one step.\n\n| column | unit | meaning |\n|---|---|---|\n");
        foreach ((string name, string unit, string meaning, _) in ResultTables.ViolationColumns)
        {
            page.Append("| `").Append(name).Append("` | ").Append(unit).Append(" | ").Append(meaning).Append(" |\n");
        }
    }

    private static void WriteRows(StringBuilder page, IEnumerable<Column> columns)
    {
        page.Append("| column | unit | statistic | meaning |\n|---|---|---|---|\n");
        foreach (Column column in columns)
        {
            page.Append("| `").Append(column.Name).Append("` | ").Append(column.Unit).Append(" | ")
                .Append(ResultTables.NameOf(column.Statistic)).Append(" | ").Append(column.Meaning).Append(" |\n");
        }

        page.Append('\n');
    }
}
