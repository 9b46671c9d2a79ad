using Twin.Core.Physics;

namespace Twin.Tests.Reference;

[TestClass]
public sealed class GenerationReferenceTests(TestContext context)
{
    private const double Rel = 1e-9; // the same closed forms on both sides

    private readonly record struct PvStation(
        double AoiDeg,
        double DirectWPerM2,
        double DiffuseWPerM2,
        double Modifier,
        double EffectiveWPerM2,
        double CellC,
        double DcW,
        double AcW);

    [TestMethod]
    public void Incidence_modifiers_agree_with_pvlib()
    {
        const double abs = 1e-9; // the same closed forms; near 90 deg both lose digits
        var table = ReferenceTable.Load("iam.csv");
        var off = new Deviations();
        foreach (var row in table.Rows)
        {
            double aoi = row.Number("aoi_deg");
            off.Check(row, row.Number("physical"), Photovoltaics.IncidenceModifierPhysical(aoi), abs);
            off.Check(row, row.Number("ashrae"), Photovoltaics.IncidenceModifierAshrae(aoi), abs);
        }

        off.Finish(table, context);
    }

    [TestMethod]
    public void Cell_temperatures_agree_with_pvlib()
    {
        const double abs = 1e-9; // K
        var table = ReferenceTable.Load("pv_cell_temperature.csv");
        var off = new Deviations();
        foreach (var row in table.Rows)
        {
            double e = row.Number("poa_global_w_m2");
            double air = row.Number("temp_air_c");
            double wind = row.Number("wind_speed_m_s");
            double Sapm(SapmMounting m) => Photovoltaics.SapmCellTemperatureC(e, air, wind, m);
            off.Check(row, row.Number("sapm_open_rack_glass_glass_c"), Sapm(SapmMounting.OpenRackGlassGlass), abs);
            off.Check(row, row.Number("sapm_close_mount_glass_glass_c"), Sapm(SapmMounting.CloseMountGlassGlass), abs);
            off.Check(row, row.Number("sapm_open_rack_glass_polymer_c"), Sapm(SapmMounting.OpenRackGlassPolymer), abs);
            off.Check(row, row.Number("sapm_insulated_back_glass_polymer_c"), Sapm(SapmMounting.InsulatedBackGlassPolymer), abs);
            off.Check(row, row.Number("pvsyst_29_0_c"), Photovoltaics.PvsystCellTemperatureC(e, air, wind), abs);
            off.Check(row, row.Number("pvsyst_25_1p2_c"), Photovoltaics.PvsystCellTemperatureC(e, air, wind, 25.0, 1.2), abs);
            off.Check(row, row.Number("faiman_c"), Photovoltaics.FaimanModuleTemperatureC(e, air, wind), abs);
        }

        off.Finish(table, context);
    }

    [TestMethod]
    public void Inverter_agrees_with_PVWatts()
    {
        const double rel = 1e-12; // a handful of multiplications
        var table = ReferenceTable.Load("pvwatts_inverter.csv");
        var off = new Deviations();
        foreach (var row in table.Rows)
        {
            double found = Photovoltaics.PvWattsInverterAcW(row.Number("pdc_w"), row.Number("pdc0_w"), row.Number("eta_inv_nom"));
            off.Expect(row, row.Number("eta_inv_ref") == 0.9637, "the reference efficiency is a constant of the model");
            off.Check(row, row.Number("pac_w"), found, relative: rel);
        }

        off.Finish(table, context);
    }

    [TestMethod]
    public void A_photovoltaic_plant_agrees_with_pvlib_from_light_to_grid()
    {
        const double wattsPerKilowattPeak = 0.2; // the own sun position is off by up to 0.009 deg
        var table = ReferenceTable.Load("pvwatts_ac.csv");
        var off = new Deviations();
        foreach (var row in table.Rows)
        {
            var fed = Plant(row, row.Number("apparent_zenith_deg"), row.Number("solar_azimuth_deg"));
            // Next to 0 deg one ulp of the cosine is 8.5e-7 deg: three of them.
            off.Check(row, row.Number("aoi_deg"), fed.AoiDeg, 2.6e-6, Rel);
            off.Check(row, row.Number("poa_direct_w_m2"), fed.DirectWPerM2, relative: Rel);
            off.Check(row, row.Number("poa_diffuse_w_m2"), fed.DiffuseWPerM2, relative: Rel);
            off.Check(row, row.Number("poa_global_w_m2"), fed.DirectWPerM2 + fed.DiffuseWPerM2, relative: Rel);
            off.Check(row, row.Number("iam"), fed.Modifier, relative: Rel);
            off.Check(row, row.Number("effective_irradiance_w_m2"), fed.EffectiveWPerM2, relative: Rel);
            off.Check(row, row.Number("cell_temperature_c"), fed.CellC, relative: Rel);
            off.Check(row, row.Number("dc_w"), fed.DcW, relative: Rel);
            off.Check(row, row.Number("ac_w"), fed.AcW, relative: Rel);

            double pressurePa = MoistAir.PressureAtElevationPa(row.Number("altitude_m"));
            var sun = Sun.Position(
                row.UnixS("utc"), row.Number("latitude_deg"), row.Number("longitude_deg"), pressurePa, row.Number("temp_air_c"));
            var own = Plant(row, sun.ApparentZenithDeg, sun.AzimuthDeg);
            double allowedW = wattsPerKilowattPeak * row.Number("pdc0_module_w") / 1000.0;
            off.Check(row, row.Number("ac_w"), own.AcW, allowedW, what: "ac_w with the own sun");
        }

        off.Finish(table, context);
    }

    [TestMethod]
    public void Wind_power_agrees_with_windpowerlib()
    {
        var curves = ReferenceTable.Load("wind_turbine_curve.csv").Rows
            .GroupBy(row => row.Text("curve"), StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => (
                    Speeds: g.Select(r => r.Number("wind_speed_m_s")).ToArray(),
                    Powers: g.Select(r => r.Number("power_kw") * 1000.0).ToArray()),
                StringComparer.Ordinal);
        var table = ReferenceTable.Load("wind_power.csv");
        var off = new Deviations();
        foreach (var row in table.Rows)
        {
            double speed = row.Number("wind_speed_m_s");
            double measuredAt = row.Number("wind_height_m");
            double hub = row.Number("hub_height_m");
            double roughness = row.Number("roughness_m");
            double Exponent() =>
                row.IsEmpty("hellmann_exponent") ? Wind.HellmannExponent(hub, roughness) : row.Number("hellmann_exponent");
            double hubSpeed = row.Text("profile") == "logarithmic"
                ? Wind.LogProfile(speed, measuredAt, hub, roughness)
                : Wind.PowerLaw(speed, measuredAt, hub, Exponent());
            double hubC = Wind.HubTemperatureC(row.Number("temperature_c"), row.Number("temperature_height_m"), hub);
            double pressure = row.Number("pressure_pa");
            double pressureAt = row.Number("pressure_height_m");
            double density = row.Text("density_model") == "ideal_gas"
                ? Wind.DensityKgPerM3(pressure, pressureAt, hub, hubC)
                : Wind.BarometricDensityKgPerM3(pressure, pressureAt, hub, hubC);
            var (speeds, powers) = curves[row.Text("curve")];
            // Power steps at cut-in and cut-out, where the last bit of the speed decides: the curve is fed the speed of the file.
            double fedSpeed = row.Number("wind_speed_hub_m_s");
            double power = Wind.PowerCurveW(speeds, powers, fedSpeed);
            double corrected = Wind.DensityCorrectedPowerW(speeds, powers, fedSpeed, density, clampCutOut: false);
            off.Check(row, row.Number("wind_speed_hub_m_s"), hubSpeed, relative: Rel);
            off.Check(row, row.Number("temperature_hub_c"), hubC, relative: Rel);
            off.Check(row, row.Number("density_hub_kg_m3"), density, relative: Rel);
            off.Check(row, row.Number("power_kw"), power / 1000.0, relative: Rel);
            off.Check(row, row.Number("power_density_corrected_kw"), corrected / 1000.0, relative: Rel);
        }

        off.Finish(table, context);
    }

    private static PvStation Plant(ReferenceRow row, double zenithDeg, double sunAzimuthDeg)
    {
        double tilt = row.Number("tilt_deg");
        double azimuth = row.Number("azimuth_deg");
        double dni = row.Number("dni_w_m2");
        double dhi = row.Number("dhi_w_m2");
        double above = Sun.ExtraterrestrialWPerM2(DateTimeOffset.FromUnixTimeSeconds((long)row.UnixS("utc")).DayOfYear);
        double cosine = Irradiance.IncidenceCosine(tilt, azimuth, zenithDeg, sunAzimuthDeg);
        double aoi = Irradiance.AngleOfIncidenceDeg(tilt, azimuth, zenithDeg, sunAzimuthDeg);
        double direct = Irradiance.BeamWPerM2(dni, cosine);
        double sky = row.Text("transposition") == "perez"
            ? Irradiance.PerezSkyWPerM2(dhi, dni, above, tilt, zenithDeg, cosine)
            : Irradiance.HayDaviesSkyWPerM2(dhi, dni, above, tilt, zenithDeg, cosine);
        double diffuse = sky + Irradiance.GroundWPerM2(row.Number("ghi_w_m2"), row.Number("albedo"), tilt);
        double modifier = Photovoltaics.IncidenceModifierPhysical(aoi);
        double effective = direct * modifier + diffuse;
        var mounting = new SapmMounting(row.Number("sapm_a"), row.Number("sapm_b"), row.Number("sapm_dt_k"));
        double cell = Photovoltaics.SapmCellTemperatureC(
            direct + diffuse, row.Number("temp_air_c"), row.Number("wind_speed_m_s"), mounting);
        double loss = Photovoltaics.CombinedLossFraction([0.02, 0.03, 0.0, 0.02, 0.02, 0.005, 0.015, 0.01, 0.0, 0.03]);
        double dc = Photovoltaics.PvWattsDcW(effective, cell, row.Number("pdc0_module_w"), row.Number("gamma_pdc_per_k")) * (1.0 - loss);
        double ac = Photovoltaics.PvWattsInverterAcW(dc, row.Number("pdc0_inverter_w"));
        return new(aoi, direct, diffuse, modifier, effective, cell, dc, ac);
    }
}
