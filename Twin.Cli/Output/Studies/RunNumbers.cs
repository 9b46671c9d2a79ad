using Twin.Cli.Input;
using Twin.Cli.Input.Studies;
using Twin.Core.Engine;
using Twin.Core.Results;
using Twin.Core.Studies;

namespace Twin.Cli.Output.Studies;

/// <summary>Makes the numbers of a study out of what a run hands out.</summary>
internal sealed class RunNumbers
{
    private const double DayS = 86_400.0;
    private const double YearS = 365.0 * DayS;
    private const double LeapYearS = 366.0 * DayS;

    private readonly IReadOnlyList<StudyOutcome> columns;
    private readonly StudyCosts? costs;
    private readonly IReadOnlyList<string>[] groups; // of the columns that read any, then of the cost items that do
    private readonly int[] groupOfColumn;
    private readonly int[] groupOfItem;

    /// <summary>Takes what is wanted.</summary>
    /// <param name="columns">Columns of the table.</param>
    /// <param name="costs">Prices behind capex and yearly cost; null where the study states none.</param>
    public RunNumbers(IReadOnlyList<StudyOutcome> columns, StudyCosts? costs)
    {
        this.columns = columns;
        this.costs = costs;
        List<IReadOnlyList<string>> found = [];
        int Group(bool isRead, IReadOnlyList<string> names)
        {
            if (!isRead)
            {
                return -1;
            }

            found.Add(names);
            return found.Count - 1;
        }

        groupOfColumn = [.. columns.Select(column => Group(
            column.Kind is OutcomeKind.Largest or OutcomeKind.Smallest or OutcomeKind.Mean or OutcomeKind.Integral, column.Sources))];
        groupOfItem = [.. (costs?.Items ?? []).Select(item => Group(item.Path is null, item.Columns))];
        groups = [.. found];
    }

    /// <summary>Something that meters the rows of one run.</summary>
    public ColumnMeter NewMeter() => new(groups);

    /// <summary>The numbers of a finished run, one for each column; NaN where one is not defined.</summary>
    /// <param name="outcome">Key figures and violations.</param>
    /// <param name="meter">What has metered its rows.</param>
    /// <param name="tree">The resolved scenario.</param>
    /// <param name="lengthS">Length of the run [s].</param>
    public double[] Of(RunOutcome outcome, ColumnMeter meter, Mapping tree, double lengthS)
    {
        double[] itemsEur = [.. (costs?.Items ?? []).Select((item, i) => item.EachEur * Amount(item, groupOfItem[i], meter, tree))];
        double[] numbers = new double[columns.Count];
        for (int i = 0; i < numbers.Length; i++)
        {
            StudyOutcome column = columns[i];
            double inside = column.Kind switch
            {
                OutcomeKind.KeyFigure => Figure(outcome.KeyFigures, column.Sources[0]),
                OutcomeKind.Largest => meter.Largest(groupOfColumn[i]),
                OutcomeKind.Smallest => meter.Smallest(groupOfColumn[i]),
                OutcomeKind.Mean => meter.Mean(groupOfColumn[i]),
                OutcomeKind.Integral => meter.Integral(groupOfColumn[i]),
                OutcomeKind.ViolationHours => outcome.Violations.Where(v => v.Limit == column.Sources[0]).Sum(v => v.BoundH),
                OutcomeKind.Capex => costs is null ? double.NaN : itemsEur.Sum(),
                _ => costs is null ? double.NaN : YearlyCostEur(outcome.KeyFigures, costs, itemsEur, lengthS),
            };
            double number = inside * column.PerInside;
            numbers[i] = double.IsFinite(number) ? number : double.NaN; // the one sign for "not defined" that every file can carry
        }

        return numbers;
    }

    /// <summary>What turns the sums of a run into those of a year [1]: nothing for a year, leap or not, else 365 days over it.</summary>
    /// <param name="lengthS">Length of the run [s].</param>
    public static double PerYear(double lengthS) => lengthS is YearS or LeapYearS ? 1.0 : YearS / lengthS;

    private static double Figure(IReadOnlyList<KeyFigure> figures, string name)
    {
        foreach (KeyFigure figure in figures)
        {
            if (figure.Name == name)
            {
                return figure.Value ?? double.NaN;
            }
        }

        return double.NaN;
    }

    // A part that this variant of the plant does not have costs nothing.
    private static double Amount(StudyCostItem item, int group, ColumnMeter meter, Mapping tree) =>
        item.Path is not null ? ResolvedValue.Inside(tree, item.Path) ?? 0.0
        : double.IsNaN(meter.Largest(group)) ? 0.0
        : meter.Largest(group);

    private static double YearlyCostEur(IReadOnlyList<KeyFigure> figures, StudyCosts costs, double[] itemsEur, double lengthS)
    {
        double capital = costs.Items.Select((item, i) => itemsEur[i] * Annuity.Factor(costs.DiscountRate, item.LifeYears)).Sum();
        double running = Figure(figures, "energy_cost")
            - Figure(figures, "heat_revenue")
            + Figure(figures, "throttled_gpu_hours") * costs.GpuHourEur;
        return capital + running * PerYear(lengthS);
    }
}
