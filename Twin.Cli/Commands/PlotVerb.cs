using Microsoft.Extensions.Logging;
using Twin.Cli.Input;
using Twin.Cli.Output;
using Twin.Cli.Output.Plots;

namespace Twin.Cli.Commands;

/// <summary>What `twin plot` was asked for.</summary>
/// <param name="RunFolder">Folder of a finished run.</param>
/// <param name="Sheets">Names of sheets; none means all.</param>
/// <param name="Formats">png, svg; none means png.</param>
/// <param name="OutFolder">Where the pictures go; null means into the run.</param>
/// <param name="IsQuiet">Whether to leave out what is no fault.</param>
internal sealed record PlotRequest(
    string RunFolder, IReadOnlyList<string> Sheets, IReadOnlyList<string> Formats, string? OutFolder, bool IsQuiet);

/// <summary>twin plot: draws the pictures of a finished run again, from its files; computes nothing.</summary>
internal sealed class PlotVerb(Terminal terminal, ILogger<PlotVerb> logger)
{
    /// <summary>Does it.</summary>
    /// <returns>Exit status.</returns>
    public int Execute(PlotRequest request, CancellationToken cancel)
    {
        if (!AreKnown(request.Sheets, Sheets.Names, "--what", "sheet") || !AreKnown(request.Formats, PlotFormat.All, "--format", "format"))
        {
            return ExitStatus.Usage;
        }

        if (!Directory.Exists(request.RunFolder))
        {
            logger.LogError("there is no folder {Folder}", request.RunFolder);
            return ExitStatus.FileSystem;
        }

        foreach (string needed in new[] { RunFiles.Summary, RunFiles.TimeSeries })
        {
            if (!File.Exists(Path.Combine(request.RunFolder, needed)))
            {
                logger.LogError("{Folder} is not the folder of a finished run: it has no {File}", request.RunFolder, needed);
                return ExitStatus.InvalidScenario;
            }
        }

        return Draw(request, cancel);
    }

    private int Draw(PlotRequest request, CancellationToken cancel)
    {
        string outFolder = request.OutFolder ?? Path.Combine(request.RunFolder, RunFiles.Plots);
        try
        {
            IReadOnlyList<string> names = request.Sheets.Count > 0 ? request.Sheets : Sheets.Names;
            IReadOnlyList<string> formats = request.Formats.Count > 0 ? [.. request.Formats.Distinct(StringComparer.Ordinal)] : [PlotFormat.Png];
            Drawing drawing = Sheets.Draw(request.RunFolder, outFolder, names, formats, cancel);
            foreach ((string name, string reason) in drawing.LeftOut)
            {
                logger.LogInformation("{Sheet} is left out: {Reason}", name, reason);
            }

            foreach (string file in drawing.Files)
            {
                terminal.Out.WriteLine(Path.Combine(outFolder, file));
            }

            return ExitStatus.Done;
        }
        catch (InvalidDataException e)
        {
            logger.LogError("{Folder} cannot be read as a run: {Message}", request.RunFolder, e.Message);
            return ExitStatus.InvalidScenario;
        }
    }

    private bool AreKnown(IReadOnlyList<string> asked, IReadOnlyList<string> known, string option, string what)
    {
        bool areKnown = true;
        foreach (string name in asked.Where(name => !known.Contains(name)))
        {
            string nearest = Nearest.Of(name, known) is { } meant ? $"; did you mean {meant}?" : string.Empty;
            terminal.Error.WriteLine($"{option}: there is no {what} '{name}'{nearest}");
            terminal.Error.WriteLine($"    expected  one of {string.Join(", ", known)}");
            areKnown = false;
        }

        return areKnown;
    }
}
