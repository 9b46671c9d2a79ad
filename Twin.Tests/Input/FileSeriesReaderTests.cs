using Twin.Cli.Input;
using Twin.Core.Series;
using Twin.Core.Time;

namespace Twin.Tests.Input;

[TestClass]
public sealed class FileSeriesReaderTests
{
    private static readonly long Start = UtcDay.YearBeginUnixS(2025);
    private readonly string file = Path.Combine(Path.GetTempPath(), $"series-{Guid.NewGuid():N}.csv");

    [TestCleanup]
    public void Remove_the_file() => File.Delete(file);

    [TestMethod]
    public void A_column_with_unit_in_its_header_is_read_at_its_stamps()
    {
        FileSeriesResult result = Read("time,flow [m3/s]\n2025-01-01T00:00Z,60\n2025-01-01T01:00:00Z,-6e1\n", "flow", hours: 2);
        Assert.IsEmpty(result.Faults);
        Assert.AreEqual("m3/s", result.Series!.Unit);
        CollectionAssert.AreEqual(new[] { Start, Start + 3600 }, result.Series.Samples.TimesUnixS.ToArray());
        double[] means = new double[2];
        result.Series.ToSeries(factor: 0.5, offset: 1.0).FillMeans(Start, 3600, means);
        CollectionAssert.AreEqual(new[] { 31.0, -29.0 }, means);
    }

    [TestMethod]
    public void Stamps_are_read_in_every_form_that_leaves_no_doubt()
    {
        string[] stamps = ["2025-01-01", "2025-01-01 01:00", "2025-01-01T02:00:00.000", "2025-01-01T04:00+01:00", "2025-01-01T04:00:00Z"];
        string text = "t,x\n" + string.Concat(stamps.Select(static (s, i) => $"{s},{i}\n"));
        FileSeriesResult result = Read(text, "x", hours: 5, zone: "UTC", unit: "1");
        Assert.IsEmpty(result.Faults);
        CollectionAssert.AreEqual(
            Enumerable.Range(0, 5).Select(static h => Start + (h * 3600L)).ToArray(), result.Series!.Samples.TimesUnixS.ToArray());
    }

    [TestMethod]
    public void The_hour_that_autumn_repeats_is_read_twice_and_the_one_that_spring_skips_is_a_fault()
    {
        string autumn = "time_local,x\n2025-10-26T01:00,1\n2025-10-26T02:00,2\n2025-10-26T02:00,3\n2025-10-26T03:00,4\n";
        long midnight = UtcDay.BeginUnixS(new DateOnly(2025, 10, 26)) - 7200;
        File.WriteAllText(file, autumn);
        FileSeriesResult result = FileSeriesReader.Read(Request("x", 4, "Europe/Berlin", "1") with
        {
            StartUnixS = midnight + 3600,
            EndUnixS = midnight + (5 * 3600),
        });
        Assert.IsEmpty(result.Faults);
        Assert.AreEqual(4, result.Series!.Statistics.SampleCount);

        Fault fault = Read("t,x\n2025-03-30T01:30,1\n2025-03-30T02:30,2\n", "x", 1, "Europe/Berlin", "1").Faults.Single();
        Assert.AreEqual("IT0304", fault.Code);
        Assert.AreEqual(3, fault.Place.Line);
    }

    [TestMethod]
    [DataRow("2025-01-01T24:01Z")]
    [DataRow("2025-02-29T00:00Z")]
    [DataRow("01/02/2025 00:00")]
    [DataRow("31.02.2025 00:00")]
    [DataRow("2025-01-01T00:00:00.5Z")]
    [DataRow("2025-01-01T00Z")]
    [DataRow("2025-01-01T00:00 CET")]
    [DataRow("")]
    public void A_stamp_that_leaves_a_doubt_is_refused(string stamp)
    {
        FileSeriesResult result = Read($"t,x\n{stamp},1\n2025-01-01T01:00Z,1\n", "x", unit: "1");
        Assert.AreEqual("IT0304", result.Faults.Single().Code);
        Assert.AreEqual(2, result.Faults.Single().Place.Line);
    }

    [TestMethod]
    public void German_dates_and_the_hour_24_are_read()
    {
        string[] stamps = ["01.01.2025 00:00", "01.01.2025 12:00:00", "01.01.2025 24:00", "2025-01-02 12:00", "2025-01-02T24:00"];
        string text = "t,x\n" + string.Concat(stamps.Select(static (s, i) => $"{s},{i}\n"));
        FileSeriesResult result = Read(text, "x", hours: 60, zone: "UTC", unit: "1");
        Assert.IsEmpty(result.Faults);
        CollectionAssert.AreEqual(
            Enumerable.Range(0, 5).Select(static half => Start + (half * 43_200L)).ToArray(), result.Series!.Samples.TimesUnixS.ToArray());
    }

    [TestMethod]
    public void Two_columns_of_one_name_are_told_to_be_two()
    {
        Fault fault = Read("time,x [degC],x\n2025-01-01T00:00Z,1,2\n2025-01-01T01:00Z,1,2\n", "x").Faults.Single();
        Assert.AreEqual(("IT0302", "ambiguous column", (string?)null), (fault.Code, fault.Title, fault.Nearest));
        Assert.AreEqual($"2 columns with the name 'x' in {file}", fault.Found);
        Assert.AreEqual("one column of that name: another name in the header for each of the others", fault.Expected);
    }

    [TestMethod]
    public void A_missing_file_column_or_unit_is_told_with_the_nearest_name()
    {
        Assert.AreEqual("IT0301", FileSeriesReader.Read(Request("x", 1, null, "1")).Faults.Single().Code);
        Fault column = Read("time,t_water_c\n2025-01-01T00:00Z,1\n", "t_watr_c", unit: "degC").Faults.Single();
        Assert.AreEqual("IT0302", column.Code);
        Assert.AreEqual("t_water_c", column.Nearest);
        Assert.AreEqual("IT0302", Read("time,x,x\n2025-01-01T00:00Z,1,2\n", "x", unit: "1").Faults.Single().Code);
        Assert.AreEqual("IT0201", Read("time,x\n2025-01-01T00:00Z,1\n2025-01-01T01:00Z,1\n", "x").Faults.Single().Code);
        Fault zone = Read("time,x\n2025-01-01T00:00,1\n", "x", 1, "Europe/Berln", "1").Faults.Single();
        Assert.AreEqual("Europe/Berlin", zone.Nearest);
    }

    [TestMethod]
    [DataRow("NaN")]
    [DataRow("Infinity")]
    [DataRow("1e999")]
    [DataRow("\"12,5\"")]
    [DataRow("12 m")]
    public void A_number_that_is_none_is_told_with_its_place(string cell)
    {
        Fault fault = Read($"t,a,x\n2025-01-01T00:00Z,7,1\n2025-01-01T01:00Z,8,{cell}\n", "x", 2, unit: "1").Faults.Single();
        Assert.AreEqual("IT0303", fault.Code);
        Assert.AreEqual(new Place(file, 3, 21), fault.Place); // behind "2025-01-01T01:00Z,8,"
    }

    [TestMethod]
    public void Naive_stamps_without_a_zone_are_told_five_times_and_then_counted()
    {
        string text = "t,x\n" + string.Concat(Enumerable.Range(0, 24).Select(static h => $"2025-01-01T{h:00}:00,1\n"));
        FileSeriesResult result = Read(text, "x", 24, unit: "1");
        Assert.IsNull(result.Series);
        Assert.HasCount(6, result.Faults);
        Assert.IsTrue(result.Faults.All(static f => f.Code == "IT0305"));
        StringAssert.StartsWith(result.Faults[^1].Found, "19 more of this kind, 24 in all", StringComparison.Ordinal);
    }

    [TestMethod]
    public void The_count_of_further_faults_stands_behind_those_that_are_told()
    {
        string text = "t,x\n" + string.Concat(Enumerable.Range(0, 24).Select(static h => $"2025-01-01T{h:00}:00,1\n"));
        var list = new FaultList();
        list.Opened("scenario.yaml");
        list.Opened(file);
        foreach (Fault fault in Read(text, "x", 24, unit: "1").Faults)
        {
            list.Add(fault);
        }

        IReadOnlyList<Fault> faults = list.InFileOrder();
        Assert.AreEqual("19 more of this kind, 24 in all", faults[^1].Found);
        // It stands where the sixth is.
        CollectionAssert.AreEqual(new[] { 2, 3, 4, 5, 6, 7 }, faults.Select(static fault => fault.Place.Line).ToArray());
    }

    [TestMethod]
    public void The_advice_at_every_gap_names_the_longest_so_that_it_mends_all()
    {
        const string text =
            "t,x\n2025-01-01T00:00Z,1\n2025-01-01T02:00Z,3\n2025-01-01T03:00Z,4\n2025-01-01T04:00Z,4\n2025-01-01T09:00Z,7\n";
        IReadOnlyList<Fault> faults = Read(text, "x", 10, unit: "1").Faults;
        Assert.HasCount(2, faults);
        foreach (Fault fault in faults)
        {
            Assert.AreEqual("no gap, or \"fill: { linear: 4 h }\" or \"fill: { hold: 4 h }\" in the scenario, which covers the longest",
                fault.Expected);
        }

        Assert.IsEmpty(Read(text, "x", 10, unit: "1", fill: GapRule.Linear(4 * 3600)).Faults);
        Assert.AreEqual(new Place(file, 2, 19), faults[0].Place); // the cell of the column in the row before the gap
    }

    [TestMethod]
    public void A_stamp_without_a_zone_proposes_that_of_the_site()
    {
        File.WriteAllText(file, "t,x\n2025-01-01T00:00,1\n2025-01-01T01:00,1\n");
        Fault fault = FileSeriesReader.Read(Request("x", 1, null, "1") with { SiteZone = "Europe/Helsinki" }).Faults[0];
        StringAssert.EndsWith(fault.Expected, "\"zone: UTC\" or \"zone: Europe/Helsinki\"", StringComparison.Ordinal);
    }

    [TestMethod]
    public void The_last_sample_holds_for_one_interval_so_that_a_day_of_hours_ends_at_23()
    {
        string text = "t,x\n" + string.Concat(Enumerable.Range(0, 24).Select(static h => $"2025-01-01T{h:00}:00Z,{h}\n"));
        Assert.IsEmpty(Read(text, "x", 24, unit: "1").Faults);
        Assert.AreEqual("IT0308", Read(text, "x", 25, unit: "1").Faults.Single().Code);
    }

    [TestMethod]
    public void Time_that_goes_back_and_stamps_that_come_twice_are_told_by_line()
    {
        FileSeriesResult result = Read(
            "t,x\n2025-01-01T01:00Z,1\n2025-01-01T00:00Z,1\n2025-01-01T00:00Z,1\n2025-01-01T03:00Z,1\n", "x", 4, unit: "1");
        CollectionAssert.AreEqual(new[] { "time goes back", "duplicate time stamp" }, result.Faults.Select(static f => f.Title).ToArray());
        CollectionAssert.AreEqual(new[] { 3, 4 }, result.Faults.Select(static f => f.Place.Line).ToArray());
        Assert.IsTrue(result.Faults.All(static f => f.Code == "IT0306"));
    }

    [TestMethod]
    public void Missing_rows_and_empty_cells_are_gaps_and_must_be_declared()
    {
        const string text = "t,x\n2025-01-01T00:00Z,1\n2025-01-01T01:00Z,\n2025-01-01T02:00Z,3\n2025-01-01T03:00Z,4\n2025-01-01T06:00Z,7\n";
        IReadOnlyList<Fault> faults = Read(text, "x", 7, unit: "1").Faults;
        CollectionAssert.AreEqual(new[] { "IT0307", "IT0307" }, faults.Select(static f => f.Code).ToArray());
        CollectionAssert.AreEqual(new[] { 2, 5 }, faults.Select(static f => f.Place.Line).ToArray());
        Assert.AreEqual("1 sample missing after this row: 2025-01-01T01:00:00Z", faults[0].Found);
        Assert.AreEqual("2 samples missing after this row: 2025-01-01T04:00:00Z to 2025-01-01T05:00:00Z", faults[1].Found);

        Assert.HasCount(1, Read(text, "x", 7, unit: "1", fill: GapRule.Linear(3600)).Faults);
        FileSeries series = Read(text, "x", 7, unit: "1", fill: GapRule.Linear(7200)).Series!;
        CollectionAssert.AreEqual(new[] { 1.0, 2, 3, 4, 5, 6, 7 }, series.Samples.Values.ToArray());
        Assert.AreEqual(new FileSeriesStatistics(4, 3600, Start, Start + (6 * 3600), 2, 3, 7200, 3), series.Statistics);
    }

    [TestMethod]
    public void A_file_that_ends_before_the_run_is_a_fault_unless_the_fill_reaches_its_end()
    {
        const string text = "t,x\n2025-01-01T00:00Z,1\n2025-01-01T01:00Z,2\n";
        Assert.AreEqual("IT0308", Read(text, "x", 4, unit: "1").Faults.Single().Code);
        Assert.AreEqual("IT0308", Read(text, "x", 4, unit: "1", fill: GapRule.Hold(3600)).Faults.Single().Code);
        FileSeries series = Read(text, "x", 4, unit: "1", fill: GapRule.Hold(7200)).Series!;
        double[] means = new double[4];
        series.ToSeries().FillMeans(Start, 3600, means);
        CollectionAssert.AreEqual(new[] { 1.0, 2, 2, 2 }, means);
        Assert.AreEqual("IT0308", Read("t,x\n2025-01-01T00:00Z,1\n", "x", 1, unit: "1").Faults.Single().Code);
    }

    [TestMethod]
    public void A_year_is_repeated_and_months_that_it_lacks_are_a_fault()
    {
        DateOnly first = new(2023, 1, 1);
        string year = "t,x\n" + string.Concat(Enumerable.Range(0, 365).Select(d => $"{first.AddDays(d):yyyy-MM-dd},{d}\n"));
        File.WriteAllText(file, year);
        FileSeriesRequest request = Request("x", 366 * 24, "UTC", "1") with
        {
            RepeatCalendar = true,
            StartUnixS = UtcDay.YearBeginUnixS(2024),
            EndUnixS = UtcDay.YearBeginUnixS(2025),
        };
        FileSeriesResult result = FileSeriesReader.Read(request);
        Assert.IsEmpty(result.Faults);
        double[] means = new double[366];
        result.Series!.ToSeries().FillMeans(request.StartUnixS, 86_400, means);
        Assert.AreEqual(364.0, means[365]);

        File.WriteAllLines(file, year.Split('\n').Where(static line => !line.StartsWith("2023-07", StringComparison.Ordinal)));
        CollectionAssert.AreEqual(new[] { "IT0307" }, FileSeriesReader.Read(request).Faults.Select(static f => f.Code).ToArray());
        File.WriteAllLines(file, year.Split('\n').Where(static line => !line.StartsWith("2023-12", StringComparison.Ordinal)));
        CollectionAssert.AreEqual(new[] { "IT0308" }, FileSeriesReader.Read(request).Faults.Select(static f => f.Code).ToArray());
    }

    private FileSeriesResult Read(
        string text, string column, int hours = 1, string? zone = null, string? unit = null, GapRule? fill = null)
    {
        File.WriteAllText(file, text);
        return FileSeriesReader.Read(Request(column, hours, zone, unit) with { Fill = fill ?? GapRule.Fault });
    }

    private FileSeriesRequest Request(string column, int hours, string? zone, string? unit) => new(
        file, column, unit, zone, Between.Hold, GapRule.Fault, RepeatCalendar: false, Start, Start + (hours * 3600L),
        new("scenario.yaml", 1, 1), "river.temperature");
}
