using Twin.Cli.Input;

namespace Twin.Cli.Commands;

/// <summary>Words on the command line of which only some are known.</summary>
internal static class KnownWords
{
    /// <summary>Values of an option, each with commas between its words.</summary>
    public static List<string> Listed(IEnumerable<string> values) =>
        values.SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();

    /// <summary>Checks them, and tells what is wrong with the nearest that is known.</summary>
    /// <param name="asked">Words the user wrote.</param>
    /// <param name="known">All that there are.</param>
    /// <param name="option">The option, for messages.</param>
    /// <param name="what">What the words name.</param>
    /// <param name="error">Where messages go.</param>
    public static bool AreKnown(IReadOnlyList<string> asked, IReadOnlyList<string> known, string option, string what, TextWriter error)
    {
        bool areKnown = asked.Count > 0;
        if (!areKnown)
        {
            error.WriteLine($"{option}: names no {what}");
        }

        foreach (string name in asked.Where(name => !known.Contains(name)))
        {
            string nearest = Nearest.Of(name, known) is { } meant ? $"; did you mean {meant}?" : string.Empty;
            error.WriteLine($"{option}: there is no {what} '{name}'{nearest}");
            error.WriteLine($"    expected  one of {string.Join(", ", known)}");
            areKnown = false;
        }

        return areKnown;
    }
}
