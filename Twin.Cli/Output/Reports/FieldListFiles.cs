using Twin.Core.Rules;

namespace Twin.Cli.Output.Reports;

/// <summary>A list of an authority as CSV and JSON: every field in portal order, with what is needed to defend it.</summary>
internal static class FieldListFiles
{
    /// <summary>Writes a row for each field of each centre and year.</summary>
    public static void WriteCsv(string path, ReportModel model, ReportTexts texts, FieldList list) => CsvFormat.WriteTable(
        path,
        ["centre", "year", "run_id", "place", "field", "symbol", "name", "value", "unit", "definition", "sources", "quality", "note"],
        model.Subjects.SelectMany(subject => Same(subject, list).Rows.Select(row => (string[])
        [
            CsvText.Words(ReportWords.Centre(subject)),
            CsvText.Year(subject),
            subject.RunId,
            row.Place,
            row.Id,
            row.Symbol,
            texts[NameKey(list.Id, row)],
            row.Number is { } number ? CsvText.Number(number)
                : row.Words is { } words ? CsvText.Words(texts.Say(words))
                : ReportWords.None(texts, row.Quality),
            row.Unit,
            texts[DefinitionKey(list.Id, row)],
            string.Join("; ", row.Sources),
            ReportWords.Of(row.Quality),
            row.Note is { } note ? CsvText.Words(texts.Say(note)) : string.Empty,
        ])));

    /// <summary>Writes the same as JSON, a list of fields for each centre and year.</summary>
    public static void WriteJson(string path, ReportModel model, ReportTexts texts, FieldList list) => JsonFile.Write(path, json =>
    {
        json.WriteNumber("schema", ManifestFile.Schema);
        json.WriteString("list", list.Id);
        json.WriteString("version", list.Version);
        json.WriteString("statement", texts["files.modelled"]);
        json.WriteString("language", texts.Language);
        json.WriteTexts("notes", list.Notes.Select(texts.Say));
        json.WriteStartArray("centres");
        foreach (ReportSubject subject in model.Subjects)
        {
            json.WriteStartObject();
            json.WriteString("centre", ReportWords.Centre(subject));
            json.WriteNumber("year", subject.Year.Year);
            json.WriteString("run_id", subject.RunId);
            json.WriteStartArray("fields");
            foreach (FieldRow row in Same(subject, list).Rows)
            {
                json.WriteStartObject();
                json.WriteString("place", row.Place);
                json.WriteString("field", row.Id);
                json.WriteString("symbol", row.Symbol);
                json.WriteString("name", texts[NameKey(list.Id, row)]);
                if (row.Words is { } words)
                {
                    json.WriteString("value", texts.Say(words));
                }
                else
                {
                    json.WriteNumberOrNull("value", row.Number);
                }

                json.WriteString("unit", row.Unit);
                json.WriteString("definition", texts[DefinitionKey(list.Id, row)]);
                json.WriteTexts("sources", row.Sources);
                json.WriteString("quality", ReportWords.Of(row.Quality));
                json.WriteString("note", row.Note is { } note ? texts.Say(note) : null);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>The same list of another subject.</summary>
    private static FieldList Same(ReportSubject subject, FieldList asked) =>
        subject.Lists.Single(list => list.Id == asked.Id && list.Version == asked.Version);

    private static string NameKey(string list, FieldRow row) => $"fields.{list}.{row.Id}.name";

    private static string DefinitionKey(string list, FieldRow row) => $"fields.{list}.{row.Id}.definition";
}
