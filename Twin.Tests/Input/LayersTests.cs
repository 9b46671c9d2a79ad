using Twin.Cli.Input;
using Twin.Core.Plant;

namespace Twin.Tests.Input;

[TestClass]
public sealed class LayersTests
{
    private const string Overrides = """
        overrides:
          more_racks: { halls.training.racks.count: 6 }
          fewer_racks: { halls.training.racks.count: 2 }
          bigger_grid: { grid: { import_limit: 2 MW } }

        """;

    [TestMethod]
    public void A_file_wins_over_what_it_extends_and_the_right_over_the_left()
    {
        using ScenarioFolder folder = new ScenarioFolder()
            .With("library/left.yaml", "grid: { fees: 10 EUR/MWh, export_limit: 10 kW, import_limit: 3 MW }\n")
            .With("library/right.yaml", "extends: deeper.yaml\ngrid: { fees: 20 EUR/MWh }\n")
            .With("library/deeper.yaml", "label: from the depth\n")
            .With("scenario.yaml", "extends: [library/left.yaml, library/right.yaml]\n" + ScenarioFolder.Smallest);
        ReadResult result = folder.Read();
        Assert.IsEmpty(result.Faults, FaultText.Write(result.Faults));
        Assert.AreEqual(20.0, result.Scenario!.Plant.Grid.FeesEurPerMWh);
        Assert.AreEqual(10e3, result.Scenario.Plant.Grid.ExportLimitW);
        Assert.AreEqual(1e6, result.Scenario.Plant.Grid.ImportLimitW);
        Assert.AreEqual("from the depth", result.Scenario.Label);
        CollectionAssert.AreEqual(
            (string[])["library/deeper.yaml", "library/left.yaml", "library/right.yaml", "scenario.yaml"],
            result.Files.Select(file => file.Shown).ToArray());
    }

    [TestMethod]
    public void Items_of_named_lists_merge_by_name_and_other_lists_are_replaced()
    {
        const string Upper = """
            extends: base.yaml
            dry_coolers: [ { name: roof, units: 5 }, { name: yard, units: 1, size: 50 kW } ]
            loops: [ { name: chilled, sinks: [yard, chiller] } ]

            """;
        using ScenarioFolder folder = new ScenarioFolder().With("base.yaml", ScenarioFolder.Smallest).With("scenario.yaml", Upper);
        PlantDesign plant = Plant(folder.Read());
        Assert.AreEqual(5, plant.DryCoolers[0].Bank.Count);
        Assert.AreEqual(200e3, plant.DryCoolers[0].Bank.SizeW);
        Assert.AreEqual("yard", plant.DryCoolers[1].Name);
        CollectionAssert.AreEqual((string[])["yard", "chiller"], plant.Loops[0].Sinks.ToArray());
    }

    [TestMethod]
    [DataRow(
        "time.step=7 min", "time.step",
        "a step whose recorded interval, 21 min by default, divides the run, from 2025-01-01T00:00Z to 2025-01-02T00:00Z")]
    [DataRow("time.output=7 min", "time.output", "a whole multiple of the step, 5 min")]
    [DataRow("time.output=7 h", "time.output", "an interval that divides the run, from 2025-01-01T00:00Z to 2025-01-02T00:00Z")]
    [DataRow("time.start=2025-01-03T00:00Z", "time.start", "a time before the end, 2025-01-02T00:00Z")]
    [DataRow("battery={ capacity: 1 MWh, size: 1 MW, minimum: 96 %, start: 97 % }", "battery.minimum", "less than maximum, which is 95 %")]
    [DataRow("battery={ capacity: 1 MWh, size: 1 MW, maximum: 40 % }", "battery.maximum", "a charge from the start, which is 50 %")]
    [DataRow("loops.chilled.supply_limit=19 degC", "loops.chilled.supply_limit", "more than supply, which is 20 degC")]
    [DataRow(
        "loops.chilled.supply=27.5 degC", "loops.chilled.supply",
        "inlet_limit of at least the supply of loop chilled plus approach, 32 degC from 27.5 degC + 5 K")]
    public void Of_two_values_that_do_not_fit_the_one_of_the_higher_layer_is_told(string set, string path, string expected)
    {
        IReadOnlyList<Fault> faults = ScenarioFolder.ReadText(ScenarioFolder.Smallest, ReadOptions.None with { Sets = [set] }).Faults;
        Fault fault = faults.First(fault => fault.Expected == expected);
        Assert.AreEqual(("--set " + set, path), (fault.Place.File, fault.Path), FaultText.Write(faults));
        CollectionAssert.DoesNotContain(faults.Select(other => other.Place.File).ToArray(), "default");
    }

    [TestMethod]
    [DataRow("1 min", 900)]
    [DataRow("15 min", 900)]
    [DataRow("10 min", 1_200)]
    [DataRow("16 min", 960)] // of a day 90
    [DataRow("1 h", 3_600)]
    public void Recorded_intervals_follow_a_step_that_does_not_divide_the_usual_ones(string step, int outputS)
    {
        string[] sets = ["time.step=" + step];
        ReadResult read = ScenarioFolder.ReadText(ScenarioFolder.Smallest, ReadOptions.None with { Sets = sets });
        Assert.IsEmpty(read.Faults, FaultText.Write(read.Faults));
        Assert.AreEqual(outputS, read.Scenario!.OutputS);
        string again = read.Resolved(withOrigins: false);
        Assert.AreEqual(again, ScenarioFolder.ReadText(again).Resolved(withOrigins: false));
    }

    [TestMethod]
    public void Interval_and_step_that_were_both_written_must_fit()
    {
        string[] sets = ["time.step=10 min", "time.output=15 min"];
        Fault fault = ScenarioFolder.ReadText(ScenarioFolder.Smallest, ReadOptions.None with { Sets = sets }).Faults.Single();
        Assert.AreEqual(("IT0406", "time.output"), (fault.Code, fault.Path));
    }

    [TestMethod]
    [DataRow("grid.import_limit=", "a power of 0 W or more, such as \"12 kW\"")]
    [DataRow("grid.import_limit= ", "a power of 0 W or more, such as \"12 kW\"")]
    [DataRow("label=", "a text")]
    public void A_value_that_is_missing_behind_the_sign_is_told_with_what_the_key_takes(string set, string expected)
    {
        Fault fault = ScenarioFolder.ReadText(ScenarioFolder.Smallest, ReadOptions.None with { Sets = [set] }).Faults.Single();
        Assert.AreEqual(("IT0105", set.TrimEnd('=', ' ')), (fault.Code, fault.Path));
        Assert.StartsWith(expected + "; null leaves", fault.Expected);
    }

    [TestMethod]
    public void A_null_leaves_the_value_of_the_layer_below()
    {
        using ScenarioFolder folder = new ScenarioFolder()
            .With("base.yaml", ScenarioFolder.Smallest)
            .With("scenario.yaml", "extends: base.yaml\ngrid: { import_limit: null, fees: 3 EUR/MWh }\n");
        Assert.AreEqual(1e6, Plant(folder.Read()).Grid.ImportLimitW);
    }

    [TestMethod]
    public void Each_layer_wins_over_those_below_it()
    {
        using ScenarioFolder folder = new ScenarioFolder()
            .With("scenario.yaml", ScenarioFolder.Smallest + Overrides).With("more.yaml", "halls.training.racks.count: 7\n");
        Assert.AreEqual(4, Plant(folder.Read()).Halls[0].Racks);
        Assert.AreEqual(6, Plant(folder.Read(new(["more_racks"], [], []))).Halls[0].Racks);
        Assert.AreEqual(7, Plant(folder.Read(new(["more_racks"], ["more.yaml"], []))).Halls[0].Racks);
        Assert.AreEqual(8, Plant(folder.Read(new(["more_racks"], ["more.yaml"], ["halls.training.racks.count=8"]))).Halls[0].Racks);
    }

    [TestMethod]
    public void Two_overrides_of_different_keys_go_together()
    {
        PlantDesign plant = Plant(ScenarioFolder.ReadText(ScenarioFolder.Smallest + Overrides, new(["bigger_grid", "more_racks"], [], [])));
        Assert.AreEqual(2e6, plant.Grid.ImportLimitW);
        Assert.AreEqual(6, plant.Halls[0].Racks);
    }

    [TestMethod]
    public void Two_overrides_of_one_key_are_a_fault()
    {
        ReadOptions both = new(["more_racks", "fewer_racks"], [], []);
        Fault fault = ScenarioFolder.ReadText(ScenarioFolder.Smallest + Overrides, both).Faults.Single();
        Assert.AreEqual(("IT0111", "halls.training.racks.count"), (fault.Code, fault.Path));
    }

    [TestMethod]
    public void An_unknown_override_is_told_with_the_nearest_one()
    {
        Fault fault = ScenarioFolder.ReadText(ScenarioFolder.Smallest + Overrides, new(["more_rack"], [], [])).Faults.Single();
        Assert.AreEqual(("IT0206", "more_racks"), (fault.Code, fault.Nearest));
    }

    [TestMethod]
    public void An_override_that_nobody_chose_is_checked_too()
    {
        string text = ScenarioFolder.Smallest + "overrides:\n  typo: { grid.import_limt: 2 MW }\n";
        Fault fault = ScenarioFolder.ReadText(text).Faults.Single();
        Assert.AreEqual(("IT0104", 19, "import_limit"), (fault.Code, fault.Place.Line, fault.Nearest));
    }

    [TestMethod]
    public void An_override_that_nobody_chose_changes_nothing() => Assert.AreEqual(
        ScenarioFolder.ReadText(ScenarioFolder.Smallest).Resolved(withOrigins: false),
        ScenarioFolder.ReadText(ScenarioFolder.Smallest + Overrides).Resolved(withOrigins: false));

    [TestMethod]
    public void A_series_from_a_file_does_not_keep_its_climate()
    {
        const string River = """
            river: { temperature: { synthetic: munich }, discharge: 2 m3/s, permit: { intake: 0.1 m3/s } }
            overrides:
              measured: { river.temperature: { file: river.csv, column: t, unit: degC } }

            """;
        using ScenarioFolder folder = new ScenarioFolder()
            .With("scenario.yaml", ScenarioFolder.Smallest + River).With("river.csv", Hours("t", hour => hour < 12 ? "10" : "14"));
        ReadResult result = folder.Read(new(["measured"], [], []));
        Assert.IsEmpty(result.Faults, FaultText.Write(result.Faults));
        double[] means = new double[1];
        result.Scenario!.Surroundings.RiverTemperatureC!.FillMeans(1_735_689_600, 3600, means); // 2025-01-01T00:00Z
        Assert.AreEqual(10.0, means[0]);
        Assert.DoesNotContain("synthetic: munich\n  discharge", result.Resolved(withOrigins: false));
    }

    [TestMethod]
    [DataRow("grid.import_limit=5", "IT0201")]
    [DataRow("grid.import_limt=5 MW", "IT0104")]
    [DataRow("halls.trainin.racks.count=5", "IT0206")]
    [DataRow("halls=5", "IT0106")]
    [DataRow("grid.import_limit", "IT0101")]
    [DataRow("=5", "IT0101")]
    [DataRow("grid.import_limit={", "IT0101")]
    [DataRow("~battery", "IT0104")]
    [DataRow("~grid", "IT0105")]
    public void A_bad_option_is_a_fault_that_quotes_it(string set, string code)
    {
        Fault fault = ScenarioFolder.ReadText(ScenarioFolder.Smallest, new([], [], [set])).Faults.Single();
        Assert.AreEqual(code, fault.Code);
        Assert.IsTrue(fault.Place.File == "--set " + set || set == "~grid", fault.Place.File);
    }

    [TestMethod]
    public void A_key_can_be_taken_out_on_the_command_line()
    {
        string text = ScenarioFolder.Smallest + "battery: { capacity: 1 MWh, size: 1 MW }\n";
        Assert.IsNull(Plant(ScenarioFolder.ReadText(text, new([], [], ["~battery"]))).Battery);
    }

    [TestMethod]
    public void A_path_on_the_command_line_may_be_anywhere()
    {
        using ScenarioFolder far = new ScenarioFolder().With("price.csv", Hours("p", _ => "50"));
        using ScenarioFolder folder = new ScenarioFolder().With("scenario.yaml", ScenarioFolder.Smallest);
        string set = $"grid.price={{ file: {Path.Combine(far.Path, "price.csv")}, column: p, unit: EUR/MWh }}";
        ReadResult result = folder.Read(new([], [], [set]));
        Assert.IsEmpty(result.Faults, FaultText.Write(result.Faults));
        Assert.IsTrue(result.Files.Any(file => file is { Role: "series", Sha256.Length: 64 }));
    }

    [TestMethod]
    public void Every_value_knows_where_it_was_written()
    {
        using ScenarioFolder folder = new ScenarioFolder()
            .With("base.yaml", "grid: { fees: 3 EUR/MWh }\n")
            .With("scenario.yaml", "extends: base.yaml\n" + ScenarioFolder.Smallest + Overrides);
        string text = folder.Read(new(["more_racks"], [], ["grid.export_limit=1 kW"])).Resolved(withOrigins: true);
        Assert.Contains("  fees: 3 EUR/MWh # base.yaml:1\n", text);
        Assert.Contains("      count: 6 # scenario.yaml:20 by --scenario more_racks\n", text);
        Assert.Contains("  export_limit: 1 kW # --set grid.export_limit=1 kW\n", text);
        Assert.Contains("  power_factor: 0.97 # default\n", text);
        Assert.Contains("    rated_power: 14.3 kW # catalogue/servers.yaml:6\n", text);
        Assert.Contains("  import_limit: 1 MW # scenario.yaml:18\n", text);
    }

    [TestMethod]
    public void The_order_of_declarations_does_not_matter()
    {
        string[] blocks = ScenarioFolder.Smallest.Split("\ngrid:");
        string turned = "grid:" + blocks[1] + blocks[0] + "\n";
        Assert.AreEqual(
            ScenarioFolder.ReadText(ScenarioFolder.Smallest).Resolved(withOrigins: false),
            ScenarioFolder.ReadText(turned).Resolved(withOrigins: false));
    }

    [TestMethod]
    public void A_server_of_the_catalogue_can_be_changed_in_part()
    {
        string text = ScenarioFolder.Smallest + "servers: [ { name: dgx-b200, idle: 30 % } ]\n";
        var server = Plant(ScenarioFolder.ReadText(text)).Halls[0].Server;
        Assert.AreEqual((0.3, 14_300.0), (server.IdleFraction, server.RatedPowerW));
    }

    internal static string Hours(string column, Func<int, string> value) =>
        $"time,{column}\n" + string.Concat(Enumerable.Range(0, 25).Select(h => $"2025-01-{1 + h / 24:00}T{h % 24:00}:00Z,{value(h)}\n"));

    private static PlantDesign Plant(ReadResult result)
    {
        Assert.IsEmpty(result.Faults, FaultText.Write(result.Faults));
        return result.Scenario!.Plant;
    }
}
