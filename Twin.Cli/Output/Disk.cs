using System.Runtime.InteropServices;

namespace Twin.Cli.Output;

/// <summary>Makes sure that what was written survives a power cut, and removes folders.</summary>
internal static class Disk
{
    /// <summary>Writes a whole small file and hands it to the disk.</summary>
    public static void WriteAll(string path, ReadOnlySpan<byte> content)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Hands a folder's list of names to the disk: a rename is safe only after it.</summary>
    public static void FlushFolder(string path)
    {
        // .NET opens no folders. Windows needs no such call, and a file system that refuses it (some network
        // shares do) keeps names by its own rules: both are no reason to lose a run.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int handle = NativeMethods.Open(path, NativeMethods.ReadOnly);
        if (handle >= 0)
        {
            _ = NativeMethods.FSync(handle);
            _ = NativeMethods.Close(handle);
        }
    }

    /// <summary>Removes a folder and what is in it, if it is there.</summary>
    public static void RemoveFolder(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    /// <summary>Removes a folder if nothing is in it.</summary>
    public static void RemoveIfEmpty(string path)
    {
        if (Directory.Exists(path) && !Directory.EnumerateFileSystemEntries(path).Any())
        {
            Directory.Delete(path);
        }
    }

    private static class NativeMethods
    {
        public const int ReadOnly = 0;

        [DllImport("libc", EntryPoint = "open", BestFitMapping = false, ThrowOnUnmappableChar = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        public static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

        [DllImport("libc", EntryPoint = "fsync")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        public static extern int FSync(int handle);

        [DllImport("libc", EntryPoint = "close")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        public static extern int Close(int handle);
    }
}
