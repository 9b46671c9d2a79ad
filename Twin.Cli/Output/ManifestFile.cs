using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Twin.Cli.Input;

namespace Twin.Cli.Output;

/// <summary>manifest.json: what went in, what came out, and nothing that changes from one computation to the next.</summary>
internal static class ManifestFile
{
    /// <summary>Version of the layout of a run folder.</summary>
    public const int Schema = 1;

    private const string Promise = "same bytes on one machine with one build; key figures to 1e-9 relative elsewhere";

    /// <summary>Vouches for the result files that lie in a folder; written last.</summary>
    /// <returns>The hash of the result as a whole.</returns>
    public static string Write(string folder, string runId, string engineVersion, RunHeader header)
    {
        List<ResultFile> results = RunFiles.Result
            .Where(name => !RunFiles.IsOnRequest(name) || File.Exists(Path.Combine(folder, name)))
            .Select(name => Describe(folder, name)).ToList();
        string resultHash = HashOf(results);
        JsonFile.Write(Path.Combine(folder, RunFiles.Manifest), json =>
        {
            json.WriteNumber("schema", Schema);
            json.WriteString("run_id", runId);
            json.WriteString("scenario", header.Scenario);
            json.WriteString("engine_version", engineVersion);
            json.WriteString("reproducible", Promise);
            json.WriteNumber("seed", header.Seed);
            json.WriteFiles("inputs", header.Inputs.Select(ResultFile.Of));
            WriteSeries(json, header);
            json.WriteFiles("results", results);
            json.WriteString("result_hash", resultHash);
        });
        return resultHash;
    }

    /// <summary>What was taken from the inputs, and how much of it they did not have.</summary>
    private static void WriteSeries(Utf8JsonWriter json, RunHeader header)
    {
        json.WriteStartArray("series");
        foreach (SeriesInUse used in header.Series)
        {
            FileSeriesStatistics found = used.Series.Statistics;
            json.WriteStartObject();
            json.WriteString("series", used.Path);
            json.WriteString("file", header.Inputs.FirstOrDefault(input => input.Path == used.File)?.Shown);
            json.WriteString("format", used.Series.Table.Format.Name);
            json.WriteString("column", used.Series.Column.Name);
            json.WriteString("unit", used.Series.Unit);
            json.WriteString("zone", used.Series.Table.ZoneText);
            json.WriteString("sun", used.Series.Column.Unit == "W/m2" ? used.Series.Table.Sun?.Text : null);
            json.WriteBoolean("typical_year", used.Series.Table.IsTypical);
            json.WriteString("first", UtcText.Of(found.FirstUnixS));
            json.WriteString("last", UtcText.Of(found.LastUnixS));
            json.WriteNumber("interval_s", found.IntervalS);
            json.WriteNumber("samples", found.SampleCount);
            json.WriteNumber("gaps", found.GapCount);
            json.WriteNumber("missing", found.MissingCount);
            json.WriteNumber("longest_gap_s", found.LongestGapS);
            json.WriteNumber("filled", found.FilledCount);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Whether a folder holds the run of that id, whole and untouched.</summary>
    public static bool Vouches(string folder, string runId)
    {
        string path = Path.Combine(folder, RunFiles.Manifest);
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement root = manifest.RootElement;
            return root.GetProperty("schema").GetInt32() == Schema
                && root.GetProperty("run_id").GetString() == runId
                && root.GetProperty("results").EnumerateArray().Select(ReadFile).SequenceEqual(
                    RunFiles.Result.Where(name => File.Exists(Path.Combine(folder, name))).Select(name => Describe(folder, name)));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }

    /// <summary>Reads what a run's manifest says of it.</summary>
    /// <exception cref="InvalidDataException">The file is no manifest.</exception>
    public static Manifest Read(string folder)
    {
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, RunFiles.Manifest)));
            JsonElement root = manifest.RootElement;
            return new(
                root.GetProperty("run_id").GetString()!,
                root.GetProperty("engine_version").GetString()!,
                [.. root.GetProperty("inputs").EnumerateArray().Select(ReadFile)],
                [.. root.GetProperty("results").EnumerateArray().Select(ReadFile)]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{RunFiles.Manifest}: {e.Message}", e);
        }
    }

    /// <summary>Hash over names and hashes of files, in their order.</summary>
    public static string HashOf(IEnumerable<ResultFile> files)
    {
        var lines = new StringBuilder();
        foreach (ResultFile file in files)
        {
            lines.Append(CultureInfo.InvariantCulture, $"{file.Sha256}  {file.Name}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ToString())));
    }

    /// <summary>A file of a folder with its fingerprint.</summary>
    public static ResultFile Describe(string folder, string name)
    {
        using FileStream content = File.OpenRead(Path.Combine(folder, name));
        return new(name, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    /// <summary>Reads a file with its fingerprint, as <see cref="JsonFile.WriteFiles"/> writes it.</summary>
    public static ResultFile ReadFile(JsonElement file) =>
        new(file.GetProperty("path").GetString()!, file.GetProperty("bytes").GetInt64(), file.GetProperty("sha256").GetString()!);
}

/// <summary>What a manifest says of its run.</summary>
/// <param name="RunId">Id of the run.</param>
/// <param name="EngineVersion">Engine that computed it.</param>
/// <param name="Inputs">Data it was made from.</param>
/// <param name="Results">Its files.</param>
internal sealed record Manifest(
    string RunId, string EngineVersion, IReadOnlyList<ResultFile> Inputs, IReadOnlyList<ResultFile> Results);

/// <summary>A file with its fingerprint.</summary>
/// <param name="Name">Name or relative path, with forward slashes.</param>
/// <param name="SizeBytes">Size.</param>
/// <param name="Sha256">SHA-256 of the content, lower-case hex.</param>
internal sealed record ResultFile(string Name, long SizeBytes, string Sha256)
{
    /// <summary>An input as the manifest names it: relative, so that it does not depend on where a clone lies.</summary>
    public static ResultFile Of(ScenarioFile file) => new(file.Shown, file.Bytes, file.Sha256);
}
