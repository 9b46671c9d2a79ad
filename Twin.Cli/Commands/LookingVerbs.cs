using System.CommandLine;
using System.CommandLine.Completions;
using Twin.Cli.Input.Formats;

namespace Twin.Cli.Commands;

/// <summary>The verbs that only look: show, catalog, inspect, completion. They compute nothing, keep no log and need no host.</summary>
internal static class LookingVerbs
{
    /// <summary>Two lines for the help of each verb.</summary>
    public static IReadOnlyDictionary<string, string[]> Examples { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["show"] =
        [
            "twin show scenarios/munich --resolved --origin",
            "twin show scenarios/munich --set halls.training.racks.count=150 --diff scenarios/munich",
        ],
        ["catalog"] = ["twin catalog servers", "twin catalog permits sa-hr"],
        ["inspect"] = ["twin inspect weather.epw", "twin inspect prices.csv --zone Europe/Berlin --json"],
        ["completion"] = ["source <(twin completion bash)", "twin completion fish > ~/.config/fish/completions/twin.fish"],
    };

    /// <summary>Adds the verbs.</summary>
    public static void AddTo(RootCommand root, Terminal terminal)
    {
        root.Subcommands.Add(Show(terminal));
        root.Subcommands.Add(Catalog(terminal));
        root.Subcommands.Add(Inspect(terminal));
        root.Subcommands.Add(Completion(terminal));
    }

    private static Command Show(Terminal terminal)
    {
        var file = new Argument<string>("file") { Description = "A scenario: its folder or its YAML file." };
        var resolved = new Option<bool>("--resolved") { Description = "Write every default and the entries of the catalogue in use." };
        var origin = new Option<bool>("--origin") { Description = "Say behind each value where it comes from." };
        var diff = new Option<string?>("--diff")
        {
            Description = "Write only what differs from another scenario, or from that of a run folder.",
            HelpName = "base",
        };
        var scenario = new ScenarioOptions(terminal.ReadInput);
        var command = new Command("show", "Write a scenario with all its layers merged.") { file, resolved, origin, diff };
        scenario.AddTo(command);
        command.SetAction(parsed => new ShowVerb(terminal).Execute(new ShowRequest(
            scenario.Read(parsed, parsed.GetRequiredValue(file)),
            parsed.GetValue(resolved),
            parsed.GetValue(origin),
            parsed.GetValue(diff))));
        return command;
    }

    private static Command Catalog(Terminal terminal)
    {
        var kind = new Argument<string?>("kind")
        {
            Description = "A kind of machine, such as servers; all kinds if missing.",
            HelpName = "kind",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var name = new Argument<string?>("name")
        {
            Description = "An entry of that kind; all entries if missing.",
            HelpName = "name",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var json = new Option<bool>("--json") { Description = "Print as JSON." };

        // While the first word is being written, kinds; from then on the names of that kind.
        kind.CompletionSources.Add(context => IsFirst(context, kind)
            ? CatalogVerb.KindNames.Select(known => new CompletionItem(known))
            : []);
        name.CompletionSources.Add(context => IsFirst(context, kind)
            ? []
            : CatalogVerb.EntryNames(context.ParseResult.GetValue(kind)).Select(known => new CompletionItem(known)));
        var command = new Command("catalog",
            "Browse what scenarios may name: machines, curves, permits, each with its source.") { kind, name, json };
        command.SetAction(parsed =>
            new CatalogVerb(terminal).Execute(parsed.GetValue(kind), parsed.GetValue(name), parsed.GetValue(json)));
        return command;
    }

    private static Command Inspect(Terminal terminal)
    {
        var file = new Argument<string>("file")
        {
            Description = "A data file, plain or gzip: weather, river, prices, carbon, jobs, or any table with a header.",
        };
        var format = new Option<string>("--format")
        {
            Description = $"Format to read it in: {string.Join(", ", FileFormats.Names)}. Recognised, if not given.",
            HelpName = "format",
            DefaultValueFactory = _ => FileFormats.Auto,
        };
        format.AcceptOnlyFromAmong([FileFormats.Auto, .. FileFormats.Names]);
        var zone = new Option<string?>("--zone")
        {
            Description = "Zone of stamps without an offset, in place of what the file says.",
            HelpName = "zone",
        };
        var json = new Option<bool>("--json") { Description = "Print as JSON." };
        var command = new Command(
            "inspect",
            "Say what a data file is: format, period, zone, columns, gaps, and whether its values can be true.")
        {
            file, format, zone, json,
        };
        command.SetAction(parsed => new InspectVerb(terminal).Execute(new InspectRequest(
            parsed.GetRequiredValue(file), parsed.GetRequiredValue(format), parsed.GetValue(zone), parsed.GetValue(json))));
        return command;
    }

    private static bool IsFirst(CompletionContext context, Argument<string?> kind) =>
        context.ParseResult.GetValue(kind) is not { } written || written == context.WordToComplete;

    private static Command Completion(Terminal terminal)
    {
        var shell = new Argument<string>("shell") { Description = "The shell that is to complete." };
        shell.AcceptOnlyFromAmong([.. CompletionScripts.Shells]);
        var command = new Command("completion", "Print a script with which a shell completes verbs, options and names.") { shell };
        command.SetAction(parsed =>
        {
            terminal.Out.Write(CompletionScripts.Of(parsed.GetRequiredValue(shell)));
            return ExitStatus.Done;
        });
        return command;
    }
}
