using Twin.Cli.Input;
using Twin.Core.Series;
using Twin.Core.Time;

namespace Twin.Tests.Input;

/// <summary>Measured files that may not be copied; read in place where they stand beside the repository.</summary>
[TestClass]
public sealed class SampleTraceTests
{
    private const string River = "t_water_eisbach_c";
    private const string Price = "day_ahead_eur_mwh";

    [TestMethod] // hours per year as in the climatology of the gauge, counted on the same file by other means
    [DataRow(2018, true, 1371, 576, 138)]
    [DataRow(2024, true, 917, 143, 0)]
    [DataRow(2025, true, 910, 207, 65)]
    [DataRow(2025, false, 910, 207, 65)]
    public void Hours_of_warm_river_are_counted_on_source_samples(int year, bool repeat, int above18, int above20, int above21)
    {
        SampledSeries series = Read($"eisbach_isar_air_hourly_{year}.csv", River, repeat, GapRule.Linear(6 * 3600)).Series!.ToSeries();
        double[] shares = new double[365 * 24 * 12];
        foreach ((double threshold, int hours) in new[] { (18.0, above18), (20.0, above20), (21.5, above21) })
        {
            series.FillShareAbove(UtcDay.YearBeginUnixS(2025), 300, threshold, shares);
            Assert.AreEqual(hours, shares.Sum() / 12.0, 1e-9); // a sum of whole twelfths
        }
    }

    [TestMethod] // gaps, missing samples and the longest gap in hours, counted on the files by other means
    [DataRow("eisbach_isar_air_hourly_2018.csv", River, 16, 21, 3)]
    [DataRow("eisbach_isar_air_hourly_2024.csv", River, 2, 3, 2)]
    [DataRow("eisbach_isar_air_hourly_2025.csv", River, 3, 4, 2)]
    [DataRow("eisbach_isar_air_hourly_2025.csv", "t_air_munich_c", 2, 72, 69)]
    [DataRow("de_lu_dayahead_residual_load_hourly_2024.csv", Price, 0, 0, 0)]
    [DataRow("de_lu_dayahead_residual_load_hourly_2025.csv", Price, 0, 0, 0)]
    public void Gaps_are_found_and_filled_as_declared(string name, string column, int gaps, int missing, int longestH)
    {
        FileSeriesStatistics found = Read(name, column, repeat: true, GapRule.Linear(72 * 3600)).Series!.Statistics;
        Assert.AreEqual((gaps, missing, longestH * 3600L), (found.GapCount, found.MissingCount, found.LongestGapS));
        Assert.AreEqual(missing, found.FilledCount);
        if (gaps > 0)
        {
            IReadOnlyList<Fault> faults = Read(name, column, repeat: true, GapRule.Fault).Faults;
            Assert.IsTrue(faults.All(static fault => fault.Code == "IT0307"));
            Assert.HasCount(gaps > 5 ? 6 : gaps, faults);
        }
    }

    internal static FileSeriesResult Read(string name, string column, bool repeat, GapRule fill) => FileSeriesReader.Read(new(
        SampleFiles.Path(Path.Combine("traces", name)), column, "as in the file", Zone: null, Between.Linear, fill, repeat,
        UtcDay.YearBeginUnixS(2025), UtcDay.YearBeginUnixS(2026), new("scenario.yaml", 1, 1), "river.temperature"));
}
