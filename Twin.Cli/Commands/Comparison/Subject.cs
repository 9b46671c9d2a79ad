using Twin.Cli.Input;
using Twin.Cli.Input.Comparison;
using Twin.Cli.Output;
using Twin.Cli.Output.Comparison;
using Twin.Cli.Output.Plots;
using Twin.Core.Engine;
using Twin.Core.Results;
using Twin.Core.Scenarios;

namespace Twin.Cli.Commands.Comparison;

/// <summary>What stands behind a name on the command line of `twin compare`: a finished run, or a scenario that will be computed.</summary>
internal sealed class Subject
{
    private const string DataRole = "series";
    private const int ShownOfHash = 12;
    private readonly string shown;
    private readonly string? folder;
    private readonly string runId;
    private readonly string engineVersion;

    private Subject(string shown, string? folder, ReadResult read, SummaryFile? summary, Manifest? manifest)
    {
        this.shown = shown;
        this.folder = folder;
        Scenario = read.Scenario;
        Tree = read.Tree;
        Written = Tree is null ? null : ScenarioParts.WrittenOut(read);
        BaseFolder = read.BaseFolder;
        Summary = summary;
        ScenarioFile[] data = [.. read.Files.Where(file => file.Role == DataRole)];
        runId = manifest?.RunId ?? RunId.Of(read.Resolved(withOrigins: false), data, Output.EngineVersion.Text);
        engineVersion = manifest?.EngineVersion ?? Output.EngineVersion.Text;
        Data = manifest is null
            ? data.ToDictionary(file => file.Path, file => Named(file.Shown, file.Sha256), StringComparer.Ordinal)
            : manifest.Inputs.ToDictionary(
                file => Path.GetFullPath(file.Name, BaseFolder), file => Named(file.Name, file.Sha256), StringComparer.Ordinal);
    }

    /// <summary>The scenario; null where it cannot be computed here.</summary>
    public Scenario? Scenario { get; }

    /// <summary>Its completed tree; null where this engine cannot read it.</summary>
    public Mapping? Tree { get; }

    /// <summary>The same as if somebody had written every value, to be mixed with another; null where it cannot be read.</summary>
    public Mapping? Written { get; }

    /// <summary>Folder to which its paths count.</summary>
    public string BaseFolder { get; }

    /// <summary>What its data files are called, with their fingerprints, by full path.</summary>
    public IReadOnlyDictionary<string, string> Data { get; }

    /// <summary>Why the scenario cannot be computed here; empty where it can.</summary>
    public string WhyNot { get; private init; } = string.Empty;

    private SummaryFile? Summary { get; }

    /// <summary>Reads a finished run or a scenario.</summary>
    /// <param name="path">What the user named.</param>
    /// <param name="error">Receives what is wrong.</param>
    /// <returns>Null if something is wrong.</returns>
    public static Subject? Read(string path, TextWriter error)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            error.WriteLine($"error: there is no {path}; expected the folder of a finished run, or a scenario");
            return null;
        }

        try
        {
            return Directory.Exists(path) && !File.Exists(ScenarioReader.FileOf(Path.GetFullPath(path)))
                ? OfRun(path, error)
                : OfScenario(path, error);
        }
        catch (Exception e) when (e is InvalidDataException or System.Text.Json.JsonException or KeyNotFoundException or FormatException)
        {
            error.WriteLine($"error: {path} cannot be read as a run: {e.Message}");
            return null;
        }
    }

    /// <summary>The run: read from its folder, or computed.</summary>
    /// <param name="letter">What it is called here.</param>
    /// <param name="cancel">Stops the computation.</param>
    /// <exception cref="BooksOpenException">The books of the plant do not close.</exception>
    /// <exception cref="InvalidDataException">The files are not those of a run.</exception>
    public ComparedRun Run(string letter, CancellationToken cancel)
    {
        if (folder is not null)
        {
            return new(letter, shown, runId, engineVersion, Summary!, RunSeries.Read(folder, OverTimeSheets.Columns));
        }

        Scenario scenario = Scenario!;
        var summary = new SummaryFile(
            scenario.Name,
            scenario.Label,
            scenario.Site.Zone,
            scenario.Clock.StartUnixS,
            scenario.Clock.EndUnixS,
            [],
            Engine.LimitsOf(scenario),
            Engine.ChangingLimitsOf(scenario));
        var rows = new KeptSeries(summary);
        RunOutcome outcome = Simulation.Run(scenario, rows, progress: null, cancel);
        return new(letter, shown, runId, engineVersion, summary with { KeyFigures = outcome.KeyFigures }, rows.Series!);
    }

    private static Subject? OfScenario(string path, TextWriter error)
    {
        ReadResult read = ScenarioReader.Read(path, ReadOptions.None);
        if (read.Scenario is not null)
        {
            return new(path, folder: null, read, summary: null, manifest: null);
        }

        error.Write(FaultText.Write(read.Faults));
        return null;
    }

    private static Subject? OfRun(string path, TextWriter error)
    {
        string needed = Path.Combine(path, RunFiles.Summary);
        if (FinishedRun.WhyNot(path, RunFiles.Summary, RunFiles.Manifest, RunFiles.Scenario, RunFiles.Columns) is { } reason)
        {
            string also = File.Exists(needed) ? string.Empty : "; a scenario it is neither, without a scenario.yaml";
            error.WriteLine($"error: {reason}{also}");
            return null;
        }

        Manifest manifest = ManifestFile.Read(path);
        if (!ManifestFile.Vouches(path, manifest.RunId))
        {
            error.WriteLine($"error: {path} cannot be compared: its files are not the ones {RunFiles.Manifest} names");
            return null;
        }

        SummaryFile summary = SummaryFile.Read(path);
        string full = Path.GetFullPath(path);
        string? data = RunDataFolder.Find(full, summary.Scenario, manifest.Inputs, out string whyNot);
        ReadResult read = ScenarioReader.Read(
            Path.Combine(full, RunFiles.Scenario), ReadOptions.None with { BaseFolder = data ?? full });
        if (whyNot.Length == 0 && read.Scenario is null)
        {
            Fault fault = read.Faults[0];
            whyNot = $"this engine does not read its scenario ({fault.Title}: {fault.Path}, {FaultText.Printable(fault.Found)})";
        }

        return new(path, path, data is null ? read with { Scenario = null } : read, summary, manifest) { WhyNot = whyNot };
    }

    private static string Named(string name, string sha256) => $"{name} (sha256 {sha256[..ShownOfHash]})";

    private sealed class KeptSeries(SummaryFile summary) : IRowSink
    {
        public RunSeries? Series { get; private set; }

        public void Begin(IReadOnlyList<Column> columns, int outputS) =>
            Series = RunSeries.Of(summary, [.. columns.Select(column => column.Name)], OverTimeSheets.Columns);

        public void Row(long startUnixS, ReadOnlySpan<double> values) => Series!.Take(startUnixS, values);
    }
}
