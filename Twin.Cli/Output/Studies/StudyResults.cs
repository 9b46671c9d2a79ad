using System.Text;
using System.Text.Json;
using Twin.Cli.Input.Studies;

namespace Twin.Cli.Output.Studies;

/// <summary>The files of a finished study: the same study, data and program give the same bytes.</summary>
internal static class StudyResults
{
    private const string Promise = "same bytes on one machine with one build, whatever the threads, shards and interruptions";

    /// <summary>Writes what the study is, so that a later call can tell whether it is still the same.</summary>
    public static void WriteTexts(StudyFolder folder, StudyIdentity identity)
    {
        Replace(folder, StudyFolder.StudyText, path => Disk.WriteAll(path, Encoding.UTF8.GetBytes(identity.StudyText)));
        Replace(folder, StudyFolder.BaseText, path => Disk.WriteAll(path, Encoding.UTF8.GetBytes(identity.BaseText)));
    }

    /// <summary>Takes the manifest away: until it is written again, the files beside it are no result.</summary>
    public static void Withdraw(StudyFolder folder)
    {
        File.Delete(folder.File(StudyFolder.Manifest));
        Disk.FlushFolder(folder.Path);
    }

    /// <summary>Writes all results of a study whose runs are all there; the manifest last.</summary>
    public static void Write(StudyFolder folder, StudyIdentity identity, StudyTable table)
    {
        Withdraw(folder);
        ClearStaging(folder);
        IReadOnlyList<TableField> fields = TableField.Of(table);
        WriteTexts(folder, identity);
        Replace(folder, StudyFolder.RunsCsv, path => RunTableFiles.WriteCsv(path, table, fields));
        Replace(folder, StudyFolder.RunsParquet, path => RunTableFiles.WriteParquet(path, table, fields));
        Replace(folder, StudyFolder.Columns, path => WriteColumns(path, fields));
        Replace(folder, StudyFolder.Page, path => StudyPage.Write(path, table, identity.Id));
        Disk.FlushFolder(folder.Path);
        Replace(folder, StudyFolder.Manifest, path => WriteManifest(path, folder, identity, table));
        Disk.FlushFolder(folder.Path);
    }

    /// <summary>Draws the main figure; it is derived, and the manifest does not vouch for it.</summary>
    /// <returns>Whether there was anything to draw.</returns>
    public static bool Draw(StudyFolder folder, StudyTable table)
    {
        string beside = folder.Beside(StudyFolder.Picture);
        bool isDrawn = StudyPicture.Write(beside, table);
        if (isDrawn)
        {
            File.Move(beside, folder.File(StudyFolder.Picture), overwrite: true);
        }

        return isDrawn;
    }

    /// <summary>Whether the folder holds this very study, finished, its files untouched.</summary>
    public static bool IsFinished(StudyFolder folder, StudyIdentity identity) => FromManifest(folder, root =>
        root.GetProperty("study_id").GetString() == identity.Id
        && root.GetProperty("results").EnumerateArray().Select(ManifestFile.ReadFile)
            .All(file => File.Exists(folder.File(file.Name)) && ManifestFile.Describe(folder.Path, file.Name) == file));

    /// <summary>Id and engine of the study that a finished folder holds; null where it holds none.</summary>
    public static JournalHeader? FinishedAs(StudyFolder folder) => FromManifest(folder, root => new JournalHeader(
        root.GetProperty("study_id").GetString()!,
        root.GetProperty("engine_version").GetString()!,
        Shard: null,
        [.. root.GetProperty("inputs").EnumerateArray().Select(ManifestFile.ReadFile)]));

    // What a manifest says; nothing where there is none, or none that this program wrote.
    private static T? FromManifest<T>(StudyFolder folder, Func<JsonElement, T> read)
    {
        string path = folder.File(StudyFolder.Manifest);
        if (!File.Exists(path))
        {
            return default;
        }

        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(path));
            return read(manifest.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return default;
        }
    }

    private static void WriteColumns(string path, IReadOnlyList<TableField> fields) => JsonFile.Write(path, json =>
    {
        json.WriteNumber("schema", ManifestFile.Schema);
        json.WriteStartArray("columns");
        foreach (TableField field in fields)
        {
            json.WriteStartObject();
            json.WriteString("name", field.Name);
            json.WriteString("unit", field.Unit);
            json.WriteString("label", field.Label);
            json.WriteString("what", field.Role);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void WriteManifest(string path, StudyFolder folder, StudyIdentity identity, StudyTable table)
    {
        Study study = table.Study;
        ResultFile[] results = [.. StudyFolder.Results.Select(name => ManifestFile.Describe(folder.Path, name))];
        ResultFile[] series = study.SeriesColumns.Count == 0
            ? []
            : [.. table.Rows.Where(row => row.Status == RowStatus.Done).Select(row => row.RunId).Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal).Select(id => ManifestFile.Describe(folder.SeriesFolder, id + ".csv"))];
        JsonFile.Write(path, json =>
        {
            json.WriteNumber("schema", ManifestFile.Schema);
            json.WriteString("study", study.Name);
            json.WriteString("label", study.Label);
            json.WriteString("study_id", identity.Id);
            json.WriteString("engine_version", identity.Engine);
            json.WriteString("reproducible", Promise);
            WriteCounts(json, table);
            json.WriteFiles("inputs", identity.Inputs);
            json.WriteFiles("results", results);
            json.WriteStartObject("series");
            json.WriteNumber("files", series.Length);
            json.WriteString("hash", series.Length == 0 ? null : ManifestFile.HashOf(series));
            json.WriteEndObject();
            json.WriteString("result_hash", ManifestFile.HashOf([.. results, .. series]));
        });
    }

    private static void WriteCounts(Utf8JsonWriter json, StudyTable table)
    {
        StudyMethod method = table.Study.Method;
        int failed = table.Rows.Count(row => row.Status == RowStatus.Failed);
        json.WriteStartObject("method");
        json.WriteString("kind", JsonNamingPolicy.KebabCaseLower.ConvertName(method.Kind.ToString()));
        json.WriteNumber("n", method.N);
        json.WriteNumber("levels", method.Levels);
        json.WriteNumber("seed", method.Seed);
        json.WriteEndObject();
        json.WriteNumber("points", table.Study.Design.Count);
        json.WriteNumber("policies", table.Study.Policies.Count);
        json.WriteNumber("runs", table.Rows.Count);
        json.WriteNumber("done", table.Rows.Count - failed);
        json.WriteNumber("failed", failed);
        json.WriteNumber("feasible", table.Rows.Count(table.IsFeasible));
    }

    // Beside its place, then renamed: a file that has its name is whole.
    private static void Replace(StudyFolder folder, string name, Action<string> write)
    {
        string beside = folder.Beside(name);
        write(beside);
        File.Move(beside, folder.File(name), overwrite: true);
    }

    // What processes left that were killed while they wrote; who gets here holds the lock of the whole study.
    private static void ClearStaging(StudyFolder folder)
    {
        foreach (string left in Directory.GetFiles(folder.Path, StudyFolder.Staging + "*"))
        {
            File.Delete(left);
        }
    }
}
