using System.CommandLine;
using Twin.Cli.Output.Reports;

namespace Twin.Cli.Commands;

/// <summary>The words of `twin report`.</summary>
internal static class ReportCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Of(Terminal terminal, Interruption interruption)
    {
        var folders = new Argument<string[]>("run")
        {
            Description = "Folders of finished runs; several become one report with averages of the group.",
            Arity = ArgumentArity.OneOrMore,
        };
        var kind = new Option<string[]>("--kind")
        {
            Description = $"What to write, with commas between: {string.Join(", ", ReportKind.All)}.",
            HelpName = "kind,...",
            DefaultValueFactory = _ => [ReportKind.Everything],
        };
        kind.CompletionSources.Add(context => Suggestions.Listed(context, ReportKind.All));
        var year = new Option<string[]>("--year")
        {
            Description = "Calendar years of the site, with commas between. All that a run touches, if not given.",
            HelpName = "year,...",
        };
        var language = new Option<string[]>("--lang")
        {
            Description = $"Language: {string.Join(", ", ReportTexts.Languages)}.",
            HelpName = "language",
            DefaultValueFactory = _ => [ReportTexts.Languages[0]],
        };
        language.CompletionSources.Add(context => Suggestions.Listed(context, ReportTexts.Languages));
        var outFolder = new Option<string?>("--out")
        {
            Description = "Folder of the report; report in the folder of the first run (report-de in German), if not given.",
            HelpName = "folder",
        };
        var command = new Command(
            "report", "Write what a finished run means for board and authorities: page, field lists, verdicts, evidence.")
        {
            folders, kind, year, language, outFolder,
        };
        command.SetAction(parsed => new ReportVerb(terminal).Execute(
            new ReportRequest(
                parsed.GetRequiredValue(folders),
                KnownWords.Listed(parsed.GetRequiredValue(kind)),
                KnownWords.Listed(parsed.GetValue(year) ?? []),
                KnownWords.Listed(parsed.GetRequiredValue(language)),
                parsed.GetValue(outFolder)),
            interruption.Token));
        return command;
    }
}
