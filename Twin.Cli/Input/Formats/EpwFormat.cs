using System.Globalization;
using Twin.Core.Series;
using Twin.Core.Time;

namespace Twin.Cli.Input.Formats;

/// <summary>EnergyPlus weather: eight lines of header, hours 1 to 24 that name the end of what they speak for.</summary>
/// <remarks>
/// Source: EnergyPlus, Auxiliary Programs, "EnergyPlus Weather File (EPW) Data Dictionary". Files from PVGIS hold instants of UTC and
/// may name another zone; a comment gives the instant of the sun.
/// </remarks>
internal sealed class EpwFormat : IFormat
{
    private const int FewestFields = 22; // up to the wind; what follows is left out by many writers
    private const string Radiation = "W/m2";

    private static readonly ColumnPlan[] Plans =
    [
        new(6, "dry_bulb", Measurand.AirTemperature, "degC") { MissingFrom = 99.9, Between = Between.Linear },
        new(7, "dew_point", Measurand.Other, "degC") { MissingFrom = 99.9, Between = Between.Linear },
        new(8, "relative_humidity", Measurand.Humidity, "%") { MissingFrom = 999, Between = Between.Linear },
        new(9, "pressure", Measurand.Pressure, "Pa") { MissingFrom = 999_999, Between = Between.Linear },
        new(12, "infrared", Measurand.Other, Radiation) { MissingFrom = 9999 },
        new(13, "ghi", Measurand.GlobalIrradiance, Radiation) { MissingFrom = 9999 },
        new(14, "dni", Measurand.BeamNormal, Radiation) { MissingFrom = 9999 },
        new(15, "dhi", Measurand.DiffuseIrradiance, Radiation) { MissingFrom = 9999 },
        new(20, "wind_direction", Measurand.Other, "deg") { MissingFrom = 999, Between = Between.Linear },
        new(21, "wind_speed", Measurand.Wind, "m/s") { MissingFrom = 999, Between = Between.Linear },
    ];

    /// <inheritdoc/>
    public string Name => "epw";

    /// <inheritdoc/>
    public string Title => "EnergyPlus weather";

    /// <inheritdoc/>
    public bool Recognises(IReadOnlyList<string> head) => head[0].StartsWith("LOCATION,", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public FileTable? Read(TextSource source, FileWishes wishes, FileFaults faults)
    {
        string[] place = source.Head[0].Split(',');
        int begin = source.Head.ToList().FindIndex(line => line.StartsWith("DATA PERIODS", StringComparison.OrdinalIgnoreCase));
        if (place.Length < 9 || WeatherColumns.Number(place[8]) is not { } zoneH || begin < 0)
        {
            faults.AtLine(
                "IT0309", "not an EPW file", 1, 1, source.Head[0],
                "LOCATION with latitude, longitude and time zone, and seven more lines down to DATA PERIODS");
            return null;
        }

        (int zoneS, string zone) = WeatherColumns.ZoneOf(wishes, zoneH, "as line 1 says", faults);
        FilePosition? position = Position(place, faults);
        int perHour = (int)(WeatherColumns.Number(source.Head[begin].Split(',').ElementAtOrDefault(2)) ?? 1.0);
        using var cells = new SeparatedRows(source, begin + 2, hasHeader: false, ',');
        var rows = new TableRows(source, cells, faults) { FieldsBy = "as the format has them" };
        IReadOnlyList<FileColumn> columns = WeatherColumns.WithValues(
            rows.Read(
                FewestFields, mayHaveMore: true, (IRows row, out long unixS) => TryStamp(rows, row, zoneS, perHour, out unixS), Plans));
        int intervalS = 3600 / Math.Max(perHour, 1);
        double? commentS = WeatherColumns.After(source.Head, "Irradiance Time Offset (h):") * 3600.0;
        SunVerdict? sun = WeatherColumns.Closure(
            Guesses(intervalS, wishes.Zone is null ? zoneS : 0, commentS), rows.StampsUnixS, columns, position);
        double correctionS = sun?.Guess.CorrectionS ?? 0.0;
        // The data dictionary has air at the stamp; PVGIS writes the instant at which its hour begins.
        double airS = correctionS - (commentS is null ? 0.0 : intervalS);
        columns = [.. columns.Select(column => column.Between == Between.Linear ? column with { ShiftS = airS } : column)];
        return new FileTable(this, source)
        {
            StampsUnixS = rows.StampsUnixS,
            Lines = rows.Lines,
            Separator = cells.Separator,
            Columns = WeatherColumns.Centred(columns, sun?.Guess.OffsetS ?? -intervalS / 2.0, intervalS),
            ZoneText = correctionS == 0.0 ? zone
                : $"UTC by the sun in the file; line 1 says {WeatherColumns.OffsetText(zoneS)}, which is wrong",
            StampText = "the end of its hour",
            BeginS = -intervalS,
            CorrectionS = correctionS,
            TypicalZoneS = zoneS,
            TypicalUnixS = TypicalYear.Lay(rows.StampsUnixS, zoneS, -intervalS),
            Position = position,
            Sun = sun,
            IntervalS = intervalS,
            Notes = Notes(place, commentS, rows.StampsUnixS, zoneS, intervalS),
        };
    }

    private static FilePosition? Position(string[] place, FileFaults faults)
    {
        (double? latitudeDeg, double? longitudeDeg) = (Angle(6, "latitude", 90.0), Angle(7, "longitude", 180.0));
        return FilePosition.Of(latitudeDeg, longitudeDeg, WeatherColumns.Number(place.ElementAtOrDefault(9)));

        double? Angle(int field, string name, double most)
        {
            double? degrees = WeatherColumns.Number(place[field]);
            if (degrees is null || Math.Abs(degrees.Value) > most)
            {
                int character = 1 + place.Take(field).Sum(static cell => cell.Length + 1);
                string range = string.Create(CultureInfo.InvariantCulture, $"{name} in degrees from {-most} to {most}");
                faults.AtLine("IT0303", $"unreadable {name}", 1, character, place[field].Trim(), range + ", such as 48.14");
            }

            return degrees;
        }
    }

    private static List<SunGuess> Guesses(int intervalS, int zoneS, double? commentS)
    {
        List<SunGuess> guesses = [new("in the middle of the hour", -intervalS / 2.0), new("at the stamp", 0.0)];
        var begins = new SunGuess("half an interval after the stamp", intervalS / 2.0);
        if (commentS is { } offsetS)
        {
            string minutes = Math.Round(Math.Abs(offsetS) / 60.0).ToString(CultureInfo.InvariantCulture);
            guesses.Add(new($"{minutes} min {(offsetS < 0.0 ? "before" : "after")} the stamp, as the comment says", offsetS));
        }

        // Hours of UTC under a header that names another zone: the stamps come too early or too late by that zone.
        // In UTC+01:00 that looks like hours which name their begin, and the header is believed.
        return zoneS == 0 ? [.. guesses, begins]
            :
            [
                .. guesses,
                begins,
                .. guesses.Select(guess => new SunGuess(guess.Text + ", hours of UTC", guess.OffsetS + zoneS) { CorrectionS = zoneS }),
            ];
    }

    private static List<string> Notes(string[] place, double? commentS, long[] stampsUnixS, int zoneS, int intervalS)
    {
        IEnumerable<string> names = place.Skip(1).Take(4).Where(static name => name.Trim().Trim('-').Length > 0 && name != "unknown");
        List<string> notes = [$"place: {string.Join(", ", names)}"];
        if (commentS is { } offsetS)
        {
            string hours = (offsetS / 3600.0).ToString("0.####", CultureInfo.InvariantCulture);
            notes.Add($"made by PVGIS: values are instants at the begin of each hour, the sun stands {hours} h from the stamp");
        }

        return TypicalYear.Years(stampsUnixS, zoneS, -intervalS) is { } years ? [.. notes, years] : notes;
    }

    private static bool TryStamp(TableRows rows, IRows row, int zoneS, int perHour, out long unixS)
    {
        unixS = 0;
        if (!WrittenTime.TryDigits(row[0], out int year) || !WrittenTime.TryDigits(row[1], out int month)
            || !WrittenTime.TryDigits(row[2], out int day) || !WrittenTime.TryDigits(row[3], out int hour)
            || !WrittenTime.TryDigits(row[4], out int minute) || year is < 1900 or > 2199 || month is < 1 or > 12
            || day < 1 || day > DateTime.DaysInMonth(year, month) || hour is < 1 or > 24 || minute > 60)
        {
            rows.BadStamp(0, "year, month, day, hour from 1 to 24 and minute, such as 2018,1,31,24,0", count: 5);
            return false;
        }

        // One value an hour: the hour is the stamp and the minute, 0 or 60, says nothing more.
        int minuteOfDay = perHour == 1 ? hour * 60 : (hour - 1) * 60 + minute;
        unixS = UtcDay.BeginUnixS(new DateOnly(year, month, day)) + minuteOfDay * 60L - zoneS;
        return true;
    }
}
