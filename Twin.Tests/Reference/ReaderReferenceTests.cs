using Twin.Cli.Input.Formats;
using Twin.Core.Physics;
using Twin.Tests.Input;

namespace Twin.Tests.Reference;

/// <summary>What readers return for chosen rows of real files, which are read in place where they stand beside the repository.</summary>
[TestClass]
public sealed class ReaderReferenceTests(TestContext context)
{
    private const double TextRel = 1e-12; // the digits of the file; hPa times 100 rounds once
    private const double InstantS = 0.0005; // the table gives milliseconds
    private const double MeeusDeg = 0.01; // the table has SPA, the sun here is that of Meeus ch. 25: below 0.01 deg from 1950 to 2100

    private readonly Dictionary<string, FileTable> tables = new(StringComparer.Ordinal);

    [TestMethod]
    public void Weather_files_are_read_as_their_definitions_and_the_sun_say()
    {
        var table = ReferenceTable.LoadInPlace("weather_readers.csv");
        var off = new Deviations();
        foreach (var row in table.Rows)
        {
            FileTable file = Table(row);
            int i = (int)row.Number("row");
            double label = file.StampsUnixS[i];
            double sun = label + file.Sun!.Guess.OffsetS;
            off.Check(row, row.UnixS("label_utc"), label, what: "label_utc");
            off.Check(row, row.UnixS("nominal_start_utc"), label + file.BeginS, what: "nominal_start_utc");
            off.Check(row, row.UnixS("sun_instant_utc"), sun, InstantS, what: "sun_instant_utc");
            double zenithDeg = Sun.Position(sun, file.Position!.LatitudeDeg, file.Position.LongitudeDeg, 0.0, 10.0).ZenithDeg;
            off.Column(row, "zenith_deg", zenithDeg, MeeusDeg);
            Check(row, file, "ghi_w_m2", Measurand.GlobalIrradiance, 1.0, off);
            Check(row, file, "dni_w_m2", Measurand.BeamNormal, 1.0, off);
            Check(row, file, "dhi_w_m2", Measurand.DiffuseIrradiance, 1.0, off);
            Check(row, file, "beam_horizontal_w_m2", Measurand.BeamHorizontal, 1.0, off);
            Check(row, file, "temp_air_c", Measurand.AirTemperature, 1.0, off);
            Check(row, file, "relative_humidity_pct", Measurand.Humidity, 1.0, off);
            Check(row, file, "wind_speed_m_s", Measurand.Wind, 1.0, off);
            Check(row, file, "pressure_pa", Measurand.Pressure, Unit(file, Measurand.Pressure) == "hPa" ? 100.0 : 1.0, off);
            if (Unit(file, Measurand.CloudCover) == "octas")
            {
                Check(row, file, "cloud_octas", Measurand.CloudCover, 1.0, off);
            }
        }

        off.Finish(table, context);
    }

    [TestMethod]
    public void River_files_are_read_in_the_time_that_holds_all_year()
    {
        var table = ReferenceTable.LoadInPlace("river_readers.csv");
        var off = new Deviations();
        foreach (var row in table.Rows)
        {
            FileTable file = Table(row);
            int i = (int)row.Number("row");
            off.Check(row, row.UnixS("utc"), file.StampsUnixS[i], what: "utc");
            Check(row, file, "water_temperature_c", Measurand.WaterTemperature, 1.0, off);
            off.Expect(row, file.RowStates![i] == row.Text("status"), $"state {file.RowStates[i]}, expected {row.Text("status")}");
        }

        off.Finish(table, context);
    }

    private static string? Unit(FileTable file, Measurand measurand) => file.Columns.FirstOrDefault(c => c.Measures == measurand)?.Unit;

    private static void Check(ReferenceRow row, FileTable file, string name, Measurand measurand, double factor, Deviations off)
    {
        double found = WeatherColumns.Values(file.Columns, measurand)?[(int)row.Number("row")] * factor ?? double.NaN;
        if (row.IsEmpty(name))
        {
            off.Expect(row, double.IsNaN(found), $"{name}: found {found}, expected nothing");
        }
        else
        {
            off.Column(row, name, found, relative: TextRel);
        }
    }

    private FileTable Table(ReferenceRow row)
    {
        string name = row.Text("file");
        if (!tables.TryGetValue(name, out FileTable? table))
        {
            table = SampleFiles.Read(name);
            tables.Add(name, table);
        }

        return table;
    }
}
