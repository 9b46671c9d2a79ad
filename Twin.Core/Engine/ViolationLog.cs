using Twin.Core.Plant;
using Twin.Core.Results;

namespace Twin.Core.Engine;

/// <summary>Watches the rows for limits that bind, and notes each unbroken span once.</summary>
internal sealed class ViolationLog
{
    private readonly Watch[] watches;
    private readonly List<Violation> closed = [];
    private readonly int outputS;

    public ViolationLog(PlantDesign design, ColumnSet columns, int outputS)
    {
        this.outputS = outputS;
        List<Watch> all = [];
        void Add(string limit, string indicator, string value, double threshold, string unit) =>
            all.Add(new Watch(limit, columns.Slot(indicator), columns.Slot(value), threshold, unit));

        if (design.Permit is { } permit)
        {
            Add("river.permit.river_temperature", "river.above_limit_fraction", "river.temperature_c", permit.RiverTemperatureC, "degC");
            Add("river.permit.closed", "river.closed_fraction", "river.heat_w", 0.0, "W");
            Add("river.permit.intake", "river.limited_intake_fraction", "river.withdrawn_m3_s", permit.IntakeM3PerS, "m3/s");
            Add("river.permit.return_temperature", "river.limited_return_fraction", "river.return_c_max", permit.ReturnTemperatureC, "degC");
            Add("river.permit.mixed_rise", "river.limited_mixed_fraction", "river.mixed_rise_k", permit.MixedRiseK, "K");
        }

        Add("grid.import_limit", "grid.unserved_w", "site.power_w_max", design.Grid.ImportLimitW, "W");
        foreach (var loop in design.Loops)
        {
            Add($"loops.{loop.Name}.supply_limit", $"loops.{loop.Name}.unmet_w", $"loops.{loop.Name}.supply_c_max", loop.SupplyLimitC, "degC");
        }

        foreach (var hall in design.Halls)
        {
            Add($"halls.{hall.Name}.throttled", $"halls.{hall.Name}.throttled_gpus", $"halls.{hall.Name}.throttled_gpus", 0.0, "GPUs");
        }

        watches = [.. all];
    }

    public void Row(long startUnixS, ReadOnlySpan<double> values)
    {
        foreach (Watch watch in watches)
        {
            bool binds = values[watch.Indicator] > 0.0;
            if (binds)
            {
                watch.Worst = watch.StartUnixS is null ? values[watch.Value] : Math.Max(watch.Worst, values[watch.Value]);
                watch.StartUnixS ??= startUnixS;
                watch.EndUnixS = startUnixS + outputS;
            }
            else
            {
                Close(watch);
            }
        }
    }

    /// <summary>All spans, in the order of their begin, then of the limit's name.</summary>
    public IReadOnlyList<Violation> End()
    {
        Array.ForEach(watches, Close);
        return [.. closed.OrderBy(v => v.StartUnixS).ThenBy(v => v.Limit, StringComparer.Ordinal)];
    }

    private void Close(Watch watch)
    {
        if (watch.StartUnixS is { } start)
        {
            closed.Add(new Violation(watch.Limit, start, watch.EndUnixS, watch.Worst, watch.Threshold, watch.Unit));
            watch.StartUnixS = null;
        }
    }

    private sealed class Watch(string limit, int indicator, int value, double threshold, string unit)
    {
        public string Limit => limit;

        public int Indicator => indicator;

        public int Value => value;

        public double Threshold => threshold;

        public string Unit => unit;

        public long? StartUnixS { get; set; }

        public long EndUnixS { get; set; }

        public double Worst { get; set; }
    }
}
