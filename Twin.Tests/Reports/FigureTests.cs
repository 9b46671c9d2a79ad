using Twin.Cli.Output.Reports;
using Twin.Core.Rules;

namespace Twin.Tests.Reports;

/// <summary>Every number of a report is computed a second time, by sums over the rows of the file that share no line with the first.</summary>
[TestClass]
public sealed class FigureTests
{
    // Two orders of summation over 35,040 rows differ by about 1e-13; 1e-9 is what the project promises.
    private const double Relative = 1e-9;

    public static IEnumerable<object[]> Runs =>
    [
        ["munich", 2025, Array.Empty<string>()],
        ["munich", 2025, new[] { "centre.fish_region=sa-er" }],
        ["munich", 2025, new[] { "district_heat.boundary=outside", "guarantees_of_origin=40 %", "centre.residual_mix=700 g/kWh" }],
        ["munich", 2025, new[] { "time.start=2025-07-01T00:00+02:00", "time.end=2025-08-01T00:00+02:00", "grid.import_limit=8 MW" }],
        ["island_noon", 2025, Array.Empty<string>()],
        ["island_noon", 2025, new[] { "time.end=2025-03-01T00:00+01:00", "centre.own_guarantees_retired=true" }],
        ["island_noon", 2025, new[] { "time.end=2025-03-01T00:00+01:00", "centre.own_guarantees_retired=false", "centre.residual_mix=700 g/kWh" }],
        ["first_day", 2025, new[] { "centre={ water: { potable: 3650 m3, consumed: 20 % }, backup: { energy: 365 kWh, co2: 730 kg } }" }],
        ["munich_liquid", 2025, new[] { "time.end=2025-09-01T00:00+02:00", "time.start=2025-05-01T00:00+02:00" }],
    ];

    [TestMethod]
    [DynamicData(nameof(Runs))]
    public void Every_figure_is_what_sums_over_the_rows_say(string scenario, int year, string[] sets)
    {
        ReportSubject subject = Read(scenario, year, sets);
        IReadOnlyDictionary<string, double?> expected = Independent(scenario, year, sets, subject).All();
        string[] stated = [FigureNames.BackupEnergy, FigureNames.CpuUtilisation, FigureNames.Co2Fuel, FigureNames.Co2Refrigerants];
        CollectionAssert.AreEquivalent(
            expected.Keys.ToArray(), subject.Year.Figures.Keys.Except(stated).ToArray(), "each figure is computed here too");
        string[] off =
        [
            .. expected.Where(figure => !Same(figure.Value, subject.Year[figure.Key]))
                .Select(figure => $"{figure.Key}: {figure.Value} here, {subject.Year[figure.Key]} in the report"),
        ];
        Assert.IsEmpty(off, string.Join("\n", off));
    }

    [TestMethod]
    public void Figures_that_the_summary_of_a_run_has_too_are_the_same()
    {
        ReportSubject subject = Read("munich", 2025, []);
        foreach (string name in new[] { "pue", "pue_without_heat_pump", "cer", "ref", "erf", "cue", "cfe_score", "water_withdrawn" })
        {
            double summary = subject.Run.Summary.KeyFigures.Single(figure => figure.Name == name).Value!.Value;
            Assert.IsTrue(Same(summary, subject.Year[name]), name);
        }
    }

    [TestMethod]
    public void Amounts_of_a_year_are_scaled_to_the_part_of_it_that_was_run()
    {
        CentreYear day = Read(
            "first_day", 2025, ["centre={ water: { potable: 3650 m3, consumed: 20 % }, backup: { energy: 365 kWh, co2: 730 kg } }"]).Year;
        Assert.AreEqual(10.0, day[FigureNames.WaterPotable]!.Value, 1e-9); // a day of 365
        Assert.AreEqual(1.0, day[FigureNames.BackupEnergy]!.Value, 1e-9);
        Assert.AreEqual(2.0, day[FigureNames.Co2Fuel]!.Value, 1e-9);
        Assert.AreEqual(Quality.Estimated, day.Figures[FigureNames.WaterPotable].Quality);
        Assert.AreEqual((new DateOnly(2025, 6, 12), new DateOnly(2025, 6, 12)), (day.From, day.To));
    }

    [TestMethod]
    public void The_year_of_the_start_begins_with_it_and_is_complete()
    {
        string[] sets = ["centre.start=2025-06-01"];
        ReportSubject first = Read("munich", 2025, sets);
        Assert.AreEqual((false, true, false), (first.Year.IsWhole, first.Year.IsComplete, first.Year.IsDesign));
        Assert.AreEqual(new DateOnly(2025, 6, 1), first.Year.From);
        Assert.AreEqual((214 * 96) + 4, first.Run.Grid.Rows); // June to December in quarters of an hour, and the hour that autumn repeats
    }

    [TestMethod]
    public void The_tenants_and_the_rest_are_the_whole_centre()
    {
        ReportSubject subject = Read("munich", 2025, ["centre.water={ potable: 9000 m3, consumed: 50 % }"]);
        IReadOnlyList<TenantStatement> parts = subject.Tenants;
        Assert.IsGreaterThan(1, parts.Count);
        Assert.IsTrue(Same(subject.Year[FigureNames.CentreEnergy], parts.Sum(part => part.DirectKWh + part.OverheadKWh)), "energy");
        Assert.IsTrue(Same(subject.Year[FigureNames.ItEnergyInput], parts.Sum(part => part.DirectKWh)), "direct");
        Assert.IsTrue(Same(subject.Year[FigureNames.Co2Location], parts.Sum(part => part.Co2Kg)), "CO2");
        Assert.IsTrue(Same(subject.Year[FigureNames.WaterInput], parts.Sum(part => part.WaterM3)), "water");
    }

    /// <summary>Whether two numbers are one, to the last digits that sums of a year keep.</summary>
    internal static bool Same(double? expected, double? found) => expected is { } e && found is { } f
        ? Math.Abs(e - f) <= Relative * Math.Max(Math.Abs(e), 1e-9)
        : expected is null && found is null;

    internal static ReportSubject Read(string scenario, int year, string[] sets) =>
        ReportReader.Read(FinishedRuns.Of(scenario, sets), [year], [], CancellationToken.None).Single();

    private static double YearFraction(string scenario, int year, string[] sets, ReportSubject subject)
    {
        var rows = new RowsOfFile(FinishedRuns.Of(scenario, sets), subject.Run.Summary.Zone, year);
        return rows.Times.Count * rows.StepS / (DateTime.IsLeapYear(year) ? 366 : 365) / 86_400;
    }

    internal static IndependentFigures Independent(string scenario, int year, string[] sets, ReportSubject subject) =>
        new(new RowsOfFile(FinishedRuns.Of(scenario, sets), subject.Run.Summary.Zone, year))
        {
            HeatPumpInside = !sets.Contains("district_heat.boundary=outside"),
            Guarantees = !scenario.StartsWith("munich", StringComparison.Ordinal) ? 0 : sets.Contains("guarantees_of_origin=40 %") ? 0.4 : 1,
            PotableM3 = subject.Year.Facts.PotableWaterM3 * YearFraction(scenario, year, sets, subject),
            PotableConsumed = subject.Year.Facts.PotableConsumedFraction,
            OwnRetired = subject.Year.Facts.OwnGuaranteesRetired,
            ResidualMix = subject.Year.Facts.ResidualMixGPerKWh,
            Region = subject.Year.Facts.FishRegion switch
            {
                "sa-hr" => (21.5, 10.0),
                "sa-er" => (20.0, 8.0),
                _ => null,
            },
        };
}
