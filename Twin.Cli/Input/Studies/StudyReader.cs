using System.Globalization;

namespace Twin.Cli.Input.Studies;

/// <summary>A study, or every fault that stands in its way.</summary>
/// <param name="Study">The study; null if there are faults.</param>
/// <param name="Faults">All faults in file order; empty if there is a study.</param>
internal sealed record StudyReadResult(Study? Study, IReadOnlyList<Fault> Faults);

/// <summary>From a study file to its runs: read, check against the keys, try every value on the base, lay out the design.</summary>
internal sealed class StudyReader
{
    private const string UsualName = "study.yaml";

    private readonly FaultList faults = new();
    private readonly string folder;
    private readonly ScenarioFiles files;

    private StudyReader(string folder)
    {
        this.folder = folder;
        files = new(folder);
    }

    /// <summary>Reads a study file.</summary>
    /// <param name="path">Study file, or folder with a study.yaml.</param>
    /// <param name="options">
    /// What is laid over the base beside what the study says: its overrides come first, those of the command line behind them.
    /// </param>
    public static StudyReadResult Read(string path, ReadOptions options)
    {
        string full = Path.GetFullPath(path, options.CurrentFolder);
        full = Directory.Exists(full) ? Path.Combine(full, UsualName) : full;
        string folder = Path.GetDirectoryName(full)!;
        var reader = new StudyReader(folder);
        Study? study = reader.OfFile(full, options);
        return new(study, reader.faults.InFileOrder());
    }

    /// <summary>Makes the study that a scenario and lists of values on the command line mean: a grid with every key figure.</summary>
    /// <param name="path">Scenario file, or folder with a scenario.yaml.</param>
    /// <param name="options">What the command line says beside --set.</param>
    /// <param name="sets">What --set says: lists become levers, single values lie below them.</param>
    public static StudyReadResult OfCommandLine(string path, ReadOptions options, IReadOnlyList<string> sets)
    {
        string full = ScenarioReader.FileOf(Path.GetFullPath(path, options.CurrentFolder));
        var reader = new StudyReader(Path.GetDirectoryName(full)!);
        Study? study = reader.OfSets(full, options, sets);
        return new(study, reader.faults.InFileOrder());
    }

    private Study? OfFile(string full, ReadOptions options)
    {
        string shown = FilePaths.Shown(full, options.CurrentFolder);
        var source = new Source(shown, Layer.Set, folder, FilePaths.ProjectRoot(folder), HasLines: true);
        if (Layers.One(full, source, "study", files, faults) is not { } root || !IsOfThisVersion(root))
        {
            return null;
        }

        int before = faults.Count;
        SchemaCheck.Check(root, StudyKeys.Root, faults);
        bool isWellFormed = faults.Count == before;
        if (Base(root, options) is not { } scenario)
        {
            return null;
        }

        var parts = new StudyParts(root, isWellFormed, scenario, faults);
        parts.Read();
        (string name, string label) = Names(root, full);
        string basePath = Path.GetFullPath(((Scalar)root["base"]!).Text, folder);
        string relative = Path.GetRelativePath(folder, basePath).Replace('\\', '/');
        return Finish(parts, (name, label, relative), basePath);
    }

    private Study? OfSets(string full, ReadOptions options, IReadOnlyList<string> sets)
    {
        (IReadOnlyList<string> singles, IReadOnlyList<SetList> lists) = SetLists.Read(sets, options.CurrentFolder, faults);
        BaseScenario? scenario = BaseScenario.Read(full, options with { Sets = singles }, faults);
        if (scenario is null || !faults.IsEmpty)
        {
            return null;
        }

        if (lists.Count == 0)
        {
            Place place = new(FilePaths.Shown(full, options.CurrentFolder), 0, 0);
            faults.Add(
                "IT0105", "missing key", place, string.Empty, "a scenario without a list of values",
                "a study file, or at least one list such as --set halls.training.racks.count=150,200,250");
            return null;
        }

        Source source = lists[0].Values.Source;
        Mapping levers = new(
            [
                .. lists.Select(list => new Entry(
                    list.Path, new Mapping([new("grid", list.Values, list.Values.Source, 0, 0)], list.Values.Source, 0, 0),
                    list.Values.Source, 0, 0)),
            ],
            source,
            0,
            0);
        Mapping root = Written.Map([("method", Written.One("kind", Written.Text("grid"))), ("levers", levers)]);
        var parts = new StudyParts(root, isWellFormed: true, scenario, faults);
        parts.Read();
        string name = parts.Varied.Resolved.Scenario?.Name ?? string.Empty;
        return Finish(parts, (name + "_sweep", $"Sweep of {name}", Path.GetFileName(full)), full);
    }

    private Study? Finish(StudyParts parts, (string Name, string Label, string Base) names, string basePath)
    {
        if (!faults.IsEmpty || parts.Design() is not { } design)
        {
            return null;
        }

        Mapping tree = StudyTree.Of(
            parts.Root, names, parts.Method!, parts.Inputs, parts.Rows, parts.Outcomes, parts.Constraints);
        return new(
            names.Name,
            names.Label,
            basePath,
            parts.Scenario,
            parts.Fixed,
            parts.Method!,
            design,
            [.. parts.Inputs.Select(input => input.Variable)],
            parts.Policies,
            parts.Outcomes,
            parts.Constraints,
            parts.Costs,
            parts.SeriesColumns,
            StudyText.Write(tree),
            files.All);
    }

    private bool IsOfThisVersion(Mapping root)
    {
        Key key = StudyKeys.Root.Children[0];
        if (root[key.Name] is not Scalar { IsNull: false } written
            || !int.TryParse(written.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int version) || version == 1)
        {
            return true; // missing or no number at all: a slip like any other
        }

        new ValueCheck(faults).Check(written, key, key.Name);
        return false; // what the other keys of another version mean nobody here knows
    }

    private BaseScenario? Base(Mapping root, ReadOptions options)
    {
        if (root["base"] is not Scalar { IsNull: false } written || FilePaths.Resolve(written, "base", new FaultList()) is not { } full)
        {
            return null; // told by the check of the keys
        }

        if (!File.Exists(ScenarioReader.FileOf(full)))
        {
            faults.Add(
                "IT0301", "missing file", written.Place, "base", $"no file {FilePaths.Shown(full, options.CurrentFolder)}",
                "a scenario file, or a folder with a scenario.yaml, relative to this file");
            return null;
        }

        Scalar[] chosen = [.. (root["scenario"] as Sequence)?.Items.OfType<Scalar>() ?? []];
        var own = new FaultList();
        BaseScenario? scenario = BaseScenario.Read(
            full, options with { Scenarios = [.. chosen.Select(name => name.Text), .. options.Scenarios] }, own);
        foreach (Fault fault in own.InFileOrder())
        {
            // An override is chosen here and not on the command line.
            Scalar? name = Array.Find(chosen, one => fault.Place.File == "--scenario " + one.Text);
            faults.Add(name is null ? fault : fault with { Place = name.Place, Path = "scenario" });
        }

        return scenario;
    }

    private static (string Name, string Label) Names(Mapping root, string full)
    {
        string file = Path.GetFileName(full);
        string usual = file == UsualName ? Path.GetFileName(Path.GetDirectoryName(full)!) : Path.GetFileNameWithoutExtension(full);
        string safe = new([.. usual.ToLowerInvariant().Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '_')]);
        safe = Words.IsName(safe) ? safe : "study_" + safe;
        string name = root.Name ?? safe;
        return (name, root["label"] is Scalar { IsNull: false } label ? label.Text : name);
    }
}
