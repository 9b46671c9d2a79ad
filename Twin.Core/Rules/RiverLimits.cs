namespace Twin.Core.Rules;

/// <summary>Largest temperatures that go with good ecological status of a water body (OGewV Annex 7 no. 2.1.1).</summary>
/// <param name="SummerC">From April to November [degC].</param>
/// <param name="WinterC">From December to March [degC].</param>
public sealed record RiverLimits(double SummerC, double WinterC)
{
    /// <summary>The values of a fish region; null where none is stated and where the ordinance sets none for it.</summary>
    /// <param name="fishRegion">The region, e.g. sa-hr; null where not provided.</param>
    public static RiverLimits? Of(string? fishRegion) => OgewvScreening.LimitsOf(fishRegion);
}
