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
    IReadOnlyDictionary<string, double> Limits,
    IReadOnlyDictionary<string, IReadOnlyList<LimitFrom>> ChangingLimits)
{
    private const string Done = "done";
    private const string Changing = "limits_by_phase";

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
            WriteChanging(json, header.ChangingLimits);
            WriteClosures(json, header.Closures);
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
                .ToDictionary(limit => limit.Name, limit => limit.Value.GetDouble(), StringComparer.Ordinal),
            ReadChanging(root));
    }

    private static void WriteChanging(Utf8JsonWriter json, IReadOnlyDictionary<string, IReadOnlyList<LimitFrom>> limits)
    {
        json.WriteStartObject(Changing);
        foreach ((string name, IReadOnlyList<LimitFrom> values) in limits.OrderBy(limit => limit.Key, StringComparer.Ordinal))
        {
            json.WriteStartArray(name);
            foreach (LimitFrom value in values)
            {
                json.WriteStartObject();
                json.WriteString("from_utc", UtcText.Of(value.FromUnixS));
                json.WriteNumberOrNull("value", value.Value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteClosures(Utf8JsonWriter json, IReadOnlyList<(long FromUnixS, long ToUnixS)> closures)
    {
        json.WriteStartArray("river_closed");
        foreach ((long fromUnixS, long toUnixS) in closures)
        {
            json.WriteStartObject();
            json.WriteString("from_utc", UtcText.Of(fromUnixS));
            json.WriteString("to_utc", UtcText.Of(toUnixS));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Runs of earlier versions have no such part.
    private static Dictionary<string, IReadOnlyList<LimitFrom>> ReadChanging(JsonElement root) =>
        !root.TryGetProperty(Changing, out JsonElement limits)
            ? new(StringComparer.Ordinal)
            : limits.EnumerateObject().ToDictionary(
                limit => limit.Name,
                limit => (IReadOnlyList<LimitFrom>)[.. limit.Value.EnumerateArray().Select(ReadFrom)],
                StringComparer.Ordinal);

    private static LimitFrom ReadFrom(JsonElement limit)
    {
        JsonElement value = limit.GetProperty("value");
        return new(UtcText.Parse(Text(limit, "from_utc")), value.ValueKind == JsonValueKind.Null ? null : value.GetDouble());
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
