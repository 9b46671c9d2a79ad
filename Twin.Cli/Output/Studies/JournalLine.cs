using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Twin.Cli.Output.Studies;

/// <summary>One line of a journal: a JSON object whose last member is a checksum over all that stands before it.</summary>
internal static class JournalLine
{
    private const int ChecksumBytes = 8;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly int TailLength = Tail([]).Length;

    /// <summary>Writes a line with its line feed.</summary>
    public static byte[] Of(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        ReadOnlySpan<byte> body = buffer.WrittenSpan[..^1];
        return [.. body, .. Tail(body), (byte)'\n'];
    }

    /// <summary>Whether a line, without its line feed, is as it was written.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> line) =>
        line.Length > TailLength && line[^TailLength..].SequenceEqual(Tail(line[..^TailLength]));

    private static byte[] Tail(ReadOnlySpan<byte> body) =>
        Encoding.ASCII.GetBytes($",\"check\":\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, ChecksumBytes))}\"}}");
}
