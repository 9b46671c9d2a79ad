using System.Text.RegularExpressions;

namespace Twin.Cli.Output;

/// <summary>Says in our own words why the disk refused, and what to do; the words of the system stand behind.</summary>
internal static partial class DiskFault
{
    // What .NET gives as HResult: the number of the system on Unix (Linux and macOS), the code of Windows there.
    private const int NoSpaceUnix = 28;
    private const int QuotaLinux = 122;
    private const int QuotaMac = 69;
    private const int ReadOnlyUnix = 30;
    private const int NoSpaceWindows = unchecked((int)0x80070070);
    private const int ExistsUnix = 17;
    private const int ExistsWindows = unchecked((int)0x800700B7);
    private const int SharingWindows = unchecked((int)0x80070020);

    /// <summary>A sentence for people: what could not be done, where, and what helps.</summary>
    public static string Say(Exception cause)
    {
        string at = PathIn(cause) is { } path ? $" {path}" : string.Empty;
        (string reason, string hint) = cause switch
        {
            RunInWorkException => (cause.Message, string.Empty),
            _ when FileOnTheWay(cause) is { } file => (
                $"{file} is a file, and a folder is wanted there", "choose another folder with --out, or move the file away"),
            UnauthorizedAccessException => (
                $"no permission for{(at.Length == 0 ? " a file or folder" : at)}",
                "give yourself the right to write there, or choose another folder with --out"),
            FileNotFoundException or DirectoryNotFoundException => (
                $"{(at.Length == 0 ? "a file or folder" : at.Trim())} is not there",
                "check the path, and that nobody removes files while the program works"),
            PathTooLongException => ($"the path{at} is too long", "choose a shorter folder with --out"),
            { HResult: NoSpaceUnix or NoSpaceWindows or QuotaLinux or QuotaMac } => (
                $"no room left on the disk{(at.Length == 0 ? string.Empty : " for" + at)}",
                "make room, or choose a folder on another disk with --out; nothing half-written was kept"),
            { HResult: ReadOnlyUnix } => (
                $"the disk{(at.Length == 0 ? string.Empty : " of" + at)} can only be read", "choose a folder on another disk with --out"),
            { HResult: SharingWindows } => (
                $"another program holds{(at.Length == 0 ? " a file" : at)} open", "close it there and try again"),
            _ => ($"the disk refused{(at.Length == 0 ? string.Empty : " " + at.Trim())}",
                "check the path and the disk, or choose another folder with --out"),
        };
        return hint.Length == 0 ? reason : $"{reason}; {hint} (the system says: {cause.Message.TrimEnd('.')})";
    }

    /// <summary>The file that stands where a path goes on, or where a folder was to be made; null if there is none.</summary>
    private static string? FileOnTheWay(Exception cause)
    {
        string path = PathIn(cause) ?? string.Empty;
        bool isInTheWay = cause.HResult is ExistsUnix or ExistsWindows;
        string? at = isInTheWay ? path : Path.TrimEndingDirectorySeparator(path) == path ? Path.GetDirectoryName(path) : path[..^1];
        while (!string.IsNullOrEmpty(at) && !File.Exists(at))
        {
            at = Path.GetDirectoryName(at);
        }

        return string.IsNullOrEmpty(at) ? null : at;
    }

    // The system names the path in quotes, if it names one.
    private static string? PathIn(Exception cause) =>
        cause is FileNotFoundException { FileName: { Length: > 0 } name } ? name
        : QuotedPath().Match(cause.Message) is { Success: true } match ? match.Groups[1].Value
        : null;

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex QuotedPath();
}

/// <summary>Another process computes the same run right now.</summary>
internal sealed class RunInWorkException : IOException
{
    /// <summary>States where it does.</summary>
    public RunInWorkException(string message)
        : base(message)
    {
    }
}
