using Twin.Core.Physics;

namespace Twin.Tests.Reference;

/// <summary>Water, glycol, moist air, pipes and pumps.</summary>
internal static class FluidVectors
{
    /// <summary>Correlations against the full IF97: what fits of fifth order leave, far below what a sensor resolves.</summary>
    public static void LiquidWater(ReferenceTable table, Deviations off)
    {
        const double densityRel = 1e-4;
        const double heatRel = 3e-4;
        const double viscosityRel = 1e-3;
        const double conductivityRel = 1e-3; // not in the list of tolerances: that of the viscosity, whose fit is as good
        foreach (var row in table.Rows)
        {
            double tC = row.Number("temperature_c");
            double pPa = row.Number("pressure_bar") * 1.0e5;
            bool liquid = row.Text("phase") == "Liquid";
            off.Expect(row, Water.IsLiquid(tC, pPa) == liquid, "liquid or not");
            if (!liquid)
            {
                Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Water.DensityKgPerM3(tC, pPa));
                continue;
            }

            double density = Water.DensityKgPerM3(tC, pPa);
            double heat = Water.SpecificHeatJPerKgK(tC, pPa);
            double viscosity = Water.ViscosityPaS(tC, pPa);
            double conductivity = Water.ConductivityWPerMK(tC, pPa);
            off.Column(row, "density_kg_m3", density, relative: densityRel);
            off.Column(row, "cp_j_kg_k", heat, relative: heatRel);
            off.Column(row, "enthalpy_j_kg", Water.EnthalpyJPerKg(tC, pPa), absolute: 100.0);
            off.Column(row, "viscosity_pa_s", viscosity, relative: viscosityRel);
            off.Column(row, "conductivity_w_m_k", conductivity, relative: conductivityRel);
            // Quotients: the sum of what their parts may be off.
            off.Column(row, "kinematic_viscosity_m2_s", viscosity / density, relative: viscosityRel + densityRel);
            off.Column(row, "prandtl", heat * viscosity / conductivity, relative: heatRel + viscosityRel + conductivityRel);
        }
    }

    public static void Glycols(ReferenceTable table, Deviations off)
    {
        const double rel = 1e-9; // the same polynomials with the same coefficients
        foreach (var row in table.Rows)
        {
            var kind = row.Text("fluid") switch
            {
                "MPG" => Glycol.Propylene,
                "MEG" => Glycol.Ethylene,
                var other => throw new InvalidDataException($"{row.Place}: unknown fluid {other}."),
            };
            var mixture = new GlycolWater(kind, row.Number("mass_fraction"));
            double tC = row.Number("temperature_c");
            bool liquid = row.Text("state") == "liquid";
            off.Column(row, "freezing_point_c", mixture.FreezingPointC, rel * 273.15); // relative to kelvin: 0 degC is no small number
            off.Expect(row, mixture.IsLiquid(tC) == liquid, "liquid or not");
            if (!liquid)
            {
                Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => mixture.DensityKgPerM3(tC));
                continue;
            }

            off.Column(row, "density_kg_m3", mixture.DensityKgPerM3(tC), relative: rel);
            off.Column(row, "cp_j_kg_k", mixture.SpecificHeatJPerKgK(tC), relative: rel);
            off.Column(row, "viscosity_pa_s", mixture.ViscosityPaS(tC), relative: rel);
            off.Column(row, "conductivity_w_m_k", mixture.ConductivityWPerMK(tC), relative: rel);
        }
    }

    public static void Air(ReferenceTable table, Deviations off)
    {
        const double rel = 1e-6; // the same equations; the reference stops its dew point iteration early
        foreach (var row in table.Rows)
        {
            double tC = row.Number("dry_bulb_c");
            double rh = row.Number("relative_humidity");
            double pPa = row.Number("pressure_pa");
            double ratio = MoistAir.HumidityRatio(tC, rh, pPa);
            off.Column(row, "saturation_pressure_pa", MoistAir.SaturationPressurePa(tC), relative: rel);
            off.Column(row, "humidity_ratio", ratio, relative: rel);
            off.Column(row, "enthalpy_j_kg_da", MoistAir.EnthalpyJPerKg(tC, ratio), relative: rel);
            off.Column(row, "density_kg_m3", MoistAir.DensityKgPerM3(tC, rh, pPa), relative: rel);
            off.Expect(row, row.IsEmpty("dew_point_c") == (rh == 0.0), "dry air alone has no dew point");
            if (!row.IsEmpty("dew_point_c"))
            {
                // Relative to kelvin: a dew point of 0 degC is no smaller than one of 20 degC.
                off.Column(row, "dew_point_c", MoistAir.DewPointC(tC, rh), absolute: rel * 273.15);
            }

            // The reference bisects to 0.001 K; near freezing the bulb may be ice or water.
            double allowedK = Math.Abs(row.Number("wet_bulb_c")) < 0.5 ? 0.05 : 0.005;
            off.Column(row, "wet_bulb_c", MoistAir.WetBulbC(tC, rh, pPa), absolute: allowedK);
        }
    }

    public static void Friction(ReferenceTable table, Deviations off)
    {
        const double rel = 1e-9; // the same closed forms, and Colebrook solved to rounding on both sides
        const double explicitRel = 0.035; // what the explicit formulas promise against Colebrook in turbulent flow
        const double turbulentReynolds = 4000.0;
        foreach (var row in table.Rows)
        {
            double re = row.Number("reynolds");
            double rough = row.Number("relative_roughness");
            double colebrook = Hydraulics.ColebrookFriction(re, rough);
            off.Column(row, "f_colebrook", colebrook, relative: rel);
            Explicit(row, "f_churchill", Hydraulics.ChurchillFriction(re, rough));
            Explicit(row, "f_haaland", Hydraulics.HaalandFriction(re, rough));
            Explicit(row, "f_swamee_jain", Hydraulics.SwameeJainFriction(re, rough));

            double density = row.Number("density_kg_m3");
            double velocity = row.Number("velocity_m_s");
            double diameter = row.Number("diameter_m");
            double dropPa = Hydraulics.PressureDropPa(colebrook, row.Number("length_m"), diameter, 0.0, density, velocity);
            off.Column(row, "reynolds", Hydraulics.Reynolds(density, velocity, diameter, row.Number("viscosity_pa_s")), relative: rel);
            off.Column(row, "pressure_drop_pa", dropPa, relative: rel);
        }

        void Explicit(ReferenceRow row, string column, double found)
        {
            off.Column(row, column, found, relative: rel);
            if (row.Number("reynolds") >= turbulentReynolds)
            {
                off.Check(row, row.Number("f_colebrook"), found, relative: explicitRel, what: column + " for Colebrook");
            }
        }
    }

    public static void Pumps(ReferenceTable table, Deviations off)
    {
        const double rel = 1e-9; // the same closed form
        foreach (var row in table.Rows)
        {
            double flow = row.Number("q_m3_s");
            double nominalPa = row.Number("dp_nominal_pa");
            double efficiency = row.Number("eta_total");
            double share = flow / row.Number("q_nominal_m3_s");
            double pressurePa = Hydraulics.SystemPressurePa(row.Number("dp_static_pa"), nominalPa, share);
            off.Column(row, "dp_pa", pressurePa, relative: rel);
            off.Column(row, "power_w", Hydraulics.PumpPowerW(flow, pressurePa, efficiency), relative: rel);
            // The cube law is what the two functions give together where nothing is static.
            double cubeW = Hydraulics.PumpPowerW(flow, Hydraulics.SystemPressurePa(0.0, nominalPa, share), efficiency);
            off.Column(row, "power_cube_law_w", cubeW, relative: rel);
        }
    }
}
