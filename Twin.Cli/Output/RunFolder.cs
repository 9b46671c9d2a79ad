namespace Twin.Cli.Output;

/// <summary>Where a run's files lie: out/scenario/run id. A folder of that name is whole, because it gets its name last.</summary>
internal sealed class RunFolder
{
    /// <summary>Names the folder; touches nothing.</summary>
    /// <param name="outFolder">Folder of all results.</param>
    /// <param name="scenario">Identifier of the scenario.</param>
    /// <param name="runId">Id of the run.</param>
    public RunFolder(string outFolder, string scenario, string runId)
    {
        OutFolder = System.IO.Path.GetFullPath(outFolder);
        ScenarioFolder = System.IO.Path.Combine(OutFolder, scenario);
        RunId = runId;
        Path = System.IO.Path.Combine(ScenarioFolder, runId);
        FailedPath = System.IO.Path.Combine(ScenarioFolder, "failed-" + runId);
    }

    /// <summary>Folder of all results.</summary>
    public string OutFolder { get; }

    /// <summary>Folder of the scenario's runs.</summary>
    public string ScenarioFolder { get; }

    /// <summary>Id of the run.</summary>
    public string RunId { get; }

    /// <summary>The run's folder.</summary>
    public string Path { get; }

    /// <summary>What a failed run leaves instead.</summary>
    public string FailedPath { get; }

    /// <summary>Whether something has the run's name already.</summary>
    public bool Exists => Directory.Exists(Path);

    /// <summary>Whether the run is there and its files are the ones its manifest vouches for.</summary>
    public bool IsWhole() => ManifestFile.Vouches(Path, RunId);

    /// <summary>Path of one of the run's files.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);
}
