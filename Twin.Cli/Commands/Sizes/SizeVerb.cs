using System.Globalization;
using Twin.Cli.Input;
using Twin.Cli.Input.Sizes;
using Twin.Cli.Output.Sizes;
using Twin.Core.Engine;

namespace Twin.Cli.Commands.Sizes;

/// <summary>What `twin size` was asked for.</summary>
/// <param name="Scenario">Size file or scenario, with what is laid over the base.</param>
/// <param name="OutFolder">Folder of all results.</param>
/// <param name="Threads">Threads; 0 for all.</param>
/// <param name="AsJson">Whether to print the answer as JSON.</param>
/// <param name="IsQuiet">Whether to print its folder and nothing else.</param>
internal sealed record SizeRequest(ScenarioRequest Scenario, string OutFolder, int Threads, bool AsJson, bool IsQuiet);

/// <summary>twin size: how many servers a site carries, what ends that, and what would end it next.</summary>
internal sealed class SizeVerb(Services services, Terminal terminal)
{
    private int runs;

    /// <summary>Does it.</summary>
    /// <returns>Exit status.</returns>
    public int Execute(SizeRequest request, CancellationToken cancel)
    {
        (SizeQuestion? question, IReadOnlyList<Fault> faults) = SizeReader.Read(
            request.Scenario.Path, new ReadOptions(request.Scenario.ScenarioNames, request.Scenario.SetFiles, request.Scenario.Sets));
        try
        {
            return question is null ? Faulty(faults) : Answer(question, request, cancel);
        }
        catch (ProbeFaultException e)
        {
            return Faulty(e.Faults);
        }
        catch (BooksOpenException e)
        {
            terminal.Error.WriteLine($"error: {e.Message}");
            return ExitStatus.SimulationFailed;
        }
        finally
        {
            Wipe();
        }
    }

    private int Answer(SizeQuestion question, SizeRequest request, CancellationToken cancel)
    {
        bool hasNetwork = question.Design.Scenario!.Plant.DistrictHeat is not null;
        IReadOnlyList<SizeCase> cases = question.Cases
            ?? SizeCases.Usual(question, hasNetwork ? SizeProber.HeatMaximumW(question, cancel) : null);
        if (SizeProber.Faults(question, cases) is { Count: > 0 } faults)
        {
            return Faulty(faults);
        }

        int threads = request.Threads > 0 ? request.Threads : Environment.ProcessorCount;
        bool isWatched = terminal.ErrorIsTerminal && !request.IsQuiet;
        SizeAnswer answer = new Sizing(question, cases, threads, isWatched ? Ran : Nothing, cancel).Answer();
        Wipe();
        string folder = SizeFolder.Write(answer, request.OutFolder);
        if (request.AsJson)
        {
            terminal.Out.Write(File.ReadAllText(Path.Combine(folder, SizeFolder.Answer)));
            return ExitStatus.Done;
        }

        if (!request.IsQuiet)
        {
            foreach (string sentence in new SizeWords(answer).Sentences())
            {
                terminal.Out.WriteLine(sentence);
            }

            terminal.Out.WriteLine();
            SizeTable.Write(answer, terminal.Out);
        }

        terminal.Out.WriteLine(folder);
        return ExitStatus.Done;
    }

    private int Faulty(IReadOnlyList<Fault> faults)
    {
        services.PrintFaults(faults, terminal.Error);
        return ExitStatus.InvalidScenario;
    }

    private static void Nothing()
    {
    }

    // The number of runs that a search needs is not known before: a count says that it goes on.
    private void Ran() =>
        terminal.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{Interlocked.Increment(ref runs)} runs"));

    private void Wipe()
    {
        if (runs > 0)
        {
            terminal.Error.Write("\r            \r");
            runs = 0;
        }
    }
}
