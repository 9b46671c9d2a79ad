using System.Security.Cryptography;
using Twin.Cli.Output;

namespace Twin.Cli.Commands.Comparison;

/// <summary>
/// Finds the folder from which the paths of a finished run count: that of its scenario, which no file of the run may name.
/// </summary>
internal static class RunDataFolder
{
    private const string Scenarios = "scenarios";

    /// <summary>Looks for it: above the run and above where the user stands, in folders of the scenario's name.</summary>
    /// <param name="runFolder">Folder of the run.</param>
    /// <param name="scenario">Name of its scenario.</param>
    /// <param name="inputs">The data that it was made from, with fingerprints.</param>
    /// <param name="whyNot">Why there is none; empty otherwise.</param>
    /// <returns>A folder with all of them; the run's own where none is needed; null if there is none.</returns>
    public static string? Find(string runFolder, string scenario, IReadOnlyList<ResultFile> inputs, out string whyNot)
    {
        whyNot = string.Empty;
        if (inputs.Count == 0)
        {
            return runFolder;
        }

        string? changed = null;
        foreach (string folder in Candidates(runFolder, scenario))
        {
            ResultFile[] there = [.. inputs.Where(input => File.Exists(Path.Combine(folder, input.Name)))];
            if (there.Length < inputs.Count)
            {
                continue;
            }

            if (Array.Find(there, input => HashOf(Path.Combine(folder, input.Name)) != input.Sha256) is not { } other)
            {
                return folder;
            }

            changed ??= other.Name;
        }

        whyNot = changed is null
            ? $"its data ({string.Join(", ", inputs.Select(input => input.Name))}) are not found in a folder {scenario} beside it"
            : $"{changed} is no longer the file that it was made from: its fingerprint is another";
        return null;
    }

    private static IEnumerable<string> Candidates(string runFolder, string scenario)
    {
        foreach (string start in (string[])[Path.GetFullPath(runFolder), Directory.GetCurrentDirectory()])
        {
            for (DirectoryInfo? at = new(start); at is not null; at = at.Parent)
            {
                yield return Path.Combine(at.FullName, Scenarios, scenario);
                yield return Path.Combine(at.FullName, scenario);
                yield return at.FullName;
            }
        }
    }

    private static string HashOf(string path)
    {
        using FileStream content = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
