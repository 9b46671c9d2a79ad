using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Twin.Cli.Input;
using Twin.Cli.Input.Formats;
using Twin.Cli.Output;

namespace Twin.Cli.Commands;

/// <summary>An inspection for programs; the same fields, and all gaps instead of the first ones.</summary>
internal static class InspectJson
{
    private static readonly JsonWriterOptions Options =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A file that can be used.</summary>
    public static string Write(FileInspection found) => Text(json =>
    {
        Facts(json, found);
        json.WriteStartArray("columns");
        foreach (ColumnInspection column in found.Columns)
        {
            Column(json, column);
        }

        json.WriteEndArray();
        Gaps(json, "gaps", found.Gaps);
        json.WriteStartArray("duplicates");
        foreach (int row in found.Duplicates)
        {
            json.WriteStartObject();
            json.WriteString("time", UtcText.Of(found.Table.PlacedUnixS[row]));
            json.WriteNumber("line", found.Table.Lines[row]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Checks(json, found.Checks);
        json.WriteTexts("uses", InspectUses.Of(found));
    });

    /// <summary>A file that cannot.</summary>
    public static string Write(string file, IReadOnlyList<Fault> faults) => Text(json =>
    {
        json.WriteString("file", file);
        json.WriteBoolean("valid", false);
        json.WriteStartArray("faults");
        foreach (Fault fault in faults)
        {
            FaultText.WriteJson(json, fault);
        }

        json.WriteEndArray();
    });

    private static string Text(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Facts(Utf8JsonWriter json, FileInspection found)
    {
        FileTable table = found.Table;
        json.WriteString("file", table.Source.File);
        json.WriteBoolean("valid", true);
        json.WriteString("format", table.Format.Name);
        json.WriteBoolean("gzip", table.Source.IsGzip);
        json.WriteBoolean("byte_order_mark", table.Source.HasBom);
        json.WriteString("from", UtcText.Of(found.FromUnixS));
        json.WriteString("until", UtcText.Of(found.UntilUnixS));
        json.WriteBoolean("typical_year", table.IsTypical);
        json.WriteBoolean("zone_is_open", found.ZoneIsOpen);
        json.WriteString("zone", found.ZoneIsOpen ? null : table.ZoneText);
        json.WriteNumber("zone_correction_s", table.CorrectionS);
        json.WriteNumber("interval_s", table.IntervalS);
        json.WriteString("stamp", table.StampText);
        json.WriteNumber("rows", table.Lines.Length);
        if (table.Position is { } position)
        {
            json.WriteNumber("latitude_deg", position.LatitudeDeg);
            json.WriteNumber("longitude_deg", position.LongitudeDeg);
            json.WriteNumberOrNull("elevation_m", position.ElevationM);
        }

        if (table.Sun is { } sun)
        {
            json.WriteStartObject("sun");
            json.WriteString("test", sun.Test);
            json.WriteString("chosen", sun.Guess.Text);
            json.WriteNumber("offset_s", sun.Guess.OffsetS);
            json.WriteString("doubt", sun.Doubt);
            json.WriteStartArray("tried");
            foreach ((SunGuess guess, double rmsWPerM2) in sun.Tried)
            {
                json.WriteStartObject();
                json.WriteString("guess", guess.Text);
                json.WriteNumber("offset_s", guess.OffsetS);
                json.WriteNumberOrNull("rms_w_m2", rmsWPerM2);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteTexts("notes", table.Notes);
    }

    private static void Column(Utf8JsonWriter json, ColumnInspection column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Column.Name);
        json.WriteString("measures", column.Column.Measures == Measurand.Other ? null : MeasurandText.Name(column.Column.Measures));
        json.WriteString("unit", column.Column.Unit);
        json.WriteString("likely_unit", column.Column.LikelyUnit);
        json.WriteNumber("values", column.Count);
        json.WriteNumber("empty", column.Empty);
        json.WriteNumberOrNull("min", column.Min);
        json.WriteNumberOrNull("mean", column.Mean);
        json.WriteNumberOrNull("max", column.Max);
        Gaps(json, "gaps", column.Gaps);
        json.WriteEndObject();
    }

    private static void Gaps(Utf8JsonWriter json, string name, IReadOnlyList<FileGap> gaps)
    {
        json.WriteStartArray(name);
        foreach (FileGap gap in gaps)
        {
            json.WriteStartObject();
            json.WriteString("first", UtcText.Of(gap.FirstUnixS));
            json.WriteString("last", UtcText.Of(gap.LastUnixS));
            json.WriteNumber("samples", gap.Count);
            json.WriteNumber("behind_line", gap.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Checks(Utf8JsonWriter json, IReadOnlyList<PlausibilityCheck> checks)
    {
        json.WriteStartArray("checks");
        foreach (PlausibilityCheck check in checks)
        {
            json.WriteStartObject();
            json.WriteString("name", check.Name);
            json.WriteBoolean("fine", check.IsFine);
            json.WriteString("text", check.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
