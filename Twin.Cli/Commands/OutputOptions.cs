using System.CommandLine;
using System.CommandLine.Parsing;
using Twin.Cli.Output;

namespace Twin.Cli.Commands;

/// <summary>The options that say which series files a run shall have.</summary>
internal sealed class OutputOptions
{
    private readonly Option<string> format = new("--format")
    {
        Description = "Formats of the series, with commas between: csv, parquet.",
        HelpName = "names",
        DefaultValueFactory = _ => OutputChoice.FormatNames[0],
    };

    // Not a key of the scenario: it changes what is kept and not what is computed, so it must not make another run.
    private readonly Option<bool> racks = new("--racks") { Description = "Keep the power of each rack as well." };

    /// <summary>Makes the options and their check.</summary>
    public OutputOptions()
    {
        format.Validators.Add(CheckFormat);
        format.CompletionSources.Add(context => Suggestions.Listed(context, OutputChoice.FormatNames));
    }

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(format);
        command.Options.Add(racks);
    }

    /// <summary>Reads what the user asked for.</summary>
    public OutputChoice Read(ParseResult parsed)
    {
        string[] names = parsed.GetRequiredValue(format).Split(',');
        return new(names.Contains(OutputChoice.FormatNames[0]), names.Contains(OutputChoice.FormatNames[1]), parsed.GetValue(racks));
    }

    private static void CheckFormat(OptionResult result)
    {
        IEnumerable<string> names = result.Tokens.SelectMany(token => token.Value.Split(','));
        foreach (string name in names.Where(name => !OutputChoice.FormatNames.Contains(name)))
        {
            result.AddError($"--format wants {string.Join(" or ", OutputChoice.FormatNames)}, or both with a comma, and got '{name}'.");
        }
    }
}
