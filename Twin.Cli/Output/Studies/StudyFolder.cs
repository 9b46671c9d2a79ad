using System.Globalization;
using System.Text.RegularExpressions;

namespace Twin.Cli.Output.Studies;

/// <summary>Where a study's files lie: out/studies/name.</summary>
internal sealed partial class StudyFolder
{
    public const string StudyText = "study.resolved.yaml";
    public const string BaseText = "base.resolved.yaml";
    public const string RunsCsv = "runs.csv";
    public const string RunsParquet = "runs.parquet";
    public const string Columns = "columns.json";
    public const string Manifest = "study.json";
    public const string Series = "series";
    public const string Studies = "studies";
    public const string Staging = ".tmp-";

    private readonly string shardSuffix;

    /// <summary>Names the folder; touches nothing.</summary>
    /// <param name="path">The folder itself.</param>
    /// <param name="shard">Share that this call computes; null for all.</param>
    private StudyFolder(string path, Shard? shard)
    {
        Path = path;
        shardSuffix = shard is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"-{shard.Number}-of-{shard.Of}");
    }

    /// <summary>The files of which a finished study vouches, in the order of its manifest.</summary>
    public static IReadOnlyList<string> Results { get; } = [BaseText, Columns, RunsCsv, RunsParquet, StudyText];

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Finished runs, while the study works and after it.</summary>
    public string Journal => File($"journal{shardSuffix}.jsonl");

    /// <summary>What changes from one computation to the next: times, threads, host.</summary>
    public string Status => File($"sweep{shardSuffix}.json");

    /// <summary>Held by the process that computes.</summary>
    public string LockFile => File($".lock{shardSuffix}");

    /// <summary>Folder of the kept series.</summary>
    public string SeriesFolder => File(Series);

    /// <summary>The folder of a study below a folder of results.</summary>
    /// <param name="outFolder">Folder of all results.</param>
    /// <param name="study">Name of the study.</param>
    /// <param name="shard">Share that this call computes; null for all.</param>
    public static StudyFolder Of(string outFolder, string study, Shard? shard) =>
        new(System.IO.Path.Combine(System.IO.Path.GetFullPath(outFolder), Studies, study), shard);

    /// <summary>A folder that somebody names: of one study, wherever it lies.</summary>
    /// <param name="path">The folder.</param>
    public static StudyFolder At(string path) => new(System.IO.Path.GetFullPath(path), shard: null);

    /// <summary>The same folder, for one share.</summary>
    public StudyFolder For(Shard? shard) => new(Path, shard);

    /// <summary>All journals that lie in it with the share that each is named after, in the order of the shares.</summary>
    public IReadOnlyList<(string Path, Shard? Shard)> Journals() => !Directory.Exists(Path)
        ? []
        : [.. Directory.EnumerateFiles(Path, "journal*.jsonl")
            .Select(file => (File: file, Name: JournalName().Match(System.IO.Path.GetFileName(file))))
            .Where(found => found.Name.Success)
            .Select(found => (found.File, Share(found.Name)))
            .OrderBy(found => found.Item2?.Number ?? 0).ThenBy(found => found.Item2?.Of ?? 0)];

    /// <summary>Path of one of its files.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Where a file is written before it gets its name; no other process writes there.</summary>
    public string Beside(string name) =>
        File(string.Create(CultureInfo.InvariantCulture, $"{Staging}{Environment.ProcessId}{shardSuffix}-{name}"));

    /// <summary>Path of the series of a run.</summary>
    public string SeriesOf(string runId) => System.IO.Path.Combine(SeriesFolder, runId + ".csv");

    private static Shard? Share(Match name) =>
        name.Groups[1].Success ? Shard.Parse($"{name.Groups[1].Value}/{name.Groups[2].Value}") : null;

    [GeneratedRegex(@"^journal(?:-(\d{1,6})-of-(\d{1,6}))?\.jsonl$")]
    private static partial Regex JournalName();
}
