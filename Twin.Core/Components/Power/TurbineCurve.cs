using Twin.Core.Physics;

namespace Twin.Core.Components.Power;

/// <summary>Power of a turbine as share of its rating over the wind at its hub; straight lines between points, nothing outside
/// them.</summary>
public sealed class TurbineCurve
{
    private readonly double[] speedMPerS;
    private readonly double[] share;

    /// <summary>Makes a curve from its points.</summary>
    /// <param name="speedMPerS">Wind at the hub [m/s]; rising, zero or more.</param>
    /// <param name="shareOfRating">Power at these winds as share of the rating [1]; 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two points, or a point outside its range.</exception>
    public TurbineCurve(ReadOnlySpan<double> speedMPerS, ReadOnlySpan<double> shareOfRating)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(speedMPerS.Length, 2);
        ArgumentOutOfRangeException.ThrowIfNotEqual(shareOfRating.Length, speedMPerS.Length);
        for (int i = 0; i < speedMPerS.Length; i++)
        {
            Require.AtLeastZero(speedMPerS[i]);
            Require.Fraction(shareOfRating[i]);
            if (i > 0)
            {
                ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(speedMPerS[i], speedMPerS[i - 1]);
            }
        }

        this.speedMPerS = speedMPerS.ToArray();
        share = shareOfRating.ToArray();
    }

    /// <summary>The curve of parks behind contracts, and of turbines that name no type: a machine for low wind (IEC class III).</summary>
    /// <remarks>Assumed; it follows the shape of published curves of such machines.</remarks>
    public static TurbineCurve LowWind { get; } = new(
        [2.5, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 25.0],
        [0.0, 0.015, 0.055, 0.125, 0.225, 0.365, 0.545, 0.74, 0.895, 0.975, 1.0, 1.0]);

    /// <summary>Power as share of the rating [1]; 0 to 1.</summary>
    /// <param name="hubMPerS">Wind at the hub [m/s]; zero or more.</param>
    public double ShareAt(double hubMPerS) => Wind.PowerCurveW(speedMPerS, share, hubMPerS);
}
