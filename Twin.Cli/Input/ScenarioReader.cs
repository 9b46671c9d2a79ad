using Twin.Core.Scenarios;

namespace Twin.Cli.Input;

/// <summary>A scenario with all that it was made from, or every fault that stands in its way.</summary>
/// <param name="Scenario">The scenario; null if there are faults.</param>
/// <param name="Faults">All faults in file order; empty if there is a scenario.</param>
/// <param name="Tree">The completed tree; null if the files could not be read, or are of another version of the format.</param>
/// <param name="BaseFolder">Folder to which the paths in the resolved text count.</param>
/// <param name="Files">Every file read, with fingerprints.</param>
internal sealed record ReadResult(
    Scenario? Scenario, IReadOnlyList<Fault> Faults, Mapping? Tree, string BaseFolder, IReadOnlyList<ScenarioFile> Files)
{
    private const string DataRole = "series";

    /// <summary>The data files that series were taken from: with the resolved text they decide what a run is.</summary>
    public IReadOnlyList<ScenarioFile> Data => [.. Files.Where(file => file.Role == DataRole)];

    /// <summary>The scenario files that it was made from.</summary>
    public IReadOnlyList<ScenarioFile> Sources => [.. Files.Where(file => file.Role != DataRole)];

    /// <summary>All layers merged, without what nobody wrote; null if the files could not be read.</summary>
    public Mapping? Written { get; init; }

    /// <summary>Series taken from data files.</summary>
    public IReadOnlyList<SeriesInUse> Series { get; init; } = [];

    /// <summary>What is no fault and yet worth a word, one sentence each; empty if there are faults.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The resolved scenario as YAML; what the run id is made from is the text without origins.</summary>
    /// <param name="withOrigins">Whether comments tell where values come from.</param>
    /// <exception cref="InvalidOperationException">The files could not be read.</exception>
    public string Resolved(bool withOrigins) =>
        ResolvedScenario.Write(Tree ?? throw new InvalidOperationException("There is no scenario to write."), BaseFolder, withOrigins);
}

/// <summary>From a path and the words of the command line to a scenario: read, merge, check, complete, check again, bind.</summary>
internal static class ScenarioReader
{
    private const string UsualName = "scenario.yaml";

    /// <summary>Names that --scenario may choose in a scenario; none if it cannot be read.</summary>
    /// <param name="path">Scenario file, or folder with a scenario.yaml.</param>
    public static IReadOnlyList<string> OverrideNames(string path) => Layers.OverrideNames(FileOf(Path.GetFullPath(path)));

    /// <summary>Reads a scenario.</summary>
    /// <param name="path">Scenario file, or folder with a scenario.yaml; of no account when the scenario was piped in.</param>
    /// <param name="options">What the command line says.</param>
    public static ReadResult Read(string path, ReadOptions options)
    {
        string full = Path.GetFullPath(options.StandardInput is null ? path : ReadOptions.StandardInputName, options.CurrentFolder);
        full = options.StandardInput is null ? FileOf(full) : full;
        string baseFolder = options.BaseFolder ?? Path.GetDirectoryName(full)!;
        var files = new ScenarioFiles(baseFolder);
        var faults = new FaultList();
        Mapping? tree = Layers.Merge(full, options, files, faults);
        return Resolve(tree, baseFolder, files, faults);
    }

    /// <summary>Checks, completes and binds what the layers say.</summary>
    /// <param name="merged">All layers merged, without defaults; null if they could not be read.</param>
    /// <param name="baseFolder">Folder to which the paths in the resolved text count.</param>
    /// <param name="files">The files read so far; receives those of the series.</param>
    /// <param name="faults">The faults so far; receives the others.</param>
    public static ReadResult Resolve(Mapping? merged, string baseFolder, ScenarioFiles files, FaultList faults)
    {
        Mapping? tree = merged is not null && SchemaCheck.IsOfThisVersion(merged, faults) ? merged : null;
        Scenario? scenario = null;
        IReadOnlyList<PhaseTree> phases = [];
        IReadOnlyList<string> setAside = [];
        if (tree is not null)
        {
            tree = TypeLayer.Apply(EntryOrigins.Of(tree), faults);
            SchemaCheck.Check(tree, faults);
            ReferenceCheck.Check(tree, faults);
            Mapping typed = tree;
            (tree, IReadOnlyList<string> ranges) = AssumptionCheck.Hold(Completion.Complete(tree), faults);
            (tree, IReadOnlyList<string> shares) = TenantCheck.Hold(tree, faults);
            setAside = [.. ranges, .. shares];
            PlantCheck.Check(tree, faults);
            CentreCheck.Check(tree, faults);
            phases = faults.IsEmpty ? new PhaseTrees(faults).Of(typed, tree) : [];
            scenario = faults.IsEmpty ? ScenarioBinder.Bind(tree, phases, files, faults) : null;
        }

        return new(faults.IsEmpty ? scenario : null, faults.InFileOrder(), tree, baseFolder, files.All)
        {
            Written = merged is null ? null : WrittenTree.Of(merged),
            Series = files.Series,
            Notes = faults.IsEmpty
                ?
                [
                    .. ClimateNotes.Of(tree!),
                    .. FileNotes.Of(tree!, files.Series),
                    .. setAside,
                    .. NotesOfPermits([tree!, .. phases.Select(phase => phase.Tree)]),
                ]
                : [],
        };
    }

    /// <summary>The scenario file that a path means: itself, or the one of usual name in a folder.</summary>
    /// <param name="full">Full path.</param>
    public static string FileOf(string full) => Directory.Exists(full) ? Path.Combine(full, UsualName) : full;

    private static IEnumerable<string> NotesOfPermits(IEnumerable<Mapping> plants) =>
        plants.SelectMany(PermitNotes.Of).Distinct(StringComparer.Ordinal);
}
