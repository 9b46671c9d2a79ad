using Twin.Core.Climate;

namespace Twin.Tests.Climate;

[TestClass]
public sealed class NormalYearTests
{
    [TestMethod]
    public void A_limit_above_all_weather_leaves_the_monthly_means()
    {
        // With no hour above the limit the sum is the year times limit minus mean; months of 28 to 31 days, means of the normals.
        int[] days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        double expected = days.Select((d, month) => d * 86400.0 * (60.0 - Places.Normals("munich").AirMeanC[month])).Sum();
        double sum = NormalYear.HeatingKelvinSeconds(Places.Normals("munich"), 60.0);
        Assert.AreEqual(expected, sum, expected * 1e-3); // months begin at local midnight, the year here at that of UTC
    }

    [TestMethod]
    public void A_limit_below_all_weather_leaves_nothing() =>
        Assert.AreEqual(0.0, NormalYear.HeatingKelvinSeconds(Places.Normals("munich"), -60.0));

    [TestMethod]
    public void A_higher_limit_needs_more_heat() => Assert.IsGreaterThan(
        NormalYear.HeatingKelvinSeconds(Places.Normals("munich"), 12.0), NormalYear.HeatingKelvinSeconds(Places.Normals("munich"), 15.0));

    [TestMethod]
    public void A_limit_must_be_finite() => Assert.ThrowsExactly<ArgumentOutOfRangeException>(
        () => NormalYear.HeatingKelvinSeconds(Places.Normals("munich"), double.NaN));
}
