using System.Globalization;
using System.Text;
using Twin.Cli.Input;
using Twin.Cli.Input.Formats;

namespace Twin.Cli.Commands;

/// <summary>An inspection for people: what it is, its columns, a curve, what is odd, and how to use it.</summary>
internal sealed class InspectText(FileInspection found)
{
    private const int MostPlaces = 5;
    private const int LineWidth = 24;
    private const int AreaWidth = 72;
    private const int AreaRows = 6;
    private const int LongestName = 30;
    private const int LongestUnit = 8;
    private const int PageWidth = 120;

    // What such files are opened for, most sought first: that column gets the large curve.
    private static readonly Measurand[] Sought =
    [
        Measurand.AirTemperature, Measurand.WaterTemperature, Measurand.Discharge, Measurand.WaterLevel, Measurand.Price, Measurand.Carbon,
        Measurand.GlobalIrradiance, Measurand.Wind,
    ];

    private readonly StringBuilder text = new();
    private readonly FileTable table = found.Table;

    /// <summary>The whole text.</summary>
    public string Write()
    {
        text.Append(FaultText.Printable(table.Source.File, 4096)).Append('\n');
        Facts();
        Columns();
        Plot();
        Odd();
        Use();
        return text.ToString();
    }

    /// <summary>A number with as many decimals as a reader can use.</summary>
    public static string Number(double value) => double.IsNaN(value) ? "-" : Math.Abs(value) switch
    {
        0.0 => "0",
        >= 1.0e9 => value.ToString("G4", CultureInfo.InvariantCulture),
        >= 1000.0 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 100.0 => value.ToString("0.#", CultureInfo.InvariantCulture),
        >= 0.1 => value.ToString("0.##", CultureInfo.InvariantCulture),
        _ => value.ToString("G2", CultureInfo.InvariantCulture),
    };

    /// <summary>A length of time in its largest whole unit.</summary>
    public static string Length(long seconds) => seconds switch
    {
        >= 86_400 when seconds % 86_400 == 0 => Count(seconds / 86_400) + " d",
        >= 3600 when seconds % 3600 == 0 => Count(seconds / 3600) + " h",
        >= 60 when seconds % 60 == 0 => Count(seconds / 60) + " min",
        _ => Count(seconds) + " s",
    };

    /// <summary>A length of time in days, hours, minutes and seconds.</summary>
    public static string Span(long seconds)
    {
        (long Count, string Unit)[] parts =
            [(seconds / 86_400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s")];
        string text = string.Join(' ', parts.Where(static part => part.Count > 0)
            .Select(static part => $"{Count(part.Count)} {part.Unit}"));
        return text.Length > 0 ? text : "0 s";
    }

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private void Facts()
    {
        string packing = (table.Source.IsGzip ? ", gzip" : "") + (table.Source.HasBom ? ", begins with a byte order mark" : "")
            + (table.Source.IsUtf8 ? "" : ", " + table.Source.EncodingName);
        Fact("format", $"{table.Format.Name}: {table.Format.Title}{packing}");
        if (table.Position is { } at)
        {
            string height = at.ElevationM is { } elevationM ? $", {Number(elevationM)} m" : string.Empty;
            Fact("place", $"{Degrees(at.LatitudeDeg, "N", "S")}, {Degrees(at.LongitudeDeg, "E", "W")}{height}");
        }

        long lengthS = found.UntilUnixS - found.FromUnixS;
        string typical = table.IsTypical ? ", a typical year of no date, in its own hours" : string.Empty;
        Fact("period", $"{Time(found.FromUnixS)} to {Time(found.UntilUnixS)}, {Span(lengthS)}{typical}");
        Fact("zone", found.ZoneIsOpen ? "not stated: times are shown as written, and a scenario must say \"zone: ...\"" : table.ZoneText);
        Fact("interval", $"{Length(table.IntervalS)}; a stamp names {table.StampText}");
        string twice = found.Duplicates.Count switch { 0 => "no stamp", 1 => "1 stamp", var count => Count(count) + " stamps" };
        Fact("rows", $"{Count(table.Lines.Length)}; {GapCount()}, {twice} twice");
        if (table.Sun is { } sun)
        {
            Fact("sun", sun.Text);
        }

        foreach (string note in table.Notes)
        {
            Fact("note", note);
        }

        if (found.HasDecimalCommas)
        {
            Fact("note", "numbers have a decimal comma; a scenario must say \"decimal: comma\"");
        }

        if (found.Words.Any())
        {
            Fact("note", $"columns of words, not looked at: {string.Join(", ", found.Words.Select(static column => column.Name))}");
        }
    }

    private string GapCount() => found.Gaps.Count switch
    {
        0 => "no gap",
        1 => $"1 gap of {Count(found.Gaps[0].Count)}",
        _ => $"{Count(found.Gaps.Count)} gaps with {Count(found.Gaps.Sum(static gap => gap.Count))} missing",
    };

    private void Fact(string name, string value) =>
        text.Append("  ").Append(name.PadRight(10)).Append(Wrapped(FaultText.Printable(value, 400), 12)).Append('\n');

    // Breaks at blanks; a word longer than a line stays whole.
    private static string Wrapped(string text, int indent)
    {
        var wrapped = new StringBuilder();
        int column = indent;
        foreach ((int i, string word) in text.Split(' ').Index())
        {
            bool fits = i == 0 || column + 1 + word.Length <= PageWidth;
            wrapped.Append(i == 0 ? "" : fits ? " " : "\n" + new string(' ', indent)).Append(word);
            column = i == 0 ? indent + word.Length : fits ? column + 1 + word.Length : indent + word.Length;
        }

        return wrapped.ToString();
    }

    private void Columns()
    {
        List<string[]> rows = [["column", "unit", "min", "mean", "max", "empty", "means from begin to end"]];
        foreach (ColumnInspection column in found.Columns)
        {
            string name = FaultText.Printable(column.Column.Name, LongestName);
            string unit = column.Column.Unit ?? (column.Column.LikelyUnit is { } likely ? likely + "?" : "?");
            rows.Add(
            [
                name, FaultText.Printable(unit, LongestUnit), Number(column.Min), Number(column.Mean), Number(column.Max),
                column.Empty == 0 ? "" : Count(column.Empty),
                column.Count == 0 ? "all missing or out of bounds"
                    : BlockPlot.Line(
                        BlockPlot.Means(table.PlacedUnixS, column.Column.Values, Math.Min(LineWidth, table.PlacedUnixS.Length))),
            ]);
        }

        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(row => row[i].Length))];
        text.Append('\n');
        foreach (string[] row in rows)
        {
            IEnumerable<string> cells = row.Select((cell, i) => i is 0 or 1 or 6 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]));
            text.Append("  ").Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }

        if (found.Columns.Any(static column => column.Column.Unit is null && column.Column.LikelyUnit is not null))
        {
            text.Append("  unit? is what the name hints at; a scenario says \"unit: ...\"\n");
        }
    }

    // The column that most people open such a file for.
    private void Plot()
    {
        ColumnInspection? main = found.Columns.Where(static column => column.Count > 1)
            .OrderBy(static column => Array.IndexOf(Sought, column.Column.Measures) is var place and >= 0 ? place : Sought.Length)
            .FirstOrDefault();
        if (main is null)
        {
            return;
        }

        int width = Math.Min(AreaWidth, table.PlacedUnixS.Length);
        double[] means = BlockPlot.Means(table.PlacedUnixS, main.Column.Values, width);
        (double low, double high) = BlockPlot.Bounds(means);
        string[] labels = new string[AreaRows];
        Array.Fill(labels, string.Empty);
        labels[^1] = Number(low);
        labels[0] = high > low ? Number(high) : string.Empty;
        int labelWidth = labels.Max(static label => label.Length);
        string unit = main.Column.Unit ?? main.Column.LikelyUnit ?? "";
        text.Append('\n').Append("  ").Append(main.Column.Name).Append(unit.Length > 0 ? $" [{unit}]" : "").Append(", means of ")
            .Append(About((found.UntilUnixS - found.FromUnixS) / (double)width)).Append('\n');
        foreach ((int i, string line) in BlockPlot.Area(means, AreaRows).Index())
        {
            text.Append("  ").Append(labels[i].PadLeft(labelWidth)).Append(" │").Append(line).Append('\n');
        }

        string begin = Time(found.FromUnixS), end = Time(found.UntilUnixS);
        text.Append("  ").Append(' ', labelWidth).Append(" └");
        text.Append(begin).Append(' ', Math.Max(1, width - begin.Length - end.Length)).Append(end).Append('\n');
    }

    private void Odd()
    {
        List<string> lines = [];
        lines.AddRange(found.Gaps.Take(MostPlaces).Select(gap => $"gap     {Told(gap)}, behind line {Plain(gap.Line)}"));
        More(lines, found.Gaps.Count, "gaps");
        foreach (ColumnInspection column in found.Columns.Where(static column => column.Gaps.Count > 0))
        {
            string name = FaultText.Printable(column.Column.Name);
            lines.AddRange(column.Gaps.Take(MostPlaces)
                .Select(gap => $"gap     {Told(gap)} in column {name}, behind line {Plain(gap.Line)}"));
            More(lines, column.Gaps.Count, $"gaps in column {name}");
        }

        lines.AddRange(found.Duplicates.Take(MostPlaces)
            .Select(row => $"twice   {Time(table.PlacedUnixS[row])}, again in line {Plain(table.Lines[row])}"));
        More(lines, found.Duplicates.Count, "stamps twice");
        lines.AddRange(found.Checks.Where(static check => !(check.IsFine && check.IsRange)).OrderBy(static check => check.IsFine)
            .Select(static check => $"{(check.IsFine ? "ok      " : "look at ")}{FaultText.Printable(check.Name)}: {check.Text}"));
        string[] within = [.. found.Checks.Where(static check => check.IsFine && check.IsRange)
            .Select(static check => FaultText.Printable(check.Name))];
        if (within.Length > 0)
        {
            lines.Add($"ok      within wide bounds: {string.Join(", ", within)}");
        }

        if (lines.Count > 0)
        {
            text.Append("\n  ").Append(string.Join("\n  ", lines.Select(static line => Wrapped(line, 10)))).Append('\n');
        }
    }

    private static void More(List<string> lines, int count, string what)
    {
        if (count > MostPlaces)
        {
            lines.Add($"        {Count(count - MostPlaces)} more {what}");
        }
    }

    private void Use()
    {
        IReadOnlyList<string> uses = InspectUses.Of(found);
        if (uses.Count == 0 && table.Columns.Any(static column => column.Measures == Measurand.WaterLevel))
        {
            text.Append("\n  a scenario has no place for a level: discharge follows from it by the rating of the gauge, ")
                .Append("which is not in the file\n");
        }

        foreach ((int i, string line) in uses.Index())
        {
            text.Append(i == 0 ? "\n  in a scenario\n" : "").Append("    ")
                .Append(Wrapped(FaultText.Printable(line, 400), 6)).Append('\n');
        }
    }

    private static string About(double seconds) => seconds switch
    {
        >= 172_800.0 => Number(Math.Round(seconds / 86_400.0, 1)) + " d",
        >= 7200.0 => Number(Math.Round(seconds / 3600.0, 1)) + " h",
        _ => Number(Math.Round(seconds / 60.0, 1)) + " min",
    };

    private string Told(FileGap gap) => gap.Count == 1
        ? $"1 sample missing: {Time(gap.FirstUnixS)}"
        : $"{Count(gap.Count)} samples missing: {Time(gap.FirstUnixS)} to {Time(gap.LastUnixS)}";

    private string Time(long unixS)
    {
        unixS += table.IsTypical ? table.TypicalZoneS : 0;
        string form = table.IsTypical ? "MM-dd HH:mm" : found.ZoneIsOpen ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm'Z'";
        form = unixS % 60 == 0 ? form : form.Replace("mm", "mm:ss", StringComparison.Ordinal);
        return table.HasOrigin
            ? DateTimeOffset.FromUnixTimeSeconds(unixS).ToString(form, CultureInfo.InvariantCulture)
            : Span(unixS);
    }

    private static string Degrees(double degrees, string positive, string negative) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(degrees):0.####} deg {(degrees < 0.0 ? negative : positive)}");
}
