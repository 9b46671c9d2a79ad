using System.Globalization;
using Twin.Core.Series;

namespace Twin.Cli.Input.Formats;

/// <summary>What both files of PVGIS have: lines of keys, stamps such as 20180101:0010 in UTC, and a legend behind the data.</summary>
/// <remarks>Source: European Commission, Joint Research Centre, PVGIS user manual, "Format of the output".</remarks>
internal abstract class PvgisFormat : IFormat
{
    private static readonly Dictionary<string, ColumnPlan> Known = new(StringComparer.Ordinal)
    {
        ["T2m"] = new(0, "T2m", Measurand.AirTemperature, "degC") { Between = Between.Linear },
        ["RH"] = new(0, "RH", Measurand.Humidity, "%") { Between = Between.Linear },
        ["G(h)"] = new(0, "G(h)", Measurand.GlobalIrradiance, "W/m2"),
        ["Gb(n)"] = new(0, "Gb(n)", Measurand.BeamNormal, "W/m2"),
        ["Gd(h)"] = new(0, "Gd(h)", Measurand.DiffuseIrradiance, "W/m2"),
        ["IR(h)"] = new(0, "IR(h)", Measurand.Other, "W/m2"),
        ["WS10m"] = new(0, "WS10m", Measurand.Wind, "m/s") { Between = Between.Linear },
        ["WD10m"] = new(0, "WD10m", Measurand.Other, "deg") { Between = Between.Linear },
        ["SP"] = new(0, "SP", Measurand.Pressure, "Pa") { Between = Between.Linear },
        ["P"] = new(0, "P", Measurand.Other, "W") { Between = Between.Mean },
        ["G(i)"] = new(0, "G(i)", Measurand.Other, "W/m2"),
        ["Gb(i)"] = new(0, "Gb(i)", Measurand.Other, "W/m2"),
        ["Gd(i)"] = new(0, "Gd(i)", Measurand.Other, "W/m2"),
        ["Gr(i)"] = new(0, "Gr(i)", Measurand.Other, "W/m2"),
        ["H_sun"] = new(0, "H_sun", Measurand.Other, "deg") { Between = Between.Linear },
        ["Int"] = new(0, "Int", Measurand.Other, "1"),
    };

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Title { get; }

    /// <summary>How the header of the data begins.</summary>
    protected abstract string HeaderBegin { get; }

    /// <inheritdoc/>
    public bool Recognises(IReadOnlyList<string> head) =>
        head[0].StartsWith("Latitude (decimal degrees):", StringComparison.Ordinal)
        && head.Any(line => line.StartsWith(HeaderBegin, StringComparison.Ordinal));

    /// <inheritdoc/>
    public FileTable? Read(TextSource source, FileWishes wishes, FileFaults faults)
    {
        int header = source.Head.ToList().FindIndex(line => line.StartsWith(HeaderBegin, StringComparison.Ordinal));
        if (header < 0)
        {
            faults.AtLine(
                "IT0309", "not a file of PVGIS", 1, 1, source.Head[0],
                $"lines of keys, then a header that begins with {HeaderBegin}");
            return null;
        }

        (int zoneS, string zone) = WeatherColumns.ZoneOf(wishes, 0, "as always with PVGIS", faults);
        using var cells = new SeparatedRows(source, header + 1, hasHeader: true, ',', EndOfData(source, header + 1));
        var rows = new TableRows(source, cells, faults);
        ColumnPlan[] plans = ColumnPlan.Of(cells.Headers, Known);
        IReadOnlyList<FileColumn> columns =
            rows.Read(cells.Headers.Count, mayHaveMore: false, (IRows row, out long unixS) => TryStamp(rows, row, zoneS, out unixS), plans);
        FilePosition? position = FilePosition.Of(
            WeatherColumns.After(source.Head, "Latitude (decimal degrees):"),
            WeatherColumns.After(source.Head, "Longitude (decimal degrees):"),
            WeatherColumns.After(source.Head, "Elevation (m):"));
        double offsetS = (WeatherColumns.After(source.Head, "Irradiance Time Offset (h):") ?? 0.0) * 3600.0;
        SunVerdict? sun = WeatherColumns.Closure(Guesses(offsetS), rows.StampsUnixS, columns, position);
        string? years = TypicalYear.Years(rows.StampsUnixS, zoneS, 0);
        long[]? typical = TypicalYear.Lay(rows.StampsUnixS, zoneS, 0);
        return new FileTable(this, source)
        {
            StampsUnixS = rows.StampsUnixS,
            Lines = rows.Lines,
            Separator = cells.Separator,
            Columns = WeatherColumns.Centred(columns, sun?.Guess.OffsetS ?? offsetS, WeatherColumns.HourS),
            ZoneText = zone,
            StampText = "the instant of its values",
            TypicalZoneS = zoneS,
            TypicalUnixS = typical,
            Position = position,
            Sun = sun,
            IntervalS = WeatherColumns.HourS,
            Notes = [.. Notes(source), .. years is null || typical is null ? Array.Empty<string>() : [years]],
        };
    }

    /// <summary>What the lines of keys say beside the place.</summary>
    protected virtual IReadOnlyList<string> Notes(TextSource source) => [];

    private static SunGuess[] Guesses(double offsetS)
    {
        SunGuess offset = new(
            string.Create(CultureInfo.InvariantCulture, $"{Math.Round(offsetS)} s after the stamp, as the header says"), offsetS);
        SunGuess[] others =
            [new("at the stamp", 0.0), new("half an hour after the stamp", 1800.0), new("half an hour before the stamp", -1800.0)];
        return offsetS == 0.0 ? others : [offset, .. others];
    }

    /// <summary>Line of the empty one behind the data, from 1; 0 if the data reach the end of the file.</summary>
    private static int EndOfData(TextSource source, int header)
    {
        ReadOnlySpan<byte> text = source.Text.Span;
        int at = source.OffsetOf(header);
        for (int line = header; at < text.Length; line++)
        {
            if (text[at] is (byte)'\r' or (byte)'\n')
            {
                return line;
            }

            int length = text[at..].IndexOf((byte)'\n');
            at = length < 0 ? text.Length : at + length + 1;
        }

        return 0;
    }

    private static bool TryStamp(TableRows rows, IRows row, int zoneS, out long unixS)
    {
        if (ForeignTime.TryCompact(row[0], out unixS))
        {
            unixS -= zoneS;
            return true;
        }

        rows.BadStamp(0, "a time such as 20180131:1310");
        return false;
    }
}

/// <summary>Typical meteorological year of PVGIS.</summary>
internal sealed class PvgisTmyFormat : PvgisFormat
{
    /// <inheritdoc/>
    public override string Name => "pvgis-tmy";

    /// <inheritdoc/>
    public override string Title => "typical meteorological year of PVGIS";

    /// <inheritdoc/>
    protected override string HeaderBegin => "time(UTC),";
}

/// <summary>Hours of PVGIS on an inclined plane.</summary>
internal sealed class PvgisHourlyFormat : PvgisFormat
{
    /// <inheritdoc/>
    public override string Name => "pvgis";

    /// <inheritdoc/>
    public override string Title => "hours of PVGIS";

    /// <inheritdoc/>
    protected override string HeaderBegin => "time,";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Notes(TextSource source)
    {
        if (WeatherColumns.After(source.Head, "Slope:") is not { } slopeDeg
            || WeatherColumns.After(source.Head, "Azimuth:") is not { } fromSouthDeg)
        {
            return [];
        }

        string fromNorth = ((fromSouthDeg + 180.0) % 360.0).ToString(CultureInfo.InvariantCulture);
        string plane = string.Create(CultureInfo.InvariantCulture, $"plane: slope {slopeDeg} deg, azimuth {fromSouthDeg} deg from south");
        return [$"{plane}, which is {fromNorth} deg from north"];
    }
}
