using System.Text.Json;
using Twin.Cli.Commands;
using Twin.Cli.Input;
using Twin.Core.Series;
using Twin.Core.Time;
using Twin.Tests.Output;

namespace Twin.Tests.Input;

/// <summary>Scenarios that take whole weather files, and columns by what they measure.</summary>
[TestClass]
public sealed class WeatherFileTests
{
    private static readonly long June = UtcDay.BeginUnixS(new DateOnly(2015, 6, 1));

    [TestMethod]
    public void A_weather_file_gives_air_wet_bulb_sun_and_wind()
    {
        ReadResult result = Read("{ file: made.epw }");
        Assert.IsEmpty(result.Faults, FaultText.Write(result.Faults));
        double[] means = new double[1];
        result.Scenario!.Surroundings.AirTemperatureC.FillMeans(June + 3600, 3600, means);
        Assert.AreEqual(11.5, means[0], 1e-12); // the line from the end of hour 1, 11 degC, to that of hour 2, 12 degC; rounding only
        result.Scenario.Surroundings.WindMPerS.FillMeans(June + 3600, 3600, means);
        Assert.AreEqual(3.5, means[0]);
        result.Scenario.Surroundings.WetBulbTemperatureC.FillMeans(June + 12 * 3600, 3600, means);
        Assert.IsTrue(means[0] is > 10.0 and < 22.0, $"{means[0]} degC"); // between dew point and air
        CollectionAssert.AreEqual(
            new[] { "dry_bulb", "wet bulb", "ghi", "wind_speed" }, result.Series.Select(static used => used.Series.Column.Name).ToArray());
    }

    [TestMethod]
    public void The_sun_of_a_file_lies_around_the_instant_that_made_it()
    {
        ReadResult result = Read("{ file: made.epw }", MadeWeather.Epw(days: 3, headerZoneH: 0, trueZoneH: 0, sunS: 0.0));
        SampledSeries sun = (SampledSeries)result.Scenario!.Surroundings.GhiWPerM2;
        Assert.AreEqual(Between.Mean, sun.Between);
        Assert.AreEqual(June + 3600 - 1800, sun.Source.TimesUnixS[0]); // hour 1 ends at 01:00 and its sun is that of 01:00
    }

    [TestMethod]
    public void A_file_from_far_away_is_noted()
    {
        Assert.IsEmpty(Read("{ file: made.epw }").Notes);
        string far = MadeWeather.Epw(days: 3, headerZoneH: 0, trueZoneH: 0)
            .Replace($",{MadeWeather.LatitudeDeg},", ",50,", StringComparison.Ordinal);
        Assert.AreEqual("made.epw holds for a place 222 km from the site", Read("{ file: made.epw }", far).Notes.Single());
    }

    [TestMethod] // cells of an EPW: 6 air, 8 humidity, 9 pressure, 13 global irradiance
    [DataRow(9, "953", "953 Pa", "pressure from 30,000 to 110,000 Pa; the number looks like hPa, but columns of this format are in Pa")]
    [DataRow(9, "0", "0 Pa", "pressure from 30,000 to 110,000 Pa")]
    [DataRow(8, "-3", "-3 %", "relative_humidity from 0 to 105 %")]
    [DataRow(8, "106", "106 %", "relative_humidity from 0 to 105 %")]
    [DataRow(6, "-61", "-61 degC in column 'dry_bulb'", "a temperature from -60 degC to 60 degC, such as \"20 degC\"")]
    [DataRow(13, "-2", "-2 W/m2 in column 'ghi'", "an irradiance from 0 W/m2 to 2000 W/m2, such as \"800 W/m2\"")]
    public void A_cell_that_no_weather_has_is_told_once_and_at_its_place(int field, string cell, string found, string expected)
    {
        string[] lines = MadeWeather.Epw(days: 3, headerZoneH: 0, trueZoneH: 0).Split('\n');
        string[] cells = lines[19].Split(',');
        cells[field] = cell;
        lines[19] = string.Join(',', cells);
        Fault fault = Read("{ file: made.epw }", string.Join('\n', lines)).Faults.Single();
        int character = 2 + string.Join(',', cells.Take(field)).Length;
        Assert.AreEqual(("IT0205", 20, character), (fault.Code, fault.Place.Line, fault.Place.Column));
        Assert.AreEqual((found, expected), (fault.Found, fault.Expected));
    }

    [TestMethod]
    public void A_whole_column_in_another_unit_is_told_five_times_and_counted()
    {
        string hPa = MadeWeather.Epw(days: 3, headerZoneH: 0, trueZoneH: 0).Replace(",95000,", ",950,", StringComparison.Ordinal);
        IReadOnlyList<Fault> faults = Read("{ file: made.epw }", hPa).Faults;
        Assert.HasCount(6, faults);
        Assert.AreEqual(("67 more of this kind, 72 in all", 14), (faults[^1].Found, faults[^1].Place.Line)); // 8 lines of header before
        Assert.IsEmpty(Read("{ file: made.epw, wet_bulb: 10 degC }", hPa).Faults); // nobody asks for the pressure
    }

    [TestMethod]
    public void What_stands_beside_the_file_wins_over_it()
    {
        ReadResult result = Read("{ file: made.epw, wind: 7 m/s }");
        double[] means = new double[1];
        result.Scenario!.Surroundings.WindMPerS.FillMeans(June, 3600, means);
        Assert.AreEqual(7.0, means[0]);
    }

    [TestMethod]
    public void The_resolved_scenario_names_the_series_and_reads_the_same()
    {
        using ScenarioFolder folder = Folder("{ file: made.epw, format: epw }", MadeWeather.Epw(days: 3, headerZoneH: 0, trueZoneH: 0));
        string resolved = folder.Read().Resolved(withOrigins: false);
        Assert.Contains("  wet_bulb:\n    file: made.epw\n    format: epw\n", resolved);
        folder.With("scenario.yaml", resolved);
        Assert.AreEqual(resolved, folder.Read().Resolved(withOrigins: false));
    }

    [TestMethod]
    public void Words_about_a_file_need_the_file()
    {
        Fault fault = Read("{ synthetic: munich, calendar: repeat }").Faults.Single();
        Assert.AreEqual(("IT0403", "weather.calendar"), (fault.Code, fault.Path));
    }

    [TestMethod]
    public void A_file_with_a_fault_is_told_once_for_all_that_it_should_give()
    {
        Assert.HasCount(1, Read("{ file: none.epw }").Faults);
        Fault format = Read("{ file: made.epw, format: swf }").Faults[0];
        Assert.AreEqual("IT0311", format.Code); // lines of an EPW are no lines of jobs
        Assert.AreEqual("weather.air_temperature", format.Path);
    }

    [TestMethod]
    public void A_column_that_no_file_of_the_format_has_is_told_with_those_it_has()
    {
        string prices = "time,price_eur_mwh\n2015-06-01T00:00Z,1\n2015-06-01T01:00Z,2\n";
        Fault fault = Read("{ air_temperature: { file: made.epw, format: opsd } }", prices).Faults.Single();
        Assert.AreEqual(("IT0302", "\"column: ...\" with one of price_eur_mwh"), (fault.Code, fault.Expected));
        StringAssert.StartsWith(fault.Found, "no air temperature in ", StringComparison.Ordinal);
    }

    [TestMethod]
    public void A_year_out_of_several_needs_the_calendar_and_says_so_once()
    {
        string year = "TRY99\n\nRG    IS  MM  DD  HH  N   WR      WG       t       p        x   RF   W     B     D IK    A      E IL\n***\n"
            + string.Concat(Enumerable.Range(0, 72).Select(static h =>
                $"99 1 {(h < 24 ? 5 : 6)} {(h < 24 ? 31 : h / 24)} {h % 24 + 1} 3 230 2.2 {h % 24} 976.0 4.1 92 60 30 40 9 281 -322 9\n"));
        Fault fault = Read("{ file: made.epw }", year).Faults.Single();
        Assert.AreEqual(("IT0308", "typical year"), (fault.Code, fault.Title));
        ReadResult repeated = Read("{ file: made.epw, calendar: repeat }", year);
        Assert.IsEmpty(repeated.Faults, FaultText.Write(repeated.Faults));
        double[] means = new double[1];
        repeated.Scenario!.Surroundings.AirTemperatureC.FillMeans(June + 3600, 3600, means);
        Assert.AreEqual(1.5, means[0], 1e-12); // 02:00 of winter time is 01:00Z with 1 degC, an hour later 2 degC
    }

    [TestMethod]
    [DataRow("stamps: end", -3600)]
    [DataRow("stamps: middle", -1800)]
    [DataRow("stamps: begin", 0)]
    [DataRow("stamps: auto", 0)]
    public void A_plain_table_may_say_what_its_stamps_name(string words, int shiftS)
    {
        string csv = LayersTests.Hours("t", _ => "10");
        using ScenarioFolder folder = new ScenarioFolder()
            .With("scenario.yaml", ScenarioFolder.Smallest.Replace("{ synthetic: munich }",
                $"{{ air_temperature: {{ file: air.csv, column: t, unit: degC, {words}, fill: {{ hold: 2 h }} }} }}",
                StringComparison.Ordinal))
            .With("air.csv", csv);
        SampledSeries air = (SampledSeries)folder.Read().Scenario!.Surroundings.AirTemperatureC;
        Assert.AreEqual(1_735_689_600 + shiftS, air.Source.TimesUnixS[0]);
    }

    [TestMethod]
    public void A_plain_table_may_have_decimal_commas()
    {
        string csv = LayersTests.Hours("t", _ => "10,5").Replace(",10,5", ";10,5", StringComparison.Ordinal)
            .Replace("time,t", "time;t", StringComparison.Ordinal);
        using ScenarioFolder folder = new ScenarioFolder()
            .With("scenario.yaml", ScenarioFolder.Smallest.Replace("{ synthetic: munich }",
                "{ air_temperature: { file: air.csv, column: t, unit: degC, decimal: comma } }", StringComparison.Ordinal))
            .With("air.csv", csv);
        ReadResult result = folder.Read();
        Assert.IsEmpty(result.Faults, FaultText.Write(result.Faults));
        Assert.AreEqual(10.5, ((SampledSeries)result.Scenario!.Surroundings.AirTemperatureC).Source.Values[0]);
    }

    [TestMethod]
    public void A_hall_works_by_a_log_of_jobs()
    {
        string log = "; UnixStartTime: 1735689600\n; MaxProcs: 100\n1 0 0 172800 25 -1 -1 25 -1 -1 1 1 1 -1 -1 1 -1 -1\n"; // two days from 2025 on
        string text = ScenarioFolder.Smallest.Replace("{ profile: llm-training }", "{ utilisation: { file: jobs.swf } }", StringComparison.Ordinal);
        using ScenarioFolder folder = new ScenarioFolder().With("scenario.yaml", text).With("jobs.swf", log);
        ReadResult result = folder.Read();
        Assert.IsEmpty(result.Faults, FaultText.Write(result.Faults));
        double[] means = new double[1];
        result.Scenario!.Plant.Halls[0].Workload.Utilisation!.FillMeans(1_735_689_600, 86_400, means);
        Assert.AreEqual(0.25, means[0], 1e-12); // rounding only
        folder.With("jobs.swf", log.Replace("; UnixStartTime: 1735689600\n", string.Empty, StringComparison.Ordinal));
        Assert.AreEqual(("IT0308", "no date"), (folder.Read().Faults.Single().Code, folder.Read().Faults.Single().Title));
    }

    [TestMethod]
    public void The_manifest_counts_what_was_missing_and_filled_and_the_log_tells_of_the_sun()
    {
        string epw = MadeWeather.Epw(days: 3, headerZoneH: 1, trueZoneH: 0, sunS: -2966.0, comment: "Irradiance Time Offset (h):-0.8239");
        string[] lines = epw.Split('\n');
        using ScenarioFolder folder = Folder("{ file: made.epw, fill: { linear: 2 h } }",
            string.Join('\n', lines.Where((_, i) => i is not (30 or 31))));
        using var output = new TemporaryFolder();
        using var data = new StringWriter();
        using var messages = new StringWriter();
        using var interruption = new Interruption();
        string[] call = ["run", folder.Path, "--out", output.Path, "--no-plots"];
        int status = TwinProgram.Run(call, Engine.Services, new Terminal(data, messages, ErrorIsTerminal: false), interruption);
        Assert.AreEqual(ExitStatus.Done, status, messages.ToString());
        Assert.Contains("made.epw: zone UTC by the sun in the file; line 1 says UTC+01:00, which is wrong", messages.ToString());
        string run = Directory.GetDirectories(Path.Combine(output.Path, "small")).Single();
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(run, "manifest.json")));
        JsonElement air = manifest.RootElement.GetProperty("series")[0];
        Assert.AreEqual("weather.air_temperature", air.GetProperty("series").GetString());
        int[] counts = [.. new[] { "gaps", "missing", "filled" }.Select(name => air.GetProperty(name).GetInt32())];
        CollectionAssert.AreEqual(new[] { 1, 2, 2 }, counts);
        string log = File.ReadAllText(Path.Combine(run, "log.txt"));
        Assert.Contains("weather.ghi: epw, column ghi [W/m2]", log);
        Assert.Contains("made.epw: the sun stands 49 min before the stamp, as the comment says, hours of UTC (closure leaves ", log);
    }

    private static ReadResult Read(string weather, string? content = null)
    {
        using ScenarioFolder folder = Folder(weather, content ?? MadeWeather.Epw(days: 3, headerZoneH: 0, trueZoneH: 0));
        return folder.Read();
    }

    private static ScenarioFolder Folder(string weather, string content) => new ScenarioFolder()
        .With(
            "scenario.yaml",
            ScenarioFolder.Smallest.Replace("{ synthetic: munich }", weather, StringComparison.Ordinal)
                .Replace("start: 2025-01-01T00:00Z, end: 2025-01-02T00:00Z", "start: 2015-06-01T02:00Z, end: 2015-06-02T02:00Z",
                    StringComparison.Ordinal))
        .With("made.epw", content);
}
