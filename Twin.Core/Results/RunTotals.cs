using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Twin.Core.Results;

/// <summary>Sums and largest values of the recorded rows, so that key figures come from what the files hold and from nothing
/// else.</summary>
public sealed class RunTotals
{
    private readonly Dictionary<string, int> slots;
    private readonly int outputS;
    private readonly double[] sums;
    private readonly double[] lost;
    private readonly double[] largest;

    /// <summary>Starts empty.</summary>
    /// <param name="columns">Names of the columns, in the order of a row.</param>
    /// <param name="outputS">Length of a row [s].</param>
    public RunTotals(IReadOnlyList<string> columns, int outputS)
    {
        ArgumentNullException.ThrowIfNull(columns);
        this.outputS = outputS;
        slots = new(columns.Count, StringComparer.Ordinal);
        for (int i = 0; i < columns.Count; i++)
        {
            slots.Add(columns[i], i);
        }

        sums = new double[columns.Count];
        lost = new double[columns.Count];
        largest = new double[columns.Count];
        Array.Fill(largest, double.NegativeInfinity);
    }

    /// <summary>Rows so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Time covered [s].</summary>
    public double LengthS => (double)Rows * outputS;

    /// <summary>Adds a row; sums carry what rounding takes from them (Neumaier).</summary>
    /// <param name="row">One number for each column.</param>
    public void Add(ReadOnlySpan<double> row)
    {
        ReadOnlySpan<Vector256<double>> values = MemoryMarshal.Cast<double, Vector256<double>>(row);
        Span<Vector256<double>> sum4 = MemoryMarshal.Cast<double, Vector256<double>>(sums.AsSpan());
        Span<Vector256<double>> lost4 = MemoryMarshal.Cast<double, Vector256<double>>(lost.AsSpan());
        Span<Vector256<double>> largest4 = MemoryMarshal.Cast<double, Vector256<double>>(largest.AsSpan());
        for (int i = 0; i < values.Length; i++)
        {
            // Four columns at a time, each by the same operations as below: with a row for every step this is called as often as the plant.
            Vector256<double> value = values[i];
            Vector256<double> before = sum4[i];
            Vector256<double> sum = before + value;
            Vector256<double> beforeIsLarger = Vector256.GreaterThanOrEqual(Vector256.Abs(before), Vector256.Abs(value));
            lost4[i] += Vector256.ConditionalSelect(beforeIsLarger, before - sum + value, value - sum + before);
            sum4[i] = sum;
            largest4[i] = Vector256.Max(largest4[i], value);
        }

        for (int i = values.Length * Vector256<double>.Count; i < row.Length; i++)
        {
            double value = row[i];
            double sum = sums[i] + value;
            lost[i] += Math.Abs(sums[i]) >= Math.Abs(value) ? sums[i] - sum + value : value - sum + sums[i];
            sums[i] = sum;
            largest[i] = Math.Max(largest[i], value);
        }

        Rows++;
    }

    /// <summary>Integral of a mean column over the run [unit x s]; zero for a column that the plant does not have.</summary>
    /// <param name="name">Name of the column.</param>
    public double Integral(string name)
    {
        int slot = Slot(name);
        return slot < 0 ? 0.0 : (sums[slot] + lost[slot]) * outputS;
    }

    /// <summary>Integral of all columns of a kind of machine over the run [unit x s], in the order of a row.</summary>
    /// <param name="prefix">What their names begin with, e.g. "halls.".</param>
    /// <param name="suffix">What their names end with, e.g. ".network_w".</param>
    public double Integral(string prefix, string suffix) => Matching(prefix, suffix).Sum(Integral);

    /// <summary>Names of the columns of a kind of machine: one name without a dot between prefix and suffix.</summary>
    /// <param name="prefix">What their names begin with.</param>
    /// <param name="suffix">What their names end with.</param>
    public IEnumerable<string> Matching(string prefix, string suffix) => slots.Keys.Where(name =>
        name.Length > prefix.Length + suffix.Length
        && name.StartsWith(prefix, StringComparison.Ordinal)
        && name.EndsWith(suffix, StringComparison.Ordinal)
        && !name.AsSpan(prefix.Length, name.Length - prefix.Length - suffix.Length).Contains('.'));

    /// <summary>Largest value of a column; null for a column that the plant does not have.</summary>
    /// <param name="name">Name of the column.</param>
    public double? Largest(string name)
    {
        int slot = Slot(name);
        return slot < 0 || Rows == 0 ? null : largest[slot];
    }

    /// <summary>Whether the plant has a column.</summary>
    /// <param name="name">Name of the column.</param>
    public bool Has(string name) => Slot(name) >= 0;

    private int Slot(string name) => slots.GetValueOrDefault(name, -1);
}
