using System.Globalization;

namespace Twin.Cli.Output;

/// <summary>A run while it is written: beside its final place, under another name, and gone unless it is committed.</summary>
internal sealed class StagedRun : IDisposable
{
    private const string StagingPrefix = ".tmp-";
    private const string ReplacedPrefix = ".old-";
    private const string LockName = ".lock";
    private readonly RunFolder folder;
    private readonly bool madeOutFolder;
    private FileStream? owner;

    private StagedRun(RunFolder folder, string path, bool madeOutFolder)
    {
        this.folder = folder;
        this.madeOutFolder = madeOutFolder;
        Path = path;
        Directory.CreateDirectory(path);
        owner = new FileStream(LockOf(path), FileMode.Create, FileAccess.Write, FileShare.None);
    }

    /// <summary>The staging folder.</summary>
    public string Path { get; }

    /// <summary>Clears what killed runs left, then makes the staging folder.</summary>
    /// <exception cref="RunInWorkException">Another process computes this run right now.</exception>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static StagedRun Begin(RunFolder folder)
    {
        bool madeOutFolder = !Directory.Exists(folder.OutFolder);
        Directory.CreateDirectory(folder.ScenarioFolder);
        ClearLeftovers(folder.ScenarioFolder);
        foreach (string other in Directory.EnumerateDirectories(folder.ScenarioFolder, StagingPrefix + folder.RunId + "-*"))
        {
            throw new RunInWorkException($"another process computes this run right now, in {other}; wait for it, or stop it");
        }

        string pid = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        return new StagedRun(folder, System.IO.Path.Combine(folder.ScenarioFolder, $"{StagingPrefix}{folder.RunId}-{pid}"), madeOutFolder);
    }

    /// <summary>Path of a file in the staging folder.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Gives the folder its name. A run of that name gives way, if it may; it does so last.</summary>
    /// <exception cref="IOException">A run of that name is there and must not give way, or the disk refuses.</exception>
    public void Commit(bool replace)
    {
        Release();
        Disk.FlushFolder(Path);
        string pid = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        string replaced = System.IO.Path.Combine(folder.ScenarioFolder, $"{ReplacedPrefix}{folder.RunId}-{pid}");
        bool gaveWay = replace && folder.Exists;
        if (gaveWay)
        {
            Directory.Move(folder.Path, replaced);
        }

        Directory.Move(Path, folder.Path);
        Disk.FlushFolder(folder.ScenarioFolder);
        if (gaveWay)
        {
            Disk.RemoveFolder(replaced);
        }

        Disk.RemoveFolder(folder.FailedPath);
    }

    /// <summary>Keeps the log and what the caller wrote about the failure; the rest, which looks like a result, goes.</summary>
    /// <param name="describe">Writes run.json and diagnostics.json into the folder it is given.</param>
    public void Fail(Action<string> describe)
    {
        IEnumerable<string> entries = Directory.GetFileSystemEntries(Path);
        foreach (string entry in entries.Where(entry => System.IO.Path.GetFileName(entry) is not (RunFiles.Log or LockName)))
        {
            if (Directory.Exists(entry))
            {
                Directory.Delete(entry, recursive: true);
            }
            else
            {
                System.IO.File.Delete(entry);
            }
        }

        describe(Path);
        Release();
        Disk.RemoveFolder(folder.FailedPath);
        Directory.Move(Path, folder.FailedPath);
        Disk.FlushFolder(folder.ScenarioFolder);
    }

    /// <summary>Removes what was not committed, and the folders made for it.</summary>
    public void Dispose()
    {
        Release();
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
            Disk.RemoveIfEmpty(folder.ScenarioFolder);
            if (madeOutFolder)
            {
                Disk.RemoveIfEmpty(folder.OutFolder);
            }
        }
    }

    /// <summary>Removes staging folders whose process is gone, and puts back a run that was caught between its two renames.</summary>
    private static void ClearLeftovers(string scenarioFolder)
    {
        foreach (string staging in Directory.EnumerateDirectories(scenarioFolder, StagingPrefix + "*").Where(IsOrphaned).ToList())
        {
            Directory.Delete(staging, recursive: true);
        }

        foreach (string replaced in Directory.EnumerateDirectories(scenarioFolder, ReplacedPrefix + "*").ToList())
        {
            string runId = System.IO.Path.GetFileName(replaced)[ReplacedPrefix.Length..].Split('-')[0];
            string place = System.IO.Path.Combine(scenarioFolder, runId);
            if (Directory.Exists(place))
            {
                Directory.Delete(replaced, recursive: true);
            }
            else
            {
                Directory.Move(replaced, place);
            }
        }
    }

    // The lock dies with its process. The pid in the name is for people: in containers every run may have the same one.
    private static bool IsOrphaned(string staging)
    {
        try
        {
            using var probe = new FileStream(LockOf(staging), FileMode.Open, FileAccess.Write, FileShare.None);
            return true;
        }
        catch (FileNotFoundException)
        {
            return !IsAlive(staging); // killed before it took the lock, or just about to be renamed
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static bool IsAlive(string staging)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(
                int.Parse(staging.AsSpan(staging.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture));
            return !process.HasExited;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string LockOf(string staging) => System.IO.Path.Combine(staging, LockName);

    // Windows renames no folder with an open file in it, and the lock is no part of the run.
    private void Release()
    {
        if (owner is not null)
        {
            owner.Dispose();
            owner = null;
            System.IO.File.Delete(LockOf(Path));
        }
    }
}
