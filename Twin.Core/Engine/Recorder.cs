using Twin.Core.Results;

namespace Twin.Core.Engine;

/// <summary>Gathers the steps of an output interval into one row.</summary>
internal sealed class Recorder
{
    private readonly ColumnGroup[] groups;
    private readonly Statistic[] statistics;
    private readonly double[] gathered;
    private readonly double[] step;
    private readonly int stepsPerRow;
    private int inRow;

    public Recorder(ColumnSet columns, int stepsPerRow)
    {
        groups = columns.Groups();
        statistics = [.. columns.Columns.Select(c => c.Statistic)];
        gathered = new double[statistics.Length];
        step = new double[statistics.Length];
        this.stepsPerRow = stepsPerRow;
    }

    /// <summary>The row; whole when <see cref="Add"/> has just said so.</summary>
    public ReadOnlySpan<double> Row => gathered;

    /// <summary>Adds a step.</summary>
    /// <returns>Whether the row is whole.</returns>
    public bool Add(Moment moment)
    {
        Read(moment, inRow == 0 ? gathered : step);
        if (inRow > 0)
        {
            GoOn();
        }

        inRow++;
        if (inRow < stepsPerRow)
        {
            return false;
        }

        inRow = 0;
        for (int i = 0; stepsPerRow > 1 && i < gathered.Length; i++)
        {
            gathered[i] = statistics[i] == Statistic.Mean ? gathered[i] / stepsPerRow : gathered[i];
        }

        return true;
    }

    private void Read(Moment moment, double[] row)
    {
        foreach (ref readonly ColumnGroup group in groups.AsSpan())
        {
            group.Read(moment, row.AsSpan(group.First, group.Count));
        }
    }

    private void GoOn()
    {
        for (int i = 0; i < gathered.Length; i++)
        {
            gathered[i] = statistics[i] switch
            {
                Statistic.Mean => gathered[i] + step[i],
                Statistic.Max => Math.Max(gathered[i], step[i]),
                _ => gathered[i],
            };
        }
    }
}
