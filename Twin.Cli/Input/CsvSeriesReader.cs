using System.Globalization;
using CsvHelper;
using Twin.Core.Series;
using Twin.Core.Time;

namespace Twin.Cli.Input;

/// <summary>Reads one column of a CSV file as a series and holds it against what the scenario promises about it.</summary>
/// <remarks>
/// Rows are placed by their stamps and never by their number: a file that lost two hours in March must not shift the rest
/// of the year. Whatever is missing, twice or out of order is told; nothing is repaired that the scenario did not ask for.
/// </remarks>
internal static class CsvSeriesReader
{
    /// <summary>Reads a column.</summary>
    /// <returns>The column, or every fault that was found in it.</returns>
    public static CsvSeriesResult Read(CsvSeriesRequest request)
    {
        CsvSeriesFaults faults = new(request);
        CsvZone? zone = request.Zone is null ? null : CsvZone.Parse(request.Zone);
        if (request.Zone is not null && zone is null)
        {
            faults.AtScenario(
                "IT0305", "unknown zone", request.Zone, "UTC, an offset such as +01:00, or an IANA name such as Europe/Berlin",
                Nearest.Of(request.Zone, SiteCalendar.ZoneIds()));
            return new(null, faults.ToList());
        }

        if (ReadRows(request, zone, faults) is not { } rows || faults.Has("IT0302"))
        {
            return new(null, faults.ToList());
        }

        string? unit = request.Unit ?? rows.HeaderUnit;
        if (unit is null)
        {
            faults.AtScenario(
                "IT0201", "missing unit", $"column '{request.Column}' without a unit",
                $"\"unit: ...\" in the scenario, or \"{request.Column} [unit]\" in the header of the file");
        }

        CheckOrder(rows, faults);
        bool timesHold = !faults.Has("IT0304") && !faults.Has("IT0305") && !faults.Has("IT0306");
        CsvSeries? series = timesHold ? Build(request, rows, unit ?? string.Empty, faults) : null;
        return faults.Any ? new(null, faults.ToList()) : new(series, []);
    }

    private static CsvSeriesRows? ReadRows(CsvSeriesRequest request, CsvZone? zone, CsvSeriesFaults faults)
    {
        if (!File.Exists(request.File))
        {
            faults.AtScenario("IT0301", "missing file", $"no file {request.File}", "a CSV file that exists");
            return null;
        }

        try
        {
            return CsvSeriesRows.Read(request, zone, faults);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CsvFormatException)
        {
            faults.AtScenario("IT0301", "unreadable file", $"{request.File}: {e.Message}", "a CSV file that can be read");
            return null;
        }
    }

    private static void CheckOrder(CsvSeriesRows rows, CsvSeriesFaults faults)
    {
        for (int i = 1; i < rows.TimesUnixS.Count; i++)
        {
            long backS = rows.TimesUnixS[i - 1] - rows.TimesUnixS[i];
            if (backS >= 0)
            {
                string title = backS == 0 ? "duplicate time stamp" : "time goes back";
                string what = backS == 0 ? "that of the row before once more" : $"{Text(backS)} s before that of the row before";
                faults.AtLine(
                    "IT0306", title, rows.Lines[i], 1, $"{Stamp(rows.TimesUnixS[i])}, {what}",
                    "stamps that rise from row to row, none twice");
            }
        }
    }

    private static CsvSeries? Build(CsvSeriesRequest request, CsvSeriesRows rows, string unit, CsvSeriesFaults faults)
    {
        int[] held = [.. Enumerable.Range(0, rows.Values.Count).Where(i => !double.IsNaN(rows.Values[i]))];
        if (rows.TimesUnixS.Count < 2 || held.Length == 0)
        {
            faults.AtScenario(
                "IT0308", "series too short", $"{rows.TimesUnixS.Count} rows with a time, {held.Length} with a value, in {request.File}",
                "at least two rows, so that their interval is known, and a value");
            return null;
        }

        Samples source = new(
            Array.ConvertAll(held, i => rows.TimesUnixS[i]), Array.ConvertAll(held, i => rows.Values[i]), Interval(rows.TimesUnixS));
        IReadOnlyList<Gap> gaps = source.Gaps();
        foreach (Gap gap in gaps)
        {
            if (request.Fill.Filling == GapFilling.Fault || gap.LengthS > request.Fill.LongestS)
            {
                faults.AtLine("IT0307", "undeclared gap", rows.Lines[held[gap.Before]], 1, Describe(gap), FillHint(request.Fill, gap));
            }
        }

        Samples filled = source.Filled(request.Fill);
        CsvSeriesStatistics statistics = new(
            source.Count, source.IntervalS, source.TimesUnixS[0], source.TimesUnixS[^1], gaps.Count, gaps.Sum(static g => g.Count),
            gaps.Select(static g => g.LengthS).DefaultIfEmpty().Max(), filled.FilledCount);
        Samples? placed = request.RepeatCalendar ? Repeat(request, filled, faults) : filled;
        if (placed is null || faults.Has("IT0307"))
        {
            return null;
        }

        CheckCovers(request, placed, faults);
        return new(placed, unit, statistics, request.Between, request.Fill.LongestS);
    }

    private static Samples? Repeat(CsvSeriesRequest request, Samples source, CsvSeriesFaults faults)
    {
        if (!CalendarRepeat.IsRepeatable(source))
        {
            faults.AtScenario(
                "IT0308", "more than a year",
                $"{Stamp(source.FirstUnixS)} to {Stamp(source.EndUnixS)} in {request.File}, to be repeated by calendar",
                "each time of the year at most once: a file of one year, or no \"calendar: repeat\"");
            return null;
        }

        // filled once more: where the year's end meets its begin a gap can appear that the file did not have
        return CalendarRepeat.TryMap(source, request.StartUnixS, request.EndUnixS, out Samples? mapped)
            ? mapped.Filled(request.Fill)
            : NotCovered(request, source, faults);
    }

    private static Samples? NotCovered(CsvSeriesRequest request, Samples source, CsvSeriesFaults faults)
    {
        faults.AtScenario(
            "IT0308", "series too short", $"{Stamp(source.FirstUnixS)} to {Stamp(source.EndUnixS)} in {request.File}",
            $"values from {Stamp(request.StartUnixS)} to {Stamp(request.EndUnixS)}, the time of the run, or a \"fill\" as long");
        return null;
    }

    private static void CheckCovers(CsvSeriesRequest request, Samples samples, CsvSeriesFaults faults)
    {
        long heldS = request.Fill.LongestS;
        bool covers = samples.FirstUnixS - heldS <= request.StartUnixS && samples.EndUnixS + heldS >= request.EndUnixS;
        // gaps of a file are told above; those here come from a year with missing days and matter only within the run
        bool whole = !samples.Gaps().Any(gap => gap.FirstUnixS < request.EndUnixS && gap.FirstUnixS + gap.LengthS > request.StartUnixS);
        if (!covers || (request.RepeatCalendar && !whole))
        {
            NotCovered(request, samples, faults);
        }
    }

    /// <summary>Most common distance of two stamps [s]; the shortest of those that are equally common.</summary>
    private static int Interval(List<long> timesUnixS)
    {
        Dictionary<long, int> counts = [];
        for (int i = 1; i < timesUnixS.Count; i++)
        {
            long distanceS = timesUnixS[i] - timesUnixS[i - 1];
            counts[distanceS] = counts.GetValueOrDefault(distanceS) + 1;
        }

        return (int)Math.Min(counts.OrderByDescending(static c => c.Value).ThenBy(static c => c.Key).First().Key, int.MaxValue);
    }

    private static string Describe(Gap gap) => gap.Count == 1
        ? $"1 sample missing after this row: {Stamp(gap.FirstUnixS)}"
        : $"{Text(gap.Count)} samples missing after this row: {Stamp(gap.FirstUnixS)} to {Stamp(gap.LastUnixS)}";

    private static string FillHint(GapRule rule, Gap gap)
    {
        string wanted = $"\"fill: {{ linear: {Hours(gap.LengthS)} }}\" or \"fill: {{ hold: {Hours(gap.LengthS)} }}\" in the scenario";
        return rule.Filling == GapFilling.Fault
            ? $"no gap, or {wanted}"
            : $"gaps of at most {Hours(rule.LongestS)}, as the scenario says, or {wanted}";
    }

    private static string Hours(long seconds) => seconds % 3600 == 0 ? Text(seconds / 3600) + " h" : Text(seconds) + " s";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Stamp(long unixS) =>
        DateTimeOffset.FromUnixTimeSeconds(unixS).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
