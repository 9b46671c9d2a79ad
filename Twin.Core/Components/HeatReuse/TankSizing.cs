using Twin.Core.Physics;

namespace Twin.Core.Components.HeatReuse;

/// <summary>From the volume of a tank to what it holds and loses.</summary>
public static class TankSizing
{
    private const double HeightOverDiameter = 2.0; // usual for standing tanks
    private const double InsulationM = 0.15;
    private const double ConductivityWPerMK = 0.04; // mineral wool
    private const double InnerWPerM2K = 100.0; // still water
    private const double OuterWPerM2K = 25.0; // wind
    private const double EnvironmentC = 10.0; // yearly mean outdoors in southern Germany

    /// <summary>Sizes a tank that is charged to the supply and emptied to the return of a network.</summary>
    /// <param name="volumeM3">Water content [m3]; above zero.</param>
    /// <param name="lossWPerK">Heat lost per kelvin above the surroundings [W/K], zero or more; null finds it from the volume.</param>
    /// <param name="supplyC">Supply of the network that is always reached, that of mild weather [degC]; above the return.</param>
    /// <param name="returnC">Return of the network [degC].</param>
    /// <returns>Usable energy and losses; the surroundings have 10 degC.</returns>
    /// <remarks>
    /// E = V ρ cp (supply − return). Loss = UA (mean − surroundings), a line in the charge. Without a figure of the owner:
    /// a cylinder twice as high as wide with 15 cm of mineral wool, U = 0.26 W/(m2 K); assumed.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static TankParameters Size(double volumeM3, double? lossWPerK, double supplyC, double returnC)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(volumeM3);
        double spanK = supplyC - returnC;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(spanK);
        double meanC = (supplyC + returnC) / 2.0;
        double heatJPerK = volumeM3 * Water.DensityKgPerM3(meanC) * Water.SpecificHeatJPerKgK(meanC);
        double lossW = lossWPerK ?? UsualLossWPerK(volumeM3);
        ArgumentOutOfRangeException.ThrowIfNegative(lossW, nameof(lossWPerK));
        return new(heatJPerK * spanK, lossW / heatJPerK, lossW * Math.Max(0.0, returnC - EnvironmentC));
    }

    private static double UsualLossWPerK(double volumeM3)
    {
        double diameterM = Math.Cbrt(4.0 * volumeM3 / (Math.PI * HeightOverDiameter));
        double surfaceM2 = Math.PI * diameterM * diameterM * (HeightOverDiameter + 0.5);
        return surfaceM2 * Storage.UValueWPerM2K(InsulationM, ConductivityWPerMK, InnerWPerM2K, OuterWPerM2K);
    }
}
