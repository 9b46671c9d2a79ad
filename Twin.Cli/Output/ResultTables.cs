using System.Globalization;
using Twin.Core.Engine;
using Twin.Core.Results;

namespace Twin.Cli.Output;

/// <summary>The small tables of a run folder: columns.json, violations.csv and events.csv.</summary>
internal static class ResultTables
{
    /// <summary>Says of each column of timeseries.csv what it is.</summary>
    public static void WriteColumns(string folder, IReadOnlyList<Column> columns, int outputS) =>
        JsonFile.Write(Path.Combine(folder, RunFiles.Columns), json =>
        {
            json.WriteNumber("schema", ManifestFile.Schema);
            json.WriteNumber("interval_s", outputS);
            json.WriteString("time_utc", "Begin of the interval, UTC. An empty field is a quantity that is not defined in it.");
            json.WriteStartArray("columns");
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
        });

    /// <summary>Lists the episodes in which a limit bound.</summary>
    public static void WriteViolations(string folder, IReadOnlyList<Violation> violations) =>
        CsvFormat.WriteTable(
            Path.Combine(folder, RunFiles.Violations),
            ["limit", "start_utc", "end_utc", "duration_s", "worst", "threshold", "unit"],
            violations.Select(violation => new[]
            {
                violation.Limit,
                UtcText.Of(violation.StartUnixS),
                UtcText.Of(violation.EndUnixS),
                (violation.EndUnixS - violation.StartUnixS).ToString(CultureInfo.InvariantCulture),
                violation.Worst.ToString("R", CultureInfo.InvariantCulture),
                violation.Threshold.ToString("R", CultureInfo.InvariantCulture),
                violation.Unit,
            }));

    /// <summary>Lists what happened to the plant from outside. No scenario can name events yet, so none have happened.</summary>
    public static void WriteEvents(string folder) =>
        CsvFormat.WriteTable(Path.Combine(folder, RunFiles.Events), ["time_utc", "event", "machine"], []);

    private static string NameOf(Statistic statistic) => statistic switch
    {
        Statistic.Mean => "mean",
        Statistic.Max => "max",
        Statistic.Start => "start",
        _ => throw new ArgumentOutOfRangeException(nameof(statistic), statistic, "no such statistic"),
    };
}
