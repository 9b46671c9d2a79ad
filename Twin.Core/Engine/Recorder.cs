using Twin.Core.Results;

namespace Twin.Core.Engine;

/// <summary>Gathers the steps of an output interval into one row.</summary>
internal sealed class Recorder
{
    private readonly ColumnReader[] readers;
    private readonly Statistic[] statistics;
    private readonly double[] gathered;
    private readonly int stepsPerRow;
    private int inRow;

    public Recorder(ColumnSet columns, int stepsPerRow)
    {
        readers = columns.Readers();
        statistics = [.. columns.Columns.Select(c => c.Statistic)];
        gathered = new double[readers.Length];
        this.stepsPerRow = stepsPerRow;
    }

    /// <summary>The row; whole when <see cref="Add"/> has just said so.</summary>
    public ReadOnlySpan<double> Row => gathered;

    /// <summary>Adds a step.</summary>
    /// <returns>Whether the row is whole.</returns>
    public bool Add(Moment moment)
    {
        if (inRow == 0)
        {
            Begin(moment);
        }
        else
        {
            GoOn(moment);
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

    private void Begin(Moment moment)
    {
        for (int i = 0; i < readers.Length; i++)
        {
            gathered[i] = readers[i](moment);
        }
    }

    private void GoOn(Moment moment)
    {
        for (int i = 0; i < readers.Length; i++)
        {
            double value = readers[i](moment);
            gathered[i] = statistics[i] switch
            {
                Statistic.Mean => gathered[i] + value,
                Statistic.Max => Math.Max(gathered[i], value),
                _ => gathered[i],
            };
        }
    }
}
