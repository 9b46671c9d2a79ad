using System.Globalization;
using Twin.Core.Results;

namespace Twin.Cli.Commands;

/// <summary>The key figures as a table for people: grouped by what they are about, numbers one below the other.</summary>
internal static class KeyFigureTable
{
    private const string Undefined = "n/a";

    // The first group with a word that begins a part of the figure's name takes it; the last one takes what is left.
    private static readonly (string Title, string[] Words)[] Groups =
    [
        ("efficiency", ["pue", "cue", "wue", "erf", "ref", "ere", "cer", "cfe", "cop", "efficiency", "factor", "effectiveness"]),
        ("river", ["river", "water", "permit", "intake", "discharge"]),
        ("heat", ["heat", "reuse", "tank", "district", "cooling"]),
        ("power & cost",
            ["peak", "power", "cost", "price", "revenue", "carbon", "co2", "scope", "unserved", "throttled", "curtailed", "limit", "gpu"]),
        ("energy", []),
    ];

    private static readonly string[] Order = ["energy", "efficiency", "river", "heat", "power & cost"];

    /// <summary>Writes the table.</summary>
    public static void Write(IReadOnlyList<KeyFigure> figures, TextWriter writer)
    {
        if (figures.Count == 0)
        {
            return;
        }

        int nameWidth = figures.Max(figure => figure.Name.Length);
        int valueWidth = figures.Max(figure => Text(figure.Value).Length);
        ILookup<string, KeyFigure> byGroup = figures.ToLookup(GroupOf);
        foreach (string group in Order.Where(group => byGroup[group].Any()))
        {
            writer.WriteLine(group);
            foreach (KeyFigure figure in byGroup[group])
            {
                string unit = figure.Unit == "1" ? string.Empty : figure.Unit;
                writer.WriteLine($"  {figure.Name.PadRight(nameWidth)}  {Text(figure.Value).PadLeft(valueWidth)}  {unit}".TrimEnd());
            }
        }
    }

    /// <summary>A value with as many digits as a reader can use; the file has them all.</summary>
    public static string Text(double? value) => value switch
    {
        null => Undefined,
        { } number => number.ToString(
            Math.Abs(number) switch { >= 1000 => "#,##0", >= 100 => "0.0", >= 10 => "0.00", >= 0.001 or 0 => "0.000", _ => "0.0E0" },
            CultureInfo.InvariantCulture),
    };

    private static string GroupOf(KeyFigure figure)
    {
        string[] parts = figure.Name.Split('_', '.');
        return Groups.First(group => group.Words.Length == 0 || parts.Any(part => Array.IndexOf(group.Words, part) >= 0)).Title;
    }
}
