using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Twin.Cli.Input;

namespace Twin.Cli.Output;

/// <summary>Names a run by all that decides its result, so that the same question finds the answer it already has.</summary>
internal static class RunId
{
    /// <summary>First 12 hex digits of SHA-256 over resolved scenario, inputs and engine version.</summary>
    public static string Of(string resolvedText, IReadOnlyList<ScenarioFile> inputs, string engineVersion)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, engineVersion);
        Append(hash, resolvedText);

        // By content, not by path: the same plant under another folder name is the same run. What a file is used for
        // stands in the resolved text.
        foreach (string sha256 in inputs.Select(input => input.Sha256).Order(StringComparer.Ordinal))
        {
            Append(hash, sha256);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }

    // Each part goes in behind its length: "ab" + "c" is not "a" + "bc".
    private static void Append(IncrementalHash hash, string part)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(part);
        hash.AppendData(Encoding.UTF8.GetBytes(bytes.Length.ToString(CultureInfo.InvariantCulture) + ":"));
        hash.AppendData(bytes);
    }
}
