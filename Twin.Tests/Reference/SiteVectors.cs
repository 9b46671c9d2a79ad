using Twin.Core.Physics;

namespace Twin.Tests.Reference;

/// <summary>River and heat demand.</summary>
internal static class SiteVectors
{
    private const double Rel = 1e-9; // the same closed forms on both sides
    private const double TemperatureK = 1e-9; // as Rel, and a temperature of 0 degC is no smaller than another

    public static void RiverLimits(ReferenceTable table, Deviations off)
    {
        foreach (var row in table.Rows)
        {
            double discharge = row.Number("discharge_m3_s");
            double riverC = row.Number("river_temperature_c");
            var limits = new RiverLimits(
                row.Number("max_rise_k"),
                row.Number("max_river_temperature_c"),
                row.Number("max_abstraction_share"),
                row.Number("max_return_rise_k"),
                row.Number("max_return_temperature_c"));
            double heatW = row.Number("heat_w");
            var found = River.Reject(heatW, discharge, riverC, limits);
            off.Column(row, "capacity_mixing_w", found.MixingCapacityW, relative: Rel);
            off.Column(row, "capacity_abstraction_w", found.AbstractionCapacityW, relative: Rel);
            off.Column(row, "heat_to_river_w", found.HeatToRiverW, relative: Rel);
            off.Column(row, "heat_remaining_w", found.HeatRemainingW, Rel * 1e-3 * heatW, Rel); // a difference of two heats
            double downstreamC = discharge > 0.0 ? riverC + River.MixedRiseK(found.HeatToRiverW, discharge) : riverC;
            off.Column(row, "river_temperature_downstream_c", downstreamC, TemperatureK, Rel);
        }
    }

    public static void RiverFit(ReferenceTable table, Deviations off)
    {
        foreach (var row in table.Rows)
        {
            double found = River.AlpineTemperatureC(row.Number("smoothed_air_c"), row.Number("day_of_year"), row.Number("hour_utc"));
            off.Column(row, "river_temperature_c", found, TemperatureK, Rel);
        }
    }

    public static void HeatingCurve(ReferenceTable table, Deviations off)
    {
        foreach (var row in table.Rows)
        {
            double airC = row.Number("air_temperature_average_c");
            double supplyC = HeatDemand.SupplyTemperatureC(airC, coldC: 0.0, supplyAtColdC: 109.0, mildC: 10.0, supplyAtMildC: 82.0);
            off.Column(row, "river_temperature_c", River.LowlandTemperatureC(airC), TemperatureK, Rel);
            off.Column(row, "supply_temperature_c", supplyC, relative: Rel);
        }
    }

    public static void DegreeDays(ReferenceTable table, Deviations off)
    {
        foreach (var row in table.Rows)
        {
            double meanC = row.Number("t_daily_mean_c");
            off.Column(row, "gtz_20_15", HeatDemand.DegreeDaysKd(meanC, 20.0, 15.0), TemperatureK, Rel);
            off.Column(row, "gtz_20_12", HeatDemand.DegreeDaysKd(meanC, 20.0, 12.0), TemperatureK, Rel);
            off.Column(row, "hdd_15", HeatDemand.DegreeDaysKd(meanC, 15.0, 15.0), TemperatureK, Rel);
            off.Column(row, "cdd_18", HeatDemand.CoolingDegreeDaysKd(meanC, 18.0), TemperatureK, Rel);
        }
    }

    public static void HeatProfiles(ReferenceTable table, Deviations off)
    {
        foreach (var row in table.Rows)
        {
            double tC = row.Number("t_ref_c");
            var p = new SigLinDeProfile(
                row.Number("A"),
                row.Number("B"),
                row.Number("C"),
                row.Number("D"),
                row.Number("m_s"),
                row.Number("b_s"),
                row.Number("m_w"),
                row.Number("b_w"));
            off.Column(row, "h", HeatDemand.SigLinDe(tC, p), relative: Rel);
            if (row.Text("model") == "sigmoid_demandlib")
            {
                off.Check(row, row.Number("h"), HeatDemand.Sigmoid(tC, p.A, p.B, p.C, p.D), relative: Rel, what: "h of the older profiles");
                continue;
            }

            var own = row.Text("profile") switch
            {
                "SFH" => SigLinDeProfile.SingleFamily,
                "MFH" => SigLinDeProfile.MultiFamily,
                "COM" => SigLinDeProfile.Commercial,
                var other => throw new InvalidDataException($"{row.Place}: unknown profile {other}."),
            };
            if (row.Text("windy") == "0") // the engine has the profiles of normal wind only
            {
                off.Check(row, row.Number("h"), HeatDemand.SigLinDe(tC, own), relative: Rel, what: "h of the engine's profiles");
            }
        }
    }

    public static void ReferenceTemperature(ReferenceTable table, Deviations off)
    {
        DateOnly before = default;
        int first = 0;
        for (int i = 0; i < table.Rows.Count; i++)
        {
            // A date that does not follow the one before begins a series of its own, with no days before it.
            var date = DateOnly.ParseExact(table.Rows[i].Text("date"), "yyyy-MM-dd");
            first = i > 0 && date == before.AddDays(1) ? first : i;
            before = date;
            double DaysAgoC(int days) => table.Rows[Math.Max(first, i - days)].Number("t_daily_mean_c");
            double found = HeatDemand.ReferenceTemperatureC(DaysAgoC(0), DaysAgoC(1), DaysAgoC(2), DaysAgoC(3));
            off.Column(table.Rows[i], "t_reference_c", found, TemperatureK, Rel);
        }
    }
}
