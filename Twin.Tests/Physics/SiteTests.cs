using Twin.Core.Physics;

namespace Twin.Tests.Physics;

[TestClass]
public sealed class SiteTests
{
    private const double Rounding = 1e-12; // both sides are closed forms: only rounding may part them

    private static readonly RiverLimits Permit = new(3.0, 28.0, 0.25, 10.0, 30.0);

    [TestMethod]
    public void Profiles_are_one_at_eight_degrees() // their definition, with seven digits of coefficients
    {
        Assert.AreEqual(1.0, HeatDemand.SigLinDe(8.0, SigLinDeProfile.SingleFamily), 1e-6);
        Assert.AreEqual(1.0, HeatDemand.SigLinDe(8.0, SigLinDeProfile.MultiFamily), 1e-6);
        Assert.AreEqual(1.0, HeatDemand.SigLinDe(8.0, SigLinDeProfile.Commercial), 1e-6);
    }

    [TestMethod]
    public void A_heat_wave_beyond_the_pole_of_the_sigmoid_asks_for_what_a_hot_day_asks_for() =>
        Assert.AreEqual(HeatDemand.SigLinDe(39.9, SigLinDeProfile.SingleFamily), HeatDemand.SigLinDe(45.0, SigLinDeProfile.SingleFamily));

    [TestMethod]
    public void Four_equal_days_have_their_own_mean_as_reference() => // the weights add up to one
        Assert.AreEqual(7.0, HeatDemand.ReferenceTemperatureC(7.0, 7.0, 7.0, 7.0), Rounding);

    [TestMethod]
    [DataRow(-15.0, 90.0)]
    [DataRow(0.0, 80.0)] // halfway
    [DataRow(15.0, 70.0)]
    public void The_heating_curve_is_a_line_between_two_plateaus(double outdoorC, double supplyC) =>
        Assert.AreEqual(supplyC, HeatDemand.SupplyTemperatureC(outdoorC, -10.0, 90.0, 10.0, 70.0), Rounding);

    [TestMethod]
    public void A_river_at_its_limit_takes_nothing()
    {
        var found = River.Reject(5e6, 10.0, 28.5, Permit);
        Assert.AreEqual(0.0, found.HeatToRiverW);
        Assert.AreEqual(5e6, found.HeatRemainingW);
    }

    [TestMethod]
    public void A_river_filled_to_its_limit_stands_at_its_limit()
    {
        double capacityW = River.MixingCapacityW(20.0, 27.0, Permit); // 1 K left to 28 degC
        Assert.AreEqual(1.0, River.MixedRiseK(capacityW, 20.0), Rounding);
        Assert.AreEqual(1.0, River.MixedRiseK(capacityW, 20.0, 27.0), 0.01); // its own density and cp: within 1 % of the round numbers
    }

    [TestMethod]
    public void A_dry_river_takes_nothing() => Assert.AreEqual(0.0, River.Reject(1e6, 0.0, 10.0, Permit).HeatToRiverW);

    [TestMethod]
    public void A_full_tank_without_environment_difference_on_the_cold_side_loses_through_the_hot_one()
    {
        var tank = new TwoZoneTank(10.0, 20.0, 0.3, 90.0, 40.0, 971.803, 4195.52);
        var losses = Storage.Losses(tank, environmentC: 40.0);
        // All hot: side wall U pi d h (90 - 40); lid and floor U pi d^2/4 (90 + 40 - 80).
        double sideW = losses.RatePerS * Storage.CapacityJ(tank);
        Assert.AreEqual(0.3 * Math.PI * 10.0 * 20.0 * 50.0, sideW, 1e-6);
        Assert.AreEqual(0.3 * Math.PI * 25.0 * 50.0, losses.AbsoluteW, 1e-6);
        Assert.AreEqual(0.0, losses.RelativePerS);
    }

    [TestMethod]
    public void Light_on_the_horizontal_is_the_light_that_was_measured()
    {
        double cosine = Irradiance.IncidenceCosine(0.0, 180.0, 40.0, 120.0);
        Assert.AreEqual(Math.Cos(40.0 * Math.PI / 180.0), cosine, Rounding);
        Assert.AreEqual(150.0, Irradiance.HayDaviesSkyWPerM2(150.0, 600.0, 1360.0, 0.0, 40.0, cosine), 1e-10);
        Assert.AreEqual(150.0, Irradiance.PerezSkyWPerM2(150.0, 600.0, 1360.0, 0.0, 40.0, cosine), 1e-10);
        Assert.AreEqual(0.0, Irradiance.GroundWPerM2(600.0, 0.2, 0.0));
    }

    [TestMethod]
    public void The_sky_of_Perez_gives_zero_where_it_is_undefined()
    {
        Assert.AreEqual(0.0, Irradiance.PerezSkyWPerM2(0.0, 0.0, 1360.0, 30.0, 80.0, 0.3));
        Assert.AreEqual(0.0, Irradiance.PerezSkyWPerM2(0.0, 50.0, 1360.0, 30.0, 80.0, 0.3));
        Assert.AreEqual(0.0, Irradiance.PerezSkyWPerM2(20.0, 0.0, 1360.0, 30.0, 91.0, 0.3));
    }

    [TestMethod]
    public void The_losses_of_PVWatts_multiply_to_14_percent() => // PVWatts version 5 manual, table of default losses
        Assert.AreEqual(
            0.1408, Photovoltaics.CombinedLossFraction([0.02, 0.03, 0.0, 0.02, 0.02, 0.005, 0.015, 0.01, 0.0, 0.03]), 5e-5);

    [TestMethod]
    public void An_inverter_never_gives_more_than_its_limit_nor_less_than_nothing()
    {
        Assert.AreEqual(96.0, Photovoltaics.PvWattsInverterAcW(500.0, 100.0), Rounding);
        Assert.AreEqual(0.0, Photovoltaics.PvWattsInverterAcW(0.3, 100.0)); // below 0.6 % the curve is negative
        Assert.AreEqual(0.0, Photovoltaics.PvWattsInverterAcW(0.0, 100.0));
    }

    [TestMethod]
    public void A_turbine_cuts_out_at_the_same_wind_in_any_air()
    {
        double[] speeds = [3.0, 12.0, 25.0];
        double[] powers = [0.0, 3e6, 3e6];
        foreach (double density in (double[])[1.0, 1.225, 1.4])
        {
            Assert.AreEqual(3e6, Wind.DensityCorrectedPowerW(speeds, powers, 25.0, density), 1e-6);
            Assert.AreEqual(0.0, Wind.DensityCorrectedPowerW(speeds, powers, 25.001, density));
        }
    }

    [TestMethod]
    public void Both_profiles_leave_the_wind_alone_at_its_own_height()
    {
        Assert.AreEqual(7.0, Wind.LogProfile(7.0, 10.0, 10.0, 0.1), Rounding);
        Assert.AreEqual(7.0, Wind.PowerLaw(7.0, 10.0, 10.0), Rounding);
    }

    [TestMethod]
    public void The_polar_day_has_a_noon_but_no_sunrise()
    {
        const double june21 = 1_718_928_000.0; // 2024-06-21T00:00Z
        var day = Sun.Day(june21, 78.2232, 15.6267); // Longyearbyen
        Assert.IsNull(day.RiseUnixS);
        Assert.IsNull(day.SetUnixS);
        Assert.AreEqual(june21 + 39_600.0, day.TransitUnixS, 600.0); // 12 h less 15.6 deg of longitude, give or take the equation of time
    }
}
