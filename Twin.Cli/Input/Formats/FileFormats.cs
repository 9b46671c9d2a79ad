namespace Twin.Cli.Input.Formats;

/// <summary>All kinds of data files that are known, and how a file is told from another.</summary>
internal static class FileFormats
{
    /// <summary>Word that leaves the choice to the file.</summary>
    public const string Auto = "auto";

    /// <summary>All formats; the first that recognises a file reads it, so that the plain table comes last.</summary>
    public static IReadOnlyList<IFormat> All { get; } =
    [
        new EpwFormat(),
        new Tmy3Format(),
        new PvgisTmyFormat(),
        new PvgisHourlyFormat(),
        new DwdTryFormat(),
        new GkdFormat(),
        new ElectricityMapsFormat(),
        new EntsoeFormat(),
        new OpsdFormat(),
        new SmardFormat(),
        new SwfFormat(),
        new CsvFormat(),
    ];

    /// <summary>Names of all formats.</summary>
    public static IEnumerable<string> Names => All.Select(static format => format.Name);

    /// <summary>Opens and reads a file.</summary>
    /// <param name="file">Path, as it can be opened and as messages call it.</param>
    /// <param name="format">Name of a format, or auto.</param>
    /// <param name="wishes">What is said about the file beside its name.</param>
    /// <param name="faults">Receives what is wrong with the file as a whole and with its times.</param>
    /// <returns>The table; null after faults that leave nothing to look at.</returns>
    public static FileTable? Read(string file, string format, FileWishes wishes, FileFaults faults)
    {
        if (TextSource.Open(file, faults) is not { } source)
        {
            return null;
        }

        IFormat? chosen = All.FirstOrDefault(known => format == Auto ? known.Recognises(source.Head) : known.Name == format);
        if (chosen is null)
        {
            faults.AtLine(
                "IT0309", "unknown format", 1, 1, source.Head[0],
                $"a file of one of the formats {string.Join(", ", Names)}; a plain csv has a header with commas, semicolons or tabs"
                    + SwfFormat.Hint(source.Head));
            return null;
        }

        try
        {
            return chosen.Read(source, wishes, faults);
        }
        catch (CsvHelper.CsvFormatException e)
        {
            faults.AtFile("IT0309", "not a table", $"{file}: {e.Message}", "rows whose quotes are closed");
            return null;
        }
    }
}
