using Twin.Cli.Commands;
using Twin.Cli.Input;
using Twin.Core.Engine;
using Twin.Core.Results;
using Twin.Tests.Output;

namespace Twin.Tests.Commands;

/// <summary>Calls the program as a shell does, in this process, with a plant that no engine computes.</summary>
internal sealed class Shell : IDisposable
{
    public static readonly Fault MissingUnit = new(
        "IT0201",
        "missing unit",
        new Place("bad/scenario.yaml", 14, 17),
        "racks.idle",
        "12000, a number without a unit",
        "a power, such as \"12 kW\"");

    private readonly TemporaryFolder folder = new();
    private readonly SyntheticRun run = new(new DateOnly(2025, 6, 12), days: 1);

    public string Out => folder.Of("results");

    public string ScenarioFolder => folder.Of("results", "synthetic");

    /// <summary>What the last call wrote as data.</summary>
    public string Data { get; private set; } = string.Empty;

    /// <summary>What the last call said.</summary>
    public string Messages { get; private set; } = string.Empty;

    /// <summary>How often the plant was computed.</summary>
    public int Computed { get; private set; }

    /// <summary>What the last call asked to read.</summary>
    public ScenarioRequest? Asked { get; private set; }

    /// <summary>Replaces the computation; null computes the synthetic plant.</summary>
    public Simulate? Simulation { get; set; }

    public bool IsTerminal { get; set; }

    /// <summary>The clock of the program, which a test may move by hand.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    public Interruption Interruption { get; } = new();

    /// <summary>The one folder that a finished run has left.</summary>
    public string RunFolder => Directory.GetDirectories(ScenarioFolder).Single();

    public IReadOnlyList<string> Entries() => folder.Entries();

    /// <summary>twin run, into the folder of this shell, without plots.</summary>
    public int RunPlant(params string[] more) => Call(["run", "plant", "--out", Out, "--no-plots", .. more]);

    public int Call(params string[] args)
    {
        using var data = new StringWriter();
        using var messages = new StringWriter();
        var services = new Services(Load, Print) { Clock = Clock };
        int status = TwinProgram.Run(args, services, new Terminal(data, messages, IsTerminal), Interruption);
        Data = data.ToString();
        Messages = messages.ToString();
        return status;
    }

    public void Dispose()
    {
        Interruption.Dispose();
        folder.Dispose();
    }

    private static void Print(IReadOnlyList<Fault> faults, TextWriter writer)
    {
        foreach (Fault fault in faults)
        {
            writer.WriteLine($"error {fault.Code} {fault.Title}");
        }
    }

    private LoadOutcome Load(ScenarioRequest request)
    {
        Asked = request;
        return request.Path switch
        {
            "plant" => new(new LoadedRun(run.Header, Compute), []),
            "noted" => new(new LoadedRun(run.Header, Compute), []) { Notes = ["the wind is borrowed"] },
            "bad" => new(null, [MissingUnit]),
            "crash" => throw new InvalidOperationException("the reader lost its way"),
            _ => throw new UnauthorizedAccessException($"Access to '{request.Path}' is denied."),
        };
    }

    private RunOutcome Compute(IRowSink rows, IRowSink? racks, Action<RunProgress>? progress, CancellationToken cancel)
    {
        Computed++;
        if (Simulation is not null)
        {
            return Simulation(rows, racks, progress, cancel);
        }

        racks?.Begin([new("halls.one.racks.1.power_w", "W", Statistic.Mean, "One rack.")], 900);
        racks?.Row(run.Header.StartUnixS, [12_000.5]);
        return run.Play(rows, progress, cancel);
    }
}
