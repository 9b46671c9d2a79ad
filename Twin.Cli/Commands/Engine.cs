using Twin.Cli.Input;
using Twin.Cli.Output;
using Twin.Core.Engine;
using Twin.Core.Plant;
using Twin.Core.Scenarios;

namespace Twin.Cli.Commands;

/// <summary>Ties the verbs to the reader of scenarios and to the engine.</summary>
internal static class Engine
{
    private const string DataRole = "series";

    /// <summary>What the verbs work with outside tests.</summary>
    public static Services Services { get; } = new(Load, (faults, writer) => writer.Write(FaultText.Write(faults)));

    /// <summary>Limits that plots draw, by the names that columns and summaries use.</summary>
    public static IReadOnlyDictionary<string, double> LimitsOf(Scenario scenario)
    {
        SortedDictionary<string, double> limits = LimitsOf(scenario.Plant);
        foreach (PlantPhase phase in scenario.Phases)
        {
            // One line in a plot can only stand for a limit that holds all the time.
            SortedDictionary<string, double> later = LimitsOf(phase.Plant);
            foreach (string name in limits.Keys.Where(name => !later.TryGetValue(name, out double value) || value != limits[name]).ToArray())
            {
                limits.Remove(name);
            }
        }

        return limits;
    }

    private static SortedDictionary<string, double> LimitsOf(PlantDesign plant)
    {
        var limits = new SortedDictionary<string, double>(StringComparer.Ordinal);
        Add("grid.import_limit_w", plant.Grid.ImportLimitW);
        if (plant.Permit is { } permit)
        {
            Add("river.permit.river_temperature_c", permit.RiverTemperatureC);
            Add("river.permit.return_temperature_c", permit.ReturnTemperatureC);
        }

        foreach (var loop in plant.Loops)
        {
            Add($"loops.{loop.Name}.supply_limit_c", loop.SupplyLimitC);
        }

        foreach (var hall in plant.Halls)
        {
            Add($"halls.{hall.Name}.inlet_limit_c", hall.Air.InletLimitC);
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
            read.Files.Where(file => file.Role == DataRole).ToList(),
            read.Files.Where(file => file.Role != DataRole).ToList(),
            LimitsOf(scenario));
        return new(new LoadedRun(header, (rows, racks, progress, cancel) => Simulation.Run(scenario, rows, racks, progress, cancel)), [])
        {
            Notes = read.Notes,
        };
    }
}
