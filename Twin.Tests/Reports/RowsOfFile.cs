using System.Globalization;
using NodaTime;

namespace Twin.Tests.Reports;

/// <summary>The rows of a run's CSV, read without any of the code under test: split at commas, all columns in memory.</summary>
internal sealed class RowsOfFile
{
    private readonly Dictionary<string, double[]> columns = new(StringComparer.Ordinal);

    /// <summary>Reads the rows whose interval begins in a year of a zone.</summary>
    public RowsOfFile(string runFolder, string zone, int year)
    {
        string[] lines = File.ReadAllLines(Path.Combine(runFolder, "timeseries.csv"));
        string[] names = lines[0].Split(',');
        DateTimeZone clock = DateTimeZoneProviders.Tzdb[zone];
        List<LocalDateTime> times = [];
        List<string[]> rows = [];
        foreach (string line in lines.Skip(1))
        {
            string[] cells = line.Split(',');
            LocalDateTime time = Instant.FromDateTimeUtc(DateTime.Parse(cells[0], CultureInfo.InvariantCulture).ToUniversalTime())
                .InZone(clock).LocalDateTime;
            if (time.Year == year)
            {
                times.Add(time);
                rows.Add(cells);
            }
        }

        DateTime first = DateTime.Parse(lines[1][..20], CultureInfo.InvariantCulture);
        StepS = (DateTime.Parse(lines[2][..20], CultureInfo.InvariantCulture) - first).TotalSeconds;
        Times = times;
        for (int i = 1; i < names.Length; i++)
        {
            columns[names[i]] = [.. rows.Select(cells => double.Parse(cells[i], CultureInfo.InvariantCulture))];
        }
    }

    /// <summary>Length of an interval [s].</summary>
    public double StepS { get; }

    /// <summary>Local begin of each interval.</summary>
    public IReadOnlyList<LocalDateTime> Times { get; }

    /// <summary>Names of the columns.</summary>
    public IEnumerable<string> Names => columns.Keys;

    /// <summary>A column; zeros where the run has none.</summary>
    public double[] this[string name] => columns.TryGetValue(name, out double[]? values) ? values : new double[Times.Count];

    /// <summary>Whether the run has a column.</summary>
    public bool Has(string name) => columns.ContainsKey(name);

    /// <summary>Sum of a mean column over the year [unit x s].</summary>
    public double Integral(string name) => this[name].Sum() * StepS;

    /// <summary>Columns whose name has three parts, the first and last of them given.</summary>
    public IReadOnlyList<string> Of(string first, string last) =>
        [.. columns.Keys.Where(name => name.Split('.') is [var head, _, var tail] && head == first && tail == last)];

    /// <summary>Sum over such columns [unit x s].</summary>
    public double Integral(string first, string last) => Of(first, last).Sum(Integral);
}
