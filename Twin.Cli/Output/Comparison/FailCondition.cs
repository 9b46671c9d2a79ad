using System.Globalization;
using System.Text.RegularExpressions;
using Twin.Cli.Input;
using Twin.Core.Results;
using Twin.Core.Units;

namespace Twin.Cli.Output.Comparison;

/// <summary>A change of a key figure that must not be, such as "pue > 1%".</summary>
/// <param name="Text">As written.</param>
/// <param name="Figure">Name of the key figure.</param>
/// <param name="Sign">One of &gt;, &gt;=, &lt;, &lt;=.</param>
/// <param name="Limit">With what the change of B against A is compared, in % or in the unit of the figure.</param>
/// <param name="IsRelative">Whether the limit is in %.</param>
internal sealed partial record FailCondition(string Text, string Figure, string Sign, double Limit, bool IsRelative)
{
    private const string Example = "\"pue > 1%\" or \"energy_cost > 10000 EUR\"";

    /// <summary>Reads a condition.</summary>
    /// <param name="text">As written on the command line.</param>
    /// <param name="known">The key figures that there are.</param>
    /// <param name="condition">The condition; null if the text is none.</param>
    /// <returns>What is wrong with it; empty if nothing is.</returns>
    public static string Read(string text, IReadOnlyList<KeyFigure> known, out FailCondition? condition)
    {
        condition = null;
        Match match = Shape().Match(text);
        if (!match.Success || !double.TryParse(match.Groups["number"].Value, CultureInfo.InvariantCulture, out double number)
            || !double.IsFinite(number))
        {
            return $"'{FaultText.Printable(text)}' is no condition such as {Example}";
        }

        string name = match.Groups["figure"].Value;
        if (known.FirstOrDefault(one => one.Name == name) is not { } figure)
        {
            string near = Nearest.Of(name, known.Select(one => one.Name)) is { } meant ? $"; did you mean {meant}?" : string.Empty;
            return $"there is no key figure '{FaultText.Printable(name)}'{near}";
        }

        string unit = match.Groups["unit"].Value;
        bool isRelative = unit == "%";
        if ((isRelative ? 1.0 : PerUnit(unit, figure.Unit)) is { } factor)
        {
            condition = new(text.Trim(), name, match.Groups["sign"].Value, number * factor, isRelative);
            return string.Empty;
        }

        return figure.Unit == "1"
            ? $"{name} is a ratio and has no unit '{FaultText.Printable(unit)}': write a % of it, or a number alone"
            : $"{name} is in {figure.Unit}: write \"{name} {match.Groups["sign"].Value} {match.Groups["number"].Value} {figure.Unit}\", "
                + "or a % of it";
    }

    /// <summary>Judges a comparison.</summary>
    /// <param name="comparison">Two runs.</param>
    /// <returns>Whether the condition holds, which must not be, and a sentence on what the figure does.</returns>
    public (bool IsBroken, string Sentence) Judge(RunComparison comparison)
    {
        string between = $"from {comparison.A.Letter} to {comparison.B.Letter}";
        if (comparison.Figures.FirstOrDefault(figure => figure.Name == Figure) is not { } change || change is { A: null, B: null })
        {
            return (false, $"{Figure} is defined in neither run, so nothing changes {between}");
        }

        if (change.Difference is not { } difference)
        {
            string where = change.A is null ? comparison.A.Letter : comparison.B.Letter;
            return (true, $"{Figure} is not defined in {where}, so nobody can tell that \"{Text}\" does not hold");
        }

        if (change.IsSame)
        {
            return (Holds(0), $"{Figure} does not change {between}");
        }

        if (!IsRelative)
        {
            string unit = change.Unit == "1" ? string.Empty : " " + change.Unit;
            return (Holds(difference), $"{Figure} changes {between} by {Signed(difference)}{unit}");
        }

        // Of zero there is no per cent: whatever was not there before is more than any share of it.
        return change.Percent is { } percent
            ? (Holds(percent), $"{Figure} changes {between} by {Signed(percent)} %")
            : (Holds(difference * double.PositiveInfinity),
                $"{Figure} is 0 in {comparison.A.Letter} and {Signed(difference)} in {comparison.B.Letter}, more than any % of zero");
    }

    private static string Signed(double value) => value.ToString("+0.######;-0.######;0", CultureInfo.InvariantCulture) is var text
        && text is not ("+0" or "-0") ? text : value.ToString("+0.##E0;-0.##E0;0", CultureInfo.InvariantCulture);

    /// <summary>Factor from a unit to that of a figure; null where they do not measure the same.</summary>
    private static double? PerUnit(string unit, string ofFigure)
    {
        if (unit == ofFigure || (unit.Length == 0 && ofFigure == "1"))
        {
            return 1.0;
        }

        return UnitTable.Find(unit) is { Offset: 0 } from && UnitTable.Find(ofFigure) is { Offset: 0 } to && from.Dimension == to.Dimension
            ? to.FromInside(from.ToInside(1.0))
            : null;
    }

    private bool Holds(double change) => Sign switch
    {
        ">" => change > Limit,
        ">=" => change >= Limit,
        "<" => change < Limit,
        _ => change <= Limit,
    };

    [GeneratedRegex(@"^\s*(?<figure>[A-Za-z][A-Za-z0-9_]*)\s*(?<sign>>=|<=|>|<)\s*(?<number>"
        + @"[-+]?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?)\s*(?<unit>\S*)\s*$")]
    private static partial Regex Shape();
}
