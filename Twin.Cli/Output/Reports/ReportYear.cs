using System.Globalization;
using Twin.Cli.Input;
using Twin.Cli.Output.Plots;
using Twin.Core.Results;
using Twin.Core.Rules;
using Twin.Core.Time;

namespace Twin.Cli.Output.Reports;

/// <summary>A calendar year of a run while its rows stream by.</summary>
internal sealed class ReportYear
{
    private readonly int year;
    private readonly SummaryFile summary; // its period cut to the year
    private readonly SiteCalendar calendar;
    private readonly FigureBasis basis;
    private readonly ReportFacts facts;
    private readonly int outputS;
    private readonly bool isDesign;
    private readonly bool isWhole;
    private readonly bool isComplete;
    private readonly double yearFraction;
    private YearRows? rows;
    private double potableM3;
    private TenantBook? tenants;
    private RunSeries? series;

    /// <summary>Cuts a year out of a run.</summary>
    public ReportYear(int year, SummaryFile run, SiteCalendar calendar, FigureBasis basis, ReportFacts facts, int outputS)
    {
        (this.year, this.calendar, this.basis, this.facts, this.outputS) = (year, calendar, basis, facts, outputS);
        long beginUnixS = calendar.BeginUnixS(new DateOnly(year, 1, 1)), endUnixS = calendar.BeginUnixS(new DateOnly(year + 1, 1, 1));
        long fromUnixS = Math.Max(run.StartUnixS, beginUnixS), toUnixS = Math.Min(run.EndUnixS, endUnixS);

        // What a plant does before its first day is no operation: the year of the start begins with it.
        long startUnixS = facts.Facts.StartOfOperation is { } day ? calendar.BeginUnixS(day) : beginUnixS;
        isDesign = startUnixS >= toUnixS;
        long operationUnixS = isDesign ? beginUnixS : Math.Max(startUnixS, beginUnixS);
        fromUnixS = Math.Max(fromUnixS, operationUnixS);
        isWhole = fromUnixS <= beginUnixS && toUnixS >= endUnixS;
        isComplete = fromUnixS <= operationUnixS && toUnixS >= endUnixS;
        yearFraction = isWhole ? 1.0 : (double)(toUnixS - fromUnixS) / (endUnixS - beginUnixS);
        summary = run with { StartUnixS = fromUnixS, EndUnixS = toUnixS };
    }

    /// <summary>Time that the rows cover [s].</summary>
    public long LengthS => summary.EndUnixS - summary.StartUnixS;

    /// <summary>What the pictures are drawn from.</summary>
    public RunSeries Series => series!;

    /// <summary>Whether an interval belongs to the year: by its begin.</summary>
    public bool Holds(long startUnixS) => startUnixS >= summary.StartUnixS && startUnixS < summary.EndUnixS;

    /// <summary>Whether a span has a part in the year.</summary>
    public bool Touches(long startUnixS, long endUnixS) => startUnixS < summary.EndUnixS && endUnixS > summary.StartUnixS;

    /// <summary>Learns the columns of the rows.</summary>
    public void Begin(IReadOnlyList<string> names, IReadOnlyList<Wanted> charts)
    {
        rows = new YearRows(names, outputS, calendar, RiverLimits.Of(facts.Facts.FishRegion));
        tenants = facts.Tenants.Count > 0 ? new TenantBook(facts.Tenants, names, outputS, basis) : null;
        series = RunSeries.Of(summary, names, charts);
    }

    /// <summary>Takes a row.</summary>
    public void Take(long startUnixS, ReadOnlySpan<double> row)
    {
        rows!.Add(startUnixS, row);
        tenants?.Add(startUnixS, row);
        series!.Take(startUnixS, row);
    }

    /// <summary>The year with its figures, after the last row.</summary>
    /// <exception cref="InvalidDataException">No row came.</exception>
    public CentreYear Close()
    {
        if (rows is null || rows.Totals.Rows == 0)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{RunFiles.TimeSeries} has no rows of {year}"));
        }

        var centre = new CentreYear(year, isWhole, isDesign, facts.Facts, YearFigures.Of(rows, basis, facts.Facts, yearFraction))
        {
            From = calendar.At(summary.StartUnixS).Date,
            To = calendar.At(summary.EndUnixS - 1).Date,
            IsComplete = isComplete,
            HasTenants = facts.Tenants.Count > 0,
            HasRiver = facts.HasRiver,
        };
        potableM3 = centre[FigureNames.WaterPotable] ?? 0.0;
        return centre[FigureNames.BackupEnergy] > centre[FigureNames.CentreEnergy]
            ? throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture, $"centre.backup.energy is more than the whole centre used in {year}"))
            : centre;
    }

    /// <summary>The parts of the tenants, and of what none has; empty without tenants.</summary>
    public IReadOnlyList<TenantStatement> Tenants() => tenants?.Parts(potableM3) ?? [];
}
