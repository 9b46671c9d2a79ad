using Twin.Cli.Input;
using Twin.Core.Scenarios;

namespace Twin.Bench;

/// <summary>Finds and reads scenarios/munich from wherever the benchmark was built.</summary>
internal static class Flagship
{
    public static Scenario Read()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "IndustrialTwin.sln")))
            {
                ReadResult read = ScenarioReader.Read(Path.Combine(at.FullName, "scenarios", "munich"), ReadOptions.None);
                return read.Scenario ?? throw new InvalidOperationException(FaultText.Write(read.Faults));
            }
        }

        throw new DirectoryNotFoundException("No IndustrialTwin.sln above the benchmark.");
    }
}
