using System.Text.Json;
using Twin.Cli.Commands;
using Twin.Cli.Input;

namespace Twin.Tests.Input;

/// <summary>The form of the error text, letter by letter: people and their scripts rely on it.</summary>
[TestClass]
public sealed class FaultTextTests
{
    private const string Scenarios = """
        schema: 1
        name: small
        site: { latitude: 48 deg, longitude: 11 deg, zone: Europe/Berlin, auxiliary: 12000 }
        time: { start: 2025-01-01T00:00, end: 2025-01-02T00:00Z }
        weather: { synthetic: munich }
        halls:
          - name: training
            racks: { server: dgx-b20, count: 4, servers_per_rack: 2 }
            workload: { profile: llm-training }
            chain: { network: 0.08, distribution_loss: 25 % }
            air: { loop: chilled, units: 3, size: 80 kWh }
        loops:
          - { name: chilled, supply: 20 degC, supply_limit: 27 degC, design_rise: 8 K, design_heat: 200 kW, volume: 3 m3, sinks: [roof] }
        dry_cooler:
          - { name: roof, units: 2, size: 200 kW }
        grid: { import_limit: 1e999 MW }

        """;

    private const string Told = """
        error IT0201 missing unit
        scenario.yaml:3:78: site.auxiliary
            found     12000, a number without a unit
            expected  a power, such as "12 kW"
        error IT0207 naive time
        scenario.yaml:4:16: time.start
            found     2025-01-01T00:00, a time without its offset
            expected  a time with its offset, such as "2025-01-01T00:00+01:00" or "2025-01-01T00:00Z"
        error IT0206 unknown name
        scenario.yaml:8:22: halls.training.racks.server
            found     dgx-b20, which is not in servers
            expected  one of dgx-b200, dgx-b300, dgx-h100, gb200-nvl72, gb300-nvl72, mi355x, rtx-pro-8gpu
            did you mean dgx-b200?
        error IT0201 missing unit
        scenario.yaml:10:23: halls.training.chain.network
            found     0.08, a number without a unit
            expected  a share, such as "8 %"
        error IT0205 out of range
        scenario.yaml:10:48: halls.training.chain.distribution_loss
            found     25 %
            expected  a share from 0 % to 20 %, such as "1 %"
        error IT0202 wrong dimension
        scenario.yaml:11:43: halls.training.air.size
            found     80 kWh, an energy
            expected  a power above 0 W, such as "12 kW"
        error IT0206 unknown name
        scenario.yaml:13:123: loops.chilled.sinks
            found     roof, which is not in river_exchangers, dry_coolers, chillers, heat_pumps, direct_exchangers
            expected  a name of river_exchangers, dry_coolers, chillers, heat_pumps, direct_exchangers, of which there are none
        error IT0104 unknown key
        scenario.yaml:14:1: dry_cooler
            found     a key that a scenario does not have
            expected  one of assumptions, battery, catalogue, centre, chillers, climates, contracts, direct_exchangers, district_heat, dry_coolers, extends, grid, guarantees_of_origin, halls, heat_pumps, label, loops, name, overrides, phases, photovoltaics, river, river_exchangers, schema, servers, site, tenants, time, transformers, ups, weather, wind
            did you mean dry_coolers?
        error IT0204 not a finite number
        scenario.yaml:16:23: grid.import_limit
            found     1e999 MW
            expected  a power of 0 W or more, such as "12 kW"
        9 faults; nothing was run.

        """;

    [TestMethod]
    public void All_faults_are_told_at_once_in_file_order() =>
        Assert.AreEqual(Told, FaultText.Write(ScenarioFolder.ReadText(Scenarios).Faults));

    [TestMethod]
    public void One_fault_is_one_fault_and_a_whole_file_has_no_line()
    {
        const string Missing = """
            error IT0301 missing file
            scenario.yaml
                found     no file scenario.yaml
                expected  the path of a scenario file
            1 fault; nothing was run.

            """;
        using ScenarioFolder folder = new();
        Assert.AreEqual(Missing, FaultText.Write(folder.Read().Faults));
    }

    [TestMethod]
    public void The_form_for_programs_has_the_same_fields()
    {
        IReadOnlyList<Fault> faults = ScenarioFolder.ReadText(Scenarios).Faults;
        using JsonDocument json = JsonDocument.Parse(VerdictJson.Write("a.yaml", new LoadOutcome(null, faults)));
        JsonElement third = json.RootElement.GetProperty("faults")[2];
        Assert.AreEqual(9, json.RootElement.GetProperty("faults").GetArrayLength());
        Assert.AreEqual("IT0206", third.GetProperty("code").GetString());
        Assert.AreEqual(8, third.GetProperty("line").GetInt32());
        Assert.AreEqual(22, third.GetProperty("column").GetInt32());
        Assert.AreEqual("dgx-b200", third.GetProperty("nearest").GetString());
        Assert.AreEqual(JsonValueKind.Null, json.RootElement.GetProperty("faults")[0].GetProperty("nearest").ValueKind);
    }

    [TestMethod]
    public void What_a_file_says_cannot_steer_the_terminal()
    {
        string label = ScenarioFolder.Smallest.Replace("llm-training", "\"\\e[31mred\\u202e\"", StringComparison.Ordinal);
        string told = FaultText.Write(ScenarioFolder.ReadText(label).Faults);
        Assert.Contains("\\u001b[31mred\\u202e", told);
        Assert.DoesNotContain("\u001b", told);
    }

    [TestMethod]
    public void A_flood_of_faults_is_cut_off()
    {
        string keys = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"key{i}: 1\n"));
        IReadOnlyList<Fault> faults = ScenarioFolder.ReadText(keys).Faults;
        Assert.HasCount(FaultList.Most, faults);
        Assert.EndsWith("500 faults and more; nothing was run.\n", FaultText.Write(faults));
    }

    [TestMethod]
    [DataRow("heat_pumps", "heat_pump", 1)]
    [DataRow("ab", "ba", 1)] // two neighbours swapped are one slip
    [DataRow("Supply", "supply", 0)]
    [DataRow("kitten", "sitting", 3)]
    public void Slips_between_words_are_counted_as_Damerau_did(string a, string b, int expected) =>
        Assert.AreEqual(expected, Nearest.Slips(a, b));

    [TestMethod]
    [DataRow("temperature", "air_temperature")]
    [DataRow("paris", "Europe/Paris")]
    [DataRow("training", "llm-training")]
    [DataRow("crah", null)] // two have it: nobody can tell
    public void Who_wrote_a_part_of_one_name_meant_that_name(string word, string? meant) =>
        Assert.AreEqual(meant, Nearest.Of(word, ["air_temperature", "Europe/Paris", "llm-training", "crah-100kw", "crah-400kw", "wind"]));

    [TestMethod]
    public void A_far_word_has_no_neighbour() => Assert.IsNull(Nearest.Of("banana", ["battery", "grid"]));
}
