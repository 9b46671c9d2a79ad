using System.Runtime.CompilerServices;
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

/// <summary>Writes the numbers of a group of columns, in the order in which the columns are declared.</summary>
/// <param name="moment">The tick.</param>
/// <param name="row">Receives one number for each column of the group.</param>
public delegate void ColumnReader(Moment moment, Span<double> row);

/// <summary>The columns of a plant in groups, each group with the one call that reads it; slots are fixed when the plant is
/// known.</summary>
/// <remarks>A call for each of a hundred and forty columns would be a fifth of a step; a machine's numbers lie side by side and are
/// read together.</remarks>
public sealed class ColumnSet
{
    private readonly List<Column> columns = [];
    private readonly List<(ColumnReader Read, int First)> groups = [];
    private readonly Dictionary<string, int> slots = new(StringComparer.Ordinal);

    /// <summary>The columns in the order of a row.</summary>
    public IReadOnlyList<Column> Columns => columns;

    /// <summary>Slot of a column; -1 when this plant has none of that name.</summary>
    /// <param name="name">Name of the column.</param>
    public int Slot(string name) => slots.GetValueOrDefault(name, -1);

    /// <summary>The groups with the slots they fill, for a recorder.</summary>
    public ColumnGroup[] Groups()
    {
        var result = new ColumnGroup[groups.Count];
        for (int i = 0; i < result.Length; i++)
        {
            int end = i + 1 < groups.Count ? groups[i + 1].First : columns.Count;
            result[i] = new(groups[i].Read, groups[i].First, end - groups[i].First);
        }

        return result;
    }

    /// <summary>Opens a group: the columns declared next, up to the next group, are read by one call.</summary>
    /// <param name="read">Writes their numbers, best with <see cref="Fill"/>.</param>
    public void Group(ColumnReader read) => groups.Add((read, columns.Count));

    /// <summary>Writes the numbers of a group.</summary>
    /// <param name="row">The group's part of the row.</param>
    /// <param name="values">As many numbers as the group has columns.</param>
    /// <exception cref="InvalidOperationException">More or fewer numbers than columns.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // the number of values is known where it is called: a few moves instead of a loop
    public static void Fill(Span<double> row, params ReadOnlySpan<double> values)
    {
        if (values.Length != row.Length)
        {
            throw Ragged(row.Length, values.Length);
        }

        values.CopyTo(row);
    }

    /// <summary>Declares a column that is a mean over the interval.</summary>
    /// <param name="name">component.quantity_unit.</param>
    /// <param name="unit">Unit for people.</param>
    /// <param name="meaning">One sentence.</param>
    public void Mean(string name, string unit, string meaning) => Add(new(name, unit, Statistic.Mean, meaning));

    /// <summary>Declares a column that is the largest step mean in the interval.</summary>
    /// <param name="name">component.quantity_unit_max.</param>
    /// <param name="unit">Unit for people.</param>
    /// <param name="meaning">One sentence.</param>
    public void Max(string name, string unit, string meaning) => Add(new(name, unit, Statistic.Max, meaning));

    /// <summary>Declares a column that is the state at the begin of the interval.</summary>
    /// <param name="name">component.quantity_unit.</param>
    /// <param name="unit">Unit for people.</param>
    /// <param name="meaning">One sentence.</param>
    public void Start(string name, string unit, string meaning) => Add(new(name, unit, Statistic.Start, meaning));

    private static InvalidOperationException Ragged(int columns, int values) =>
        new($"A group of {columns} columns was given {values} numbers.");

    private void Add(Column column)
    {
        slots.Add(column.Name, columns.Count);
        columns.Add(column);
    }
}

/// <summary>Columns read by one call.</summary>
/// <param name="Read">Writes their numbers.</param>
/// <param name="First">Slot of the first.</param>
/// <param name="Count">How many.</param>
public readonly record struct ColumnGroup(ColumnReader Read, int First, int Count);
