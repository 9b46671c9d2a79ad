using System.Globalization;
using NodaTime.Text;

namespace Twin.Cli.Input;

/// <summary>Instants and dates as a scenario writes them.</summary>
internal static class TimeText
{
    private static readonly string[] InstantForms =
        ["uuuu-MM-dd'T'HH:mmo<Z+HH:mm>", "uuuu-MM-dd'T'HH:mm:sso<Z+HH:mm>"];

    private static readonly OffsetDateTimePattern[] InstantPatterns =
        [.. InstantForms.Select(OffsetDateTimePattern.CreateWithInvariantCulture)];

    private static readonly LocalDateTimePattern[] NaivePatterns =
    [
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd"),
    ];

    /// <summary>Reads an instant with its offset, e.g. 2025-01-01T00:00+01:00, from 1900 to 2199.</summary>
    /// <returns>Seconds since 1970-01-01T00:00Z, or null.</returns>
    public static long? Instant(string text)
    {
        foreach (OffsetDateTimePattern pattern in InstantPatterns)
        {
            if (pattern.Parse(text) is { Success: true } parsed && parsed.Value.Year is >= 1900 and <= 2199)
            {
                return parsed.Value.ToInstant().ToUnixTimeSeconds();
            }
        }

        return null;
    }

    /// <summary>Whether a text is a time to which only the offset is missing.</summary>
    public static bool IsNaive(string text) => NaivePatterns.Any(pattern => pattern.Parse(text).Success);

    /// <summary>Reads a date, e.g. 2025-11-03, from 1900-01-02 to 2199-12-30.</summary>
    /// <returns>The date, or null.</returns>
    public static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
        && date > new DateOnly(1900, 1, 1) && date < new DateOnly(2199, 12, 31)
            ? date
            : null;

    /// <summary>Whether a text is an offset from UTC such as +01:00.</summary>
    public static bool IsOffset(string text) => OffsetPattern.CreateWithInvariantCulture("+HH:mm").Parse(text).Success;
}
