using System.Text;
using Twin.Cli.Output.Pages;
using Twin.Cli.Output.Reports;

namespace Twin.Cli.Output.Studies;

/// <summary>study.html: a finished study as one page that needs nothing from outside.</summary>
internal static class StudyPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="path">File.</param>
    /// <param name="table">The finished study.</param>
    /// <param name="studyId">Identifier of the study; null where it has none.</param>
    public static void Write(string path, StudyTable table, string? studyId = null) =>
        Disk.WriteAll(path, Encoding.UTF8.GetBytes(Text(table, studyId)));

    /// <summary>The page as text.</summary>
    public static string Text(StudyTable table, string? studyId = null)
    {
        var reading = new StudyReading(table);
        ReportTexts texts = StudyNumbers.Text.Texts;
        var html = new Html();
        var book = new StudyBook(html, reading, StudyFigures.Leading(reading));
        string title = table.Study.Label.Length > 0 ? table.Study.Label : table.Study.Name;
        PageHead.Write(html, texts, title, "What-if study");
        html.Open("body").Element("a", texts["page.skip"], ("class", "skip"), ("href", "#main")).Open("header");
        AnswerPart.WriteHead(book);
        html.Close("header").Line();
        Part[] parts = [.. Parts(reading, studyId).Where(part => part.IsThere)];
        WriteContents(html, texts, parts);
        html.Open("main", ("id", "main"), ("tabindex", "-1"));
        AnswerPart.Write(book);
        foreach (Part part in parts)
        {
            book.Section(part.Id, part.Title, () => part.Write(book));
        }

        html.Line().Close("main").Open("footer").Element("p", texts["page.modelled_sentence"]);
        html.Element("p", texts.Fill("page.made_by", EngineVersion.Text)).Close("footer").Line();
        html.Embed("script", PageFiles.Script(texts)).Line().Close("body").Close("html").Line();
        return html.ToString();
    }

    private static IEnumerable<Part> Parts(StudyReading reading, string? studyId) =>
    [
        new("limits", "Value of a limit", reading.Limits is not null && reading.Shown.Count > 0, LimitPart.Write),
        new("sensitivity", "Which inputs matter", reading.Shown.Any(outcome => HasSensitivity(reading.Sensitivity(outcome))),
            SensitivityPart.Write),
        new("exceedance", "How often it is reached", reading.AreFutures && reading.Shown.Any(outcome =>
            reading.Spread(outcome, reading.PolicyShown) is not null), ExceedancePart.Write),
        new("feasibility", "What is feasible", reading.Study.Constraints.Count > 0, FeasibilityPart.Write),
        new("front", "What one outcome costs in another", ParetoPart.Figures(reading).Any(), ParetoPart.Write),
        new("policies", "Which policy is robust", reading.Regret is not null, PolicyPart.Write),
        new("scatter", "Run by run", ScatterPart.Figures(reading).Any(), ScatterPart.Write),
        new("lines", "Runs as lines", ParallelPart.Figures(reading).Any(), ParallelPart.Write),
        new("inputs", "Inputs", true, RecordPart.WriteInputs),
        new("policy-list", "Policies", reading.Study.Policies.Count > 0, RecordPart.WritePolicies),
        new("costs", "Costs", reading.Study.Costs is not null, RecordPart.WriteCosts),
        new("failed", "Failed runs", reading.Failed > 0, RecordPart.WriteFailed),
        new("record", "Record", true, book => RecordPart.WriteRecord(book, studyId)),
    ];

    private static bool HasSensitivity(Sensitivity found) =>
        found.Missing is not null || found.Tornado is not null || found.Morris is not null || found.Sobol is not null
        || found.Levels is not null || found.Ranks is not null;

    private static void WriteContents(Html html, ReportTexts texts, IEnumerable<Part> parts)
    {
        html.Open("nav", ("aria-label", texts["page.contents"])).Element("p", texts["page.contents"], ("class", "kind")).Open("ol");
        html.Open("li").Element("a", "The answer", ("href", "#answer")).Close("li");
        foreach (Part part in parts)
        {
            html.Open("li").Element("a", part.Title, ("href", "#" + part.Id)).Close("li");
        }

        html.Close("ol").Close("nav").Line();
    }

    private sealed record Part(string Id, string Title, bool IsThere, Action<StudyBook> Write);
}
