using System.Globalization;
using CsCheck;
using Twin.Core.Plant;
using Twin.Core.Results;
using Twin.Core.Scenarios;

namespace Twin.Tests.Plant;

[TestClass]
public sealed class BooksTests
{
    private static readonly int[] StepsS = [15, 30, 60, 300, 900];

    // A day of the small site under a river, a grid and a sky of any mood.
    private static readonly Gen<string[]> AnySite = Gen.Select(
        Gen.Double[0.0, 30.0], Gen.Double[0.0, 2.0], Gen.Int[0, 900], Gen.Double[-20.0, 40.0], Gen.Double[0.0, 1.0], Gen.Int[0, 4])
        .Select((river, flow, grid, air, busy, step) => new[]
        {
            Set($"river.temperature={river} degC"),
            Set($"river.discharge={flow} m3/s"),
            Set($"grid.import_limit={grid} kW"),
            Set($"weather={{ air_temperature: {air:F3} degC }}"),
            Set($"halls.liquid_hall.workload={{ utilisation: {100.0 * busy:F3} % }}"),
            Set($"time.step={StepsS[step]} s"),
        });

    [TestMethod]
    public void The_books_of_any_site_close_and_no_direction_turns_around() =>
        AnySite.Sample(
            sets =>
            {
                // The run itself throws when a book stays open; here the residual is also a figure.
                TestRun run = TestRun.Of("first_day", sets);
                Assert.IsLessThanOrEqualTo(1.0, run.Figure("books_max_residual"));
                AssertNoDirectionTurns(run);
            },
            iter: 60,
            threads: 1,
            print: sets => string.Join(" | ", sets));

    [TestMethod]
    public void A_site_without_work_draws_only_what_stands_by()
    {
        TestRun run = TestRun.Of(
            "first_day",
            "halls.liquid_hall.workload={ utilisation: 0 % }",
            "halls.air_hall.workload={ utilisation: 0 % }");

        // Idle servers: 40 x 12 kW and 10 x 7 kW at 20 % of their rating. The pods' supplies, network (8 %), distribution (1 %) on top;
        // their supplies run at a few per cent of load, where Titanium loses about a tenth.
        double idle = 40 * 12.0 * 0.2 + 10 * 7.0 * 0.2;
        double it = run.Figure("it_energy") * 1000.0 / 24.0;
        Assert.IsGreaterThan(idle * 1.08 * 1.01, it);
        Assert.IsLessThan(idle * 1.08 * 1.01 * 1.15, it);
        Assert.AreEqual(0.0, run.Figure("throttled_gpu_hours"));
    }

    [TestMethod]
    public void A_tick_allocates_nothing_even_while_work_is_cut()
    {
        Scenario scenario = TestRun.Read("first_day", "grid.import_limit=150 kW", "photovoltaics.roof.size=1 kW");
        var plant = new PlantModel(scenario.Plant, scenario.Clock.StepS, scenario.Site.ElevationM);
        var surroundings = new Surroundings(scenario.Plant, scenario.Surroundings, scenario.Site, scenario.Seed, scenario.Clock);
        Boundary boundary = surroundings.Room(1440, scenario.Clock.StepS, singleRacks: true);
        surroundings.Fill(scenario.Clock.StartUnixS, scenario.Clock.StepS, 1440, boundary);
        var tick = new PlantTick(scenario.Plant);
        PlantState state = plant.Start(), next = plant.Start();
        int[] room = RackColumns.Room([scenario.Plant]);
        double[] racks = new double[room.Sum()];
        plant.Step(boundary, 0, state, next, tick); // compiles
        plant.AddRackPowerW(boundary, tick, room, racks);
        long before = GC.GetAllocatedBytesForCurrentThread();
        double throttled = 0.0;
        for (int k = 0; k < 1440; k++)
        {
            plant.Step(boundary, k, state, next, tick);
            plant.AddRackPowerW(boundary, tick, room, racks);
            throttled += tick.ThrottledGpus;
            (state, next) = (next, state);
        }

        Assert.AreEqual(0L, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.IsGreaterThan(0.0, throttled);
    }

    [TestMethod]
    public void Key_figures_can_be_recomputed_from_the_rows_alone()
    {
        TestRun run = TestRun.Of("first_day");
        double hours = run.Scenario.OutputS / 3600.0;
        double Mwh(string column) => run.Column(column).Sum() * hours / 1e6;
        const double Rounding = 1e-12; // sums of 96 numbers in another order
        Assert.AreEqual(Mwh("it.power_w"), run.Figure("it_energy"), Rounding * run.Figure("it_energy"));
        double used = Mwh("site.power_w") + Mwh("battery.loss_w");
        Assert.AreEqual(used / Mwh("it.power_w"), run.Figure("pue"), Rounding * 2);
        Assert.AreEqual(Mwh("heat.delivered_w") / used, run.Figure("erf"), Rounding);
        Assert.AreEqual(
            run.Column("river.withdrawn_m3_s").Sum() * hours * 3600.0, run.Figure("water_withdrawn"),
            Rounding * run.Figure("water_withdrawn"));
    }

    [TestMethod]
    public void The_nine_parts_of_the_sites_power_are_all_of_it()
    {
        TestRun run = TestRun.Of("first_day");
        string[] parts =
        [
            "it.power_w", "chain.loss_w", "air.fan_power_w", "loops.pump_power_w", "river.pump_power_w", "dry_coolers.fan_power_w",
            "chillers.power_w", "heat_pumps.power_w", "site.auxiliary_w",
        ];
        double[] site = run.Column("site.power_w");
        double[][] columns = [.. parts.Select(run.Column)];
        for (int i = 0; i < site.Length; i++)
        {
            Assert.AreEqual(site[i], columns.Sum(c => c[i]), 1e-12 * site[i]); // means of the same sums
        }
    }

    internal static string Set(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void AssertNoDirectionTurns(TestRun run)
    {
        for (int c = 0; c < run.Columns.Count; c++)
        {
            string unit = run.Columns[c].Unit;
            bool mayBeNegative = unit is "degC" or "EUR/s" or "EUR/MWh";
            for (int i = 0; i < run.Rows.Count; i++)
            {
                double value = run.Rows[i][c];
                Assert.IsTrue(double.IsFinite(value) && (mayBeNegative || value >= 0.0), $"{run.Columns[c].Name} is {value} in row {i}");
            }
        }
    }
}
