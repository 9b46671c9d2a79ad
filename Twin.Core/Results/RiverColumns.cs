using Twin.Core.Components.Cooling;
using Twin.Core.Plant;

namespace Twin.Core.Results;

/// <summary>Columns of the river: what it is upstream, what was taken and given back, and the limits of the permit.</summary>
internal static class RiverColumns
{
    public static void AddSurroundings(ColumnSet set)
    {
        set.Group((m, row) =>
        {
            Boundary b = m.Boundary;
            int k = m.K;
            ColumnSet.Fill(row, b.RiverC[k], b.RiverDischargeM3PerS[k], b.RiverAboveLimitFraction[k], b.RiverClosedFraction[k]);
        });
        set.Mean("river.temperature_c", "degC", "River upstream of the site.");
        set.Mean("river.discharge_m3_s", "m3/s", "River flow at the site.");
        set.Mean(
            "river.above_limit_fraction",
            "1",
            "Share of the time in which the held source sample of the river temperature is strictly above the permit's limit.");
        set.Mean("river.closed_fraction", "1", "Share of the time in which the intake is closed by date.");
    }

    public static void Add(ColumnSet set)
    {
        set.Group((m, row) =>
        {
            ref readonly RiverTick r = ref m.Tick.River;
            ColumnSet.Fill(
                row,
                r.HeatW,
                r.FlowKgPerS,
                r.FlowM3PerS,
                r.ReturnC,
                r.ReturnC,
                r.MixedRiseK,
                r.FullFraction,
                r.PartFraction,
                r.PermitLimitedFraction);
        });
        set.Mean("river.heat_w", "W", "Heat handed to the river, condensers inside.");
        set.Mean("river.withdrawn_kg_s", "kg/s", "Water taken from the river; all of it goes back.");
        set.Mean("river.withdrawn_m3_s", "m3/s", "The same as volume at the river's temperature.");
        set.Mean("river.return_c", "degC", "Water given back; the river's temperature when nothing flows.");
        set.Max("river.return_c_max", "degC", "Largest step mean of the water given back.");
        set.Mean("river.mixed_rise_k", "K", "Warming of the river after full mixing.");
        set.Mean("river.full_fraction", "1", "Share of the time in which the river took all heat that reuse left.");
        set.Mean("river.part_fraction", "1", "Share of the time in which it took a part and other machines the rest.");
        set.Mean(
            "river.permit_limited_fraction",
            "1",
            "Share of the time in which the permit kept the river from taking heat that was there.");
        AddLimits(set);
        AddLargest(set);
    }

    private static void AddLimits(ColumnSet set)
    {
        set.Group((m, row) =>
        {
            RiverLimitSet limits = m.Tick.River.Limits;
            double Bound(RiverLimit limit) => limits.Has(limit) ? 1.0 : 0.0;
            if (!limits.Any)
            {
                row.Clear(); // nearly always
                return;
            }

            double returnRise = Bound(RiverLimit.ReturnRise), returnTemperature = Bound(RiverLimit.ReturnTemperature);
            double mixedRise = Bound(RiverLimit.MixedRise), mixedTemperature = Bound(RiverLimit.MixedTemperature);
            ColumnSet.Fill(
                row,
                Bound(RiverLimit.Intake),
                Math.Max(returnRise, returnTemperature),
                Math.Max(mixedRise, mixedTemperature),
                returnRise,
                returnTemperature,
                mixedRise,
                mixedTemperature);
        });
        void Limited(string limit, string meaning) =>
            set.Mean($"river.limited_{limit}_fraction", "1", $"Share of the time in which {meaning} was the limit.");

        Limited("intake", "the water that may be taken");
        Limited("return", "rise or temperature of the water given back");
        Limited("mixed", "rise or temperature of the mixed river");
        Limited("return_rise", "the rise of the water given back");
        Limited("return_temperature", "the temperature of the water given back");
        Limited("mixed_rise", "the rise of the mixed river");
        Limited("mixed_temperature", "the temperature of the mixed river");
    }

    private static void AddLargest(ColumnSet set)
    {
        set.Group((m, row) =>
        {
            ref readonly RiverTick r = ref m.Tick.River;
            double riverC = m.Boundary.RiverC[m.K];
            ColumnSet.Fill(row, riverC, r.FlowM3PerS, r.ReturnC - riverC, r.MixedRiseK, riverC + r.MixedRiseK);
        });
        set.Max("river.temperature_c_max", "degC", "Largest step mean of the river upstream.");
        set.Max("river.withdrawn_m3_s_max", "m3/s", "Largest step mean of the water taken.");
        set.Max("river.return_rise_k_max", "K", "Largest step mean of the rise of the water given back.");
        set.Max("river.mixed_rise_k_max", "K", "Largest step mean of the river's warming after full mixing.");
        set.Max("river.mixed_c_max", "degC", "Largest step mean of the river's temperature after full mixing.");
    }
}
