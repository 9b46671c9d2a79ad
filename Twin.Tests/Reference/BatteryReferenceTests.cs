using Twin.Core.Components.Power;

namespace Twin.Tests.Reference;

[TestClass]
public sealed class BatteryReferenceTests(TestContext context)
{
    private const double JPerKWh = 3.6e6;
    private const double WPerKW = 1e3;
    private const double HoursIn30Days = 720.0;

    /// <summary>Parameters from the first line of the file; the rating of the direction that a row asks for stands in for its two ratings.</summary>
    [TestMethod]
    public void A_battery_agrees_with_the_rule_step_by_step()
    {
        const double tolerance = 1e-9; // kWh and kW on 1000: the same closed forms on both sides
        double selfDischarge = 1.0 - Math.Pow(1.0 - 0.001, HoursIn30Days);
        var table = ReferenceTable.Load("battery_step.csv");
        var off = new Deviations();
        foreach (var row in table.Rows)
        {
            double requestKW = row.Number("request_kw");
            double ratingW = requestKW >= 0.0 ? 500.0 * WPerKW : 400.0 * WPerKW;
            var p = new BatteryParameters(1000.0 * JPerKWh, ratingW, 0.96, 0.94, selfDischarge, 0.05, 0.95, 0.5);
            double hours = row.Number("dt_h");
            var battery = new Battery(p, hours * 3600.0);
            var (next, step) = battery.Step(
                new(row.Number("energy_before_kwh") * JPerKWh), Math.Max(0.0, requestKW) * WPerKW, Math.Max(0.0, -requestKW) * WPerKW);
            off.Check(row, row.Number("power_kw"), (step.ChargingW - step.DischargingW) / WPerKW, absolute: tolerance / hours);
            off.Check(row, row.Number("energy_after_kwh"), next.StoredJ / JPerKWh, absolute: tolerance);
            off.Check(row, row.Number("loss_kwh"), step.LossW / WPerKW * hours, absolute: tolerance);
        }

        off.Finish(table, context);
    }
}
