using System.Reflection;
using System.Security.Cryptography;
using Twin.Core.Results;

namespace Twin.Cli.Output;

/// <summary>Which engine computes: version, commit, and whether the sources were those of the commit.</summary>
internal static class EngineVersion
{
    /// <summary>For example 0.1.0+9bf6c67, or 0.1.0+9bf6c67.dirty.51b3f0aa on changed sources.</summary>
    public static string Text { get; } = Describe();

    private static string Describe()
    {
        string version = typeof(EngineVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        bool isCommitted = version.Contains('+', StringComparison.Ordinal) && !version.EndsWith(".dirty", StringComparison.Ordinal);
        if (isCommitted)
        {
            return version;
        }

        // Two states of changed sources share a commit. The ids of a deterministic build tell them apart; without them
        // an engineer who mends a formula would be shown yesterday's folder as "already done".
        Span<byte> builds = stackalloc byte[32];
        typeof(Column).Module.ModuleVersionId.TryWriteBytes(builds);
        typeof(EngineVersion).Module.ModuleVersionId.TryWriteBytes(builds[16..]);
        string build = Convert.ToHexStringLower(SHA256.HashData(builds).AsSpan(0, 4));
        return version.Contains('+', StringComparison.Ordinal) ? $"{version}.{build}" : $"{version}+{build}";
    }
}
