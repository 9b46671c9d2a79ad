using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Twin.Cli.Input;
using Twin.Cli.Output.Plots;
using Twin.Core.Results;
using Twin.Core.Rules;
using Twin.Core.Time;

namespace Twin.Cli.Output.Reports;

/// <summary>Reads a finished run for a report: its files in one pass, divided into the calendar years of the site.</summary>
internal sealed class ReportReader
{
    private const long DayS = 86_400;
    private readonly string folder;
    private readonly SummaryFile summary;
    private readonly ReportFacts facts;
    private readonly SiteCalendar calendar;
    private readonly FigureBasis basis;
    private readonly int outputS;

    private ReportReader(string folder)
    {
        this.folder = folder;
        summary = SummaryFile.Read(folder);
        facts = ReportFacts.Read(File.ReadAllText(Path.Combine(folder, RunFiles.Scenario)));
        calendar = new SiteCalendar(summary.Zone);
        basis = new FigureBasis(facts.HeatPumpInside ?? true, facts.HasRiver, facts.GuaranteesOfOriginFraction);
        using var columns = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, RunFiles.Columns)));
        outputS = columns.RootElement.GetProperty("interval_s").GetInt32();
    }

    /// <summary>Reads a run.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="years">Calendar years to report; empty for all that it touches.</param>
    /// <param name="charts">What the pictures need of the series.</param>
    /// <param name="cancel">Stops between rows.</param>
    /// <exception cref="InvalidDataException">The folder holds no whole run, or the run touches none of the years.</exception>
    public static IReadOnlyList<ReportSubject> Read(
        string folder, IReadOnlyList<int> years, IEnumerable<Wanted> charts, CancellationToken cancel)
    {
        try
        {
            return new ReportReader(folder).Subjects(years, [.. charts], cancel);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or CsvFormatException
            or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    private List<ReportSubject> Subjects(IReadOnlyList<int> years, IReadOnlyList<Wanted> charts, CancellationToken cancel)
    {
        Manifest manifest = ManifestFile.Read(folder);
        if (!ManifestFile.Vouches(folder, manifest.RunId))
        {
            throw new InvalidDataException($"its files are not the ones {RunFiles.Manifest} names");
        }

        List<ReportYear> periods = Periods(years);
        SeriesRows.Read(
            folder,
            _ => true,
            names => periods.ForEach(period => period.Begin(names, charts)),
            (unixS, row) =>
            {
                cancel.ThrowIfCancellationRequested();
                periods.Find(period => period.Holds(unixS))?.Take(unixS, row);
            });
        List<ViolationRow> violations = ReadViolations();
        return [.. periods.Select(period => Subject(period, manifest, violations))];
    }

    private List<ReportYear> Periods(IReadOnlyList<int> years)
    {
        int first = calendar.At(summary.StartUnixS).Year, last = calendar.At(summary.EndUnixS - 1).Year;
        int[] missing = [.. years.Where(year => year < first || year > last)];
        if (missing.Length > 0)
        {
            throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"the run covers {first}{(last > first ? $" to {last}" : string.Empty)}, not {string.Join(", ", missing)}"));
        }

        List<ReportYear> periods =
        [
            .. Enumerable.Range(first, last - first + 1).Where(year => years.Count == 0 || years.Contains(year))
                .Select(year => new ReportYear(year, summary, calendar, basis, facts, outputS)),
        ];

        // The hour by which a year of UTC reaches into the next one of the site is no year that anybody asks for.
        return years.Count == 0 && periods.Exists(period => period.LengthS >= DayS)
            ? periods.FindAll(period => period.LengthS >= DayS)
            : periods;
    }

    private ReportSubject Subject(ReportYear period, Manifest manifest, List<ViolationRow> violations)
    {
        CentreYear year = period.Close();
        return new(
            period.Series,
            manifest.RunId,
            manifest.EngineVersion,
            year,
            Regimes.Judge(year),
            FieldLists.Of(year),
            period.Tenants(),
            GhgInventory.Of(year),
            facts.Assumptions,
            facts.Entries,
            [.. violations.Where(violation => period.Touches(violation.StartUnixS, violation.EndUnixS))],
            new Evidence(folder, manifest.Inputs, manifest.Results));
    }

    private List<ViolationRow> ReadViolations()
    {
        List<ViolationRow> rows = [];
        using CsvReader csv = CsvReader.FromFile(Path.Combine(folder, RunFiles.Violations));
        List<string> names = [.. csv.Headers];
        double Number(string name) => csv.Parse<double>(names.IndexOf(name), CultureInfo.InvariantCulture);
        string Text(string name) => csv.GetString(names.IndexOf(name));
        while (csv.Read())
        {
            rows.Add(new(
                Text("limit"),
                UtcText.Parse(Text("start_utc")),
                UtcText.Parse(Text("end_utc")),
                Number("bound_h"),
                Number("worst"),
                Number("threshold"),
                Text("unit")));
        }

        return rows;
    }
}
