using Twin.Core.Plant;

namespace Twin.Core.Results;

/// <summary>A tick with everything around it, as columns read it; one object, moved from tick to tick.</summary>
public sealed class Moment
{
    /// <summary>Surroundings of the block.</summary>
    public required Boundary Boundary { get; init; }

    /// <summary>What happened in the tick.</summary>
    public required PlantTick Tick { get; init; }

    /// <summary>State at its begin.</summary>
    public required PlantState State { get; set; }

    /// <summary>Step of the block.</summary>
    public int K => Tick.Step;
}

/// <summary>Reads one number from a tick.</summary>
/// <param name="moment">The tick.</param>
public delegate double ColumnReader(Moment moment);

/// <summary>The columns of a plant, each declared once with the way it is read; slots are fixed when the plant is known.</summary>
public sealed class ColumnSet
{
    private readonly List<Column> columns = [];
    private readonly List<ColumnReader> readers = [];
    private readonly Dictionary<string, int> slots = new(StringComparer.Ordinal);

    /// <summary>The columns in the order of a row.</summary>
    public IReadOnlyList<Column> Columns => columns;

    /// <summary>The readers in the same order.</summary>
    public ColumnReader[] Readers() => [.. readers];

    /// <summary>Slot of a column; -1 when this plant has none of that name.</summary>
    /// <param name="name">Name of the column.</param>
    public int Slot(string name) => slots.GetValueOrDefault(name, -1);

    /// <summary>Declares a column that is a mean over the interval.</summary>
    /// <param name="name">component.quantity_unit.</param>
    /// <param name="unit">Unit for people.</param>
    /// <param name="meaning">One sentence.</param>
    /// <param name="read">How it is read.</param>
    public void Mean(string name, string unit, string meaning, ColumnReader read) => Add(new(name, unit, Statistic.Mean, meaning), read);

    /// <summary>Declares a column that is the largest step mean in the interval.</summary>
    /// <param name="name">component.quantity_unit_max.</param>
    /// <param name="unit">Unit for people.</param>
    /// <param name="meaning">One sentence.</param>
    /// <param name="read">How it is read.</param>
    public void Max(string name, string unit, string meaning, ColumnReader read) => Add(new(name, unit, Statistic.Max, meaning), read);

    /// <summary>Declares a column that is the state at the begin of the interval.</summary>
    /// <param name="name">component.quantity_unit.</param>
    /// <param name="unit">Unit for people.</param>
    /// <param name="meaning">One sentence.</param>
    /// <param name="read">How it is read.</param>
    public void Start(string name, string unit, string meaning, ColumnReader read) => Add(new(name, unit, Statistic.Start, meaning), read);

    private void Add(Column column, ColumnReader read)
    {
        slots.Add(column.Name, columns.Count);
        columns.Add(column);
        readers.Add(read);
    }
}
