namespace Twin.Cli.Output;

/// <summary>Names of the files in a run folder.</summary>
internal static class RunFiles
{
    public const string Scenario = "scenario.resolved.yaml";
    public const string Summary = "summary.json";
    public const string TimeSeries = "timeseries.csv";
    public const string Columns = "columns.json";
    public const string Violations = "violations.csv";
    public const string Events = "events.csv";
    public const string Manifest = "manifest.json";
    public const string Status = "run.json";
    public const string Diagnostics = "diagnostics.json";
    public const string Log = "log.txt";
    public const string Plots = "plots";

    /// <summary>The files that are the result: same inputs, same bytes. The manifest vouches for these.</summary>
    public static IReadOnlyList<string> Result { get; } = [Columns, Events, Scenario, Summary, TimeSeries, Violations];
}
