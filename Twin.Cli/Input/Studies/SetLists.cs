using System.Globalization;
using Twin.Core.Units;

namespace Twin.Cli.Input.Studies;

/// <summary>A list of values for one path on the command line.</summary>
/// <param name="Path">Dotted path.</param>
/// <param name="Values">The values.</param>
internal sealed record SetList(string Path, Sequence Values);

/// <summary>Tells lists of values on the command line (<c>a=1,2,3</c>, <c>a=range(1,5,1)</c>) from single ones.</summary>
internal static class SetLists
{
    private const string RangeWord = "range(";
    private const int MostValues = 10_000;
    private const double WholeSteps = 1e-9; // share of a step by which rounding may miss the end

    /// <summary>Splits what --set says into single values and lists.</summary>
    /// <param name="sets">Texts "path=value" or "~path".</param>
    /// <param name="currentFolder">Where the user stands: paths of files count from here.</param>
    /// <param name="faults">Receives ranges that cannot be read.</param>
    /// <returns>Texts with one value, as they were; and the lists, in the order given.</returns>
    public static (IReadOnlyList<string> Singles, IReadOnlyList<SetList> Lists) Read(
        IReadOnlyList<string> sets, string currentFolder, FaultList faults)
    {
        List<string> singles = [];
        List<SetList> lists = [];
        foreach (string set in sets)
        {
            int equals = set.IndexOf('=', StringComparison.Ordinal);
            List<string> items = equals <= 0 ? [] : Items(set[..equals], set[(equals + 1)..]);
            if (items.Count < 2 && !IsRange(set[(equals + 1)..]))
            {
                singles.Add(set);
                continue;
            }

            var source = new Source("--set " + set, Layer.Set, currentFolder, null, HasLines: false);
            List<string>? texts = IsRange(set[(equals + 1)..]) ? Range(set[..equals], items, source, faults) : items;
            if (texts is not null)
            {
                Node[] values = [.. texts.Select(text => YamlTree.Read(text, source, faults)).OfType<Node>()];
                lists.Add(new(set[..equals], new Sequence(values, source, 0, 0)));
            }
        }

        return (singles, lists);
    }

    /// <summary>Whether a value is a list where one value is wanted.</summary>
    /// <param name="path">Dotted path.</param>
    /// <param name="value">What stands behind the sign.</param>
    /// <param name="expected">What would be right.</param>
    public static bool IsMisplaced(string path, string value, out string expected)
    {
        Key? key = Keys.Find(path.Split('.'), out _, out _);
        bool takesOne = key is { Kind: not (KeyKind.Quantities or KeyKind.References or KeyKind.NamedList or KeyKind.PlainList) };
        List<string> items = takesOne ? Items(path, value) : [];
        expected = key is null ? string.Empty : KeyText.Expected(key);
        return IsRange(value) && takesOne || (items.Count > 1 && !IsDecimalComma(items));
    }

    private static bool IsRange(string value) =>
        value.Trim(' ') is var text && text.StartsWith(RangeWord, StringComparison.Ordinal) && text.EndsWith(')');

    // "1,5 MW" is one number in the writing of half of Europe, which has a fault of its own.
    private static bool IsDecimalComma(List<string> items) =>
        items.Count == 2 && items[0].All(c => char.IsAsciiDigit(c) || c == '-') && items[1].Contains(' ', StringComparison.Ordinal)
        && char.IsAsciiDigit(items[1][0]);

    // Commas within brackets, braces and quotes belong to a value, and so do those of a text.
    private static List<string> Items(string path, string value)
    {
        Key? key = Keys.Find(path.Split('.'), out _, out _);
        if (key?.Kind is KeyKind.Text or KeyKind.Path or KeyKind.Paths)
        {
            return [value];
        }

        string text = IsRange(value) ? value.Trim(' ')[RangeWord.Length..^1] : value;
        List<string> items = [];
        int depth = 0;
        int start = 0;
        char quote = '\0';
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == ',' && depth == 0)
            {
                items.Add(text[start..i].Trim(' '));
                start = i + 1;
            }
            else
            {
                depth += c is '[' or '{' ? 1 : c is ']' or '}' ? -1 : 0;
            }
        }

        items.Add(text[start..].Trim(' '));
        return items;
    }

    private static List<string>? Range(string path, List<string> items, Source source, FaultList faults)
    {
        (double Value, string Unit)?[] amounts = [.. items.Select(OutcomeUnits.Amount)];
        if (amounts is not [{ } first, { } last, { } step] || first.Unit != last.Unit || !IsStepOf(first.Unit, step.Unit)
            || step.Value == 0.0 || Math.Abs(first.Value) > 1e15 || Math.Abs(last.Value) > 1e15 || Math.Abs(step.Value) < 1e-9)
        {
            return Wrong(path, items, "range(first, last, step) in one unit, such as range(1,5,1) or range(0.4 m3/s, 0.8 m3/s, 0.1 m3/s)");
        }

        double steps = (last.Value - first.Value) / step.Value;
        if (!(steps >= 0.0 && steps < MostValues && Math.Abs(steps - Math.Round(steps)) <= WholeSteps * Math.Max(1.0, steps)))
        {
            return Wrong(path, items, $"a step that leads from the first to the last value, in at most {MostValues} values");
        }

        // In tenths as people count them: three steps of 0.1 are 0.3.
        string unit = first.Unit.Length == 0 ? string.Empty : " " + first.Unit;
        return [.. Enumerable.Range(0, (int)Math.Round(steps) + 1)
            .Select(i => OutcomeUnits.Plain((double)((decimal)first.Value + i * (decimal)step.Value)) + unit)];

        List<string>? Wrong(string at, List<string> written, string expected)
        {
            string found = string.Create(CultureInfo.InvariantCulture, $"range({string.Join(", ", written)})");
            faults.Add("IT0508", "list of values", new(source.Name, 0, 0), at, found, expected);
            return null;
        }
    }

    private static bool IsStepOf(string unit, string step) =>
        unit == step || (step == "K" && UnitTable.Find(unit)?.Symbol == "degC");
}
