using System.Globalization;
using System.Text.RegularExpressions;
using Twin.Core.Results;
using TestRun = Twin.Tests.Plant.TestRun;

namespace Twin.Tests.Documents;

/// <summary>A number that a page states.</summary>
/// <param name="Page">The page, relative to the repository.</param>
/// <param name="Number">As printed, without separators of thousands.</param>
/// <param name="Unit">As printed behind it; empty for a bare ratio.</param>
/// <param name="Run">Scenario, then the overrides it was run with, each after "--scenario".</param>
/// <param name="Quantity">What it is of that run.</param>
internal sealed record StatedNumber(string Page, string Number, string Unit, string Run, string Quantity);

/// <summary>The tables at the end of pages that say of which run each stated number is, and which quantity.</summary>
/// <remarks>
/// A quantity is a key figure, `mean COLUMN`, `max COLUMN`, `hours COLUMN` (a share of time summed over the run), `hours COLUMN in MONTH`
/// (number of the month, UTC), or the quotient of two with " / " between.
/// </remarks>
internal static partial class StatedNumbers
{
    public const string Heading = "## Where the numbers come from";
    private const string Override = " --scenario ";
    private const double HourS = 3600.0;

    private static readonly Dictionary<(string Own, string Printed), double> Scales = new()
    {
        [("MWh", "GWh")] = 1e-3,
        [("MWh", "MWh")] = 1.0,
        [("MW", "MW")] = 1.0,
        [("W", "MW")] = 1e-6,
        [("1", "%")] = 100.0,
        [("1", "")] = 1.0,
        [("h", "h")] = 1.0,
        [("h", "thousand GPU-h")] = 1e-3,
        [("h", "million GPU-h")] = 1e-6,
        [("degC", "degC")] = 1.0,
    };

    /// <summary>All numbers with a place in a run, of all pages.</summary>
    public static IReadOnlyList<StatedNumber> All { get; } = [.. Page.All().SelectMany(Of)];

    /// <summary>Runs that pages speak of and that are not a shipped scenario as it is.</summary>
    public static IEnumerable<string> OverriddenRuns =>
        All.Select(n => n.Run).Where(run => run.Contains(Override, StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Prose of a page: what stands before its table.</summary>
    public static string Prose(string page) => Page.Read(page).ReplaceLineEndings("\n").Split("\n" + Heading)[0];

    /// <summary>Numbers in a text, without separators of thousands.</summary>
    public static IReadOnlyList<string> Numbers(string text) =>
        [.. Number().Matches(text).Select(m => m.Value.Replace(",", string.Empty, StringComparison.Ordinal))];

    /// <summary>Computes a run as a page names it.</summary>
    public static TestRun Compute(string run)
    {
        string[] parts = run.Split(Override);
        return TestRun.Overridden(parts[0], parts[1..]);
    }

    /// <summary>What pages state of a run and what it does not give; empty when all is right.</summary>
    /// <remarks>Tolerance: the printed digits. The value rounded to as many decimals must be the same text.</remarks>
    public static IReadOnlyList<string> Off(string name, TestRun run)
    {
        List<string> off = [];
        foreach (StatedNumber stated in All.Where(n => n.Run == name))
        {
            (double value, string unit) = Value(run, stated.Quantity);
            Assert.IsTrue(
                Scales.TryGetValue((unit, stated.Unit), out double scale),
                $"{stated.Page}: {stated.Quantity} is in {unit}, not {stated.Unit}.");
            int point = stated.Number.IndexOf('.', StringComparison.Ordinal);
            int decimals = point < 0 ? 0 : stated.Number.Length - point - 1;
            string found = (scale * value).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (found != stated.Number)
            {
                off.Add($"{stated.Page}: {stated.Quantity} of {name} is {found} {stated.Unit}, the page says {stated.Number}");
            }
        }

        return off;
    }

    private static (double Value, string Unit) Value(TestRun run, string quantity)
    {
        string[] sides = quantity.Split(" / ");
        if (sides.Length == 2)
        {
            (double top, string unit) = Value(run, sides[0]);
            (double bottom, string below) = Value(run, sides[1]);
            Assert.AreEqual(unit, below, $"'{quantity}' divides one unit by another.");
            return (top / bottom, "1");
        }

        string[] words = quantity.Split(' ');
        return words[0] switch
        {
            "mean" => (run.Column(words[1]).Average(), run.Columns.Single(c => c.Name == words[1]).Unit),
            "max" => (run.Column(words[1]).Max(), run.Columns.Single(c => c.Name == words[1]).Unit),
            "hours" => (Hours(run, words), "h"),
            _ => (run.Figure(quantity), run.Outcome.KeyFigures.Single(f => f.Name == quantity).Unit),
        };
    }

    private static double Hours(TestRun run, string[] words)
    {
        Column column = run.Columns.Single(c => c.Name == words[1]);
        Assert.AreEqual("1", column.Unit, $"{words[1]} is no share of time.");
        double[] shares = run.Column(words[1]);
        int? month = words.Length == 4 ? int.Parse(words[3], CultureInfo.InvariantCulture) : null;
        double sum = 0.0;
        for (int i = 0; i < shares.Length; i++)
        {
            bool isMeant = month is null || DateTimeOffset.FromUnixTimeSeconds(run.Times[i]).Month == month;
            sum += isMeant ? shares[i] : 0.0;
        }

        return sum * run.Scenario.OutputS / HourS;
    }

    private static IEnumerable<StatedNumber> Of(string page)
    {
        string[] parts = Page.Read(page).ReplaceLineEndings("\n").Split("\n" + Heading);
        string table = parts.Length > 1 ? parts[1] : string.Empty;
        foreach (string row in table.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1))
        {
            string[] cells = [.. row.Split('|').Select(cell => cell.Trim(' ', '`'))];
            Assert.HasCount(5, cells, $"{page}: {row}");
            string[] stated = cells[1].Split(' ', 2);
            string unit = stated.Length > 1 ? stated[1] : string.Empty;
            yield return new(page, stated[0].Replace(",", string.Empty, StringComparison.Ordinal), unit, cells[2], cells[3]);
        }
    }

    [GeneratedRegex(@"(?<![\w.])\d[\d,]*(?:\.\d+)?")]
    private static partial Regex Number();
}
