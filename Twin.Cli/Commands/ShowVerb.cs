using Twin.Cli.Input;

namespace Twin.Cli.Commands;

/// <summary>What `twin show` was asked for.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="IsResolved">Whether to write every default.</param>
/// <param name="WithOrigins">Whether to say where each value comes from.</param>
/// <param name="Base">Scenario or run folder to compare with; null for none.</param>
internal sealed record ShowRequest(ScenarioRequest Scenario, bool IsResolved, bool WithOrigins, string? Base);

/// <summary>twin show: writes a scenario as the program understands it, or what it says differently from another.</summary>
internal sealed class ShowVerb(Terminal terminal)
{
    private const string ResolvedName = "scenario.resolved.yaml";

    /// <summary>Does it.</summary>
    /// <returns>Exit status.</returns>
    public int Execute(ShowRequest request)
    {
        ScenarioRequest asked = request.Scenario;
        var options = new ReadOptions(asked.ScenarioNames, asked.SetFiles, asked.Sets) { StandardInput = asked.Content };
        if (Read(asked.Path, options) is not { } read)
        {
            return ExitStatus.InvalidScenario;
        }

        if (request.Base is { } path)
        {
            return Compare(read, path);
        }

        terminal.Out.Write(request.IsResolved
            ? read.Resolved(request.WithOrigins)
            : ResolvedScenario.Write(read.Written!, read.BaseFolder, request.WithOrigins));
        return ExitStatus.Done;
    }

    private int Compare(ReadResult read, string path)
    {
        // A run folder holds the scenario as it was resolved; its paths count from the scenario's own folder.
        string resolved = Directory.Exists(path) ? Path.Combine(path, ResolvedName) : path;
        bool isRun = Path.GetFileName(resolved) == ResolvedName && File.Exists(resolved);
        ReadOptions options = isRun ? ReadOptions.None with { BaseFolder = read.BaseFolder } : ReadOptions.None;
        if (Read(isRun ? resolved : path, options) is not { } other)
        {
            return ExitStatus.InvalidScenario;
        }

        IReadOnlyList<string> lines = ScenarioDiff.Of(other.Tree!, read.Tree!);
        foreach (string line in lines)
        {
            terminal.Out.WriteLine(line);
        }

        if (lines.Count == 0)
        {
            terminal.Error.WriteLine("no difference");
        }

        return ExitStatus.Done;
    }

    private ReadResult? Read(string path, ReadOptions options)
    {
        ReadResult read = ScenarioReader.Read(path, options);
        if (read.Faults.Count > 0)
        {
            terminal.Error.Write(FaultText.Write(read.Faults));
        }

        return read.Faults.Count > 0 ? null : read;
    }
}
