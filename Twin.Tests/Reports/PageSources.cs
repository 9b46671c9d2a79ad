using Twin.Cli.Output;
using Twin.Cli.Output.Plots;
using Twin.Tests.Output;
using TestRun = Twin.Tests.Plant.TestRun;

namespace Twin.Tests.Reports;

/// <summary>What tests of the page are made from: runs that no engine computed, and the page's own source.</summary>
internal static class PageSources
{
    /// <summary>Everything that the page draws of a synthetic run.</summary>
    public static RunSeries Run(DateOnly first, int days, bool hasRiver)
    {
        using var folder = new TemporaryFolder();
        var run = new SyntheticRun(first, days, hasRiver);
        using (var rows = new TimeSeriesFile(folder.Of(RunFiles.TimeSeries)))
        {
            run.Play(rows, null, CancellationToken.None);
        }

        SummaryFile.Write(folder.Path, run.Header, SyntheticRun.KeyFigures);
        return PageModels.Read(folder.Path);
    }

    /// <summary>Texts of the source files of a folder of the output.</summary>
    public static IEnumerable<string> All(string folder)
    {
        string root = Path.GetFullPath(Path.Combine(TestRun.Folder("munich"), "..", ".."));
        return Directory.EnumerateFiles(Path.Combine(root, "Twin.Cli", "Output", folder)).Select(File.ReadAllText);
    }
}
