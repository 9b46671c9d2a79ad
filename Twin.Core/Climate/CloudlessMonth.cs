using Twin.Core.Physics;
using Twin.Core.Time;

namespace Twin.Core.Climate;

/// <summary>What the sun does over a place in a month if no cloud comes: the part of its radiation that no seed decides.</summary>
internal sealed class CloudlessMonth
{
    private const double LargestClimbDeg = 1.26; // in the time between two knots; the earth turns by 1.2534 deg

    /// <summary>Computes a month.</summary>
    /// <param name="normals">Normals of the place.</param>
    /// <param name="month">Number of the month.</param>
    public CloudlessMonth(ClimateNormals normals, int month)
    {
        int knots = UtcMonth.Days(month) * UtcDay.LengthS / RadiationClimate.KnotS;
        long beginUnixS = UtcDay.BeginUnixS(UtcMonth.FirstDay(month));
        GhiWPerM2 = new double[knots];
        ZenithDeg = new double[knots];
        double pressurePa = RadiationClimate.PressurePa(normals.ElevationM);
        double airC = normals.AirMeanC[month % 12];
        for (int k = 0; k < knots;)
        {
            long unixS = beginUnixS + ((long)k * RadiationClimate.KnotS);
            SunPosition sun = Sun.Position(unixS, normals.LatitudeDeg, normals.LongitudeDeg, pressurePa, airC);
            ZenithDeg[k] = sun.ZenithDeg;
            GhiWPerM2[k] = sun.ZenithDeg < 90.0 ? ClearSky.HaurwitzWPerM2(sun.ApparentZenithDeg) : 0.0;

            // the sun climbs no faster than the earth turns: deep in the night the next knots are dark too
            k += 1 + (int)(Math.Max(sun.ZenithDeg - 90.0, 0.0) / LargestClimbDeg);
        }
    }

    /// <summary>Global horizontal irradiance at each knot [W/m2].</summary>
    public double[] GhiWPerM2 { get; }

    /// <summary>True zenith of the sun at each knot [deg]; of no use in the dark.</summary>
    public double[] ZenithDeg { get; }
}
