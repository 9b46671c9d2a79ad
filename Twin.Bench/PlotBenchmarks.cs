using BenchmarkDotNet.Attributes;
using Twin.Cli.Commands;
using Twin.Cli.Output;
using Twin.Cli.Output.Plots;

namespace Twin.Bench;

/// <summary>All pictures of a year of the flagship, drawn from the files of its run.</summary>
public class PlotBenchmarks
{
    private readonly string folder = Directory.CreateTempSubdirectory("twin-bench-").FullName;
    private string runFolder = string.Empty;

    /// <summary>Leaves a run folder as the command does.</summary>
    [GlobalSetup]
    public void Run()
    {
        using var interruption = new Interruption();
        int status = TwinProgram.Run(
            ["run", Flagship.Folder, "--out", folder, "--no-plots", "--quiet"],
            Engine.Services,
            new Terminal(TextWriter.Null, TextWriter.Null, ErrorIsTerminal: false),
            interruption);
        runFolder = status == ExitStatus.Done
            ? Directory.GetDirectories(Path.Combine(folder, "munich")).Single()
            : throw new InvalidOperationException($"twin run ended with {status}.");
    }

    /// <summary>Removes what was written.</summary>
    [GlobalCleanup]
    public void CleanUp() => Directory.Delete(folder, recursive: true);

    /// <summary>Reads the series and draws every sheet.</summary>
    [Benchmark]
    public int AllSheetsOfAYear()
    {
        string plots = Path.Combine(runFolder, RunFiles.Plots);
        Disk.RemoveFolder(plots);
        return Sheets.Draw(runFolder, plots, Sheets.Names, [PlotFormat.Png], CancellationToken.None).Files.Count;
    }
}
