using Twin.Cli.Input;
using Twin.Cli.Input.Comparison;
using Twin.Cli.Output;
using Twin.Cli.Output.Comparison;
using Twin.Core.Engine;
using Twin.Core.Results;

namespace Twin.Cli.Commands.Comparison;

/// <summary>Computes the scenarios between two others: part after part switched from the one to the other.</summary>
internal static class PartSwitching
{
    /// <summary>What stands first where the run to start from was computed by another engine.</summary>
    public const string EngineStep = "engine";

    /// <summary>Computes them, on all processors.</summary>
    /// <param name="first">The scenario to start from.</param>
    /// <param name="second">The scenario to end at.</param>
    /// <param name="firstEngine">The engine that computed the first.</param>
    /// <param name="order">Names of parts that are switched before the others; those that do not differ are passed over.</param>
    /// <param name="cancel">Stops between two blocks of steps.</param>
    /// <returns>One entry a part, in the order of switching.</returns>
    public static IReadOnlyList<SwitchedPart> Compute(
        Subject first, Subject second, string firstEngine, IReadOnlyList<string> order, CancellationToken cancel)
    {
        var parts = new ScenarioParts(first.Written!, second.Written!, path => NameOf(path, first, second));
        string[] names = [.. order.Where(parts.Names.Contains), .. parts.Names.Where(name => !order.Contains(name))];
        int engine = firstEngine == EngineVersion.Text ? 0 : 1;
        var switched = new SwitchedPart[names.Length + engine];
        Parallel.For(
            0,
            switched.Length,
            new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount },
            i =>
            {
                int count = i + 1 - engine;
                string part = count == 0 ? EngineStep : names[count - 1];
                switched[i] = Compute(parts, names.AsSpan(0, count).ToArray(), part, first.BaseFolder, cancel);
            });
        return switched;
    }

    /// <summary>What to call a data file: its name and fingerprint as one of two scenarios knows it.</summary>
    public static string NameOf(string path, Subject first, Subject second) =>
        first.Data.TryGetValue(path, out string? name) || second.Data.TryGetValue(path, out name) ? name : path;

    private static SwitchedPart Compute(
        ScenarioParts parts, string[] switched, string part, string baseFolder, CancellationToken cancel)
    {
        ReadResult read = ScenarioReader.Resolve(
            parts.Switched(switched.ToHashSet(StringComparer.Ordinal)), baseFolder, new ScenarioFiles(baseFolder), new FaultList());
        if (read.Scenario is not { } scenario)
        {
            Fault fault = read.Faults[0];
            return new(part, null, $"{fault.Path} is wrong ({fault.Title}: {FaultText.Printable(fault.Found)})");
        }

        try
        {
            RunOutcome outcome = Simulation.Run(scenario, new NoRows(), progress: null, cancel);
            return new(
                part, outcome.KeyFigures.ToDictionary(figure => figure.Name, figure => figure.Value, StringComparer.Ordinal), string.Empty);
        }
        catch (BooksOpenException e)
        {
            return new(part, null, $"the simulation fails ({FaultText.Printable(e.Message)})");
        }
    }

    private sealed class NoRows : IRowSink
    {
        public void Begin(IReadOnlyList<Column> columns, int outputS)
        {
            // only the figures count
        }

        public void Row(long startUnixS, ReadOnlySpan<double> values)
        {
            // only the figures count
        }
    }
}
