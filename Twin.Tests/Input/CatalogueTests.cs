using Twin.Cli.Input;
using Twin.Core.Components.Power;
using Twin.Core.Plant;
using Twin.Core.Units;
using Types = Twin.Tests.Components.Types;

namespace Twin.Tests.Input;

[TestClass]
public sealed class CatalogueTests
{
    private const string River = """
        river: { temperature: 12 degC, discharge: 25 m3/s, permit: { region: sa-hr, intake: 0.6 m3/s } }

        """;

    [TestMethod]
    public void The_catalogue_fits_the_table_of_keys_as_a_scenario_must()
    {
        // as if somebody had written it: entries of the catalogue itself are not looked at when a scenario is read
        var faults = new FaultList();
        var written = new Source("written.yaml", Layer.File, string.Empty, string.Empty, HasLines: true);
        Key whole = KeyMaking.Section("", "The catalogue.", Keys.Servers, Keys.Climates, Keys.Catalogue);
        string[] files = ["servers", "climates", "power", "cooling", "heat", "supply", "permits"];
        foreach (string file in files)
        {
            var tree = (Mapping)YamlTree.Read(Catalogue.Text(file + ".yaml"), written, faults)!;
            bool isKinds = tree[Keys.Servers.Name] is null && tree[Keys.Climates.Name] is null;
            SchemaCheck.Check(tree, isKinds ? Keys.Catalogue : whole, isKinds ? Keys.Catalogue.Name : string.Empty, faults);
        }

        Assert.IsTrue(faults.IsEmpty, FaultText.Write(faults.InFileOrder()));
    }

    [TestMethod]
    public void Every_entry_says_what_it_is_where_it_comes_from_and_how_sure_it_is()
    {
        foreach ((Key kind, IReadOnlyList<Mapping> entries) in Catalogue.Kinds)
        {
            Assert.IsNotEmpty(entries, kind.Name);
            Assert.HasCount(entries.Count, entries.Select(entry => entry.Name).Distinct(), kind.Name);
            foreach (Mapping entry in entries)
            {
                Assert.IsTrue(entry["sources"] is Mapping || CatalogueText.Value(entry, "source").Length > 10, entry.Name);
                Assert.IsGreaterThan(4, CatalogueText.Confidence(entry).Length, entry.Name);
            }
        }
    }

    [TestMethod]
    public void The_servers_that_the_project_promises_are_there() => CollectionAssert.AreEquivalent(
        (string[])["dgx-h100", "dgx-b200", "dgx-b300", "rtx-pro-8gpu", "gb200-nvl72", "gb300-nvl72", "mi355x"],
        Types.Of("servers").Select(entry => entry.Name).ToArray());

    [TestMethod]
    public void Every_curve_of_the_catalogue_has_a_shape()
    {
        var faults = new FaultList();
        CurveCheck.Check(View.Of(Catalogue.Tree), faults);
        Assert.IsTrue(faults.IsEmpty, FaultText.Write(faults.InFileOrder()));
    }

    [TestMethod]
    public void A_type_stands_above_the_defaults_and_below_the_file()
    {
        string text = ScenarioFolder.Smallest.Replace(
            "{ name: roof, units: 2, size: 200 kW }",
            "{ name: roof, type: dry-cooler-1mw-large, units: 2, fan_power: 30 kW }",
            StringComparison.Ordinal);
        var roof = Plant(text).DryCoolers[0];
        Assert.AreEqual((1e6, 4.0, 30e3), (roof.Bank.SizeW, roof.ApproachK, roof.FanPowerW)); // type, type and not the default of 6 K, file
    }

    [TestMethod]
    public void Parts_of_a_hall_a_loop_and_a_network_have_types_too()
    {
        string text = ScenarioFolder.Smallest
            .Replace(
                "air: { loop: chilled, units: 3, size: 80 kW }", "air: { type: crah-100kw, loop: chilled, units: 3 }",
                StringComparison.Ordinal)
            .Replace("volume: 3 m3,", "volume: 3 m3, pumps: { type: loop-pump-best },", StringComparison.Ordinal)
            + "battery: { type: li-ion-with-auxiliaries, capacity: 1 MWh, size: 1 MW }\n"
            + "photovoltaics: [ { name: roof_pv, type: crystalline-best, size: 1 MW, tilt: 10 deg, azimuth: 180 deg } ]\n";
        PlantDesign plant = Plant(text);
        Assert.AreEqual(100e3, plant.Halls[0].Air.Bank.SizeW);
        Assert.AreEqual(200e3, plant.Loops[0].Pumps.HeadPa);
        Assert.AreEqual(0.938, plant.Battery!.ChargeEfficiency);
        Assert.AreEqual(-0.003, plant.Photovoltaics[0].TemperatureCoefficientPerK, 1e-15); // rounding
    }

    [TestMethod]
    public void An_unknown_type_is_told_with_the_nearest_one()
    {
        string text = ScenarioFolder.Smallest.Replace(
            "name: roof, units", "name: roof, type: dry-cooler-1wm, units", StringComparison.Ordinal);
        Fault fault = ScenarioFolder.ReadText(text).Faults.Single();
        Assert.AreEqual(("IT0206", "dry_coolers.roof.type", "dry-cooler-1mw"), (fault.Code, fault.Path, fault.Nearest));
    }

    [TestMethod]
    [DataRow("{ name: roof, units: 2, size: 200 kW }", "{ name: roof, units: 2, type: dry-cooler-1wm }", "IT0206", "dry_coolers.roof.type")]
    [DataRow(
        "{ loop: chilled, units: 3, size: 80 kW }", "{ loop: chilled, units: 3, type: crah-100wk }", "IT0206", "halls.training.air.type")]
    [DataRow("{ name: roof, units: 2, size: 200 kW }", "{ name: roof, units: 2 }", "IT0105", "dry_coolers.roof.size")]
    public void A_value_that_the_right_type_may_give_is_missing_only_where_no_type_is_named(
        string part, string broken, string code, string path)
    {
        Fault fault = ScenarioFolder.ReadText(ScenarioFolder.Smallest.Replace(part, broken, StringComparison.Ordinal)).Faults.Single();
        Assert.AreEqual((code, path), (fault.Code, fault.Path));
        Assert.AreEqual(
            code == "IT0105", fault.Expected.Contains(", or a type that gives it, such as dry-cooler-", StringComparison.Ordinal));
    }

    [TestMethod]
    public void A_type_is_offered_for_a_missing_value_only_if_one_gives_it()
    {
        const string Turbine = "wind: [ { name: turbine, units: 1, hub_height: 60 m } ]\n";
        Fault fault = ScenarioFolder.ReadText(ScenarioFolder.Smallest + Turbine).Faults.Single();
        Assert.AreEqual(("wind.turbine.size", "a power above 0 W, such as \"12 kW\""), (fault.Path, fault.Expected));
        const string Own = "catalogue: { turbines: [ { name: ours, size: 2 MW, speeds: [3 m/s, 12 m/s], shares: [0 %, 100 %] } ] }\n";
        fault = ScenarioFolder.ReadText(ScenarioFolder.Smallest + Turbine + Own).Faults.Single();
        Assert.EndsWith(", or a type that gives it, such as ours", fault.Expected);
    }

    [TestMethod]
    [DataRow("{ name: roof, units: 2, size: 200 kW }", "{ name: roof, type: dry-cooler-1wm, size: 200 kW }", "dry_coolers.roof.units")]
    [DataRow("{ loop: chilled, units: 3, size: 80 kW }", "{ units: 3, type: crah-100wk }", "halls.training.air.loop")]
    public void What_no_type_gives_is_missing_beside_a_misspelled_one_too(string part, string broken, string path)
    {
        IReadOnlyList<Fault> faults = ScenarioFolder.ReadText(ScenarioFolder.Smallest.Replace(
            part, broken, StringComparison.Ordinal)).Faults;
        CollectionAssert.AreEquivalent((string[])["IT0105", "IT0206"], faults.Select(fault => fault.Code).ToArray());
        Assert.Contains(path, faults.Select(fault => fault.Path).ToArray());
    }

    [TestMethod]
    public void A_scenario_brings_its_own_types_and_changes_those_of_the_program()
    {
        string text = ScenarioFolder.Smallest
            .Replace("{ name: roof, units: 2, size: 200 kW }", "{ name: roof, type: quiet, units: 2 }", StringComparison.Ordinal) + """
            catalogue:
              dry_coolers: [ { name: quiet, size: 210 kW, approach: 7 K, source: "an offer", confidence: published } ]
              psus: [ { name: titanium, loads: [10 %, 100 %], efficiencies: [90 %, 92 %] } ]

            """;
        ReadResult result = ScenarioFolder.ReadText(text);
        PlantDesign plant = Plant(result);
        Assert.AreEqual((210e3, 7.0), (plant.DryCoolers[0].Bank.SizeW, plant.DryCoolers[0].ApproachK));
        Assert.AreEqual(1.0 / 0.92 - 1.0, plant.Halls[0].Server.Psu.LossW(1.0, 1.0), 1e-12); // rounding
        Assert.Contains("source: an offer", result.Resolved(withOrigins: false));
    }

    [TestMethod]
    public void A_resolved_scenario_keeps_the_entries_in_use_with_their_sources_and_no_others()
    {
        string text = ScenarioFolder.ReadText(ScenarioFolder.Smallest + River).Resolved(withOrigins: false);
        Assert.Contains("- name: titanium\n", text);
        Assert.Contains("source: \"80 PLUS Titanium", text);
        Assert.Contains("fish region Sa-HR", text);
        Assert.DoesNotContain("ruby", text);
        Assert.DoesNotContain("sa-er", text);
        Assert.DoesNotContain("dry-cooler-1mw", text);
    }

    [TestMethod]
    public void A_changed_entry_says_what_comes_from_the_scenario_and_keeps_the_source_of_the_rest()
    {
        const string Changed = """
            servers: [ { name: dgx-b200, rated_power: 12 kW, idle: 25 % } ]
            catalogue: { psus: [ { name: titanium, efficiencies: [90 %, 94 %, 95 %, 95 %], loads: [10 %, 20 %, 50 %, 100 %] } ] }

            """;
        ReadResult first = ScenarioFolder.ReadText(ScenarioFolder.Smallest + Changed);
        string text = first.Resolved(withOrigins: false);
        string server = text[text.IndexOf("servers:", StringComparison.Ordinal)..text.IndexOf("halls:", StringComparison.Ordinal)];
        Assert.Contains("source: \"scenario for rated_power, idle; else NVIDIA DGX B200 User Guide", server);
        Assert.Contains("confidence: assumed\n", server); // the guide's is published
        Assert.DoesNotContain("2.5 to 3.2 kW are heard of", server); // the note on the idle power that was replaced
        Assert.Contains("82 to 83 %", server);
        Assert.Contains("else 80 PLUS Titanium", text);
        ReadResult second = ScenarioFolder.ReadText(text);
        Assert.IsEmpty(second.Faults, FaultText.Write(second.Faults));
        Assert.AreEqual(text, second.Resolved(withOrigins: false));
    }

    [TestMethod]
    public void Who_names_a_source_for_his_values_is_believed()
    {
        const string Metered = "servers: [ { name: dgx-b200, rated_power: 12 kW, source: our meter, confidence: measured } ]\n";
        string text = ScenarioFolder.ReadText(ScenarioFolder.Smallest + Metered).Resolved(withOrigins: false);
        Assert.Contains("source: our meter\n    confidence: measured\n", text);
    }

    [TestMethod]
    public void A_changed_list_of_a_climate_comes_from_the_scenario_and_the_others_from_where_they_came()
    {
        string winds = string.Join(", ", Enumerable.Repeat("4 m/s", 12));
        string plain = ScenarioFolder.ReadText(ScenarioFolder.Smallest).Resolved(withOrigins: false);
        string text = ScenarioFolder.ReadText(ScenarioFolder.Smallest
            + $"climates: [ {{ name: munich, wind: [{winds}] }} ]\n").Resolved(withOrigins: false);
        Assert.Contains("      wind:\n        source: scenario\n        confidence: assumed\n", text);
        Assert.DoesNotContain("      wind:\n        source: scenario\n", plain);
        int ghi = plain.IndexOf("      ghi:\n        source:", StringComparison.Ordinal);
        Assert.Contains(plain[ghi..plain.IndexOf('\n', ghi + 25)], text);
    }

    [TestMethod]
    public void A_server_may_have_power_supplies_of_its_own_class()
    {
        string text = ScenarioFolder.Smallest + """
            servers: [ { name: dgx-b200, psu: ours } ]
            catalogue: { psus: [ { name: ours, loads: [50 %, 100 %], efficiencies: [97 %, 96 %] } ] }

            """;
        Assert.AreEqual("ours", Plant(text).Halls[0].Server.Psu.Name);
    }

    [TestMethod]
    [DataRow("[50 %]", "[97 %]", "IT0410")]
    [DataRow("[50 %, 100 %]", "[97 %]", "IT0410")]
    [DataRow("[50 %, 55 %]", "[80 %, 90 %]", "IT0411")] // 62.5 % in for 50 % out, 61.1 % in for 55 % out
    [DataRow("[100 %, 50 %]", "[97 %, 97 %]", "IT0405")]
    [DataRow("[50 %, 100 %]", "[97 %, 101 %]", "IT0205")]
    [DataRow("[0 %, 100 %]", "[97 %, 97 %]", "IT0205")]
    public void A_curve_that_is_none_is_a_fault(string loads, string efficiencies, string code)
    {
        string text = ScenarioFolder.Smallest
            + $"catalogue: {{ psus: [ {{ name: ours, loads: {loads}, efficiencies: {efficiencies} }} ] }}\n";
        Assert.AreEqual(code, ScenarioFolder.ReadText(text).Faults.Single().Code);
    }

    /// <summary>OGewV 2016, Annex 7, no. 2.1.1: summer and winter temperature [degC], summer and winter warming [K].</summary>
    [TestMethod]
    [DataRow("sa-er", 20.0, 1.5, 8.0, 1.0)]
    [DataRow("sa-mr", 20.0, 1.5, 10.0, 1.5)]
    [DataRow("sa-hr", 21.5, 1.5, 10.0, 1.5)]
    [DataRow("cyp-r", 23.0, 2.0, 10.0, 2.0)]
    [DataRow("ep", 25.0, 3.0, 10.0, 3.0)]
    [DataRow("mp", 28.0, 3.0, 10.0, 3.0)]
    [DataRow("hp", 28.0, 3.0, 10.0, 3.0)]
    public void A_fish_region_bears_what_the_ordinance_says(string region, double summerC, double summerK, double winterC, double winterK)
    {
        Mapping entry = Types.Entry("permits", region);
        Assert.AreEqual(winterC, Types.Value(entry, "winter_river_temperature", Dimension.Temperature));
        Assert.AreEqual(winterK, Types.Value(entry, "winter_mixed_rise", Dimension.TemperatureDifference));
        var permit = Plant(ScenarioFolder.Smallest + River.Replace("sa-hr", region, StringComparison.Ordinal)).Permit!;
        // The plant has one value: the summer one. The highest temperature is that of the water body, so before and after mixing.
        Assert.AreEqual((summerC, summerC, summerK), (permit.RiverTemperatureC, permit.MixedTemperatureC, permit.MixedRiseK));
    }

    [TestMethod]
    public void What_a_permit_states_itself_wins_over_its_region()
    {
        string river = River.Replace(
            "intake:", "river_temperature: unlimited, mixed_temperature: 24 degC, mixed_rise: 1 K, intake:", StringComparison.Ordinal);
        var permit = Plant(ScenarioFolder.Smallest + river).Permit!;
        Assert.AreEqual(
            (double.PositiveInfinity, 24.0, 1.0), (permit.RiverTemperatureC, permit.MixedTemperatureC, permit.MixedRiseK));
    }

    [TestMethod]
    [DataRow("size: 1600 kVA", 1_980.0, 13_000.0)] // dry is the default
    [DataRow("kind: liquid, size: 1.6 MVA", 1_080.0, 12_000.0)]
    [DataRow("type: liquid-2500kva", 1_575.0, 18_500.0)]
    [DataRow("size: 1250 kVA, no_load_loss: 1.6 kW, load_loss: 11 kW", 1_600.0, 11_000.0)]
    [DataRow("size: 1600 kVA, load_loss: 11 kW", 1_980.0, 11_000.0)]
    public void Transformers_find_their_losses_by_kind_and_size(string written, double noLoadW, double loadW)
    {
        var found = Plant(ScenarioFolder.Smallest + $"transformers: {{ units: 2, {written} }}\n").Transformers!;
        Assert.AreEqual((noLoadW, loadW), (found.NoLoadLossW, found.LoadLossW));
    }

    [TestMethod]
    public void A_size_that_no_table_has_needs_losses()
    {
        Fault fault = ScenarioFolder.ReadText(ScenarioFolder.Smallest + "transformers: { units: 2, size: 1250 kVA }\n").Faults.Single();
        Assert.AreEqual(("IT0206", "transformers.size"), (fault.Code, fault.Path));
        Assert.Contains("2500 kVA", fault.Expected);
    }

    [TestMethod]
    [DataRow("dry_coolers.roof.type: dry-cooler-300kw", "IT0408")]
    [DataRow("halls.training.air: { type: crah-100kw }", "IT0408")]
    [DataRow("transformers.size: 2500 kVA", "IT0408")]
    [DataRow("transformers: { size: 2500 kVA, load_loss: 19 kW }", "IT0408")]
    [DataRow("transformers: { size: 2500 kVA, no_load_loss: 2790 W, load_loss: 19 kW }", null)]
    [DataRow("transformers.units: 3", null)]
    public void A_phase_states_values_and_not_types(string set, string? code) // a resolved scenario holds values: both must run the same
    {
        string phases = $"phases: [ {{ from: 2025-01-02, set: {{ {set} }} }} ]\n";
        string text = ScenarioFolder.Smallest + "transformers: { units: 2, size: 1600 kVA }\n" + phases;
        ReadResult read = ScenarioFolder.ReadText(text.Replace("end: 2025-01-02", "end: 2025-01-04", StringComparison.Ordinal));
        Assert.AreEqual(code, read.Faults.Select(fault => fault.Code).SingleOrDefault(), FaultText.Write(read.Faults));
    }

    [TestMethod]
    public void The_generic_turbine_is_the_one_of_parks_behind_contracts()
    {
        Mapping entry = Types.Entry("turbines", "generic-class-iii");
        var curve = new TurbineCurve(Types.Values(entry, "speeds", Dimension.Speed), Types.Values(entry, "shares", Dimension.Fraction));
        for (int i = 0; i <= 300; i++)
        {
            Assert.AreEqual(TurbineCurve.LowWind.ShareAt(0.1 * i), curve.ShareAt(0.1 * i), 1e-15); // rounding of 54.5 % and 0.545
        }
    }

    [TestMethod]
    public void Every_type_of_the_catalogue_can_be_resolved_and_read_again()
    {
        const string Text = """
            river_exchangers: [ { name: plates, type: river-plate-4mw, units: 1 } ]
            direct_exchangers: [ { name: direct, type: network-plate-1mw } ]
            heat_pumps: [ { name: pump, type: isobutane, units: [1 MW] } ]
            district_heat:
              demand: { annual: 1 GWh }
              supply: { cold: -12 degC, supply_at_cold: 70 degC, mild: 10 degC, supply_at_mild: 60 degC, return: 40 degC }
              tank: { type: tank-10m3 }
            ups: [ { name: main, mode: eco, units: 2, size: 1 MW } ]
            wind: [ { name: mill, units: 1, size: 3 MW, hub_height: 120 m } ]

            """;
        ReadResult first = ScenarioFolder.ReadText(ScenarioFolder.Smallest + River + Text);
        Assert.IsEmpty(first.Faults, FaultText.Write(first.Faults));
        ReadResult second = ScenarioFolder.ReadText(first.Resolved(withOrigins: true));
        Assert.IsEmpty(second.Faults, FaultText.Write(second.Faults));
        Assert.AreEqual(first.Resolved(withOrigins: false), second.Resolved(withOrigins: false));
    }

    [TestMethod]
    public void The_examples_of_the_manual_page_are_scenarios()
    {
        string[] parts = CatalogueManual.Write().Split("```");
        string[] examples = [.. parts.Where(part => part.StartsWith("yaml\n", StringComparison.Ordinal)).Select(part => part[5..])];
        Assert.HasCount(2, examples);
        foreach (string example in examples)
        {
            using ScenarioFolder folder = new ScenarioFolder()
                .With("base.yaml", ScenarioFolder.Smallest).With("scenario.yaml", "extends: base.yaml\n" + example);
            Plant(folder.Read());
        }
    }

    private static PlantDesign Plant(string text) => Plant(ScenarioFolder.ReadText(text));

    private static PlantDesign Plant(ReadResult result)
    {
        Assert.IsEmpty(result.Faults, FaultText.Write(result.Faults));
        return result.Scenario!.Plant;
    }
}
