using System.Globalization;
using Twin.Cli.Input;
using Twin.Cli.Input.Studies;
using Twin.Core.Studies;
using TestRun = Twin.Tests.Plant.TestRun;

namespace Twin.Tests.Sweeps;

/// <summary>Small studies of three hours of first_day, put together by hand.</summary>
internal static class MadeStudy
{
    public const string Racks = "halls.air_hall.racks.count";
    public const string Price = "grid.price";

    private static readonly Source Written =
        new("study.yaml", Layer.Set, TestRun.Folder("first_day"), RootFolder: null, HasLines: false);

    /// <summary>Two numbers of racks times two prices under two policies: 8 runs.</summary>
    public static Study Grid(string[]? racks = null, string name = "small") => Make(name, racks ?? ["2", "4"]);

    public static Entry Set(string path, string value) => new(path, new Scalar(value, isQuoted: false, Written, 1, 1), Written, 1, 1);

    public static StudyOutcome Figure(string name, string unit, OutcomeDirection? direction = OutcomeDirection.Min) =>
        new(name, $"The figure {name}.", OutcomeKind.KeyFigure, [name], unit, PerInside: 1.0, direction);

    public static StudyOutcome OfColumns(string name, OutcomeKind kind, string unit, double perInside, params string[] columns) =>
        new(name, $"Of {string.Join(", ", columns)}.", kind, columns, unit, perInside, Direction: null);

    /// <summary>The base: three hours in the middle of the day.</summary>
    public static BaseScenario Base()
    {
        string[] sets =
            ["time.start=2025-06-12T10:00+02:00", "time.end=2025-06-12T13:00+02:00", "time.step=15 min", "time.output=15 min"];
        var faults = new FaultList();
        BaseScenario? read = BaseScenario.Read(TestRun.Folder("first_day"), ReadOptions.None with { Sets = sets }, faults);
        Assert.IsNotNull(read, FaultText.Write(faults.InFileOrder()));
        return read;
    }

    private static Study Make(string name, string[] racks)
    {
        double[] counts = [.. racks.Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        var space = new StudySpace(
            [
                new StudyInput(Racks, new DiscreteDistribution(counts, [.. counts.Select(_ => 1.0)])),
                new StudyInput(Price, new DiscreteDistribution([60.0, 120.5], [1.0, 1.0])),
            ],
            []);
        StudyVariable price = new(Price, IsLever: false, "EUR/MWh", [],
            value => [Set(Price, value.ToString("R", CultureInfo.InvariantCulture) + " EUR/MWh")]);
        StudyVariable count = new(Racks, IsLever: true, "1", [], value => [Set(Racks, value.ToString("R", CultureInfo.InvariantCulture))]);
        StudyOutcome lost = Figure("throttled_gpu_hours", "h");
        return new Study(
            name,
            "How many racks?",
            TestRun.Folder("first_day"),
            Base(),
            [],
            new StudyMethod(MethodKind.Grid, N: 0, Levels: 0, Seed: 1),
            SettingDesigns.Grid(space, levels: 1),
            [price, count], // ordinal order of their names, as in the space
            [
                new StudyPolicy("as_is", []),
                new StudyPolicy("small_river", [Set("river.permit.intake", "20 l/s")]),
            ],
            [Figure("pue", "1"), Figure("energy_cost", "EUR"), OfColumns("peak", OutcomeKind.Largest, "kW", 0.001, "grid.import_w")],
            [new StudyConstraint("throttled_gpu_hours <= 100 h", lost, ConstraintSign.AtMost, 100.0)],
            Costs: null,
            SeriesColumns: [],
            $"study: 1\nname: {name}\nracks: [{string.Join(", ", racks)}]\n",
            Files: []);
    }
}
