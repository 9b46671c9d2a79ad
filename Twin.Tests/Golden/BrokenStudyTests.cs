using System.Text;
using Twin.Cli.Input;
using Twin.Tests.Input;
using TestRun = Twin.Tests.Plant.TestRun;

namespace Twin.Tests.Golden;

/// <summary>What is told of broken studies, letter by letter, stands in broken_studies.txt beside this file.</summary>
/// <remarks>To accept a wanted change, run this test once with TWIN_BLESS set to the reason.</remarks>
[TestClass]
public sealed class BrokenStudyTests
{
    private const string Count = "halls.air_hall.racks.count";
    private const string Lever = "\nlevers: { river.permit.intake: { range: [20 l/s, 60 l/s] } }\n";

    /// <summary>Breaks of the usual study: what is replaced, and by what.</summary>
    private static readonly (string Title, string Part, string Broken)[] Breaks =
    [
        ("later version", "study: 1", "study: 2"),
        ("unknown key", "constraints:", "constrains:"),
        ("no base", "base: base.yaml\n", ""),
        ("missing base", "base: base.yaml", "base: bse.yaml"),
        ("base outside the project", "base: base.yaml", "base: ../base.yaml"),
        ("unknown override", "scenario: [hot]", "scenario: [hott]"),
        ("unknown path in set", "time.step: 15 min", "time.stp: 15 min"),
        ("wrong value in set", "time.step: 15 min", "time.step: 15 kW"),
        ("unknown method", "kind: monte-carlo", "kind: monte-carlos"),
        ("nothing to count", "n: 8, ", ""),
        ("too few", "n: 8", "n: 0"),
        ("not for this method", "n: 8", "n: 8, levels: 4"),
        ("unknown path of a lever", "river.permit.intake: { range", "river.permit.intak: { range"),
        ("unknown hall", "halls.air_hall.racks.count", "halls.air_hal.racks.count"),
        ("unknown form", "range: [20 l/s", "rang: [20 l/s"),
        ("two forms", "{ grid: [5, 4, 6] }", "{ grid: [5, 4, 6], range: [1, 8] }"),
        ("no form", "{ grid: [5, 4, 6] }", "{}"),
        ("value for an input", "{ grid: [5, 4, 6] }", "5"),
        ("empty grid", "[5, 4, 6]", "[]"),
        ("value twice", "[5, 4, 6]", "[5, 4, 5]"),
        ("half a rack", "[5, 4, 6]", "[5, 4.5, 6]"),
        ("missing unit", "20 l/s", "20"),
        ("wrong dimension", "20 l/s", "20 kW"),
        ("out of range", "20 l/s", "0 l/s"),
        ("range falls", "[20 l/s, 0.05 m3/s]", "[60 l/s, 0.05 m3/s]"),
        ("range of three", "[20 l/s, 0.05 m3/s]", "[20 l/s, 30 l/s, 0.05 m3/s]"),
        ("plant that cannot be", "[5, 4, 6]", "[5, 4, 200000]"),
        ("step for another method", "{ range: [20 l/s, 0.05 m3/s] }", "{ step: 5 l/s }"),
        ("cases under a path", "closure: {", "river.permit.closure: {"),
        ("unknown path in a case", "river.permit.closed", "river.permit.closd"),
        ("wrong value in a case", "to: 2025-07-01", "to: 2025-07-32"),
        ("bad name of a case", "none: {}", "No: {}"),
        ("weights that do not fit", "weights: [1, 2]", "weights: [1, 2, 3]"),
        ("weight of nothing", "weights: [1, 2]", "weights: [1, 0]"),
        ("weights of a lever", "racks.count: { grid: [5, 4, 6] }", "racks.count: { grid: [5, 4], weights: [1, 2] }"),
        ("triangle that falls", "[60 EUR/MWh, 90 EUR/MWh, 18 ct/kWh]", "[60 EUR/MWh, 50 EUR/MWh, 180 EUR/MWh]"),
        ("normal on a key with a range", "truncated_normal: [2 m3/s, 0.5 m3/s, 1 m3/s, 4 m3/s]", "normal: [2 m3/s, 0.5 m3/s]"),
        ("deviation of nothing", "0.5 m3/s, 1 m3/s", "0 m3/s, 1 m3/s"),
        ("cut that leaves nothing", "1 m3/s, 4 m3/s", "90 m3/s, 91 m3/s"),
        ("normal for whole numbers", "{ seeds: 20 }", "{ normal: [5, 2] }"),
        ("seeds of a price", "triangular: [60 EUR/MWh, 90 EUR/MWh, 18 ct/kWh]", "seeds: 4"),
        ("lever and uncertainty", "time.seed: { seeds", "halls.air_hall.racks.count: { seeds"),
        ("input that is set", "time.step: 15 min", "river.permit.intake: 30 l/s"),
        ("input within a case", "grid.carbon: 400 g/kWh", "grid.price: 90 EUR/MWh"),
        ("correlation with nobody", "between: [river.discharge, grid.price]", "between: [river.dischage, grid.price]"),
        ("correlation with itself", "between: [river.discharge, grid.price]", "between: [grid.price, grid.price]"),
        ("correlation of one", "rank: -0.6", "rank: -1"),
        (
            "correlations that contradict", "rank: -0.6 }",
            "rank: 0.9 }, { between: [time.seed, grid.price], rank: 0.9 }, { between: [time.seed, river.discharge], rank: -0.9 }"),
        ("correlation for sobol", "kind: monte-carlo, n: 8", "kind: sobol, n: 32"),
        ("unknown key figure", "pue: min", "peu: min"),
        ("unknown direction", "pue: min", "pue: least"),
        ("unknown column", "heat_w, chillers.chiller.heat_w]", "heat_w, chillers.chiler.heat_w]"),
        ("sum of two units", "heat_w, chillers.chiller.heat_w]", "heat_w, river.temperature_c]"),
        ("unit of another dimension", "unit: MW", "unit: MWh"),
        (
            "integral of a temperature", "{ largest: [dry_coolers.dry_cooler.heat_w, chillers.chiller.heat_w], unit: MW,",
            "{ integral: river.temperature_c,"),
        ("two ways to make it", "unit: MW", "mean: grid.import_w, unit: MW"),
        ("name of a key figure", "backup: { largest", "cer: { largest"),
        ("constraint without a sign", "throttled_gpu_hours <= 100 h", "throttled_gpu_hours 100 h"),
        ("constraint without a unit", "throttled_gpu_hours <= 100 h", "throttled_gpu_hours <= 100"),
        ("constraint in another dimension", "throttled_gpu_hours <= 100 h", "throttled_gpu_hours <= 100 MW"),
        ("constraint of nothing known", "throttled_gpu_hours <=", "throtled_gpu_hours <="),
        ("constraint of an unknown limit", "river.permit.river_temperature ==", "river.permit.river_temp =="),
        ("prices missing", "costs:", "costs_:"),
        ("price without a source", ", source: \"assumed\" }", " }"),
        ("price of a power for a number", "each: 300 kEUR", "each: 300 EUR/kW"),
        ("price of a number for a power", "each: 250 EUR/kW", "each: 250 EUR"),
        ("price in another money", "price: 2 EUR", "price: 2 USD"),
        ("item without number", "path: chillers.chiller.units", "path: chillers.chiller.condenser"),
        ("item of two ways", "path: chillers.chiller.units", "path: chillers.chiller.units, largest: grid.import_w"),
        ("life in days", "each: 300 kEUR, life: 20 a", "each: 300 kEUR, life: 20 d"),
        ("unknown path of a policy", "heat_pumps.heat_pump.out: 2", "heat_pumps.heat_pump.ot: 2"),
        ("wrong value of a policy", "heat_pumps.heat_pump.out: 2", "heat_pumps.heat_pump.out: two"),
        ("list for policies", "{ today: {}, no_pumps: { heat_pumps.heat_pump.out: 2 } }", "[today]"),
        ("unknown column to keep", "grid.import_w, river", "grid.imprt_w, river"),
        ("tab", "  pue: min", "\tpue: min"),
    ];

    /// <summary>Studies of which the method does not fit.</summary>
    private static readonly (string Title, string Text)[] Others =
    [
        ("no inputs", StudyFolder.With("{ kind: grid }", "policies: { a: {}, b: { grid.fees: 1 EUR/MWh } }")),
        ("list without rows", StudyFolder.With("{ kind: list }", string.Empty)),
        ("list with levers", StudyFolder.With($"{{ kind: list, rows: [ {{ {Count}: 4 }} ] }}", Lever)),
        (
            "row without a value",
            StudyFolder.With($"{{ kind: list, rows: [ {{ {Count}: 4, time.seed: 2 }}, {{ {Count}: 5 }} ] }}", string.Empty)),
        ("rows that are no runs", StudyFolder.With("{ kind: list, rows: [4, 5] }", string.Empty)),
        ("sobol of 40", StudyFolder.With("{ kind: sobol, n: 40 }", Lever)),
        ("morris with three levels", StudyFolder.With("{ kind: morris, n: 4, levels: 3 }", Lever)),
        (
            "morris with three cases",
            StudyFolder.With("{ kind: morris, n: 4 }", "levers: { closure: { cases: { none: {}, a: {}, b: {} } } }")),
        ("limit steps with a range", StudyFolder.With("{ kind: limit-steps }", Lever)),
        ("step on a scale", StudyFolder.With("{ kind: limit-steps }", "levers: { river.permit.river_temperature: { step: 1 degC } }")),
        ("step from a series", StudyFolder.With("{ kind: limit-steps }", "levers: { river.temperature: { step: 1 K } }")),
        ("idle futures", StudyFolder.With("{ kind: limit-steps, n: 5 }", "levers: { river.permit.intake: { step: 5 l/s } }")),
        ("limit steps without levers", StudyFolder.With("{ kind: limit-steps, n: 5 }", "uncertainties: { time.seed: { seeds: 3 } }")),
        ("step below nothing", StudyFolder.With("{ kind: limit-steps }", "levers: { river.permit.intake: { step: 50 l/s } }")),
        (
            "policy that sets an input",
            StudyFolder.With(
                "{ kind: grid }",
                "levers: { river.permit.intake: { grid: [20 l/s, 30 l/s] } }\npolicies: { plain: {}, wide: { river.permit.intake: 60 l/s } }")),
        (
            "too many runs",
            StudyFolder.With(
                "{ kind: grid, levels: 1000 }",
                "levers: { river.permit.intake: { range: [20 l/s, 60 l/s] }, grid.fees: { range: [1 EUR/MWh, 2 EUR/MWh] }, "
                + "grid.carbon: { range: [1 g/kWh, 2 g/kWh] }, halls.air_hall.racks.count: { range: [1, 8] } }")),
    ];

    [TestMethod]
    public void What_is_told_of_broken_studies_is_the_golden_text()
    {
        (string Title, string Text)[] studies = [.. Breaks.Select(one => (one.Title, Broken(one.Title, one.Part, one.Broken))), .. Others];
        string[] parts = [.. studies.AsParallel().AsOrdered().Select(one => Told(one.Title, one.Text))];
        string told = string.Concat(parts);
        string file = Path.GetFullPath(
            Path.Combine(TestRun.Folder("munich"), "..", "..", "Twin.Tests", "Golden", "broken_studies.txt"));
        if (Environment.GetEnvironmentVariable("TWIN_BLESS") is { Length: > 0 } reason)
        {
            File.WriteAllText(file, told);
            Assert.Inconclusive($"{file} was written anew: {reason}");
        }

        Assert.AreEqual(File.ReadAllText(file), told);
    }

    private static string Told(string title, string study)
    {
        IReadOnlyList<Fault> faults = StudyFolder.Read(study).Faults;
        Assert.IsNotEmpty(faults, title);
        return $"# {title}\n{FaultText.Write(faults)}\n";
    }

    /// <summary>
    /// The usual study with a part replaced. Inputs that have nothing to do with it are left out: each is tried on the base.
    /// </summary>
    private static string Broken(string title, string part, string broken)
    {
        Assert.Contains(part, StudyFolder.Usual, title);
        int at = StudyFolder.Usual.IndexOf(part, StringComparison.Ordinal);
        int line = StudyFolder.Usual[..at].Count(c => c == '\n');
        string[] lines = (StudyFolder.Usual[..at] + broken + StudyFolder.Usual[(at + part.Length)..]).Split('\n');
        bool isOfCorrelations = StudyFolder.Usual.Split('\n')[line].StartsWith("correlations", StringComparison.Ordinal)
            || broken.StartsWith("kind: sobol", StringComparison.Ordinal);
        bool isOfInputs = false;
        var study = new StringBuilder();
        foreach ((int number, string text) in lines.Index())
        {
            isOfInputs = text.StartsWith(' ') ? isOfInputs : text is "levers:" or "uncertainties:";
            bool isNamed = text.StartsWith("  river.permit.intake", StringComparison.Ordinal)
                || text.StartsWith("  time.seed", StringComparison.Ordinal)
                || (text.Contains(':', StringComparison.Ordinal)
                    && broken.Contains(text[..text.IndexOf(':', StringComparison.Ordinal)].Trim(), StringComparison.Ordinal));
            bool isCorrelation = text.StartsWith("correlations", StringComparison.Ordinal);
            bool isKept = number == line || isOfCorrelations || (isOfInputs && text.StartsWith(' ') ? isNamed : !isCorrelation);
            study.Append(isKept ? text + "\n" : string.Empty);
        }

        return study.ToString();
    }
}
