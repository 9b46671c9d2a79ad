using System.Globalization;
using System.Text.Json;
using Twin.Cli.Commands;
using Twin.Cli.Input;
using Twin.Tests.Input;
using Twin.Tests.Output;

namespace Twin.Tests.Commands;

[TestClass]
public sealed class InspectVerbTests : IDisposable
{
    private const string River = """
        time,water [degC],note
        2025-07-01T00:00Z,18.0,a
        2025-07-01T01:00Z,18.5,a
        2025-07-01T02:00Z,,b
        2025-07-01T03:00Z,19.0,b
        2025-07-01T03:00Z,19.0,b
        2025-07-01T06:00Z,29.0,b
        2025-07-01T07:00Z,20.0,b

        """;

    private const string Told = """
        river.csv
          format    csv: table with a header
          period    2025-07-01 00:00Z to 2025-07-01 08:00Z, 8 h
          zone      as each stamp says
          interval  1 h; a stamp names the begin of its interval, unless the scenario says otherwise
          rows      7; 1 gap of 2, 1 stamp twice
          note      columns of words, not looked at: note

          column  unit  min   mean  max  empty  means from begin to end
          water   degC   18  20.58   29      1  ▁▂ ▂  █

          water [degC], means of 68.6 min
          24.5 │      █
               │      █
               │      █
               │      █
               │      █
            18 │▁▅ █  █
               └2025-07-01 00:00Z 2025-07-01 08:00Z

          gap     2 samples missing: 2025-07-01 04:00Z to 2025-07-01 05:00Z, behind line 5
          gap     1 sample missing: 2025-07-01 02:00Z in column water, behind line 3
          twice   2025-07-01 03:00Z, again in line 6
          look at water: 1 jump of more than 4 K from row to row, largest step 9 K, in line 8
          ok      within wide bounds: water

          in a scenario
            river.temperature: { file: river.csv, column: water, fill: { linear: 2 h } }

        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TestMethod]
    public void A_table_is_told_with_its_period_its_columns_and_all_that_is_odd()
    {
        using var shell = new Shell();
        string file = Written("river.csv", River);
        Assert.AreEqual(ExitStatus.Done, shell.Call("inspect", file), shell.Messages);
        Assert.AreEqual(Told.ReplaceLineEndings("\n"), shell.Data.Replace(file, "river.csv", StringComparison.Ordinal));
        Assert.AreEqual(string.Empty, shell.Messages);
    }

    [TestMethod]
    public void Decimal_commas_between_semicolons_are_found_out_and_named_for_the_scenario()
    {
        using var shell = new Shell();
        string file = Written("air.csv",
            "# from the roof\ntime;air [degC]\n2025-06-12 00:00;14,5\n2025-06-12 12:00;24\n2025-06-13 00:00;15,0\n");
        Assert.AreEqual(ExitStatus.Done, shell.Call("inspect", file), shell.Messages);
        Assert.Contains("note      numbers have a decimal comma; a scenario must say \"decimal: comma\"\n", shell.Data);
        Assert.Contains("air     degC  14.5  17.83   24", shell.Data);
        Assert.Contains(
            "weather.air_temperature: { file: air.csv, column: air, zone: ..., decimal: comma }", shell.Data);
    }

    [TestMethod]
    public void Programs_get_the_same_as_json()
    {
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.Done, shell.Call("inspect", Written("river.csv", River), "--json"));
        using JsonDocument json = JsonDocument.Parse(shell.Data);
        JsonElement root = json.RootElement;
        Assert.AreEqual(("csv", "2025-07-01T00:00:00Z", 3600),
            (root.GetProperty("format").GetString(), root.GetProperty("from").GetString(), root.GetProperty("interval_s").GetInt32()));
        Assert.AreEqual((1, 2), (root.GetProperty("gaps").GetArrayLength(), root.GetProperty("gaps")[0].GetProperty("samples").GetInt32()));
        Assert.AreEqual(6, root.GetProperty("duplicates")[0].GetProperty("line").GetInt32());
        JsonElement water = root.GetProperty("columns")[0];
        Assert.AreEqual(("water", "degC", 29.0, 1),
            (water.GetProperty("name").GetString(), water.GetProperty("unit").GetString(), water.GetProperty("max").GetDouble(),
                water.GetProperty("empty").GetInt32()));
        Assert.IsFalse(root.GetProperty("checks").EnumerateArray()
            .First(check => !check.GetProperty("text").GetString()!.StartsWith("all", StringComparison.Ordinal)).GetProperty("fine")
                .GetBoolean());
    }

    [TestMethod]
    public void The_faults_of_a_wrong_file_come_as_json_too()
    {
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.InvalidScenario, shell.Call("inspect", folder.Of("none.csv"), "--json"));
        using JsonDocument json = JsonDocument.Parse(shell.Data);
        Assert.AreEqual("IT0301", json.RootElement.GetProperty("faults")[0].GetProperty("code").GetString());
    }

    [TestMethod]
    public void Stamps_without_a_zone_can_be_looked_at_and_a_zone_can_be_given()
    {
        using var shell = new Shell();
        string file = Written("local.csv", "time,x [degC]\n2025-07-01 00:00,1\n2025-07-01 01:00,2\n");
        Assert.AreEqual(ExitStatus.Done, shell.Call("inspect", file));
        Assert.Contains("zone      not stated", shell.Data);
        Assert.Contains("2025-07-01 00:00 to 2025-07-01 02:00,", shell.Data);
        Assert.AreEqual(ExitStatus.Done, shell.Call("inspect", file, "--zone", "Europe/Berlin"));
        Assert.Contains("2025-06-30 22:00Z to 2025-07-01 00:00Z,", shell.Data);
        Assert.AreEqual(ExitStatus.InvalidScenario, shell.Call("inspect", file, "--zone", "Europe/Berln"));
        Assert.Contains("did you mean Europe/Berlin?", shell.Messages);
        Assert.AreEqual(ExitStatus.Usage, shell.Call("inspect", file, "--format", "xlsx"));
    }

    [TestMethod]
    public void Sun_by_night_too_bright_a_day_and_a_wrong_pressure_are_looked_at()
    {
        // Sun of noon under the stamps of midnight, and the pressure of another height.
        string epw = MadeWeather.Epw(days: 3, headerZoneH: 0, trueZoneH: 0).Replace(",95000,", ",75000,", StringComparison.Ordinal);
        string[] lines = epw.Split('\n');
        (lines[8], lines[19]) = (Swapped(lines[8], lines[19]), Swapped(lines[19], lines[8]));
        lines[43] = string.Join(',', lines[43].Split(',').Select((cell, i) => i == 13 ? "1499" : cell));
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.Done, shell.Call("inspect", Written("odd.epw", string.Join('\n', lines))));
        Assert.Contains("1 row with sun by night, the first in line 9", shell.Data);
        Assert.Contains("1 row far above a clear sky, the first in line 44", shell.Data);
        Assert.Contains("look at pressure: mean 750 hPa; 500 m above the sea have about 955 hPa", shell.Data);
    }

    [TestMethod]
    public void Sun_in_kilowatts_and_a_low_sun_that_is_too_bright_are_told_apart_from_the_rest()
    {
        string[] lines = MadeWeather.Epw(days: 3, headerZoneH: 0, trueZoneH: 0).Split('\n');
        lines[8 + 3] = string.Join(',', lines[8 + 3].Split(',').Select((cell, i) => i == 13 ? "200" : cell)); // the hour to 4, before sunrise
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.Done, shell.Call("inspect", Written("low.epw", string.Join('\n', lines))));
        Assert.Contains(" of a clear sky while the sun is high, none by night; 1 row far above a clear sky\n", shell.Data);
        Assert.Contains("          while the sun is low, the first in line 12\n", shell.Data);
        string csv = "time,ghi [W/m2]\n" + string.Concat(Enumerable.Range(0, 24).Select(static h =>
            string.Create(CultureInfo.InvariantCulture, $"2025-06-01T{h:00}:00Z,{Math.Max(0.0, 0.9 - 0.1 * Math.Abs(h - 12)):0.0}\n")));
        Assert.AreEqual(ExitStatus.Done, shell.Call("inspect", Written("kw.csv", csv)));
        Assert.Contains("look at ghi: at most 0.9 W/m2, too little for any day; perhaps kW/m2", shell.Data);
    }

    [TestMethod]
    public void Air_in_kelvin_stays_in_the_list_as_all_missing()
    {
        string kelvin = string.Join('\n', MadeWeather.Epw(days: 3, headerZoneH: 0, trueZoneH: 0).Split('\n').Select(static (line, n) =>
            n < 8 ? line : string.Join(',', line.Split(',').Select(static (cell, i) => i == 6 ? "283" : cell))));
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.Done, shell.Call("inspect", Written("kelvin.epw", kelvin)));
        string row = shell.Data.Split('\n').Single(static line => line.StartsWith("  dry_bulb", StringComparison.Ordinal));
        StringAssert.EndsWith(row, "72  all missing or out of bounds", StringComparison.Ordinal);
        Assert.DoesNotContain("weather: {", shell.Data); // a scenario would find no air in it
    }

    [TestMethod]
    [DataRow("air [degF]", "Z", "weather.air_temperature: { file: use.csv, column: air }")]
    [DataRow("air [degR]", "Z", null)] // a unit that no scenario knows
    [DataRow("x [EUR/MWh]", "Z", "grid.price: { file: use.csv, column: x }")]
    [DataRow("air", "Z", "weather.air_temperature: { file: use.csv, column: air, unit: ... }")]
    [DataRow("water [degC]", "", "river.temperature: { file: use.csv, column: water, zone: ... }")]
    [DataRow("t_water_min_c,t_water_mean_c", "Z", "river.temperature: { file: use.csv, column: t_water_mean_c, unit: degC }")]
    public void A_scenario_is_proposed_what_is_known_and_a_blank_for_the_rest(string columns, string zone, string? use)
    {
        string cells = columns.Contains(',', StringComparison.Ordinal) ? "1,2" : "1";
        string csv = string.Join(
            '\n', $"time,{columns}", $"2025-07-01T00:00{zone},{cells}", $"2025-07-01T01:00{zone},{cells}", string.Empty);
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.Done, shell.Call("inspect", Written("use.csv", csv), "--json"));
        using JsonDocument json = JsonDocument.Parse(shell.Data);
        Assert.AreEqual(use, json.RootElement.GetProperty("uses").EnumerateArray().Select(static u => u.GetString()).SingleOrDefault());
        Assert.AreEqual(zone.Length == 0, json.RootElement.GetProperty("zone").ValueKind == JsonValueKind.Null);
    }

    [TestMethod]
    public void No_line_is_longer_than_120_characters()
    {
        string name = new('w', 40);
        string csv = $"time,water {name} [degC],{name} [{name}]\n2025-07-01T00:00,1e300,-1e300\n"
            + "2025-07-01T01:00,2,3\n2025-07-03T00:00,1,1\n";
        using var shell = new Shell();
        string epw = MadeWeather.Epw(days: 3, headerZoneH: 5, trueZoneH: 2);
        foreach (string file in new[] { Written("wide.csv", csv), Written("w.epw", epw) })
        {
            Assert.AreEqual(ExitStatus.Done, shell.Call("inspect", file));
            string told = shell.Data.Replace(file, string.Empty, StringComparison.Ordinal);
            Assert.IsTrue(told.Split('\n').All(static line => line.Length <= 120), told);
        }
    }

    [TestMethod]
    public void A_log_of_jobs_with_a_field_too_few_is_told_what_it_should_be()
    {
        string file = Written("jobs.txt", "; a log\n1 0 0 10 4 -1 -1 4 20 -1 1 1 1 -1 -1 1 -1\n");
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.InvalidScenario, shell.Call("inspect", file));
        Assert.Contains("rows of numbers between blanks are swf, which has 18 of them, not 17", shell.Messages);
        Assert.AreEqual(ExitStatus.InvalidScenario, shell.Call("inspect", file, "--format", "swf"));
        Assert.Contains("18 fields, as the format has them", shell.Messages);
    }

    [TestMethod] // period, zone and gaps as the origin of each file states them, or as counted on it by other means
    [DataRow("munich_region_TRY2010_13_Jahr.dat.gz", "dwd-try", "2006-12-31T23:00:00Z", "2007-12-31T23:00:00Z", "UTC+01:00", 0, 8760)]
    [DataRow("munich_region_TRY2010_13_Jahr_first14days.dat", "dwd-try", "2006-12-31T23:00:00Z", "2007-01-14T23:00:00Z", "UTC+01:00", 0,
        336)]
    [DataRow("pvgis_tmy_45.000_8.000_first28days.epw", "epw", "2018-01-01T00:00:00Z", "2018-01-29T00:00:00Z", "UTC by the sun", 0, 672)]
    [DataRow("tmy3_723170TYA_greensboro_first21days.csv", "tmy3", "1988-01-01T05:00:00Z", "1988-01-22T05:00:00Z", "UTC-05:00", 0, 504)]
    [DataRow("pvgis_tmy_45.000_8.000_2005_2023.csv.gz", "pvgis-tmy", "2007-01-01T00:00:00Z", "2008-01-01T00:00:00Z", "UTC", 0, 8760)]
    [DataRow("pvgis_tmy_45.000_8.000_first14days.csv", "pvgis-tmy", "2018-01-01T00:00:00Z", "2018-01-15T00:00:00Z", "UTC", 0, 336)]
    [DataRow("pvgis_hourly_45.000_8.000_SA_30deg_0deg_2016.csv", "pvgis", "2016-01-01T00:10:00Z", "2016-01-01T14:10:00Z", "UTC", 0, 14)]
    [DataRow("gkd_isar_muenchen_16005701_wassertemperatur_2025_ezw.csv.gz", "gkd", "2024-12-31T23:00:00Z", "2025-11-30T23:15:00Z",
        "UTC+01:00", 0, 32065)]
    [DataRow("gkd_isar_muenchen_16005701_wassertemperatur_2025-12_ezw.csv", "gkd", "2025-11-30T23:00:00Z", "2025-12-24T23:15:00Z",
        "UTC+01:00", 0, 2305)]
    [DataRow("gkd_isar_muenchen_16005701_wasserstand_2025-12_ezw.csv", "gkd", "2025-11-30T23:00:00Z", "2025-12-24T23:15:00Z", "UTC+01:00",
        0, 2305)]
    [DataRow("electricitymaps_ES_2022_hourly_first60days.csv", "electricity-maps", "2022-01-01T00:00:00Z", "2022-03-02T00:00:00Z", "UTC",
        0, 1440)]
    [DataRow("electricitymaps_NO_2022_hourly_first30days.csv", "electricity-maps", "2022-01-01T00:00:00Z", "2022-01-31T00:00:00Z", "UTC",
        0, 720)]
    [DataRow("opsd_day_ahead_prices_de_2020_first200days.csv", "opsd", "2020-01-01T00:00:00Z", "2020-07-19T02:00:00Z", "UTC", 1, 4800)]
    [DataRow("simple_weather_dresden_first60days.csv", "csv", "2020-01-01T00:00:00Z", "2020-03-02T00:00:00Z", "UTC", 1, 1440)]
    [DataRow("isar_muenchen_2025_daily_derived.csv", "csv", "2025-01-01T00:00:00Z", "2025-12-01T00:00:00Z", "UTC", 2, 332)]
    [DataRow("swf_lublin_excerpt.swf", "swf", null, null, "none", 0, 0)]
    [DataRow("swf_evalys_excerpt.swf", "swf", null, null, "none", 0, 0)]
    [DataRow("swf_accasim_workload.swf", "swf", null, null, "none", 0, 0)]
    public void Real_files_are_what_they_are(string name, string format, string? from, string? until, string zone, int gaps, int rows)
    {
        FileInspection found = FileInspection.Of(SampleFiles.Path(name), "auto", null, out IReadOnlyList<Fault> faults)!;
        Assert.IsEmpty(faults, FaultText.Write(faults));
        Assert.AreEqual(format, found.Table.Format.Name);
        StringAssert.StartsWith(found.Table.ZoneText, zone, StringComparison.Ordinal);
        Assert.HasCount(gaps, found.Gaps);
        Assert.IsEmpty(found.Duplicates);
        Assert.IsTrue(found.Checks.All(static check => check.IsFine), string.Join("\n", found.Checks));
        if (from is not null)
        {
            Assert.AreEqual((UnixS(from), UnixS(until!), rows), (found.FromUnixS, found.UntilUnixS, found.Table.Lines.Length));
        }
    }

    [TestMethod] // the clock change of March 2020; line 2115 is the last before it, counted with grep
    public void The_two_hours_that_the_price_file_lacks_are_found_where_they_are()
    {
        FileGap gap = FileInspection.Of(SampleFiles.Path("opsd_day_ahead_prices_de_2020_first200days.csv"), "auto", null,
            out _)!.Gaps.Single();
        Assert.AreEqual(new FileGap(2115, UnixS("2020-03-29T02:00:00Z"), UnixS("2020-03-29T03:00:00Z"), 2, 7200), gap);
    }

    [TestMethod] // tables of factors, and traces that count from their begin: nothing a scenario could place in time
    [DataRow("bdew_shlp_sigmoid_factors.csv")]
    [DataRow("traces/azure_llm_2023_conv_10s.csv")]
    [DataRow("traces/munich_water_air_monthly_climatology_2016-2026.csv")]
    public void Tables_without_times_are_told_so(string name)
    {
        Assert.IsNull(FileInspection.Of(SampleFiles.Path(name), "auto", null, out IReadOnlyList<Fault> faults));
        Assert.AreEqual("IT0312", faults.Single().Code);
    }

    private static string Swapped(string line, string other)
    {
        string[] radiation = other.Split(',')[13..16];
        return string.Join(',', line.Split(',').Select((cell, i) => i is >= 13 and < 16 ? radiation[i - 13] : cell));
    }

    private static long UnixS(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToUnixTimeSeconds();

    private string Written(string name, string text)
    {
        File.WriteAllText(folder.Of(name), text);
        return folder.Of(name);
    }
}
