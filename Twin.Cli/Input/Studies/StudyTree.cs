using Twin.Core.Studies;

namespace Twin.Cli.Input.Studies;

/// <summary>What a study says, as a tree with its defaults: parts without an order of their own in ordinal order.</summary>
internal static class StudyTree
{
    /// <summary>Makes the tree.</summary>
    /// <param name="root">The study as written.</param>
    /// <param name="names">Name, label and path of the base.</param>
    /// <param name="method">The method.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="rows">The rows of a list, in the order of the inputs.</param>
    /// <param name="outcomes">The outcomes.</param>
    /// <param name="constraints">The constraints.</param>
    public static Mapping Of(
        Mapping root,
        (string Name, string Label, string Base) names,
        StudyMethod method,
        IReadOnlyList<ReadVariable> inputs,
        IReadOnlyList<IReadOnlyList<double>> rows,
        IReadOnlyList<StudyOutcome> outcomes,
        IReadOnlyList<StudyConstraint> constraints)
    {
        List<(string Key, Node Value)> parts =
        [
            ("study", Written.Text("1")),
            ("name", Written.Text(names.Name)),
            ("label", Written.Text(names.Label)),
            ("base", Written.Text(names.Base)),
        ];
        Add(parts, "scenario", root["scenario"]);
        Add(parts, "set", root["set"] is { } set ? Written.Sorted(set) : null);
        parts.Add(("method", Method(method, inputs, rows)));
        if (method.Kind != MethodKind.List)
        {
            Add(parts, "levers", Inputs(inputs.Where(input => input.Variable.IsLever)));
            Add(parts, "uncertainties", Inputs(inputs.Where(input => !input.Variable.IsLever)));
        }

        Add(parts, "correlations", Correlations(root["correlations"] as Sequence));
        IEnumerable<StudyOutcome> sorted = outcomes.OrderBy(one => one.Name, StringComparer.Ordinal);
        Add(parts, "outcomes", Written.Map(sorted.Select(one => (one.Name, (Node)Outcome(one)))));
        Add(parts, "constraints", Written.Texts(constraints.Select(one => one.Text).Order(StringComparer.Ordinal)));
        Add(parts, "costs", root["costs"] is Mapping costs ? Costs(costs) : null);
        Add(parts, "policies", root["policies"] is Mapping policies
            ? Written.Map(policies.Entries.Select(policy => (policy.Key, Written.Sorted(policy.Value)))) : null);
        Add(parts, "series", root["series"] is Sequence series
            ? Written.Texts(series.Items.OfType<Scalar>().Select(item => item.Text).Order(StringComparer.Ordinal)) : null);
        return Written.Map(parts);
    }

    private static void Add(List<(string Key, Node Value)> parts, string key, Node? value)
    {
        if (value is not (null or Scalar { IsNull: true } or Mapping { Entries.Count: 0 } or Sequence { Items.Count: 0 }))
        {
            parts.Add((key, value));
        }
    }

    private static Mapping Method(StudyMethod method, IReadOnlyList<ReadVariable> inputs, IReadOnlyList<IReadOnlyList<double>> rows)
    {
        List<(string Key, Node Value)> parts = [("kind", Written.Text(MethodReader.WordOf(method.Kind)))];
        if (method.N > 0)
        {
            parts.Add(("n", Written.Text(StudyNumbers.Plain(method.N))));
            parts.Add(("seed", Written.Text(StudyNumbers.Plain(method.Seed))));
        }

        if (method.Levels > 0)
        {
            parts.Add(("levels", Written.Text(StudyNumbers.Plain(method.Levels))));
        }

        if (method.Kind == MethodKind.LimitSteps)
        {
            parts.Add(("pairs", Written.Text(method.Pairs ? "true" : "false")));
        }

        if (method.Kind == MethodKind.List)
        {
            parts.Add(("rows", Written.List(rows.Select(row => Written.Map(row.Zip(inputs).Select(pair =>
                (pair.Second.Name, Written.Sorted(pair.Second.Variable.EntriesOf(pair.First)[0].Value))))))));
        }

        return Written.Map(parts);
    }

    private static Mapping Inputs(IEnumerable<ReadVariable> inputs) =>
        Written.Map(inputs.Select(input => (input.Name, (Node)input.Written)));

    private static Sequence? Correlations(Sequence? list) => list is null ? null : Written.List(list.Items.OfType<Mapping>()
        .Select(pair => (
            Between: ((Sequence)pair["between"]!).Items.OfType<Scalar>().Select(name => name.Text).Order(StringComparer.Ordinal).ToArray(),
            Rank: (Scalar)pair["rank"]!))
        .OrderBy(pair => string.Join(' ', pair.Between), StringComparer.Ordinal)
        .Select(pair => Written.Map([("between", Written.Texts(pair.Between)), ("rank", Written.Text(pair.Rank.Text))])));

    private static Mapping Outcome(StudyOutcome outcome)
    {
        string goal = outcome.Direction switch { OutcomeDirection.Min => "min", OutcomeDirection.Max => "max", _ => "none" };
        List<(string Key, Node Value)> parts = [];
        string? maker = outcome.Kind switch
        {
            OutcomeKind.Largest => "largest",
            OutcomeKind.Smallest => "smallest",
            OutcomeKind.Mean => "mean",
            OutcomeKind.Integral => "integral",
            OutcomeKind.ViolationHours => "violation",
            _ => null,
        };
        if (maker is not null)
        {
            Node of = outcome.Kind == OutcomeKind.ViolationHours ? Written.Text(outcome.Sources[0]) : Written.Texts(outcome.Sources);
            parts.Add((maker, of));
        }

        parts.Add(("unit", Written.Text(outcome.Unit)));
        parts.Add(("goal", Written.Text(goal)));
        parts.Add(("label", Written.Text(outcome.Label)));
        return Written.Map(parts);
    }

    private static Mapping Costs(Mapping costs)
    {
        List<(string Key, Node Value)> parts = [("discount", costs["discount"]!)];
        Add(parts, "gpu_hour", costs["gpu_hour"] is Mapping price ? Written.Sorted(price) : null);
        Add(parts, "items", costs["items"] is Sequence items ? Written.List(items.Items.OfType<Mapping>().Select(Item)) : null);
        return Written.Map(parts);
    }

    private static Mapping Item(Mapping item) => Written.Map(
    [
        .. ((string[])["name", "path", "largest", "each", "life", "source"]).Where(key => item[key] is { } and not Scalar { IsNull: true })
            .Select(key => (key, item[key]!)),
        ("confidence", item["confidence"] is { } and not Scalar { IsNull: true } ? item["confidence"]! : Written.Text("assumed")),
    ]);
}
