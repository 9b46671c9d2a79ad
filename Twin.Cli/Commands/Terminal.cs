namespace Twin.Cli.Commands;

/// <summary>Where the program writes: data to one writer, everything else to the other.</summary>
/// <param name="Out">Data.</param>
/// <param name="Error">Messages.</param>
/// <param name="ErrorIsTerminal">Whether a person watches the messages: only then a line may be rewritten.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, bool ErrorIsTerminal)
{
    /// <summary>The console of this process.</summary>
    public static Terminal OfConsole() => new(
        Console.Out,
        Console.Error,
        !Console.IsErrorRedirected
            && Environment.GetEnvironmentVariable("TERM") != "dumb"
            && Environment.GetEnvironmentVariable("CI") is null);
}
