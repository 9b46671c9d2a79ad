using System.Globalization;
using Twin.Core.Physics;
using Twin.Tests.Input;

namespace Twin.Tests.Reference;

/// <summary>
/// Hourly heat by the German standard profiles: daily heat of the product's sigmoid, spread by factor tables that are read in place.
/// </summary>
[TestClass]
public sealed class HeatProfileReferenceTests(TestContext context)
{
    private const double Rel = 1e-9; // as the table asks: closed forms and tables on both sides
    private const int DayHours = 24;
    private const int FirstHourFactor = 5; // behind index, hour, weekday, class and type

    private static readonly (string Column, string Type, string Class, double AnnualKWh)[] Profiles =
    [
        ("efh_class3_wind0_ww_25000kwh_kw", "EFH", "3", 25_000.0),
        ("mfh_class4_wind0_ww_180000kwh_kw", "MFH", "4", 180_000.0),
        ("ghd_class0_wind0_ww_500000kwh_kw", "GHD", "0", 500_000.0),
    ];

    [TestMethod]
    public void Hours_of_heat_agree_with_the_standard_profiles()
    {
        var table = ReferenceTable.LoadInPlace("bdew_heat_demand.csv");
        var off = new Deviations();
        double[] referenceC = ReferenceTemperatures([.. table.Rows.Select(row => row.Number("temp_air_c"))]);
        foreach ((int i, ReferenceRow row) in table.Rows.Index())
        {
            off.Column(row, "t_geo_c", referenceC[i], relative: Rel);
            off.Expect(row, (int)row.Number("interval") == Interval(referenceC[i]),
                "the row of the hour table that belongs to this temperature");
        }

        foreach ((string column, string type, string buildingClass, double annualKWh) in Profiles)
        {
            (double DayHeat, double HourShare)[] hours = Hours(table, referenceC, type, buildingClass);
            // Over days: hour factors are rounded and add up to 1 only nearly.
            double days = hours.Sum(static hour => hour.DayHeat) / DayHours;
            foreach ((int i, ReferenceRow row) in table.Rows.Index())
            {
                off.Column(row, column, annualKWh * hours[i].DayHeat * hours[i].HourShare / days, relative: Rel);
            }
        }

        off.Finish(table, context);
    }

    /// <summary>For each hour that of its day; the table lets the last days stand before the first.</summary>
    private static double[] ReferenceTemperatures(double[] airC)
    {
        double[] daily = [.. airC.Chunk(DayHours).Select(static day => day.Average())];
        double Ago(int day, int days) => daily[(day - days + daily.Length) % daily.Length];
        return
        [
            .. Enumerable.Range(0, airC.Length).Select(i => i / DayHours)
                .Select(day => HeatDemand.ReferenceTemperatureC(Ago(day, 0), Ago(day, 1), Ago(day, 2), Ago(day, 3))),
        ];
    }

    private static (double DayHeat, double HourShare)[] Hours(ReferenceTable table, double[] referenceC, string type, string buildingClass)
    {
        double[] sigmoid = [.. Rows("bdew_shlp_sigmoid_factors.csv")
            .Single(row => row[5] == buildingClass && row[6] == type && row[7] == "0")[1..5].Select(Number)];
        double[] ofWeekday = [.. Rows("bdew_shlp_weekday_factors.csv").Where(row => row[1] == type).Select(static row => Number(row[2]))];
        Dictionary<(string Hour, string Weekday), string[]> ofHour = Rows("bdew_shlp_hour_factors_subset.csv")
            .Where(row => row[3] == buildingClass && row[4] == type).ToDictionary(static row => (row[1], row[2]));
        return
        [
            .. table.Rows.Select((row, i) =>
            {
                string hour = ((i % DayHours) + 1).ToString(CultureInfo.InvariantCulture); // hours are counted from 1
                string weekday = row.Text("weekday");
                string[] factors = ofHour.GetValueOrDefault((hour, weekday)) ?? ofHour[(hour, "0")]; // 0: alike on all days
                double heat = HeatDemand.Sigmoid(referenceC[i], sigmoid[0], sigmoid[1], sigmoid[2], sigmoid[3]);
                return (heat * ofWeekday[(int)row.Number("weekday") - 1], Number(factors[FirstHourFactor - 1 + Interval(referenceC[i])]));
            }),
        ];
    }

    // Steps of 5 K from -15 to 25 degC; source: BDEW/VKU/GEODE, as in oemof demandlib.
    private static int Interval(double referenceC) => Math.Clamp((int)Math.Ceiling(Math.Ceiling(referenceC) / 5.0) + 4, 1, 10);

    private static IEnumerable<string[]> Rows(string name) =>
        File.ReadLines(SampleFiles.Path(name)).Skip(1).Select(static line => line.Split(','));

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
