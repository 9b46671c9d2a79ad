using Twin.Core.Rules;

namespace Twin.Cli.Output.Reports;

/// <summary>The statements of tenants (EnEfG section 15) as CSV and JSON; a centre ends with what no tenant has, then the whole.</summary>
internal static class TenantFiles
{
    private static readonly string[] Columns =
    [
        "centre", "year", "run_id", "from", "to", "tenant", "label", "direct_kwh", "overhead_kwh", "energy_kwh", "co2_kg", "water_m3",
        "method", "quality",
    ];

    /// <summary>Writes a row for each tenant of each centre and year, the rest, and their sum.</summary>
    public static void WriteCsv(string path, ReportModel model, ReportTexts texts) => Write(path, model, texts, _ => true);

    /// <summary>Writes what one customer is shown: the rows of that tenant and of nobody else.</summary>
    public static void WriteStatement(string path, ReportModel model, ReportTexts texts, string tenant) =>
        Write(path, model, texts, part => part.Name == tenant);

    private static void Write(
        string path, ReportModel model, ReportTexts texts, Func<TenantStatement, bool> isMeant) => CsvFormat.WriteTable(
        path,
        Columns,
        model.Subjects.SelectMany(subject => Parts(subject, texts).Where(isMeant).Select(part => (string[])
        [
            CsvText.Words(ReportWords.Centre(subject)),
            CsvText.Year(subject),
            subject.RunId,
            CsvText.Day(subject.Year.From),
            CsvText.Day(subject.Year.To),
            part.Name,
            CsvText.Words(part.Label),
            CsvText.Number(part.DirectKWh),
            CsvText.Number(part.OverheadKWh),
            CsvText.Number(part.DirectKWh + part.OverheadKWh),
            CsvText.Number(part.Co2Kg),
            CsvText.Number(part.WaterM3),
            texts["files.tenants.method"],
            ReportWords.Of(Quality.Modelled),
        ])));

    /// <summary>Writes the same as JSON.</summary>
    public static void WriteJson(string path, ReportModel model, ReportTexts texts) => JsonFile.Write(path, json =>
    {
        json.WriteNumber("schema", ManifestFile.Schema);
        json.WriteString("statement", texts["files.modelled"]);
        json.WriteString("language", texts.Language);
        json.WriteString("method", texts["files.tenants.method"]);
        json.WriteStartArray("centres");
        foreach (ReportSubject subject in model.Subjects)
        {
            json.WriteStartObject();
            json.WriteString("centre", ReportWords.Centre(subject));
            json.WriteNumber("year", subject.Year.Year);
            json.WriteString("run_id", subject.RunId);
            json.WriteStartArray("tenants");
            foreach (TenantStatement part in Parts(subject, texts))
            {
                json.WriteStartObject();
                json.WriteString("tenant", part.Name);
                json.WriteString("label", part.Label);
                json.WriteNumber("direct_kwh", part.DirectKWh);
                json.WriteNumber("overhead_kwh", part.OverheadKWh);
                json.WriteNumber("energy_kwh", part.DirectKWh + part.OverheadKWh);
                json.WriteNumber("co2_kg", part.Co2Kg);
                json.WriteNumber("water_m3", part.WaterM3);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>The statements with names for people, and their sum.</summary>
    public static IReadOnlyList<TenantStatement> Parts(ReportSubject subject, ReportTexts texts)
    {
        if (subject.Tenants.Count == 0)
        {
            return [];
        }

        IReadOnlyList<TenantStatement> parts = subject.Tenants;
        return
        [
            .. parts.Select(part => part.Name.Length > 0 ? part : part with { Label = texts["files.tenants.rest"] }),
            new(
                string.Empty,
                texts["files.tenants.whole"],
                parts.Sum(part => part.DirectKWh),
                parts.Sum(part => part.OverheadKWh),
                parts.Sum(part => part.Co2Kg),
                parts.Sum(part => part.WaterM3)),
        ];
    }
}
