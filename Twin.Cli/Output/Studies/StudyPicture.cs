using Twin.Cli.Output.Charts;
using Twin.Cli.Output.Plots;

namespace Twin.Cli.Output.Studies;

/// <summary>study.png: the main figure of a study as a sheet, with the answer as its title.</summary>
internal static class StudyPicture
{
    /// <summary>Draws the picture.</summary>
    /// <param name="path">File that it becomes.</param>
    /// <param name="table">The finished study.</param>
    /// <returns>Whether there was anything to draw.</returns>
    public static bool Write(string path, StudyTable table)
    {
        var reading = new StudyReading(table);
        if (StudyFigures.Leading(reading) is not { } main)
        {
            return false;
        }

        string label = table.Study.Label.Length > 0 ? table.Study.Label : table.Study.Name;
        string failed = reading.Failed > 0 ? $" {StudyNumbers.Whole(reading.Failed)} of them failed." : string.Empty;
        string foot = $"{StudyNumbers.Count(table.Rows.Count, "run", "runs")} of {StudyWords.Base(table.Study)}, "
            + $"{StudyWords.Method(table.Study)}.{failed} Modelled, not measured.";
        using var page = new PlotPage(path, Headline(main.Alt.Finding), PlotPage.Subtitle(label, main.Alt.Title), foot);
        main.Draw(new SheetEasel(page));
        page.Save();
        return true;
    }

    // The first sentence: a title has no room for more, and no full stop.
    private static string Headline(string finding) => finding.Split(". ", 2)[0].TrimEnd('.');
}
