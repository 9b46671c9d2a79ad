using System.CommandLine;

namespace Twin.Cli.Commands.Comparison;

/// <summary>The words of `twin compare`.</summary>
internal static class CompareCommand
{
    /// <summary>Two lines for its help.</summary>
    public static IReadOnlyList<string> Examples { get; } =
    [
        "twin compare results/munich/0123456789ab results/munich/cdef01234567",
        "twin compare scenarios/munich scenarios/munich_liquid --explain pue,cer --fail-on \"pue > 1%\"",
    ];

    /// <summary>Makes the command.</summary>
    public static Command Of(Terminal terminal, Interruption interruption)
    {
        var runs = new Argument<string[]>("run")
        {
            Description = "Folders of finished runs, or scenarios, two or more; the others are compared with the first.",
            Arity = ArgumentArity.OneOrMore,
        };
        var explain = new Option<string[]>("--explain")
        {
            Description = "Key figures whose change is explained part by part, with commas between; "
                + "pue, energy_cost and the one that changes most, if not given.",
            HelpName = "figure,...",
        };
        explain.CompletionSources.Add(context => Suggestions.Listed(context, CompareVerb.FigureNames));
        var order = new Option<string[]>("--order")
        {
            Description = "Parts that are switched first, with commas between; the others follow in the order of a scenario's sections.",
            HelpName = "part,...",
        };
        var failOn = new Option<string[]>("--fail-on")
        {
            Description = "End with status 5 where a key figure changes so, such as \"pue > 1%\"; may be given several times.",
            HelpName = "condition",
        };
        var outFolder = new Option<string?>("--out")
        {
            Description = "Folder of the comparison; results/comparisons and the ids of the runs, if not given.",
            HelpName = "folder",
        };
        var json = new Option<bool>("--json") { Description = "Print the comparison as JSON in place of the tables." };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Print the folder of the comparison and nothing else." };
        var command = new Command("compare", "Say what runs differ in, what their key figures do, and why, part by part.")
        {
            runs, explain, order, failOn, outFolder, json, quiet,
        };
        command.SetAction(parsed => new CompareVerb(terminal).Execute(
            new CompareRequest(
                parsed.GetRequiredValue(runs),
                KnownWords.Listed(parsed.GetValue(explain) ?? []),
                KnownWords.Listed(parsed.GetValue(order) ?? []),
                parsed.GetValue(failOn) ?? [],
                parsed.GetValue(outFolder),
                parsed.GetValue(json),
                parsed.GetValue(quiet)),
            interruption.Token));
        return command;
    }
}
