using System.CommandLine;

namespace Twin.Cli.Commands.Sizes;

/// <summary>The words of `twin size`.</summary>
internal static class SizeCommand
{
    private const int MostThreads = 1024;

    /// <summary>Makes the command.</summary>
    public static Command Of(Services services, Terminal terminal, Interruption interruption)
    {
        var file = new Argument<string>("file") { Description = "A size file or a scenario: its folder or its YAML file." };
        var outFolder = new Option<string>("--out")
        {
            Description = "Folder of all results.",
            HelpName = "folder",
            DefaultValueFactory = _ => "results",
        };
        var threads = new Option<int>("--threads") { Description = "Threads; all processors, if not given.", HelpName = "number" };
        threads.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out int number) && number is < 1 or > MostThreads)
            {
                result.AddError($"--threads wants a number from 1 to {MostThreads}, and got '{token.Value}'.");
            }
        });
        var json = new Option<bool>("--json") { Description = "Print the answer as JSON." };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Print the folder of the answer and nothing else." };
        var scenario = new ScenarioOptions(terminal.ReadInput);
        var command = new Command("size", "Find how many servers a site carries, whatever fails, and what ends it.") { file, outFolder };
        scenario.AddTo(command);
        command.Options.Add(threads);
        command.Options.Add(json);
        command.Options.Add(quiet);
        command.SetAction(parsed => new SizeVerb(services, terminal).Execute(
            new SizeRequest(
                scenario.Read(parsed, parsed.GetRequiredValue(file)),
                parsed.GetRequiredValue(outFolder),
                parsed.GetValue(threads),
                parsed.GetValue(json),
                parsed.GetValue(quiet)),
            interruption.Token));
        return command;
    }
}
