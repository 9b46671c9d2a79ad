using Twin.Core.Physics;

namespace Twin.Tests.Exact;

/// <summary>Where a method is not exact, its error falls with the step as fast as it claims: log2 of the ratio of two errors.</summary>
[TestClass]
public sealed class OrderTests
{
    private const double WithinTenth = 0.1; // of the claimed order, on the last three halvings
    private const double DayS = 86_400.0;

    /// <summary>A loop under heat that swings as a sine, by means over steps: the mean of the input is all that a step sees.</summary>
    [TestMethod]
    public void A_loop_with_swinging_heat_converges_with_the_square_of_the_step() =>
        AssertOrder(2.0, steps => LoopEndC(steps, MeanOfSineW) - SwingingEndC());

    /// <summary>The same with the heat at the begin of each step held: a sampled input instead of a mean costs an order.</summary>
    [TestMethod]
    public void Heat_sampled_at_the_begin_of_a_step_costs_an_order() =>
        AssertOrder(1.0, steps => LoopEndC(steps, (fromS, _) => SineW(fromS)) - SwingingEndC());

    /// <summary>Sun on the horizontal from nine to three, sampled at the middle of each step, against steps 64 times as fine.</summary>
    [TestMethod]
    public void The_sun_at_the_middle_of_a_step_converges_with_its_square()
    {
        double fine = SunMeanSine(6 * 64 * 32);
        AssertOrder(2.0, steps => SunMeanSine(steps) - fine);
    }

    /// <summary>A battery that leaks while it is charged: the twin takes the leak first, which is right to the first order.</summary>
    [TestMethod]
    public void Charging_after_the_leak_converges_with_the_step()
    {
        const double leakPer30Days = 0.3; // far more than any battery, so that the error stands clear of rounding
        const double chargeW = 1e3;
        double ratePerS = -Math.Log(1.0 - leakPer30Days) / (30.0 * DayS);
        double exactJ = chargeW / ratePerS * -Math.Exp(-ratePerS * 30.0 * DayS) + chargeW / ratePerS;
        AssertOrder(1.0, steps =>
        {
            var p = new Core.Components.Power.BatteryParameters(1e12, 1e6, 1.0, 1.0, leakPer30Days, 0.0, 1.0, 0.0);
            var battery = new Core.Components.Power.Battery(p, 30.0 * DayS / steps);
            var state = new Core.Components.Power.BatteryState(0.0);
            for (int i = 0; i < steps; i++)
            {
                state = battery.Step(state, chargeW, 0.0).Next;
            }

            return state.StoredJ - exactJ;
        });
    }

    // Errors at 24, 48, 96 and 192 steps: three ratios.
    private static void AssertOrder(double claimed, Func<int, double> error)
    {
        double[] errors = [.. new[] { 24, 48, 96, 192 }.Select(steps => Math.Abs(error(steps)))];
        for (int i = 1; i < errors.Length; i++)
        {
            Assert.AreEqual(claimed, Math.Log2(errors[i - 1] / errors[i]), WithinTenth, $"errors {string.Join(", ", errors)}");
        }
    }

    private static double SineW(double timeS) => 1e6 * (1.0 + Math.Sin(Math.Tau * timeS / DayS));

    private static double MeanOfSineW(double fromS, double toS) =>
        1e6 * (1.0 + DayS / Math.Tau * (Math.Cos(Math.Tau * fromS / DayS) - Math.Cos(Math.Tau * toS / DayS)) / (toS - fromS));

    private static double LoopEndC(int steps, Func<double, double, double> heatW)
    {
        double stepS = DayS / steps;
        double supplyC = 20.0;
        for (int i = 0; i < steps; i++)
        {
            supplyC = ThermalNode.Advance(4e9, 1e5, 15.0, heatW(i * stepS, (i + 1) * stepS), supplyC, stepS).EndC;
        }

        return supplyC;
    }

    // C dT/dt = Q (1 + sin wt) - UA (T - Te), from 20 degC, after one period.
    private static double SwingingEndC()
    {
        const double rate = 1e5 / 4e9;
        const double omega = Math.Tau / DayS;
        const double steadyC = 15.0 + 1e6 / 1e5;
        const double swing = 1e6 / 4e9 / (rate * rate + omega * omega); // particular solution swing (rate sin wt - omega cos wt)
        double transient = 20.0 - steadyC + swing * omega;
        return steadyC - swing * omega + transient * Math.Exp(-rate * DayS);
    }

    private static double SunMeanSine(int steps)
    {
        const double fromS = 1_750_500_000.0 - 1_750_500_000.0 % DayS + 8.0 * 3600.0; // a June day of 2025, 8 to 14 h UTC
        double stepS = 6.0 * 3600.0 / steps;
        double sum = 0.0;
        for (int i = 0; i < steps; i++)
        {
            var sun = Sun.Position(fromS + (i + 0.5) * stepS, 48.15, 11.6, 95_300.0, 20.0);
            sum += Math.Sin(sun.ElevationDeg * Math.PI / 180.0);
        }

        return sum / steps;
    }
}
