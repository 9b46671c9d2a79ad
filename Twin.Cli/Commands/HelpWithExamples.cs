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
        TextWriter writer = parseResult.InvocationConfiguration.Output;
        using var text = new StringWriter();
        parseResult.InvocationConfiguration.Output = text;
        int exitStatus = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = writer;
        writer.Write(WithBrackets(text.ToString(), parseResult.CommandResult.Command));
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

    // In its list of verbs the library writes arguments that may be left out like those that may not.
    private static string WithBrackets(string text, Command command)
    {
        foreach (Command verb in command.Subcommands)
        {
            string[] names =
                [.. verb.Arguments.Where(argument => argument.Arity.MinimumNumberOfValues == 0).Select(one => $"<{one.HelpName}>")];
            if (names.Length > 0)
            {
                string nested = names.Aggregate((all, name) => $"{all} [{name}") + new string(']', names.Length);
                string shown = $"  {verb.Name} [{nested}";
                text = text.Replace($"  {verb.Name} {string.Join(' ', names)}".PadRight(shown.Length), shown, StringComparison.Ordinal);
            }
        }

        return text;
    }

    // The root is called after the file that runs, which may be a test's.
    private static string NameOf(Command command) => command is RootCommand ? "twin" : command.Name;
}
