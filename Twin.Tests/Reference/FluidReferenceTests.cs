using Twin.Core.Physics;

namespace Twin.Tests.Reference;

[TestClass]
public sealed class FluidReferenceTests(TestContext context)
{
    [TestMethod]
    public void Water_agrees_with_IF97_and_refuses_steam()
    {
        var table = ReferenceTable.Load("water_properties.csv");
        var off = new Deviations();
        foreach (var row in table.Rows)
        {
            double tC = row.Number("temperature_c");
            double pPa = row.Number("pressure_bar") * 1.0e5;
            off.Expect(row, Water.IsLiquid(tC, pPa) == (row.Text("phase") == "Liquid"), "liquid or not");
            if (row.Text("phase") != "Liquid")
            {
                Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Water.DensityKgPerM3(tC, pPa));
                continue;
            }

            // Tolerances of correlations: what fits of fifth order leave, far below what a sensor resolves.
            off.Check(row, row.Number("density_kg_m3"), Water.DensityKgPerM3(tC, pPa), relative: 1e-4);
            off.Check(row, row.Number("cp_j_kg_k"), Water.SpecificHeatJPerKgK(tC, pPa), relative: 3e-4);
            off.Check(row, row.Number("enthalpy_j_kg"), Water.EnthalpyJPerKg(tC, pPa), absolute: 100.0);
            off.Check(row, row.Number("viscosity_pa_s"), Water.ViscosityPaS(tC, pPa), relative: 1e-3);
            off.Check(row, row.Number("conductivity_w_m_k"), Water.ConductivityWPerMK(tC, pPa), relative: 1e-3);
        }

        off.Finish(table, context);
    }

    [TestMethod]
    public void Moist_air_agrees_with_ASHRAE()
    {
        const double rel = 1e-6; // the same equations; the reference stops its dew point iteration early
        var table = ReferenceTable.Load("psychrometrics.csv");
        var off = new Deviations();
        foreach (var row in table.Rows)
        {
            double tC = row.Number("dry_bulb_c");
            double rh = row.Number("relative_humidity");
            double pPa = row.Number("pressure_pa");
            double ratio = MoistAir.HumidityRatio(tC, rh, pPa);
            off.Check(row, row.Number("saturation_pressure_pa"), MoistAir.SaturationPressurePa(tC), relative: rel);
            off.Check(row, row.Number("humidity_ratio"), ratio, relative: rel);
            off.Check(row, row.Number("enthalpy_j_kg_da"), MoistAir.EnthalpyJPerKg(tC, ratio), relative: rel);
            off.Check(row, row.Number("density_kg_m3"), MoistAir.DensityKgPerM3(tC, rh, pPa), relative: rel);
            if (!double.IsNaN(row.Number("dew_point_c")))
            {
                // Relative to kelvin: a dew point of 0 degC is no smaller than one of 20 degC.
                off.Check(row, row.Number("dew_point_c"), MoistAir.DewPointC(tC, rh), absolute: rel * 273.15);
            }

            // The reference bisects to 0.001 K; near freezing the bulb may be ice or water.
            double wetBulbC = row.Number("wet_bulb_c");
            off.Check(row, wetBulbC, MoistAir.WetBulbC(tC, rh, pPa), absolute: Math.Abs(wetBulbC) < 0.5 ? 0.05 : 0.005);
        }

        off.Finish(table, context);
    }

    [TestMethod]
    public void Pipe_friction_agrees_with_the_published_formulas()
    {
        const double rel = 1e-9; // the same closed forms, and Colebrook solved to rounding on both sides
        var table = ReferenceTable.Load("pipe_friction.csv");
        var off = new Deviations();
        foreach (var row in table.Rows)
        {
            double re = row.Number("reynolds");
            double rough = row.Number("relative_roughness");
            double colebrook = Hydraulics.ColebrookFriction(re, rough);
            off.Check(row, row.Number("f_colebrook"), colebrook, relative: rel);
            off.Check(row, row.Number("f_churchill"), Hydraulics.ChurchillFriction(re, rough), relative: rel);
            off.Check(row, row.Number("f_haaland"), Hydraulics.HaalandFriction(re, rough), relative: rel);
            off.Check(row, row.Number("f_swamee_jain"), Hydraulics.SwameeJainFriction(re, rough), relative: rel);
            double dropPa = Hydraulics.PressureDropPa(
                colebrook, row.Number("length_m"), row.Number("diameter_m"), 0.0, row.Number("density_kg_m3"), row.Number("velocity_m_s"));
            off.Check(row, row.Number("pressure_drop_pa"), dropPa, relative: rel);
        }

        off.Finish(table, context);
    }

    [TestMethod]
    public void Pump_power_follows_the_system_curve()
    {
        const double rel = 1e-9; // the same closed form
        var table = ReferenceTable.Load("pump_power.csv");
        var off = new Deviations();
        foreach (var row in table.Rows)
        {
            double flow = row.Number("q_m3_s");
            double pressurePa = Hydraulics.SystemPressurePa(
                row.Number("dp_static_pa"), row.Number("dp_nominal_pa"), flow / row.Number("q_nominal_m3_s"));
            off.Check(row, row.Number("dp_pa"), pressurePa, relative: rel);
            off.Check(row, row.Number("power_w"), Hydraulics.PumpPowerW(flow, pressurePa, row.Number("eta_total")), relative: rel);
        }

        off.Finish(table, context);
    }
}
