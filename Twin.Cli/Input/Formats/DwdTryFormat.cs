using System.Globalization;
using System.Text.RegularExpressions;
using Twin.Core.Series;
using Twin.Core.Time;

namespace Twin.Cli.Input.Formats;

/// <summary>
/// Test reference year of the German weather service: a long header down to a line of stars, then columns between blanks.
/// </summary>
/// <remarks>
/// Source: the header of the files themselves (BBSR and DWD, Testreferenzjahre 2010). Hours 1 to 24 of MEZ, which is UTC+01:00 all
/// year. Beam and diffuse irradiance stand on the horizontal; where they were computed they belong to the full hour, where they were
/// measured to a time before it.
/// </remarks>
internal sealed partial class DwdTryFormat : IFormat
{
    private const double ZoneH = 1.0;
    private const int Year = 2007; // the files name none; this one has their 365 days
    private const double Computed = 9.0;

    private static readonly Dictionary<string, ColumnPlan> Known = new(StringComparer.Ordinal)
    {
        ["N"] = new(0, "N", Measurand.CloudCover, "octas") { MissingFrom = 9, Between = Between.Linear },
        ["WR"] = new(0, "WR", Measurand.Other, "deg") { MissingFrom = 999, Between = Between.Linear },
        ["WG"] = new(0, "WG", Measurand.Wind, "m/s") { MissingFrom = 999, Between = Between.Linear },
        ["t"] = new(0, "t", Measurand.AirTemperature, "degC") { MissingFrom = 999, Between = Between.Linear },
        ["p"] = new(0, "p", Measurand.Pressure, "hPa") { MissingFrom = 9999, Between = Between.Linear },
        ["x"] = new(0, "x", Measurand.Other, "g/kg") { MissingFrom = 999, Between = Between.Linear },
        ["RF"] = new(0, "RF", Measurand.Humidity, "%") { MissingFrom = 999, Between = Between.Linear },
        ["B"] = new(0, "B", Measurand.BeamHorizontal, "W/m2") { MissingFrom = 9999 },
        ["D"] = new(0, "D", Measurand.DiffuseIrradiance, "W/m2") { MissingFrom = 9999 },
        ["IK"] = new(0, "IK", Measurand.Other, "code"),
        ["A"] = new(0, "A", Measurand.Other, "W/m2") { MissingFrom = 9999 },
        ["E"] = new(0, "E", Measurand.Other, "W/m2") { MissingFrom = 9999 },
    };

    private static readonly SunGuess AtTheStamp = new("at the stamp", 0.0);
    private static readonly SunGuess MidHour = new("in the middle of the hour", -1800.0);

    /// <inheritdoc/>
    public string Name => "dwd-try";

    /// <inheritdoc/>
    public string Title => "test reference year of DWD";

    /// <inheritdoc/>
    public bool Recognises(IReadOnlyList<string> head) => Stars(head) > 0 && HeaderOf(head) is not null;

    /// <inheritdoc/>
    public FileTable? Read(TextSource source, FileWishes wishes, FileFaults faults)
    {
        int stars = Stars(source.Head);
        if (stars < 1 || HeaderOf(source.Head) is not { } header)
        {
            faults.AtLine(
                "IT0309", "not a test reference year", 1, 1, source.Head[0],
                "a header with names such as MM DD HH t, and a line of three stars below it");
            return null;
        }

        (int zoneS, string zone) = WeatherColumns.ZoneOf(wishes, ZoneH, "which is MEZ all year", faults);
        var cells = new BlankRows(source, stars + 2);
        var rows = new TableRows(source, cells, faults);
        ColumnPlan[] plans = ColumnPlan.Of(header, Known);
        (int month, int day, int hour) = (Array.IndexOf(header, "MM"), Array.IndexOf(header, "DD"), Array.IndexOf(header, "HH"));
        IReadOnlyList<FileColumn> columns = rows.Read(
            header.Length, mayHaveMore: false,
            (IRows row, out long unixS) => TryStamp(rows, row, (month, day, hour), zoneS, out unixS), plans);
        columns = WeatherColumns.WithValues(WithGlobal(columns, source));
        FilePosition? position = Position(source.Head);
        SunVerdict? sun = position is null || WeatherColumns.Values(columns, Measurand.GlobalIrradiance) is not { } global
            ? null
            : SunTiming.BySymmetry(Guesses(columns), rows.StampsUnixS, global, position);
        return new FileTable(this, source)
        {
            StampsUnixS = rows.StampsUnixS,
            Lines = rows.Lines,
            Separator = cells.Separator,
            Columns = WeatherColumns.Centred(columns, sun?.Guess.OffsetS ?? Guesses(columns)[0].OffsetS, WeatherColumns.HourS),
            ZoneText = zone,
            StampText = "the end of its hour, 1 to 24",
            BeginS = -WeatherColumns.HourS,
            TypicalZoneS = zoneS,
            TypicalUnixS = TypicalYear.Lay(rows.StampsUnixS, zoneS, -WeatherColumns.HourS, always: true),
            Position = position,
            Sun = sun,
            IntervalS = WeatherColumns.HourS,
            Notes = [Spaces().Replace(source.Head[0].Trim(), " "), "no year, no 29 February"],
        };
    }

    private static int Stars(IReadOnlyList<string> head) => head.ToList().FindIndex(static line => line.Trim() == "***");

    private static string[]? HeaderOf(IReadOnlyList<string> head) => head
        .Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .FirstOrDefault(static names => names.Length > 8 && names.Contains("MM") && names.Contains("DD") && names.Contains("HH"));

    // Where the sun's place was computed, the sun of the full hour was taken: so the flag says, and the test confirms it.
    private static SunGuess[] Guesses(IReadOnlyList<FileColumn> columns) =>
        columns.FirstOrDefault(static column => column.Name == "IK") is { } flags && flags.Values.All(static flag => flag is Computed)
            ? [AtTheStamp, MidHour, new("at the begin of the hour", -3600.0)]
            : [MidHour, AtTheStamp, new("20 min before the stamp", -1200.0), new("at the begin of the hour", -3600.0)];

    private static IReadOnlyList<FileColumn> WithGlobal(IReadOnlyList<FileColumn> columns, TextSource source)
    {
        double[]? beam = WeatherColumns.Values(columns, Measurand.BeamHorizontal);
        double[]? diffuse = WeatherColumns.Values(columns, Measurand.DiffuseIrradiance);
        return beam is null || diffuse is null ? columns :
        [
            .. columns,
            new FileColumn("B+D", Measurand.GlobalIrradiance, "W/m2", [.. beam.Zip(diffuse, static (b, d) => b + d)])
            {
                Faults = new FileFaults(source.File),
            },
        ];
    }

    private static FilePosition? Position(IReadOnlyList<string> head)
    {
        Match match = head.Select(static line => PlaceLine().Match(line)).FirstOrDefault(static match => match.Success) ?? Match.Empty;
        double Part(int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        return match.Success ? FilePosition.Of(Part(1) + Part(2) / 60.0, Part(3) + Part(4) / 60.0, Part(5)) : null;
    }

    private static bool TryStamp(TableRows rows, IRows row, (int Month, int Day, int Hour) fields, int zoneS, out long unixS)
    {
        unixS = 0;
        if (!WrittenTime.TryDigits(row[fields.Month], out int month) || !WrittenTime.TryDigits(row[fields.Day], out int day)
            || !WrittenTime.TryDigits(row[fields.Hour], out int hour) || month is < 1 or > 12
            || day < 1 || day > DateTime.DaysInMonth(Year, month) || hour is < 1 or > 24)
        {
            rows.BadStamp(fields.Month, "month, day and hour from 1 to 24, without 29 February", count: 3);
            return false;
        }

        unixS = UtcDay.BeginUnixS(new DateOnly(Year, month, day)) + hour * 3600L - zoneS;
        return true;
    }

    [GeneratedRegex(@"(\d+)°\s*(\d+)'\s*N.*?(\d+)°\s*(\d+)'\s*O.*?(\d+)\s*Meter")]
    private static partial Regex PlaceLine();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
