namespace Twin.Core.Physics;

/// <summary>Global irradiance taken apart.</summary>
/// <param name="BeamNormalWPerM2">Beam on a plane facing the sun [W/m²].</param>
/// <param name="DiffuseHorizontalWPerM2">Diffuse light on the horizontal [W/m²].</param>
/// <param name="ClearnessIndex">Global irradiance over that above the air [1]; 0 to 1.</param>
public readonly record struct DecomposedIrradiance(double BeamNormalWPerM2, double DiffuseHorizontalWPerM2, double ClearnessIndex);

/// <summary>Light on tilted planes. Tilt 0 is horizontal, azimuths run clockwise from north.</summary>
public static class Irradiance
{
    private const double DegreesPerRadian = 180.0 / Math.PI;

    /// <summary>Splits global irradiance into beam and diffuse where nothing better was measured.</summary>
    /// <param name="globalWPerM2">Global horizontal irradiance [W/m²]; negative night values of sensors count as dark.</param>
    /// <param name="zenithDeg">True zenith of the sun [deg]; 0 to 180.</param>
    /// <param name="extraterrestrialWPerM2">Irradiance above the air on a plane facing the sun [W/m²]; above zero.</param>
    /// <returns>Beam, diffuse and clearness. Above 87 deg all light counts as diffuse. Hourly beam is 10 to 20 % uncertain.</returns>
    /// <remarks>Source: D. G. Erbs, S. A. Klein and J. A. Duffie, Solar Energy 28(4), 1982, 293-302; limits as in pvlib.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static DecomposedIrradiance Erbs(double globalWPerM2, double zenithDeg, double extraterrestrialWPerM2)
    {
        const double leastCosine = 0.065;
        const double highestZenithDeg = 87.0;
        Require.Finite(globalWPerM2);
        Require.InRange(zenithDeg, 0.0, 180.0);
        Require.AboveZero(extraterrestrialWPerM2);
        double cosine = Math.Cos(zenithDeg / DegreesPerRadian);
        double kt = Math.Clamp(globalWPerM2 / (extraterrestrialWPerM2 * Math.Max(cosine, leastCosine)), 0.0, 1.0);
        double diffuseFraction = kt switch
        {
            <= 0.22 => 1.0 - 0.09 * kt,
            <= 0.80 => 0.9511 + (-0.1604 + (4.388 + (-16.638 + 12.336 * kt) * kt) * kt) * kt,
            _ => 0.165,
        };
        double diffuse = diffuseFraction * globalWPerM2;
        double beam = (globalWPerM2 - diffuse) / cosine;
        return zenithDeg > highestZenithDeg || globalWPerM2 < 0.0 || beam < 0.0
            ? new(0.0, globalWPerM2, kt)
            : new(beam, diffuse, kt);
    }

    /// <summary>Cosine of the angle between the sun and the normal of a plane.</summary>
    /// <param name="tiltDeg">Tilt of the plane [deg]; 0 to 180.</param>
    /// <param name="azimuthDeg">Azimuth of the plane [deg].</param>
    /// <param name="sunZenithDeg">Zenith of the sun, for transposition the apparent one [deg]; 0 to 180.</param>
    /// <param name="sunAzimuthDeg">Azimuth of the sun [deg].</param>
    /// <returns>Cosine [1]; negative with the sun behind the plane.</returns>
    /// <remarks>cos β·cos z + sin β·sin z·cos(A_sun − A_plane).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double IncidenceCosine(double tiltDeg, double azimuthDeg, double sunZenithDeg, double sunAzimuthDeg)
    {
        Require.InRange(tiltDeg, 0.0, 180.0);
        Require.Finite(azimuthDeg);
        Require.InRange(sunZenithDeg, 0.0, 180.0);
        Require.Finite(sunAzimuthDeg);
        double tilt = tiltDeg / DegreesPerRadian;
        double zenith = sunZenithDeg / DegreesPerRadian;
        double turn = (sunAzimuthDeg - azimuthDeg) / DegreesPerRadian;
        double cosine = Math.Cos(tilt) * Math.Cos(zenith) + Math.Sin(tilt) * Math.Sin(zenith) * Math.Cos(turn);
        return Math.Clamp(cosine, -1.0, 1.0);
    }

    /// <summary>Angle between the sun and the normal of a plane.</summary>
    /// <param name="tiltDeg">Tilt of the plane [deg]; 0 to 180.</param>
    /// <param name="azimuthDeg">Azimuth of the plane [deg].</param>
    /// <param name="sunZenithDeg">Zenith of the sun [deg]; 0 to 180.</param>
    /// <param name="sunAzimuthDeg">Azimuth of the sun [deg].</param>
    /// <returns>Angle of incidence [deg]; 0 to 180.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double AngleOfIncidenceDeg(double tiltDeg, double azimuthDeg, double sunZenithDeg, double sunAzimuthDeg) =>
        Math.Acos(IncidenceCosine(tiltDeg, azimuthDeg, sunZenithDeg, sunAzimuthDeg)) * DegreesPerRadian;

    /// <summary>Beam on a plane.</summary>
    /// <param name="beamNormalWPerM2">Beam on a plane facing the sun [W/m²]; zero or more.</param>
    /// <param name="incidenceCosine">Cosine of the angle of incidence [1]; −1 to 1.</param>
    /// <returns>Irradiance [W/m²]; zero with the sun behind the plane.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double BeamWPerM2(double beamNormalWPerM2, double incidenceCosine)
    {
        Require.AtLeastZero(beamNormalWPerM2);
        Require.InRange(incidenceCosine, -1.0, 1.0);
        return beamNormalWPerM2 * Math.Max(0.0, incidenceCosine);
    }

    /// <summary>Light that the ground throws onto a plane.</summary>
    /// <param name="globalWPerM2">Global horizontal irradiance [W/m²]; zero or more.</param>
    /// <param name="albedo">Share that the ground reflects [1]; 0 to 1.</param>
    /// <param name="tiltDeg">Tilt of the plane [deg]; 0 to 180.</param>
    /// <returns>Irradiance [W/m²].</returns>
    /// <remarks>GHI·ρ·(1 − cos β)/2, an isotropic ground.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double GroundWPerM2(double globalWPerM2, double albedo, double tiltDeg)
    {
        Require.AtLeastZero(globalWPerM2);
        Require.Fraction(albedo);
        Require.InRange(tiltDeg, 0.0, 180.0);
        return globalWPerM2 * albedo * (1.0 - Math.Cos(tiltDeg / DegreesPerRadian)) / 2.0;
    }

    /// <summary>Diffuse light of a sky that is equally bright everywhere.</summary>
    /// <param name="diffuseWPerM2">Diffuse horizontal irradiance [W/m²]; zero or more.</param>
    /// <param name="tiltDeg">Tilt of the plane [deg]; 0 to 180.</param>
    /// <returns>Irradiance [W/m²].</returns>
    /// <remarks>DHI·(1 + cos β)/2.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double IsotropicSkyWPerM2(double diffuseWPerM2, double tiltDeg)
    {
        Require.AtLeastZero(diffuseWPerM2);
        Require.InRange(tiltDeg, 0.0, 180.0);
        return diffuseWPerM2 * (1.0 + Math.Cos(tiltDeg / DegreesPerRadian)) / 2.0;
    }

    /// <summary>Diffuse light of a sky that is brighter around the sun: continuous and never undefined.</summary>
    /// <param name="diffuseWPerM2">Diffuse horizontal irradiance [W/m²]; zero or more.</param>
    /// <param name="beamNormalWPerM2">Beam on a plane facing the sun [W/m²]; zero or more.</param>
    /// <param name="extraterrestrialWPerM2">Irradiance above the air on a plane facing the sun [W/m²]; above zero.</param>
    /// <param name="tiltDeg">Tilt of the plane [deg]; 0 to 180.</param>
    /// <param name="sunZenithDeg">Apparent zenith of the sun [deg]; 0 to 180.</param>
    /// <param name="incidenceCosine">Cosine of the angle of incidence [1]; −1 to 1.</param>
    /// <returns>Irradiance [W/m²].</returns>
    /// <remarks>
    /// DHI·(A·Rb + (1 − A)·(1 + cos β)/2), A = DNI/E0, Rb = max(cos AOI, 0)/max(cos z, 0.01745).
    /// Source: J. E. Hay and J. A. Davies, Proc. First Canadian Solar Radiation Data Workshop, 1980, 59-72.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double HayDaviesSkyWPerM2(
        double diffuseWPerM2,
        double beamNormalWPerM2,
        double extraterrestrialWPerM2,
        double tiltDeg,
        double sunZenithDeg,
        double incidenceCosine)
    {
        const double leastCosine = 0.01745;
        Require.AtLeastZero(beamNormalWPerM2);
        Require.AboveZero(extraterrestrialWPerM2);
        Require.InRange(sunZenithDeg, 0.0, 180.0);
        Require.InRange(incidenceCosine, -1.0, 1.0);
        double isotropic = IsotropicSkyWPerM2(diffuseWPerM2, tiltDeg);
        double anisotropy = beamNormalWPerM2 / extraterrestrialWPerM2;
        double beamRatio = Math.Max(0.0, incidenceCosine) / Math.Max(leastCosine, Math.Cos(sunZenithDeg / DegreesPerRadian));
        return Math.Max(0.0, diffuseWPerM2 * anisotropy * beamRatio + (1.0 - anisotropy) * isotropic);
    }

    /// <summary>Diffuse light of a sky with a bright ring around the sun and a bright band at the horizon.</summary>
    /// <param name="diffuseWPerM2">Diffuse horizontal irradiance [W/m²]; zero or more.</param>
    /// <param name="beamNormalWPerM2">Beam on a plane facing the sun [W/m²]; zero or more.</param>
    /// <param name="extraterrestrialWPerM2">Irradiance above the air on a plane facing the sun [W/m²]; above zero.</param>
    /// <param name="tiltDeg">Tilt of the plane [deg]; 0 to 180.</param>
    /// <param name="sunZenithDeg">Apparent zenith of the sun [deg]; 0 to 180.</param>
    /// <param name="incidenceCosine">Cosine of the angle of incidence [1]; −1 to 1.</param>
    /// <returns>Irradiance [W/m²]; zero without diffuse light and with the sun below the horizon.</returns>
    /// <remarks>
    /// Source: R. Perez et al., Solar Energy 44(5), 1990, 271-289, coefficients "all sites composite 1990", airmass by Kasten and Young.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double PerezSkyWPerM2(
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
        // At sunrise real files carry zeros and airmass has no meaning below the horizon: there the sky gives nothing.
        if (diffuseWPerM2 == 0.0 || sunZenithDeg > 90.0)
        {
            return 0.0;
        }

        double zenith = sunZenithDeg / DegreesPerRadian;
        double brightness = diffuseWPerM2 * Sun.RelativeAirmass(sunZenithDeg) / extraterrestrialWPerM2;
        double cubed = 1.041 * zenith * zenith * zenith;
        double clearness = ((diffuseWPerM2 + beamNormalWPerM2) / diffuseWPerM2 + cubed) / (1.0 + cubed);
        var f = PerezRow(clearness);
        double circumsolar = Math.Max(0.0, f[0] + f[1] * brightness + f[2] * zenith);
        double horizon = f[3] + f[4] * brightness + f[5] * zenith;
        return RingAndBandWPerM2(diffuseWPerM2, circumsolar, horizon, tiltDeg, zenith, incidenceCosine);
    }

    // The sky of Perez, from a table or from splines: an even part, a ring that moves with the sun, a band along the horizon.
    internal static double RingAndBandWPerM2(
        double diffuseWPerM2, double circumsolar, double horizon, double tiltDeg, double zenithRad, double incidenceCosine)
    {
        double leastCosine = Math.Cos(85.0 / DegreesPerRadian);
        double beamRatio = Math.Max(0.0, incidenceCosine) / Math.Max(leastCosine, Math.Cos(zenithRad));
        double tilt = tiltDeg / DegreesPerRadian;
        double factor = (1.0 - circumsolar) * (1.0 + Math.Cos(tilt)) / 2.0 + circumsolar * beamRatio + horizon * Math.Sin(tilt);
        return Math.Max(0.0, diffuseWPerM2 * factor);
    }

    private static ReadOnlySpan<double> PerezRow(double clearness)
    {
        ReadOnlySpan<double> upperEdges = [1.065, 1.23, 1.5, 1.95, 2.8, 4.5, 6.2];
        ReadOnlySpan<double> rows =
        [
            -0.008, 0.588, -0.062, -0.060, 0.072, -0.022,
            0.130, 0.683, -0.151, -0.019, 0.066, -0.029,
            0.330, 0.487, -0.221, 0.055, -0.064, -0.026,
            0.568, 0.187, -0.295, 0.109, -0.152, -0.014,
            0.873, -0.392, -0.362, 0.226, -0.462, 0.001,
            1.132, -1.237, -0.412, 0.288, -0.823, 0.056,
            1.060, -1.600, -0.359, 0.264, -1.127, 0.131,
            0.678, -0.327, -0.250, 0.156, -1.377, 0.251,
        ];
        int bin = 0;
        while (bin < upperEdges.Length && clearness >= upperEdges[bin])
        {
            bin++;
        }

        return rows.Slice(6 * bin, 6);
    }
}
