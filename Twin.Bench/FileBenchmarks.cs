using System.Globalization;
using BenchmarkDotNet.Attributes;
using Twin.Cli.Input;
using Twin.Cli.Output;
using Twin.Core.Engine;
using Twin.Core.Results;
using Twin.Core.Scenarios;
using Twin.Core.Series;
using Twin.Core.Time;

namespace Twin.Bench;

/// <summary>Files of a run: a year of rows written as CSV, and a year of minutes read from a CSV that a user gives.</summary>
[MemoryDiagnoser]
public class FileBenchmarks
{
    private const long YearS = 365L * UtcDay.LengthS;
    private const int MinuteS = 60;
    private readonly string folder = Directory.CreateTempSubdirectory("twin-bench-").FullName;
    private readonly KeptRows rows = new();
    private long startUnixS;

    /// <summary>Computes a year at 15 min and writes the series that is to be read.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        Scenario scenario = Flagship.Read("15 min");
        Simulation.Run(scenario, rows, progress: null, CancellationToken.None);
        startUnixS = scenario.Clock.StartUnixS;
        using var text = new StreamWriter(Path.Combine(folder, "river.csv"));
        text.Write("time_utc,water_c,b,c,d,e,f,g,h,i,j\n");
        for (long atUnixS = startUnixS; atUnixS <= startUnixS + YearS; atUnixS += MinuteS)
        {
            double waterC = 10.0 + 8.0 * Math.Sin(atUnixS / 5e6);
            text.Write(string.Create(
                CultureInfo.InvariantCulture, $"{DateTimeOffset.FromUnixTimeSeconds(atUnixS):yyyy-MM-dd'T'HH:mm:ss'Z'},{waterC:F3}"));
            for (int column = 1; column < 10; column++)
            {
                text.Write(string.Create(CultureInfo.InvariantCulture, $",{waterC + column:F3}"));
            }

            text.Write('\n');
        }
    }

    /// <summary>Removes what was written.</summary>
    [GlobalCleanup]
    public void CleanUp() => Directory.Delete(folder, recursive: true);

    /// <summary>35,040 rows of all columns of the flagship.</summary>
    [Benchmark]
    public long WriteCsvOfAYearAt15Min()
    {
        string path = Path.Combine(folder, "timeseries.csv");
        File.Delete(path);
        using (var file = new TimeSeriesFile(path))
        {
            rows.WriteTo(file);
            file.Finish();
        }

        return new FileInfo(path).Length;
    }

    /// <summary>The same rows as Parquet.</summary>
    [Benchmark]
    public long WriteParquetOfAYearAt15Min()
    {
        string path = Path.Combine(folder, "timeseries.parquet");
        File.Delete(path);
        using (var file = new ParquetSeriesFile(path))
        {
            rows.WriteTo(file);
            file.Finish();
        }

        return new FileInfo(path).Length;
    }

    /// <summary>525,600 rows of ten columns, of which one becomes a series.</summary>
    [Benchmark]
    public int ReadCsvOfAYearAt1Min() => FileSeriesReader.Read(new FileSeriesRequest(
        Path.Combine(folder, "river.csv"),
        "water_c",
        "degC",
        Zone: null,
        Between.Linear,
        GapRule.Fault,
        RepeatCalendar: false,
        startUnixS,
        startUnixS + YearS,
        new Place("bench.yaml", 1, 1),
        "river.temperature")).Series!.Samples.Count;

    private sealed class KeptRows : IRowSink
    {
        private readonly List<(long StartUnixS, double[] Values)> kept = [];
        private IReadOnlyList<Column> columns = [];
        private int outputS;

        public void Begin(IReadOnlyList<Column> columns, int outputS) => (this.columns, this.outputS) = (columns, outputS);

        public void Row(long startUnixS, ReadOnlySpan<double> values) => kept.Add((startUnixS, values.ToArray()));

        public void WriteTo(IRowSink sink)
        {
            sink.Begin(columns, outputS);
            foreach ((long atUnixS, double[] values) in kept)
            {
                sink.Row(atUnixS, values);
            }
        }
    }
}
