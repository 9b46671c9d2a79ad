using Twin.Core.Series;

namespace Twin.Cli.Input.Formats;

/// <summary>
/// Typical meteorological year of NREL: two lines of header, hours 01:00 to 24:00 that name the end of what they speak for.
/// </summary>
/// <remarks>Source: S. Wilcox and W. Marion, Users Manual for TMY3 Data Sets, NREL/TP-581-43156, 2008.</remarks>
internal sealed class Tmy3Format : IFormat
{
    private const double Missing = -9900.0;
    private const string Radiation = "W/m2";

    private static readonly Dictionary<string, ColumnPlan> Known = new(StringComparer.Ordinal)
    {
        ["GHI (W/m^2)"] = new(0, "GHI", Measurand.GlobalIrradiance, Radiation) { MissingTo = Missing },
        ["DNI (W/m^2)"] = new(0, "DNI", Measurand.BeamNormal, Radiation) { MissingTo = Missing },
        ["DHI (W/m^2)"] = new(0, "DHI", Measurand.DiffuseIrradiance, Radiation) { MissingTo = Missing },
        ["TotCld (tenths)"] = new(0, "TotCld", Measurand.CloudCover, "tenths") { MissingTo = Missing, Between = Between.Linear },
        ["Dry-bulb (C)"] = new(0, "Dry-bulb", Measurand.AirTemperature, "degC") { MissingTo = Missing, Between = Between.Linear },
        ["Dew-point (C)"] = new(0, "Dew-point", Measurand.Other, "degC") { MissingTo = Missing, Between = Between.Linear },
        ["RHum (%)"] = new(0, "RHum", Measurand.Humidity, "%") { MissingTo = Missing, Between = Between.Linear },
        ["Pressure (mbar)"] = new(0, "Pressure", Measurand.Pressure, "hPa") { MissingTo = Missing, Between = Between.Linear },
        ["Wdir (degrees)"] = new(0, "Wdir", Measurand.Other, "deg") { MissingTo = Missing, Between = Between.Linear },
        ["Wspd (m/s)"] = new(0, "Wspd", Measurand.Wind, "m/s") { MissingTo = Missing, Between = Between.Linear },
    };

    private static readonly SunGuess[] Guesses =
    [
        new("in the middle of the hour", -1800.0), new("at the stamp", 0.0), new("at the begin of the hour", -3600.0),
    ];

    /// <inheritdoc/>
    public string Name => "tmy3";

    /// <inheritdoc/>
    public string Title => "typical meteorological year of NREL";

    /// <inheritdoc/>
    public bool Recognises(IReadOnlyList<string> head) =>
        head.Count > 1 && head[1].StartsWith("Date (MM/DD/YYYY),Time (HH:MM)", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public FileTable? Read(TextSource source, FileWishes wishes, FileFaults faults)
    {
        using var first = new SeparatedRows(source, 1, hasHeader: false, ',');
        if (!first.Read() || first.FieldCount < 7 || Cell(first, 3) is not { } zoneH || Cell(first, 4) is not { } latitude
            || Cell(first, 5) is not { } longitude)
        {
            faults.AtLine(
                "IT0309", "not a TMY3 file", 1, 1, source.Head[0],
                "a line with station, name, state, time zone, latitude, longitude, elevation");
            return null;
        }

        (int zoneS, string zone) = WeatherColumns.ZoneOf(wishes, zoneH, "as line 1 says, standard time all year", faults);
        FilePosition? position = FilePosition.Of(latitude, longitude, Cell(first, 6));
        using var cells = new SeparatedRows(source, 2, hasHeader: true, ',');
        var rows = new TableRows(source, cells, faults);
        ColumnPlan[] plans = ColumnPlan.Of(cells.Headers, Known);
        IReadOnlyList<FileColumn> columns = WeatherColumns.WithValues(rows.Read(
            cells.Headers.Count, mayHaveMore: false, (IRows row, out long unixS) => TryStamp(rows, row, zoneS, out unixS), plans));
        SunVerdict? sun = WeatherColumns.Closure(Guesses, rows.StampsUnixS, columns, position);
        string? years = TypicalYear.Years(rows.StampsUnixS, zoneS, -WeatherColumns.HourS);
        return new FileTable(this, source)
        {
            StampsUnixS = rows.StampsUnixS,
            Lines = rows.Lines,
            Separator = cells.Separator,
            Columns = WeatherColumns.Centred(columns, sun?.Guess.OffsetS ?? -1800.0, WeatherColumns.HourS),
            ZoneText = zone,
            StampText = "the end of its hour, 24:00 the midnight after",
            BeginS = -WeatherColumns.HourS,
            TypicalZoneS = zoneS,
            TypicalUnixS = TypicalYear.Lay(rows.StampsUnixS, zoneS, -WeatherColumns.HourS),
            Position = position,
            Sun = sun,
            IntervalS = WeatherColumns.HourS,
            Notes = [$"place: {source.Decode(first[1])}, {source.Decode(first[2])}", .. years is null ? Array.Empty<string>() : [years]],
        };

        double? Cell(SeparatedRows row, int field) => WeatherColumns.Number(source.Decode(row[field]));
    }

    private static bool TryStamp(TableRows rows, IRows row, int zoneS, out long unixS)
    {
        unixS = 0;
        if (!ForeignTime.TryMonthDayYear(row[0], out long dayUnixS))
        {
            rows.BadStamp(0, "a date such as 01/31/1988");
            return false;
        }

        if (row[1] is not { Length: 5 } time || time[2] != ':' || !WrittenTime.TryDigits(time[..2], out int hour)
            || !WrittenTime.TryDigits(time[3..], out int minute) || hour > 24 || minute > 59 || (hour == 24 && minute > 0))
        {
            rows.BadStamp(1, "a time from 01:00 to 24:00");
            return false;
        }

        unixS = dayUnixS + hour * 3600L + minute * 60L - zoneS;
        return true;
    }
}
