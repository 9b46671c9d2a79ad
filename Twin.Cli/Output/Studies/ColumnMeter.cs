using Twin.Core.Engine;
using Twin.Core.Results;

namespace Twin.Cli.Output.Studies;

/// <summary>Takes the rows of a run and keeps of some sums of columns the largest, smallest, mean and integral.</summary>
/// <remarks>
/// A column that the plant does not have adds nothing to its sum. An interval in which a column of the sum is not defined is left out.
/// Sums carry what rounding takes from them (Neumaier).
/// </remarks>
internal sealed class ColumnMeter : IRowSink
{
    private readonly IReadOnlyList<IReadOnlyList<string>> groups;
    private readonly int[][] slots;
    private readonly double[] largest;
    private readonly double[] smallest;
    private readonly double[] sums;
    private readonly double[] lost;
    private readonly long[] counts;
    private int outputS;

    /// <summary>Takes the sums.</summary>
    /// <param name="groups">Names of the columns of each sum.</param>
    public ColumnMeter(IReadOnlyList<IReadOnlyList<string>> groups)
    {
        this.groups = groups;
        slots = new int[groups.Count][];
        Array.Fill(slots, []);
        largest = new double[groups.Count];
        smallest = new double[groups.Count];
        Array.Fill(largest, double.NegativeInfinity);
        Array.Fill(smallest, double.PositiveInfinity);
        sums = new double[groups.Count];
        lost = new double[groups.Count];
        counts = new long[groups.Count];
    }

    /// <inheritdoc/>
    public void Begin(IReadOnlyList<Column> columns, int outputS)
    {
        this.outputS = outputS;
        var places = new Dictionary<string, int>(columns.Count, StringComparer.Ordinal);
        for (int i = 0; i < columns.Count; i++)
        {
            places.Add(columns[i].Name, i);
        }

        for (int g = 0; g < slots.Length; g++)
        {
            slots[g] = [.. groups[g].Where(places.ContainsKey).Select(name => places[name])];
        }
    }

    /// <inheritdoc/>
    public void Row(long startUnixS, ReadOnlySpan<double> values)
    {
        for (int g = 0; g < slots.Length; g++)
        {
            double value = 0.0;
            foreach (int slot in slots[g])
            {
                value += values[slot];
            }

            if (slots[g].Length > 0 && double.IsFinite(value))
            {
                Add(g, value);
            }
        }
    }

    /// <summary>Largest value; NaN where there is none.</summary>
    public double Largest(int group) => counts[group] > 0 ? largest[group] : double.NaN;

    /// <summary>Smallest value; NaN where there is none.</summary>
    public double Smallest(int group) => counts[group] > 0 ? smallest[group] : double.NaN;

    /// <summary>Mean over the intervals that have a value; NaN where there is none.</summary>
    public double Mean(int group) => counts[group] > 0 ? (sums[group] + lost[group]) / counts[group] : double.NaN;

    /// <summary>Integral over the run [unit x s]; NaN where there is no value.</summary>
    public double Integral(int group) => counts[group] > 0 ? (sums[group] + lost[group]) * outputS : double.NaN;

    private void Add(int g, double value)
    {
        double sum = sums[g] + value;
        lost[g] += Math.Abs(sums[g]) >= Math.Abs(value) ? sums[g] - sum + value : value - sum + sums[g];
        sums[g] = sum;
        largest[g] = Math.Max(largest[g], value);
        smallest[g] = Math.Min(smallest[g], value);
        counts[g]++;
    }
}
