namespace Twin.Cli.Commands;

/// <summary>What the program tells the shell.</summary>
internal static class ExitStatus
{
    public const int Done = 0;
    public const int InternalError = 1;
    public const int Usage = 2;
    public const int InvalidScenario = 3;
    public const int SimulationFailed = 4;
    public const int LimitBroken = 5;
    public const int FileSystem = 6;
    public const int RunsFailed = 7;
    public const int Interrupted = 130;
    public const int Terminated = 143;
}
