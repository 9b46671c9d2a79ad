namespace Twin.Cli.Output;

/// <summary>Which series files a run shall have.</summary>
/// <param name="Csv">Series as CSV.</param>
/// <param name="Parquet">Series as Parquet.</param>
/// <param name="Racks">The power of each rack, in the same formats.</param>
internal sealed record OutputChoice(bool Csv, bool Parquet, bool Racks)
{
    /// <summary>Names of formats, as the command line takes them.</summary>
    public static IReadOnlyList<string> FormatNames { get; } = ["csv", "parquet"];

    /// <summary>What a run folder has.</summary>
    public static OutputChoice Of(string folder)
    {
        bool Has(string name) => File.Exists(Path.Combine(folder, name));
        return new(Has(RunFiles.TimeSeries), Has(RunFiles.TimeSeriesParquet), Has(RunFiles.Racks) || Has(RunFiles.RacksParquet));
    }

    /// <summary>What either has.</summary>
    public OutputChoice With(OutputChoice other) => new(Csv || other.Csv, Parquet || other.Parquet, Racks || other.Racks);

    /// <summary>Names of what this has and the other lacks, for messages.</summary>
    public string Beyond(OutputChoice other) => string.Join(
        ", ",
        new[] { (Csv && !other.Csv, "csv"), (Parquet && !other.Parquet, "parquet"), (Racks && !other.Racks, "racks") }
            .Where(part => part.Item1).Select(part => part.Item2));
}
