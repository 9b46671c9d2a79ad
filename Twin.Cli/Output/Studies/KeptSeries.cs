using Twin.Core.Engine;
using Twin.Core.Results;

namespace Twin.Cli.Output.Studies;

/// <summary>Keeps some columns of a run in a file of their own; a column that its plant does not have is empty.</summary>
internal sealed class KeptSeries : IRowSink, IDisposable
{
    private readonly TimeSeriesFile file;
    private readonly IReadOnlyList<string> names;
    private readonly int[] slots;
    private readonly double[] kept;

    /// <summary>Opens the file.</summary>
    /// <param name="path">Its path; nothing may stand there.</param>
    /// <param name="names">Names of the columns, in the order wanted.</param>
    public KeptSeries(string path, IReadOnlyList<string> names)
    {
        file = new TimeSeriesFile(path);
        this.names = names;
        slots = new int[names.Count];
        kept = new double[names.Count];
    }

    /// <inheritdoc/>
    public void Begin(IReadOnlyList<Column> columns, int outputS)
    {
        for (int i = 0; i < slots.Length; i++)
        {
            slots[i] = columns.Index().FirstOrDefault(column => column.Item.Name == names[i], (-1, null!)).Index;
        }

        file.Begin([.. names.Select(name => new Column(name, string.Empty, Statistic.Mean, string.Empty))], outputS);
    }

    /// <inheritdoc/>
    public void Row(long startUnixS, ReadOnlySpan<double> values)
    {
        for (int i = 0; i < slots.Length; i++)
        {
            kept[i] = slots[i] < 0 ? double.NaN : values[slots[i]];
        }

        file.Row(startUnixS, kept);
    }

    /// <summary>Hands all rows to the disk.</summary>
    public void Finish() => file.Finish();

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
