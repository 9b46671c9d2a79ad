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
        bool first = inRow == 0;
        for (int i = 0; i < readers.Length; i++)
        {
            double value = readers[i](moment);
            gathered[i] = first ? value : statistics[i] switch
            {
                Statistic.Mean => gathered[i] + value,
                Statistic.Max => Math.Max(gathered[i], value),
                _ => gathered[i],
            };
        }

        inRow++;
        if (inRow < stepsPerRow)
        {
            return false;
        }

        inRow = 0;
        for (int i = 0; i < gathered.Length; i++)
        {
            gathered[i] = statistics[i] == Statistic.Mean ? gathered[i] / stepsPerRow : gathered[i];
        }

        return true;
    }
}
