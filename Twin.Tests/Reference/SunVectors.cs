using Twin.Core.Physics;

namespace Twin.Tests.Reference;

/// <summary>Sun, light on planes, clear sky.</summary>
internal static class SunVectors
{
    private const double Rel = 1e-9; // the same closed forms on both sides
    private const double IrradianceWPerM2 = 1e-6; // far below any sensor, far above rounding
    private const double SunDiscDeg = 0.26667;
    private const double DegreesPerRadian = 180.0 / Math.PI;

    // Next to 0 and 180 deg one ulp of the cosine is 8.5e-7 deg, in the reference as here: three of them.
    private const double AoiDeg = 2.6e-6;

    /// <summary>
    /// The project computes the sun by Meeus' low-precision formulas and not by the tables of the SPA: 0.0089 deg at most from 2000
    /// to 2100, less than 0.1 W per kWp, without 100 kB of tables. The file is the SPA; hence 0.01 deg and not 1e-4.
    /// </summary>
    public static void Position(ReferenceTable table, Deviations off)
    {
        const double angleDeg = 0.01;
        foreach (var row in table.Rows)
        {
            var sun = Sun.Position(
                row.UnixS("utc"),
                row.Number("latitude_deg"),
                row.Number("longitude_deg"),
                row.Number("pressure_pa"),
                row.Number("temperature_c"),
                row.Number("delta_t_s"));
            double elevationDeg = row.Number("elevation_deg");
            off.Column(row, "zenith_deg", sun.ZenithDeg, angleDeg);
            off.Column(row, "elevation_deg", sun.ElevationDeg, angleDeg);
            double sine = Math.Max(Math.Sin(row.Number("zenith_deg") / DegreesPerRadian), 1e-3); // azimuths crowd together at the zenith
            double turnDeg = Math.IEEERemainder(sun.AzimuthDeg - row.Number("azimuth_deg"), 360.0);
            off.Check(row, 0.0, turnDeg, angleDeg / sine, what: "azimuth_deg");
            off.Column(row, "equation_of_time_min", sun.EquationOfTimeMin, 0.04);
            off.Column(row, "earth_sun_distance_au", sun.DistanceAu, 1e-4);
            int day = DateTimeOffset.FromUnixTimeSeconds((long)row.UnixS("utc")).DayOfYear;
            off.Column(row, "dni_extra_spencer_w_m2", Sun.ExtraterrestrialWPerM2(day), relative: Rel);

            // Refraction steps in by 0.6 deg below the horizon: at -0.83337 deg here, in the reference where the row says. Between
            // the two, and as near to them as the sun may be off, the two do different things and none is wrong.
            double here = -(SunDiscDeg + 0.5667);
            double there = -(SunDiscDeg + row.Number("atmos_refract_deg"));
            if (elevationDeg > Math.Max(here, there) + angleDeg || elevationDeg < Math.Min(here, there) - angleDeg)
            {
                off.Column(row, "apparent_zenith_deg", sun.ApparentZenithDeg, angleDeg);
                off.Column(row, "apparent_elevation_deg", sun.ApparentElevationDeg, angleDeg);
            }

            off.Expect(row, row.Number("apparent_zenith_deg") > 90.0 == row.IsEmpty("airmass_relative_ky1989"), "airmass or none");
            if (!row.IsEmpty("airmass_relative_ky1989"))
            {
                double airmass = Sun.RelativeAirmass(row.Number("apparent_zenith_deg"));
                off.Column(row, "airmass_relative_ky1989", airmass, relative: Rel);
                off.Column(row, "airmass_absolute", airmass * row.Number("pressure_pa") / 101_325.0, relative: Rel);
            }
        }
    }

    /// <summary>Seconds instead of the SPA's one: a low-precision sun and one correction each, as in <see cref="Position"/>.</summary>
    public static void Day(ReferenceTable table, Deviations off)
    {
        const double seconds = 60.0;
        foreach (var row in table.Rows)
        {
            var day = Sun.Day(row.UnixS("utc_date"), row.Number("latitude_deg"), row.Number("longitude_deg"));
            off.Check(row, row.UnixS("transit_utc"), day.TransitUnixS, seconds, what: "transit_utc");
            Event(row, "sunrise_utc", day.RiseUnixS);
            Event(row, "sunset_utc", day.SetUnixS);
        }

        void Event(ReferenceRow row, string column, double? found)
        {
            off.Expect(row, row.IsEmpty(column) == found is null, column + ": happens or not");
            if (!row.IsEmpty(column) && found is { } unixS)
            {
                off.Check(row, row.UnixS(column), unixS, seconds, what: column);
            }
        }
    }

    public static void Decomposition(ReferenceTable table, Deviations off)
    {
        foreach (var row in table.Rows)
        {
            double ghi = row.Number("ghi_w_m2");
            double zenith = row.Number("solar_zenith_deg");
            double above = row.Number("dni_extra_w_m2");
            off.Column(row, "dni_extra_w_m2", Sun.ExtraterrestrialWPerM2((int)row.Number("day_of_year")), relative: Rel);
            var erbs = Irradiance.Erbs(ghi, zenith, above);
            off.Column(row, "kt", erbs.ClearnessIndex, relative: Rel);
            off.Column(row, "erbs_dni_w_m2", erbs.BeamNormalWPerM2, IrradianceWPerM2);
            off.Column(row, "erbs_dhi_w_m2", erbs.DiffuseHorizontalWPerM2, IrradianceWPerM2);
            var smooth = ContinuousSky.Erbs(ghi, zenith, above);
            off.Column(row, "erbs_driesse_dni_w_m2", smooth.BeamNormalWPerM2, IrradianceWPerM2);
            off.Column(row, "erbs_driesse_dhi_w_m2", smooth.DiffuseHorizontalWPerM2, IrradianceWPerM2);
        }
    }

    public static void Transposition(ReferenceTable table, Deviations off)
    {
        foreach (var row in table.Rows)
        {
            double tilt = row.Number("surface_tilt_deg");
            double zenith = row.Number("solar_zenith_deg");
            double azimuth = row.Number("surface_azimuth_deg");
            double sunAzimuth = row.Number("solar_azimuth_deg");
            double dni = row.Number("dni_w_m2");
            double dhi = row.Number("dhi_w_m2");
            double above = row.Number("dni_extra_w_m2");
            double cosine = Irradiance.IncidenceCosine(tilt, azimuth, zenith, sunAzimuth);
            double beam = Irradiance.BeamWPerM2(dni, cosine);
            double ground = Irradiance.GroundWPerM2(row.Number("ghi_w_m2"), row.Number("albedo"), tilt);
            double hayDavies = Irradiance.HayDaviesSkyWPerM2(dhi, dni, above, tilt, zenith, cosine);
            double perez = Irradiance.PerezSkyWPerM2(dhi, dni, above, tilt, zenith, cosine);
            double smooth = ContinuousSky.PerezWPerM2(dhi, dni, above, tilt, zenith, cosine);
            off.Column(row, "aoi_deg", Irradiance.AngleOfIncidenceDeg(tilt, azimuth, zenith, sunAzimuth), AoiDeg);
            off.Column(row, "poa_direct_w_m2", beam, IrradianceWPerM2);
            off.Column(row, "poa_ground_w_m2", ground, IrradianceWPerM2);
            off.Column(row, "poa_sky_isotropic_w_m2", Irradiance.IsotropicSkyWPerM2(dhi, tilt), IrradianceWPerM2);
            off.Column(row, "poa_sky_haydavies_w_m2", hayDavies, IrradianceWPerM2);
            off.Column(row, "poa_global_haydavies_w_m2", beam + ground + hayDavies, IrradianceWPerM2);
            // Where the reference is undefined the engine owes a zero.
            ColumnOrZero(row, "poa_sky_perez_w_m2", perez, IrradianceWPerM2);
            ColumnOrZero(row, "poa_sky_perez_driesse_w_m2", smooth, 1e-4);
            if (!row.IsEmpty("poa_global_perez_w_m2"))
            {
                off.Column(row, "poa_global_perez_w_m2", beam + ground + perez, IrradianceWPerM2);
            }

            if (!row.IsEmpty("airmass_relative"))
            {
                off.Column(row, "airmass_relative", Sun.RelativeAirmass(zenith), relative: Rel);
            }
        }

        void ColumnOrZero(ReferenceRow row, string column, double found, double absolute) =>
            off.Check(row, row.IsEmpty(column) ? 0.0 : row.Number(column), found, absolute, what: column);
    }

    public static void ClearDay(ReferenceTable table, Deviations off)
    {
        foreach (var row in table.Rows)
        {
            double zenith = row.Number("apparent_zenith_deg");
            double altitudeM = row.Number("altitude_m");
            off.Column(row, "dni_extra_w_m2", Sun.ExtraterrestrialWPerM2((int)row.Number("day_of_year")), relative: Rel);
            if (!row.IsEmpty("airmass_absolute"))
            {
                double share = MoistAir.PressureAtElevationPa(altitudeM) / 101_325.0;
                off.Column(row, "airmass_absolute", Sun.RelativeAirmass(zenith) * share, relative: Rel);
            }

            var found = ClearSky.Ineichen(zenith, altitudeM, row.Number("linke_turbidity"), row.Number("dni_extra_w_m2"));
            off.Column(row, "ineichen_ghi_w_m2", found.GlobalWPerM2, IrradianceWPerM2);
            off.Column(row, "ineichen_dni_w_m2", found.BeamNormalWPerM2, IrradianceWPerM2);
            off.Column(row, "ineichen_dhi_w_m2", found.DiffuseWPerM2, IrradianceWPerM2);
            off.Column(row, "haurwitz_ghi_w_m2", ClearSky.HaurwitzWPerM2(zenith), IrradianceWPerM2);
        }
    }
}
