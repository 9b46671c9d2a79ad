using Twin.Core.Scenarios;

namespace Twin.Cli.Input;

/// <summary>Words by which a scenario calls what the law distinguishes, each list in the order of its enumeration.</summary>
internal static class CentreWords
{
    /// <summary>Words of <see cref="CentreType"/>.</summary>
    public static IReadOnlyList<string> Types { get; } = ["enterprise", "colocation", "co-hosting"];

    /// <summary>Words of <see cref="CentreStructure"/>.</summary>
    public static IReadOnlyList<string> Structures { get; } = ["standalone", "part-of-building", "group"];

    /// <summary>Words of <see cref="ManagementSystem"/>.</summary>
    public static IReadOnlyList<string> ManagementSystems { get; } = ["none", "iso-50001", "emas"];

    /// <summary>Words of <see cref="ReuseExemption"/>.</summary>
    public static IReadOnlyList<string> ReuseExemptions { get; } = ["none", "later-event", "network-agreement", "offer-not-taken"];
}
