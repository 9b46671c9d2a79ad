namespace Twin.Core.Plant;

/// <summary>What the network still wants in this tick while one machine after the other serves it.</summary>
internal struct HeatDesk
{
    /// <summary>Heat still wanted: demand, and what the tank takes at its usual pace [W].</summary>
    public double WantedW;

    /// <summary>Whether a tank carries the swing of units that go on and off.</summary>
    public bool HasTank;

    /// <summary>Network return, or what a direct exchanger has made of it [degC].</summary>
    public double SinkInC;

    /// <summary>Network supply [degC].</summary>
    public double SinkOutC;

    /// <summary>Heat made so far [W].</summary>
    public double ProducedW;

    /// <summary>Books what a machine delivers.</summary>
    public void Take(double heatW)
    {
        ProducedW += heatW;
        WantedW = Math.Max(0.0, WantedW - heatW);
    }

    /// <summary>Books what a direct exchanger delivers: it warms the return that the heat pump then meets.</summary>
    public void TakeDirect(double heatW)
    {
        if (WantedW > 0.0)
        {
            SinkInC = Math.Min(SinkOutC, SinkInC + (SinkOutC - SinkInC) * Math.Min(1.0, heatW / WantedW));
        }

        Take(heatW);
    }
}
