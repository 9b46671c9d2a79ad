using System.Text.Json;
using Twin.Cli.Output.Reports.Page;
using Twin.Core.Rules;

namespace Twin.Cli.Output.Reports;

/// <summary>Writes what a report consists of, each file made from the same model.</summary>
internal sealed class ReportFiles(ReportModel model, ReportTexts texts, string folder)
{
    private const string PageFile = "report.html";
    private const string EvidenceFile = "evidence.json";
    private readonly List<string> written = [];

    /// <summary>Writes the files of some kinds; the evidence goes with each.</summary>
    /// <param name="model">What the report says.</param>
    /// <param name="texts">Its language.</param>
    /// <param name="folder">Where the files go; made if it is not there.</param>
    /// <param name="kinds">Words of <see cref="ReportKind"/>.</param>
    /// <returns>Names of the files.</returns>
    public static IReadOnlyList<string> Write(ReportModel model, ReportTexts texts, string folder, IReadOnlyCollection<string> kinds)
    {
        Directory.CreateDirectory(folder);
        RemoveThatOfOthers(model, folder);
        var files = new ReportFiles(model, texts, folder);
        bool Asked(string kind) => kinds.Contains(kind) || kinds.Contains(ReportKind.Everything);
        if (Asked(ReportKind.Management))
        {
            files.WritePage();
            files.WriteFigures();
            files.WriteVerdicts();
        }

        if (model.Group is { } group && (Asked(ReportKind.Eu) || Asked(ReportKind.Management)))
        {
            files.WriteGroup(group);
        }

        foreach (FieldList list in model.Subjects[0].Lists.Where(list => Asked(KindOf(list.Id))))
        {
            files.WriteList(list);
        }

        if (Asked(ReportKind.Tenants) && model.Subjects.Any(subject => subject.Tenants.Count > 0))
        {
            files.WriteTenants();
        }

        if (Asked(ReportKind.Ghg))
        {
            files.WriteGhg();
        }

        files.WriteEvidence();
        return files.written;
    }

    /// <summary>Removes the files of a report of other runs, which would lie beside these as if they were of one.</summary>
    private static void RemoveThatOfOthers(ReportModel model, string folder)
    {
        string evidence = Path.Combine(folder, EvidenceFile);
        if (!File.Exists(evidence))
        {
            return;
        }

        using var before = JsonDocument.Parse(File.ReadAllBytes(evidence));
        string[] runs = [.. before.RootElement.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("run_id").GetString()!)];
        if (!runs.SequenceEqual(model.Subjects.Select(subject => subject.RunId)))
        {
            foreach (JsonElement file in before.RootElement.GetProperty("report").EnumerateArray())
            {
                File.Delete(Path.Combine(folder, Path.GetFileName(file.GetProperty("path").GetString()!)));
            }
        }
    }

    /// <summary>The kind to which a list belongs.</summary>
    private static string KindOf(string list) => list switch
    {
        _ when list.StartsWith("eu-", StringComparison.Ordinal) => ReportKind.Eu,
        _ when list.StartsWith("enefg-", StringComparison.Ordinal) => ReportKind.Enefg,
        _ => ReportKind.HeatPlatform,
    };

    /// <summary>Name of a list's file: versions of the European list have their own.</summary>
    private static string NameOf(FieldList list) => KindOf(list.Id) == ReportKind.Eu ? $"eu-{list.Version}" : list.Id;

    private void WritePage() => Disk.WriteAll(Place(PageFile), System.Text.Encoding.UTF8.GetBytes(ReportPage.Write(model, texts)));

    private void WriteFigures() => CsvFormat.WriteTable(
        Place("key-figures.csv"),
        ["centre", "year", "run_id", "figure", "name", "value", "unit", "formula", "sources", "quality"],
        model.Subjects.SelectMany(subject => subject.Year.Figures.Values.Select(figure => (string[])
        [
            CsvText.Words(ReportWords.Centre(subject)),
            CsvText.Year(subject),
            subject.RunId,
            figure.Name,
            texts[ReportWords.FigureKey(figure.Name, "name")],
            figure.Value is { } value ? CsvText.Number(value) : ReportWords.None(texts, figure.Quality),
            figure.Unit,
            CsvText.Words(texts[ReportWords.FigureKey(figure.Name, "formula")]),
            string.Join("; ", figure.Sources),
            ReportWords.Of(figure.Quality),
        ])));

    /// <summary>The averages of EU 2024/1364 Annex IV.</summary>
    private void WriteGroup(GroupAverages group) => CsvFormat.WriteTable(
        Place("group.csv"),
        ["figure", "name", "value", "unit", "weighted_with", "lacking"],
        [
            .. group.Ratios.Select(ratio => (string[])
            [
                ratio.Key,
                texts[ReportWords.FigureKey(ratio.Key, "name")],
                ratio.Value is { } value ? CsvText.Number(value) : texts["files.not_provided"],
                model.Subjects[0].Year.Figures[ratio.Key].Unit,
                FigureNames.CentreEnergy,
                group.Lacking.TryGetValue(ratio.Key, out IReadOnlyList<int>? lacking)
                    ? CsvText.Words(string.Join("; ", lacking.Select(i => CentreAndYear(model.Subjects[i]))))
                    : string.Empty,
            ]),
            [
                FigureNames.CentreEnergy,
                texts[ReportWords.FigureKey(FigureNames.CentreEnergy, "name")],
                group.CentreEnergyKWh is { } kWh ? CsvText.Number(kWh) : texts["files.not_provided"],
                "kWh",
                string.Empty,
                string.Empty,
            ],
        ]);

    private void WriteVerdicts() => CsvFormat.WriteTable(
        Place("verdicts.csv"),
        [
            "centre", "reported", "run_id", "rule", "title", "year", "outcome", "value", "threshold", "unit", "margin", "margin_unit",
            "article", "reason", "notes",
        ],
        model.Subjects.SelectMany(subject => subject.Verdicts.Select(verdict => (string[])
        [
            CsvText.Words(ReportWords.Centre(subject)),
            CsvText.Year(subject),
            subject.RunId,
            verdict.Rule,
            texts[$"rules.{verdict.Rule}.title"],
            CsvText.Whole(verdict.Year),
            ReportWords.Of(verdict.Outcome),
            CsvText.NumberOrNone(verdict.Value),
            CsvText.NumberOrNone(verdict.Threshold),
            verdict.Unit,
            CsvText.NumberOrNone(verdict.Margin),
            verdict.Margin is null ? string.Empty : verdict.MarginUnit,
            verdict.Article,
            CsvText.Words(texts.Say(verdict.Reason)),
            CsvText.Words(string.Join(" ", verdict.Notes.Select(texts.Say))),
        ])));

    private void WriteList(FieldList list)
    {
        FieldListFiles.WriteCsv(Place(NameOf(list) + ".csv"), model, texts, list);
        FieldListFiles.WriteJson(Place(NameOf(list) + ".json"), model, texts, list);
    }

    private void WriteTenants()
    {
        TenantFiles.WriteCsv(Place("tenants.csv"), model, texts);
        TenantFiles.WriteJson(Place("tenants.json"), model, texts);
        IEnumerable<string> tenants = model.Subjects.SelectMany(subject => subject.Tenants).Select(part => part.Name);
        foreach (string tenant in tenants.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal))
        {
            TenantFiles.WriteStatement(Place($"tenant-{tenant}.csv"), model, texts, tenant);
        }
    }

    private void WriteGhg() => CsvFormat.WriteTable(
        Place("ghg.csv"),
        ["centre", "year", "run_id", "line", "name", "scope", "co2e_kg", "method", "sources", "quality"],
        model.Subjects.SelectMany(subject => subject.Ghg.Select(line => (string[])
        [
            CsvText.Words(ReportWords.Centre(subject)),
            CsvText.Year(subject),
            subject.RunId,
            line.Id,
            texts[$"files.ghg.{line.Id}.name"],
            line.Scope == 0 ? "1+2" : CsvText.Whole(line.Scope),
            line.Kg is { } kg ? CsvText.Number(kg) : ReportWords.None(texts, line.Quality),
            texts[$"files.ghg.{line.Id}.method"],
            string.Join("; ", line.Sources),
            ReportWords.Of(line.Quality),
        ])));

    private void WriteEvidence()
    {
        List<ResultFile> made = [.. written.Order(StringComparer.Ordinal).Select(name => ManifestFile.Describe(folder, name))];
        JsonFile.Write(Place(EvidenceFile), json =>
        {
            json.WriteNumber("schema", ManifestFile.Schema);
            json.WriteString("statement", texts["files.modelled"]);
            json.WriteString("language", texts.Language);
            json.WriteString("engine_version", model.EngineVersion);
            json.WriteStartArray("runs");
            foreach (ReportSubject subject in model.Subjects)
            {
                json.WriteStartObject();
                json.WriteString("centre", ReportWords.Centre(subject));
                json.WriteNumber("year", subject.Year.Year);
                json.WriteString("from", CsvText.Day(subject.Year.From));
                json.WriteString("to", CsvText.Day(subject.Year.To));
                json.WriteBoolean("whole_year", subject.Year.IsWhole);
                json.WriteBoolean("design_phase", subject.Year.IsDesign);
                json.WriteString("run_id", subject.RunId);
                json.WriteString("engine_version", subject.RunEngineVersion);
                json.WriteFiles("inputs", subject.Evidence.Inputs);
                json.WriteFiles("results", subject.Evidence.Results);
                json.WriteTexts("lists", subject.Lists.Select(list => $"{list.Id} {list.Version}"));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteFiles("report", made);
        });
    }

    private static string CentreAndYear(ReportSubject subject) => $"{ReportWords.Centre(subject)} {CsvText.Year(subject)}";

    private string Place(string name)
    {
        written.Add(name);
        return Path.Combine(folder, name);
    }
}
