using System.Security.Cryptography;
using System.Text;
using Twin.Cli.Input;
using Twin.Cli.Input.Studies;

namespace Twin.Cli.Commands;

/// <summary>Tells studies from scenarios with lists of values, and reads either.</summary>
internal static class StudySource
{
    private const string UsualName = "study.yaml";
    private const string FirstKey = "study:";
    private const int SuffixBytes = 3;

    /// <summary>Reads what the user named.</summary>
    public static (Study? Study, IReadOnlyList<Fault> Faults) Load(ScenarioRequest request)
    {
        if (IsStudy(request.Path))
        {
            StudyReadResult file = StudyReader.Read(request.Path, new(request.ScenarioNames, request.SetFiles, request.Sets));
            return (file.Study, file.Faults);
        }

        StudyReadResult lists = StudyReader.OfCommandLine(
            request.Path, new(request.ScenarioNames, request.SetFiles, []), request.Sets);
        return (lists.Study is { } made ? Named(made) : null, lists.Faults);
    }

    // A study of the command line has no name of its own: other lists must not meet the folder of these.
    private static Study Named(Study study)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(study.ResolvedText));
        return study with { Name = $"{study.Name}_{Convert.ToHexStringLower(hash.AsSpan(0, SuffixBytes))}" };
    }

    // Only studies have that key; a scenario with it would not be valid.
    private static bool IsStudy(string path) => Directory.Exists(path)
        ? File.Exists(Path.Combine(path, UsualName))
        : File.Exists(path) && File.ReadLines(path).Any(line => line.StartsWith(FirstKey, StringComparison.Ordinal));
}
