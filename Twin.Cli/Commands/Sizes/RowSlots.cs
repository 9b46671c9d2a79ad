using Twin.Core.Results;

namespace Twin.Cli.Commands.Sizes;

/// <summary>Where in a row each column stands.</summary>
internal sealed class RowSlots
{
    private readonly Dictionary<string, int> slots = new(StringComparer.Ordinal);

    /// <summary>Takes the columns in their order.</summary>
    public RowSlots(IReadOnlyList<Column> columns)
    {
        for (int i = 0; i < columns.Count; i++)
        {
            slots.Add(columns[i].Name, i);
        }
    }

    /// <summary>Place of a column that every such plant has.</summary>
    public int Of(string name) => slots[name];

    /// <summary>Place of a column that some plants have; -1 without it.</summary>
    public int Find(string name) => slots.GetValueOrDefault(name, -1);
}
