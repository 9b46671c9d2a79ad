using Twin.Core.Climate;
using Twin.Core.Series;
using Twin.Core.Time;
using Twin.Tests.Input;
using static Twin.Tests.Climate.Places;

namespace Twin.Tests.Climate;

/// <summary>Synthetic Munich beside the measured years, read in place where they stand beside the repository.</summary>
[TestClass]
public sealed class MeasuredClimateTests
{
    private const int Seeds = 10;
    private static readonly long Start = UtcDay.YearBeginUnixS(2025);

    /// <summary>Three measured years and ten synthetic ones; 15 %, as one measured year differs from the next by as much.</summary>
    [TestMethod]
    [DataRow("t_air_munich_c")]
    [DataRow("t_water_eisbach_c")]
    public void Daily_means_of_Munich_spread_and_persist_as_measured(string column)
    {
        double[][] measured = [.. new[] { 2018, 2024, 2025 }.Select(year => Figures(Measured(year, column)))];
        ClimateNormals munich = Normals("munich");
        double[][] synthetic = [.. Enumerable.Range(1, Seeds).Select(seed =>
        {
            SyntheticClimate climate = new(munich, seed);
            return Figures(column == "t_air_munich_c" ? climate.AirTemperatureC : climate.RiverTemperatureC!);
        })];
        string[] names =
            ["standard deviation", "lag-1 correlation", "standard deviation about the season", "lag-1 correlation about the season"];
        for (int i = 0; i < names.Length; i++)
        {
            double expected = measured.Average(figures => figures[i]);
            Assert.AreEqual(expected, synthetic.Average(figures => figures[i]), 0.15 * expected, names[i]);
        }
    }

    private static double[] Figures(ISeries series)
    {
        double[] days = Means(series, Start, 86_400, 365);
        return [.. Spread(days), .. Spread(Deseasonalised(days))];
    }

    // the longest gap is one of 69 h in the air of 2025: a straight line over three of 365 days changes no figure by 1 %
    private static SampledSeries Measured(int year, string column) => SampleTraceTests.Read(
        $"eisbach_isar_air_hourly_{year}.csv", column, repeat: true, GapRule.Linear(72 * 3600)).Series!.ToSeries();
}
