using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using Twin.Cli.Input;

namespace Twin.Cli.Commands;

/// <summary>The options with which every verb that reads a scenario lets its values be changed.</summary>
internal sealed class ScenarioOptions
{
    private readonly Lazy<byte[]> input;

    private readonly Option<string[]> scenarios = new("--scenario")
    {
        Description = "Apply these overrides of the scenario, with commas between; may be given several times.",
        HelpName = "name,...",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string[]> sets = new("--set")
    {
        Description = "Set one value; may be given several times and wins over everything else.",
        HelpName = "path=value",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string[]> setFiles = new("--set-file")
    {
        Description = "Set the values of a YAML file; may be given several times.",
        HelpName = "file",
        DefaultValueFactory = _ => [],
    };

    /// <summary>Makes the options and their check.</summary>
    /// <param name="readInput">Reads standard input; called at most once, when a scenario is "-".</param>
    public ScenarioOptions(Func<byte[]> readInput)
    {
        input = new Lazy<byte[]>(readInput);
        sets.Validators.Add(CheckSets);
        scenarios.CompletionSources.Add(OverrideNames);
    }

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(scenarios);
        command.Options.Add(sets);
        command.Options.Add(setFiles);
    }

    /// <summary>Reads what the user asked for.</summary>
    public ScenarioRequest Read(ParseResult parsed, string path) =>
        new(path, [.. parsed.GetRequiredValue(scenarios).SelectMany(Names)],
            parsed.GetRequiredValue(sets), parsed.GetRequiredValue(setFiles))
        {
            Content = path == ScenarioRequest.StandardInput ? input.Value : null,
        };

    private static string[] Names(string written) =>
        written.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Overrides of the scenarios that the line names so far, wherever in the line they stand.</summary>
    private static IEnumerable<CompletionItem> OverrideNames(CompletionContext context) =>
        Suggestions.Listed(context, context.ParseResult.CommandResult.Children
            .OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .Where(token => token.Value != ScenarioRequest.StandardInput)
            .SelectMany(token => ScenarioReader.OverrideNames(token.Value))
            .Distinct(StringComparer.Ordinal));

    // By tokens: asking for the value inside a validator throws when the value is wrong.
    private static void CheckSets(OptionResult result)
    {
        foreach (string set in result.Tokens.Select(token => token.Value))
        {
            bool removes = set.Length > 1 && set[0] == '~' && !set.Contains('=', StringComparison.Ordinal);
            if (!removes && set.IndexOf('=', StringComparison.Ordinal) < 1)
            {
                result.AddError(
                    $"--set wants path=value, such as halls.training.racks.count=120, or ~path to take a key away, and got '{set}'.");
            }
        }
    }
}
