using System.Globalization;
using System.Text;

namespace Twin.Cli.Output;

/// <summary>Instants as files carry them: ISO 8601, UTC, whole seconds.</summary>
internal static class UtcText
{
    /// <summary>Letters in such an instant.</summary>
    public const int Length = 20;

    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>Writes seconds since 1970-01-01T00:00Z, e.g. 2025-07-14T00:15:00Z.</summary>
    public static string Of(long unixS) => DateTimeOffset.FromUnixTimeSeconds(unixS).ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Writes the same as bytes of UTF-8.</summary>
    public static void Write(long unixS, Span<byte> text) =>
        DateTimeOffset.FromUnixTimeSeconds(unixS).UtcDateTime.TryFormat(text, out _, Format, CultureInfo.InvariantCulture);

    /// <summary>Reads such an instant back from bytes of UTF-8.</summary>
    /// <exception cref="FormatException">The text is something else.</exception>
    public static long Parse(ReadOnlySpan<byte> utf8)
    {
        Span<char> text = stackalloc char[Length];
        return utf8.Length == Length && Encoding.UTF8.TryGetChars(utf8, text, out int written) && written == Length
            ? Parse(text)
            : throw new FormatException($"'{Encoding.UTF8.GetString(utf8)}' is not an instant such as {Of(0)}");
    }

    /// <summary>Reads such an instant back. Allocates nothing: a run of many years has millions of them.</summary>
    /// <exception cref="FormatException">The text is something else.</exception>
    public static long Parse(ReadOnlySpan<char> text)
    {
        bool isLike = text.Length == Length && text[4] == '-' && text[7] == '-' && text[10] == 'T' && text[13] == ':' && text[16] == ':'
            && text[19] == 'Z';
        if (isLike
            && DateOnly.TryParseExact(text[..10], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            && TimeOnly.TryParseExact(text[11..19], "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time))
        {
            return new DateTimeOffset(date.ToDateTime(time, DateTimeKind.Utc)).ToUnixTimeSeconds();
        }

        throw new FormatException($"'{text}' is not an instant such as {Of(0)}");
    }
}
