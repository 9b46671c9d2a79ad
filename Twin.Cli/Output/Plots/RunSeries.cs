using System.Globalization;
using CsvHelper;

namespace Twin.Cli.Output.Plots;

/// <summary>What plots need of a finished run, read from its folder and from nowhere else.</summary>
internal sealed class RunSeries
{
    private readonly Dictionary<string, double[]> columns;

    private RunSeries(SummaryFile summary, long[] startsUnixS, Dictionary<string, double[]> columns)
    {
        Summary = summary;
        StartsUnixS = startsUnixS;
        this.columns = columns;
    }

    /// <summary>The run's summary.</summary>
    public SummaryFile Summary { get; }

    /// <summary>Begin of each interval, seconds since 1970-01-01T00:00Z.</summary>
    public IReadOnlyList<long> StartsUnixS { get; }

    /// <summary>Length of an interval [s].</summary>
    public double IntervalS => (double)(Summary.EndUnixS - Summary.StartUnixS) / StartsUnixS.Count;

    /// <summary>Reads summary.json and those columns of the time series that are there, from CSV if the run has it.</summary>
    public static RunSeries Read(string folder, IReadOnlySet<string> wanted)
    {
        string path = Path.Combine(folder, RunFiles.TimeSeries);
        if (!File.Exists(path))
        {
            (long[] begins, Dictionary<string, double[]> read) =
                ParquetSeriesFile.Read(Path.Combine(folder, RunFiles.TimeSeriesParquet), wanted);
            return new(SummaryFile.Read(folder), begins, read);
        }

        using CsvReader csv = CsvReader.FromFile(path);
        var found = new List<(string Name, int Index, List<double> Values)>();
        for (int i = 1; i < csv.Headers.Count; i++)
        {
            if (wanted.Contains(csv.Headers[i]))
            {
                found.Add((csv.Headers[i], i, []));
            }
        }

        var starts = new List<long>();
        while (csv.Read())
        {
            starts.Add(UtcText.Parse(csv.GetString(0)));
            foreach ((_, int index, List<double> values) in found)
            {
                values.Add(csv.GetSpan(index).IsEmpty ? double.NaN : csv.Parse<double>(index, CultureInfo.InvariantCulture));
            }
        }

        return new(SummaryFile.Read(folder), [.. starts], found.ToDictionary(c => c.Name, c => c.Values.ToArray(), StringComparer.Ordinal));
    }

    /// <summary>Whether the run recorded a column.</summary>
    public bool Has(string name) => columns.ContainsKey(name);

    /// <summary>Values of a column.</summary>
    public double[] this[string name] => columns[name];

    /// <summary>Sum of those of the columns that the run recorded, interval by interval.</summary>
    public double[] Sum(params ReadOnlySpan<string> names)
    {
        double[] sum = new double[StartsUnixS.Count];
        foreach (string name in names)
        {
            if (columns.TryGetValue(name, out double[]? values))
            {
                for (int i = 0; i < sum.Length; i++)
                {
                    sum[i] += values[i];
                }
            }
        }

        return sum;
    }
}
