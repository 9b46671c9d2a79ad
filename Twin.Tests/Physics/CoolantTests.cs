using Twin.Core.Physics;

namespace Twin.Tests.Physics;

/// <summary>Glycol, cold plates and the exchangers of coolant distribution units.</summary>
[TestClass]
public sealed class CoolantTests
{
    private const double LitrePerMinute = 1.0e-3 / 60.0;
    private const double Rounding = 1e-12; // both sides are closed forms

    [TestMethod]
    public void Enthalpy_of_glycol_water_is_the_integral_of_its_heat_capacity()
    {
        GlycolWater f = GlycolWater.Pg25;
        double simpson = 40.0 / 6.0 * (f.SpecificHeatJPerKgK(20.0) + 4.0 * f.SpecificHeatJPerKgK(40.0) + f.SpecificHeatJPerKgK(60.0));
        Assert.AreEqual(simpson, f.EnthalpyJPerKg(60.0) - f.EnthalpyJPerKg(20.0), 1e-9 * simpson); // Simpson is exact for a cubic
    }

    [TestMethod]
    [DataRow(-10.3)] // PG25 freezes at -10.18 degC
    [DataRow(100.1)]
    [DataRow(double.NaN)]
    public void Glycol_water_outside_its_range_is_refused(double temperatureC)
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => GlycolWater.Pg25.DensityKgPerM3(temperatureC));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => GlycolWater.Pg25.ViscosityPaS(temperatureC));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => GlycolWater.Pg25.EnthalpyJPerKg(temperatureC));
    }

    [TestMethod]
    [DataRow(-0.01)]
    [DataRow(0.61)]
    [DataRow(double.NaN)]
    public void A_share_that_no_mixture_has_is_refused(double massFraction) =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new GlycolWater(Glycol.Ethylene, massFraction));

    [TestMethod]
    public void More_glycol_freezes_later_and_carries_less()
    {
        foreach (Glycol kind in Enum.GetValues<Glycol>())
        {
            for (double share = 0.1; share < 0.55; share += 0.1)
            {
                var weak = new GlycolWater(kind, share);
                var strong = new GlycolWater(kind, share + 0.1);
                Assert.IsLessThan(weak.FreezingPointC, strong.FreezingPointC);
                Assert.IsLessThan(weak.SpecificHeatJPerKgK(40.0), strong.SpecificHeatJPerKgK(40.0));
                Assert.IsGreaterThan(weak.ViscosityPaS(40.0), strong.ViscosityPaS(40.0));
            }
        }
    }

    [TestMethod]
    [DataRow(0.4, 0.0389)]
    [DataRow(1.0, 0.0245)]
    [DataRow(2.4, 0.0197)]
    [DataRow(0.0, 0.0389)] // held at the least flow of the curve
    [DataRow(9.0, 0.0197)] // and at the largest
    public void A_cold_plate_has_the_published_resistance(double litresPerMinute, double kelvinPerWatt) =>
        Assert.AreEqual(kelvinPerWatt, ColdPlate.Pg25ResistanceKPerW(litresPerMinute * LitrePerMinute), Rounding);

    [TestMethod]
    [DataRow(2.0, 0.0172)]
    [DataRow(4.0, 0.0154)]
    [DataRow(5.0, 0.0151)]
    [DataRow(3.5, (3.0 * 0.0160 + 4.0 * 0.0154) / 7.0)] // half-way in flow, R times flow is the mean of both
    public void With_water_a_cold_plate_has_the_published_resistance(double litresPerMinute, double kelvinPerWatt) =>
        Assert.AreEqual(kelvinPerWatt, ColdPlate.WaterResistanceKPerW(litresPerMinute * LitrePerMinute), Rounding);

    [TestMethod]
    public void More_coolant_never_raises_the_resistance()
    {
        for (double flow = 0.0; flow < 6.0; flow += 0.01)
        {
            double more = (flow + 0.01) * LitrePerMinute;
            double less = flow * LitrePerMinute;
            Assert.IsLessThanOrEqualTo(ColdPlate.Pg25ResistanceKPerW(less) + Rounding, ColdPlate.Pg25ResistanceKPerW(more));
            Assert.IsLessThanOrEqualTo(ColdPlate.WaterResistanceKPerW(less) + Rounding, ColdPlate.WaterResistanceKPerW(more));
        }
    }

    [TestMethod]
    public void The_largest_heat_brings_the_case_to_its_limit()
    {
        double resistance = ColdPlate.Pg25ResistanceKPerW(1.5 * LitrePerMinute);
        double heatW = ColdPlate.LargestHeatW(45.0, 70.0, resistance);
        Assert.AreEqual(70.0, ColdPlate.CaseTemperatureC(45.0, heatW, resistance), Rounding * 100.0); // rounding of 70
        Assert.AreEqual(0.0, ColdPlate.LargestHeatW(71.0, 70.0, resistance));
    }

    [TestMethod]
    public void Twice_the_pressure_drives_less_than_twice_the_flow() =>
        Assert.AreEqual(2.0, Math.Pow(ColdPlate.FlowFraction(2.0), ColdPlate.PressureExponent), Rounding);

    /// <summary>Project Deschutes: 2 MW, 3 K of approach, 31.5 kg/s of PG25 against 32.3 kg/s of water at 26.8 degC.</summary>
    [TestMethod]
    public void A_distribution_unit_meets_its_design_point()
    {
        const double facilityC = 26.8;
        const double hotKgPerS = 31.5;
        const double coldKgPerS = 32.3;
        double hotHeat = GlycolWater.Pg25.SpecificHeatJPerKgK(35.0);
        double coldHeat = Water.SpecificHeatJPerKgK(35.0);
        double hotInC = facilityC + 3.0 + 2e6 / (hotKgPerS * hotHeat);
        PlateExchanger unit = PlateExchanger.FromApproach(2e6, 3.0, hotKgPerS, hotHeat, coldKgPerS, coldHeat);
        ExchangeResult found = unit.Exchange(hotKgPerS, hotHeat, hotInC, coldKgPerS, coldHeat, facilityC);
        Assert.AreEqual(2e6, found.HeatW, 1e-9 * 2e6); // design to conductance and back: rounding
        Assert.AreEqual(facilityC + 3.0, found.HotOutC, 1e-9);
    }

    [TestMethod]
    public void A_stream_that_stands_still_moves_no_heat()
    {
        var unit = new PlateExchanger(5e5, 30.0, 30.0);
        Assert.AreEqual(0.0, unit.ConductanceWPerK(0.0, 30.0));
        Assert.AreEqual(new ExchangeResult(0.0, 45.0, 25.0), unit.Exchange(30.0, 3900.0, 45.0, 0.0, 4180.0, 25.0));
    }

    [TestMethod]
    public void Films_of_a_plate_stand_in_the_ratio_of_their_fluids()
    {
        double water = PlateExchanger.FilmWeight(30.0, 4180.0, 0.7e-3, 0.62);
        Assert.AreEqual(Math.Pow(2.0, 0.8), PlateExchanger.FilmWeight(60.0, 4180.0, 0.7e-3, 0.62) / water, Rounding);
        Assert.AreEqual(Math.Cbrt(8.0), PlateExchanger.FilmWeight(30.0, 8.0 * 4180.0, 0.7e-3, 0.62) / water, Rounding); // Pr^(1/3)
        // Twice the viscosity thins the flow term and thickens Pr: 2^(1/3 - 0.8); conductivity: 2^(1 - 1/3).
        Assert.AreEqual(Math.Pow(2.0, 1.0 / 3.0 - 0.8), PlateExchanger.FilmWeight(30.0, 4180.0, 1.4e-3, 0.62) / water, Rounding);
        Assert.AreEqual(Math.Pow(2.0, 2.0 / 3.0), PlateExchanger.FilmWeight(30.0, 4180.0, 0.7e-3, 1.24) / water, Rounding);
        GlycolWater f = GlycolWater.Pg25;
        double glycol = PlateExchanger.FilmWeight(30.0, f.SpecificHeatJPerKgK(35.0), f.ViscosityPaS(35.0), f.ConductivityWPerMK(35.0));
        Assert.IsTrue(glycol / water is > 0.5 and < 0.7, $"{glycol / water}"); // twice as viscous and a quarter less conductive
    }
}
