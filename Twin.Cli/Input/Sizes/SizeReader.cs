namespace Twin.Cli.Input.Sizes;

/// <summary>From a size file, or a bare scenario, to the question that it asks.</summary>
internal sealed class SizeReader
{
    private const string UsualName = "size.yaml";
    private readonly ReadOptions options;
    private readonly FaultList faults = new();
    private readonly View file;
    private readonly string? filePath;

    private SizeReader(ReadOptions options, Mapping? tree, string? filePath)
    {
        this.options = options;
        this.filePath = filePath;
        file = new(tree, SizeKeys.Root, string.Empty);
    }

    /// <summary>Reads a question.</summary>
    /// <param name="path">A size file, its folder, or a scenario: its folder or file.</param>
    /// <param name="options">What the command line lays over the base.</param>
    /// <returns>The question; null with all faults where there are some.</returns>
    public static (SizeQuestion? Question, IReadOnlyList<Fault> Faults) Read(string path, ReadOptions options)
    {
        string full = FileOf(Path.GetFullPath(path, options.CurrentFolder));
        string folder = Path.GetDirectoryName(full)!;
        var files = new ScenarioFiles(folder);
        var unread = new FaultList();
        string shown = FilePaths.Shown(full, options.CurrentFolder);
        var source = new Source(shown, Layer.SetFile, folder, FilePaths.ProjectRoot(folder), HasLines: true);
        Mapping? tree = Layers.One(full, source, "size", files, unread);
        if (tree is not null && tree[SizeKeys.Version] is null && tree["schema"] is not null)
        {
            return new SizeReader(options, tree: null, filePath: null).Ask(full, []);
        }

        if (tree is null || !unread.IsEmpty)
        {
            return (null, unread.InFileOrder());
        }

        var reader = new SizeReader(options, tree, full);
        SchemaCheck.Check(tree, SizeKeys.Root, reader.faults);
        return reader.file.Node("base") is Scalar written && FilePaths.Resolve(written, "base", reader.faults) is { } basePath
            ? reader.Ask(basePath, files.All)
            : (null, reader.faults.InFileOrder());
    }

    private static string FileOf(string full)
    {
        string usual = Path.Combine(full, UsualName);
        return Directory.Exists(full) && File.Exists(usual) ? usual : ScenarioReader.FileOf(full);
    }

    private (SizeQuestion? Question, IReadOnlyList<Fault> Faults) Ask(string basePath, IReadOnlyList<ScenarioFile> files)
    {
        string[] overrides = [.. file.Scalars("scenario").Select(name => name.Text), .. options.Scenarios];
        if (filePath is not null)
        {
            faults.Opened(FilePaths.Shown(filePath, options.CurrentFolder));
        }

        Entry[] written = Values(file.Node("set"), "set");
        BaseScenario? scenario = BaseScenario.Read(basePath, options with { Scenarios = overrides }, faults);
        if (scenario is null || !faults.IsEmpty)
        {
            return (null, faults.InFileOrder());
        }

        ReadResult design = scenario.Vary(written);
        Entry[] values = design.Scenario is null ? written : [.. DesignStep.Of(design, written, options.Sets), .. written];
        design = values.Length > written.Length ? scenario.Vary(values) : design;
        if (design.Scenario is null)
        {
            return (null, design.Faults);
        }

        SizeQuestion question = Bind(scenario, values, design, files);
        return faults.IsEmpty ? (question, []) : (null, faults.InFileOrder());
    }

    private SizeQuestion Bind(BaseScenario scenario, IReadOnlyList<Entry> values, ReadResult design, IReadOnlyList<ScenarioFile> files)
    {
        View root = View.Of(design.Tree!);
        IReadOnlyList<SizeGroup> groups = SizeGroups.All(root);
        (double least, double most) = SizeLimits.Read(file.Node("limits"), faults);
        IReadOnlyList<SizeHall> halls = new SizeMix(file, design.Tree!.Place, design.Scenario!.Plant, faults).Halls();
        NoPhases(design);
        HasRoom(halls, most, design.Tree!.Place);
        return new(
            file.Text("name") ?? root.Word("name"),
            file.Text("label") ?? file.Text("name") ?? root.Word("label"),
            scenario,
            values,
            design,
            halls,
            [.. file.Scalars("scales").Select(path => SizeScales.Find(path, design.Tree!, faults)).OfType<SizeScale>()],
            SizeGroups.Choose(file.Node("spare"), groups, faults),
            Cases(),
            file.Value("lost_gpu_hours") ?? SizeKeys.UsualOf(file.Key("lost_gpu_hours")),
            least,
            most,
            new SizeFutureReader(file, faults).Read(scenario, values, halls),
            files);
    }

    // Racks are the lever: a phase that sets them too would take it away in the middle of the year.
    private void NoPhases(ReadResult design)
    {
        if (design.Scenario!.Phases.Count > 0 && design.Tree!.Find("phases") is { } phases)
        {
            faults.Add(
                "IT0521", "plant that changes", phases.Value.Place, "phases", "phases in the base",
                "a design year with one plant: take them away with set: { phases: [] }, or --set phases=[]");
        }
    }

    private void HasRoom(IReadOnlyList<SizeHall> halls, double most, Place ofBase)
    {
        double leastW = halls.Where(hall => hall.ShareFraction > 0.0).Select(hall => hall.RackW).DefaultIfEmpty(0.0).Max();
        if (faults.IsEmpty && most * halls.Sum(hall => hall.BaseRacks * hall.RackW) < leastW)
        {
            faults.Add(
                "IT0205", "out of range", file.Exists ? file.Place("limits") : ofBase, "limits", "a greatest size of less than a rack",
                "a range in which a rack of each hall has room");
        }
    }

    private SizeCase[]? Cases()
    {
        if (file.Node("cases") is not { } node || node is Scalar { Text: SizeGroups.Usual })
        {
            return null;
        }

        if (node is not Mapping { Entries.Count: > 0 } cases)
        {
            faults.Add(
                "IT0106", "wrong kind of value", node.Place, "cases", node is Scalar word ? FaultText.Printable(word.Text) : "no cases",
                "default, or names with values, as in hot_summer: { river.temperature: 24 degC }");
            return null;
        }

        return
        [
            SizeCases.Planned,
            .. cases.Entries.Select(one => new SizeCase(one.Key, $"{one.Key} holds", CaseValues(one))),
        ];
    }

    // The search sets the racks: a case that sets them too would answer for a plant of another size.
    private Entry[] CaseValues(Entry one)
    {
        Entry[] values = Values(one.Value, TreeMerge.Join("cases", one.Key));
        foreach (Entry value in values.Where(value => IsRackCount(value.Key.Split('.'))))
        {
            faults.Add(
                "IT0501", "input named twice", value.Place, TreeMerge.Join("cases", one.Key),
                $"{value.Key}, which the search gives a value too", "a case that leaves the number of racks alone");
        }

        return values;
    }

    private static bool IsRackCount(string[] parts) => parts is ["halls", _, "racks", "count"] or ["halls", _, "racks"] or ["halls", _] or ["halls"];

    private Entry[] Values(Node? node, string path)
    {
        switch (node)
        {
            case null or Scalar { IsNull: true }:
                return [];
            case Mapping mapping:
                return [.. mapping.Entries.Where(entry => DottedPaths.Check(entry, TreeMerge.Join(path, entry.Key), faults))];
            default:
                faults.Add(
                    "IT0106", "wrong kind of value", node.Place, path, node is Sequence ? "a list" : "a single value",
                    "dotted paths and values, such as { time.step: 15 min }");
                return [];
        }
    }
}
