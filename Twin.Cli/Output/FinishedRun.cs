namespace Twin.Cli.Output;

/// <summary>Whether a folder holds what a finished run leaves.</summary>
internal static class FinishedRun
{
    /// <summary>Why a folder is no finished run; null if it is one.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="needed">Files it must have beside a time series.</param>
    public static string? WhyNot(string folder, params ReadOnlySpan<string> needed)
    {
        if (!Directory.Exists(folder))
        {
            return $"there is no folder {folder}";
        }

        string? missing = null;
        foreach (string file in needed)
        {
            missing ??= Has(file) ? null : file;
        }

        missing ??= Has(RunFiles.TimeSeries) || Has(RunFiles.TimeSeriesParquet) ? null : RunFiles.TimeSeries;
        return missing is null ? null : $"{folder} is not the folder of a finished run: it has no {missing}{Meant(folder)}";

        bool Has(string file) => File.Exists(Path.Combine(folder, file));
    }

    // Who names the folder of a scenario means one of the runs in it.
    private static string Meant(string folder)
    {
        string? run = Directory.EnumerateDirectories(folder)
            .Where(inner => File.Exists(Path.Combine(inner, RunFiles.Summary)))
            .OrderDescending(StringComparer.Ordinal).FirstOrDefault();
        return run is null ? string.Empty : $"; did you mean {run}?";
    }
}
