using Twin.Cli.Input.Formats;
using Twin.Core.Physics;
using Twin.Core.Time;
using Twin.Tests.Input;

namespace Twin.Tests.Reference;

/// <summary>A whole year of weather from the reader through the physics, month by month against the public implementations.</summary>
[TestClass]
public sealed class YearReferenceTests(TestContext context)
{
    private const string Weather = "munich_region_TRY2010_13_Jahr.dat.gz";
    private const double MonthRel = 1e-4; // as the table asks; the own sun is off by up to 0.008 deg, which a month evens out
    private const double YearRel = 1e-5;

    // The plant of the table, as its first line states it.
    private const double TiltDeg = 30.0, AzimuthDeg = 180.0, Albedo = 0.2, RatedDcW = 1e6, PerK = -0.0035, InverterDcW = 8e5;
    private const double LowestSunDeg = 87.0; // beam over the cosine of the zenith means nothing any lower: there all is diffuse
    private const double HubM = 110.0, MeasuredAtM = 10.0, RoughnessM = 0.1;

    private readonly record struct Month(
        double GhiKWh, double DniKWh, double PlaneKWh, double AcKWh, double WindKWh, double AirC, double DegreeDaysKd, double HeatSum);

    [TestMethod]
    public void A_year_of_sun_wind_and_heat_on_the_test_reference_year_agrees_month_by_month()
    {
        var table = ReferenceTable.LoadInPlace("year_try13_monthly.csv");
        var curve = ReferenceTable.Load("wind_turbine_curve.csv").Rows.Where(row => row.Text("curve") == "iea_3.4mw_130").ToList();
        FileTable file = SampleFiles.Read(Weather);
        Month[] months = Months(
            file, [.. curve.Select(row => row.Number("wind_speed_m_s"))], [.. curve.Select(row => row.Number("power_kw") * 1000.0)]);
        var off = new Deviations();
        foreach (var row in table.Rows)
        {
            int month = (int)row.Number("month");
            double rel = month == 0 ? YearRel : MonthRel;
            Month found = months[month];
            off.Column(row, "ghi_kwh_m2", found.GhiKWh, relative: rel);
            off.Column(row, "dni_kwh_m2", found.DniKWh, relative: rel);
            off.Column(row, "poa_kwh_m2", found.PlaneKWh, relative: rel);
            off.Column(row, "pv_ac_kwh", found.AcKWh, relative: rel);
            off.Column(row, "wind_kwh", found.WindKWh, relative: rel);
            off.Column(row, "temp_mean_c", found.AirC, relative: rel);
            off.Column(row, "gtz_20_15_kd", found.DegreeDaysKd, relative: rel);
            off.Column(row, "siglinde_h_sum", found.HeatSum, relative: rel);
        }

        off.Finish(table, context);
    }

    /// <summary>The twelve months behind the year, which is the first.</summary>
    private static Month[] Months(FileTable file, double[] speeds, double[] powers)
    {
        DateOnly[] days = Array.ConvertAll(file.StampsUnixS, stamp => UtcDay.Date(UtcDay.Number(stamp + file.BeginS + file.TypicalZoneS)));
        Month[] hours = [.. Enumerable.Range(0, days.Length).Select(i => Hour(file, i, speeds, powers))];
        (DateOnly Date, double MeanC)[] daily =
            [.. hours.Select((hour, i) => (Date: days[i], hour.AirC)).GroupBy(h => h.Date)
                .Select(day => (day.Key, day.Average(h => h.AirC)))];
        Month Sum(Func<DateOnly, bool> holds) => new()
        {
            GhiKWh = Total(hour => hour.GhiKWh, holds),
            DniKWh = Total(hour => hour.DniKWh, holds),
            PlaneKWh = Total(hour => hour.PlaneKWh, holds),
            AcKWh = Total(hour => hour.AcKWh, holds),
            WindKWh = Total(hour => hour.WindKWh, holds),
            AirC = Total(hour => hour.AirC, holds) / days.Count(holds),
            DegreeDaysKd = daily.Where(day => holds(day.Date))
                .Sum(day => HeatDemand.DegreeDaysKd(day.MeanC, roomC: 20.0, heatingLimitC: 15.0)),
            HeatSum = daily.Select((day, i) => holds(day.Date) ? HeatOf(daily, i) : 0.0).Sum(),
        };
        double Total(Func<Month, double> of, Func<DateOnly, bool> holds) => hours.Where((_, i) => holds(days[i])).Sum(of);
        return [Sum(static _ => true), .. Enumerable.Range(1, 12).Select(month => Sum(date => date.Month == month))];
    }

    private static double HeatOf((DateOnly Date, double MeanC)[] daily, int day)
    {
        double Ago(int days) => daily[Math.Max(0, day - days)].MeanC;
        return HeatDemand.SigLinDe(HeatDemand.ReferenceTemperatureC(Ago(0), Ago(1), Ago(2), Ago(3)), SigLinDeProfile.SingleFamily);
    }

    private static Month Hour(FileTable file, int i, double[] speeds, double[] powers)
    {
        double Value(Measurand measurand) => WeatherColumns.Values(file.Columns, measurand)![i];
        double airC = Value(Measurand.AirTemperature);
        double windMPerS = Value(Measurand.Wind);
        double sunUnixS = file.StampsUnixS[i] + file.Sun!.Guess.OffsetS;
        SunPosition sun = Sun.Position(
            sunUnixS, file.Position!.LatitudeDeg, file.Position.LongitudeDeg,
            MoistAir.PressureAtElevationPa(file.Position.ElevationM!.Value), airC);
        double beam = Value(Measurand.BeamHorizontal);
        double global = beam + Value(Measurand.DiffuseIrradiance);
        double dni = sun.ZenithDeg < LowestSunDeg ? beam / Math.Cos(sun.ZenithDeg * Math.PI / 180.0) : 0.0;
        double dhi = sun.ZenithDeg < LowestSunDeg ? global - beam : global;
        double above = Sun.ExtraterrestrialWPerM2(UtcDay.Date(UtcDay.Number((long)sunUnixS)).DayOfYear);
        double cosine = Irradiance.IncidenceCosine(TiltDeg, AzimuthDeg, sun.ApparentZenithDeg, sun.AzimuthDeg);
        double direct = Irradiance.BeamWPerM2(dni, cosine);
        double diffuse = Irradiance.HayDaviesSkyWPerM2(dhi, dni, above, TiltDeg, sun.ApparentZenithDeg, cosine)
            + Irradiance.GroundWPerM2(global, Albedo, TiltDeg);
        double cellC = Photovoltaics.SapmCellTemperatureC(direct + diffuse, airC, windMPerS, SapmMounting.OpenRackGlassGlass);
        double incidenceDeg = Irradiance.AngleOfIncidenceDeg(TiltDeg, AzimuthDeg, sun.ApparentZenithDeg, sun.AzimuthDeg);
        double effective = direct * Photovoltaics.IncidenceModifierPhysical(incidenceDeg) + diffuse;
        // The 14.08 % of PVWatts.
        double loss = Photovoltaics.CombinedLossFraction([0.02, 0.03, 0.0, 0.02, 0.02, 0.005, 0.015, 0.01, 0.0, 0.03]);
        double dcW = Photovoltaics.PvWattsDcW(effective, cellC, RatedDcW, PerK) * (1.0 - loss);
        double hubMPerS = Wind.LogProfile(windMPerS, MeasuredAtM, HubM, RoughnessM);
        return new()
        {
            GhiKWh = global / 1000.0,
            DniKWh = dni / 1000.0,
            PlaneKWh = (direct + diffuse) / 1000.0,
            AcKWh = Photovoltaics.PvWattsInverterAcW(dcW, InverterDcW) / 1000.0,
            WindKWh = Wind.PowerCurveW(speeds, powers, hubMPerS) / 1000.0,
            AirC = airC,
        };
    }
}
