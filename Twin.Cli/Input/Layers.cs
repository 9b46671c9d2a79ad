using System.Globalization;
using System.Text;
using Twin.Cli.Input.Studies;

namespace Twin.Cli.Input;

/// <summary>What the command line says about a scenario.</summary>
/// <param name="Scenarios">Names of overrides, from --scenario.</param>
/// <param name="SetFiles">Files of dotted paths with values, from --set-file.</param>
/// <param name="Sets">Texts "path=value" or "~path", from --set.</param>
internal sealed record ReadOptions(IReadOnlyList<string> Scenarios, IReadOnlyList<string> SetFiles, IReadOnlyList<string> Sets)
{
    /// <summary>Nothing said.</summary>
    public static ReadOptions None { get; } = new([], [], []);

    /// <summary>Folder to which paths in a resolved scenario count; null for any other file, whose own folder counts.</summary>
    public string? BaseFolder { get; init; }

    /// <summary>Where the user stands: paths on the command line count from here.</summary>
    public string CurrentFolder { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>What messages call a scenario that was piped in.</summary>
    public const string StandardInputName = "<stdin>";

    /// <summary>The scenario file itself, when it was piped in; null when it is on the disk.</summary>
    public byte[]? StandardInput { get; init; }
}

/// <summary>Reads a scenario file and all it stands on, and lays the layers over one another.</summary>
internal sealed class Layers
{
    /// <summary>Size of the largest scenario file [byte].</summary>
    public const long LargestFile = 4 * 1024 * 1024;

    private const int DeepestExtends = 8;
    private const int MostFiles = 64;
    private const char HighestRank = '\uffff'; // a file stands above all that it extends, the last of which stands above the others

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ReadOptions options;
    private readonly ScenarioFiles files;
    private readonly FaultList faults;
    private int opened;
    private bool isPartMissing;

    private Layers(ReadOptions options, ScenarioFiles files, FaultList faults)
    {
        this.options = options;
        this.files = files;
        this.faults = faults;
    }

    /// <summary>Reads all layers but the defaults, which need to know what is there.</summary>
    /// <param name="path">Full path of the scenario file.</param>
    /// <param name="options">What the command line says.</param>
    /// <param name="files">Receives every file read.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <returns>The tree without extends and overrides; null if a part could not be read, since all else would look missing.</returns>
    public static Mapping? Merge(string path, ReadOptions options, ScenarioFiles files, FaultList faults)
    {
        var layers = new Layers(options, files, faults);
        string folder = options.BaseFolder ?? Path.GetDirectoryName(path)!;
        string? root = options.BaseFolder is null ? FilePaths.ProjectRoot(folder) : null;
        Mapping? tree = layers.File(path, folder, root, [], null, string.Empty);
        if (tree is null)
        {
            return null;
        }

        Node merged = TreeMerge.Merge(Catalogue.Tree, tree, string.Empty, faults);
        merged = layers.Overrides((Mapping)merged);
        merged = layers.SetFiles((Mapping)merged);
        merged = layers.Sets((Mapping)merged);
        return layers.isPartMissing ? null : ((Mapping)merged).Without("extends", "overrides");
    }

    /// <summary>Reads one file by itself, such as a study or a question for capacity.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="source">What to call it.</param>
    /// <param name="role">What it is for.</param>
    /// <param name="files">Receives the file.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <returns>The tree as written; null if it could not be read.</returns>
    public static Mapping? One(string path, Source source, string role, ScenarioFiles files, FaultList faults) =>
        new Layers(ReadOptions.None, files, faults).Load(path, source, role, null, string.Empty);

    /// <summary>Names of the overrides that a scenario and what it extends declare, in ordinal order; none if it cannot be read.</summary>
    /// <param name="path">Full path of the scenario file.</param>
    public static IReadOnlyList<string> OverrideNames(string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        var layers = new Layers(ReadOptions.None, new ScenarioFiles(folder), new FaultList());
        Mapping? tree = layers.File(path, folder, FilePaths.ProjectRoot(folder), [], null, string.Empty);
        return tree?["overrides"] is Mapping declared ? [.. declared.Entries.Select(entry => entry.Key).Order(StringComparer.Ordinal)] : [];
    }

    private Mapping? File(string path, string folder, string? root, IReadOnlyList<string> chain, Scalar? askedFor, string rank)
    {
        string shown = FilePaths.Shown(path, options.CurrentFolder);
        var source = new Source(shown, Layer.File, folder, root, HasLines: true) { Rank = rank + HighestRank };
        if (chain.Contains(path))
        {
            IEnumerable<string> circle = chain.SkipWhile(p => p != path).Append(path);
            string cycle = string.Join(" -> ", circle.Select(p => FilePaths.Shown(p, options.CurrentFolder)));
            faults.Add("IT0108", "files extend each other", askedFor!.Place, "extends", cycle, "a file that does not come back to itself");
            return null;
        }

        if (chain.Count >= DeepestExtends || ++opened > MostFiles)
        {
            string found = chain.Count >= DeepestExtends ? "files that extend each other too deep" : "too many files";
            string most = string.Create(CultureInfo.InvariantCulture, $"at most {DeepestExtends} deep and {MostFiles} files");
            faults.Add("IT0107", "too deep or too large", askedFor!.Place, "extends", found, most);
            return null;
        }

        if (Load(path, source, chain.Count == 0 ? "scenario" : "extends", askedFor, "extends") is not { } tree)
        {
            return null;
        }

        Node? lower = null;
        foreach ((int index, Scalar reference) in References(tree).Index())
        {
            string? full = FilePaths.Resolve(reference, "extends", faults);
            Mapping? below = full is null
                ? null
                : File(full, Path.GetDirectoryName(full)!, root, [.. chain, path], reference, rank + (char)index);
            isPartMissing |= below is null;
            lower = below is null ? lower : TreeMerge.Merge(lower, below, string.Empty, faults);
        }

        return (Mapping)TreeMerge.Merge(lower, tree.Without("extends"), string.Empty, faults);
    }

    private IEnumerable<Scalar> References(Mapping tree)
    {
        IReadOnlyList<Node> items = tree["extends"] switch
        {
            null => [],
            Sequence list => list.Items,
            { } one => [one],
        };
        foreach (Node item in items)
        {
            if (item is Scalar scalar)
            {
                if (!scalar.IsNull)
                {
                    yield return scalar;
                }
            }
            else
            {
                faults.Add(
                    "IT0106", "wrong kind of value", item.Place, "extends",
                    "a list or mapping", "the path of a file, or a list of paths");
            }
        }
    }

    private Mapping? Load(string path, Source source, string role, Scalar? askedFor, string askedAt)
    {
        faults.Opened(source.Name);
        Place place = askedFor?.Place ?? new(source.Name, 0, 0);
        byte[] content;
        try
        {
            byte[]? pipedIn = role == "scenario" ? options.StandardInput : null;
            long bytes = pipedIn?.Length ?? (new FileInfo(path) is { Exists: true } file ? file.Length : 0);
            if (bytes > LargestFile)
            {
                string size = pipedIn is null
                    ? string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes")
                    : "more than that from standard input";
                faults.Add(
                    "IT0107", "too deep or too large", new(source.Name, 0, 0), string.Empty,
                    size, "at most 4 MiB; series belong into CSV files");
                return null;
            }

            content = pipedIn ?? System.IO.File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            bool missing = e is FileNotFoundException or DirectoryNotFoundException;
            faults.Add(
                "IT0301", missing ? "missing file" : "file cannot be opened", place, askedFor is null ? string.Empty : askedAt,
                missing ? $"no file {source.Name}" : e.Message,
                $"the path of a {(role == "study" ? role : "scenario")} file");
            return null;
        }

        files.Add(path, role, content);
        return Parse(content, source);
    }

    private Mapping? Parse(byte[] content, Source source)
    {
        string text;
        try
        {
            bool hasMark = content.AsSpan().StartsWith("\uFEFF"u8);
            text = StrictUtf8.GetString(content.AsSpan(hasMark ? 3 : 0));
        }
        catch (DecoderFallbackException e)
        {
            int line = 1 + content.AsSpan(0, Math.Clamp(e.Index, 0, content.Length)).Count((byte)'\n');
            faults.Add(
                "IT0101", "unreadable file", new(source.Name, line, 1), string.Empty,
                "bytes that are not UTF-8", "a text file in UTF-8");
            return null;
        }

        Node? root = YamlTree.Read(text, source, faults);
        if (root is Mapping mapping)
        {
            DuplicateNames(mapping, string.Empty);
            return mapping;
        }

        if (root is not null)
        {
            faults.Add(
                "IT0106", "wrong kind of value", root.Place, string.Empty,
                "a file that is one list or one text", "keys and values, as in \"schema: 1\"");
        }

        return null;
    }

    private void DuplicateNames(Node node, string path)
    {
        if (node is Mapping mapping)
        {
            foreach (Entry entry in mapping.Entries)
            {
                DuplicateNames(entry.Value, TreeMerge.Join(path, entry.Key));
            }
        }
        else if (node is Sequence list)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach ((int index, Mapping item) in list.Items.OfType<Mapping>().Index())
            {
                if (item.Name is { } name && !seen.Add(name))
                {
                    faults.Add(
                        "IT0103", "duplicate name", item["name"]!.Place, TreeMerge.Join(path, name),
                        $"a second {name} in one list", "each name once");
                }

                DuplicateNames(item, TreeMerge.Join(path, TreeMerge.NameOf(item, index)));
            }
        }
    }

    private Node Overrides(Mapping tree)
    {
        Mapping declared = tree["overrides"] as Mapping ?? tree.With([]);
        foreach (Entry one in declared.Entries)
        {
            foreach (Entry entry in (one.Value as Mapping)?.Entries ?? [])
            {
                DottedPaths.Check(entry, $"overrides.{one.Key}.{entry.Key}", faults); // also in overrides that nobody chose today
            }
        }

        Node merged = tree;
        var setBy = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string name in options.Scenarios)
        {
            if (declared[name] is not Mapping body)
            {
                IEnumerable<string> known = declared.Entries.Select(e => e.Key);
                string names = declared.Entries.Count == 0
                    ? "no --scenario, for this file has no overrides"
                    : $"one of {string.Join(", ", known.Order(StringComparer.Ordinal))}";
                faults.Add("IT0206", "unknown name", new("--scenario " + name, 0, 0), "overrides", name, names, Nearest.Of(name, known));
                continue;
            }

            Mapping expanded = DottedPaths.Expand(body, faults);
            foreach ((string path, Place place) in DottedPaths.Leaves(expanded))
            {
                if (setBy.TryGetValue(path, out string? other) && other != name)
                {
                    faults.Add(
                        "IT0111", "overrides in conflict", place, path,
                        $"a value in {name} and another in {other}", "overrides that are chosen together to set different keys");
                }

                setBy[path] = name;
            }

            merged = TreeMerge.Merge(merged, OverrideLayer.Of(expanded, name), string.Empty, faults);
        }

        return merged;
    }

    private Node SetFiles(Mapping tree)
    {
        Node merged = tree;
        foreach (string path in options.SetFiles)
        {
            string full = Path.GetFullPath(path, options.CurrentFolder);
            string folder = Path.GetDirectoryName(full)!;
            string shown = FilePaths.Shown(full, options.CurrentFolder);
            var source = new Source(shown, Layer.SetFile, folder, FilePaths.ProjectRoot(folder), HasLines: true);
            Mapping? body = Load(full, source, "set-file", null, string.Empty);
            isPartMissing |= body is null;
            if (body is not null && body.Entries.All(entry => DottedPaths.Check(entry, entry.Key, faults)))
            {
                merged = TreeMerge.Merge(merged, DottedPaths.Expand(body, faults), string.Empty, faults);
            }
        }

        return merged;
    }

    private Node Sets(Mapping tree)
    {
        Node merged = tree;
        foreach (string text in options.Sets)
        {
            var source = new Source("--set " + text, Layer.Set, options.CurrentFolder, null, HasLines: false);
            int equals = text.IndexOf('=', StringComparison.Ordinal);
            if (text.StartsWith('~') && equals < 0)
            {
                string path = text[1..];
                Node? without = DottedPaths.Remove(merged, path.Split('.'));
                if (without is null)
                {
                    faults.Add("IT0104", "unknown key", new(source.Name, 0, 0), path, "a key that is not set", "a key of this scenario");
                }

                merged = without is Mapping rest ? AssumptionCheck.Without(rest, path) : merged;
            }
            else if (equals <= 0)
            {
                faults.Add(
                    "IT0101", "unreadable option", new(source.Name, 0, 0), string.Empty,
                    text, "path=value, such as \"halls.training.racks.count=180\", or ~path");
            }
            else if (string.IsNullOrWhiteSpace(text[(equals + 1)..]))
            {
                faults.Add(
                    "IT0105", "missing value", new(source.Name, 0, 0), text[..equals], "nothing behind =",
                    (Keys.Find(text[..equals].Split('.'), out _, out _) is { } key ? KeyText.Expected(key) : "a value")
                        + "; null leaves what stands in the scenario, ~path takes the key away");
            }
            else if (SetLists.IsMisplaced(text[..equals], text[(equals + 1)..], out string expected))
            {
                faults.Add(
                    "IT0508", "list of values", new(source.Name, 0, 0), text[..equals], text[(equals + 1)..],
                    $"{expected}; a list of values is for twin sweep");
            }
            else if (YamlTree.Read(text[(equals + 1)..], source, faults) is { } value)
            {
                var entry = new Entry(text[..equals], value, source, 0, 0);
                if (DottedPaths.Check(entry, entry.Key, faults))
                {
                    merged = TreeMerge.Merge(merged, DottedPaths.Expand(new Mapping([entry], source, 0, 0), faults), string.Empty, faults);
                }
            }
        }

        return merged;
    }
}
