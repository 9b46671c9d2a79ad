using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Twin.Cli.Output;

/// <summary>JSON as the run folder carries it: indented, one line feed a line, plain letters, no number that is none.</summary>
internal static class JsonFile
{
    // Relaxed: the files are read by people and programs, never pasted into a web page, and ° should stay °.
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes one object to a file and hands it to the disk.</summary>
    public static void Write(string path, Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        Disk.WriteAll(path, buffer.WrittenSpan);
    }

    /// <summary>Writes a list of files with their fingerprints.</summary>
    public static void WriteFiles(this Utf8JsonWriter json, string name, IEnumerable<ResultFile> files)
    {
        json.WriteStartArray(name);
        foreach (ResultFile file in files)
        {
            json.WriteStartObject();
            json.WriteString("path", file.Name);
            json.WriteNumber("bytes", file.SizeBytes);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a list of texts.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a number, or null where there is none: JSON knows no NaN, and a stand-in would be taken for a result.</summary>
    public static void WriteNumberOrNull(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
