using System.Globalization;
using Twin.Core.Components.Power;
using Twin.Core.Physics;

namespace Twin.Tests.Reference;

/// <summary>Chillers and the battery: parameters come from the first line of their files.</summary>
internal static class MachineVectors
{
    private const double Rel = 1e-9; // the same closed forms on both sides
    private const double JPerKWh = 3.6e6;
    private const double WPerKW = 1e3;
    private const double HoursIn30Days = 720.0;

    /// <summary>The file holds the bare curves; the twin's box, which keeps them from running wild, is opened here.</summary>
    public static void Chillers(ReferenceTable table, Deviations off)
    {
        foreach (var row in table.Rows)
        {
            var p = Curves(table, row.Text("chiller")) with
            {
                ReferenceCapacityW = row.Number("q_ref_w"), ReferenceCop = row.Number("cop_ref"),
            };
            var found = ChillerCurves.Evaluate(
                p, row.Number("t_chw_leaving_c"), row.Number("t_cw_entering_c"), row.Number("load_w"));
            off.Column(row, "cap_ft", found.CapacityFactor, relative: Rel);
            off.Column(row, "eir_ft", found.InputFactor, relative: Rel);
            off.Column(row, "eir_fplr", found.PartLoadFactor, relative: Rel);
            off.Column(row, "plr", found.PartLoadRatio, relative: Rel);
            off.Column(row, "cycling_ratio", found.CyclingFraction, relative: Rel);
            off.Column(row, "power_w", found.PowerW, relative: Rel);
            off.Column(row, "q_evaporator_w", found.CoolingW, relative: Rel);
            off.Column(row, "q_condenser_w", found.CondenserW, relative: Rel);
            off.Column(row, "cop", found.Cop, relative: Rel);
        }
    }

    /// <summary>The rating of the direction that a row asks for stands in for the battery's single one.</summary>
    public static void BatterySteps(ReferenceTable table, Deviations off)
    {
        const double tolerance = 1e-9; // kWh and kW on 1000: the same closed forms on both sides
        double leakPerHour = table.Stated("self-discharge");
        string[] window = table.Source.Split("soc ")[1].Split(';')[0].Split("..");
        var both = new BatteryParameters(
            table.Stated("capacity") * JPerKWh,
            1.0,
            table.Stated("eta_charge"),
            table.Stated("eta_discharge"),
            1.0 - Math.Pow(1.0 - leakPerHour, HoursIn30Days),
            double.Parse(window[0], CultureInfo.InvariantCulture),
            double.Parse(window[1], CultureInfo.InvariantCulture),
            0.5);
        foreach (var row in table.Rows)
        {
            double requestKW = row.Number("request_kw");
            double ratingKW = requestKW >= 0.0 ? table.Stated(", charge") : table.Stated(", discharge");
            double hours = row.Number("dt_h");
            var battery = new Battery(both with { PowerW = ratingKW * WPerKW }, hours * 3600.0);
            var (next, step) = battery.Step(
                new(row.Number("energy_before_kwh") * JPerKWh), Math.Max(0.0, requestKW) * WPerKW, Math.Max(0.0, -requestKW) * WPerKW);
            off.Column(row, "power_kw", (step.ChargingW - step.DischargingW) / WPerKW, absolute: tolerance / hours);
            off.Column(row, "energy_after_kwh", next.StoredJ / JPerKWh, absolute: tolerance);
            off.Column(row, "loss_kwh", step.LossW / WPerKW * hours, absolute: tolerance);
        }

        Chain(table, off);
    }

    // Each row begins where the one before it ended, unless the file begins anew: the battery run as a whole ends where the file does.
    private static void Chain(ReferenceTable table, Deviations off)
    {
        for (int i = 1; i < table.Rows.Count; i++)
        {
            var row = table.Rows[i];
            if (row.Number("step") == table.Rows[i - 1].Number("step") + 1.0)
            {
                off.Column(row, "energy_before_kwh", table.Rows[i - 1].Number("energy_after_kwh"), absolute: 1e-9);
            }
        }
    }

    private static EirChiller Curves(ReferenceTable table, string chiller)
    {
        string[] words = chiller.Split(' ', '/');
        int at = table.Source.IndexOf("coefficients:", StringComparison.Ordinal);
        // "York YT 1055kW/5.96COP" and "DOE-2 Centrifugal/5.50COP": the first two words are the name of the curves.
        int begin = table.Source.IndexOf(string.Join(' ', words.Take(2)), at, StringComparison.Ordinal);
        Assert.IsGreaterThanOrEqualTo(0, begin, $"{table.Name}:1: no coefficients of {chiller}.");
        string text = table.Source[begin..].Split(';')[0];
        double[] capacity = After("CAPFT");
        double[] input = After("EIRFT");
        double[] part = After("EIRFPLR");
        return new(
            1.0,
            1.0,
            new(capacity[0], capacity[1], capacity[2], capacity[3], capacity[4], capacity[5]),
            new(input[0], input[1], input[2], input[3], input[4], input[5]),
            part[0],
            part[1],
            part[2],
            After("PLRmin")[0],
            After("unloading")[0],
            After("PLRmax")[0],
            -20.0,
            60.0,
            -20.0,
            80.0);

        double[] After(string word)
        {
            string cell = text.Split(' ').SkipWhile(part => part != word).Skip(1).First();
            return [.. cell.Split('|').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
        }
    }
}
