using System.Globalization;
using System.Text.Json;
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
    /// <param name="folder">The run's folder.</param>
    /// <param name="wanted">Names of columns; a star stands for the name of a machine.</param>
    /// <exception cref="InvalidDataException">The files are not those of a run.</exception>
    public static RunSeries Read(string folder, IEnumerable<string> wanted)
    {
        try
        {
            SummaryFile summary = SummaryFile.Read(folder);
            RunSeries run = ReadColumns(folder, summary, wanted.Distinct(StringComparer.Ordinal).ToList());
            return run.StartsUnixS.Count > 0 ? run : throw new InvalidDataException($"{RunFiles.TimeSeries} has no rows");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or CsvFormatException
            or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    private static RunSeries ReadColumns(string folder, SummaryFile summary, List<string> wanted)
    {
        string path = Path.Combine(folder, RunFiles.TimeSeries);
        if (!File.Exists(path))
        {
            (long[] begins, Dictionary<string, double[]> read) =
                ParquetSeriesFile.Read(Path.Combine(folder, RunFiles.TimeSeriesParquet), IsWanted);
            return new(summary, begins, read);
        }

        using CsvReader csv = CsvReader.FromFile(path);
        var found = new List<(string Name, int Index, List<double> Values)>();
        for (int i = 1; i < csv.Headers.Count; i++)
        {
            if (IsWanted(csv.Headers[i]))
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

        return new(summary, [.. starts], found.ToDictionary(c => c.Name, c => c.Values.ToArray(), StringComparer.Ordinal));

        bool IsWanted(string name) => wanted.Exists(pattern => IsLike(name, pattern));
    }

    /// <summary>Whether the run recorded a column.</summary>
    public bool Has(string name) => columns.ContainsKey(name);

    /// <summary>Names of the recorded columns that a pattern means, in ordinal order.</summary>
    public IReadOnlyList<string> Like(string pattern) =>
        columns.Keys.Where(name => IsLike(name, pattern)).Order(StringComparer.Ordinal).ToList();

    /// <summary>Energy of those of the columns of power that the run recorded, over the run [J]; patterns are allowed.</summary>
    public double EnergyJ(params ReadOnlySpan<string> patterns)
    {
        double sumJ = 0;
        foreach (string pattern in patterns)
        {
            foreach (string name in Like(pattern))
            {
                sumJ += columns[name].Sum() * IntervalS;
            }
        }

        return sumJ;
    }

    /// <summary>A limit over the intervals; null where the run has none of that name.</summary>
    public LimitLine? Limit(string name)
    {
        if (Summary.Limits.TryGetValue(name, out double constant))
        {
            double[] values = new double[StartsUnixS.Count];
            Array.Fill(values, constant);
            return new LimitLine(values);
        }

        return Summary.ChangingLimits.TryGetValue(name, out IReadOnlyList<LimitFrom>? changing)
            ? new LimitLine([.. StartsUnixS.Select(start => changing.Last(limit => limit.FromUnixS <= start).Value ?? double.NaN)])
            : null;
    }

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

    // A machine's name has no dot in it, so a star ends at the next one.
    private static bool IsLike(string name, string pattern)
    {
        int star = pattern.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
        {
            return name == pattern;
        }

        ReadOnlySpan<char> tail = pattern.AsSpan(star + 1);
        return name.Length > star + tail.Length
            && name.AsSpan().StartsWith(pattern.AsSpan(0, star), StringComparison.Ordinal)
            && name.AsSpan().EndsWith(tail, StringComparison.Ordinal)
            && !name.AsSpan(star, name.Length - star - tail.Length).Contains('.');
    }
}
