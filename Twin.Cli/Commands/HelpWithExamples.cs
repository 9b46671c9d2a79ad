using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Twin.Cli.Commands;

/// <summary>The help of a verb with two lines that can be copied.</summary>
internal sealed class HelpWithExamples(HelpAction help, IReadOnlyDictionary<string, string[]> examples) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int exitStatus = help.Invoke(parseResult);
        TextWriter writer = parseResult.InvocationConfiguration.Output;
        if (examples.TryGetValue(NameOf(parseResult.CommandResult.Command), out string[]? lines))
        {
            writer.WriteLine("Examples:");
            foreach (string line in lines)
            {
                writer.WriteLine("  " + line);
            }
        }

        return exitStatus;
    }

    // The root is called after the file that runs, which may be a test's.
    private static string NameOf(Command command) => command is RootCommand ? "twin" : command.Name;
}
