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

    /// <summary>Lists the episodes in which a limit bound.</summary>
    public static void WriteViolations(string folder, IReadOnlyList<Violation> violations) =>
        CsvFormat.WriteTable(
            Path.Combine(folder, RunFiles.Violations),
            ["limit", "start_utc", "end_utc", "length_h", "worst", "threshold", "margin", "unit"],
            violations.Select(violation => new[]
            {
                violation.Limit,
                UtcText.Of(violation.StartUnixS),
                UtcText.Of(violation.EndUnixS),
                violation.LengthH.ToString("R", CultureInfo.InvariantCulture),
                violation.Worst.ToString("R", CultureInfo.InvariantCulture),
                violation.Threshold.ToString("R", CultureInfo.InvariantCulture),
                violation.Margin.ToString("R", CultureInfo.InvariantCulture),
                violation.Unit,
            }));

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
