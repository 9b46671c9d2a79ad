namespace Twin.Cli.Input.Studies;

/// <summary>Reads what a run must hold: the name of an outcome, a sign, a number with its unit.</summary>
internal sealed class ConstraintReader(OutcomeReader outcomes, IReadOnlyList<StudyOutcome> declared, FaultList faults)
{
    private const string Path = "constraints";
    private const string Expected = "OUTCOME SIGN VALUE, such as \"throttled_gpu_hours <= 100 h\"; signs are <=, <, >=, > and ==";

    // Longer signs first: "<=" begins with "<".
    private static readonly (string Text, ConstraintSign Sign)[] Signs =
    [
        ("<=", ConstraintSign.AtMost),
        (">=", ConstraintSign.AtLeast),
        ("==", ConstraintSign.Equal),
        ("<", ConstraintSign.Below),
        (">", ConstraintSign.Above),
    ];

    /// <summary>Reads the list.</summary>
    public IReadOnlyList<StudyConstraint> Read(Node node)
    {
        if (node is not Sequence list)
        {
            faults.Add("IT0106", "wrong kind of value", node.Place, Path, Words.KindOf(node), $"a list, each {Expected}");
            return [];
        }

        return [.. list.Items.Select(One).OfType<StudyConstraint>()];
    }

    private StudyConstraint? One(Node node)
    {
        if (node is not Scalar { IsNull: false } scalar)
        {
            faults.Add("IT0106", "wrong kind of value", node.Place, Path, Words.KindOf(node), Expected);
            return null;
        }

        string text = scalar.Text;
        (string Text, ConstraintSign Sign) sign = Signs.FirstOrDefault(sign => text.Contains(sign.Text, StringComparison.Ordinal));
        string[] sides = sign.Text is null ? [] : text.Split(sign.Text);
        if (sides.Length != 2 || OutcomeUnits.Amount(sides[1].Trim(' ')) is not { } amount)
        {
            faults.Add("IT0507", "constraint that cannot be read", scalar.Place, Path, FaultText.Printable(text), Expected);
            return null;
        }

        if (outcomes.Named(sides[0].Trim(' '), scalar.Place, declared) is not { } outcome)
        {
            return null;
        }

        return Limit(scalar, outcome, amount) is { } limit
            ? new($"{outcome.Name} {sign.Text} {Shown(limit, outcome.Unit)}", outcome, sign.Sign, limit)
            : null;
    }

    private double? Limit(Scalar scalar, StudyOutcome outcome, (double Value, string Unit) amount)
    {
        if (amount.Unit.Length == 0 && outcome.Unit != "1")
        {
            faults.Add(
                "IT0201", "missing unit", scalar.Place, Path, FaultText.Printable(scalar.Text),
                $"a value with its unit, such as \"{Shown(amount.Value, outcome.Unit)}\"");
            return null;
        }

        string unit = amount.Unit.Length == 0 ? "1" : amount.Unit;
        if (OutcomeUnits.Factor(unit, outcome.Unit) is not { } factor)
        {
            faults.Add(
                "IT0202", "wrong dimension", scalar.Place, Path, $"{FaultText.Printable(unit)} for {outcome.Name}",
                $"a unit like {outcome.Unit}: {string.Join(", ", OutcomeUnits.Like(outcome.Unit))}");
            return null;
        }

        return amount.Value * factor;
    }

    private static string Shown(double value, string unit) =>
        unit == "1" ? OutcomeUnits.Plain(value) : $"{OutcomeUnits.Plain(value)} {unit}";
}
