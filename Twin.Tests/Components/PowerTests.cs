using CsCheck;
using Twin.Core.Components.Power;
using Twin.Core.Time;

namespace Twin.Tests.Components;

[TestClass]
public sealed class PowerTests
{
    private static readonly WindParameters Turbines = new("wind", new(3, 4e6, 1), 140.0, 0.1, 0.12, TurbineCurve.LowWind);
    private static readonly PhotovoltaicsParameters Array = new("roof", 1e6, 0.9e6, 15.0, 180.0, 0.14, -0.0035);

    [TestMethod]
    public void A_battery_closes_its_books_and_keeps_its_window() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[-2e6, 2e6], Gen.Double[1, 3600], Gen.Double[0.5, 1], Gen.Double[0, 0.5])
        .Sample((charge, requestW, stepS, efficiency, selfDischarge) =>
        {
            BatteryParameters p = Machines.Battery with
            {
                ChargeEfficiency = efficiency, DischargeEfficiency = efficiency, SelfDischargePer30Days = selfDischarge,
            };
            double startJ = charge * 0.95 * p.CapacityJ;
            var (next, step) = new Battery(p, stepS).Step(new(startJ), Math.Max(0.0, requestW), Math.Max(0.0, -requestW));
            double openJ = (step.ChargingW - step.DischargingW - step.LossW) * stepS - (next.StoredJ - startJ);
            return step.ChargingW >= 0.0 && step.DischargingW >= 0.0 && step.LossW >= 0.0
                && step.ChargingW * step.DischargingW == 0.0 && step.ChargingW <= 500e3 && step.DischargingW <= 500e3
                && next.StoredJ >= 0.0 && next.StoredJ <= 0.95 * p.CapacityJ * (1.0 + 1e-12)
                && (step.DischargingW == 0.0 || next.StoredJ >= 0.05 * p.CapacityJ * (1.0 - 1e-12))
                && Math.Abs(openJ) <= 1e-13 * p.CapacityJ; // a few roundings of the content
        });

    [TestMethod]
    public void There_and_back_costs_both_efficiencies()
    {
        var battery = new Battery(Machines.Battery with { SelfDischargePer30Days = 0.0 }, 3600.0);
        var (full, charged) = battery.Step(battery.Start, 1e5, 0.0);
        var (back, given) = battery.Step(full, 0.0, charged.ChargingW * 0.95 * 0.95);
        Assert.AreEqual(0.9025e5, given.DischargingW, 1e-9); // rounding
        Assert.AreEqual(battery.Start.StoredJ, back.StoredJ, 1e-6); // rounding of 1.8 GJ
    }

    [TestMethod]
    public void Thirty_days_of_rest_cost_what_is_stated_whatever_the_step() =>
        Assert.AreEqual(0.98, Rest(86_400.0, 30) / Rest(300.0, 0), 1e-12); // 2 % in 30 days; powers of the same number

    [TestMethod]
    public void A_battery_emptied_to_nothing_holds_nothing_less() =>
        Gen.Double[0.5, 1].Sample(efficiency =>
        {
            BatteryParameters p = Machines.Battery with { MinimumFraction = 0.0, DischargeEfficiency = efficiency, PowerW = 1e9 };
            return new Battery(p, 300.0).Step(new(1e8 / 3.0), 0.0, 1e12).Next.StoredJ >= 0.0;
        });

    [TestMethod]
    [DataRow(0.0, 0.0)]
    [DataRow(1.5, 0.0)] // 2.4 m/s at the hub
    [DataRow(12.0, 0.88 * 8e6)] // 19 m/s at the hub: two turbines at their rating, less the losses
    [DataRow(16.0, 0.0)] // 25.2 m/s at the hub: storm
    public void Turbines_run_between_calm_and_storm(double windMPerS, double powerW) =>
        Assert.AreEqual(powerW, WindProduction.PowerW(Turbines, windMPerS), 1e-6); // rounding of megawatts

    [TestMethod]
    public void Wind_at_the_hub_follows_the_logarithm() // 4 m/s at 10 m over fields: ln(1400) / ln(100) of it at 140 m
    {
        double hub = 4.0 * Math.Log(140.0 / 0.1) / Math.Log(10.0 / 0.1);
        double share = 0.225 + (0.365 - 0.225) * (hub - 6.0); // 6.3 m/s lies between two points of the curve
        Assert.AreEqual(0.88 * 8e6 * share, WindProduction.PowerW(Turbines, 4.0), 1e-6); // rounding of megawatts
    }

    [TestMethod]
    public void Turbines_that_are_out_give_nothing() =>
        Assert.AreEqual(0.0, WindProduction.PowerW(Turbines with { Bank = new(3, 4e6, 3) }, 8.0));

    /// <summary>A clear noon at the end of June: 62 degrees of sun onto a plane at 15 degrees gives 0.75 to 0.85 of the rating.</summary>
    [TestMethod]
    public void Both_skies_agree_on_a_flat_roof_and_part_on_a_slope()
    {
        // Flat, the plane sees the whole sky and neither model can move any of it; on a slope Perez adds the bright horizon.
        long noonS = new DateTimeOffset(2025, 3, 21, 11, 20, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        var weather = new GeneratorWeather(noonS, 80, 10.0, 3.0, 400.0);
        double Power(double tiltDeg, SkyModel sky) => SolarProduction.PowerW(
            Array with { TiltDeg = tiltDeg, Sky = sky }, weather, 48.15, 11.6, Machines.AirPressurePa);
        // Apparent and true zenith differ by seconds.
        Assert.AreEqual(1.0, Power(0.0, SkyModel.Perez) / Power(0.0, SkyModel.HayDavies), 1e-3);
        double ratio = Power(40.0, SkyModel.Perez) / Power(40.0, SkyModel.HayDavies);
        Assert.IsGreaterThan(1.0, ratio);
        Assert.IsLessThan(1.1, ratio);
    }

    [TestMethod]
    public void A_clear_noon_in_June_gives_most_of_the_rating()
    {
        double noonS = UtcDay.YearBeginUnixS(2025) + 175 * 86_400.0 + 11.25 * 3600.0;
        double powerW = SolarProduction.PowerW(Array, new(noonS, 176, 22.0, 3.0, 900.0), 48.15, 11.6, Machines.AirPressurePa);
        Assert.IsTrue(powerW is > 0.70e6 and < 0.85e6, $"{powerW} W");
    }

    [TestMethod]
    public void By_night_there_is_no_sun() =>
        Assert.AreEqual(0.0, SolarProduction.PowerW(
            Array, new(UtcDay.YearBeginUnixS(2025), 1, 0.0, 3.0, 5.0), 48.15, 11.6, Machines.AirPressurePa));

    [TestMethod]
    public void At_any_hour_and_place_the_sun_gives_between_nothing_and_the_inverter() =>
        Gen.Select(Gen.Double[0, 365], Gen.Double[0, 1300], Gen.Double[-30, 45], Gen.Double[0, 25], Gen.Double[-89, 89], Gen.Double[0, 360])
        .Sample((day, ghi, airC, wind, latitude, azimuth) =>
        {
            double timeS = UtcDay.YearBeginUnixS(2025) + day * 86_400.0;
            var weather = new GeneratorWeather(timeS, 1 + (int)Math.Min(364.0, day), airC, wind, ghi);
            double powerW = SolarProduction.PowerW(Array with { AzimuthDeg = azimuth, TiltDeg = 60.0 }, weather, latitude, 11.6, 101_325.0);
            return powerW >= 0.0 && powerW <= 0.96 * 0.9e6 * 1.001; // nominal inverter efficiency of PVWatts
        });

    private static double Rest(double stepS, int steps)
    {
        var battery = new Battery(Machines.Battery, stepS);
        BatteryState s = battery.Start;
        for (int i = 0; i < steps; i++)
        {
            s = battery.Step(s, 0.0, 0.0).Next;
        }

        return s.StoredJ;
    }
}
