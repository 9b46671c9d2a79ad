using Twin.Cli.Input;

namespace Twin.Cli.Output.Studies;

/// <summary>How a call went that computed runs of a study.</summary>
/// <param name="Verb">sweep or gather.</param>
/// <param name="Threads">Threads it used.</param>
/// <param name="Computed">Runs that it computed.</param>
/// <param name="Simulated">Simulations made for them: equal scenarios share one.</param>
/// <param name="Found">Runs that earlier calls had computed.</param>
/// <param name="Failed">Failed runs among all of them.</param>
internal sealed record SweepCounts(string Verb, int Threads, int Computed, int Simulated, int Found, int Failed);

/// <summary>sweep.json: when, where and how a study was computed; changes from one computation to the next.</summary>
internal static class SweepStatusFile
{
    /// <summary>Writes it.</summary>
    public static void Write(
        StudyFolder folder, StudyIdentity identity, SweepCounts counts, IReadOnlyList<ScenarioFile> sources,
        DateTimeOffset started, DateTimeOffset stopped) =>
        JsonFile.Write(folder.Status, json =>
        {
            json.WriteNumber("schema", ManifestFile.Schema);
            json.WriteString("study_id", identity.Id);
            json.WriteString("verb", counts.Verb);
            json.WriteNumber("runs_computed", counts.Computed);
            json.WriteNumber("simulations", counts.Simulated);
            json.WriteNumber("runs_found", counts.Found);
            json.WriteNumber("runs_failed", counts.Failed);
            json.WriteString("started_utc", started.UtcDateTime);
            json.WriteString("stopped_utc", stopped.UtcDateTime);
            json.WriteNumber("seconds", Math.Round((stopped - started).TotalSeconds, 3));
            json.WriteString("engine_version", identity.Engine);
            json.WriteString("host", Environment.MachineName);
            StatusFiles.WriteMachine(json, counts.Threads);
            json.WriteFiles("sources", sources.Select(ResultFile.Of));
        });
}
