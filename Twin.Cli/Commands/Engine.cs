using Twin.Cli.Input;
using Twin.Cli.Output;
using Twin.Core.Engine;
using Twin.Core.Plant;
using Twin.Core.Scenarios;

namespace Twin.Cli.Commands;

/// <summary>Ties the verbs to the reader of scenarios and to the engine.</summary>
internal static class Engine
{
    /// <summary>What the verbs work with outside tests.</summary>
    public static Services Services { get; } = new(Load, (faults, writer) => writer.Write(FaultText.Write(faults)));

    /// <summary>Limits that plots draw, by the names that columns and summaries use: those that hold all the time.</summary>
    public static IReadOnlyDictionary<string, double> LimitsOf(Scenario scenario)
    {
        IReadOnlyDictionary<string, IReadOnlyList<LimitFrom>> changing = ChangingLimitsOf(scenario);
        SortedDictionary<string, double> limits = LimitsOf(scenario.Plant);
        foreach (string name in limits.Keys.Where(changing.ContainsKey).ToArray())
        {
            limits.Remove(name);
        }

        return limits;
    }

    /// <summary>Limits that a phase changes, with each value and the instant from which it holds.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<LimitFrom>> ChangingLimitsOf(Scenario scenario)
    {
        (long FromUnixS, SortedDictionary<string, double> Limits)[] plants =
        [
            (scenario.Clock.StartUnixS, LimitsOf(scenario.Plant)),
            .. scenario.Phases.Select(phase => (phase.FromUnixS, LimitsOf(phase.Plant))),
        ];
        var changing = new SortedDictionary<string, IReadOnlyList<LimitFrom>>(StringComparer.Ordinal);
        foreach (string name in plants.SelectMany(plant => plant.Limits.Keys).Distinct(StringComparer.Ordinal))
        {
            List<LimitFrom> values = [];
            foreach ((long fromUnixS, SortedDictionary<string, double> limits) in plants)
            {
                double? value = limits.TryGetValue(name, out double known) ? known : null;
                if (values.Count == 0 || values[^1].Value != value)
                {
                    values.Add(new(fromUnixS, value));
                }
            }

            if (values.Count > 1)
            {
                changing.Add(name, values);
            }
        }

        return changing;
    }

    /// <summary>Spans of the run in which the permit closes the intake by date, in the order of time.</summary>
    public static IReadOnlyList<(long FromUnixS, long ToUnixS)> ClosuresOf(Scenario scenario)
    {
        (long FromUnixS, PlantDesign Plant)[] plants =
            [(scenario.Clock.StartUnixS, scenario.Plant), .. scenario.Phases.Select(phase => (phase.FromUnixS, phase.Plant))];
        List<(long FromUnixS, long ToUnixS)> closures = [];
        for (int i = 0; i < plants.Length; i++)
        {
            long endUnixS = i + 1 < plants.Length ? plants[i + 1].FromUnixS : scenario.Clock.EndUnixS;
            foreach ((long fromUnixS, long toUnixS) in (plants[i].Plant.Permit?.Closed ?? []).OrderBy(closure => closure.FromUnixS))
            {
                (long from, long to) = (Math.Max(fromUnixS, plants[i].FromUnixS), Math.Min(toUnixS, endUnixS));
                if (from < to && closures.Count > 0 && closures[^1].ToUnixS == from)
                {
                    closures[^1] = (closures[^1].FromUnixS, to); // a phase begins while the intake is closed
                }
                else if (from < to)
                {
                    closures.Add((from, to));
                }
            }
        }

        return closures;
    }

    private static SortedDictionary<string, double> LimitsOf(PlantDesign plant)
    {
        var limits = new SortedDictionary<string, double>(StringComparer.Ordinal);
        Add("grid.import_limit_w", plant.Grid.ImportLimitW);
        if (plant.Permit is { } permit)
        {
            Add("river.permit.river_temperature_c", permit.RiverTemperatureC);
            Add("river.permit.return_temperature_c", permit.ReturnTemperatureC);
            Add("river.permit.return_rise_k", permit.ReturnRiseK);
            Add("river.permit.mixed_temperature_c", permit.MixedTemperatureC);
            Add("river.permit.mixed_rise_k", permit.MixedRiseK);
            Add("river.permit.intake_m3_s", permit.IntakeM3PerS);
        }

        foreach (var loop in plant.Loops)
        {
            Add($"loops.{loop.Name}.supply_limit_c", loop.SupplyLimitC);
        }

        foreach (var hall in plant.Halls)
        {
            Add($"halls.{hall.Name}.inlet_limit_c", hall.Air.InletLimitC);
            if (hall.Liquid is { } liquid)
            {
                Add($"halls.{hall.Name}.liquid_inlet_limit_c", liquid.InletLimitC);
            }
        }

        return limits;

        void Add(string name, double value)
        {
            if (double.IsFinite(value)) // what is unlimited has no line in a plot
            {
                limits.Add(name, value);
            }
        }
    }

    private static LoadOutcome Load(ScenarioRequest request)
    {
        ReadResult read = ScenarioReader.Read(
            request.Path,
            new ReadOptions(request.ScenarioNames, request.SetFiles, request.Sets) { StandardInput = request.Content });
        if (read.Scenario is not { } scenario)
        {
            return new(null, read.Faults);
        }

        // Without origins: they name lines of files, and would make other bytes of the same run.
        var header = new RunHeader(
            scenario.Name,
            scenario.Label,
            scenario.Site.Zone,
            scenario.Clock.StartUnixS,
            scenario.Clock.EndUnixS,
            scenario.Clock.StepS,
            scenario.OutputS,
            scenario.Seed,
            read.Resolved(withOrigins: false),
            read.Data,
            read.Sources,
            LimitsOf(scenario))
        {
            Series = read.Series,
            ChangingLimits = ChangingLimitsOf(scenario),
            Closures = ClosuresOf(scenario),
        };
        return new(new LoadedRun(header, (rows, racks, progress, cancel) => Simulation.Run(scenario, rows, racks, progress, cancel)), [])
        {
            Notes = read.Notes,
        };
    }
}
