namespace Twin.Cli.Output.Studies;

/// <summary>Keeps two processes from computing the same share of a study in one folder; dies with its process.</summary>
internal static class StudyLock
{
    /// <summary>Takes the lock of a share; disposing gives it back.</summary>
    /// <exception cref="RunInWorkException">Another process holds it.</exception>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static IDisposable Take(StudyFolder folder)
    {
        Directory.CreateDirectory(folder.Path);
        return TryTake(folder)
            ?? throw new RunInWorkException($"another process works on this study right now, in {folder.Path}; wait for it, or stop it");
    }

    /// <summary>Whether another process computes the share right now.</summary>
    public static bool IsHeld(StudyFolder folder)
    {
        if (!File.Exists(folder.LockFile))
        {
            return false;
        }

        using IDisposable? probe = TryTake(folder);
        return probe is null;
    }

    // Deleted on closing: the system checks that the file which was locked is still the one of that name.
    private static FileStream? TryTake(StudyFolder folder)
    {
        try
        {
            return new FileStream(
                folder.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException)
            && File.Exists(folder.LockFile))
        {
            return null;
        }
    }
}
