using Twin.Core.Engine;
using Twin.Core.Results;

namespace Twin.Bench;

/// <summary>Throws the rows of a run away.</summary>
internal sealed class NoRows : IRowSink
{
    public void Begin(IReadOnlyList<Column> columns, int outputS)
    {
    }

    public void Row(long startUnixS, ReadOnlySpan<double> values)
    {
    }
}
