using System.Text.Json;
using Twin.Core.Results;

namespace Twin.Cli.Output;

/// <summary>summary.json: the figures of a run, each with what is needed to defend it.</summary>
internal sealed record SummaryFile(
    string Scenario,
    string Label,
    string Zone,
    long StartUnixS,
    long EndUnixS,
    IReadOnlyList<KeyFigure> KeyFigures,
    IReadOnlyDictionary<string, double> Limits)
{
    private const string Done = "done";

    /// <summary>Writes the summary of a finished run.</summary>
    public static void Write(string folder, RunHeader header, IReadOnlyList<KeyFigure> keyFigures) =>
        JsonFile.Write(Path.Combine(folder, RunFiles.Summary), json =>
        {
            json.WriteNumber("schema", ManifestFile.Schema);
            json.WriteString("status", Done);
            json.WriteString("scenario", header.Scenario);
            json.WriteString("label", header.Label);
            json.WriteString("zone", header.Zone);
            json.WriteString("start_utc", UtcText.Of(header.StartUnixS));
            json.WriteString("end_utc", UtcText.Of(header.EndUnixS));
            json.WriteStartObject("key_figures");
            foreach (KeyFigure figure in keyFigures)
            {
                json.WriteStartObject(figure.Name);
                json.WriteNumberOrNull("value", figure.Value);
                json.WriteString("unit", figure.Unit);
                json.WriteString("definition", figure.Definition);
                json.WriteString("boundary", figure.Boundary);
                json.WriteString("quality", figure.Quality);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteStartObject("limits");
            foreach ((string name, double value) in header.Limits.OrderBy(limit => limit.Key, StringComparer.Ordinal))
            {
                json.WriteNumberOrNull(name, value);
            }

            json.WriteEndObject();
        });

    /// <summary>Reads the summary that lies in a run folder.</summary>
    public static SummaryFile Read(string folder)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, RunFiles.Summary)));
        JsonElement root = document.RootElement;
        return new(
            Text(root, "scenario"),
            Text(root, "label"),
            Text(root, "zone"),
            UtcText.Parse(Text(root, "start_utc")),
            UtcText.Parse(Text(root, "end_utc")),
            root.GetProperty("key_figures").EnumerateObject().Select(ReadFigure).ToList(),
            root.GetProperty("limits").EnumerateObject().Where(limit => limit.Value.ValueKind == JsonValueKind.Number)
                .ToDictionary(limit => limit.Name, limit => limit.Value.GetDouble(), StringComparer.Ordinal));
    }

    private static KeyFigure ReadFigure(JsonProperty figure)
    {
        JsonElement value = figure.Value.GetProperty("value");
        return new(
            figure.Name,
            value.ValueKind == JsonValueKind.Null ? null : value.GetDouble(),
            Text(figure.Value, "unit"),
            Text(figure.Value, "definition"),
            Text(figure.Value, "boundary"),
            Text(figure.Value, "quality"));
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
