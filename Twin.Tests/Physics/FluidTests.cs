using Twin.Core.Physics;

namespace Twin.Tests.Physics;

[TestClass]
public sealed class FluidTests
{
    [TestMethod]
    [DataRow(0.1e6, 372.755919)]
    [DataRow(1.0e6, 453.035632)]
    [DataRow(10.0e6, 584.149488)]
    public void Boiling_points_are_those_of_IF97_table_36(double pressurePa, double kelvin) =>
        Assert.AreEqual(kelvin - 273.15, Water.BoilingPointC(pressurePa), 1e-6); // the table prints six decimals

    [TestMethod]
    public void Enthalpy_is_the_integral_of_heat_capacity()
    {
        const double joule = 1e-3; // Simpson's rule on a smooth polynomial with 100 intervals: below 1e-6 J/kg, rest is reserve
        double sum = 0.0;
        for (int i = 0; i < 100; i++)
        {
            double a = 10.0 + 0.8 * i;
            double ends = Water.SpecificHeatJPerKgK(a) + Water.SpecificHeatJPerKgK(a + 0.8);
            sum += 0.8 / 6.0 * (ends + 4.0 * Water.SpecificHeatJPerKgK(a + 0.4));
        }

        Assert.AreEqual(sum, Water.EnthalpyJPerKg(90.0) - Water.EnthalpyJPerKg(10.0), joule);
    }

    [TestMethod]
    public void Water_is_densest_at_four_degrees() // 3.98 degC at 1 bar; the fit is flat there
    {
        Assert.IsGreaterThan(Water.DensityKgPerM3(0.0), Water.DensityKgPerM3(4.0));
        Assert.IsGreaterThan(Water.DensityKgPerM3(9.0), Water.DensityKgPerM3(4.0));
    }

    [TestMethod]
    [DataRow(-0.1)]
    [DataRow(100.1)]
    [DataRow(double.NaN)]
    public void Water_outside_the_fits_is_refused(double temperatureC)
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Water.DensityKgPerM3(temperatureC));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Water.EnthalpyJPerKg(temperatureC));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Water.ViscosityPaS(temperatureC));
    }

    [TestMethod]
    public void Steam_is_not_water()
    {
        Assert.IsTrue(Water.IsLiquid(99.5, 1.0e5)); // boils at 99.606 degC
        Assert.IsFalse(Water.IsLiquid(99.7, 1.0e5));
        Assert.IsFalse(Water.IsLiquid(-0.1, 1.0e5));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Water.SpecificHeatJPerKgK(99.7, 1.0e5));
    }

    [TestMethod]
    public void In_saturated_air_all_three_temperatures_are_one()
    {
        const double bisection = 1e-9; // 60 halvings of 200 K leave nothing but rounding
        Assert.AreEqual(20.0, MoistAir.DewPointC(20.0, 1.0), bisection);
        Assert.AreEqual(20.0, MoistAir.WetBulbC(20.0, 1.0, 95_500.0), bisection);
    }

    [TestMethod]
    public void Wet_bulb_lies_between_dew_point_and_dry_bulb()
    {
        for (double rh = 0.05; rh < 1.0; rh += 0.1)
        {
            double wetBulbC = MoistAir.WetBulbC(28.0, rh, 95_500.0);
            Assert.IsGreaterThan(MoistAir.DewPointC(28.0, rh), wetBulbC);
            Assert.IsLessThan(28.0, wetBulbC);
        }
    }

    [TestMethod]
    public void Dry_air_has_a_wet_bulb_but_no_dew_point()
    {
        Assert.IsLessThan(20.0, MoistAir.WetBulbC(20.0, 0.0, 101_325.0));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => MoistAir.DewPointC(20.0, 0.0));
    }

    [TestMethod]
    public void Pressure_falls_from_sea_level_to_Munich()
    {
        Assert.AreEqual(101_325.0, MoistAir.PressureAtElevationPa(0.0), 30.0); // the constants of the formula are rounded
        Assert.AreEqual(95_232.22, MoistAir.PressureAtElevationPa(520.0), 0.01); // solar_position.csv, row of Munich
    }

    [TestMethod]
    public void Churchill_joins_both_regimes()
    {
        Assert.AreEqual(64.0 / 500.0, Hydraulics.ChurchillFriction(500.0, 0.0), 1e-9); // Hagen and Poiseuille
        double turbulent = Hydraulics.ColebrookFriction(1e5, 1e-4);
        Assert.AreEqual(turbulent, Hydraulics.ChurchillFriction(1e5, 1e-4), 0.03 * turbulent); // the formula's own accuracy
    }

    [TestMethod]
    public void Colebrook_satisfies_its_own_equation()
    {
        const double rounding = 1e-13;
        double root = 1.0 / Math.Sqrt(Hydraulics.ColebrookFriction(3e4, 2e-3));
        Assert.AreEqual(root, -2.0 * Math.Log10(2e-3 / 3.7 + 2.51 * root / 3e4), rounding * root);
    }

    [TestMethod]
    public void Half_the_flow_takes_an_eighth_of_the_power_without_static_head()
    {
        const double rounding = 1e-9; // W, of 100 kW
        double full = Hydraulics.PumpPowerW(0.3, Hydraulics.SystemPressurePa(0.0, 250e3, 1.0), 0.75);
        double half = Hydraulics.PumpPowerW(0.15, Hydraulics.SystemPressurePa(0.0, 250e3, 0.5), 0.75);
        Assert.AreEqual(full / 8.0, half, rounding);
    }
}
