using System.Text.Json;
using CsvHelper;

namespace Twin.Cli.Output.Plots;

/// <summary>What plots need of a finished run, read from its folder and from nowhere else, in one pass that keeps no rows.</summary>
internal sealed class RunSeries
{
    private readonly Dictionary<string, RunColumn> columns = new(StringComparer.Ordinal);
    private readonly List<(int Value, int Gate, RunColumn Column)> targets = [];

    private RunSeries(SummaryFile summary)
    {
        Summary = summary;
        Grid = new TimeGrid(summary);
    }

    /// <summary>The run's summary.</summary>
    public SummaryFile Summary { get; }

    /// <summary>Points, bars and stripes of the run.</summary>
    public TimeGrid Grid { get; }

    /// <summary>Length of a recorded interval [s].</summary>
    public double IntervalS => (double)(Summary.EndUnixS - Summary.StartUnixS) / Grid.Rows;

    /// <summary>Reads summary.json and those columns of the time series that are there, from CSV if the run has it.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="wanted">The columns.</param>
    /// <exception cref="InvalidDataException">The files are not those of a run.</exception>
    public static RunSeries Read(string folder, IEnumerable<Wanted> wanted)
    {
        try
        {
            var run = new RunSeries(SummaryFile.Read(folder));
            List<Wanted> columns = wanted.Distinct().ToList();
            SeriesRows.Read(folder, name => columns.Exists(one => one.Means(name)), names => run.Expect(names, columns), run.Take);
            return run.Grid.Rows > 0 ? run : throw new InvalidDataException($"{RunFiles.TimeSeries} has no rows");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or CsvFormatException
            or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    /// <summary>Reads columns of which nothing special is needed.</summary>
    public static RunSeries Read(string folder, IEnumerable<string> wanted) => Read(folder, Wanted.Plain(wanted));

    /// <summary>Makes a series that is given its rows one by one.</summary>
    /// <param name="summary">The run, with its period cut to the rows that come.</param>
    /// <param name="names">Columns of a row.</param>
    /// <param name="wanted">Which of them are kept.</param>
    public static RunSeries Of(SummaryFile summary, IReadOnlyList<string> names, IEnumerable<Wanted> wanted)
    {
        var run = new RunSeries(summary);
        run.Expect(names, wanted.Distinct().ToList());
        return run;
    }

    /// <summary>Takes a row: a number for each column announced.</summary>
    public void Take(long startUnixS, ReadOnlySpan<double> values)
    {
        if (Grid.IsFull)
        {
            Grid.Halve();
            targets.ForEach(target => target.Column.Halve());
        }

        Grid.Advance(startUnixS);
        foreach ((int value, int gate, RunColumn column) in targets)
        {
            column.Add(gate == value || values[gate] > 0 ? values[value] : double.NaN);
        }
    }

    /// <summary>Whether the run recorded a column.</summary>
    public bool Has(string name) => columns.ContainsKey(name);

    /// <summary>Whether the run recorded a column and it was above zero at some time.</summary>
    public bool IsEver(string name) => columns.TryGetValue(name, out RunColumn? column) && column.Highest > 0;

    /// <summary>Time for which a share was one, over the run [h]; zero where the run has no such column.</summary>
    public double Hours(string share) => columns.TryGetValue(share, out RunColumn? column) ? column.Sum * IntervalS / 3600 : 0;

    /// <summary>Names of the recorded columns that a pattern means, in ordinal order.</summary>
    public IReadOnlyList<string> Like(string pattern) =>
        columns.Keys.Where(name => Wanted.IsLike(name, pattern)).Order(StringComparer.Ordinal).ToList();

    /// <summary>Energy of those of the columns of power that the run recorded, over the run [J]; patterns are allowed.</summary>
    public double EnergyJ(params ReadOnlySpan<string> patterns)
    {
        double sumJ = 0;
        foreach (string pattern in patterns)
        {
            foreach (string name in Like(pattern))
            {
                sumJ += columns[name].Sum * IntervalS;
            }
        }

        return sumJ;
    }

    /// <summary>Energy of a column of power by bar [J].</summary>
    public double[] BarsJ(string name) => [.. columns[name].Bars.Select(sumW => sumW * IntervalS)];

    /// <summary>A limit over the run; null where the run has none of that name.</summary>
    public LimitLine? Limit(string name) =>
        Summary.Limits.TryGetValue(name, out double constant) ? new LimitLine([new(Summary.StartUnixS, constant)])
        : Summary.ChangingLimits.TryGetValue(name, out IReadOnlyList<LimitFrom>? changing) ? new LimitLine(changing)
        : null;

    /// <summary>A column.</summary>
    public RunColumn this[string name] => columns[name];

    private void Expect(IReadOnlyList<string> names, List<Wanted> wanted)
    {
        for (int i = 0; i < names.Count; i++)
        {
            foreach (IGrouping<string?, Wanted> same in wanted.Where(one => one.Means(names[i])).GroupBy(one => one.Where))
            {
                int gate = same.Key is null ? i : names.ToList().IndexOf(same.Key);
                if (gate >= 0)
                {
                    var column = new RunColumn(Grid, same.Any(one => one.ByHour), same.Any(one => one.Sorted));
                    columns.Add(same.First().Key(names[i]), column);
                    targets.Add((i, gate, column));
                }
            }
        }
    }
}
