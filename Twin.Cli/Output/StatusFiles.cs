using System.Runtime.InteropServices;
using System.Text.Json;
using Twin.Cli.Input;

namespace Twin.Cli.Output;

/// <summary>run.json and diagnostics.json: how a computation went, on which machine, and why it failed.</summary>
internal static class StatusFiles
{
    /// <summary>Writes what changes from one computation to the next, apart from what does not.</summary>
    /// <param name="folder">Folder of the run.</param>
    /// <param name="runId">Id of the run.</param>
    /// <param name="sources">Scenario files of the run.</param>
    /// <param name="exitStatus">Exit status of the program.</param>
    /// <param name="started">When the computation started.</param>
    /// <param name="stopped">When it stopped.</param>
    /// <param name="timings">Seconds of its parts, in their order.</param>
    public static void WriteStatus(
        string folder,
        string runId,
        IReadOnlyList<ScenarioFile> sources,
        int exitStatus,
        DateTimeOffset started,
        DateTimeOffset stopped,
        IReadOnlyList<(string Part, double Seconds)> timings) =>
        JsonFile.Write(Path.Combine(folder, RunFiles.Status), json =>
        {
            json.WriteNumber("schema", ManifestFile.Schema);
            json.WriteString("run_id", runId);
            json.WriteString("status", exitStatus == 0 ? "done" : "failed");
            json.WriteNumber("exit_status", exitStatus);
            json.WriteString("started_utc", started.UtcDateTime);
            json.WriteString("stopped_utc", stopped.UtcDateTime);
            json.WriteString("engine_version", EngineVersion.Text);
            WriteMachine(json, threads: 1);
            json.WriteFiles("sources", sources.Select(ResultFile.Of));
            json.WriteStartObject("seconds");
            foreach ((string part, double seconds) in timings)
            {
                json.WriteNumber(part, Math.Round(seconds, 3));
            }

            json.WriteEndObject();
        });

    /// <summary>Writes on what machine something was computed, and on how many threads.</summary>
    public static void WriteMachine(Utf8JsonWriter json, int threads)
    {
        json.WriteString("os", RuntimeInformation.OSDescription);
        json.WriteString("architecture", RuntimeInformation.ProcessArchitecture.ToString());
        json.WriteString("runtime", RuntimeInformation.FrameworkDescription);
        json.WriteNumber("processors", Environment.ProcessorCount);
        json.WriteNumber("threads", threads);
    }

    /// <summary>Writes why a run failed.</summary>
    /// <param name="folder">Folder of the failed run.</param>
    /// <param name="kind">books_open or internal_error.</param>
    /// <param name="reachedUnixS">Simulated time reached; null before the first step.</param>
    /// <param name="cause">What was thrown.</param>
    public static void WriteDiagnostics(string folder, string kind, long? reachedUnixS, Exception cause) =>
        JsonFile.Write(Path.Combine(folder, RunFiles.Diagnostics), json =>
        {
            json.WriteNumber("schema", ManifestFile.Schema);
            json.WriteString("kind", kind);
            json.WriteString("message", cause.Message);
            WriteTime(json, reachedUnixS);
            json.WriteString("detail", cause.ToString());
        });

    private static void WriteTime(Utf8JsonWriter json, long? reachedUnixS)
    {
        if (reachedUnixS is { } unixS)
        {
            json.WriteString("reached_utc", UtcText.Of(unixS));
        }
        else
        {
            json.WriteNull("reached_utc");
        }
    }
}
