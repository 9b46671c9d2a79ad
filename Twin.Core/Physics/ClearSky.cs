namespace Twin.Core.Physics;

/// <summary>Irradiance under a cloudless sky.</summary>
/// <param name="GlobalWPerM2">Global horizontal irradiance [W/m²].</param>
/// <param name="BeamNormalWPerM2">Beam on a plane facing the sun [W/m²].</param>
/// <param name="DiffuseWPerM2">Diffuse horizontal irradiance [W/m²].</param>
public readonly record struct ClearSkyIrradiance(double GlobalWPerM2, double BeamNormalWPerM2, double DiffuseWPerM2);

/// <summary>What the sun gives through clear air: for synthetic weather and as a cap on measured data.</summary>
public static class ClearSky
{
    private const double DegreesPerRadian = 180.0 / Math.PI;

    /// <summary>Global irradiance from the height of the sun alone.</summary>
    /// <param name="apparentZenithDeg">Apparent zenith [deg]; 0 to 180.</param>
    /// <returns>Global horizontal irradiance [W/m²]; zero with the sun below the horizon.</returns>
    /// <remarks>1098·cos z·exp(−0.059/cos z). Source: B. Haurwitz, J. Meteorology 2, 1945, 154-166, and 3, 1946, 123-124.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The angle is NaN or outside its range.</exception>
    public static double HaurwitzWPerM2(double apparentZenithDeg)
    {
        Require.InRange(apparentZenithDeg, 0.0, 180.0);
        double cosine = Math.Cos(apparentZenithDeg / DegreesPerRadian);
        return cosine <= 0.0 ? 0.0 : 1098.0 * cosine * Math.Exp(-0.059 / cosine);
    }

    /// <summary>Global, beam and diffuse irradiance from sun, height of the site and turbidity.</summary>
    /// <param name="apparentZenithDeg">Apparent zenith [deg]; 0 to 180.</param>
    /// <param name="elevationM">Elevation of the site [m]; −500 to 9000.</param>
    /// <param name="linkeTurbidity">Linke turbidity [1]; 1 to 10, in Europe 2 in winter to 5 in summer.</param>
    /// <param name="extraterrestrialWPerM2">Irradiance above the air on a plane facing the sun [W/m²]; above zero.</param>
    /// <returns>Irradiance; zero with the sun below the horizon.</returns>
    /// <remarks>
    /// Source: P. Ineichen and R. Perez, Solar Energy 73(3), 2002, 151-157, without the enhancement for very clear air;
    /// absolute airmass from <see cref="Sun.RelativeAirmass"/> and <see cref="MoistAir.PressureAtElevationPa"/>.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static ClearSkyIrradiance Ineichen(
        double apparentZenithDeg, double elevationM, double linkeTurbidity, double extraterrestrialWPerM2)
    {
        Require.InRange(apparentZenithDeg, 0.0, 180.0);
        Require.InRange(elevationM, -500.0, 9000.0);
        Require.InRange(linkeTurbidity, 1.0, 10.0);
        Require.AboveZero(extraterrestrialWPerM2);
        double cosine = Math.Cos(apparentZenithDeg / DegreesPerRadian);
        if (apparentZenithDeg > 90.0 || cosine <= 0.0)
        {
            return default;
        }

        double airmass = Sun.RelativeAirmass(apparentZenithDeg) * MoistAir.PressureAtElevationPa(elevationM) / 101_325.0;
        double fh1 = Math.Exp(-elevationM / 8000.0);
        double fh2 = Math.Exp(-elevationM / 1250.0);
        double cg1 = 5.09e-5 * elevationM + 0.868;
        double cg2 = 3.92e-5 * elevationM + 0.0387;
        double global = cg1 * extraterrestrialWPerM2 * cosine * Math.Exp(-cg2 * airmass * (fh1 + fh2 * (linkeTurbidity - 1.0)));
        double b = 0.664 + 0.163 / fh1;
        double beam = b * Math.Exp(-0.09 * airmass * (linkeTurbidity - 1.0)) * extraterrestrialWPerM2;
        // The beam may not take more of the global light than the least diffuse share that the authors allow.
        double share = 1.0 - (0.1 - 0.2 * Math.Exp(-linkeTurbidity)) / (0.1 + 0.882 / fh1);
        double beamNormal = Math.Min(beam, global * Math.Max(0.0, share) / cosine);
        return new(global, beamNormal, global - beamNormal * cosine);
    }
}
