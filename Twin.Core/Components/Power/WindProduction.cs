using Twin.Core.Physics;

namespace Twin.Core.Components.Power;

/// <summary>Power of wind turbines from the wind at 10 m.</summary>
public static class WindProduction
{
    /// <summary>Mean power of a step [W]; zero or more.</summary>
    /// <param name="p">The turbines.</param>
    /// <param name="windAt10MPerS">Wind at 10 m [m/s]; zero or more.</param>
    public static double PowerW(WindParameters p, double windAt10MPerS)
    {
        double hub = Wind.LogProfile(windAt10MPerS, 10.0, p.HubHeightM, p.RoughnessM);
        return (1.0 - p.LossFraction) * p.Bank.AvailableW * p.Curve.ShareAt(hub);
    }
}
