using Twin.Core.Engine;
using Twin.Core.Results;
using Twin.Core.Scenarios;

namespace Twin.Tests.Plant;

[TestClass]
public sealed class RackSeriesTests
{
    private const double SumRounding = 1e-9; // relative: tens of racks and steps added in another order

    [TestMethod]
    [DataRow("nothing is cut")]
    [DataRow(
        "work is cut", "grid.import_limit=300 kW", "photovoltaics.roof.size=1 kW", "battery.capacity=1 kWh",
        "halls.air_hall.workload.deferrable=true")]
    public void Racks_sum_to_the_power_of_their_hall(string when, params string[] sets)
    {
        Scenario scenario = TestRun.Read("first_day", sets);
        var (plant, racks) = (new Kept(), new Kept());
        RunOutcome outcome = Simulation.Run(scenario, plant, racks, progress: null, CancellationToken.None);
        double throttled = outcome.KeyFigures.Single(f => f.Name == "throttled_gpu_hours").Value!.Value;
        Assert.AreEqual(sets.Length > 0, throttled > 0.0, when);
        CollectionAssert.AreEqual(plant.Times, racks.Times);
        foreach (var hall in scenario.Plant.Halls)
        {
            int[] slots = racks.Slots($"halls.{hall.Name}.racks.");
            int whole = plant.Slots($"halls.{hall.Name}.power_w").Single();
            Assert.HasCount(hall.Racks, slots);
            for (int row = 0; row < plant.Rows.Count; row++)
            {
                double hallW = plant.Rows[row][whole];
                Assert.AreEqual(hallW, slots.Sum(slot => racks.Rows[row][slot]), SumRounding * hallW, $"{hall.Name}, row {row}, {when}");
            }
        }
    }

    [TestMethod]
    public void Racks_differ_and_the_plant_does_not_notice_that_they_are_watched()
    {
        Scenario scenario = TestRun.Read("first_day");
        var (watched, alone, racks) = (new Kept(), new Kept(), new Kept());
        Simulation.Run(scenario, watched, racks, progress: null, CancellationToken.None);
        Simulation.Run(scenario, alone, progress: null, CancellationToken.None);
        for (int row = 0; row < alone.Rows.Count; row++)
        {
            CollectionAssert.AreEqual(alone.Rows[row], watched.Rows[row]);
        }

        int[] slots = racks.Slots("halls.air_hall.racks.");
        Assert.IsGreaterThan(1, slots.Select(slot => racks.Rows[40][slot]).Distinct().Count());
    }

    [TestMethod]
    public void A_rack_that_comes_later_has_its_column_from_the_start_and_is_zero_until_then()
    {
        Scenario scenario = TestRun.Read(
            "first_day", "time.end=2025-06-14T00:00+02:00", "phases=[ { from: 2025-06-13, set: { halls.air_hall.racks.count: 6 } } ]");
        var (plant, racks) = (new Kept(), new Kept());
        Simulation.Run(scenario, plant, racks, progress: null, CancellationToken.None);
        int[] slots = racks.Slots("halls.air_hall.racks.");
        int whole = plant.Slots("halls.air_hall.power_w").Single();
        Assert.HasCount(6, slots);
        Assert.AreEqual(0.0, racks.Rows[95][slots[5]]);
        Assert.IsGreaterThan(0.0, racks.Rows[96][slots[5]]);
        foreach (int row in new[] { 95, 96, 191 })
        {
            Assert.AreEqual(
                plant.Rows[row][whole], slots.Sum(slot => racks.Rows[row][slot]), SumRounding * plant.Rows[row][whole], $"row {row}");
        }
    }

    private sealed class Kept : IRowSink
    {
        private IReadOnlyList<Column> columns = [];

        public List<double[]> Rows { get; } = [];

        public List<long> Times { get; } = [];

        public int[] Slots(string beginning) =>
            [.. Enumerable.Range(0, columns.Count).Where(i => columns[i].Name.StartsWith(beginning, StringComparison.Ordinal))];

        public void Begin(IReadOnlyList<Column> columns, int outputS) => this.columns = columns;

        public void Row(long startUnixS, ReadOnlySpan<double> values)
        {
            Times.Add(startUnixS);
            Rows.Add(values.ToArray());
        }
    }
}
