using Microsoft.Extensions.Logging;
using Twin.Cli.Output;
using Twin.Cli.Output.Plots;

namespace Twin.Cli.Commands;

/// <summary>What `twin plot` was asked for.</summary>
/// <param name="RunFolder">Folder of a finished run.</param>
/// <param name="What">Names of sheets.</param>
/// <param name="Formats">Formats of files.</param>
/// <param name="OutFolder">Where the pictures go; null means into the run.</param>
internal sealed record PlotRequest(string RunFolder, IReadOnlyList<string> What, IReadOnlyList<string> Formats, string? OutFolder);

/// <summary>twin plot: draws the pictures of a finished run again, from its files; computes nothing.</summary>
internal sealed class PlotVerb(Terminal terminal, ILogger<PlotVerb> logger)
{
    /// <summary>Does it.</summary>
    /// <returns>Exit status.</returns>
    public int Execute(PlotRequest request, CancellationToken cancel)
    {
        if (!KnownWords.AreKnown(request.What, Sheets.Names, "--what", "sheet", terminal.Error)
            || !KnownWords.AreKnown(request.Formats, PlotFormat.All, "--format", "format", terminal.Error))
        {
            return ExitStatus.Usage;
        }

        if (FinishedRun.WhyNot(request.RunFolder, RunFiles.Summary) is { } reason)
        {
            logger.LogError("{Reason}", reason);
            return ExitStatus.InvalidScenario;
        }

        return Draw(request, cancel);
    }

    private int Draw(PlotRequest request, CancellationToken cancel)
    {
        string outFolder = request.OutFolder ?? Path.Combine(request.RunFolder, RunFiles.Plots);
        try
        {
            List<string> formats = request.Formats.Distinct(StringComparer.Ordinal).ToList();
            Drawing drawing = Sheets.Draw(request.RunFolder, outFolder, request.What, formats, cancel);
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
}
