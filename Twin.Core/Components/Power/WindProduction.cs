using Twin.Core.Physics;

namespace Twin.Core.Components.Power;

/// <summary>Power of wind turbines by a generic curve of a low-wind machine.</summary>
/// <remarks>The curve as share of the rating is an assumption that follows the shape of published curves of class III machines.</remarks>
public static class WindProduction
{
    private static readonly double[] SpeedMPerS = [2.5, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 25.0];
    private static readonly double[] Share = [0.0, 0.015, 0.055, 0.125, 0.225, 0.365, 0.545, 0.74, 0.895, 0.975, 1.0, 1.0];

    /// <summary>Mean power of a step [W]; zero or more.</summary>
    /// <param name="p">The turbines.</param>
    /// <param name="windAt10MPerS">Wind at 10 m [m/s]; zero or more.</param>
    public static double PowerW(WindParameters p, double windAt10MPerS) => AtHubW(p, HubFactor(p) * windAt10MPerS);

    /// <summary>Wind at the hub over wind at 10 m [1]: a property of the turbines, so that a run takes its logarithms once.</summary>
    /// <param name="p">The turbines.</param>
    public static double HubFactor(WindParameters p) => Wind.LogProfile(1.0, 10.0, p.HubHeightM, p.RoughnessM);

    /// <summary>Mean power of a step [W]; zero or more.</summary>
    /// <param name="p">The turbines.</param>
    /// <param name="hubMPerS">Wind at the hub [m/s]; zero or more.</param>
    public static double AtHubW(WindParameters p, double hubMPerS) =>
        (1.0 - p.LossFraction) * p.Bank.AvailableW * Wind.PowerCurveW(SpeedMPerS, Share, hubMPerS);
}
