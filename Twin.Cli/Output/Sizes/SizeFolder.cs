using System.Globalization;

namespace Twin.Cli.Output.Sizes;

/// <summary>The folder of an answer: written beside, then renamed, so that a folder that is there is whole.</summary>
internal static class SizeFolder
{
    /// <summary>The answer for programs.</summary>
    public const string Answer = "size.json";

    /// <summary>Every run of the search.</summary>
    public const string Cases = "cases.csv";

    /// <summary>The picture.</summary>
    public const string Picture = "size.png";

    private const string Kind = "sizes";

    /// <summary>Writes an answer; an older one of the same name gives way.</summary>
    /// <returns>The folder.</returns>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static string Write(SizeAnswer answer, string outFolder)
    {
        string parent = Path.Combine(outFolder, Kind);
        string folder = Path.Combine(parent, answer.Question.Name);
        string staging = Path.Combine(
            parent, string.Create(CultureInfo.InvariantCulture, $".{answer.Question.Name}-{Environment.ProcessId}"));
        Disk.RemoveFolder(staging);
        Directory.CreateDirectory(staging);
        try
        {
            SizeFile.Write(Path.Combine(staging, Answer), answer);
            SizeCaseFile.Write(Path.Combine(staging, Cases), answer);
            SizeSheet.Draw(answer, Path.Combine(staging, Picture));
            Disk.FlushFolder(staging);
            Disk.RemoveFolder(folder);
            Directory.Move(staging, folder);
            Disk.FlushFolder(parent);
        }
        finally
        {
            Disk.RemoveFolder(staging);
        }

        return folder;
    }
}
