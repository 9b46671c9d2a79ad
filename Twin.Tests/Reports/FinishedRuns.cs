using System.Collections.Concurrent;
using Twin.Cli.Commands;
using Twin.Tests.Output;
using TestRun = Twin.Tests.Plant.TestRun;

namespace Twin.Tests.Reports;

/// <summary>Run folders as `twin run` leaves them, each computed once for all tests of reports.</summary>
[TestClass]
public static class FinishedRuns
{
    private static readonly ConcurrentDictionary<string, Lazy<string>> Folders = new(StringComparer.Ordinal);
    private static readonly TemporaryFolder Place = new();

    /// <summary>Folder of a run of a shipped scenario.</summary>
    /// <param name="scenario">Name of the scenario.</param>
    /// <param name="sets">Values in place of its own.</param>
    internal static string Of(string scenario, params string[] sets) => Folders.GetOrAdd(
        string.Join('\n', [scenario, .. sets]), _ => new Lazy<string>(() => Run(scenario, sets))).Value;

    /// <summary>Calls the program as a shell does.</summary>
    internal static (int ExitStatus, string Data, string Messages) Call(params string[] args)
    {
        using var data = new StringWriter();
        using var messages = new StringWriter();
        var terminal = new Terminal(data, messages, ErrorIsTerminal: false);
        using var interruption = new Interruption();
        int status = TwinProgram.Run(args, Engine.Services, terminal, interruption);
        return (status, data.ToString(), messages.ToString());
    }

    [AssemblyCleanup]
    public static void Remove() => Place.Dispose();

    private static string Run(string scenario, string[] sets)
    {
        (int status, string data, string messages) = Call(
            ["run", TestRun.Folder(scenario), "--no-plots", "--quiet", "--out", Place.Path, .. sets.SelectMany(set => new[] { "--set", set })]);
        Assert.AreEqual(ExitStatus.Done, status, messages);
        return data.Trim();
    }
}
