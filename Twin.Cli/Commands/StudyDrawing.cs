using Twin.Cli.Output.Studies;

namespace Twin.Cli.Commands;

/// <summary>The picture of a finished study.</summary>
internal static class StudyDrawing
{
    /// <summary>Draws it. A machine that cannot draw must not lose a night of results for it.</summary>
    public static void Draw(Terminal terminal, StudyFolder folder, StudyTable table)
    {
        File.Delete(folder.File(StudyFolder.Picture));
        try
        {
            StudyResults.Draw(folder, table);
        }
        catch (Exception e) when (e is not (IOException or UnauthorizedAccessException))
        {
            terminal.Error.WriteLine($"warning: the study is whole, but its picture could not be drawn: {e.Message}");
        }
    }
}
