namespace Twin.Core.Components;

/// <summary>Equal machines side by side, so that one can be out.</summary>
/// <param name="Count">Machines installed; at least 1.</param>
/// <param name="SizeW">Rating of one machine [W], or [VA] for transformers; above zero.</param>
/// <param name="Out">Machines out of service; 0 to <paramref name="Count"/>.</param>
public readonly record struct UnitBank(int Count, double SizeW, int Out)
{
    /// <summary>Machines in service.</summary>
    public int InService => Count - Out;

    /// <summary>Rating of the machines in service together [W].</summary>
    public double AvailableW => InService * SizeW;
}
