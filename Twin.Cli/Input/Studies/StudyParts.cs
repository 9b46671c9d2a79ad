using Twin.Core.Studies;

namespace Twin.Cli.Input.Studies;

/// <summary>The parts of a study while it is read: each is read as far as it can be, so that all faults are told at once.</summary>
/// <param name="root">The study as written.</param>
/// <param name="isWellFormed">Whether the keys with fixed names hold what they may.</param>
/// <param name="scenario">The base.</param>
/// <param name="faults">Receives what is wrong.</param>
internal sealed class StudyParts(Mapping root, bool isWellFormed, BaseScenario scenario, FaultList faults)
{
    private readonly HashSet<string> toldOnce = new(StringComparer.Ordinal);
    private IReadOnlyList<RankCorrelation> correlations = [];

    public Mapping Root => root;

    public BaseScenario Scenario => scenario;

    public IReadOnlyList<Entry> Fixed { get; private set; } = [];

    public StudyVaried Varied { get; private set; } = new(scenario, []);

    public StudyMethod? Method { get; private set; }

    public IReadOnlyList<ReadVariable> Inputs { get; private set; } = [];

    public IReadOnlyList<IReadOnlyList<double>> Rows { get; private set; } = [];

    public IReadOnlyList<StudyPolicy> Policies { get; private set; } = [];

    public IReadOnlyList<StudyOutcome> Outcomes { get; private set; } = [];

    public IReadOnlyList<StudyConstraint> Constraints { get; private set; } = [];

    public StudyCosts? Costs { get; private set; }

    public IReadOnlyList<string> SeriesColumns { get; private set; } = [];

    /// <summary>Reads all parts.</summary>
    public void Read()
    {
        ReadFixed();
        ReadInputs();
        Policies = [.. Section("policies").Entries.Select(
            policy => new StudyPolicy(policy.Key, CaseReader.Bundle(policy, $"policies.{policy.Key}", Varied, faults)))];
        TellTwice();
        if (Varied.Resolved.Scenario is { } resolved)
        {
            ReadOutcomes(new OutcomeReader(resolved.Plant, root["costs"] is Mapping, faults));
        }
    }

    /// <summary>Lays out the runs; null after a fault.</summary>
    public StudyDesign? Design()
    {
        try
        {
            StudyDesign design = DesignMaker.Of(Method!, Inputs, correlations, Rows);
            if ((long)design.Count * Math.Max(1, Policies.Count) <= int.MaxValue)
            {
                return design;
            }
        }
        catch (ArgumentOutOfRangeException)
        {
            // All parts have been checked, so it is their product: one fault for both ways to get there.
        }

        Node method = root["method"]!;
        faults.Add("IT0506", "too many runs", method.Place, "method", "more than 2,147,483,647 runs", "fewer levels, values or runs");
        return null;
    }

    private void ReadFixed()
    {
        Mapping set = root["set"] as Mapping ?? root.With([]);
        bool areKnown = set.Entries.Aggregate(true, (all, entry) => DottedPaths.Check(entry, $"set.{entry.Key}", faults) && all);
        Fixed = areKnown ? set.Entries : [];
        Varied = new(scenario, Fixed);
        foreach (Fault fault in Varied.Resolved.Faults)
        {
            faults.Add(fault);
        }
    }

    private void ReadInputs()
    {
        if (root["method"] is Mapping { } said && isWellFormed)
        {
            var method = new MethodReader(said, faults);
            Method = method.Read();
            Inputs = ReadVariables();
            if (Method?.Kind == MethodKind.List)
            {
                method.Fit(Method, Inputs, root);
                var rows = new RowReader(Varied, faults);
                Inputs = rows.Read(said["rows"]!);
                Rows = rows.Rows;
            }
            else if (Method is not null)
            {
                method.Fit(Method, Inputs, root);
                Inputs = Method.Kind == MethodKind.LimitSteps ? [.. Inputs.Select(DesignMaker.WithBase)] : Inputs;
            }
        }
        else
        {
            Inputs = ReadVariables();
        }

        if (Section("levers").Entries.Count + Section("uncertainties").Entries.Count == 0 && Method is { Kind: not MethodKind.List })
        {
            faults.Add("IT0105", "missing key", root.Place, "levers", "neither levers nor uncertainties", "at least one input to vary");
        }

        if (isWellFormed && root["correlations"] is Sequence list)
        {
            string[] names = [.. Section("uncertainties").Entries.Select(entry => entry.Key)];
            correlations = CorrelationReader.Read(list, names, Inputs, Method, faults);
        }
    }

    private ReadVariable[] ReadVariables() =>
    [
        .. VariableReader.Read(Section("levers"), areLevers: true, Varied, faults)
            .Concat(VariableReader.Read(Section("uncertainties"), areLevers: false, Varied, faults))
            .OrderBy(input => input.Name, StringComparer.Ordinal),
    ];

    private void ReadOutcomes(OutcomeReader reader)
    {
        Outcomes = root["outcomes"] is Mapping { Entries.Count: > 0 } outcomes ? reader.Read(outcomes)
            : Section("outcomes").Entries.Count == 0 ? reader.AllFigures() : [];
        if (root["constraints"] is { } constraints and not Scalar { IsNull: true })
        {
            Constraints = new ConstraintReader(reader, Outcomes, faults).Read(constraints);
        }

        if (isWellFormed && root["costs"] is Mapping costs)
        {
            Costs = new CostReader(Varied, reader, faults).Read(costs);
        }

        if (root["series"] is { } series and not Scalar { IsNull: true })
        {
            SeriesColumns = [.. reader.Columns(series, "series")?.Select(column => column.Name) ?? []];
        }
    }

    /// <summary>A section with free names; empty where there is none, and after a fault where something else stands.</summary>
    private Mapping Section(string key)
    {
        if (root[key] is Mapping section)
        {
            return section;
        }

        if (root[key] is { } other and not Scalar { IsNull: true } && toldOnce.Add(key))
        {
            faults.Add("IT0106", "wrong kind of value", other.Place, key, Words.KindOf(other), "names, each with what is said of it");
        }

        return root.With([]);
    }

    private void TellTwice()
    {
        List<(string Path, string By)> set = [.. Fixed.Select(entry => (entry.Key, "the key set"))];
        foreach (ReadVariable input in Inputs.OrderBy(input => input.Place.Line).ThenBy(input => input.Place.Column))
        {
            string section = input.Variable.IsLever ? "levers" : "uncertainties";
            if (Inputs.Any(other => other != input && other.Name == input.Name && !input.Variable.IsLever))
            {
                faults.Add(
                    "IT0501", "input named twice", input.Place, $"{section}.{input.Name}", $"{input.Name}, which is a lever too",
                    "each value in one place: set, one lever or one uncertainty");
                continue;
            }

            foreach (string path in input.Paths)
            {
                if (set.Find(other => IsSame(other.Path, path)) is { Path: not null } other)
                {
                    faults.Add(
                        "IT0501", "input named twice", input.Place, $"{section}.{input.Name}",
                        $"{path}, which {other.By} gives a value too", "each value in one place: set, one lever or one uncertainty");
                    break;
                }
            }

            set.AddRange(input.Paths.Select(path => (path, "the input " + input.Name)));
        }

        TellPolicies(set[Fixed.Count..]);
    }

    // A row says what its inputs were, so no policy may set them to something else.
    private void TellPolicies(List<(string Path, string By)> set)
    {
        foreach (StudyPolicy policy in Policies)
        {
            foreach (Entry value in policy.Values)
            {
                if (set.Find(other => IsSame(other.Path, value.Key)) is { Path: not null } other)
                {
                    faults.Add(
                        "IT0501", "input named twice", value.Place, $"policies.{policy.Name}",
                        $"{value.Key}, which {other.By} gives a value too", "a policy that leaves the inputs of the study alone");
                }
            }
        }
    }

    private static bool IsSame(string a, string b) =>
        a == b || a.StartsWith(b + ".", StringComparison.Ordinal) || b.StartsWith(a + ".", StringComparison.Ordinal);
}
