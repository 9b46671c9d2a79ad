namespace Twin.Cli.Output.Reports;

/// <summary>What of a report is asked for.</summary>
internal static class ReportKind
{
    public const string Eu = "eu";
    public const string Enefg = "enefg";
    public const string HeatPlatform = "heat-platform";
    public const string Tenants = "tenants";
    public const string Ghg = "ghg";
    public const string Management = "management";
    public const string Everything = "all";

    /// <summary>All kinds, as the command line calls them.</summary>
    public static IReadOnlyList<string> All { get; } = [Eu, Enefg, HeatPlatform, Tenants, Ghg, Management, Everything];
}
