using Twin.Cli.Input;
using Twin.Cli.Output;
using Twin.Core.Engine;
using Twin.Core.Results;
using Twin.Core.Time;

namespace Twin.Tests.Output;

/// <summary>A run that no engine computed, but that looks like a plant beside a river: smooth, seasonal, the same each time.</summary>
internal sealed class SyntheticRun
{
    public const double GridLimitW = 16e6;
    private readonly SiteCalendar calendar = new("Europe/Berlin");

    private readonly (Column Column, Func<Moment, double> Value)[] columns;

    /// <summary>Makes a run from a local date on.</summary>
    public SyntheticRun(DateOnly first, int days, bool hasRiver = true, string name = "synthetic")
    {
        Header = new RunHeader(
            name,
            "Munich AI factory, reference year",
            calendar.ZoneId,
            calendar.BeginUnixS(first),
            calendar.BeginUnixS(first.AddDays(days)),
            StepS: 300,
            OutputS: 900,
            Seed: 7,
            $"schema: 1\nname: {name}\ndays: {days}\n",
            [new ScenarioFile("/data/river.csv", "river.csv", "series", 12, new string('a', 64))],
            [new ScenarioFile("/data/scenario.yaml", "scenario.yaml", "scenario", 34, new string('a', 64))],
            new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["river.permit.river_temperature_c"] = 21.5,
                ["river.permit.return_temperature_c"] = 30,
                ["grid.import_limit_w"] = GridLimitW,
                ["loops.chilled.supply_limit_c"] = 27,
                ["halls.training.inlet_limit_c"] = 30,
            });
        columns = Columns().Where(column => hasRiver || !column.Column.Name.StartsWith("river.t", StringComparison.Ordinal)).ToArray();
    }

    public RunHeader Header { get; }

    public static IReadOnlyList<KeyFigure> KeyFigures { get; } =
    [
        new("it_energy", 98_412.34, "MWh", "energy at the UPS output, ISO/IEC 30134-2 category 1", "halls", "modelled"),
        new("pue", 1.0873, "1", "site energy / IT energy, ISO/IEC 30134-2", "site", "modelled on assumed input"),
        new("river_above_limit", 212.25, "h", "hours in which the river is warmer than the permit allows", "river", "modelled"),
        new("heat_delivered", 7_904.1, "MWh", "heat handed to the network", "site", "modelled"),
        new("peak_power", 13.2, "MW", "largest step mean", "site", "modelled"),
        new("cop", null, "1", "heat / electricity of the heat pumps", "heat pumps", "modelled"),
    ];

    public static IReadOnlyList<Violation> Violations { get; } =
        [new("river.permit.river_temperature", 1_752_480_000, 1_752_487_200, 1.75, 22.75, 21.5, "degC")];

    /// <summary>Plays the run into a sink.</summary>
    public RunOutcome Play(IRowSink rows, Action<RunProgress>? progress, CancellationToken cancel)
    {
        rows.Begin(columns.Select(column => column.Column).ToList(), Header.OutputS);
        double[] values = new double[columns.Length];
        long steps = 0;
        for (long at = Header.StartUnixS; at < Header.EndUnixS; at += Header.OutputS)
        {
            cancel.ThrowIfCancellationRequested();
            progress?.Invoke(new RunProgress(at, (double)(at - Header.StartUnixS) / (Header.EndUnixS - Header.StartUnixS)));
            LocalTime local = calendar.At(at);
            var moment = new Moment(local.DayOfYear + (local.HourOfDay / 24), local.HourOfDay);
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = columns[i].Value(moment);
            }

            rows.Row(at, values);
            steps += Header.OutputS / Header.StepS;
        }

        return new RunOutcome(KeyFigures, Violations, steps);
    }

    private static IEnumerable<(Column Column, Func<Moment, double> Value)> Columns() =>
    [
        W("site.power_w", m => m.SiteW),
        (new("site.power_w_max", "W", Statistic.Max, "Largest step."), m => m.SiteW * (1.02 + (0.01 * m.Ripple))),
        W("it.power_w", m => m.ItW),
        W("chain.loss_w", m => m.ItW * 0.045),
        W("air.fan_power_w", m => m.ItW * 0.011),
        W("loops.pump_power_w", m => m.ItW * 0.012),
        W("river.pump_power_w", m => m.IsRiverOpen * m.ItW * 0.004),
        W("dry_coolers.fan_power_w", m => m.ItW * 0.006 * m.Warmth),
        W("chillers.power_w", m => m.ItW * 0.06 * Math.Max(0, m.Warmth - 0.55)),
        W("heat_pumps.power_w", m => m.DeliveredW * 0.22),
        W("site.auxiliary_w", _ => 90_000),
        C("river.temperature_c", m => m.RiverC),
        C("river.return_c", m => m.RiverC + (m.IsRiverOpen * (5.5 + (0.5 * m.Ripple)))),
        (new("river.withdrawn_m3_s", "m3/s", Statistic.Mean, "Taken."),
            m => m.IsRiverOpen * (0.33 + (0.12 * m.Warmth) + (0.02 * m.Ripple))),
        (new("river.above_limit_fraction", "1", Statistic.Mean, "Too warm."), m => m.RiverC > 21.5 ? 1 : 0),
        (new("river.closed_fraction", "1", Statistic.Mean, "Closed."), m => m.IsClosedForWorks ? 1 : 0),
        W("heat.demand_w", m => m.DemandW),
        W("heat.delivered_w", m => m.DeliveredW),
        C("heat.supply_c", m => 70 - (14 * m.Warmth) + (0.4 * m.Ripple)),
        W("cooling.heat_removed_w", m => m.LoopHeatW),
        W("loops.chilled.heat_w", m => m.LoopHeatW),
        C("loops.chilled.supply_c", m => 20 + (2 * m.Warmth)),
        C("halls.training.inlet_c", m => 25 + (2 * m.Warmth)),
        W("heat_pumps.heat_pump.source_w", m => m.DeliveredW * 0.78),
        W("chillers.chiller.heat_w", m => m.ChillerHeatW),
        W("dry_coolers.dry_cooler.condenser_heat_w", m => m.ChillerHeatW * 1.25),
        W("dry_coolers.dry_cooler.heat_w", m => (1 - m.IsRiverOpen) * m.RestHeatW),
        W("river_exchangers.river.heat_w", m => m.IsRiverOpen * m.RestHeatW),
        W("river.heat_w", m => m.IsRiverOpen * m.RestHeatW),
        W("onsite.generation_w", m => m.SunW),
        W("onsite.used_w", m => m.SunW),
        W("contracts.used_w", m => m.ContractW),
        W("grid.spot_w", m => m.SiteW - m.SunW - m.ContractW),
        W("grid.import_w", m => m.SiteW - m.SunW),
        W("grid.unserved_w", _ => 0),
        W("matched.renewable_w", m => m.SunW + m.ContractW),
    ];

    private static (Column Column, Func<Moment, double> Value) W(string name, Func<Moment, double> value) =>
        (new(name, "W", Statistic.Mean, "Mean over the interval."), value);

    private static (Column Column, Func<Moment, double> Value) C(string name, Func<Moment, double> value) =>
        (new(name, "degC", Statistic.Mean, "Mean over the interval."), value);

    /// <summary>The weather and the work of one interval.</summary>
    private readonly record struct Moment(double Day, double Hour)
    {
        public double Ripple => Math.Sin(Day * 91.7) * Math.Cos(Day * 13.3);

        private double Spell => (Math.Sin(Day / 4.7) + Math.Sin(Day / 2.9)) / 2;

        public double Warmth => Math.Clamp(
            0.5 - (0.45 * Math.Cos((Day - 20) / 58.1)) + (0.1 * Spell) + (0.08 * Math.Sin((Hour - 9) / 3.82)), 0, 1);

        public double RiverC => 11.5 - (8.2 * Math.Cos((Day - 30) / 58.1)) + (1.6 * Spell) + (0.5 * Math.Sin((Hour - 10) / 3.82));

        public bool IsClosedForWorks => Day is > 307 and < 317;

        public double IsRiverOpen => IsClosedForWorks || RiverC > 21.5 ? 0 : 1;

        public double ItW => 10.1e6 + (0.5e6 * Math.Sin((Hour - 8) / 3.82)) + (0.35e6 * Spell) + (0.15e6 * Ripple);

        public double DemandW => Math.Max(0.25e6, (3.4e6 * (1 - (1.25 * Warmth))) + (0.4e6 * Math.Cos((Hour - 7) / 1.91)));

        public double DeliveredW => Math.Min(DemandW, 1.9e6);

        public double SunW => 2.4e6 * Math.Max(0, Math.Cos((Hour - 13) / 3.82)) * (0.25 + (0.6 * Warmth)) * (0.75 + (0.25 * Spell));

        // A hundredth of what IT takes is lost before it and leaves without plant.
        public double LoopHeatW => ItW * (1 + 0.035 + 0.011 + 0.012);

        // Four times what the chillers draw.
        public double ChillerHeatW => 4 * ItW * 0.06 * Math.Max(0, Warmth - 0.55);

        public double RestHeatW => LoopHeatW - (DeliveredW * 0.78) - ChillerHeatW;

        public double ContractW => Math.Clamp(4e6 + (3e6 * Spell), 0.5e6, SiteW - SunW);

        public double SiteW =>
            (ItW * (1.068 + (0.004 * IsRiverOpen) + (0.006 * Warmth) + (0.06 * Math.Max(0, Warmth - 0.55))))
            + (DeliveredW * 0.22) + 90_000;
    }
}
