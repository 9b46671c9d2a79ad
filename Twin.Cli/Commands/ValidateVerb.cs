using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Twin.Cli.Input;

namespace Twin.Cli.Commands;

/// <summary>What `twin validate` was asked for.</summary>
internal sealed record ValidateRequest(IReadOnlyList<ScenarioRequest> Scenarios, bool AsJson, bool IsQuiet);

/// <summary>twin validate: reads scenarios and all they name, and runs nothing.</summary>
internal sealed class ValidateVerb(Services services, Terminal terminal)
{
    private static readonly JsonWriterOptions JsonOptions =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Does it.</summary>
    /// <returns>Exit status.</returns>
    public int Execute(ValidateRequest request, CancellationToken cancel)
    {
        var outcomes = new List<(string Path, LoadOutcome Outcome)>();
        foreach (ScenarioRequest scenario in request.Scenarios)
        {
            cancel.ThrowIfCancellationRequested();
            LoadOutcome outcome = services.Load(scenario);
            outcomes.Add((scenario.Shown, outcome));
            if (outcome.Run is null && !request.AsJson)
            {
                services.PrintFaults(outcome.Faults, terminal.Error);
            }
            else if (!request.IsQuiet && !request.AsJson)
            {
                terminal.Out.WriteLine($"{scenario.Shown}: valid");
            }
        }

        if (request.AsJson)
        {
            WriteJson(outcomes);
        }

        return outcomes.All(outcome => outcome.Outcome.Run is not null) ? ExitStatus.Done : ExitStatus.InvalidScenario;
    }

    private void WriteJson(List<(string Path, LoadOutcome Outcome)> outcomes)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonOptions))
        {
            json.WriteStartArray();
            foreach ((string path, LoadOutcome outcome) in outcomes)
            {
                json.WriteStartObject();
                json.WriteString("scenario", path);
                json.WriteBoolean("valid", outcome.Run is not null);
                json.WriteStartArray("faults");
                foreach (Fault fault in outcome.Faults)
                {
                    FaultText.WriteJson(json, fault);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        terminal.Out.Write(Encoding.UTF8.GetString(buffer.ToArray()) + "\n");
    }
}
