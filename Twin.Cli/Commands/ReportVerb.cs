using System.Globalization;
using Twin.Cli.Output;
using Twin.Cli.Output.Reports;
using Twin.Cli.Output.Reports.Page;
using Twin.Core.Rules;

namespace Twin.Cli.Commands;

/// <summary>What `twin report` was asked for.</summary>
/// <param name="RunFolders">Folders of finished runs.</param>
/// <param name="Kinds">Kinds of files.</param>
/// <param name="Years">Calendar years as written; none for all.</param>
/// <param name="Languages">Languages; one.</param>
/// <param name="OutFolder">Where the report goes; null means into the first run.</param>
internal sealed record ReportRequest(
    IReadOnlyList<string> RunFolders,
    IReadOnlyList<string> Kinds,
    IReadOnlyList<string> Years,
    IReadOnlyList<string> Languages,
    string? OutFolder);

/// <summary>twin report: turns finished runs into what is handed in and shown; reads their files and computes no plant.</summary>
internal sealed class ReportVerb(Terminal terminal)
{
    private const string OutName = "report";

    /// <summary>Does it.</summary>
    /// <returns>Exit status.</returns>
    public int Execute(ReportRequest request, CancellationToken cancel)
    {
        if (!KnownWords.AreKnown(request.Kinds, ReportKind.All, "--kind", "kind", terminal.Error)
            || !KnownWords.AreKnown(request.Languages, ReportTexts.Languages, "--lang", "language", terminal.Error)
            || !HasOneLanguage(request)
            || ReadYears(request.Years) is not { } years)
        {
            return ExitStatus.Usage;
        }

        List<ReportSubject> subjects = [];
        foreach (string folder in request.RunFolders)
        {
            if (Read(folder, years, cancel) is not { } read)
            {
                return ExitStatus.InvalidScenario;
            }

            subjects.AddRange(read);
        }

        if (subjects.GroupBy(subject => (subject.RunId, subject.Year.Year)).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            terminal.Error.WriteLine($"error: run {twice.Key.RunId} is named twice; its energy would count twice");
            return ExitStatus.Usage;
        }

        string language = request.Languages[0];
        string suffix = language == ReportTexts.Languages[0] ? string.Empty : "-" + language;
        string outFolder = request.OutFolder ?? Path.Combine(request.RunFolders[0], OutName + suffix);
        // Two runs of one centre and year are two thoughts about it, and no group.
        bool isGroup = subjects.Count > 1
            && subjects.DistinctBy(subject => (ReportWords.Centre(subject), subject.Year.Year)).Count() == subjects.Count;
        GroupAverages? group = isGroup ? GroupAverages.Of([.. subjects.Select(subject => subject.Year)]) : null;
        var model = new ReportModel(subjects, group, EngineVersion.Text);
        if (request.Kinds.Contains(ReportKind.Tenants) && subjects.All(subject => subject.Tenants.Count == 0))
        {
            terminal.Error.WriteLine($"--kind {ReportKind.Tenants}: the scenario has no tenants, so there are no statements");
        }

        foreach (string file in ReportFiles.Write(model, ReportTexts.Of(language), outFolder, [.. request.Kinds]))
        {
            terminal.Out.WriteLine(Path.Combine(outFolder, file));
        }

        return ExitStatus.Done;
    }

    private IReadOnlyList<ReportSubject>? Read(string folder, IReadOnlyList<int> years, CancellationToken cancel)
    {
        if (FinishedRun.WhyNot(folder, RunFiles.Summary, RunFiles.Manifest, RunFiles.Scenario, RunFiles.Columns, RunFiles.Violations)
            is { } reason)
        {
            terminal.Error.WriteLine($"error: {reason}");
            return null;
        }

        try
        {
            return ReportReader.Read(folder, years, ReportPage.Columns, cancel);
        }
        catch (InvalidDataException e)
        {
            terminal.Error.WriteLine($"error: {folder} cannot be reported: {e.Message}");
            return null;
        }
    }

    private bool HasOneLanguage(ReportRequest request)
    {
        if (request.Languages.Count != 1)
        {
            terminal.Error.WriteLine("--lang: a report has one language");
        }

        return request.Languages.Count == 1;
    }

    private List<int>? ReadYears(IReadOnlyList<string> texts)
    {
        List<int> years = [];
        foreach (string text in texts)
        {
            if (text.Length != 4 || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year))
            {
                terminal.Error.WriteLine($"--year: '{text}' is no calendar year such as 2027");
                return null;
            }

            years.Add(year);
        }

        return years;
    }
}
