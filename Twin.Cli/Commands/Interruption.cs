using System.Runtime.InteropServices;

namespace Twin.Cli.Commands;

/// <summary>A wish to stop, from the keyboard or from the system, and the exit status that goes with it.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly List<PosixSignalRegistration> registrations = [];

    /// <summary>Is cancelled when the program should stop.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>Exit status of a program that stopped for this.</summary>
    public int ExitStatus { get; private set; } = Commands.ExitStatus.Interrupted;

    /// <summary>Listens to Ctrl-C and SIGTERM.</summary>
    public static Interruption OfSignals()
    {
        var interruption = new Interruption();
        interruption.Listen(PosixSignal.SIGINT, Commands.ExitStatus.Interrupted);
        interruption.Listen(PosixSignal.SIGTERM, Commands.ExitStatus.Terminated);
        return interruption;
    }

    /// <summary>Asks the program to stop.</summary>
    public void Raise(int exitStatus)
    {
        ExitStatus = exitStatus;
        source.Cancel();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        registrations.ForEach(registration => registration.Dispose());
        source.Dispose();
    }

    // The first signal lets the run tidy up; whoever sends a second one wants the end at once, and gets it.
    private void Listen(PosixSignal signal, int exitStatus) =>
        registrations.Add(PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = !source.IsCancellationRequested;
            Raise(exitStatus);
        }));
}
