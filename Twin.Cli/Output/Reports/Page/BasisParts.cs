using Twin.Cli.Input;
using Twin.Cli.Output.Pages;
using Twin.Core.Scenarios;

namespace Twin.Cli.Output.Reports.Page;

/// <summary>What the report rests on: assumptions, catalogue, method, files.</summary>
internal static class BasisParts
{
    private static readonly string[] Steps = ["model", "books", "year", "boundary", "renewable", "rules", "quality", "limits"];

    /// <summary>Writes assumptions with their ranges, and the entries of the catalogue in use.</summary>
    public static void WriteAssumptions(PagePart part) => part.Section("assumptions", () =>
    {
        if (part.Subject.Assumptions.Count == 0)
        {
            part.Paragraph(part.T("assumptions.none"));
        }
        else
        {
            part.Paragraph(part.T("assumptions.lead"));
            PageColumn[] columns =
            [
                new(part.T("assumptions.path")), new(part.T("value"), true), new(part.T("assumptions.range"), true),
                new(part.T("confidence.title")), new(part.T("source")),
            ];
            using var table = part.Table("assumptions-table", part.T("assumptions.caption"), columns, "assumed");
            foreach (Assumption assumption in part.Subject.Assumptions)
            {
                table.Row().Cell(() => part.Html.Element("code", assumption.Path))
                    .Cell(() => part.Given(assumption.Value))
                    .Cell(() => part.Given($"{assumption.Low} – {assumption.High}"))
                    .Cell(part.Confidence(assumption.Confidence))
                    .Cell(() => part.Given(assumption.Source))
                    .EndRow();
            }
        }

        WriteEntries(part);
    });

    /// <summary>Writes how the numbers came to be.</summary>
    public static void WriteMethod(PagePart part) => part.Section("method", () =>
    {
        part.Html.Open("ul", ("class", "prose"));
        foreach (string step in Steps)
        {
            part.Html.Open("li").Element("strong", part.T($"method.{step}_title")).Text(" ");
            part.Html.Text(step == "year" ? part.T("method.year", Minutes(part)) : part.T("method." + step)).Close("li");
        }

        part.Html.Close("ul");
    });

    /// <summary>Writes the fingerprints of all files.</summary>
    public static void WriteEvidence(PagePart part) => part.Section("evidence", () =>
    {
        ReportSubject subject = part.Subject;
        part.Paragraph(part.T("evidence.lead"));
        part.Html.Open("p").Text(part.T("evidence.run", subject.RunId, subject.RunEngineVersion) + " ");
        part.Html.Text(part.T("evidence.folder") + " ").Element("code", subject.Evidence.Folder).Close("p");
        PageColumn[] columns =
            [new(part.T("evidence.file")), new(part.T("evidence.kind")), new(part.T("evidence.bytes"), true), new("SHA-256")];
        using var table = part.Table("evidence-table", part.T("evidence.caption"), columns, "hashes");
        foreach ((string kind, ResultFile file) in subject.Evidence.Inputs.Select(file => ("input", file))
            .Concat(subject.Evidence.Results.Select(file => ("result", file))))
        {
            table.Row().Cell(() => part.Html.Element("code", file.Name)).Cell(part.T("evidence." + kind))
                .Cell(part.Say.Fixed(file.SizeBytes, 0), file.SizeBytes)
                .Cell(() => part.Html.Element("code", file.Sha256, ("class", "hash")))
                .EndRow();
        }
    });

    private static void WriteEntries(PagePart part)
    {
        part.SubHeading(part.T("entries.title"));
        if (part.Subject.Entries.Count == 0)
        {
            part.Paragraph(part.T("entries.none"));
            return;
        }

        PageColumn[] columns =
            [new(part.T("entries.name")), new(part.T("entries.kind")), new(part.T("confidence.title")), new(part.T("source"))];
        using var table = part.Table("entries-table", part.T("entries.caption"), columns, "entries");
        foreach (CatalogueUse entry in part.Subject.Entries)
        {
            table.Row().Cell(() => part.Html.Element("code", entry.Name)).Cell(() => part.Html.Element("code", entry.Kind))
                .Cell(part.Confidence(entry.Confidence)).Cell(() => part.Given(entry.Source)).EndRow();
        }
    }

    private static string Minutes(PagePart part) => part.Say.Say(part.Run.IntervalS / 60);
}
