using Twin.Core.Engine;
using Twin.Core.Plant;
using Twin.Core.Results;
using Twin.Core.Studies;

namespace Twin.Cli.Input.Studies;

/// <summary>Reads what a study takes from each run, against what the base scenario hands out.</summary>
internal sealed class OutcomeReader
{
    private const string Capex = "capex";
    private const string YearlyCost = "yearly_cost";
    private const string Violations = "violations.";

    private static readonly Dictionary<string, OutcomeKind> Makers = new(StringComparer.Ordinal)
    {
        ["largest"] = OutcomeKind.Largest,
        ["smallest"] = OutcomeKind.Smallest,
        ["mean"] = OutcomeKind.Mean,
        ["integral"] = OutcomeKind.Integral,
        ["violation"] = OutcomeKind.ViolationHours,
    };

    private readonly Dictionary<string, KeyFigure> figures;
    private readonly string[] figureNames;
    private readonly Dictionary<string, Column> columns;
    private readonly IReadOnlyList<string> limits;
    private readonly bool hasCosts;
    private readonly FaultList faults;

    /// <summary>Learns what a plant hands out.</summary>
    /// <param name="plant">The plant of the resolved base.</param>
    /// <param name="hasCosts">Whether the study has prices.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public OutcomeReader(PlantDesign plant, bool hasCosts, FaultList faults)
    {
        this.hasCosts = hasCosts;
        this.faults = faults;
        IReadOnlyList<Column> recorded = PlantColumns.Of(plant).Columns;
        columns = recorded.ToDictionary(column => column.Name, StringComparer.Ordinal);

        // Without a row there are no values, but names and units are there.
        var totals = new RunTotals([.. recorded.Select(column => column.Name)], 1);
        IReadOnlyList<KeyFigure> all = KeyFigures.Of(totals, FigureBasis.Of(plant), peakSiteW: 0.0);
        figures = all.ToDictionary(figure => figure.Name, StringComparer.Ordinal);
        figureNames = [.. all.Select(figure => figure.Name)];
        limits = WatchedLimits.Of(plant);
    }

    /// <summary>Every key figure, with no direction: what a study reads that does not say.</summary>
    public IReadOnlyList<StudyOutcome> AllFigures() => [.. figureNames.Select(name => Figure(name))];

    /// <summary>Reads the outcomes.</summary>
    /// <param name="section">Names with a direction, or with how the number is made.</param>
    public IReadOnlyList<StudyOutcome> Read(Mapping section)
    {
        List<StudyOutcome> read = [];
        foreach (Entry entry in section.Entries)
        {
            if ((entry.Value is Mapping said ? Made(entry, said) : Plain(entry)) is { } outcome)
            {
                read.Add(outcome);
            }
        }

        return read;
    }

    /// <summary>The outcome that a constraint names; a fault if there is none.</summary>
    /// <param name="name">Name as written.</param>
    /// <param name="place">Where.</param>
    /// <param name="declared">The outcomes of the study.</param>
    public StudyOutcome? Named(string name, Place place, IReadOnlyList<StudyOutcome> declared)
    {
        if (declared.FirstOrDefault(outcome => outcome.Name == name) is { } known)
        {
            return known;
        }

        if (name.StartsWith(Violations, StringComparison.Ordinal))
        {
            string limit = name[Violations.Length..];
            return IsLimit(limit, place, "constraints")
                ? new(name, $"hours at the limit {limit}", OutcomeKind.ViolationHours, [limit], "h", 1.0, null) : null;
        }

        return KnownName(name, place, "constraints", [.. declared.Select(outcome => outcome.Name), .. limits.Select(l => Violations + l)])
            ? Figure(name) : null;
    }

    /// <summary>Checks columns by their names.</summary>
    /// <param name="node">A name or a list of names.</param>
    /// <param name="path">Dotted path for messages.</param>
    /// <returns>The columns; null after a fault.</returns>
    public IReadOnlyList<Column>? Columns(Node node, string path)
    {
        IReadOnlyList<Node> items = node is Sequence list ? list.Items : [node];
        List<Column> read = [];
        foreach (Node item in items)
        {
            if (item is not Scalar { IsNull: false } name)
            {
                faults.Add(
                    "IT0106", "wrong kind of value", item.Place, path, Words.KindOf(item), "a column, or a list of columns to add up");
            }
            else if (columns.TryGetValue(name.Text, out Column? column))
            {
                read.Add(column);
            }
            else
            {
                faults.Add(
                    "IT0206", "unknown name", name.Place, path, FaultText.Printable(name.Text),
                    "a column that a run of the base records, as in docs/columns.md", Nearest.Of(name.Text, columns.Keys));
            }
        }

        if (items.Count == 0)
        {
            faults.Add("IT0105", "empty list", node.Place, path, "an empty list", "at least one column");
        }

        return read.Count == items.Count && read.Count > 0 ? read : null;
    }

    /// <summary>Columns that can be added up.</summary>
    /// <returns>Their names and unit; null after a fault.</returns>
    public (IReadOnlyList<string> Names, string Unit)? Sum(Node node, string path)
    {
        if (Columns(node, path) is not { } read)
        {
            return null;
        }

        if (read.FirstOrDefault(column => column.Unit != read[0].Unit) is { } other)
        {
            faults.Add(
                "IT0202", "wrong dimension", node.Place, path,
                $"a sum of {read[0].Name} in {read[0].Unit} and {other.Name} in {other.Unit}",
                "columns of one unit");
            return null;
        }

        return ([.. read.Select(column => column.Name)], read[0].Unit);
    }

    private StudyOutcome? Plain(Entry entry)
    {
        string path = $"outcomes.{entry.Key}";
        bool isRight = KnownName(entry.Key, entry.Place, path, []);
        if (entry.Value is not Scalar direction)
        {
            faults.Add(
                "IT0106", "wrong kind of value", entry.Value.Place, path, Words.KindOf(entry.Value),
                "min, max, none, or { largest: ... }");
            return null;
        }

        Key goal = StudyKeys.Outcome.Children.Single(key => key.Name == "goal");
        int before = faults.Count;
        new ValueCheck(faults).Check(direction, goal, path);
        return isRight && faults.Count == before ? Figure(entry.Key) with { Direction = Direction(direction.Text) } : null;
    }

    private StudyOutcome? Made(Entry entry, Mapping said)
    {
        string path = $"outcomes.{entry.Key}";
        int before = faults.Count;
        SchemaCheck.Check(said, StudyKeys.Outcome, path, faults);
        Entry[] makers = [.. said.Entries.Where(one => Makers.ContainsKey(one.Key))];
        if (makers.Length > 1)
        {
            string both = string.Join(" and ", makers.Select(maker => maker.Key));
            faults.Add("IT0112", "two ways at once", makers[1].Place, path, both, "one way to make it");
        }

        if (makers.Length == 0)
        {
            _ = KnownName(entry.Key, entry.Place, path, []);
        }
        else
        {
            OwnName(entry, path);
        }

        if (faults.Count > before)
        {
            return null;
        }

        StudyOutcome? outcome = makers.Length == 0 ? Figure(entry.Key) : Of(makers[0], path);
        string label = (said["label"] as Scalar)?.Text ?? outcome?.Label ?? string.Empty;
        return outcome is null ? null : InUnit(
            outcome with
            {
                Name = entry.Key,
                Label = label.Length > 0 ? label : Said(entry.Key),
                Direction = Direction((said["goal"] as Scalar)?.Text ?? "none"),
            },
            said["unit"] as Scalar,
            path);
    }

    private StudyOutcome? Of(Entry maker, string path)
    {
        OutcomeKind kind = Makers[maker.Key];
        if (kind == OutcomeKind.ViolationHours)
        {
            string limit = ((Scalar)maker.Value).Text;
            return IsLimit(limit, maker.Value.Place, path) ? new(string.Empty, string.Empty, kind, [limit], "h", 1.0, null) : null;
        }

        if (Sum(maker.Value, path) is not { } sum)
        {
            return null;
        }

        if (kind != OutcomeKind.Integral)
        {
            string usual = OutcomeUnits.Usual(sum.Unit);
            return new(string.Empty, string.Empty, kind, sum.Names, usual, OutcomeUnits.Factor(sum.Unit, usual) ?? 1.0, null);
        }

        if (OutcomeUnits.OfIntegral(sum.Unit) is not { } units)
        {
            faults.Add(
                "IT0202", "wrong dimension", maker.Value.Place, path, $"the integral over time of a column in {sum.Unit}",
                "the integral of a power, a flow, money per time or a share; else mean, largest or smallest");
            return null;
        }

        return new(string.Empty, string.Empty, kind, sum.Names, units.Shown, OutcomeUnits.Factor(units.Raw, units.Shown)!.Value, null);
    }

    private StudyOutcome? InUnit(StudyOutcome outcome, Scalar? unit, string path)
    {
        if (unit is null or { IsNull: true } || unit.Text == outcome.Unit)
        {
            return outcome;
        }

        if (OutcomeUnits.Factor(outcome.Unit, unit.Text) is { } factor)
        {
            return outcome with { Unit = unit.Text, PerInside = outcome.PerInside * factor };
        }

        faults.Add(
            "IT0202", "wrong dimension", unit.Place, path, FaultText.Printable(unit.Text),
            $"a unit like {outcome.Unit}: {string.Join(", ", OutcomeUnits.Like(outcome.Unit))}");
        return null;
    }

    private StudyOutcome Figure(string name) => name switch
    {
        Capex => new(name, "investment", OutcomeKind.Capex, [], "EUR", 1.0, null),
        YearlyCost => new(name, "cost of a year", OutcomeKind.YearlyCost, [], "EUR/a", 1.0, null),
        _ => new(name, Said(name), OutcomeKind.KeyFigure, [name], figures[name].Unit, 1.0, null),
    };

    private bool KnownName(string name, Place place, string path, IReadOnlyList<string> others)
    {
        if (figures.ContainsKey(name))
        {
            return true;
        }

        if (name is Capex or YearlyCost)
        {
            if (!hasCosts)
            {
                faults.Add("IT0105", "missing key", place, path, $"{name} without prices", "the key costs, with what it is made of");
            }

            return hasCosts;
        }

        faults.Add(
            "IT0206", "unknown name", place, path, FaultText.Printable(name),
            "a key figure as in docs/keyfigures.md, capex or yearly_cost, or one that the study makes: { largest: COLUMN }",
            Nearest.Of(name, [.. figureNames, Capex, YearlyCost, .. others]));
        return false;
    }

    private void OwnName(Entry entry, string path)
    {
        if (!Words.IsName(entry.Key))
        {
            faults.Add(
                "IT0206", "bad name", entry.Place, path, FaultText.Printable(entry.Key),
                "a name of small letters, digits and _, such as \"backup_power\"");
        }
        else if (figures.ContainsKey(entry.Key) || entry.Key is Capex or YearlyCost)
        {
            faults.Add("IT0103", "duplicate name", entry.Place, path, $"{entry.Key}, which is a key figure already", "a name of its own");
        }
    }

    private bool IsLimit(string limit, Place place, string path)
    {
        if (limits.Contains(limit))
        {
            return true;
        }

        faults.Add("IT0206", "unknown name", place, path, FaultText.Printable(limit), Words.OneOf(limits), Nearest.Of(limit, limits));
        return false;
    }

    private static OutcomeDirection? Direction(string word) => word switch
    {
        "min" => OutcomeDirection.Min,
        "max" => OutcomeDirection.Max,
        _ => null,
    };

    private static string Said(string name) => name.Replace('_', ' ');
}
