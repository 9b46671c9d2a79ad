using Twin.Cli.Input;
using Twin.Core.Scenarios;
using Twin.Core.Series;

namespace Twin.Tests.Input;

/// <summary>Climates in a scenario: of the catalogue, changed, or its own.</summary>
/// <remarks>In broken texts the place of the fault is marked by a broken bar, which is taken out before reading.</remarks>
[TestClass]
public sealed class ClimateInputTests
{
    private const string Own = """
        climates:
          - name: fjord
            latitude: 62 deg
            longitude: 6 deg
            zone: Europe/Oslo
            air_mean: [1 degC, 1 degC, 2 degC, 5 degC, 9 degC, 12 degC, 14 degC, 14 degC, 11 degC, 8 degC, 4 degC, 2 degC]
            wet_bulb_depression: [1 K, 1 K, 1.5 K, 2 K, 2.5 K, 2.5 K, 2 K, 2 K, 1.5 K, 1 K, 1 K, 1 K]
            ghi: [6 kWh/m2, 22 kWh/m2, 60 kWh/m2, 105 kWh/m2, 145 kWh/m2, 150 kWh/m2,
                  140 kWh/m2, 105 kWh/m2, 65 kWh/m2, 28 kWh/m2, 9 kWh/m2, 3 kWh/m2]
            wind: [5 m/s, 5 m/s, 5 m/s, 4 m/s, 4 m/s, 4 m/s, 4 m/s, 4 m/s, 4 m/s, 5 m/s, 5 m/s, 18 km/h]

        """;

    private const string River =
        "river: { temperature: { synthetic: paris }, discharge: { synthetic: paris }, permit: { intake: 0.1 m3/s } }\n";

    [TestMethod]
    [DataRow("air_mean: [1 degC, 1 degC,", "air_mean: ¦[1 degC,", "IT0208", "a list of 11", null, DisplayName = "eleven values")]
    [DataRow("1 degC, 1 degC, 2 degC", "1 degC, ¦1 K, 2 degC", "IT0202", "1 K", null, DisplayName = "difference for a temperature")]
    [DataRow("[6 kWh/m2", "[¦6 kWh", "IT0202", "6 kWh", null, DisplayName = "energy for an irradiation")]
    [DataRow("[6 kWh/m2", "[¦6", "IT0201", "6", null, DisplayName = "no unit")]
    [DataRow("[1 K, 1 K", "[1 K, ¦-1 K", "IT0205", "-1 K", null, DisplayName = "wet bulb above air")]
    [DataRow("22 kWh/m2", "¦62 kWh/m2", "IT0205", "62 kWh/m2", null, DisplayName = "more sun than a clear sky")]
    [DataRow("wind: [5 m/s", "wnd: [5 m/s", "IT0104", "a key that climates does not have", "wind", DisplayName = "unknown list")]
    [DataRow(
        "weather: { synthetic: munich }", "weather: { synthetic: ¦muinch }", "IT0206", "muinch", "munich",
        DisplayName = "unknown climate")]
    [DataRow(
        "weather: { synthetic: munich }", "weather: { synthetic: ¦fjrd }", "IT0206", "fjrd", "fjord",
        DisplayName = "unknown own climate")]
    [DataRow(
        "zone: Europe/Berlin", "zone: Europe/Berlin, climate: ¦hamburgh", "IT0206", "hamburgh", "hamburg",
        DisplayName = "unknown climate of the site")]
    [DataRow(
        "discharge: { synthetic: paris", "discharge: { synthetic: ¦pariss", "IT0206", "pariss", "paris", DisplayName = "unknown river")]
    [DataRow(
        "temperature: { synthetic: paris", "temperature: { synthetic: ¦fjord", "IT0403", "fjord, a climate without river_mean",
        null, DisplayName = "climate without a river")]
    [DataRow(
        "discharge: { synthetic: paris", "discharge: { synthetic: ¦fjord", "IT0403", "fjord, a climate without river_discharge",
        null, DisplayName = "no flow")]
    [DataRow(
        "temperature: { synthetic: paris", "temperature: { synthetic: ¦[paris]", "IT0106", "a list", null,
        DisplayName = "list for a climate")]
    public void A_wrong_climate_is_told_with_its_place(string part, string broken, string code, string found, string? nearest)
    {
        string whole = ScenarioFolder.Smallest + River + Own;
        Assert.Contains(part, whole);
        string text = whole.Replace(part, broken, StringComparison.Ordinal);
        Fault[] faults = [.. ScenarioFolder.ReadText(text.Replace("¦", "", StringComparison.Ordinal)).Faults];
        string told = FaultText.Write(faults);
        Fault fault = faults.Single(f => f.Code == code);
        Assert.StartsWith(found, fault.Found, told);
        Assert.AreEqual(nearest, fault.Nearest, told);
        int mark = text.IndexOf('¦', StringComparison.Ordinal);
        if (mark >= 0)
        {
            Assert.HasCount(1, faults, told);
            int line = 1 + text[..mark].Count(static c => c == '\n');
            int column = mark - text.LastIndexOf('\n', mark - 1);
            Assert.AreEqual((line, column), (fault.Place.Line, fault.Place.Column), told);
        }
    }

    [TestMethod]
    public void A_scenario_runs_on_its_own_climate()
    {
        string text = ScenarioFolder.Smallest.Replace("synthetic: munich", "synthetic: fjord", StringComparison.Ordinal) + Own;
        Scenario scenario = Read(text);
        Assert.IsInstanceOfType<ISampledSeries>(scenario.Surroundings.AirTemperatureC);
        double[] january = new double[31];
        scenario.Surroundings.AirTemperatureC.FillMeans(scenario.Clock.StartUnixS, 86_400, january);
        Assert.AreEqual(1.0, january.Average(), 0.3);
    }

    [TestMethod]
    public void Temperature_and_flow_come_from_the_named_river()
    {
        Scenario scenario = Read(ScenarioFolder.Smallest + River);
        double[] january = new double[31];
        scenario.Surroundings.RiverDischargeM3PerS!.FillMeans(scenario.Clock.StartUnixS, 86_400, january);
        Assert.AreEqual(Climate.Places.Normals("paris").Discharge!.MeanM3PerS[0], january.Average(), 0.05 * 510.0);
    }

    [TestMethod]
    public void A_changed_list_of_the_catalogue_counts_and_the_other_lists_stay()
    {
        string text = ScenarioFolder.Smallest + "climates: [ { name: munich, wind: ["
            + string.Join(", ", Enumerable.Repeat("6 m/s", 12)) + "] } ]\n";
        Scenario scenario = Read(text);
        double[] january = new double[31];
        scenario.Surroundings.WindMPerS.FillMeans(scenario.Clock.StartUnixS, 86_400, january);
        Assert.AreEqual(6.0, january.Average(), 0.18); // 3 % of the normal
        scenario.Surroundings.AirTemperatureC.FillMeans(scenario.Clock.StartUnixS, 86_400, january);
        Assert.AreEqual(1.4, january.Average(), 0.3);
    }

    [TestMethod]
    public void The_resolved_scenario_keeps_the_climates_in_use_with_their_sources_and_no_other()
    {
        string resolved = ScenarioFolder.ReadText(ScenarioFolder.Smallest + River).Resolved(withOrigins: false);
        Assert.Contains("- name: munich", resolved);
        Assert.Contains("- name: paris", resolved);
        Assert.DoesNotContain("- name: madrid", resolved);
        Assert.Contains("from memory, unverified", resolved);
    }

    [TestMethod]
    public void A_site_without_a_word_about_its_climate_has_that_of_its_weather()
    {
        string text = ScenarioFolder.Smallest.Replace("synthetic: munich", "synthetic: helsinki", StringComparison.Ordinal);
        Assert.Contains("climate: helsinki", ScenarioFolder.ReadText(text).Resolved(withOrigins: false));
        Assert.Contains("climate: munich", ScenarioFolder.ReadText(ScenarioFolder.Smallest).Resolved(withOrigins: false));
    }

    [TestMethod]
    public void The_climates_of_the_catalogue_have_no_fault()
    {
        IEnumerable<string> own = Climate.Places.Names.Select(static name => $"  - {{ name: {name} }}\n");
        Assert.AreEqual(
            "0 faults; nothing was run.\n",
            FaultText.Write(ScenarioFolder.ReadText(ScenarioFolder.Smallest + "climates:\n" + string.Concat(own)).Faults));
    }

    private static Scenario Read(string text)
    {
        ReadResult result = ScenarioFolder.ReadText(text);
        Assert.AreEqual("0 faults; nothing was run.\n", FaultText.Write(result.Faults));
        return result.Scenario!;
    }
}
