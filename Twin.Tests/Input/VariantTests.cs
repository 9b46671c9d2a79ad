using System.Globalization;
using System.Text;
using Twin.Cli.Input;
using Twin.Cli.Output;
using Twin.Core.Scenarios;
using TestRun = Twin.Tests.Plant.TestRun;

namespace Twin.Tests.Input;

/// <summary>Variants of a base scenario share files, climates and columns, and are bit for bit what a run of their own gives.</summary>
[TestClass]
public sealed class VariantTests
{
    private static readonly string[] TenDays = ["time.step=15 min", "time.output=15 min", "time.end=2025-01-11T00:00+01:00"];
    private static readonly string[] HourByHour = ["time.step=1 h", "time.output=1 h"];

    [TestMethod]
    public void Runs_that_share_their_surroundings_give_the_bits_of_runs_of_their_own() => Compare(
        "munich",
        TenDays,
        [
            ["time.seed=3"],
            ["time.seed=3", "halls.training.racks.count=133", "river.permit.intake=0.3 m3/s"],
            ["time.seed=4", "river.permit.river_temperature=4.2 degC"],
            ["time.seed=4", "river.temperature.offset=1.5 K", "weather.offset=2 K"],
            ["weather.synthetic=hamburg", "contracts.solar_park.size=3 MW"],
            ["halls.batch.workload.profile=llm-training", "ups.main.units=8"],
        ]);

    [TestMethod]
    public void So_they_do_where_the_plant_grows_in_phases() =>
        Compare("growth", HourByHour, [["time.seed=3"], ["time.seed=4"], ["time.seed=3", "halls.training.air.units=16"]]);

    [TestMethod]
    [DataRow("first_day", "2025-06-13T00:00+02:00")] // arrays on the roof and a battery
    [DataRow("nordic_river", "2025-01-11T00:00+02:00")] // turbines
    public void So_they_do_in_other_plants(string scenario, string end) =>
        Compare(scenario, [.. HourByHour, $"time.end={end}"], [["time.seed=3"], ["time.seed=4"], ["time.seed=3", "grid.carbon=100 g/kWh"]]);

    [TestMethod]
    public void A_data_file_is_read_once_for_all_variants_and_gives_the_same_run_id()
    {
        using ScenarioFolder folder = new ScenarioFolder().With("data.csv", Data()).With("scenario.yaml", Measured);
        ReadOptions options = ReadOptions.None with { CurrentFolder = folder.Path };
        var faults = new FaultList();
        BaseScenario measured = BaseScenario.Read(folder.Path, options, faults)!;
        string[][] variants =
        [
            ["time.seed=3"],
            ["time.seed=3", "weather.air_temperature.offset=2 K"],
            ["grid.price.factor=1.1", "halls.training.racks.count=3"],
        ];
        (string Id, long[] Bits)[] alone =
            [.. variants.Select(sets => Ran(ScenarioReader.Read("scenario.yaml", options with { Sets = sets })))];
        (string Id, long[] Bits) first = Ran(Varied(measured, variants[0]));
        File.Delete(Path.Combine(folder.Path, "data.csv")); // whoever opened it again would find nothing
        (string Id, long[] Bits)[] shared = [first, .. variants.Skip(1).Select(sets => Ran(Varied(measured, sets)))];
        for (int i = 0; i < variants.Length; i++)
        {
            Assert.AreEqual(alone[i].Id, shared[i].Id);
            Same(alone[i].Bits, shared[i].Bits);
        }
    }

    [TestMethod]
    public void A_file_that_is_wrong_is_told_to_every_variant_alike()
    {
        using ScenarioFolder folder = new ScenarioFolder()
            .With("data.csv", Data().Replace("2025-01-01T05:00Z,5", "2025-01-01T05:00Z,five", StringComparison.Ordinal))
            .With("scenario.yaml", Measured);
        ReadOptions options = ReadOptions.None with { CurrentFolder = folder.Path };
        BaseScenario measured = BaseScenario.Read(folder.Path, options, new FaultList())!;
        string alone = FaultText.Write(ScenarioReader.Read("scenario.yaml", options).Faults);
        StringAssert.Contains(alone, "five", StringComparison.Ordinal);
        Assert.AreEqual(alone, FaultText.Write(measured.Vary([]).Faults));
        Assert.AreEqual(alone, FaultText.Write(measured.Vary([]).Faults));
    }

    private const string Measured = """
        schema: 1
        name: measured
        site: { latitude: 48 deg, longitude: 11 deg, zone: Europe/Berlin }
        time: { start: 2025-01-01T00:00Z, end: 2025-01-03T00:00Z, step: 15 min }
        weather:
          air_temperature: { file: data.csv, column: air, unit: degC }
          wind: { file: data.csv, column: wind, unit: m/s }
        river:
          temperature: { file: data.csv, column: river, unit: degC }
          discharge: 5 m3/s
          permit: { intake: 0.02 m3/s, river_temperature: 8.3 degC }
        halls:
          - name: training
            racks: { server: dgx-b200, count: 4, servers_per_rack: 2 }
            workload: { profile: llm-training }
            air: { loop: chilled, units: 3, size: 80 kW }
        loops:
          - { name: chilled, supply: 20 degC, supply_limit: 27 degC, design_rise: 8 K, design_heat: 200 kW, volume: 3 m3, sinks: [river, chiller] }
        river_exchangers:
          - { name: river, units: 1, size: 200 kW, approach: 2 K, rise: 6 K, lift: 5 m }
        dry_coolers:
          - { name: roof, units: 2, size: 200 kW }
        chillers:
          - { name: chiller, units: 2, size: 150 kW, condenser: roof }
        wind:
          - { name: mast, units: 1, size: 100 kW, hub_height: 50 m }
        grid: { import_limit: 1 MW, price: { file: data.csv, column: price, unit: EUR/MWh } }

        """;

    private static string Data()
    {
        var text = new StringBuilder("time_utc,air,river,wind,price\n");
        for (int hour = 0; hour <= 48; hour++)
        {
            DateTime at = new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(hour);
            double river = 8.0 + 0.5 * Math.Sin(hour / 4.0);
            text.Append(CultureInfo.InvariantCulture, $"{at:yyyy-MM-dd'T'HH:mm'Z'},{hour % 24},{river:F3},{4 + hour % 7},{60 + hour}\n");
        }

        return text.ToString();
    }

    // Alone first, then on one thread, then on four with a base of their own; the first variant comes once more, to meet known columns.
    private static void Compare(string scenario, string[] sets, string[][] variants)
    {
        long[][] alone = [.. variants.Select(more => Bits(TestRun.Of(scenario, [.. sets, .. more])))];
        BaseScenario one = Base(scenario, sets), many = Base(scenario, sets);
        for (int i = 0; i <= variants.Length; i++)
        {
            Same(alone[i % variants.Length], Ran(Varied(one, variants[i % variants.Length])).Bits);
        }

        Parallel.For(0, variants.Length + 1, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
            Same(alone[i % variants.Length], Ran(Varied(many, variants[i % variants.Length])).Bits));
    }

    private static void Same(long[] expected, long[] bits)
    {
        Assert.IsGreaterThan(100, expected.Length); // rows and figures are there at all
        Assert.IsTrue(expected.AsSpan().SequenceEqual(bits), $"number {expected.AsSpan().CommonPrefixLength(bits)} of {expected.Length} differs");
    }

    private static BaseScenario Base(string scenario, string[] sets)
    {
        var faults = new FaultList();
        BaseScenario? read = BaseScenario.Read(TestRun.Folder(scenario), ReadOptions.None with { Sets = sets }, faults);
        return read ?? throw new AssertFailedException(FaultText.Write(faults.InFileOrder()));
    }

    private static ReadResult Varied(BaseScenario scenario, string[] sets)
    {
        var here = new Source("--set", Layer.Set, Directory.GetCurrentDirectory(), null, HasLines: false);
        return scenario.Vary([.. sets.Select(set => set.Split('=')).Select(set =>
            new Entry(set[0], new Scalar(set[1], isQuoted: false, here, 0, 0), here, 0, 0))]);
    }

    private static (string Id, long[] Bits) Ran(ReadResult read)
    {
        Assert.IsEmpty(read.Faults, FaultText.Write(read.Faults));
        Scenario scenario = read.Scenario!;
        return (RunId.Of(read.Resolved(withOrigins: false), read.Files, "engine"), Bits(TestRun.Of(scenario)));
    }

    // Every number of the rows and of the key figures, and every episode.
    private static long[] Bits(TestRun run) =>
    [
        .. run.Rows.SelectMany(row => row).Select(BitConverter.DoubleToInt64Bits),
        .. run.Outcome.KeyFigures.Select(figure => BitConverter.DoubleToInt64Bits(figure.Value ?? double.NaN)),
        .. run.Outcome.Violations.Select(episode => BitConverter.DoubleToInt64Bits(episode.Worst) + episode.StartUnixS),
    ];
}
