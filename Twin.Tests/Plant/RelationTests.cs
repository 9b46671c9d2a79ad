namespace Twin.Tests.Plant;

/// <summary>Relations that need no oracle: more of this never gives less of that.</summary>
[TestClass]
public sealed class RelationTests
{
    private const string Week = "time.end=2025-06-19T00:00+02:00";

    [TestMethod]
    public void A_warmer_river_never_saves_compressor_power()
    {
        double last = -1.0;
        foreach (double riverC in new[] { 10.0, 15.0, 17.0, 18.0, 19.0, 20.0, 21.0 })
        {
            double chiller = TestRun.Of("first_day", BooksTests.Set($"river.temperature={riverC} degC")).Figure("chiller_energy");
            Assert.IsGreaterThanOrEqualTo(last, chiller);
            last = chiller;
        }

        Assert.IsGreaterThan(0.0, last);
    }

    [TestMethod]
    public void A_larger_battery_never_sends_more_of_the_sites_own_power_away()
    {
        double last = double.PositiveInfinity;
        foreach (int kWh in new[] { 1, 100, 500, 2000 })
        {
            TestRun run = TestRun.Of(
                "first_day", "photovoltaics.roof.size=3 MW", BooksTests.Set($"battery={{ capacity: {kWh} kWh, size: 500 kW }}"));
            double away = run.Column("grid.export_w").Sum() + run.Column("onsite.curtailed_w").Sum();
            Assert.IsLessThanOrEqualTo(last, away);
            last = away;
        }
    }

    [TestMethod]
    public void Prices_move_money_and_nothing_else()
    {
        TestRun cheap = TestRun.Of("first_day", "grid.price=10 EUR/MWh");
        TestRun dear = TestRun.Of("first_day", "grid.price=1000 EUR/MWh");
        for (int c = 0; c < cheap.Columns.Count; c++)
        {
            string name = cheap.Columns[c].Name;
            bool money = name is "grid.price_eur_mwh" or "cost.energy_eur_s";
            bool same = cheap.Rows.Zip(dear.Rows).All(pair => pair.First[c].Equals(pair.Second[c]));
            Assert.AreEqual(!money, same, name);
        }
    }

    [TestMethod]
    public void Another_seed_moves_the_work_but_not_its_kind()
    {
        TestRun one = TestRun.Of("first_day", Week, "time.seed=1");
        TestRun two = TestRun.Of("first_day", Week, "time.seed=2");
        Assert.AreNotEqual(one.Figure("it_energy"), two.Figure("it_energy"));

        // 15 racks with an eighth of them idle at a time: the spread of a week's mean is a few per cent.
        Assert.AreEqual(one.Figure("it_energy"), two.Figure("it_energy"), 0.1 * one.Figure("it_energy"));
    }

    [TestMethod]
    public void A_machine_that_is_out_is_as_good_as_one_that_was_never_there()
    {
        TestRun without = TestRun.Of("first_day", "dry_coolers.dry_cooler.units=1", "river.temperature=24 degC");
        TestRun withOneOut = TestRun.Of(
            "first_day", "dry_coolers.dry_cooler.units=2", "dry_coolers.dry_cooler.out=1", "river.temperature=24 degC");
        Assert.AreEqual(without.Figure("site_energy"), withOneOut.Figure("site_energy"));
    }
}
