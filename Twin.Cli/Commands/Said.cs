using System.Globalization;

namespace Twin.Cli.Commands;

/// <summary>Counts, times and sizes as messages say them.</summary>
internal static class Said
{
    private const double Kilo = 1000.0;

    /// <summary>A count with its thousands apart.</summary>
    public static string Count(long count) => count.ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>A count with its word.</summary>
    public static string Count(long count, string word) => $"{Count(count)} {word}{(count == 1 ? string.Empty : "s")}";

    /// <summary>A time with as many digits as an estimate has.</summary>
    public static string Time(double seconds) => seconds switch
    {
        < 10.0 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s"),
        < 90.0 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s"),
        < 5_400.0 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60.0:0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3_600.0:0.0} h"),
    };

    /// <summary>A size on disk with as many digits as an estimate has.</summary>
    public static string Size(double bytes) => bytes switch
    {
        < Kilo * Kilo => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(bytes / Kilo):0} kB"),
        < Kilo * Kilo * Kilo => string.Create(CultureInfo.InvariantCulture, $"{bytes / Kilo / Kilo:0.0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / Kilo / Kilo / Kilo:0.0} GB"),
    };
}
