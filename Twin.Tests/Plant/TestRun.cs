using Twin.Cli.Input;
using Twin.Core.Engine;
using Twin.Core.Results;
using Twin.Core.Scenarios;

namespace Twin.Tests.Plant;

/// <summary>Runs a shipped scenario with values set, and keeps its rows.</summary>
internal sealed class TestRun : IRowSink
{
    private readonly Dictionary<string, int> slots = new(StringComparer.Ordinal);

    private TestRun(Scenario scenario)
    {
        Scenario = scenario;
        Outcome = Simulation.Run(Scenario, this, progress: null, CancellationToken.None);
    }

    public Scenario Scenario { get; }

    public RunOutcome Outcome { get; }

    public IReadOnlyList<Column> Columns { get; private set; } = [];

    public List<double[]> Rows { get; } = [];

    public List<long> Times { get; } = [];

    public static TestRun Of(string scenario, params string[] sets) => new(Read(scenario, sets));

    public static TestRun Of(Scenario scenario) => new(scenario);

    /// <summary>Runs a shipped scenario with overrides of its file.</summary>
    public static TestRun Overridden(string scenario, params string[] overrides) =>
        new(Read(scenario, ReadOptions.None with { Scenarios = overrides }));

    public static Scenario Read(string scenario, params string[] sets) => Read(scenario, ReadOptions.None with { Sets = sets });

    private static Scenario Read(string scenario, ReadOptions options)
    {
        ReadResult read = ScenarioReader.Read(Folder(scenario), options);
        Assert.IsEmpty(read.Faults, FaultText.Write(read.Faults));
        return read.Scenario!;
    }

    public static string Folder(string scenario)
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "IndustrialTwin.sln")))
            {
                return Path.Combine(at.FullName, "scenarios", scenario);
            }
        }

        throw new DirectoryNotFoundException("No IndustrialTwin.sln above the tests.");
    }

    public double Figure(string name) =>
        Outcome.KeyFigures.Single(f => f.Name == name).Value ?? throw new AssertFailedException($"{name} is not defined.");

    public double[] Column(string name)
    {
        int slot = slots[name];
        return [.. Rows.Select(row => row[slot])];
    }

    void IRowSink.Begin(IReadOnlyList<Column> columns, int outputS)
    {
        Columns = columns;
        for (int i = 0; i < columns.Count; i++)
        {
            slots.Add(columns[i].Name, i);
        }
    }

    void IRowSink.Row(long startUnixS, ReadOnlySpan<double> values)
    {
        Times.Add(startUnixS);
        Rows.Add(values.ToArray());
    }
}
