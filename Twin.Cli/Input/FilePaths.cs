namespace Twin.Cli.Input;

/// <summary>Where a path written in a scenario leads, and whether it may lead there.</summary>
internal static class FilePaths
{
    private const int MostLinks = 40; // as Linux does: links may point at each other

    /// <summary>The folder that paths may not leave: the nearest above with the solution or a repository, else the file's own.</summary>
    public static string ProjectRoot(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            string git = Path.Combine(at.FullName, ".git");
            if (File.Exists(Path.Combine(at.FullName, "IndustrialTwin.sln")) || Directory.Exists(git) || File.Exists(git))
            {
                return at.FullName;
            }
        }

        return folder;
    }

    /// <summary>Resolves a path against the place where it was written; a fault if it may not be used.</summary>
    /// <returns>Full path, or null after a fault.</returns>
    public static string? Resolve(Scalar written, string path, FaultList faults)
    {
        Source source = written.Source;
        if (written.Text.Length == 0 || written.Text.Contains('\0', StringComparison.Ordinal))
        {
            faults.Add("IT0110", "bad path", written.Place, path, "no path", "the path of a file");
            return null;
        }

        string full = Path.GetFullPath(written.Text, source.BaseFolder);
        if (source.RootFolder is null)
        {
            return full;
        }

        if (Path.IsPathRooted(written.Text) || !IsInside(full, source.RootFolder))
        {
            faults.Add(
                "IT0110", "path outside the project", written.Place, path, written.Text,
                "a path relative to this file that stays in the project, the next folder above with .git or IndustrialTwin.sln "
                    + "(without one, this file's folder); elsewhere only on the command line, by --set");
            return null;
        }

        if (!IsInside(RealPath(full), RealPath(source.RootFolder)))
        {
            faults.Add(
                "IT0110", "path outside the project", written.Place, path,
                $"{written.Text}, a link that leads out", "a file in the project");
            return null;
        }

        return full;
    }

    /// <summary>How to call a file in messages: relative to where the user stands if it is below, else in full.</summary>
    public static string Shown(string fullPath, string currentFolder)
    {
        string relative = Path.GetRelativePath(currentFolder, fullPath);
        bool below = relative != ".." && !relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return (below ? relative : fullPath).Replace('\\', '/');
    }

    /// <summary>Whether a path lies in a folder; both full.</summary>
    public static bool IsInside(string fullPath, string folder) =>
        fullPath.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The path with every link on the way followed; parts that do not exist stay as they are.</summary>
    private static string RealPath(string fullPath)
    {
        string at = Path.GetPathRoot(fullPath) ?? string.Empty;
        int links = 0;
        var parts = new Stack<string>(Parts(fullPath, at).Reverse());
        while (parts.TryPop(out string? part))
        {
            at = Path.GetFullPath(Path.Combine(at, part));
            string? target = new FileInfo(at).LinkTarget;
            if (target is null || ++links > MostLinks)
            {
                continue;
            }

            string whole = Path.GetFullPath(target, Path.GetDirectoryName(at) ?? at);
            at = Path.GetPathRoot(whole) ?? string.Empty;
            foreach (string next in Parts(whole, at).Reverse())
            {
                parts.Push(next);
            }
        }

        return at;
    }

    private static string[] Parts(string fullPath, string root) =>
        fullPath[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
}
