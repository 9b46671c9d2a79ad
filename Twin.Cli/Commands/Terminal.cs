namespace Twin.Cli.Commands;

/// <summary>Where the program writes: data to one writer, everything else to the other.</summary>
/// <param name="Out">Data.</param>
/// <param name="Error">Messages.</param>
/// <param name="ErrorIsTerminal">Whether a person watches the messages: only then a line may be rewritten.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, bool ErrorIsTerminal)
{
    private const int Longest = (int)Input.Layers.LargestFile + 1; // one byte more than may be: enough to be refused

    /// <summary>Reads what is piped in, to its end or to the first byte too many.</summary>
    public Func<byte[]> ReadInput { get; init; } = () => [];

    /// <summary>The console of this process.</summary>
    public static Terminal OfConsole() => new(
        Console.Out,
        Console.Error,
        !Console.IsErrorRedirected
            && Environment.GetEnvironmentVariable("TERM") != "dumb"
            && Environment.GetEnvironmentVariable("CI") is null)
    {
        ReadInput = ReadConsole,
    };

    private static byte[] ReadConsole()
    {
        using Stream input = Console.OpenStandardInput();
        byte[] bytes = new byte[Longest];
        return bytes[..input.ReadAtLeast(bytes, Longest, throwOnEndOfStream: false)];
    }
}
