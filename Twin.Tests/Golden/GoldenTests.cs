using System.Globalization;
using System.Text;
using Twin.Tests.Documents;
using TestRun = Twin.Tests.Plant.TestRun;

namespace Twin.Tests.Golden;

/// <summary>Each scenario reproduces the table that lies in its folder: its key figures, and the mean of every recorded column.</summary>
/// <remarks>
/// To accept a wanted change, set TWIN_BLESS to the reason for one run of these tests; the reason is written into the first line of the
/// table.
/// </remarks>
[TestClass]
public sealed class GoldenTests
{
    // Processors and C libraries differ in the last bits of exp and pow; sums of a year carry that to about 1e-12.
    private const double Relative = 1e-9;

    // Residuals are rounding itself and have no golden value; they are held to be at most 1 instead.
    private static readonly string[] RoundingOnly = ["books_max_residual", "books.residual_max"];

    public static IEnumerable<object[]> Scenarios =>
        Shipped.Select(name => new object[] { name });

    /// <summary>Names of the shipped scenarios; the folder beside them that has no scenario holds studies.</summary>
    public static IEnumerable<string> Shipped =>
        Directory.GetDirectories(Path.GetDirectoryName(TestRun.Folder("munich"))!)
            .Where(folder => File.Exists(Path.Combine(folder, "scenario.yaml")))
            .Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    [TestMethod]
    [DynamicData(nameof(Scenarios))]
    public void A_scenario_reproduces_its_table(string name)
    {
        TestRun run = TestRun.Of(name);
        Assert.IsLessThanOrEqualTo(1.0, run.Figure("books_max_residual"));
        List<(string Kind, string Name, double? Value)> found = Table(run);
        string file = Path.Combine(TestRun.Folder(name), "expected.csv");
        string? reason = Environment.GetEnvironmentVariable("TWIN_BLESS");
        if (!string.IsNullOrWhiteSpace(reason))
        {
            File.WriteAllText(file, Write(found, reason));
            Assert.Inconclusive($"{file} was written anew: {reason}");
        }

        List<(string Kind, string Name, double? Value)> expected = [.. File.ReadLines(file).Skip(2).Select(Read)];
        CollectionAssert.AreEqual(
            expected.Select(e => e.Kind + " " + e.Name).ToArray(),
            found.Select(f => f.Kind + " " + f.Name).ToArray());
        string[] off =
        [
            .. expected.Zip(found).Where(p => !Same(p.First.Value, p.Second.Value))
                .Select(p => string.Create(
                    CultureInfo.InvariantCulture,
                    $"{p.First.Kind} {p.First.Name}: expected {p.First.Value}, found {p.Second.Value}")),
        ];
        Assert.IsEmpty(off, string.Join("\n", off));

        // The pages speak of the same run, which is not computed twice for them.
        IReadOnlyList<string> misstated = StatedNumbers.Off(name, run);
        Assert.IsEmpty(misstated, string.Join("\n", misstated));
    }

    private static bool Same(double? expected, double? found) =>
        expected is { } e && found is { } f ? Math.Abs(e - f) <= Relative * Math.Max(Math.Abs(e), 1e-6) : expected is null && found is null;

    private static List<(string Kind, string Name, double? Value)> Table(TestRun run) =>
    [
        .. run.Outcome.KeyFigures.Where(k => !RoundingOnly.Contains(k.Name)).Select(k => ("figure", k.Name, k.Value)),
        .. run.Columns.Where(c => !RoundingOnly.Contains(c.Name)).Select(c => ("mean", c.Name, (double?)run.Column(c.Name).Average())),
        ("count", "rows", run.Rows.Count),
        ("count", "violations", run.Outcome.Violations.Count),
    ];

    private static string Write(List<(string Kind, string Name, double? Value)> table, string reason)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {reason}\nkind,name,value\n");
        foreach ((string kind, string name, double? value) in table)
        {
            text.Append(CultureInfo.InvariantCulture, $"{kind},{name},{value:R}\n");
        }

        return text.ToString();
    }

    private static (string Kind, string Name, double? Value) Read(string line)
    {
        string[] cells = line.Split(',');
        return (cells[0], cells[1], cells[2].Length == 0 ? null : double.Parse(cells[2], CultureInfo.InvariantCulture));
    }
}
