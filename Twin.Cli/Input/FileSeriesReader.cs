using System.Globalization;
using Twin.Cli.Input.Formats;
using Twin.Core.Series;

namespace Twin.Cli.Input;

/// <summary>Takes one column of a data file as a series and holds it against what the scenario promises about it.</summary>
/// <remarks>
/// Rows are placed by their stamps and never by their number: a file that lost two hours in March must not shift the rest
/// of the year. Whatever is missing, twice or out of order is told; nothing is repaired that the scenario did not ask for.
/// </remarks>
internal static class FileSeriesReader
{
    /// <summary>Reads a column.</summary>
    /// <param name="request">Which one, and what is said about it.</param>
    /// <param name="shelf">Files read before; null to read anew.</param>
    /// <returns>The column, or every fault that was found in it.</returns>
    public static FileSeriesResult Read(FileSeriesRequest request, FileShelf? shelf = null)
    {
        FileTable? table = (shelf ?? new FileShelf(new SharedInputs())).Table(request, out FileFaults ofFile, out bool isNew);
        if (table is null || (ofFile.Any && table.StampsUnixS.Length == 0))
        {
            return new(null, isNew ? ofFile.ToList(request.Path, request.DeclaredAt) : []);
        }

        FileFaults faults = new(request.File);
        if (Column(request, table, faults) is not { } column)
        {
            return new(null, All(request, isNew ? ofFile : null, null, faults));
        }

        string? unit = request.Unit ?? column.Unit;
        if (unit is null)
        {
            string likely = column.LikelyUnit ?? "...";
            faults.AtFile(
                "IT0201", "missing unit", $"column '{column.Name}' without a unit",
                $"\"unit: {likely}\" in the scenario, or \"{column.Name} [{column.LikelyUnit ?? "unit"}]\" in the header of the file");
        }

        bool holds = !ofFile.Any && !column.Faults.Any;
        if (holds && table.IsTypical && !request.RepeatCalendar)
        {
            // Of the file, not of its columns: who names a whole weather file wants to hear it once.
            FileFaults once = new(request.File);
            once.AtFile(
                "IT0308", "typical year", $"a year put together out of several in {request.File}, of no date",
                "\"calendar: repeat\", which lays it onto the run by month, day and hour");
            return new(null, isNew ? once.ToList(request.Path, request.DeclaredAt) : []);
        }

        FileSeries? series = holds ? Build(request, table, column, unit ?? string.Empty, faults) : null;
        List<Fault> all = All(request, isNew ? ofFile : null, column, faults);
        return new(all.Count == 0 && holds ? series : null, all);
    }

    private static List<Fault> All(FileSeriesRequest request, FileFaults? ofFile, FileColumn? column, FileFaults faults)
    {
        FileFaults?[] sources = [faults, ofFile, column?.Faults];
        IEnumerable<Fault> all = sources.OfType<FileFaults>().SelectMany(source => source.ToList(request.Path, request.DeclaredAt));
        return [.. all.OrderBy(fault => fault.Place.File == request.File ? fault.Place.Line : -1)]; // the sort keeps the order of equals
    }

    private static FileColumn? Column(FileSeriesRequest request, FileTable table, FileFaults faults)
    {
        if (!table.HasOrigin)
        {
            faults.AtFile(
                "IT0308", "no date", $"times since the begin of {request.File}, whenever that was",
                "\"; UnixStartTime: ...\" in the header of the file");
            return null;
        }

        string[] names = [.. table.Columns.Select(static column => column.Name)];
        if (request.Column is { } name)
        {
            FileColumn[] named = [.. table.Columns.Where(column => column.Name == name)];
            if (named.Length == 1)
            {
                return named[0];
            }

            if (named.Length == 0)
            {
                faults.AtFile("IT0302", "missing column", $"no column '{name}' in {request.File}", OneOf(names), Nearest.Of(name, names));
                return null;
            }

            faults.AtFile(
                "IT0302", "ambiguous column", $"{Text(named.Length)} columns with the name '{name}' in {request.File}",
                "one column of that name: another name in the header for each of the others");
            return null;
        }

        FileColumn? measured = table.Format is CsvFormat ? null : table.Columns.FirstOrDefault(column => column.Measures == request.Asked);
        measured ??= request.Asked == Measurand.WetBulb ? WetBulbColumn.Of(table) : null;
        if (measured is null || request.Asked == Measurand.Other)
        {
            string what = table.Format is CsvFormat ? "no \"column\", and a plain csv does not say which one is meant"
                : $"no {MeasurandText.Name(request.Asked)}";
            faults.AtFile("IT0302", "missing column", $"{what} in {request.File}", "\"column: ...\" with " + OneOf(names));
            return null;
        }

        return measured;
    }

    private static string OneOf(string[] names) => names.Length == 0 ? "a header line" : "one of " + string.Join(", ", names);

    private static FileSeries? Build(FileSeriesRequest request, FileTable table, FileColumn column, string unit, FileFaults faults)
    {
        int[] held = [.. Enumerable.Range(0, column.Values.Length).Where(i => !double.IsNaN(column.Values[i]))];
        if (column.Values.Length < 2 || held.Length == 0)
        {
            faults.AtFile(
                "IT0308", "series too short",
                $"{Text(column.Values.Length)} rows with a time, {Text(held.Length)} with a value, in {request.File}",
                "at least two rows, so that their interval is known, and a value");
            return null;
        }

        int intervalS = FileTable.IntervalOf(table.PlacedUnixS);
        long shiftS = (long)Math.Round(column.ShiftS + ShiftS(request.Stamps, intervalS));
        Samples source = new(
            Array.ConvertAll(held, i => table.PlacedUnixS[i] + shiftS), Array.ConvertAll(held, i => column.Values[i]), intervalS);
        IReadOnlyList<Gap> gaps = source.Gaps();
        TellGaps(request, table, column, held, gaps, faults);
        Samples filled = source.Filled(request.Fill);
        FileSeriesStatistics statistics = new(
            source.Count, source.IntervalS, source.TimesUnixS[0], source.TimesUnixS[^1], gaps.Count, gaps.Sum(static g => g.Count),
            gaps.Select(static g => g.LengthS).DefaultIfEmpty().Max(), filled.FilledCount);
        Samples? placed = request.RepeatCalendar ? Repeat(request, table, filled, faults) : filled;
        if (placed is null || faults.Has("IT0307"))
        {
            return null;
        }

        CheckCovers(request, table, placed, faults);
        return new(placed, unit, statistics, request.Between ?? column.Between ?? request.UsualBetween, request.Fill.LongestS)
        {
            Column = column,
            Table = table,
        };
    }

    private static double ShiftS(StampPlace stamps, int intervalS) => stamps switch
    {
        StampPlace.Middle => -intervalS / 2.0,
        StampPlace.End => -intervalS,
        _ => 0.0,
    };

    private static void TellGaps(
        FileSeriesRequest request, FileTable table, FileColumn column, int[] held, IReadOnlyList<Gap> gaps, FileFaults faults)
    {
        long longestS = gaps.Select(static gap => gap.LengthS).DefaultIfEmpty().Max();
        foreach (Gap gap in gaps.Where(gap => request.Fill.Filling == GapFilling.Fault || gap.LengthS > request.Fill.LongestS))
        {
            int line = table.Lines[held[gap.Before]];
            int character = column.Field < 0 ? 1 : table.Source.CharacterOf(line, column.Field, table.Separator);
            faults.AtLine("IT0307", "undeclared gap", line, character, Describe(gap), FillHint(request.Fill, longestS));
        }
    }

    private static Samples? Repeat(FileSeriesRequest request, FileTable table, Samples source, FileFaults faults)
    {
        if (!CalendarRepeat.IsRepeatable(source))
        {
            faults.AtFile(
                "IT0308", "more than a year",
                $"{Span(source.FirstUnixS, source.EndUnixS)} in {request.File}, to be repeated by calendar",
                "each time of the year at most once: a file of one year, or no \"calendar: repeat\"");
            return null;
        }

        // filled once more: where the year's end meets its begin a gap can appear that the file did not have
        return CalendarRepeat.TryMap(source, request.StartUnixS, request.EndUnixS, out Samples? mapped)
            ? mapped.Filled(request.Fill)
            : NotCovered(request, table, source, faults);
    }

    private static Samples? NotCovered(FileSeriesRequest request, FileTable table, Samples source, FileFaults faults)
    {
        string year = table.IsTypical ? $" ({TypicalYear.Standing} stands for no year)" : string.Empty;
        faults.AtFile(
            "IT0308", "series too short",
            $"{Span(source.FirstUnixS, source.EndUnixS)} in {request.File}{year}",
            $"values from {Span(request.StartUnixS, request.EndUnixS)}, the time of the run, or a \"fill\" as long");
        return null;
    }

    private static void CheckCovers(FileSeriesRequest request, FileTable table, Samples samples, FileFaults faults)
    {
        long heldS = request.Fill.LongestS;
        bool covers = samples.FirstUnixS - heldS <= request.StartUnixS && samples.EndUnixS + heldS >= request.EndUnixS;
        // gaps of a file are told above; those here come from a year with missing days and matter only within the run
        bool whole = !samples.Gaps().Any(gap => gap.FirstUnixS < request.EndUnixS && gap.FirstUnixS + gap.LengthS > request.StartUnixS);
        if (!covers || (request.RepeatCalendar && !whole))
        {
            NotCovered(request, table, samples, faults);
        }
    }

    private static string Describe(Gap gap) => gap.Count == 1
        ? $"1 sample missing after this row: {TableOrder.Stamp(gap.FirstUnixS)}"
        : $"{Text(gap.Count)} samples missing after this row: {TableOrder.Stamp(gap.FirstUnixS)} to {TableOrder.Stamp(gap.LastUnixS)}";

    // The longest gap of the file is named at each of them: who follows the advice once is done.
    private static string FillHint(GapRule rule, long longestS)
    {
        string length = Hours(longestS);
        string wanted = $"\"fill: {{ linear: {length} }}\" or \"fill: {{ hold: {length} }}\" in the scenario, which covers the longest";
        return rule.Filling == GapFilling.Fault
            ? $"no gap, or {wanted}"
            : $"gaps of at most {Hours(rule.LongestS)}, as the scenario says, or {wanted}";
    }

    private static string Span(long fromUnixS, long toUnixS) => $"{TableOrder.Stamp(fromUnixS)} to {TableOrder.Stamp(toUnixS)}";

    private static string Hours(long seconds) =>
        seconds % 3600 == 0 ? Text(seconds / 3600) + " h" : seconds % 60 == 0 ? Text(seconds / 60) + " min" : Text(seconds) + " s";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
