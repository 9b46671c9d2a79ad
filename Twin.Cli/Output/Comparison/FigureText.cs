using System.Globalization;

namespace Twin.Cli.Output.Comparison;

/// <summary>Figures, changes and parts as tables and pictures say them.</summary>
internal static class FigureText
{
    private const int MostDecimals = 9;

    private static readonly string[] Abbreviations = ["pue", "cer", "erf", "ref", "cue", "cfe", "cop", "it", "gpu", "co2", "ups"];

    /// <summary>The name of a figure in words: PUE, energy cost, heat pump COP.</summary>
    public static string Words(string name) =>
        string.Join(' ', name.Split('_').Select(word => Abbreviations.Contains(word) ? word.ToUpperInvariant() : word));

    /// <summary>The same at the begin of a sentence.</summary>
    public static string Title(string name) => Words(name) is { Length: > 0 } words ? char.ToUpperInvariant(words[0]) + words[1..] : name;

    /// <summary>Decimals with which the largest of some changes shows three digits that count.</summary>
    public static int Decimals(IEnumerable<double> changes)
    {
        double largest = changes.Select(Math.Abs).DefaultIfEmpty(0).Max();
        return largest > 0 ? Math.Clamp(2 - (int)Math.Floor(Math.Log10(largest)), 0, MostDecimals) : 3;
    }

    /// <summary>A value with so many decimals, thousands apart.</summary>
    public static string Value(double value, int decimals) => Round(value, decimals).ToString($"N{decimals}", CultureInfo.InvariantCulture);

    /// <summary>A change with its sign.</summary>
    public static string Change(double change, int decimals)
    {
        string text = Value(change, decimals);
        return change > 0 && Round(change, decimals) > 0 ? "+" + text : text;
    }

    /// <summary>A unit behind a number; nothing for a ratio.</summary>
    public static string Unit(string unit) => unit == "1" ? string.Empty : " " + unit;

    /// <summary>What changes in a part, in a few words: the one value, or how many.</summary>
    /// <param name="part">Names of parts, joined where they are switched together.</param>
    /// <param name="inputs">What the scenarios say differently.</param>
    public static string Inside(string part, IReadOnlyList<Input.ScenarioDifference> inputs)
    {
        List<Input.ScenarioDifference> own = [];
        foreach (string name in part.Split(ExplainedFigure.And))
        {
            own.AddRange(inputs.Where(input => input.Path == name || input.Path.StartsWith(name + ".", StringComparison.Ordinal)));
        }

        return own.Distinct().ToList() switch
        {
            [] => string.Empty,
            [var one] when part.Length <= one.Path.Length && one.Path.StartsWith(part, StringComparison.Ordinal) =>
                $"{one.Path[part.Length..].TrimStart('.')} {one.Before} → {one.After}".TrimStart(),
            [var one] => $"{one.Path} {one.Before} → {one.After}",
            var more => string.Create(CultureInfo.InvariantCulture, $"{more.Count} values"),
        };
    }

    // Without this a change of -0.0001 would read "-0.000".
    private static double Round(double value, int decimals) => Math.Round(value, decimals) is var rounded && rounded == 0 ? 0 : rounded;
}
