using System.Globalization;
using Twin.Core.Engine;
using Twin.Core.Results;

namespace Twin.Cli.Output;

/// <summary>The small tables of a run folder: columns.json, violations.csv and events.csv.</summary>
internal static class ResultTables
{
    /// <summary>Says of each column of the series files what it is.</summary>
    public static void WriteColumns(string folder, IReadOnlyList<Column> columns, IReadOnlyList<Column> racks, int outputS) =>
        JsonFile.Write(Path.Combine(folder, RunFiles.Columns), json =>
        {
            json.WriteNumber("schema", ManifestFile.Schema);
            json.WriteNumber("interval_s", outputS);
            json.WriteString("time_utc", "Begin of the interval, UTC. An empty field is a quantity that is not defined in it.");
            WriteColumns(json, "columns", columns);
            if (racks.Count > 0)
            {
                WriteColumns(json, "racks", racks);
            }
        });

    /// <summary>Columns of violations.csv: name, unit, meaning, value. Header, rows and manual page are made from it.</summary>
    public static IReadOnlyList<(string Name, string Unit, string Meaning, Func<Violation, string> Value)> ViolationColumns { get; } =
    [
        ("limit", "", "Which limit bound, named after its key in the scenario; `river.permit.closed` are days without intake.",
            violation => violation.Limit),
        ("start_utc", "", "Begin of the first recorded interval in which it bound, UTC.", violation => UtcText.Of(violation.StartUnixS)),
        ("end_utc", "", "End of the last one without a break, UTC.", violation => UtcText.Of(violation.EndUnixS)),
        ("length_h", "h", "From start to end, in whole recorded intervals.", violation => Number(violation.LengthH)),
        ("bound_h", "h",
            "Hours in which it bound: an interval counts with its share of steps at the limit. At most `length_h`; summed over all rows of "
                + "a limit it is the sum of the limit's `..._fraction` column times the interval.",
            violation => Number(violation.BoundH)),
        ("worst", "`unit`",
            "Largest step mean of what is limited, over the intervals of the episode. For `grid.import_limit` it is what the site needed "
                + "of the grid, for `river.permit.closed` what was taken in intervals that were closed throughout.",
            violation => Number(violation.Worst)),
        ("threshold", "`unit`", "The limit; 0 m3/s for `river.permit.closed`.", violation => Number(violation.Threshold)),
        ("margin", "`margin_unit`",
            "Threshold minus worst: about zero where the plant held the limit by giving way, negative by as much as it was passed, "
                + "positive where room was left.",
            violation => Number(violation.Margin)),
        ("unit", "", "Unit of worst and threshold.", violation => violation.Unit),
        ("margin_unit", "", "Unit of the margin: K where worst and threshold are in degC, else theirs.", violation => violation.MarginUnit),
    ];

    /// <summary>Lists the episodes in which a limit bound.</summary>
    public static void WriteViolations(string folder, IReadOnlyList<Violation> violations) =>
        CsvFormat.WriteTable(
            Path.Combine(folder, RunFiles.Violations),
            [.. ViolationColumns.Select(column => column.Name)],
            violations.Select(violation => ViolationColumns.Select(column => column.Value(violation)).ToArray()));

    /// <summary>Lists what happened to the plant from outside. No scenario can name events yet, so none have happened.</summary>
    public static void WriteEvents(string folder) =>
        CsvFormat.WriteTable(Path.Combine(folder, RunFiles.Events), ["time_utc", "event", "machine"], []);

    /// <summary>A statistic as files call it.</summary>
    public static string NameOf(Statistic statistic) => statistic switch
    {
        Statistic.Mean => "mean",
        Statistic.Max => "max",
        Statistic.Start => "start",
        _ => throw new ArgumentOutOfRangeException(nameof(statistic), statistic, "no such statistic"),
    };

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static void WriteColumns(System.Text.Json.Utf8JsonWriter json, string name, IReadOnlyList<Column> columns)
    {
        json.WriteStartArray(name);
        foreach (Column column in columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("unit", column.Unit);
            json.WriteString("statistic", NameOf(column.Statistic));
            json.WriteString("meaning", column.Meaning);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
