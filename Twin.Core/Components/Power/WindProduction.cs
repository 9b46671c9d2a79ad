using Twin.Core.Physics;

namespace Twin.Core.Components.Power;

/// <summary>Power of wind turbines from the wind at 10 m.</summary>
public static class WindProduction
{
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
        (1.0 - p.LossFraction) * p.Bank.AvailableW * p.Curve.ShareAt(hubMPerS);
}
