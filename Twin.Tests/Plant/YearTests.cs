namespace Twin.Tests.Plant;

/// <summary>The flagship's year: what only a year can show.</summary>
[TestClass]
public sealed class YearTests
{
    private static readonly Lazy<TestRun> Munich = new(() => TestRun.Of("munich"));

    // Bands of an independent hourly estimate of the same site, made without this program.
    [TestMethod]
    [DataRow("it_energy", 56e3, 63e3)]
    [DataRow("pue", 1.14, 1.20)]
    [DataRow("pue_without_heat_pump", 1.09, 1.14)]
    [DataRow("erf", 0.14, 0.22)]
    [DataRow("cer", 9.0, 12.0)]
    [DataRow("cer_without_heat_pump", 17.0, 22.0)]
    [DataRow("heat_export", 11e3, 13.5e3)]
    [DataRow("heat_pump_cop", 3.9, 4.6)]
    [DataRow("ups_loss", 1.8e3, 2.8e3)]
    [DataRow("fan_energy", 1.3e3, 2.7e3)]
    [DataRow("loop_pump_energy", 0.4e3, 0.9e3)]
    [DataRow("river_pump_energy", 0.2e3, 0.6e3)]
    [DataRow("chiller_energy", 0.05e3, 0.7e3)]
    [DataRow("peak_site_power", 9.0, 12.0)]
    public void A_figure_of_the_flagship_lies_beside_the_independent_estimate(string name, double least, double most)
    {
        double value = Munich.Value.Figure(name);
        Assert.IsTrue(value >= least && value <= most, $"{name} is {value}, estimated {least} to {most}");
    }

    [TestMethod]
    public void Halving_the_step_twice_moves_the_annual_pue_by_less_each_time()
    {
        double[] pue = [.. new[] { 600, 300, 150 }.Select(s => TestRun.Of(
            "munich", BooksTests.Set($"time.step={s} s"), "time.output=30 min").Figure("pue"))];
        double first = Math.Abs(pue[1] - pue[0]);
        double second = Math.Abs(pue[2] - pue[1]);
        Assert.IsLessThan(1e-3 * pue[0], first);
        Assert.IsLessThan(first, second);
    }

    [TestMethod]
    public void Dropping_the_last_month_leaves_the_first_eleven_as_they_are()
    {
        TestRun eleven = TestRun.Of("munich", "time.end=2025-12-01T00:00+01:00");
        TestRun twelve = Munich.Value;
        Assert.IsGreaterThan(30_000, eleven.Rows.Count);
        for (int i = 0; i < eleven.Rows.Count; i++)
        {
            CollectionAssert.AreEqual(twelve.Rows[i], eleven.Rows[i], $"row {i}");
        }
    }

    [TestMethod]
    public void The_same_year_comes_out_bit_by_bit_on_any_thread()
    {
        TestRun[] runs = new TestRun[2];
        Parallel.For(0, 2, i => runs[i] = TestRun.Of("munich", "time.end=2025-03-01T00:00+01:00"));
        for (int i = 0; i < runs[0].Rows.Count; i++)
        {
            CollectionAssert.AreEqual(runs[0].Rows[i], runs[1].Rows[i], $"row {i}");
        }
    }
}
