using Twin.Cli.Input;

namespace Twin.Tests.Input;

/// <summary>Each break of a scenario is told with its code and its place, in under a second.</summary>
/// <remarks>The place is marked in the broken text by a broken bar, which is taken out before reading.</remarks>
[TestClass]
public sealed class BrokenScenarioTests
{
    [TestMethod]
    [DataRow("units: 3, size: 80 kW }", "units: 3, size: 80 kW, ¦fans: 3 }", "IT0104", DisplayName = "unknown key")]
    [DataRow("name: small", "name: small\n¦name: other", "IT0103", DisplayName = "duplicate key")]
    [DataRow("import_limit: 1 MW", "import_limit: ¦12000", "IT0201", DisplayName = "missing unit")]
    [DataRow("import_limit: 1 MW", "import_limit: ¦5MW", "IT0201", DisplayName = "missing space")]
    [DataRow("import_limit: 1 MW", "import_limit: ¦1 MWh", "IT0202", DisplayName = "wrong dimension")]
    [DataRow("design_rise: 8 K", "design_rise: ¦8 degC", "IT0202", DisplayName = "temperature for a difference")]
    [DataRow("import_limit: 1 MW", "import_limit: ¦1 Mw", "IT0203", DisplayName = "unknown unit")]
    [DataRow("import_limit: 1 MW", "import_limit: ¦1e999 MW", "IT0204", DisplayName = "1e999")]
    [DataRow("count: 4", "count: ¦1e999", "IT0204", DisplayName = "1e999 without a unit")]
    [DataRow("import_limit: 1 MW", "import_limit: ¦.inf", "IT0204", DisplayName = ".inf")]
    [DataRow("import_limit: 1 MW", "import_limit: ¦.nan MW", "IT0204", DisplayName = ".nan")]
    [DataRow("import_limit: 1 MW", "import_limit: ¦\"1,5 MW\"", "IT0204", DisplayName = "decimal comma")]
    [DataRow("count: 4", "count: ¦010", "IT0204", DisplayName = "leading zero")]
    [DataRow("count: 4", "count: ¦4.5", "IT0204", DisplayName = "half a rack")]
    [DataRow("count: 4", "count: ¦1000000000000000000", "IT0205", DisplayName = "10^18 racks")]
    [DataRow("import_limit: 1 MW", "import_limit: ¦-1 MW", "IT0205", DisplayName = "negative power")]
    [DataRow("latitude: 48 deg", "latitude: ¦91 deg", "IT0205", DisplayName = "north of the pole")]
    [DataRow("schema: 1", "schema: ¦2", "IT0205", DisplayName = "later schema")]
    [DataRow("name: small", "name: ¦Small One", "IT0206", DisplayName = "bad name")]
    [DataRow("llm-training", "¦llm-trainig", "IT0206", DisplayName = "unknown choice")]
    [DataRow("Europe/Berlin", "¦Europe/Munich", "IT0206", DisplayName = "unknown zone")]
    [DataRow("server: dgx-b200", "server: ¦dgx-b20", "IT0206", DisplayName = "unknown server")]
    [DataRow("loop: chilled", "loop: ¦chiled", "IT0206", DisplayName = "unknown loop")]
    [DataRow("air: {", "chain: { ups: ¦main }\n    air: {", "IT0206", DisplayName = "unknown ups")]
    [DataRow("sinks: [chiller]", "sinks: [¦chiler]", "IT0206", DisplayName = "unknown sink")]
    [DataRow("condenser: roof", "condenser: ¦rof", "IT0206", DisplayName = "unknown condenser")]
    [DataRow("start: 2025-01-01T00:00Z", "start: ¦2025-01-01T00:00", "IT0207", DisplayName = "naive time")]
    [DataRow("start: 2025-01-01T00:00Z", "start: ¦2025-02-30T00:00Z", "IT0207", DisplayName = "30 February")]
    [DataRow("start: 2025-01-01T00:00Z", "start: ¦0001-01-01T00:00Z", "IT0207", DisplayName = "year 1")]
    [DataRow("grid: { import_limit: 1 MW }", "grid: ¦{ power_factor: 0.9 }", "IT0105", DisplayName = "missing key")]
    [DataRow("grid: { import_limit: 1 MW }", "grid: ¦1 MW", "IT0106", DisplayName = "value for a section")]
    [DataRow("import_limit: 1 MW", "import_limit: ¦[1 MW]", "IT0106", DisplayName = "list for a value")]
    [DataRow("sinks: [chiller]", "sinks: ¦chiller", "IT0106", DisplayName = "value for a list")]
    [DataRow("  - name: training", "¦\t- name: training", "IT0102", DisplayName = "tab")]
    [DataRow("import_limit: 1 MW", "import_limit: ¦&limit 1 MW", "IT0109", DisplayName = "anchor")]
    [DataRow("import_limit: 1 MW", "import_limit: ¦!!float 1 MW", "IT0109", DisplayName = "tag")]
    [DataRow("grid: { ", "grid: { ¦<<: {}, ", "IT0109", DisplayName = "merge key")]
    [DataRow("name: small", "name: small\nextends: ¦scenario.yaml", "IT0108", DisplayName = "extends itself")]
    [DataRow("name: small", "name: small\nextends: ¦base.yaml", "IT0301", DisplayName = "missing file")]
    [DataRow("name: small", "name: small\nextends: ¦../base.yaml", "IT0110", DisplayName = "way out")]
    [DataRow("name: small", "name: small\nextends: ¦/etc/passwd", "IT0110", DisplayName = "absolute path")]
    [DataRow("sinks: [chiller]", "sinks: [chiller, ¦chiller]", "IT0401", DisplayName = "machine twice")]
    [DataRow("sinks: [chiller]", "sinks: [chiller, ¦roof]", "IT0402", DisplayName = "behind a chiller")]
    [DataRow("units: 3, size: 80 kW", "units: 3, out: ¦3, size: 80 kW", "IT0404", DisplayName = "all coolers out")]
    [DataRow("supply_limit: 27 degC", "supply_limit: ¦19 degC", "IT0405", DisplayName = "limit below set point")]
    [DataRow("end: 2025-01-02T00:00Z", "end: ¦2024-01-02T00:00Z", "IT0405", DisplayName = "end before start")]
    [DataRow("end: 2025-01-02T00:00Z", "end: 2025-01-02T00:00Z, output: ¦7 min", "IT0406", DisplayName = "output no multiple")]
    [DataRow("end: 2025-01-02T00:00Z", "end: 2025-01-02T00:00Z, step: ¦1.5 s, output: 3 s", "IT0406", DisplayName = "half seconds")]
    [DataRow("end: 2025-01-02T00:00Z", "end: 2145-01-02T00:00Z, step: ¦1 s", "IT0406", DisplayName = "too many steps")]
    [DataRow("{ synthetic: munich }", "¦{}", "IT0105", DisplayName = "no weather")]
    [DataRow("{ synthetic: munich }", "{ synthetic: munich, ¦air_temperature: 20 degC }", "IT0112", DisplayName = "weather twice")]
    [DataRow("1 MW }", "1 MW }\nbattery: { capacity: 1 MWh, size: 1 MW, start: ¦2 % }", "IT0405", DisplayName = "empty battery")]
    [DataRow("1 MW }", "1 MW }\nheat_pumps: [ { name: ¦pump, units: [1 MW] } ]", "IT0403", DisplayName = "heat pump without network")]
    [DataRow("grid: {", "¦--- \ngrid: {", "IT0101", DisplayName = "second document")]
    [DataRow("grid: { import_limit: 1 MW }\n", "grid: ¦{ import_limit: 1 MW\n", "IT0101", DisplayName = "mapping left open")]
    [DataRow(
        "{ latitude: 48 deg, longitude: 11 deg, zone: Europe/Berlin }", "¦{ latitude: 48 deg", "IT0101",
        DisplayName = "mapping left open in the midst")]
    [DataRow("[chiller]", "¦[chiller", "IT0101", DisplayName = "list left open")]
    [DataRow(
        "name: small", "name: \"a { b\" # and a [\nlabel: 'it''s {'\nextends: ¦[ \"c\\\"}\"", "IT0101",
        DisplayName = "brackets in quotes")]
    public void A_break_is_told_with_code_and_place(string part, string broken, string code)
    {
        Assert.Contains(part, ScenarioFolder.Smallest);
        OneFault.At(ScenarioFolder.Smallest.Replace(part, broken, StringComparison.Ordinal), code);
    }

    [TestMethod]
    public void Of_a_later_schema_only_the_schema_is_told()
    {
        Fault fault = ScenarioFolder.ReadText("schema: 2\nname: later\nplant: { blocks: 3 }\n").Faults.Single();
        Assert.AreEqual(("schema", "2", "a whole number, only 1"), (fault.Path, fault.Found, fault.Expected));
    }

    [TestMethod]
    [DataRow("phases: [ { from: 2025-01-01, set: { grid.fees: 1 EUR/MWh } } ]", "phases.1.from")]
    [DataRow("phases: [ { from: 2025-01-02, set: { time.step: 1 min } } ]", "phases.1.set.time.step")]
    [DataRow("phases: [ { from: 2025-01-02, set: { wind: [] } }, { from: 2025-13-01, set: {} } ]", "phases.2.from")]
    [DataRow(
        "river: { temperature: 9 degC, discharge: 9 m3/s, permit: { intake: 1 m3/s, closed: "
            + "[ { from: 2025-01-01, to: 2025-01-02 }, { from: 2025-02-02, to: 2025-02-01 } ] } }",
        "river.permit.closed.2.to")]
    public void An_item_without_a_name_is_called_by_its_number(string more, string path) =>
        CollectionAssert.Contains(
            ScenarioFolder.ReadText(ScenarioFolder.Smallest + more + "\n").Faults.Select(fault => fault.Path).ToArray(), path);

    [TestMethod]
    public void The_smallest_scenario_has_no_fault() =>
        Assert.AreEqual("0 faults; nothing was run.\n", FaultText.Write(ScenarioFolder.ReadText(ScenarioFolder.Smallest).Faults));

    [TestMethod]
    public void A_scenario_needs_a_hall()
    {
        int halls = ScenarioFolder.Smallest.IndexOf("halls:", StringComparison.Ordinal);
        int loops = ScenarioFolder.Smallest.IndexOf("loops:", StringComparison.Ordinal);
        OneFault.At(ScenarioFolder.Smallest[..halls] + "halls: ¦[]\n" + ScenarioFolder.Smallest[loops..], "IT0105");
    }

    [TestMethod]
    [DataRow("[", DisplayName = "brackets")]
    [DataRow("{a: ", DisplayName = "braces")]
    [DataRow("- ", DisplayName = "dashes")]
    [DataRow("? ", DisplayName = "question marks")]
    [Timeout(Patience.HangMs)]
    public void A_hundred_thousand_openings_are_refused(string opening)
    {
        IReadOnlyList<Fault> faults = ScenarioFolder.ReadText(string.Concat(Enumerable.Repeat(opening, 100_000))).Faults;
        Assert.AreEqual("IT0107", faults[0].Code);
        Assert.AreEqual(1, faults[0].Place.Line);
    }

    [TestMethod]
    public void Aliases_are_refused_before_they_can_grow()
    {
        IReadOnlyList<Fault> faults = ScenarioFolder.ReadText("a: &a [x, x]\nb: &b [*a, *a]\n").Faults;
        Assert.IsTrue(faults.All(fault => fault.Code == "IT0109"), FaultText.Write(faults));
    }

    [TestMethod]
    public void A_file_of_too_many_values_is_refused() =>
        OneFault.At("a: [" + string.Concat(Enumerable.Repeat("1,", 250_000)) + "1]\n", "IT0107");

    [TestMethod]
    public void A_file_above_four_mebibytes_is_not_even_parsed() =>
        OneFault.At("# " + new string('x', 4 * 1024 * 1024), "IT0107");

    [TestMethod]
    [DataRow("", DisplayName = "empty")]
    [DataRow("# nothing but words\n", DisplayName = "comment")]
    [DataRow("a: {b", DisplayName = "cut off in a key")]
    [DataRow("a: [1, 2", DisplayName = "cut off in a list")]
    [DataRow("a: \"text", DisplayName = "cut off in quotes")]
    [DataRow("a: b: c\n", DisplayName = "two colons")]
    [DataRow("a: \u0007\n", DisplayName = "control character")]
    [DataRow("a\0b: 1\n", DisplayName = "NUL")]
    public void What_is_no_YAML_is_one_fault(string text) => OneFault.At(text, "IT0101");

    [TestMethod]
    public void A_cut_off_scenario_is_a_fault_wherever_the_cut_falls()
    {
        string whole = File.ReadAllText(Path.Combine(ShippedScenarioTests.Folder("first_day"), "scenario.yaml"));
        for (int length = 0; length < whole.Length; length += 97)
        {
            using ScenarioFolder folder = new ScenarioFolder().With("scenario.yaml", whole[..length]);
            ReadResult result = folder.Read();
            Assert.IsTrue(result.Faults.Count > 0 || result.Scenario is not null);
            Assert.IsTrue(result.Faults.Count > 0, $"cut at {length}"); // the grid, at the very end, is required
        }
    }

    [TestMethod]
    public void Text_in_another_encoding_is_a_fault_with_its_line()
    {
        using ScenarioFolder folder = new();
        File.WriteAllBytes(Path.Combine(folder.Path, "scenario.yaml"), [.. "schema: 1\nlabel: M"u8, 0xFC, .. "nchen\n"u8]); // Latin-1
        Fault fault = folder.Read().Faults.Single();
        Assert.AreEqual(("IT0101", 2), (fault.Code, fault.Place.Line));
    }

    [TestMethod]
    public void A_byte_order_mark_does_no_harm() =>
        Assert.IsEmpty(ScenarioFolder.ReadText("\uFEFF" + ScenarioFolder.Smallest).Faults);

    [TestMethod]
    public void Windows_line_ends_do_no_harm() =>
        Assert.IsEmpty(ScenarioFolder.ReadText(ScenarioFolder.Smallest.Replace("\n", "\r\n", StringComparison.Ordinal)).Faults);

    [TestMethod]
    public void A_percent_sign_that_begins_a_value_is_told_with_the_remedy()
    {
        string broken = ScenarioFolder.Smallest.Replace("import_limit: 1 MW", "import_limit: %", StringComparison.Ordinal);
        Fault fault = ScenarioFolder.ReadText(broken).Faults.Single();
        Assert.Contains("in quotes", fault.Expected);
        int line = 1 + ScenarioFolder.Smallest[..ScenarioFolder.Smallest.IndexOf("grid:", StringComparison.Ordinal)].Count(c => c == '\n');
        Assert.AreEqual((line, "grid: { import_limit: %".Length), (fault.Place.Line, fault.Place.Column));
    }

    [TestMethod]
    public void A_tab_behind_a_key_or_a_value_does_no_harm() => // the indentation alone is spaces only
        Assert.IsEmpty(ScenarioFolder.ReadText(
            ScenarioFolder.Smallest.Replace("schema: 1", "schema:\t1\t# one", StringComparison.Ordinal)).Faults);

    [TestMethod]
    public void A_missing_scenario_is_one_fault()
    {
        using ScenarioFolder folder = new();
        Assert.AreEqual("IT0301", folder.Read().Faults.Single().Code);
    }

    [TestMethod]
    public void A_negative_river_flow_is_out_of_range() => OneFault.At(
        ScenarioFolder.Smallest + "river: { temperature: 15 degC, discharge: ¦-2 m3/s, permit: { intake: 0.1 m3/s } }\n", "IT0205");

    [TestMethod]
    public void A_liquid_cooled_server_needs_a_liquid_path()
    {
        string text = ScenarioFolder.Smallest.Replace("dgx-b200", "gb200-nvl72", StringComparison.Ordinal);
        OneFault.At(text.Replace("name: training", "¦name: training", StringComparison.Ordinal), "IT0403");
    }

    [TestMethod]
    public void A_machine_stands_in_one_loop() => OneFault.At(
        ScenarioFolder.Smallest.Replace(
            "loops:\n",
            "loops:\n  - { name: warm, supply: 36 degC, supply_limit: 42 degC, design_rise: 8 K, design_heat: 1 kW, volume: 3 m3,\n" +
            "      sinks: [¦chiller] }\n",
            StringComparison.Ordinal),
        "IT0401");

    [TestMethod]
    public void Files_that_extend_each_other_are_told_with_the_chain()
    {
        using ScenarioFolder folder = new ScenarioFolder()
            .With("scenario.yaml", ScenarioFolder.Smallest + "extends: a.yaml\n")
            .With("a.yaml", "extends: b.yaml\n")
            .With("b.yaml", "extends: [a.yaml]\n");
        Fault fault = folder.Read().Faults.Single();
        Assert.AreEqual(("IT0108", "b.yaml", 1, 11), (fault.Code, fault.Place.File, fault.Place.Line, fault.Place.Column));
        Assert.AreEqual("a.yaml -> b.yaml -> a.yaml", fault.Found);
    }

    [TestMethod]
    public void A_chain_of_more_than_eight_files_is_too_deep()
    {
        using ScenarioFolder folder = new ScenarioFolder().With("scenario.yaml", "extends: f0.yaml\n");
        for (int i = 0; i < 12; i++)
        {
            folder.With($"f{i}.yaml", $"extends: f{i + 1}.yaml\n");
        }

        Assert.AreEqual("IT0107", folder.Read().Faults.Single().Code);
    }

    [TestMethod]
    public void A_link_that_leads_out_of_the_project_is_refused()
    {
        using ScenarioFolder outside = new ScenarioFolder().With("base.yaml", "label: far\n");
        using ScenarioFolder folder = new ScenarioFolder().With("scenario.yaml", "extends: link/base.yaml\n" + ScenarioFolder.Smallest);
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "link"), outside.Path);
        Fault fault = folder.Read().Faults.Single();
        Assert.AreEqual(("IT0110", 1, 10), (fault.Code, fault.Place.Line, fault.Place.Column));
    }
}
