using Twin.Core.Studies;
using Twin.Core.Units;

namespace Twin.Cli.Input.Studies;

/// <summary>Reads the distribution of an uncertainty, with values in one unit.</summary>
/// <param name="numbers">Reads its values.</param>
/// <param name="path">Dotted path for messages.</param>
/// <param name="faults">Receives what is wrong.</param>
internal sealed class DistributionReader(StudyNumbers numbers, string path, FaultList faults)
{
    /// <summary>What a lever calls a uniform distribution: nobody draws it.</summary>
    public const string Range = "range";

    /// <summary>Ways to state a distribution, each with what its list holds.</summary>
    public static IReadOnlyDictionary<string, string> Lists { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["empirical"] = "[value, value, ...], two or more that differ",
        ["lognormal"] = "[median, ratio of P90 to P10]",
        ["normal"] = "[mean, deviation]",
        [Range] = "[low, high]",
        ["triangular"] = "[low, most likely, high]",
        ["truncated_normal"] = "[mean, deviation, low, high]",
        ["uniform"] = "[low, high]",
    };

    /// <summary>Reads a list of parameters.</summary>
    /// <param name="form">Which distribution.</param>
    /// <param name="node">The list.</param>
    /// <returns>The distribution with its list in one unit; null after a fault.</returns>
    public (Distribution Distribution, Sequence Written)? Read(string form, Node node)
    {
        int count = form == "empirical" ? 2 : Lists[form].Count(c => c == ',') + 1;
        if (node is not Sequence list)
        {
            faults.Add("IT0106", "wrong kind of value", node.Place, path, Words.KindOf(node), $"{form}: {Lists[form]}");
            return null;
        }

        if (form == "empirical" ? list.Items.Count < count : list.Items.Count != count)
        {
            string found = $"a list of {StudyNumbers.Plain(list.Items.Count)}";
            faults.Add("IT0208", "wrong number of values", list.Place, path, found, $"{form}: {Lists[form]}");
            return null;
        }

        int before = faults.Count;
        if (numbers.AreWhole && form is not ("uniform" or Range))
        {
            faults.Add(
                "IT0502", "values that make no distribution", list.Place, path, $"{form} for a whole number",
                "uniform: [low, high], discrete: { values: [...], weights: [...] }, or seeds");
            return null;
        }

        double?[] read = [.. list.Items.Select((item, i) => Parameter(form, item, i))];
        if (faults.Count > before || read.Contains(null))
        {
            return null;
        }

        double[] values = [.. read.OfType<double>()];
        return Make(form, list, values) is { } distribution && HasEndsWhereTheKeyHas(distribution, list)
            ? (distribution, Written.List(values.Select((value, i) => Written.Text(TextOf(form, value, i))))) : null;
    }

    private static bool IsDistance(string form, int place) => place == 1 && form is "normal" or "truncated_normal";

    private static bool IsRatio(string form, int place) => form == "lognormal" && place == 1;

    private double? Parameter(string form, Node item, int place)
    {
        if (IsRatio(form, place))
        {
            var ratio = new Key("ratio", KeyKind.Number, string.Empty) { Minimum = 1.0, IsAboveMinimum = true };
            return new StudyNumbers(ratio, faults).Value(item, path);
        }

        return IsDistance(form, place) ? numbers.Distance(item, path) : numbers.Value(item, path);
    }

    private string TextOf(string form, double value, int place)
    {
        if (IsRatio(form, place))
        {
            return StudyNumbers.Plain(value);
        }

        return numbers.Unit is { Dimension: Dimension.Temperature } scale && IsDistance(form, place)
            ? $"{StudyNumbers.Plain(value * scale.Factor / scale.Divisor)} K"
            : numbers.TextOf(value);
    }

    private Distribution? Make(string form, Sequence list, double[] p)
    {
        (string Expected, bool IsRight) rule = form switch
        {
            "uniform" or Range => ("a low end below the high one", p[0] < p[1]),
            "triangular" => ("values that rise: low, most likely, high", p[0] <= p[1] && p[1] <= p[2] && p[0] < p[2]),
            "truncated_normal" => ("a low end below the high one", p[2] < p[3]),
            "lognormal" => ("a median above 0", p[0] > 0.0),
            "empirical" => ("values that differ", p.Distinct().Count() > 1),
            _ => (string.Empty, true),
        };
        if (!rule.IsRight)
        {
            MakesNone(list, rule.Expected);
            return null;
        }

        try
        {
            return form switch
            {
                "uniform" or Range when numbers.AreWhole => DiscreteDistribution.Whole((int)p[0], (int)p[1]),
                "uniform" or Range => new UniformDistribution(p[0], p[1]),
                "triangular" => new TriangularDistribution(p[0], p[1], p[2]),
                "normal" => new NormalDistribution(p[0], p[1]),
                "truncated_normal" => new TruncatedNormalDistribution(p[0], p[1], p[2], p[3]),
                "lognormal" => new LogNormalDistribution(p[0], p[1]),
                _ => new EmpiricalDistribution(p),
            };
        }
        catch (ArgumentException)
        {
            // What is left: ends too far out for a double, or an interval in which the normal curve has no share that a number can hold.
            MakesNone(list, $"{form}: {Lists[form]}, with ends that leave a share");
            return null;
        }
    }

    private bool HasEndsWhereTheKeyHas(Distribution distribution, Sequence list)
    {
        Key key = numbers.Key;
        bool isOpenBelow = double.IsNegativeInfinity(distribution.Lowest) && double.IsFinite(key.Minimum);
        bool isOpenAbove = double.IsPositiveInfinity(distribution.Highest) && double.IsFinite(key.Maximum);
        bool startsBelow = distribution is LogNormalDistribution && key.Minimum > 0.0;
        if (!isOpenBelow && !isOpenAbove && !startsBelow)
        {
            return true;
        }

        faults.Add(
            "IT0503", "distribution without ends", list.Place, path,
            $"values without an end, for {KeyText.Expected(key with { Kind = AsOne(key.Kind) })}",
            "truncated_normal: [mean, deviation, low, high], or another distribution with ends");
        return false;
    }

    private static KeyKind AsOne(KeyKind kind) => kind == KeyKind.Series ? KeyKind.Quantity : kind;

    private void MakesNone(Sequence list, string expected) =>
        faults.Add("IT0502", "values that make no distribution", list.Place, path, TextOf(list), expected);

    private static string TextOf(Sequence list) =>
        $"[{string.Join(", ", list.Items.Select(item => FaultText.Printable((item as Scalar)?.Text ?? string.Empty)))}]";
}
