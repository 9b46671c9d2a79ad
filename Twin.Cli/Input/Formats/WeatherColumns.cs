using System.Globalization;
using System.Text.RegularExpressions;
using Twin.Core.Series;

namespace Twin.Cli.Input.Formats;

/// <summary>What weather formats have in common: a place, a zone of fixed offset, radiation around an instant.</summary>
internal static partial class WeatherColumns
{
    /// <summary>An hour [s], the interval of nearly all of them.</summary>
    public const int HourS = 3600;

    private const double LargestZoneH = 14.0;

    /// <summary>Zone of the stamps: that of the wishes, else the one in the file.</summary>
    /// <param name="wishes">What is said beside the file.</param>
    /// <param name="statedH">What the file says [h].</param>
    /// <param name="stated">Where it says so.</param>
    /// <param name="faults">Receives a zone that no place on earth has.</param>
    public static (int OffsetS, string Text) ZoneOf(FileWishes wishes, double statedH, string stated, FileFaults faults)
    {
        if (Math.Abs(statedH) > LargestZoneH)
        {
            string found = string.Create(CultureInfo.InvariantCulture, $"a zone {statedH} h from UTC");
            faults.AtFile("IT0305", "unknown zone", found, "hours from -12 to 14, as clocks on earth have them");
            return (0, stated);
        }

        int statedS = (int)(statedH * HourS);
        if (wishes.Zone is null)
        {
            return (statedS, $"{OffsetText(statedS)}, {stated}");
        }

        if (FileZone.Parse(wishes.Zone) is { FixedOffsetS: { } wanted })
        {
            return (wanted, $"{OffsetText(wanted)}, as asked for; the file says {OffsetText(statedS)}");
        }

        faults.AtFile("IT0305", "unknown zone", wishes.Zone, "UTC or an offset such as +01:00: hours of this format know no summer time");
        return (statedS, stated);
    }

    /// <summary>An offset from UTC in words.</summary>
    public static string OffsetText(int offsetS) => offsetS == 0 ? "UTC" : string.Create(
        CultureInfo.InvariantCulture, $"UTC{(offsetS < 0 ? '-' : '+')}{Math.Abs(offsetS) / 3600:00}:{Math.Abs(offsetS) / 60 % 60:00}");

    /// <summary>Radiation columns laid around the instant whose sun made them, as means of an interval.</summary>
    public static IReadOnlyList<FileColumn> Centred(IReadOnlyList<FileColumn> columns, double sunOffsetS, int intervalS) =>
        [.. columns.Select(column => IsRadiation(column) ? MeanAround(column, sunOffsetS, intervalS) : column)];

    /// <summary>Closure test, where there are beam, diffuse and global irradiance and a place.</summary>
    public static SunVerdict? Closure(
        IReadOnlyList<SunGuess> guesses, long[] stampsUnixS, IReadOnlyList<FileColumn> columns, FilePosition? position)
    {
        double[]? global = Values(columns, Measurand.GlobalIrradiance);
        double[]? beam = Values(columns, Measurand.BeamNormal);
        double[]? diffuse = Values(columns, Measurand.DiffuseIrradiance);
        return position is null || global is null ? null
            : beam is null || diffuse is null ? new(guesses[0], null, [])
            : SunTiming.ByClosure(guesses, stampsUnixS, global, beam, diffuse, position);
    }

    /// <summary>Values of the first column that measures something; null if none does.</summary>
    public static double[]? Values(IReadOnlyList<FileColumn> columns, Measurand measurand) =>
        columns.FirstOrDefault(column => column.Measures == measurand)?.Values;

    /// <summary>
    /// Columns with a value in them, since formats have fields that most files leave open; and those that somebody may look for in vain.
    /// </summary>
    public static IReadOnlyList<FileColumn> WithValues(IReadOnlyList<FileColumn> columns) =>
        [.. columns.Where(column => column.Faults.Any || IsSought(column.Measures) || column.Values.Any(double.IsFinite))];

    /// <summary>A number in the header of a file behind a label.</summary>
    public static double? After(IReadOnlyList<string> head, string label)
    {
        string? line = head.FirstOrDefault(line => line.Contains(label, StringComparison.Ordinal));
        int end = line is null ? 0 : line.IndexOf(label, StringComparison.Ordinal) + label.Length;
        Match match = FirstNumber().Match(line ?? string.Empty, end);
        return match.Success ? double.Parse(match.Value, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>A number in the header of a file; null if the text is none.</summary>
    public static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;

    private static bool IsSought(Measurand measurand) =>
        measurand is Measurand.AirTemperature or Measurand.Humidity or Measurand.GlobalIrradiance or Measurand.Wind;

    private static FileColumn MeanAround(FileColumn column, double sunOffsetS, int intervalS) =>
        column with { Between = Between.Mean, ShiftS = sunOffsetS - intervalS / 2.0 };

    private static bool IsRadiation(FileColumn column) => column.Unit == "W/m2";

    [GeneratedRegex(@"-?\d+(\.\d+)?")]
    private static partial Regex FirstNumber();
}
