namespace Twin.Cli.Commands;

/// <summary>What `twin validate` was asked for.</summary>
internal sealed record ValidateRequest(IReadOnlyList<ScenarioRequest> Scenarios, bool AsJson, bool IsQuiet);

/// <summary>twin validate: reads scenarios and all they name, and runs nothing.</summary>
internal sealed class ValidateVerb(Services services, Terminal terminal)
{
    /// <summary>Does it.</summary>
    /// <returns>Exit status.</returns>
    public int Execute(ValidateRequest request, CancellationToken cancel)
    {
        var outcomes = new List<(string Path, LoadOutcome Outcome)>();
        foreach (ScenarioRequest scenario in request.Scenarios)
        {
            cancel.ThrowIfCancellationRequested();
            LoadOutcome outcome = services.Load(scenario);
            outcomes.Add((scenario.Shown, outcome));
            if (outcome.Run is null && !request.AsJson)
            {
                services.PrintFaults(outcome.Faults, terminal.Error);
            }
            else if (!request.IsQuiet && !request.AsJson)
            {
                foreach (string note in outcome.Notes)
                {
                    terminal.Error.WriteLine($"note: {scenario.Shown}: {note}");
                }

                terminal.Out.WriteLine($"{scenario.Shown}: valid");
            }
        }

        if (request.AsJson)
        {
            terminal.Out.Write(VerdictJson.WriteAll(outcomes));
        }

        return outcomes.All(outcome => outcome.Outcome.Run is not null) ? ExitStatus.Done : ExitStatus.InvalidScenario;
    }
}
