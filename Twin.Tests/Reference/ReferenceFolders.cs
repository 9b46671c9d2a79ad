namespace Twin.Tests.Reference;

/// <summary>Where reference files lie.</summary>
internal static class ReferenceFolders
{
    private const string FolderVariable = "TWIN_REFERENCE_DIR";

    /// <summary>The folder that the environment names, from the root of the repository where it is relative; none for the usual ones.</summary>
    public static string? Chosen { get; } =
        Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder ? Path.GetFullPath(folder, Documents.Page.Root) : null;

    /// <summary>The copies that came with the tests.</summary>
    public static string Committed { get; } = Path.Combine(AppContext.BaseDirectory, "Reference");

    /// <summary>Files that may not be copied, in an optional folder beside the repository.</summary>
    public static string? Shared { get; } =
        Path.Combine(Documents.Page.Root, "..", "shared", "reference") is var folder && Directory.Exists(folder) ? folder : null;

    /// <summary>The usual folders, whatever the environment says; the committed copy of a file goes first.</summary>
    public static IReadOnlyList<string> Usual { get; } = Shared is null ? [Committed] : [Committed, Shared];

    /// <summary>The folders of this run.</summary>
    public static IReadOnlyList<string> InUse { get; } = Chosen is null ? Usual : [Chosen];

    /// <summary>The folders of this run for one file: what both halves of the vectors need may lie with the committed copies only.</summary>
    public static IEnumerable<string> InUseFor(string name) => name == ReferenceFiles.ServesBothHalves ? InUse.Append(Committed) : InUse;

    /// <summary>Names of all vector files in some folders, whoever put them there.</summary>
    public static IEnumerable<string> FilesIn(IEnumerable<string> folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')))
        .Where(name => name != "README.md" && !name.EndsWith(".cs", StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    /// <summary>The first of some folders that holds a file, with its name; none where no folder does.</summary>
    public static string? Find(IEnumerable<string> folders, string name) =>
        folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
