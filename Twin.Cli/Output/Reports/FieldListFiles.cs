using Twin.Core.Rules;

namespace Twin.Cli.Output.Reports;

/// <summary>A list of an authority as CSV and JSON: every field in portal order, with what is needed to defend it.</summary>
internal static class FieldListFiles
{
    /// <summary>Writes a row for each field of each centre and year.</summary>
    public static void WriteCsv(string path, ReportModel model, ReportTexts texts, string id) => CsvFormat.WriteTable(
        path,
        ["centre", "year", "place", "field", "symbol", "name", "value", "unit", "definition", "sources", "quality", "note"],
        model.Subjects.SelectMany(subject => List(subject, id).Rows.Select(row => (string[])
        [
            CsvText.Words(ReportWords.Centre(subject)),
            CsvText.Year(subject),
            row.Place,
            row.Id,
            row.Symbol,
            texts[NameKey(id, row)],
            row.Number is { } number ? CsvText.Number(number)
                : row.Words is { } words ? CsvText.Words(texts.Say(words))
                : texts["files.not_provided"],
            row.Unit,
            texts[DefinitionKey(id, row)],
            string.Join("; ", row.Sources),
            ReportWords.Of(row.Quality),
            row.Note is { } note ? CsvText.Words(texts.Say(note)) : string.Empty,
        ])));

    /// <summary>Writes the same as JSON, a list of fields for each centre and year.</summary>
    public static void WriteJson(string path, ReportModel model, ReportTexts texts, string id) => JsonFile.Write(path, json =>
    {
        json.WriteNumber("schema", ManifestFile.Schema);
        json.WriteString("list", id);
        json.WriteString("version", List(model.Subjects[0], id).Version);
        json.WriteString("statement", texts["files.modelled"]);
        json.WriteString("language", texts.Language);
        json.WriteStartArray("centres");
        foreach (ReportSubject subject in model.Subjects)
        {
            json.WriteStartObject();
            json.WriteString("centre", ReportWords.Centre(subject));
            json.WriteNumber("year", subject.Year.Year);
            json.WriteString("run_id", subject.RunId);
            json.WriteStartArray("fields");
            foreach (FieldRow row in List(subject, id).Rows)
            {
                json.WriteStartObject();
                json.WriteString("place", row.Place);
                json.WriteString("field", row.Id);
                json.WriteString("symbol", row.Symbol);
                json.WriteString("name", texts[NameKey(id, row)]);
                if (row.Words is { } words)
                {
                    json.WriteString("value", texts.Say(words));
                }
                else
                {
                    json.WriteNumberOrNull("value", row.Number);
                }

                json.WriteString("unit", row.Unit);
                json.WriteString("definition", texts[DefinitionKey(id, row)]);
                json.WriteStartArray("sources");
                foreach (string source in row.Sources)
                {
                    json.WriteStringValue(source);
                }

                json.WriteEndArray();
                json.WriteString("quality", ReportWords.Of(row.Quality));
                json.WriteString("note", row.Note is { } note ? texts.Say(note) : null);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>The list of a subject by its name.</summary>
    private static FieldList List(ReportSubject subject, string id) => subject.Lists.Single(list => list.Id == id);

    private static string NameKey(string list, FieldRow row) => $"fields.{list}.{row.Id}.name";

    private static string DefinitionKey(string list, FieldRow row) => $"fields.{list}.{row.Id}.definition";
}
