using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Invocation;

namespace Twin.Cli.Commands;

/// <summary>What the program proposes to a shell that asks how a line may go on.</summary>
internal static class Suggestions
{
    /// <summary>How the word at the cursor may go on where names stand with commas between: each name once.</summary>
    /// <param name="context">Where the cursor stands.</param>
    /// <param name="names">All names.</param>
    public static IEnumerable<CompletionItem> Listed(CompletionContext context, IEnumerable<string> names)
    {
        string word = context.WordToComplete;
        string before = word[..(word.LastIndexOf(',') + 1)];
        string[] there = before.Split(',');
        return names.Where(name => !there.Contains(name, StringComparer.Ordinal)).Select(name => new CompletionItem(before + name));
    }

    /// <summary>Leaves some words out of what the library proposes.</summary>
    /// <param name="suggest">The library's own action.</param>
    /// <param name="noise">Words that nobody needs completed, such as one letter behind a hyphen.</param>
    internal sealed class Action(SynchronousCommandLineAction suggest, IReadOnlyCollection<string> noise) : SynchronousCommandLineAction
    {
        /// <inheritdoc/>
        public override bool ClearsParseErrors => true; // a line that is being written is not whole yet

        /// <inheritdoc/>
        public override int Invoke(ParseResult parseResult)
        {
            TextWriter output = parseResult.InvocationConfiguration.Output;
            using var all = new StringWriter();
            parseResult.InvocationConfiguration.Output = all;
            int status = suggest.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output = output;
            foreach (string word in all.ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!noise.Contains(word))
                {
                    output.WriteLine(word);
                }
            }

            return status;
        }
    }
}
