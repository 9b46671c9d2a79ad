using Twin.Cli.Input;
using Twin.Core.Scenarios;

namespace Twin.Bench;

/// <summary>Finds and reads scenarios/munich from wherever the benchmark was built.</summary>
internal static class Flagship
{
    /// <summary>Folder of the scenario.</summary>
    public static string Folder
    {
        get
        {
            for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
            {
                if (File.Exists(Path.Combine(at.FullName, "IndustrialTwin.sln")))
                {
                    return Path.Combine(at.FullName, "scenarios", "munich");
                }
            }

            throw new DirectoryNotFoundException("No IndustrialTwin.sln above the benchmark.");
        }
    }

    /// <summary>The year of the flagship with another step, recorded at every step.</summary>
    public static Scenario Read(string step) => Read([$"time.step={step}", $"time.output={step}"]);

    /// <summary>The same with another number of racks: half of them train, a quarter each serves and works through batches.</summary>
    public static Scenario Read(string step, int racks) => Read(
    [
        $"time.step={step}",
        $"time.output={step}",
        $"halls.training.racks.count={racks / 2}",
        $"halls.inference.racks.count={racks / 4}",
        $"halls.batch.racks.count={racks / 4}",
    ]);

    private static Scenario Read(IReadOnlyList<string> sets)
    {
        ReadResult read = ScenarioReader.Read(Folder, ReadOptions.None with { Sets = sets });
        return read.Scenario ?? throw new InvalidOperationException(FaultText.Write(read.Faults));
    }
}
