using Twin.Cli.Input;
using Twin.Cli.Input.Studies;
using TestRun = Twin.Tests.Plant.TestRun;

namespace Twin.Tests.Input;

/// <summary>A study beside its base, which is the first day, under the temporary path.</summary>
internal static class StudyFolder
{
    /// <summary>A study that says a little of everything.</summary>
    public const string Usual = """
        study: 1
        name: river_question
        label: "What is the river worth?"
        base: base.yaml
        scenario: [hot]
        set: { time.step: 15 min }
        method: { kind: monte-carlo, n: 8, seed: 7 }
        levers:
          halls.air_hall.racks.count: { grid: [5, 4, 6] }
          river.permit.intake: { range: [20 l/s, 0.05 m3/s] }
          closure: { cases: { none: {}, summer: { river.permit.closed: [ { from: 2025-06-01, to: 2025-07-01 } ] } } }
        uncertainties:
          grid.price: { triangular: [60 EUR/MWh, 90 EUR/MWh, 18 ct/kWh] }
          river.discharge: { truncated_normal: [2 m3/s, 0.5 m3/s, 1 m3/s, 4 m3/s] }
          time.seed: { seeds: 20 }
          year: { cases: { y2018: { grid.fees: 40 EUR/MWh, grid.carbon: 400 g/kWh }, y2025: {} }, weights: [1, 2] }
        correlations: [ { between: [river.discharge, grid.price], rank: -0.6 } ]
        outcomes:
          pue: min
          backup: { largest: [dry_coolers.dry_cooler.heat_w, chillers.chiller.heat_w], unit: MW, goal: min, label: "Backup" }
          capex: min
        constraints: ["throttled_gpu_hours <= 100 h", "violations.river.permit.river_temperature == 0 h"]
        costs:
          discount: 5 %
          gpu_hour: { price: 2 EUR, source: "list of a cloud" }
          items:
            - { name: chillers, path: chillers.chiller.units, each: 300 kEUR, life: 20 a, source: "assumed" }
            - { name: backup, largest: [dry_coolers.dry_cooler.heat_w], each: 250 EUR/kW, life: 20 a, source: "a guess" }
        policies: { today: {}, no_pumps: { heat_pumps.heat_pump.out: 2 } }
        series: [grid.import_w, river.temperature_c]

        """;

    /// <summary>Reads a study that lies beside its base.</summary>
    public static StudyReadResult Read(string study, string name = "study.yaml")
    {
        using ScenarioFolder folder = Base().With(name, study);
        return StudyReader.Read(name, ReadOptions.None with { CurrentFolder = folder.Path });
    }

    /// <summary>Reads a study that must be right.</summary>
    public static Study Right(string study)
    {
        StudyReadResult read = Read(study);
        Assert.IsEmpty(read.Faults, FaultText.Write(read.Faults));
        return read.Study!;
    }

    /// <summary>The usual study with another method and other inputs.</summary>
    public static string With(string method, string inputs) => $"study: 1\nbase: base.yaml\nmethod: {method}\n{inputs}\n";

    /// <summary>Reads scenario and lists of the command line.</summary>
    public static StudyReadResult OfSets(params string[] sets)
    {
        using ScenarioFolder folder = Base();
        return StudyReader.OfCommandLine("base.yaml", ReadOptions.None with { CurrentFolder = folder.Path }, sets);
    }

    /// <summary>A folder with the base.</summary>
    public static ScenarioFolder Base() => new ScenarioFolder().With(
        "base.yaml",
        File.ReadAllText(Path.Combine(TestRun.Folder("first_day"), "scenario.yaml")) + "overrides: { hot: { grid.fees: 50 EUR/MWh } }\n");
}
