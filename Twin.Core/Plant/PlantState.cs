using Twin.Core.Components.Cooling;
using Twin.Core.Components.HeatReuse;
using Twin.Core.Components.Power;

namespace Twin.Core.Plant;

/// <summary>What the whole plant remembers from one tick to the next; a copy of it replays from there.</summary>
public sealed class PlantState
{
    /// <summary>Makes room for a plant.</summary>
    /// <param name="loops">Number of loops.</param>
    public PlantState(int loops) => Loops = new LoopState[loops];

    /// <summary>The loops.</summary>
    public LoopState[] Loops { get; }

    /// <summary>The tank beside the heat pumps.</summary>
    public TankState Tank { get; set; }

    /// <summary>The battery.</summary>
    public BatteryState Battery { get; set; }

    /// <summary>Outdoor air as buildings feel it, smoothed [degC]; NaN before the first tick.</summary>
    public double SmoothedAirC { get; set; } = double.NaN;

    /// <summary>Takes over another state.</summary>
    /// <param name="other">State of the same plant.</param>
    public void CopyFrom(PlantState other)
    {
        ArgumentNullException.ThrowIfNull(other);
        other.Loops.CopyTo(Loops, 0);
        Tank = other.Tank;
        Battery = other.Battery;
        SmoothedAirC = other.SmoothedAirC;
    }
}
