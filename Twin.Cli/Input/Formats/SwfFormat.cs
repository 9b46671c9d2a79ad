using System.Globalization;
using Twin.Core.Series;
using Twin.Core.Time;

namespace Twin.Cli.Input.Formats;

/// <summary>A log of jobs in the standard workload format, as a series of how many processors were asked for by what ran.</summary>
/// <remarks>
/// Source: D. Feitelson, Parallel Workloads Archive, "The Standard Workload Format" version 2.2. Times are seconds since the begin of
/// the log; UnixStartTime in the header says when that was.
/// </remarks>
internal sealed class SwfFormat : IFormat
{
    private const int Fields = 18;
    private const int MostIntervals = 120_000;
    private const double LongestS = 100.0 * 366.0 * 86_400.0;
    private static readonly int[] Intervals = [60, 300, 900, 3600, 21_600, 86_400];

    private readonly record struct Job(double StartS, double EndS, double Processors);

    /// <inheritdoc/>
    public string Name => "swf";

    /// <inheritdoc/>
    public string Title => "job log in the standard workload format";

    /// <inheritdoc/>
    public bool Recognises(IReadOnlyList<string> head) => NumbersIn(head) == Fields;

    /// <summary>What is to be said about a file that looks like a log of jobs and is none; empty for others.</summary>
    public static string Hint(IReadOnlyList<string> head) => NumbersIn(head) is > Fields / 2 and not Fields and var count
        ? string.Create(CultureInfo.InvariantCulture, $"; rows of numbers between blanks are swf, which has {Fields} of them, not {count}")
        : string.Empty;

    private static int NumbersIn(IReadOnlyList<string> head)
    {
        string? first = head.FirstOrDefault(static line => line.Trim() is { Length: > 0 } and not [';', ..]);
        string[] cells = first?.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries) ?? [];
        return cells.All(static cell => WeatherColumns.Number(cell) is not null) ? cells.Length : 0;
    }

    /// <inheritdoc/>
    public FileTable? Read(TextSource source, FileWishes wishes, FileFaults faults)
    {
        var cells = new BlankRows(source, 1);
        var rows = new TableRows(source, cells, faults) { FieldsBy = "as the format has them" };
        IReadOnlyList<FileColumn> fields =
            rows.Read(Fields, mayHaveMore: false, static (IRows _, out long unixS) => (unixS = 0) == 0, Plans());
        foreach (FileColumn field in fields)
        {
            foreach (Fault fault in field.Faults.ToList())
            {
                faults.AtLine(fault.Code, fault.Title, fault.Place.Line, fault.Place.Column, fault.Found, fault.Expected);
            }
        }

        if (faults.Any)
        {
            return null;
        }

        Job[] jobs = [.. Jobs(fields).Where(static job => job.EndS > job.StartS && job.Processors > 0.0)];
        if (jobs.Length == 0)
        {
            faults.AtFile(
                "IT0308", "no jobs", $"{source.File}: {rows.Lines.Length} lines, of which none ran on a processor",
                "jobs with run time and processors");
            return null;
        }

        double startUnixS = WeatherColumns.After(source.Head, "UnixStartTime:") ?? 0.0;
        (double firstS, double lastS) = (jobs.Min(static job => job.StartS), jobs.Max(static job => job.EndS));
        if (firstS < 0.0 || startUnixS < 0.0 || lastS + startUnixS > SiteCalendar.EndUnixS || lastS - firstS > LongestS)
        {
            faults.AtFile(
                "IT0308", "times beyond belief", $"{source.File}: jobs from {Text(firstS)} s to {Text(lastS)} s after the begin of the log",
                "times of a log of at most a hundred years, in seconds from zero on");
            return null;
        }

        return Table(source, jobs, rows.Lines.Length, IsSorted(fields));
    }

    private static ColumnPlan[] Plans() =>
    [
        new(1, "submit", Measurand.Other, "s"), new(2, "wait", Measurand.Other, "s"), new(3, "run", Measurand.Other, "s"),
        new(4, "allocated", Measurand.Other, null), new(7, "requested", Measurand.Other, null),
    ];

    private static IEnumerable<Job> Jobs(IReadOnlyList<FileColumn> fields)
    {
        (double[] submit, double[] wait, double[] run) = (fields[0].Values, fields[1].Values, fields[2].Values);
        (double[] allocated, double[] requested) = (fields[3].Values, fields[4].Values);
        for (int i = 0; i < submit.Length; i++)
        {
            double startS = submit[i] + Math.Max(0.0, wait[i]); // -1 stands for unknown
            yield return new(startS, startS + run[i], requested[i] > 0.0 ? requested[i] : allocated[i]);
        }
    }

    private static bool IsSorted(IReadOnlyList<FileColumn> fields) =>
        fields[0].Values.Zip(fields[0].Values.Skip(1)).All(static p => p.First <= p.Second);

    private FileTable Table(TextSource source, Job[] jobs, int lines, bool isSorted)
    {
        double firstS = jobs.Min(static job => job.StartS), lastS = jobs.Max(static job => job.EndS);
        int intervalS = Intervals.FirstOrDefault(interval => (lastS - firstS) / interval < MostIntervals, Intervals[^1]);
        double? unixStart = WeatherColumns.After(source.Head, "UnixStartTime:");
        long originUnixS = (long)(unixStart ?? 0.0);
        long begin = (long)Math.Floor((firstS + originUnixS) / intervalS);
        int count = (int)(Math.Ceiling((lastS + originUnixS) / intervalS) - begin);
        double[] busy = Busy(jobs, intervalS, begin * intervalS - originUnixS, count);
        double peak = busy.Max();
        double? stated = WeatherColumns.After(source.Head, "MaxProcs:") ?? WeatherColumns.After(source.Head, "MaxNodes:");
        double whole = stated is > 0.0 ? stated.Value : peak;
        double askedH = jobs.Sum(static job => (job.EndS - job.StartS) * job.Processors) / 3600.0;
        var none = new FileFaults(source.File);
        string N(double number) => number.ToString("N0", CultureInfo.InvariantCulture);
        return new FileTable(this, source)
        {
            StampsUnixS = [.. Enumerable.Range(0, busy.Length).Select(k => (begin + k) * intervalS)],
            Lines = new int[busy.Length],
            Separator = TextSource.Blanks,
            Columns =
            [
                new("processors", Measurand.Other, "1", busy) { Between = Between.Mean, Faults = none },
                new("utilisation", Measurand.Utilisation, "1", [.. busy.Select(b => b / whole)]) { Between = Between.Mean, Faults = none },
            ],
            ZoneText = unixStart is null ? "none: seconds since the begin of the log" : "UTC, by UnixStartTime",
            StampText = "the begin of its interval",
            HasOrigin = unixStart is not null,
            IntervalS = intervalS,
            Notes =
            [
                $"{N(jobs.Length)} jobs of {N(lines)} lines ran, {N(askedH)} processor-hours asked for",
                stated is > 0.0 ? $"utilisation is counted on {N(whole)} processors, as the header says"
                    : $"utilisation is counted on the peak, {N(whole)} processors: the header names no MaxProcs",
                .. isSorted ? Array.Empty<string>() : ["the lines are not in the order of time; a log of jobs need not be"],
            ],
        };
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Mean number of processors at work in each interval, every job spread exactly over those it touches.</summary>
    /// <remarks>Work is booked at the two ends of a job only, so that long jobs cost no more than short ones.</remarks>
    private static double[] Busy(Job[] jobs, int intervalS, double originS, int count)
    {
        double[] ends = new double[Math.Max(count, 2) + 1]; // what begins and ends within an interval, for that interval alone
        double[] changes = new double[ends.Length]; // what changes from its begin on
        foreach (Job job in jobs)
        {
            Book(job.StartS, job.Processors);
            Book(job.EndS, -job.Processors);
        }

        double[] busy = new double[ends.Length - 1];
        double running = 0.0;
        for (int k = 0; k < busy.Length; k++)
        {
            running += changes[k];
            busy[k] = Math.Max(0.0, running + ends[k]); // sums of whole processors may miss zero by a hair
        }

        return busy;

        // From an instant on so many more: a part of its own interval, all of the later ones.
        void Book(double atS, double processors)
        {
            double position = (atS - originS) / intervalS;
            int k = Math.Clamp((int)position, 0, ends.Length - 2);
            ends[k] += processors * (k + 1.0 - position);
            changes[k + 1] += processors;
        }
    }
}
