using System.Text.RegularExpressions;

namespace Twin.Cli.Input.Formats;

/// <summary>Any other table with a header: time stamps in one column, numbers in others.</summary>
internal sealed partial class CsvFormat : IFormat
{
    private const string ExpectedTime = WrittenTime.Expected + ", also 31.01.2025 14:00";

    private static readonly string[] TimeNames = ["time", "time_utc", "time_local"];

    // Ends of names that say a unit; for advice, since a name is no promise.
    private static readonly (string End, string Unit, Measurand Measures)[] Hints =
    [
        ("temperature_c", "degC", Measurand.AirTemperature), ("_degc", "degC", Measurand.Other), ("_c", "degC", Measurand.Other),
        ("_w_m2", "W/m2", Measurand.Other), ("_m_s", "m/s", Measurand.Other), ("_m3s", "m3/s", Measurand.Discharge),
        ("_m3_s", "m3/s", Measurand.Discharge),
        ("_hpa", "hPa", Measurand.Pressure), ("_pa", "Pa", Measurand.Pressure), ("_percent", "%", Measurand.Other),
        ("_pct", "%", Measurand.Other),
        ("_eur_mwh", "EUR/MWh", Measurand.Price), ("_g_kwh", "g/kWh", Measurand.Carbon), ("_mw", "MW", Measurand.Other),
        ("_kw", "kW", Measurand.Other),
        ("_w", "W", Measurand.Other), ("_cm", "cm", Measurand.WaterLevel),
    ];

    /// <inheritdoc/>
    public string Name => "csv";

    /// <inheritdoc/>
    public string Title => "table with a header";

    /// <inheritdoc/>
    public bool Recognises(IReadOnlyList<string> head) => head.FirstOrDefault(IsNoRemark)?.AsSpan().IndexOfAny(",;\t|") >= 0;

    /// <inheritdoc/>
    public FileTable? Read(TextSource source, FileWishes wishes, FileFaults faults)
    {
        int header = Math.Max(0, source.Head.ToList().FindIndex(IsNoRemark));
        using var cells = new SeparatedRows(source, header + 1, hasHeader: true);
        (string Name, string? Unit)[] names = [.. cells.Headers.Select(Split)];
        int timeField = Math.Max(0, Array.FindIndex(names, static name => TimeNames.Contains(name.Name)));
        FileZone? zone = wishes.Zone is null ? null : FileZone.Parse(wishes.Zone);
        if (wishes.Zone is not null && zone is null)
        {
            _ = NamedTime.Of(wishes, "UTC", string.Empty, faults);
            return null;
        }

        if (!HasTimes(source, header, cells.Separator, timeField, names, faults))
        {
            return null;
        }

        var rows = new TableRows(source, cells, faults);
        ColumnPlan[] plans =
        [
            .. names.Select((name, field) => Plan(name.Name, name.Unit, field, wishes)).Where(plan => plan.Field != timeField),
        ];
        bool isNaive = false;
        IReadOnlyList<FileColumn> columns = rows.Read(
            names.Length, mayHaveMore: false,
            (IRows row, out long unixS) => TryStamp(rows, row, timeField, (zone, wishes.UsualZone), ref isNaive, out unixS), plans);
        return new FileTable(this, source)
        {
            StampsUnixS = rows.StampsUnixS,
            Lines = rows.Lines,
            Separator = cells.Separator,
            Columns = columns,
            ZoneText = !isNaive ? "as each stamp says" : wishes.Zone!,
            StampText = "the begin of its interval, unless the scenario says otherwise",
            IntervalS = FileTable.IntervalOf(rows.StampsUnixS),
        };
    }

    private static bool IsNoRemark(string line) => line.Length > 0 && line[0] != '#';

    private static (string Name, string? Unit) Split(string header)
    {
        string text = header.Trim();
        int bracket = text.LastIndexOf('[');
        return bracket > 0 && text.EndsWith(']')
            ? (text[..bracket].TrimEnd(), text[(bracket + 1)..^1].Trim())
            : (text, null);
    }

    private static ColumnPlan Plan(string name, string? unit, int field, FileWishes wishes)
    {
        (string End, string Unit, Measurand Measures) hint =
            Array.Find(Hints, hint => name.EndsWith(hint.End, StringComparison.OrdinalIgnoreCase));
        return new(field, name, Guess(name, ByUnit(unit) ?? hint.Measures), unit)
        {
            Mark = wishes.DecimalComma ? (byte)',' : (byte)'.',
            MarkIsOpen = true,
            LikelyUnit = unit is null ? hint.Unit : null,
        };
    }

    // Units of which nothing else is measured in such files.
    private static Measurand? ByUnit(string? unit) => unit switch
    {
        "EUR/MWh" or "ct/kWh" => Measurand.Price,
        "g/kWh" => Measurand.Carbon,
        "m3/s" => Measurand.Discharge,
        _ => null,
    };

    // Good enough to look at; a scenario names the column that it means.
    private static Measurand Guess(string name, Measurand hinted) => name.ToLowerInvariant() switch
    {
        "ghi" or "ghi_w_m2" => Measurand.GlobalIrradiance,
        "dni" or "dni_w_m2" => Measurand.BeamNormal,
        "dhi" or "dhi_w_m2" => Measurand.DiffuseIrradiance,
        var n when n.Contains("humidity", StringComparison.Ordinal) => Measurand.Humidity,
        var n when n.Contains("wind_speed", StringComparison.Ordinal) => Measurand.Wind,
        var n when n.Contains("water", StringComparison.Ordinal) && hinted == Measurand.Other => Measurand.WaterTemperature,
        var n when n.Contains("air", StringComparison.Ordinal) && hinted == Measurand.Other => Measurand.AirTemperature,
        _ => hinted,
    };

    /// <summary>Whether the column of times begins with one; if not, one fault says more than one for each row.</summary>
    private static bool HasTimes(
        TextSource source, int header, byte separator, int timeField, (string Name, string? Unit)[] names, FileFaults faults)
    {
        using var look = new SeparatedRows(source, header + 1, hasHeader: true, (char)separator);
        if (!look.Read() || look.FieldCount <= timeField || look[timeField].IsEmpty
            || LooksLikeTime().IsMatch(source.Decode(look[timeField])))
        {
            return true; // no row at all, or a ragged one: that is told where it stands
        }

        string found = names[timeField].Name.Length > 0 ? $"column '{names[timeField].Name}'" : "a first column without a name";
        faults.AtLine(
            "IT0312", "no time stamps", look.Line, source.CharacterOf(look.Line, timeField, separator),
            $"{found} with {source.Decode(look[timeField])} in it",
            $"a column \"time\", or else the first one, in which each row has {ExpectedTime}{SwfFormat.Hint(source.Head)}");
        return false;
    }

    private static bool TryStamp(
        TableRows rows, IRows row, int field, (FileZone? Zone, string Usual) zone, ref bool isNaive, out long unixS)
    {
        unixS = 0;
        if (!WrittenTime.TryParse(row[field], out WrittenTime stamp) && !ForeignTime.TryGerman(row[field], out stamp))
        {
            rows.BadStamp(field, ExpectedTime);
            return false;
        }

        if (stamp.OffsetS is { } offsetS)
        {
            unixS = stamp.LocalS - offsetS;
            return true;
        }

        isNaive = true;
        if (zone.Zone is null)
        {
            string proposed = zone.Usual == "UTC" ? "\"zone: UTC\"" : $"\"zone: UTC\" or \"zone: {zone.Usual}\"";
            rows.NaiveStamp(field, $"an offset in the stamp such as Z or +01:00, or in the scenario a zone such as {proposed}");
            return false;
        }

        if (!zone.Zone.TryInstant(stamp.LocalS, rows.PreviousUnixS, out unixS))
        {
            rows.BadStamp(field, NamedTime.NotOnTheClock);
            return false;
        }

        return true;
    }

    [GeneratedRegex(@"^\s*\d{2,4}[-./]\d{1,2}[-./]\d{1,4}|^\s*\d{8}[:T]\d{4}")]
    private static partial Regex LooksLikeTime();
}
