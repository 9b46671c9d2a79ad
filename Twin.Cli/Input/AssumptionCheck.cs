using Twin.Core.Units;

namespace Twin.Cli.Input;

/// <summary>Holds what a scenario assumes against the values that it has.</summary>
/// <remarks>
/// An assumption speaks of the value that stood below or beside it. Who sets another value above it, to ask "what if", is not wrong: where
/// that value leaves the range, the assumption is set aside with a note, so that no report states a range in which its value does not lie.
/// </remarks>
internal sealed class AssumptionCheck
{
    private readonly Mapping root;
    private readonly FaultList faults;
    private readonly ValueCheck values;
    private readonly List<string> notes = [];

    private AssumptionCheck(Mapping root, FaultList faults)
    {
        this.root = root;
        this.faults = faults;
        values = new ValueCheck(faults);
    }

    /// <summary>Checks the assumptions of a completed scenario.</summary>
    /// <param name="root">Completed tree.</param>
    /// <param name="faults">Receives paths that lead nowhere and ranges that do not hold.</param>
    /// <returns>The tree without what was set aside, and a sentence on each of them.</returns>
    public static (Mapping Tree, IReadOnlyList<string> Notes) Hold(Mapping root, FaultList faults)
    {
        if (root[Keys.Assumptions] is not Sequence list)
        {
            return (root, []);
        }

        var check = new AssumptionCheck(root, faults);
        Node[] kept = [.. View.Of(root).Items(Keys.Assumptions).Where(check.Holds).Select(view => view.Mapping!)];
        check.Duplicates();
        return kept.Length == list.Items.OfType<Mapping>().Count()
            ? (root, [])
            : (root.Replace(list, list.With(kept)), check.notes);
    }

    /// <summary>A merged tree in which nothing is assumed of a part that is taken away.</summary>
    /// <param name="root">Merged tree.</param>
    /// <param name="path">Dotted path that is gone.</param>
    public static Mapping Without(Mapping root, string path) => root[Keys.Assumptions] is Sequence list
        ? root.Replace(list, list.With([.. list.Items.Where(item => !IsBelow(item, path))]))
        : root;

    private static bool IsBelow(Node item, string path) => (item as Mapping)?["path"] is Scalar about
        && (about.Text == path || about.Text.StartsWith(path + ".", StringComparison.Ordinal));

    private bool Holds(View item)
    {
        if (item.Text("path") is not { } path)
        {
            return true; // told by the check of keys
        }

        string[] parts = path.Split('.');
        Node at = TreePath.Follow(root, parts, out int depth);
        bool isReplaced = at.Source.IsAbove(item.Mapping!.Source);
        if (depth < parts.Length)
        {
            return isReplaced && Keys.Find(parts, out _, out _) is not null
                ? SetAside(path, $"{parts[depth]} is not there any more")
                : LeadsNowhere(item, parts, depth, at);
        }

        Key key = Keys.Find(parts, out _, out _) ?? KeyMaking.Free(path, string.Empty);
        if (at is not Scalar value || Inside(key, value.Text) is not { } inside)
        {
            return isReplaced ? SetAside(path, "it is no single number any more") : NoNumber(item, path, at);
        }

        if (!HasRange(item, key, value) || IsWithin(item, key, inside))
        {
            return true;
        }

        return isReplaced ? SetAside(path, OutOfRange(item, value)) : NotWithin(item, key, value, inside);
    }

    private bool SetAside(string path, string why)
    {
        notes.Add($"the assumption about {FaultText.Printable(path)} is set aside: {why}");
        return false;
    }

    private static string OutOfRange(View item, Scalar value) =>
        $"{FaultText.Printable(value.Text)}, from {FaultText.Printable(ResolvedScenario.Origin(value))}, "
        + $"does not lie from {item.Text("low")} to {item.Text("high")}";

    private bool LeadsNowhere(View item, string[] parts, int depth, Node at)
    {
        IReadOnlyList<string> names = TreePath.NamesAt(at);
        string expected = names.Count == 0
            ? $"nothing below {string.Join('.', parts[..depth])}, which is one value"
            : $"one of {string.Join(", ", names)}";
        string part = parts[depth].Length == 0 ? "an empty name" : FaultText.Printable(parts[depth]);
        faults.Add(
            "IT0206", "unknown name", item.Place("path"), item.PathOf("path"),
            $"{part}, which this scenario does not have there", expected, Nearest.Of(parts[depth], names));
        return true;
    }

    private bool NoNumber(View item, string path, Node at)
    {
        string what = at is Scalar word ? FaultText.Printable(word.Text) : at is Sequence ? "a list" : "several keys";
        faults.Add(
            "IT0413", "no number to assume", item.Place("path"), item.PathOf("path"),
            $"{FaultText.Printable(path)}, which is {what}", "the path of one number, such as river.permit.intake");
        return true;
    }

    /// <summary>Whether low and high are values that could stand in the place of the one they speak of.</summary>
    private bool HasRange(View item, Key key, Scalar value)
    {
        int before = faults.Count;
        Key like = key with { Kind = key.Kind == KeyKind.Series ? KeyKind.Quantity : key.Kind, Choices = [], Default = value.Text };
        foreach (string end in (string[])["low", "high"])
        {
            if (item.Node(end) is Scalar scalar)
            {
                values.Check(scalar, like, item.PathOf(end));
            }
        }

        return faults.Count == before;
    }

    private static bool IsWithin(View item, Key key, double inside) =>
        !(Inside(key, item.Text("low")) > inside) && !(Inside(key, item.Text("high")) < inside);

    private bool NotWithin(View item, Key key, Scalar value, double inside)
    {
        (string end, string most) = Inside(key, item.Text("low")) > inside ? ("low", "at most") : ("high", "at least");
        faults.Add(
            "IT0405", "values in the wrong order", item.Place(end), item.PathOf(end),
            FaultText.Printable(item.Text(end)!), $"{most} {item.Text("path")}, which is {FaultText.Printable(value.Text)}");
        return true;
    }

    private void Duplicates()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (View item in View.Of(root).Items(Keys.Assumptions))
        {
            if (item.Text("path") is { } path && !seen.Add(path))
            {
                faults.Add(
                    "IT0103", "duplicate name", item.Place("path"), item.PathOf("path"),
                    $"{FaultText.Printable(path)} a second time", "each value once");
            }
        }
    }

    private static double? Inside(Key key, string? text) => (text, key.Kind) switch
    {
        (null, _) => null,
        (_, KeyKind.Quantity or KeyKind.Series) => Quantity.TryParse(text, key.Dimension, out double value, out _) ? value : null,
        (_, KeyKind.Number or KeyKind.Integer) => Quantity.TryParseNumber(text, out double value, out _) ? value : null,
        _ => null,
    };
}
