using Twin.Core.Components.Cooling;
using Twin.Core.Plant;
using Twin.Core.Results;

namespace Twin.Core.Engine;

/// <summary>Watches the rows for limits that bind, and notes each unbroken span once.</summary>
internal sealed class ViolationLog
{
    private const double HourS = 3_600.0;

    private readonly List<Watch> watches = [];
    private readonly List<Violation> closed = [];
    private readonly int outputS;

    public ViolationLog(PlantDesign design, ColumnSet columns, int outputS)
    {
        this.outputS = outputS;
        if (design.Permit is { } permit)
        {
            AddPermit(columns, permit);
        }

        Add(columns, "grid.import_limit", "grid.limited_fraction", "grid.needed_w_max", design.Grid.ImportLimitW, "W");
        foreach (var loop in design.Loops)
        {
            string at = $"loops.{loop.Name}.";
            Add(columns, at + "supply_limit", at + "limited_supply_fraction", at + "supply_end_c_max", loop.SupplyLimitC, "degC");
        }

        foreach (var hall in design.Halls)
        {
            string at = $"halls.{hall.Name}.";
            Add(columns, at + "air.inlet_limit", at + "limited_inlet_fraction", at + "inlet_end_c_max", hall.Air.InletLimitC, "degC");
            if (hall.Liquid is { } liquid)
            {
                Add(
                    columns,
                    at + "liquid.inlet_limit",
                    at + "limited_liquid_inlet_fraction",
                    at + "liquid_inlet_end_c_max",
                    liquid.InletLimitC,
                    "degC");
            }
        }
    }

    /// <summary>Names of the limits that are watched.</summary>
    public IReadOnlyList<string> Limits => [.. watches.Select(watch => watch.Limit)];

    public void Row(long startUnixS, ReadOnlySpan<double> values)
    {
        foreach (Watch watch in watches)
        {
            bool binds = values[watch.Indicator] > 0.0;
            if (binds)
            {
                // While the intake is closed for a part of the interval only, the water taken in the other part is no fault.
                double value = watch.CountsWholeOnly && values[watch.Indicator] < 1.0 ? watch.Threshold : values[watch.Value];
                watch.Worst = watch.StartUnixS is null ? value : Math.Max(watch.Worst, value);
                watch.StartUnixS ??= startUnixS;
                watch.BoundS += values[watch.Indicator] * outputS;
                watch.EndUnixS = startUnixS + outputS;
            }
            else
            {
                Close(watch);
            }
        }
    }

    /// <summary>All spans, those that still last closed at the end.</summary>
    public IReadOnlyList<Violation> End()
    {
        watches.ForEach(Close);
        return closed;
    }

    /// <summary>Joins what a change of phase has cut: spans of one limit that touch are one episode.</summary>
    /// <param name="spans">Spans of all phases, in any order.</param>
    /// <returns>
    /// Episodes in the order of their begin, then of the limit's name. Where phases differ in the limit, value and threshold are those with
    /// the least margin.
    /// </returns>
    public static IReadOnlyList<Violation> Joined(IEnumerable<Violation> spans)
    {
        List<Violation> joined = [];
        foreach (IGrouping<string, Violation> limit in spans.GroupBy(span => span.Limit))
        {
            int first = joined.Count;
            foreach (Violation next in limit.OrderBy(span => span.StartUnixS))
            {
                if (joined.Count > first && joined[^1] is { } last && last.EndUnixS == next.StartUnixS)
                {
                    Violation worst = next.Margin < last.Margin ? next : last;
                    joined[^1] = worst with
                    {
                        StartUnixS = last.StartUnixS, EndUnixS = next.EndUnixS, BoundH = last.BoundH + next.BoundH,
                    };
                }
                else
                {
                    joined.Add(next);
                }
            }
        }

        return [.. joined.OrderBy(v => v.StartUnixS).ThenBy(v => v.Limit, StringComparer.Ordinal)];
    }

    private void AddPermit(ColumnSet columns, RiverPermit permit)
    {
        void Limited(string limit, string value, double threshold, string unit) =>
            Add(columns, "river.permit." + limit, $"river.limited_{limit}_fraction", value, threshold, unit);

        Add(columns, "river.permit.river_temperature", "river.above_limit_fraction", "river.temperature_c_max", permit.RiverTemperatureC, "degC");
        Add(columns, "river.permit.closed", "river.closed_fraction", "river.withdrawn_m3_s_max", 0.0, "m3/s", countsWholeOnly: true);
        Limited("intake", "river.withdrawn_m3_s_max", permit.IntakeM3PerS, "m3/s");
        Limited("return_rise", "river.return_rise_k_max", permit.ReturnRiseK, "K");
        Limited("return_temperature", "river.return_c_max", permit.ReturnTemperatureC, "degC");
        Limited("mixed_rise", "river.mixed_rise_k_max", permit.MixedRiseK, "K");
        Limited("mixed_temperature", "river.mixed_c_max", permit.MixedTemperatureC, "degC");
    }

    private void Add(
        ColumnSet columns, string limit, string indicator, string value, double threshold, string unit, bool countsWholeOnly = false) =>
        watches.Add(new Watch(limit, columns.Slot(indicator), columns.Slot(value), threshold, unit, countsWholeOnly));

    private void Close(Watch watch)
    {
        if (watch.StartUnixS is { } start)
        {
            closed.Add(new Violation(
                watch.Limit, start, watch.EndUnixS, watch.BoundS / HourS, watch.Worst, watch.Threshold, watch.Unit));
            watch.StartUnixS = null;
            watch.BoundS = 0.0;
        }
    }

    private sealed class Watch(string limit, int indicator, int value, double threshold, string unit, bool countsWholeOnly)
    {
        public string Limit => limit;

        public int Indicator => indicator;

        public int Value => value;

        public double Threshold => threshold;

        public string Unit => unit;

        public bool CountsWholeOnly => countsWholeOnly;

        public long? StartUnixS { get; set; }

        public long EndUnixS { get; set; }

        public double BoundS { get; set; }

        public double Worst { get; set; }
    }
}
