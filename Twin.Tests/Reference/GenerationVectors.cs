using Twin.Core.Physics;

namespace Twin.Tests.Reference;

/// <summary>Photovoltaics and wind.</summary>
internal static class GenerationVectors
{
    private const double Rel = 1e-9; // the same closed forms on both sides
    private const double TemperatureK = 1e-9; // as Rel, and a temperature of 0 degC is no smaller than another
    private const double IrradianceWPerM2 = 1e-9; // cos AOI is a difference of numbers near one: rounding of a full sun is 1e-12

    private readonly record struct PvStation(
        double AoiDeg,
        double DirectWPerM2,
        double DiffuseWPerM2,
        double Modifier,
        double EffectiveWPerM2,
        double CellC,
        double DcW,
        double AcW);

    public static void Covers(ReferenceTable table, Deviations off)
    {
        const double abs = 1e-9; // the same closed forms; near 90 deg both lose digits
        foreach (var row in table.Rows)
        {
            double aoi = row.Number("aoi_deg");
            off.Column(row, "physical", Photovoltaics.IncidenceModifierPhysical(aoi), abs);
            off.Column(row, "physical_ar", ModuleModels.IncidenceModifierCoated(aoi), abs);
            off.Column(row, "ashrae", Photovoltaics.IncidenceModifierAshrae(aoi), abs);
            off.Column(row, "martin_ruiz", ModuleModels.IncidenceModifierMartinRuiz(aoi), abs);
            off.Column(row, "schlick", ModuleModels.IncidenceModifierSchlick(aoi), abs);
        }
    }

    public static void Cells(ReferenceTable table, Deviations off)
    {
        foreach (var row in table.Rows)
        {
            double e = row.Number("poa_global_w_m2");
            double air = row.Number("temp_air_c");
            double wind = row.Number("wind_speed_m_s");
            Sapm("sapm_open_rack_glass_glass_c", SapmMounting.OpenRackGlassGlass);
            Sapm("sapm_close_mount_glass_glass_c", SapmMounting.CloseMountGlassGlass);
            Sapm("sapm_open_rack_glass_polymer_c", SapmMounting.OpenRackGlassPolymer);
            Sapm("sapm_insulated_back_glass_polymer_c", SapmMounting.InsulatedBackGlassPolymer);
            off.Column(row, "pvsyst_29_0_c", Photovoltaics.PvsystCellTemperatureC(e, air, wind), TemperatureK);
            off.Column(row, "pvsyst_25_1p2_c", Photovoltaics.PvsystCellTemperatureC(e, air, wind, 25.0, 1.2), TemperatureK);
            off.Column(row, "faiman_c", Photovoltaics.FaimanModuleTemperatureC(e, air, wind), TemperatureK);
            off.Column(row, "ross_noct45_c", ModuleModels.RossCellTemperatureC(e, air, 45.0), TemperatureK);
            off.Column(row, "noct_sam_45_c", ModuleModels.NoctSamCellTemperatureC(e, air, wind, 45.0, 0.2), TemperatureK);

            void Sapm(string column, SapmMounting m) =>
                off.Column(row, column, Photovoltaics.SapmCellTemperatureC(e, air, wind, m), TemperatureK);
        }
    }

    public static void Inverter(ReferenceTable table, Deviations off)
    {
        const double rel = 1e-12; // a handful of multiplications
        foreach (var row in table.Rows)
        {
            double found = Photovoltaics.PvWattsInverterAcW(
                row.Number("pdc_w"), row.Number("pdc0_w"), row.Number("eta_inv_nom"), row.Number("eta_inv_ref"));
            off.Column(row, "pac_w", found, relative: rel);
        }
    }

    public static void Plant(ReferenceTable table, Deviations off)
    {
        const double wattsPerKilowattPeak = 0.2; // the own sun position is off by up to 0.009 deg
        foreach (var row in table.Rows)
        {
            var fed = Station(row, row.Number("apparent_zenith_deg"), row.Number("solar_azimuth_deg"));
            off.Column(row, "aoi_deg", fed.AoiDeg, 2.6e-6, Rel); // next to 0 deg: three ulp of the cosine
            off.Column(row, "poa_direct_w_m2", fed.DirectWPerM2, IrradianceWPerM2, Rel);
            off.Column(row, "poa_diffuse_w_m2", fed.DiffuseWPerM2, IrradianceWPerM2, Rel);
            off.Column(row, "poa_global_w_m2", fed.DirectWPerM2 + fed.DiffuseWPerM2, IrradianceWPerM2, Rel);
            off.Column(row, "iam", fed.Modifier, Rel);
            off.Column(row, "effective_irradiance_w_m2", fed.EffectiveWPerM2, IrradianceWPerM2, Rel);
            off.Column(row, "cell_temperature_c", fed.CellC, TemperatureK, Rel);
            // Next to the standstill of the inverter its curve is a difference of two like numbers: rounding of its rating.
            off.Column(row, "dc_w", fed.DcW, Rel * 1e-3 * row.Number("pdc0_module_w"), Rel);
            off.Column(row, "ac_w", fed.AcW, Rel * 1e-3 * row.Number("pdc0_inverter_w"), Rel);

            double pressurePa = MoistAir.PressureAtElevationPa(row.Number("altitude_m"));
            var sun = Sun.Position(
                row.UnixS("utc"), row.Number("latitude_deg"), row.Number("longitude_deg"), pressurePa, row.Number("temp_air_c"));
            var own = Station(row, sun.ApparentZenithDeg, sun.AzimuthDeg);
            double allowedW = wattsPerKilowattPeak * row.Number("pdc0_module_w") / 1000.0;
            off.Check(row, row.Number("ac_w"), own.AcW, allowedW, what: "ac_w with the own sun");
        }
    }

    public static void Wind(ReferenceTable table, Deviations off)
    {
        var curves = Curves(table.Beside("wind_turbine_curve.csv"));
        foreach (var row in table.Rows)
        {
            double speed = row.Number("wind_speed_m_s");
            double measuredAt = row.Number("wind_height_m");
            double hub = row.Number("hub_height_m");
            double hubSpeed = row.Text("profile") switch
            {
                "logarithmic" => Core.Physics.Wind.LogProfile(speed, measuredAt, hub, row.Number("roughness_m")),
                "hellman" => Core.Physics.Wind.PowerLaw(speed, measuredAt, hub, Exponent(row, hub)),
                var other => throw new InvalidDataException($"{row.Place}: unknown profile {other}."),
            };
            double hubC = Core.Physics.Wind.HubTemperatureC(row.Number("temperature_c"), row.Number("temperature_height_m"), hub);
            double pressure = row.Number("pressure_pa");
            double pressureAt = row.Number("pressure_height_m");
            double density = row.Text("density_model") switch
            {
                "ideal_gas" => Core.Physics.Wind.DensityKgPerM3(pressure, pressureAt, hub, hubC),
                "barometric" => Core.Physics.Wind.BarometricDensityKgPerM3(pressure, pressureAt, hub, hubC),
                var other => throw new InvalidDataException($"{row.Place}: unknown density model {other}."),
            };
            var (speeds, powers) = curves[row.Text("curve")];
            // Power steps at cut-in and cut-out, where the last bit of the speed decides: the curve is fed the speed of the file.
            double fedSpeed = row.Number("wind_speed_hub_m_s");
            double fedDensity = row.Number("density_hub_kg_m3");
            double power = Core.Physics.Wind.PowerCurveW(speeds, powers, fedSpeed);
            // The published method moves the cut-out with the density; the twin holds it, and would be compared with something else.
            double corrected = Core.Physics.Wind.DensityCorrectedPowerW(speeds, powers, fedSpeed, fedDensity, clampCutOut: false);
            off.Column(row, "wind_speed_hub_m_s", hubSpeed, relative: Rel);
            off.Column(row, "temperature_hub_c", hubC, TemperatureK, Rel);
            off.Column(row, "density_hub_kg_m3", density, relative: Rel);
            off.Column(row, "power_kw", power / 1000.0, relative: Rel);
            off.Column(row, "power_density_corrected_kw", corrected / 1000.0, relative: Rel);
        }
    }

    /// <summary>At each of its points a curve gives the power of the point, and half-way the mean of two.</summary>
    public static void TurbineCurve(ReferenceTable table, Deviations off)
    {
        var curves = Curves(table);
        foreach (var row in table.Rows)
        {
            var (speeds, powers) = curves[row.Text("curve")];
            double speed = row.Number("wind_speed_m_s");
            off.Column(row, "power_kw", Core.Physics.Wind.PowerCurveW(speeds, powers, speed) / 1000.0, relative: Rel);
            int i = Array.IndexOf(speeds, speed);
            if (i + 1 < speeds.Length)
            {
                double between = Core.Physics.Wind.PowerCurveW(speeds, powers, 0.5 * (speed + speeds[i + 1]));
                off.Check(row, 0.5 * (powers[i] + powers[i + 1]), between, absolute: 1e-3, relative: Rel, what: "half-way [W]");
            }
        }
    }

    private static double Exponent(ReferenceRow row, double hubM) => row.IsEmpty("hellmann_exponent")
        ? Core.Physics.Wind.HellmannExponent(hubM, row.Number("roughness_m"))
        : row.Number("hellmann_exponent");

    private static Dictionary<string, (double[] Speeds, double[] Powers)> Curves(ReferenceTable table) => table.Rows
        .GroupBy(row => row.Text("curve"), StringComparer.Ordinal)
        .ToDictionary(
            curve => curve.Key,
            curve => (
                curve.Select(row => row.Number("wind_speed_m_s")).ToArray(),
                curve.Select(row => row.Number("power_kw") * 1000.0).ToArray()),
            StringComparer.Ordinal);

    private static PvStation Station(ReferenceRow row, double zenithDeg, double sunAzimuthDeg)
    {
        double tilt = row.Number("tilt_deg");
        double azimuth = row.Number("azimuth_deg");
        double dni = row.Number("dni_w_m2");
        double dhi = row.Number("dhi_w_m2");
        double above = Sun.ExtraterrestrialWPerM2(DateTimeOffset.FromUnixTimeSeconds((long)row.UnixS("utc")).DayOfYear);
        double cosine = Irradiance.IncidenceCosine(tilt, azimuth, zenithDeg, sunAzimuthDeg);
        double aoi = Irradiance.AngleOfIncidenceDeg(tilt, azimuth, zenithDeg, sunAzimuthDeg);
        double direct = Irradiance.BeamWPerM2(dni, cosine);
        double sky = row.Text("transposition") switch
        {
            "haydavies" => Irradiance.HayDaviesSkyWPerM2(dhi, dni, above, tilt, zenithDeg, cosine),
            "perez" => Irradiance.PerezSkyWPerM2(dhi, dni, above, tilt, zenithDeg, cosine),
            "isotropic" => Irradiance.IsotropicSkyWPerM2(dhi, tilt),
            var other => throw new InvalidDataException($"{row.Place}: unknown transposition {other}."),
        };
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
