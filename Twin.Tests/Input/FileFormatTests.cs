using System.IO.Compression;
using System.Text;
using Twin.Cli.Input;
using Twin.Cli.Input.Formats;
using Twin.Core.Series;
using Twin.Core.Time;
using Twin.Tests.Output;

namespace Twin.Tests.Input;

/// <summary>Each format by itself, on small files with invented numbers.</summary>
[TestClass]
public sealed class FileFormatTests : IDisposable
{
    private static readonly double[] OneTwoThree = [1.0, 2.0, 3.0];
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TestMethod]
    [DataRow("LOCATION,x,-,y,z,0,48,11,1,500\n", "epw")]
    [DataRow("1,\"X\",NC,-5.0,36.1,-79.95,273\nDate (MM/DD/YYYY),Time (HH:MM),GHI (W/m^2)\n", "tmy3")]
    [DataRow("Latitude (decimal degrees): 45\nIrradiance Time Offset (h): 0.1\ntime(UTC),T2m\n", "pvgis-tmy")]
    [DataRow("Latitude (decimal degrees):\t45\n\ntime,G(i),T2m\n", "pvgis")]
    [DataRow("TRY13 x\nRG    IS  MM  DD  HH  N   WR      WG       t       p        x   RF   W     B     D IK    A      E IL\n***\n",
        "dwd-try")]
    [DataRow("Quelle:;\"Amt\"\nZeitbezug:;MEZ\n\nDatum;\"Abfluss [m³/s]\";Prüfstatus\n", "gkd")]
    [DataRow("Datetime (UTC),Country,Carbon Intensity gCO₂eq/kWh (direct)\n", "electricity-maps")]
    [DataRow("\"MTU (CET/CEST)\",\"Day-ahead Price [EUR/MWh]\"\n", "entsoe")]
    [DataRow("utc_timestamp,DE_LU_price_day_ahead\n", "opsd")]
    [DataRow("time,price_eur_mwh\n", "opsd")]
    [DataRow("Datum von;Datum bis;Deutschland/Luxemburg [€/MWh] Originalauflösungen\n", "smard")]
    [DataRow("Start date;End date;Germany/Luxembourg [€/MWh] Original resolutions\n", "smard")]
    [DataRow("; Version: 2\n1 0 0 10 4 -1 -1 4 20 -1 1 1 1 -1 -1 1 -1 -1\n", "swf")]
    [DataRow("# a remark\ntime,x [degC]\n2025-01-01T00:00Z,1\n", "csv")]
    [DataRow("time;x\n", "csv")]
    public void A_file_is_recognised_by_its_first_lines(string text, string format) =>
        Assert.AreEqual(format, FileFormats.All.First(known => known.Recognises(text.Split('\n'))).Name);

    [TestMethod]
    public void A_sun_in_the_middle_of_the_hour_leaves_the_header_of_an_epw_right()
    {
        FileTable table = Read(MadeWeather.Epw(days: 3, headerZoneH: 1, trueZoneH: 1));
        Assert.AreEqual(0.0, table.CorrectionS);
        Assert.AreEqual(-1800.0, table.Sun!.Guess.OffsetS);
        Assert.AreEqual("closure", table.Sun.Test);
        Assert.AreEqual(UtcDay.BeginUnixS(new DateOnly(2015, 6, 1)), table.StampsUnixS[0]); // hour 1 of UTC+1 ends at midnight UTC
        FileColumn global = table.Columns.First(column => column.Measures == Measurand.GlobalIrradiance);
        Assert.AreEqual((Between.Mean, -3600.0), (global.Between, global.ShiftS)); // the mean of the hour before the stamp
        FileColumn air = table.Columns.First(column => column.Measures == Measurand.AirTemperature);
        Assert.AreEqual((Between.Linear, 0.0), (air.Between, air.ShiftS)); // air is what it is at the stamp
    }

    [TestMethod]
    public void Hours_of_utc_under_the_header_of_another_zone_are_found_out_by_the_sun()
    {
        FileTable table = Read(MadeWeather.Epw(days: 3, headerZoneH: 1, trueZoneH: 0, sunS: -2966.0,
            comment: "Irradiance Time Offset (h):-0.8239"));
        Assert.AreEqual(3600.0, table.CorrectionS);
        StringAssert.StartsWith(table.ZoneText, "UTC by the sun in the file; line 1 says UTC+01:00", StringComparison.Ordinal);
        FileColumn air = table.Columns.First(column => column.Measures == Measurand.AirTemperature);
        // An instant of PVGIS: the begin of the hour of UTC, which is where the wrong header has its stamp.
        Assert.AreEqual(0.0, air.ShiftS);
    }

    [TestMethod]
    public void Where_no_guess_at_the_sun_fits_the_header_keeps_its_zone_and_the_doubt_is_told()
    {
        FileTable table = Read(MadeWeather.Epw(days: 3, headerZoneH: 5, trueZoneH: 2)); // neither as the header says nor UTC
        Assert.AreEqual((0.0, -1800.0), (table.CorrectionS, table.Sun!.Guess.OffsetS));
        Assert.AreEqual("UTC+05:00, as line 1 says", table.ZoneText);
        StringAssert.StartsWith(table.Sun.Doubt, "no guess at the sun fits, the best leaves ", StringComparison.Ordinal);
        StringAssert.EndsWith(table.Sun.Doubt, " W/m2, more than 15 (assumed): check place and zone", StringComparison.Ordinal);
        Assert.Contains(table.Sun.Doubt!, Plausibility.Of(table).Single(static check => check.Name == "sun").Text);
        Assert.IsNull(Read(MadeWeather.Epw(days: 3, headerZoneH: 5, trueZoneH: 5)).Sun!.Doubt);
    }

    [TestMethod]
    public void Hours_that_name_their_begin_and_hours_of_utc_look_the_same_under_a_header_one_hour_off()
    {
        FileTable table = Read(MadeWeather.Epw(days: 3, headerZoneH: 1, trueZoneH: 0));
        Assert.AreEqual((0.0, 1800.0), (table.CorrectionS, table.Sun!.Guess.OffsetS));
        Assert.AreEqual(
            "half an interval after the stamp, or as well in the middle of the hour, hours of UTC: the sun cannot tell which, check the zone",
            table.Sun.Doubt);
    }

    [TestMethod]
    public void A_place_that_is_no_number_is_told_where_it_stands()
    {
        string file = folder.Of("x.epw");
        string epw = MadeWeather.Epw(days: 3, headerZoneH: 1, trueZoneH: 1);
        File.WriteAllText(file, epw.Replace($",{MadeWeather.LatitudeDeg},", ",north,", StringComparison.Ordinal));
        var faults = new FileFaults(file);
        FileFormats.Read(file, FileFormats.Auto, FileWishes.None, faults);
        Fault fault = faults.ToList().Single();
        Assert.AreEqual(("unreadable latitude", 1, 38, "north"), (fault.Title, fault.Place.Line, fault.Place.Column, fault.Found));
        Assert.AreEqual("latitude in degrees from -90 to 90, such as 48.14", fault.Expected);
    }

    [TestMethod]
    public void A_zone_that_is_asked_for_wins_over_header_and_sun()
    {
        FileTable table = Read(MadeWeather.Epw(days: 3, headerZoneH: 1, trueZoneH: 0), FileWishes.None with { Zone = "+02:00" });
        Assert.AreEqual(0.0, table.CorrectionS);
        Assert.AreEqual(UtcDay.BeginUnixS(new DateOnly(2015, 6, 1)) - 3600, table.StampsUnixS[0]);
        StringAssert.StartsWith(table.ZoneText, "UTC+02:00, as asked for", StringComparison.Ordinal);
    }

    [TestMethod]
    public void Months_out_of_several_years_become_one_year_and_keep_their_stamps()
    {
        FileTable table = Read(
            "Latitude (decimal degrees): 45.0\nLongitude (decimal degrees): 8.0\nElevation (m): 250.0\nIrradiance Time Offset (h): 0.5\n"
            + "time(UTC),T2m,G(h),Gb(n),Gd(h)\n20180131:2200,1.0,0,-0.0,0\n20180131:2300,2.0,0,-0.0,0\n"
            + "20070201:0000,3.0,0,-0.0,0\n\nT2m: air\n");
        CollectionAssert.AreEqual(OneTwoThree, table.Columns[0].Values);
        Assert.IsTrue(table.IsTypical);
        CollectionAssert.AreEqual(new long[] { 3600, 3600 }, table.PlacedUnixS.Zip(table.PlacedUnixS.Skip(1), static (a, b) => b - a)
            .ToArray());
        Assert.AreEqual(UtcDay.BeginUnixS(new DateOnly(2007, 2, 1)), table.StampsUnixS[2]);
        Assert.AreEqual("1800 s after the stamp, as the header says", table.Sun!.Guess.Text);
        Assert.IsNull(table.Sun.Test); // no sun by night
    }

    [TestMethod]
    public void A_year_with_a_hole_at_new_year_is_no_typical_year() =>
        Assert.IsNull(TypicalYear.Lay(
            [UtcDay.BeginUnixS(new DateOnly(2020, 12, 30)), UtcDay.BeginUnixS(new DateOnly(2021, 1, 3))], zoneS: 0, beginS: 0));

    [TestMethod]
    public void Midnight_is_the_twenty_fourth_hour_of_the_day_before()
    {
        FileTable table = Read(
            "1,\"X\",NC,-5.0,36.1,-79.95,273\nDate (MM/DD/YYYY),Time (HH:MM),Dry-bulb (C),Pressure (mbar)\n"
            + "01/31/1988,23:00,1.0,990\n01/31/1988,24:00,2.0,-9900\n02/01/1988,01:00,3.0,990\n");
        Assert.AreEqual(UtcDay.BeginUnixS(new DateOnly(1988, 2, 1)) + 5 * 3600, table.StampsUnixS[1]);
        Assert.AreEqual(3600, table.StampsUnixS[2] - table.StampsUnixS[1]);
        Assert.IsTrue(double.IsNaN(table.Columns[1].Values[1])); // -9900 stands for missing
    }

    [TestMethod]
    public void A_test_reference_year_has_hours_of_winter_time_and_the_sum_of_beam_and_diffuse()
    {
        FileTable table = Read(
            "TRY99   Testland\nLage: 48°30'N <- B.  11°00'O <- L.   500 Meter über NN\n\n"
            + "RG    IS  MM  DD  HH  N   WR      WG       t       p        x   RF   W     B     D IK    A      E IL\n***\n"
            + "99     1   6   1  12  9  999     2.4     0.8    973.3     4.0   91  60    10    20 9   279   -320  9\n"
            + "99     1   6   1  13  3  230     2.2     1.5    976.0     4.1   92  60    30    40 9   281   -322  9\n");
        Assert.AreEqual(new FilePosition(48.5, 11.0, 500.0), table.Position);
        Assert.AreEqual(UtcDay.BeginUnixS(new DateOnly(2007, 6, 1)) + 11 * 3600, table.StampsUnixS[0]); // hour 12 of UTC+1
        FileColumn global = table.Columns.Single(column => column.Measures == Measurand.GlobalIrradiance);
        CollectionAssert.AreEqual(new[] { 30.0, 70.0 }, global.Values);
        Assert.AreEqual((Between.Mean, -1800.0), (global.Between, global.ShiftS)); // computed, so around the full hour
        FileColumn cloud = table.Columns.Single(column => column.Measures == Measurand.CloudCover);
        Assert.IsTrue(double.IsNaN(cloud.Values[0]) && cloud.Values[1] == 3.0); // 9 stands for missing
        Assert.IsTrue(table.IsTypical);
    }

    [TestMethod]
    public void A_gauge_keeps_winter_time_and_writes_commas()
    {
        FileTable table = Read(
            "\uFEFFQuelle:;\"Amt\"\nZeitbezug:;MEZ\nMessstellen-Name:;Ort\n\nDatum;\"Abfluss [m³/s]\";Prüfstatus\n"
            + "\"2025-03-30 01:00\";1,00;Geprueft\n\"2025-03-30 02:00\";2,00;Rohdaten\n\"2025-03-30 03:00\";-;Rohdaten\n");
        Assert.IsTrue(table.Source.HasBom);
        CollectionAssert.AreEqual(new[] { 0L, 3600, 7200 }, table.StampsUnixS.Select(s => s - UtcDay.BeginUnixS(new DateOnly(2025, 3, 30)))
            .ToArray());
        Assert.AreEqual((Measurand.Discharge, "m3/s", 2.0), (table.Columns[0].Measures, table.Columns[0].Unit, table.Columns[0].Values[1]));
        Assert.IsTrue(double.IsNaN(table.Columns[0].Values[2]));
        CollectionAssert.AreEqual(new[] { "Geprueft", "Rohdaten", "Rohdaten" }, table.RowStates!.ToArray());
    }

    [TestMethod]
    [DataRow(
        "Datum;Anfang;Ende;Deutschland/Luxemburg [€/MWh] Originalauflösungen\n"
        + "26.10.2025;01:00;02:00;1,00\n"
        + "26.10.2025;02:00;03:00;2,00\n"
        + "26.10.2025;02:00;03:00;3,00\n")]
    [DataRow(
        "Datum von;Datum bis;Deutschland/Luxemburg [€/MWh] Originalauflösungen\n"
        + "26.10.2025 01:00;26.10.2025 02:00;1,00\n"
        + "26.10.2025 02:00;26.10.2025 02:00;2,00\n"
        + "26.10.2025 02:00;26.10.2025 03:00;3,00\n")]
    [DataRow(
        "\"MTU (CET/CEST)\",\"Day-ahead Price [EUR/MWh]\"\n"
        + "\"26.10.2025 01:00 - 26.10.2025 02:00\",1.0\n"
        + "\"26.10.2025 02:00 - 26.10.2025 02:00\",2.0\n"
        + "\"26.10.2025 02:00 - 26.10.2025 03:00\",3.0\n")]
    [DataRow(
        "\"MTU (CET/CEST)\",\"Area\",\"Day-ahead Price (EUR/MWh)\"\n"
        + "\"26/10/2025 01:00:00 (CEST) - 26/10/2025 02:00:00 (CEST)\",X,1.0\n"
        + "\"26/10/2025 02:00:00 (CEST) - 26/10/2025 02:00:00 (CET)\",X,2.0\n"
        + "\"26/10/2025 02:00:00 (CET) - 26/10/2025 03:00:00 (CET)\",X,3.0\n")]
    [DataRow(
        "utc_timestamp,cet_cest_timestamp,DE_LU_price_day_ahead\n"
        + "2025-10-25T23:00:00Z,x,1.0\n"
        + "2025-10-26T00:00:00Z,x,2.0\n"
        + "2025-10-26T01:00:00Z,x,3.0\n")]
    public void Prices_run_through_the_hour_that_autumn_repeats(string text)
    {
        FileTable table = Read(text);
        FileColumn price = table.Columns.Single();
        Assert.AreEqual((Measurand.Price, "EUR/MWh", Between.Hold), (price.Measures, price.Unit, price.Between));
        CollectionAssert.AreEqual(OneTwoThree, price.Values);
        long first = UtcDay.BeginUnixS(new DateOnly(2025, 10, 26)) - 3600;
        CollectionAssert.AreEqual(new[] { first, first + 3600, first + 7200 }, table.StampsUnixS);
    }

    [TestMethod]
    [DataRow(
        "Datetime (UTC),Country,Zone Name,Zone Id,Carbon Intensity gCO₂eq/kWh (direct),Carbon Intensity gCO₂eq/kWh (LCA),Data Source\n"
        + "2022-01-01 00:00:00,X,X,X,1,9,y\n"
        + "2022-01-01 01:00:00,X,X,X,,9,y\n")]
    [DataRow(
        "Datetime (UTC),Country,Zone name,Zone id,"
        + "Carbon intensity gCO₂eq/kWh (direct),Carbon intensity gCO₂eq/kWh (Life cycle),Data source\n"
        + "2022-01-01 00:00:00,X,X,X,1,9,y\n"
        + "2022-01-01 01:00:00,X,X,X,,9,y\n")]
    public void Carbon_comes_direct_first_and_with_its_unit(string text)
    {
        FileColumn carbon = Read(text).Columns.First(column => column.Measures == Measurand.Carbon);
        Assert.AreEqual(("carbon intensity (direct)", "g/kWh", Between.Mean), (carbon.Name, carbon.Unit, carbon.Between));
        Assert.IsTrue(double.IsNaN(carbon.Values[1]));
    }

    [TestMethod]
    public void Jobs_become_the_processors_that_they_asked_for()
    {
        FileTable table = Read(
            "; UnixStartTime: 1000020\n; MaxProcs: 8\n"
            + "2 90 0 30 2 -1 -1 2 60 -1 1 1 1 -1 -1 1 -1 -1\n"
            + "1 0 30.0 60 4 -1 -1 4 60 -1 1 1 1 -1 -1 1 -1 -1\n"
            + "3 0 -1 -1 4 -1 -1 4 60 -1 0 1 1 -1 -1 1 -1 -1\n");
        // 1000020 s is a full minute. 4 processors from 30 to 90 s, 2 from 90 to 120 s: in the two minutes 4 / 2, and 4 / 2 + 2 / 2.
        CollectionAssert.AreEqual(new[] { 2.0, 3.0 }, table.Columns[0].Values);
        CollectionAssert.AreEqual(new[] { 0.25, 0.375 }, table.Columns[1].Values);
        Assert.AreEqual(1_000_020, table.StampsUnixS[0]);
        Assert.IsTrue(table.HasOrigin);
    }

    [TestMethod]
    public void A_packed_file_reads_as_the_plain_one()
    {
        string packed = folder.Of("made.epw.gz");
        using (var gzip = new GZipStream(File.Create(packed), CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(MadeWeather.Epw(days: 2, headerZoneH: 1, trueZoneH: 1)));
        }

        FileTable plain = Read(MadeWeather.Epw(days: 2, headerZoneH: 1, trueZoneH: 1));
        FileTable table = FileFormats.Read(packed, FileFormats.Auto, FileWishes.None, new FileFaults(packed))!;
        Assert.IsTrue(table.Source.IsGzip);
        CollectionAssert.AreEqual(plain.StampsUnixS, table.StampsUnixS);
        CollectionAssert.AreEqual(plain.Columns[0].Values, table.Columns[0].Values);
    }

    [TestMethod]
    [DataRow("12.5", 12.5)]
    [DataRow("-0.0", -0.0)]
    [DataRow(" 1e3 ", 1000.0)]
    [DataRow("0.1234567890123456789", 0.1234567890123456789)]
    [DataRow("-9007199254740993", -9007199254740992.0)]
    [DataRow(".5", 0.5)]
    [DataRow("5.", 5.0)]
    public void A_number_is_read_to_the_last_bit(string text, double value)
    {
        Assert.IsTrue(DecimalText.TryParse(Encoding.UTF8.GetBytes(text), (byte)'.', out double found));
        Assert.AreEqual(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(found));
        Assert.IsTrue(DecimalText.TryParse(Encoding.UTF8.GetBytes(text.Replace('.', ',')), (byte)',', out double withComma));
        Assert.AreEqual(found, withComma);
    }

    [TestMethod]
    public void The_english_export_of_smard_has_points_groups_and_a_clock_of_twelve_hours()
    {
        FileTable table = Read(
            "Start date;End date;Germany/Luxembourg [€/MWh] Original resolutions\n"
            + "Jun 11, 2025 11:00 PM;Jun 12, 2025 12:00 AM;1,000.50\nJun 12, 2025 12:00 AM;Jun 12, 2025 1:00 AM;-2.25\n"
            + "Jun 12, 2025 1:00 AM;Jun 12, 2025 2:00 AM;-\n");
        long midnight = UtcDay.BeginUnixS(new DateOnly(2025, 6, 12)) - 7200; // summer time
        CollectionAssert.AreEqual(new[] { midnight - 3600, midnight, midnight + 3600 }, table.StampsUnixS);
        CollectionAssert.AreEqual(new[] { 1000.5, -2.25, double.NaN }, table.Columns[0].Values);
        Assert.AreEqual((Measurand.Price, "EUR/MWh"), (table.Columns[0].Measures, table.Columns[0].Unit));
    }

    [TestMethod]
    [DataRow("1.000,00", 1000.0)]
    [DataRow("-1.006,4", -1006.4)]
    [DataRow("12.345.678", 12345678.0)]
    [DataRow("999,5", 999.5)]
    public void Points_part_thousands_where_the_decimal_mark_is_a_comma(string text, double value)
    {
        Assert.IsTrue(DecimalText.TryParse(Encoding.UTF8.GetBytes(text), (byte)',', out double found));
        Assert.AreEqual(value, found);
    }

    [TestMethod]
    [DataRow("6.4")]
    [DataRow("0.500")]
    [DataRow("1000.000")]
    [DataRow("1.00,5")]
    [DataRow("1.000.")]
    [DataRow("1,000.5")]
    [DataRow(".500")]
    [DataRow("1..000")]
    public void Other_points_are_no_thousands(string text) =>
        Assert.IsFalse(DecimalText.TryParse(Encoding.UTF8.GetBytes(text), (byte)',', out _));

    [TestMethod]
    public void Degree_and_euro_signs_of_spreadsheets_are_read()
    {
        string path = folder.Of("data.txt");
        foreach ((byte sign, string header, string unit, string encoding) in new[]
            { ((byte)0xB0, "?C", "°C", "ISO 8859-1"), ((byte)0x80, "?/MWh", "€/MWh", "Windows-1252") })
        {
            byte[] text = Encoding.ASCII.GetBytes($"time,x [{header}]\n2025-01-01T00:00Z,1\n2025-01-01T01:00Z,2\n");
            text[Array.IndexOf(text, (byte)'?')] = sign;
            File.WriteAllBytes(path, text);
            FileInspection? found = FileInspection.Of(path, "auto", null, out IReadOnlyList<Fault> faults);
            Assert.IsNotNull(found, string.Join("; ", faults));
            Assert.AreEqual((unit, encoding), (found.Table.Columns[0].Unit, found.Table.Source.EncodingName));
        }
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("-")]
    [DataRow(".")]
    [DataRow("1,5")]
    [DataRow("1.5.0")]
    [DataRow("NaN")]
    [DataRow("1e999")]
    [DataRow("0x10")]
    [DataRow("1 000")]
    public void What_is_no_number_is_refused(string text) =>
        Assert.IsFalse(DecimalText.TryParse(Encoding.UTF8.GetBytes(text), (byte)'.', out _));

    private FileTable Read(string text, FileWishes? wishes = null)
    {
        string file = folder.Of("file.txt");
        File.WriteAllText(file, text);
        var faults = new FileFaults(file);
        FileTable? table = FileFormats.Read(file, FileFormats.Auto, wishes ?? FileWishes.None, faults);
        Assert.IsFalse(faults.Any, FaultText.Write(faults.ToList()));
        return table!;
    }
}
