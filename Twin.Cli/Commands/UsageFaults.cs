using System.CommandLine;
using System.CommandLine.Parsing;
using Twin.Cli.Input;

namespace Twin.Cli.Commands;

/// <summary>What is wrong with a command line, blamed on the word that is wrong.</summary>
/// <remarks>
/// The library takes an option that it does not know for an argument, and then complains of the argument behind it; an unknown verb it
/// calls a missing one.
/// </remarks>
internal static class UsageFaults
{
    /// <summary>One sentence a fault; empty if the line can be run.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string[] strange = [.. UnknownOptions(parsed)];
        if (strange.Length > 0)
        {
            string[] known = [.. command.Options.Select(option => option.Name).Append("--help").Distinct()];
            string of = command is RootCommand ? "twin" : $"twin {command.Name}";
            return [.. strange.Select(word => $"There is no option '{FaultText.Printable(word)}' of {of}.{Meant(word, known)}")];
        }

        if (command is RootCommand && parsed.Errors.Count > 0)
        {
            string[] verbs = [.. command.Subcommands.Select(verb => verb.Name)];
            string only = string.Join(", ", verbs);
            return parsed.UnmatchedTokens is [var verb, ..]
                ? [$"There is no verb '{FaultText.Printable(verb)}', only {only}.{Meant(verb, verbs)}"]
                : [$"A verb is missing: one of {only}."];
        }

        return [.. parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal)];
    }

    // A lone hyphen is standard input, and behind two of them everything is a name.
    private static IEnumerable<string> UnknownOptions(ParseResult parsed)
    {
        HashSet<string> before =
            [.. parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash).Select(token => token.Value)];
        return parsed.CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens.Select(token => token.Value))
            .Concat(parsed.UnmatchedTokens)
            .Where(word => word.Length > 1 && word[0] == '-' && before.Contains(word))
            .Distinct(StringComparer.Ordinal);
    }

    private static string Meant(string word, IEnumerable<string> known) =>
        Nearest.Of(word, known) is { } near ? $" Did you mean {near}?" : string.Empty;
}
