namespace Twin.Core.Plant;

/// <summary>Limits that bound in a tick: with a trace more of what was cut, each of these would be passed.</summary>
public sealed class BoundLimits
{
    /// <summary>Makes room for a plant.</summary>
    /// <param name="design">The plant.</param>
    public BoundLimits(PlantDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        LoopSupply = new bool[design.Loops.Count];
        AirInlet = new bool[design.Halls.Count];
        LiquidInlet = new bool[design.Halls.Count];
    }

    /// <summary>The import limit of the connection.</summary>
    public bool GridImport { get; set; }

    /// <summary>Supply limit of each loop.</summary>
    public bool[] LoopSupply { get; }

    /// <summary>Limit of the air at the rack inlet, hall by hall.</summary>
    public bool[] AirInlet { get; }

    /// <summary>Limit of the coolant at the rack inlet, hall by hall; false without cold plates.</summary>
    public bool[] LiquidInlet { get; }

    /// <summary>Nothing bound.</summary>
    public void Clear()
    {
        GridImport = false;
        Array.Clear(LoopSupply);
        Array.Clear(AirInlet);
        Array.Clear(LiquidInlet);
    }
}
