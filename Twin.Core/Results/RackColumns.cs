using System.Globalization;
using Twin.Core.Plant;

namespace Twin.Core.Results;

/// <summary>The columns of single racks, kept apart from the plant's: a run has them only when they are asked for.</summary>
public static class RackColumns
{
    /// <summary>One column for each rack, hall by hall; racks count from 1.</summary>
    /// <param name="designs">The plant, and what it becomes on dated days; the halls have the same names in all of them.</param>
    public static IReadOnlyList<Column> Of(IReadOnlyList<PlantDesign> designs)
    {
        ArgumentNullException.ThrowIfNull(designs);
        return
        [
            .. designs[0].Halls.Zip(Room(designs)).SelectMany(hall => Enumerable.Range(1, hall.Second).Select(rack => new Column(
                string.Create(CultureInfo.InvariantCulture, $"halls.{hall.First.Name}.racks.{rack}.power_w"),
                "W",
                Statistic.Mean,
                "Servers of the rack at the wall, their fans inside; zero while the rack does not stand there."))),
        ];
    }

    /// <summary>Most racks that ever stand in each hall.</summary>
    /// <param name="designs">The plant, and what it becomes.</param>
    public static int[] Room(IReadOnlyList<PlantDesign> designs)
    {
        ArgumentNullException.ThrowIfNull(designs);
        return [.. designs[0].Halls.Select((_, h) => designs.Max(design => design.Halls[h].Racks))];
    }
}
