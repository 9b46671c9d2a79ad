namespace Twin.Core.Physics;

/// <summary>The models of Erbs and of Perez without their jumps: for searches and gradients, where a step in the model is a trap.</summary>
/// <remarks>
/// Source: A. Driesse, A. R. Jensen and R. Perez, A continuous form of the Perez diffuse sky model for forward and reverse
/// transposition, Solar Energy 267, 2024, 112093; coefficients with all digits as in pvlib.
/// </remarks>
public static class ContinuousSky
{
    private const double DegreesPerRadian = 180.0 / Math.PI;
    private const int Coefficients = 6;

    /// <summary>Splits global irradiance into beam and diffuse by Erbs' curve with smooth joints.</summary>
    /// <param name="globalWPerM2">Global horizontal irradiance [W/m²]; negative night values of sensors count as dark.</param>
    /// <param name="zenithDeg">True zenith of the sun [deg]; 0 to 180.</param>
    /// <param name="extraterrestrialWPerM2">Irradiance above the air on a plane facing the sun [W/m²]; above zero.</param>
    /// <returns>Beam, diffuse and clearness. Above 87 deg all light counts as diffuse.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static DecomposedIrradiance Erbs(double globalWPerM2, double zenithDeg, double extraterrestrialWPerM2)
    {
        const double leastCosine = 0.065;
        const double highestZenithDeg = 87.0;
        Require.Finite(globalWPerM2);
        Require.InRange(zenithDeg, 0.0, 180.0);
        Require.AboveZero(extraterrestrialWPerM2);
        ReadOnlySpan<double> middle =
            [0.94629663357100100, -0.11390583806313881, 4.24692671521831700, -16.47050842469730700, 12.26911439571261000];
        double lightWPerM2 = Math.Max(0.0, globalWPerM2);
        double cosine = Math.Cos(zenithDeg / DegreesPerRadian);
        double kt = Math.Clamp(lightWPerM2 / (extraterrestrialWPerM2 * Math.Max(cosine, leastCosine)), 0.0, 1.0);
        double diffuseFraction = kt switch
        {
            <= 0.216 => 1.0 - 0.09 * kt,
            <= 0.792 => Numerics.Polynomial(middle, kt),
            _ => 0.165,
        };
        double diffuse = diffuseFraction * lightWPerM2;
        double beam = (lightWPerM2 - diffuse) / cosine;
        return zenithDeg > highestZenithDeg || beam < 0.0 ? new(0.0, lightWPerM2, kt) : new(beam, diffuse, kt);
    }

    /// <summary>Diffuse light on a tilted plane by Perez' model, its table of eight skies replaced by quadratic splines.</summary>
    /// <param name="diffuseWPerM2">Diffuse horizontal irradiance [W/m²]; zero or more.</param>
    /// <param name="beamNormalWPerM2">Beam on a plane facing the sun [W/m²]; zero or more.</param>
    /// <param name="extraterrestrialWPerM2">Irradiance above the air on a plane facing the sun [W/m²]; above zero.</param>
    /// <param name="tiltDeg">Tilt of the plane [deg]; 0 to 180.</param>
    /// <param name="sunZenithDeg">Apparent zenith of the sun [deg]; 0 to 180. Below the horizon its airmass is that of 90 deg.</param>
    /// <param name="incidenceCosine">Cosine of the angle of incidence [1]; −1 to 1.</param>
    /// <returns>Irradiance [W/m²]; zero without diffuse light.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double PerezWPerM2(
        double diffuseWPerM2,
        double beamNormalWPerM2,
        double extraterrestrialWPerM2,
        double tiltDeg,
        double sunZenithDeg,
        double incidenceCosine)
    {
        Require.AtLeastZero(diffuseWPerM2);
        Require.AtLeastZero(beamNormalWPerM2);
        Require.AboveZero(extraterrestrialWPerM2);
        Require.InRange(tiltDeg, 0.0, 180.0);
        Require.InRange(sunZenithDeg, 0.0, 180.0);
        Require.InRange(incidenceCosine, -1.0, 1.0);
        if (diffuseWPerM2 == 0.0)
        {
            return 0.0;
        }

        const double mostCircumsolar = 0.9;
        double zenith = sunZenithDeg / DegreesPerRadian;
        double brightness = diffuseWPerM2 * Sun.RelativeAirmass(Math.Min(sunZenithDeg, 90.0)) / extraterrestrialWPerM2;
        double beamShare = beamNormalWPerM2 / (diffuseWPerM2 + beamNormalWPerM2);
        double clearness = beamShare / (1.0 + 1.041 * zenith * zenith * zenith * (1.0 - beamShare));
        Span<double> f = stackalloc double[Coefficients];
        Spline(clearness, f);
        double circumsolar = Math.Clamp(f[0] + f[1] * brightness + f[2] * zenith, 0.0, mostCircumsolar);
        double horizon = f[3] + f[4] * brightness + f[5] * zenith;
        return Irradiance.RingAndBandWPerM2(diffuseWPerM2, circumsolar, horizon, tiltDeg, zenith, incidenceCosine);
    }

    // Quadratic B-splines by de Boor's recurrence: three of the ten rows carry weight at any clearness from 0 to 1.
    private static void Spline(double clearness, Span<double> result)
    {
        ReadOnlySpan<double> knots = [0.0, 0.0, 0.0, 0.061, 0.187, 0.333, 0.487, 0.643, 0.778, 0.839, 1.0, 1.0, 1.0];
        ReadOnlySpan<double> rows =
        [
            -0.053, 0.529, -0.028, -0.071, 0.061, -0.019,
            -0.008, 0.588, -0.062, -0.060, 0.072, -0.022,
            0.131, 0.770, -0.167, -0.026, 0.106, -0.032,
            0.328, 0.471, -0.216, 0.069, -0.105, -0.028,
            0.557, 0.241, -0.300, 0.086, -0.085, -0.012,
            0.861, -0.323, -0.355, 0.240, -0.467, -0.008,
            1.212, -1.239, -0.444, 0.305, -0.797, 0.047,
            1.099, -1.847, -0.365, 0.275, -1.132, 0.124,
            0.544, 0.157, -0.213, 0.118, -1.455, 0.292,
            0.544, 0.157, -0.213, 0.118, -1.455, 0.292,
        ];
        int k = 2;
        while (k < 9 && clearness >= knots[k + 1])
        {
            k++;
        }

        double inner = (clearness - knots[k]) / (knots[k + 1] - knots[k]);
        double left = (clearness - knots[k - 1]) / (knots[k + 1] - knots[k - 1]);
        double right = (clearness - knots[k]) / (knots[k + 2] - knots[k]);
        double first = (1.0 - inner) * (1.0 - left);
        double last = inner * right;
        double middle = 1.0 - first - last;
        for (int c = 0; c < Coefficients; c++)
        {
            result[c] = first * rows[(k - 2) * Coefficients + c]
                + middle * rows[(k - 1) * Coefficients + c]
                + last * rows[k * Coefficients + c];
        }
    }
}
