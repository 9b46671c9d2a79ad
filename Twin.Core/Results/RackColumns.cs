using System.Globalization;
using Twin.Core.Plant;

namespace Twin.Core.Results;

/// <summary>The columns of single racks, kept apart from the plant's: a run has them only when they are asked for.</summary>
public static class RackColumns
{
    /// <summary>One column for each rack, hall by hall; racks count from 1.</summary>
    /// <param name="design">The plant.</param>
    public static IReadOnlyList<Column> Of(PlantDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        return
        [
            .. design.Halls.SelectMany(hall => Enumerable.Range(1, hall.Racks).Select(rack => new Column(
                string.Create(CultureInfo.InvariantCulture, $"halls.{hall.Name}.racks.{rack}.power_w"),
                "W",
                Statistic.Mean,
                "Servers of the rack at the wall, their fans inside."))),
        ];
    }
}
