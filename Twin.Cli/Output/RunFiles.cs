namespace Twin.Cli.Output;

/// <summary>Names of the files in a run folder.</summary>
internal static class RunFiles
{
    public const string Scenario = "scenario.resolved.yaml";
    public const string Summary = "summary.json";
    public const string TimeSeries = "timeseries.csv";
    public const string TimeSeriesParquet = "timeseries.parquet";
    public const string Racks = "racks.csv";
    public const string RacksParquet = "racks.parquet";
    public const string Columns = "columns.json";
    public const string Violations = "violations.csv";
    public const string Events = "events.csv";
    public const string Manifest = "manifest.json";
    public const string Status = "run.json";
    public const string Diagnostics = "diagnostics.json";
    public const string Log = "log.txt";
    public const string Plots = "plots";

    /// <summary>The files that can be the result: same inputs, same bytes. The manifest vouches for those that are there.</summary>
    public static IReadOnlyList<string> Result { get; } =
        [Columns, Events, Racks, RacksParquet, Scenario, Summary, TimeSeries, TimeSeriesParquet, Violations];

    /// <summary>Whether a run has the file only when it is asked for.</summary>
    public static bool IsOnRequest(string name) => name is TimeSeries or TimeSeriesParquet or Racks or RacksParquet;
}
