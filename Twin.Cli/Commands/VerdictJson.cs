using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Twin.Cli.Input;
using Twin.Cli.Output;

namespace Twin.Cli.Commands;

/// <summary>What the checks say about a scenario, for programs: an object with scenario, valid, faults and notes.</summary>
internal static class VerdictJson
{
    private static readonly JsonWriterOptions Options =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One scenario, as an object.</summary>
    public static string Write(string scenario, LoadOutcome outcome) => Text(json => WriteObject(json, scenario, outcome));

    /// <summary>Several scenarios, as an array of such objects.</summary>
    public static string WriteAll(IEnumerable<(string Scenario, LoadOutcome Outcome)> outcomes) => Text(json =>
    {
        json.WriteStartArray();
        foreach ((string scenario, LoadOutcome outcome) in outcomes)
        {
            WriteObject(json, scenario, outcome);
        }

        json.WriteEndArray();
    });

    private static string Text(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void WriteObject(Utf8JsonWriter json, string scenario, LoadOutcome outcome)
    {
        json.WriteStartObject();
        json.WriteString("scenario", scenario);
        json.WriteBoolean("valid", outcome.Run is not null);
        json.WriteStartArray("faults");
        foreach (Fault fault in outcome.Faults)
        {
            FaultText.WriteJson(json, fault);
        }

        json.WriteEndArray();
        json.WriteTexts("notes", outcome.Notes);
        json.WriteEndObject();
    }
}
