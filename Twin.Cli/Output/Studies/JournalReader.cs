using System.Globalization;
using System.Text.Json;

namespace Twin.Cli.Output.Studies;

/// <summary>Whose runs a journal lists.</summary>
/// <param name="StudyId">Id of the study.</param>
/// <param name="Engine">Engine that computes.</param>
/// <param name="Shard">Share of the study; null for all of it.</param>
/// <param name="Inputs">Data files that the study was made from.</param>
internal sealed record JournalHeader(string StudyId, string Engine, Shard? Shard, IReadOnlyList<ResultFile> Inputs);

/// <summary>What a journal says.</summary>
/// <param name="Header">Whose it is; null where not even that was written in full.</param>
/// <param name="Rows">Finished runs by their numbers; of several lines on one run the last counts.</param>
/// <param name="WholeBytes">Length of the file without a last line that was torn.</param>
internal sealed record JournalContent(JournalHeader? Header, Dictionary<int, StudyRow> Rows, long WholeBytes);

/// <summary>Reads a journal as a process left it that may have been killed in the middle of a line.</summary>
internal static class JournalReader
{
    private const int FirstRoom = 64 * 1024;

    /// <summary>Reads a journal; there may be none.</summary>
    /// <exception cref="InvalidDataException">A line that is not the last one is damaged, or says what no journal says.</exception>
    public static JournalContent Read(string path)
    {
        JournalHeader? header = null;
        Dictionary<int, StudyRow> rows = [];
        long whole = 0;
        int number = 0;
        int damaged = 0;
        foreach ((ReadOnlyMemory<byte> line, bool hasEnd) in Lines(path))
        {
            number++;
            if (damaged > 0)
            {
                throw Damaged(path, damaged);
            }

            if (!hasEnd || !JournalLine.IsWhole(line.Span))
            {
                damaged = number; // the last one may be: nothing counted on it yet
                continue;
            }

            whole += line.Length + 1;
            Take(path, number, line, ref header, rows);
        }

        return new(header, rows, whole);
    }

    /// <summary>Reads whose a journal is; null where not even that was written in full.</summary>
    public static JournalHeader? ReadHeader(string path)
    {
        foreach ((ReadOnlyMemory<byte> line, bool hasEnd) in Lines(path))
        {
            JournalHeader? header = null;
            if (hasEnd && JournalLine.IsWhole(line.Span))
            {
                Take(path, 1, line, ref header, []);
            }

            return header;
        }

        return null;
    }

    private static void Take(string path, int number, ReadOnlyMemory<byte> line, ref JournalHeader? header, Dictionary<int, StudyRow> rows)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            if (header is null)
            {
                header = HeaderOf(document.RootElement);
            }
            else
            {
                StudyRow row = RowOf(document.RootElement);
                rows[row.Number] = row;
            }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException(
                string.Create(CultureInfo.InvariantCulture, $"{path}:{number}: no line of a journal of this version: {e.Message}"), e);
        }
    }

    private static JournalHeader HeaderOf(JsonElement line)
    {
        if (line.GetProperty(StudyJournal.SchemaName).GetInt32() != StudyJournal.Schema)
        {
            throw new FormatException("another version of journals");
        }

        return new(
            line.GetProperty("study_id").GetString()!,
            line.GetProperty("engine_version").GetString()!,
            line.TryGetProperty("shard", out JsonElement shard) ? Shard.Parse(shard.GetString()!) : null,
            [.. line.GetProperty("inputs").EnumerateArray().Select(ManifestFile.ReadFile)]);
    }

    private static StudyRow RowOf(JsonElement line)
    {
        JsonElement numbers = line.GetProperty("numbers");
        double[] values = new double[numbers.GetArrayLength()];
        int at = 0;
        foreach (JsonElement number in numbers.EnumerateArray())
        {
            values[at++] = number.ValueKind == JsonValueKind.Null ? double.NaN : number.GetDouble();
        }

        string error = line.GetProperty("error").GetString()!;
        return new(
            line.GetProperty("run").GetInt32(),
            error.Length == 0 ? RowStatus.Done : RowStatus.Failed,
            line.GetProperty("run_id").GetString()!,
            error,
            values);
    }

    private static IEnumerable<(ReadOnlyMemory<byte> Line, bool HasEnd)> Lines(string path)
    {
        if (!File.Exists(path))
        {
            yield break;
        }

        // Others may still write to it, or this very process has it open.
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1);
        byte[] room = new byte[FirstRoom];
        int held = 0;
        while (true)
        {
            int read = stream.Read(room, held, room.Length - held);
            held += read;
            int begin = 0;
            while (Array.IndexOf(room, (byte)'\n', begin, held - begin) is var end and >= 0)
            {
                yield return (room.AsMemory(begin, end - begin), true);
                begin = end + 1;
            }

            if (read == 0)
            {
                if (begin < held)
                {
                    yield return (room.AsMemory(begin, held - begin), false);
                }

                yield break;
            }

            held -= begin;
            Array.Copy(room, begin, room, 0, held);
            if (held == room.Length)
            {
                Array.Resize(ref room, 2 * room.Length);
            }
        }
    }

    private static InvalidDataException Damaged(string path, int line) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{path}:{line}: the line is not as it was written; only the last one may be torn. "
        + $"Take the file from a backup, or begin anew with --force"));
}
