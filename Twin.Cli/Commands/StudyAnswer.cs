using Twin.Cli.Output.Studies;

namespace Twin.Cli.Commands;

/// <summary>What the verbs of studies print at their end.</summary>
internal static class StudyAnswer
{
    /// <summary>Writes it.</summary>
    /// <param name="terminal">Where.</param>
    /// <param name="outFolder">Folder of all results, as the user wrote it.</param>
    /// <param name="folder">Folder of the study.</param>
    /// <param name="table">The study; null where only a share of it is done.</param>
    /// <param name="asJson">Whether the manifest is wanted; of a share, how it was computed.</param>
    /// <param name="isQuiet">Whether only the folder is wanted.</param>
    public static void Write(Terminal terminal, string outFolder, StudyFolder folder, StudyTable? table, bool asJson, bool isQuiet)
    {
        if (asJson)
        {
            terminal.Out.Write(File.ReadAllText(table is null ? folder.Status : folder.File(StudyFolder.Manifest)));
            return;
        }

        if (table is not null && !isQuiet)
        {
            OutcomeTable.Write(table, terminal.Out);
        }

        terminal.Out.WriteLine(Path.Combine(outFolder, StudyFolder.Studies, Path.GetFileName(folder.Path)));
    }
}
