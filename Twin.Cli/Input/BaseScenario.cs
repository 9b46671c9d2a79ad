using Twin.Core.Series;

namespace Twin.Cli.Input;

/// <summary>
/// A scenario whose files are read once and of which any number of variants are made: the scenario with some values changed, as if each
/// had been given with --set. Variants may be made on several threads at once.
/// </summary>
internal sealed class BaseScenario
{
    // Columns of some fifty years of the flagship at 15 min, each with work of its own.
    private const long ColumnsBytes = 256L * 1024 * 1024;

    private readonly Mapping merged;
    private readonly string baseFolder;
    private readonly IReadOnlyList<ScenarioFile> sources;
    private readonly SharedInputs inputs = new(new ColumnShelf(ColumnsBytes));

    private BaseScenario(Mapping merged, string baseFolder, IReadOnlyList<ScenarioFile> sources)
    {
        this.merged = merged;
        this.baseFolder = baseFolder;
        this.sources = sources;
    }

    /// <summary>Reads a scenario and all layers laid over it.</summary>
    /// <param name="path">Scenario file, or folder with a scenario.yaml.</param>
    /// <param name="options">What is laid over it for all variants.</param>
    /// <param name="faults">Receives what is wrong with the files; whether the scenario is right is for <see cref="Vary"/> to say.</param>
    /// <returns>The base; null where a file could not be read.</returns>
    public static BaseScenario? Read(string path, ReadOptions options, FaultList faults)
    {
        string full = ScenarioReader.FileOf(Path.GetFullPath(path, options.CurrentFolder));
        string baseFolder = options.BaseFolder ?? Path.GetDirectoryName(full)!;
        var files = new ScenarioFiles(baseFolder);
        return Layers.Merge(full, options, files, faults) is { } merged ? new(merged, baseFolder, files.All) : null;
    }

    /// <summary>A variant of the scenario.</summary>
    /// <param name="values">
    /// Dotted paths with values, the later over the earlier; relative paths of files in them count from the folder of their source.
    /// </param>
    /// <returns>The scenario, or the faults that stand in its way, each at the place where the value was written.</returns>
    public ReadResult Vary(IReadOnlyList<Entry> values)
    {
        var faults = new FaultList();
        var files = new ScenarioFiles(baseFolder, inputs);
        foreach (ScenarioFile source in sources)
        {
            files.Add(source);
        }

        Node tree = merged;
        foreach (Entry value in values.Where(value => DottedPaths.Check(value, value.Key, faults)))
        {
            tree = TreeMerge.Merge(
                tree, DottedPaths.Expand(new Mapping([value], value.Source, value.Line, value.Column), faults), string.Empty, faults);
        }

        return ScenarioReader.Resolve((Mapping)tree, baseFolder, files, faults);
    }
}
