using Twin.Cli.Input;

namespace Twin.Tests.Input;

[TestClass]
public sealed class ClimateNotesTests
{
    private const string Munich = "latitude: 48 deg, longitude: 11 deg, zone: Europe/Berlin";
    private const string Lyon = "latitude: 45.76 deg, longitude: 4.84 deg, zone: Europe/Paris";
    private const string Air = "air_temperature: 20 degC";
    private const string Demand = """
        direct_exchangers: [ { name: direct, size: 1 MW } ]
        district_heat:
          demand: { annual: 1 GWh }
          supply: { cold: -12 degC, supply_at_cold: 30 degC, mild: 10 degC, supply_at_mild: 30 degC, return: 20 degC }

        """;

    [TestMethod]
    public void A_scenario_with_one_climate_for_everything_has_no_note() =>
        Assert.IsEmpty(ScenarioFolder.ReadText(ScenarioFolder.Smallest).Notes);

    [TestMethod]
    public void What_a_climate_adds_to_own_series_is_named_with_the_climate()
    {
        string note = Notes(Munich, Air + ", ghi: 100 W/m2").Single();
        Assert.AreEqual("weather.wet_bulb and weather.wind are not given and come from the synthetic climate munich (site.climate)", note);
        Assert.StartsWith("weather.wind is not given and comes from", Notes(Munich, Air + ", ghi: 100 W/m2, wet_bulb: 15 degC").Single());
    }

    [TestMethod]
    public void Who_gives_everything_needs_no_climate_and_hears_of_none() =>
        Assert.IsEmpty(Notes(Lyon, Air + ", ghi: 100 W/m2, wet_bulb: 15 degC, wind: 3 m/s"));

    [TestMethod]
    public void A_default_climate_far_from_the_site_is_called_far()
    {
        IReadOnlyList<string> notes = Notes(Lyon, Air);
        Assert.HasCount(2, notes);
        Assert.Contains("the default munich lies 578 km from the site", notes[1]); // great circle to 48.15 N 11.60 E, whole km
        Assert.Contains("twin catalog climates", notes[1]);
    }

    [TestMethod]
    public void A_climate_that_was_named_may_be_far() => Assert.HasCount(1, Notes(Lyon + ", climate: munich", Air));

    [TestMethod]
    public void A_demand_that_follows_the_weather_needs_a_climate_even_if_all_weather_was_given()
    {
        IReadOnlyList<string> notes = Notes(Lyon, Air + ", ghi: 100 W/m2, wet_bulb: 15 degC, wind: 3 m/s", Demand);
        Assert.Contains("the default munich", notes.Single());
    }

    private static IReadOnlyList<string> Notes(string site, string weather, string more = "")
    {
        ReadResult read = ScenarioFolder.ReadText(
            ScenarioFolder.Smallest
                .Replace(Munich, site, StringComparison.Ordinal)
                .Replace("{ synthetic: munich }", $"{{ {weather} }}", StringComparison.Ordinal) + more);
        Assert.IsEmpty(read.Faults, FaultText.Write(read.Faults));
        return read.Notes;
    }
}
