using Twin.Core.Results;

namespace Twin.Core.Engine;

/// <summary>Takes the recorded rows of a run, one for each output interval, in the order of time.</summary>
public interface IRowSink
{
    /// <summary>Called once before the first row.</summary>
    /// <param name="columns">The columns in the order of the values.</param>
    /// <param name="outputS">Length of an interval [s].</param>
    void Begin(IReadOnlyList<Column> columns, int outputS);

    /// <summary>Called once for each interval; the span is reused afterwards.</summary>
    /// <param name="startUnixS">Begin of the interval, seconds since 1970-01-01T00:00Z.</param>
    /// <param name="values">One number for each column.</param>
    void Row(long startUnixS, ReadOnlySpan<double> values);
}
