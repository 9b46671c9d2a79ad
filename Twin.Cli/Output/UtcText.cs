using System.Globalization;

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

    /// <summary>Reads such an instant back.</summary>
    public static long Parse(string text) =>
        new DateTimeOffset(DateTime.ParseExact(text, Format, CultureInfo.InvariantCulture), TimeSpan.Zero).ToUnixTimeSeconds();
}
