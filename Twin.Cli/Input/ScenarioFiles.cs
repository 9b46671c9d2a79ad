using System.Globalization;
using System.Security.Cryptography;

namespace Twin.Cli.Input;

/// <summary>A file that a scenario was made from, for the manifest.</summary>
/// <param name="Path">Full path on this machine; not for the manifest, which must not depend on where a clone lies.</param>
/// <param name="Shown">Path relative to the folder of the scenario, with '/'.</param>
/// <param name="Role">scenario, extends, set-file or series.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Sha256">Fingerprint, lower-case hex.</param>
internal sealed record ScenarioFile(string Path, string Shown, string Role, long Bytes, string Sha256);

/// <summary>A series that a scenario took from a data file, for manifest and log.</summary>
/// <param name="Path">Dotted path of the series in the scenario.</param>
/// <param name="File">Full path of the file.</param>
/// <param name="Series">What was read.</param>
internal sealed record SeriesInUse(string Path, string File, FileSeries Series)
{
    /// <summary>One line for the log.</summary>
    public string Told => string.Create(
        CultureInfo.InvariantCulture,
        $"{Path}: {Series.Table.Format.Name}, column {Series.Column.Name} [{Series.Unit}], zone {Series.Table.ZoneText}, "
        + $"{Series.Statistics.SampleCount} samples, "
        + $"{Series.Statistics.GapCount} gaps of {Series.Statistics.MissingCount} samples, {Series.Statistics.FilledCount} filled");
}

/// <summary>Opens files and remembers which ones and what was in them; each is listed once.</summary>
/// <param name="baseFolder">Folder to which shown paths count.</param>
/// <param name="inputs">What other variants of the scenario have read; null where there are none.</param>
internal sealed class ScenarioFiles(string baseFolder, SharedInputs? inputs = null)
{
    /// <summary>What other variants of the scenario have read.</summary>
    public SharedInputs Inputs { get; } = inputs ?? new SharedInputs();

    private readonly List<ScenarioFile> files = [];
    private readonly List<SeriesInUse> series = [];

    /// <summary>
    /// All series taken from data files, in the order in which they were asked for; each once, also where phases ask again.
    /// </summary>
    public IReadOnlyList<SeriesInUse> Series => series;

    /// <summary>Lists a series.</summary>
    public void AddSeries(SeriesInUse used)
    {
        if (!series.Exists(known => known.Path == used.Path && known.File == used.File))
        {
            series.Add(used);
        }
    }

    /// <summary>All files opened so far, in ordinal order of their shown paths.</summary>
    public IReadOnlyList<ScenarioFile> All => [.. files.OrderBy(file => file.Shown, StringComparer.Ordinal)];

    /// <summary>Lists a file that was read before, for another variant of the scenario.</summary>
    public void Add(ScenarioFile known) => files.Add(known);

    /// <summary>Lists a small file whose bytes are at hand.</summary>
    public void Add(string fullPath, string role, byte[] content) =>
        Add(fullPath, role, content.LongLength, Convert.ToHexStringLower(SHA256.HashData(content)));

    /// <summary>Lists a file with its fingerprint, read from the disk if no variant of the scenario has done so before.</summary>
    /// <returns>The entry.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public ScenarioFile AddFromDisk(string fullPath, string role)
    {
        (long bytes, string sha256) = Inputs.Fingerprint(fullPath);
        return Add(fullPath, role, bytes, sha256);
    }

    private ScenarioFile Add(string fullPath, string role, long bytes, string sha256)
    {
        if (files.Find(file => file.Path == fullPath) is { } known)
        {
            return known;
        }

        string shown = Path.GetRelativePath(baseFolder, fullPath).Replace('\\', '/');
        var added = new ScenarioFile(fullPath, shown, role, bytes, sha256);
        files.Add(added);
        return added;
    }
}
