namespace Twin.Tests.Plant;

/// <summary>Temperatures at which the heat of the racks leaves the computer rooms, held against heat and flow.</summary>
[TestClass]
public sealed class ReturnColumnTests
{
    private const double Rounding = 1e-9; // relative: temperatures of some 40 degC are subtracted to differences of some 10 K

    [TestMethod]
    public void Return_minus_inlet_times_the_capacity_flow_is_the_heat_of_the_hall()
    {
        TestRun run = TestRun.Of("munich_liquid", "time.end=2025-01-04T00:00+01:00", "time.output=5 min");
        Holds(run, "training", "air", "air_return_c", "inlet_c", 4.0 * 400e3, 13.0, 0.5, excess: 0.15);
        Holds(run, "inference", "air", "air_return_c", "inlet_c", 9.0 * 400e3, 13.0, 0.5, excess: 0.15);
        Holds(run, "training", "liquid", "liquid_return_c", "liquid_inlet_c", 6e6, 10.0, 0.3, excess: 0.0);
    }

    [TestMethod]
    public void Air_and_liquid_take_all_that_servers_and_network_draw()
    {
        TestRun run = TestRun.Of("munich_liquid", "time.end=2025-01-03T00:00+01:00");
        double[] air = run.Column("halls.training.air_heat_w"), liquid = run.Column("halls.training.liquid_heat_w");
        double[] servers = run.Column("halls.training.power_w"), network = run.Column("halls.training.network_w");
        for (int i = 0; i < air.Length; i++)
        {
            double drawnW = servers[i] + network[i];
            Assert.AreEqual(drawnW, air[i] + liquid[i], 1e-12 * drawnW); // sums of three steps, in another order
        }
    }

    [TestMethod]
    public void Busy_GPUs_are_those_of_the_halls_and_a_phase_changes_how_many_are_there()
    {
        TestRun run = TestRun.Of("growth", "time.start=2027-04-30T00:00+02:00", "time.end=2027-05-02T00:00+02:00", "time.output=1 h",
            "phases=[ { from: 2027-05-01, set: { halls.training.racks.count: 310, halls.training.air.units: 23 } } ]");
        double[] installed = run.Column("work.installed_gpus"), busy = run.Column("work.busy_gpus");
        Assert.AreEqual(10_000.0, installed[23]); // 3200 + 3600 + 3200
        Assert.AreEqual(10_000.0 + 110 * 16, installed[24]); // 110 racks of two servers of eight more
        (string Hall, int[] Gpus)[] halls = [("batch", [3200, 3200]), ("inference", [3600, 3600]), ("training", [3200, 4960])];
        for (int i = 0; i < busy.Length; i++)
        {
            double sum = halls.Sum(hall => run.Column($"halls.{hall.Hall}.busy_fraction")[i] * hall.Gpus[i < 24 ? 0 : 1]);
            Assert.AreEqual(sum, busy[i], 1e-12 * sum); // the same sum, divided and multiplied once
        }
    }

    private static void Holds(
        TestRun run, string hall, string path, string back, string inlet, double ratedW, double riseK, double lowest, double excess)
    {
        double[] heat = run.Column($"halls.{hall}.{path}_heat_w");
        double[] returnC = run.Column($"halls.{hall}.{back}"), inletC = run.Column($"halls.{hall}.{inlet}");
        for (int i = 0; i < heat.Length; i++)
        {
            double flow = Math.Clamp(heat[i] * (1.0 + excess) / ratedW, lowest, 1.0); // as the pumps and fans are led
            Assert.AreEqual(heat[i], (returnC[i] - inletC[i]) * flow * ratedW / riseK, Rounding * heat[i], $"{hall}, {path}, row {i}");
        }
    }
}
