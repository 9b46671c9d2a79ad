using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Twin.Cli.Commands;

/// <summary>The log of one call: all of it in log.txt, what concerns the user on the terminal.</summary>
internal sealed class RunLog : ILoggerProvider, ILogger
{
    private readonly List<string> lines = [];
    private readonly Terminal terminal;
    private readonly LogLevel shown;
    private readonly TimeProvider clock;
    private StreamWriter? file;

    /// <summary>Starts a log that has no file yet.</summary>
    public RunLog(Terminal terminal, bool isQuiet, TimeProvider clock)
    {
        this.terminal = terminal;
        this.clock = clock;
        shown = isQuiet ? LogLevel.Warning : LogLevel.Information;
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        string message = formatter(state, exception);
        string time = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        Keep($"{time} {NameOf(logLevel)} {message}");
        if (exception is not null)
        {
            Keep(exception.ToString());
        }

        if (logLevel >= shown)
        {
            terminal.Error.WriteLine(logLevel >= LogLevel.Warning ? $"{NameOf(logLevel)}: {message}" : message);
        }
    }

    /// <summary>Gives the log a file, with everything said so far in it.</summary>
    public void Open(string path)
    {
        var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        file = new StreamWriter(stream) { AutoFlush = true, NewLine = "\n" };
        lines.ForEach(file.WriteLine);
    }

    /// <summary>Takes the file away again: its folder is about to move or to go.</summary>
    public void Close()
    {
        if (file is not null)
        {
            ((FileStream)file.BaseStream).Flush(flushToDisk: true);
            file.Dispose();
            file = null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Close();

    private static string NameOf(LogLevel level) => level switch
    {
        LogLevel.Warning => "warning",
        LogLevel.Error or LogLevel.Critical => "error",
        _ => "info",
    };

    private void Keep(string line)
    {
        lines.Add(line);
        file?.WriteLine(line);
    }
}
