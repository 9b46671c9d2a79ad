using Twin.Core.Physics;

namespace Twin.Core.Climate;

/// <summary>Sums over the normal year of a place, to scale what is known per year.</summary>
/// <remarks>
/// Annual figures are spread over the normal year and never over the simulated one: a run without its last month must give
/// the same eleven months. The year is synthetic, of a fixed seed, and meets every monthly mean of the normals.
/// </remarks>
public static class NormalYear
{
    /// <summary>Length of the normal year [s]: 365 days.</summary>
    public const double LengthS = 365.0 * 86400.0;

    private const long BeginUnixS = 978_307_200; // 2001-01-01T00:00Z, an ordinary year; which one does not matter
    private const int HourS = 3600;
    private const int Hours = 8760;

    /// <summary>How long buildings remember the weather [s]: a day; assumed.</summary>
    public const double BuildingInertiaS = 86_400.0;

    /// <summary>Kelvin seconds by which the outdoor air, as buildings feel it, stays below a limit over the normal year.</summary>
    /// <param name="normals">Normals of the place.</param>
    /// <param name="limitC">Outdoor temperature from which nothing is heated [degC]; finite.</param>
    /// <returns>Sum of max(0, limit − felt air) times time [K s]; zero or more.</returns>
    /// <remarks>The air is smoothed as in the simulated year, so that the normal year asks for just the annual heat.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not finite.</exception>
    public static double HeatingKelvinSeconds(ClimateNormals normals, double limitC)
    {
        if (!double.IsFinite(limitC))
        {
            throw new ArgumentOutOfRangeException(nameof(limitC), limitC, "A heating limit is a finite temperature.");
        }

        double[] airC = new double[Hours];
        new SyntheticClimate(normals, seed: 0).AirTemperatureC.FillMeans(BeginUnixS, HourS, airC);
        double feltC = airC[0];
        Advance(airC, limitC, ref feltC); // once around, so that the year begins as it ends
        return Advance(airC, limitC, ref feltC);
    }

    private static double Advance(double[] airC, double limitC, ref double feltC)
    {
        double sum = 0.0;
        foreach (double hourC in airC)
        {
            NodeStep felt = ThermalNode.Advance(BuildingInertiaS, 1.0, hourC, 0.0, feltC, HourS);
            feltC = felt.EndC;
            sum += Math.Max(0.0, limitC - felt.MeanC) * HourS;
        }

        return sum;
    }
}
