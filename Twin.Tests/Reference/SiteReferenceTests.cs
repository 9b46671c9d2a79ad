using Twin.Core.Physics;

namespace Twin.Tests.Reference;

[TestClass]
public sealed class SiteReferenceTests(TestContext context)
{
    private const double Rel = 1e-9; // the same closed forms on both sides

    [TestMethod]
    public void River_limits_agree_with_the_heat_balance()
    {
        var table = ReferenceTable.Load("river_cooling.csv");
        var off = new Deviations();
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
            // Differences of temperatures carry the rounding of their minuends, as does what remains of the heat.
            off.Check(row, row.Number("capacity_mixing_w"), found.MixingCapacityW, relative: Rel);
            off.Check(row, row.Number("capacity_abstraction_w"), found.AbstractionCapacityW, relative: Rel);
            off.Check(row, row.Number("heat_to_river_w"), found.HeatToRiverW, relative: Rel);
            off.Check(row, row.Number("heat_remaining_w"), found.HeatRemainingW, relative: Rel);
            double downstreamC = discharge > 0.0 ? riverC + River.MixedRiseK(found.HeatToRiverW, discharge) : riverC;
            off.Check(row, row.Number("river_temperature_downstream_c"), downstreamC, relative: Rel);
        }

        off.Finish(table, context);
    }

    [TestMethod]
    public void River_temperature_agrees_with_the_fit()
    {
        var table = ReferenceTable.Load("river_temperature_fit.csv");
        var off = new Deviations();
        foreach (var row in table.Rows)
        {
            double found = River.AlpineTemperatureC(row.Number("smoothed_air_c"), row.Number("day_of_year"), row.Number("hour_utc"));
            off.Check(row, row.Number("river_temperature_c"), found, relative: Rel);
        }

        off.Finish(table, context);
    }

    [TestMethod]
    public void River_and_heating_curve_agree_with_PyPSA_Eur()
    {
        var table = ReferenceTable.Load("river_temperature_and_heating_curve.csv");
        var off = new Deviations();
        foreach (var row in table.Rows)
        {
            double airC = row.Number("air_temperature_average_c");
            double supplyC = HeatDemand.SupplyTemperatureC(airC, coldC: 0.0, supplyAtColdC: 109.0, mildC: 10.0, supplyAtMildC: 82.0);
            off.Check(row, row.Number("river_temperature_c"), River.LowlandTemperatureC(airC), relative: Rel);
            off.Check(row, row.Number("supply_temperature_c"), supplyC, relative: Rel);
        }

        off.Finish(table, context);
    }

    [TestMethod]
    public void Degree_days_agree_with_VDI_3807()
    {
        var table = ReferenceTable.Load("degree_days.csv");
        var off = new Deviations();
        foreach (var row in table.Rows)
        {
            double meanC = row.Number("t_daily_mean_c");
            off.Check(row, row.Number("gtz_20_15"), HeatDemand.DegreeDaysKd(meanC, 20.0, 15.0), relative: Rel);
            off.Check(row, row.Number("gtz_20_12"), HeatDemand.DegreeDaysKd(meanC, 20.0, 12.0), relative: Rel);
            off.Check(row, row.Number("hdd_15"), HeatDemand.DegreeDaysKd(meanC, 15.0, 15.0), relative: Rel);
            off.Check(row, row.Number("cdd_18"), HeatDemand.CoolingDegreeDaysKd(meanC, 18.0), relative: Rel);
        }

        off.Finish(table, context);
    }

    [TestMethod]
    public void Standard_heat_profiles_agree_with_demandlib_and_when2heat()
    {
        var table = ReferenceTable.LoadInPlace("bdew_sigmoid.csv");
        var off = new Deviations();
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
            off.Check(row, row.Number("h"), HeatDemand.SigLinDe(tC, p), relative: Rel);
            if (row.Text("model") == "sigmoid_demandlib")
            {
                off.Check(row, row.Number("h"), HeatDemand.Sigmoid(tC, p.A, p.B, p.C, p.D), relative: Rel);
                continue;
            }

            var own = row.Text("profile") switch
            {
                "SFH" => SigLinDeProfile.SingleFamily,
                "MFH" => SigLinDeProfile.MultiFamily,
                _ => SigLinDeProfile.Commercial,
            };
            if (row.Text("windy") == "0") // the engine has the profiles of normal wind only
            {
                off.Check(row, row.Number("h"), HeatDemand.SigLinDe(tC, own), relative: Rel, what: "profiles of the engine");
            }
        }

        off.Finish(table, context);
    }

    [TestMethod]
    public void Reference_temperature_agrees_with_when2heat()
    {
        var table = ReferenceTable.LoadInPlace("bdew_reference_temperature.csv");
        var off = new Deviations();
        for (int i = 0; i < table.Rows.Count; i++)
        {
            double DaysAgoC(int days) => table.Rows[Math.Max(0, i - days)].Number("t_daily_mean_c");
            double found = HeatDemand.ReferenceTemperatureC(DaysAgoC(0), DaysAgoC(1), DaysAgoC(2), DaysAgoC(3));
            off.Check(table.Rows[i], table.Rows[i].Number("t_reference_c"), found, relative: Rel);
        }

        off.Finish(table, context);
    }
}
