using Twin.Cli.Input;
using Twin.Cli.Input.Formats;

namespace Twin.Tests.Input;

/// <summary>Real data files that may not be copied; read in place where they stand beside the repository.</summary>
internal static class SampleFiles
{
    /// <summary>Path of one of them; the test is inconclusive without their folder, and fails where the folder lacks the file.</summary>
    public static string Path(string name)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "IndustrialTwin.sln")))
        {
            folder = folder.Parent;
        }

        string samples = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder?.FullName ?? ".", "..", "shared", "samples"));
        if (!Directory.Exists(samples))
        {
            Assert.Inconclusive("The measured files do not stand beside the repository.");
        }

        string file = System.IO.Path.Combine(samples, name);
        Assert.IsTrue(File.Exists(file), $"{samples} holds no {name}.");
        return file;
    }

    /// <summary>Reads one of them without a word about it; any fault fails the test.</summary>
    public static FileTable Read(string name, FileWishes? wishes = null)
    {
        var faults = new FileFaults(name);
        FileTable? table = FileFormats.Read(Path(name), FileFormats.Auto, wishes ?? FileWishes.None, faults);
        Assert.IsFalse(faults.Any, FaultText.Write(faults.ToList()));
        return table!;
    }
}
