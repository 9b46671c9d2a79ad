using System.Text.Json;

namespace Twin.Cli.Output.Studies;

/// <summary>The journal of a study in work: finished runs, each on the disk before it counts.</summary>
internal sealed class StudyJournal : IDisposable
{
    public const string SchemaName = "journal";
    public const int Schema = 1;

    private readonly Lock guard = new();
    private readonly FileStream stream;

    private StudyJournal(FileStream stream) => this.stream = stream;

    /// <summary>Opens a journal to go on in it; a last line that was torn is cut off.</summary>
    /// <param name="path">The file.</param>
    /// <param name="found">What was read from it.</param>
    /// <param name="header">Whose it is, for one that begins here.</param>
    public static StudyJournal Open(string path, JournalContent found, JournalHeader header)
    {
        var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 1);
        stream.SetLength(found.WholeBytes);
        stream.Seek(0, SeekOrigin.End);
        var journal = new StudyJournal(stream);
        if (found.Header is null)
        {
            journal.Write(JournalLine.Of(json => WriteHeader(json, header)));
            Disk.FlushFolder(Path.GetDirectoryName(path)!);
        }

        return journal;
    }

    /// <summary>Adds a finished run; when this returns, it is on the disk.</summary>
    public void Append(StudyRow row) => Write(JournalLine.Of(json => WriteRow(json, row)));

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private static void WriteHeader(Utf8JsonWriter json, JournalHeader header)
    {
        json.WriteNumber(SchemaName, Schema);
        json.WriteString("study_id", header.StudyId);
        json.WriteString("engine_version", header.Engine);
        if (header.Shard is { } shard)
        {
            json.WriteString("shard", shard.ToString());
        }

        json.WriteFiles("inputs", header.Inputs);
    }

    private static void WriteRow(Utf8JsonWriter json, StudyRow row)
    {
        json.WriteNumber("run", row.Number);
        json.WriteString("run_id", row.RunId);
        json.WriteString("error", row.Error);
        json.WriteStartArray("numbers");
        foreach (double number in row.Numbers)
        {
            if (double.IsFinite(number))
            {
                json.WriteNumberValue(number);
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
    }

    private void Write(byte[] line)
    {
        lock (guard)
        {
            stream.Write(line);
            stream.Flush(flushToDisk: true);
        }
    }
}
