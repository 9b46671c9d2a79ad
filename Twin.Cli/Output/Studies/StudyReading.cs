using Twin.Cli.Input.Studies;
using Twin.Core.Studies;

namespace Twin.Cli.Output.Studies;

/// <summary>What is read from a finished study: which runs are feasible, which outcomes and which policy are shown.</summary>
internal sealed class StudyReading
{
    /// <summary>Outcomes that get charts of their own.</summary>
    public const int MostShown = 5;

    private readonly bool[] feasible;
    private readonly double[][] points;
    private readonly Dictionary<string, Sensitivity> sensitivities = new(StringComparer.Ordinal);

    /// <summary>Reads a study.</summary>
    /// <param name="table">The finished study.</param>
    /// <exception cref="ArgumentException">There are not as many rows as the study has runs.</exception>
    public StudyReading(StudyTable table)
    {
        if (table.Rows.Count != table.Study.RunCount)
        {
            throw new ArgumentException($"found {table.Rows.Count} runs, expected {table.Study.RunCount}.", nameof(table));
        }

        Table = table;
        feasible = [.. table.Rows.Select(table.IsFeasible)];
        points = [.. Enumerable.Range(0, Study.Design.Count).Select(Study.Design.Values)];
        Done = table.Rows.Count(row => row.Status == RowStatus.Done);
        Feasible = feasible.Count(isHeld => isHeld);
        Goals = [.. Study.Outcomes.Where(outcome => outcome.Direction is not null)];
        Shown = ChooseShown();
        Regret = ReadRegret();
        PolicyShown = Regret is null ? 0 : Math.Max(0, IndexOf(Regret.Policies[0].Policy));
        Limits = Study.Method.Kind == MethodKind.LimitSteps ? new LimitReading(Study) : null;
        Inputs = [.. Study.Variables.Select((variable, i) => new InputWords(variable, Study.Design.Space.Inputs[i].Distribution))];
        BestRow = FindBest();
    }

    /// <summary>The finished study.</summary>
    public StudyTable Table { get; }

    /// <summary>What was asked.</summary>
    public Study Study => Table.Study;

    /// <summary>Runs that have numbers.</summary>
    public int Done { get; }

    /// <summary>Runs that have none.</summary>
    public int Failed => Table.Rows.Count - Done;

    /// <summary>Runs that hold every constraint.</summary>
    public int Feasible { get; }

    /// <summary>Declared outcomes of which one direction is better, in the order written.</summary>
    public IReadOnlyList<StudyOutcome> Goals { get; }

    /// <summary>Declared outcomes that get charts, those with a direction first.</summary>
    public IReadOnlyList<StudyOutcome> Shown { get; }

    /// <summary>What policies may cost; null where there are none, or nothing can be compared.</summary>
    public RegretTable? Regret { get; }

    /// <summary>Policy of which charts show the runs: the most robust one, else the first; 0 where there are none.</summary>
    public int PolicyShown { get; }

    /// <summary>How steps of limits are laid out; null for other methods.</summary>
    public LimitReading? Limits { get; }

    /// <summary>The inputs in words.</summary>
    public IReadOnlyList<InputWords> Inputs { get; }

    /// <summary>The best feasible run by the first outcome with a direction; null where there is none.</summary>
    public int? BestRow { get; }

    /// <summary>Number of policies, at least one.</summary>
    public int Policies => Math.Max(1, Study.Policies.Count);

    /// <summary>Whether runs are futures that were drawn, so that shares of them are probabilities.</summary>
    public bool AreFutures => Study.Method.Kind
        is MethodKind.LatinHypercube or MethodKind.MonteCarlo or MethodKind.Sobol or MethodKind.SobolPoints or MethodKind.LimitSteps;

    /// <summary>Points that count as futures: all of a drawn study, and those at the base setting where limits are stepped.</summary>
    public IEnumerable<int> Futures => Enumerable.Range(0, points.Length).Where(point => Limits is null || Limits.IsBase(point));

    /// <summary>Values of the inputs at a point.</summary>
    public IReadOnlyList<double> Point(int point) => points[point];

    /// <summary>Values of an input, point by point.</summary>
    public double[] Input(int input) => [.. points.Select(point => point[input])];

    /// <summary>Whether a run is done and holds every constraint.</summary>
    public bool IsFeasible(int row) => feasible[row];

    /// <summary>Row of a point under the policy that is shown.</summary>
    public int RowOf(int point) => (point * Policies) + PolicyShown;

    /// <summary>An outcome under a policy, point by point; NaN where the run failed or the outcome is not defined.</summary>
    public double[] Values(StudyOutcome outcome, int policy)
    {
        double[] all = Table.Column(outcome.Name);
        return [.. Enumerable.Range(0, points.Length).Select(point => all[(point * Policies) + policy])];
    }

    /// <summary>An outcome under the policy that is shown, point by point.</summary>
    public double[] Values(StudyOutcome outcome) => Values(outcome, PolicyShown);

    /// <summary>How often an outcome is reached or passed; null where no run has it.</summary>
    public Exceedance? Spread(StudyOutcome outcome, int policy)
    {
        double[] values = Values(outcome, policy);
        double[] there = [.. Futures.Select(point => values[point]).Where(double.IsFinite)];
        return there.Length == 0 ? null : new(there);
    }

    /// <summary>What the inputs do to an outcome under the policy that is shown.</summary>
    public Sensitivity Sensitivity(StudyOutcome outcome)
    {
        if (!sensitivities.TryGetValue(outcome.Name, out Sensitivity? found))
        {
            found = new Sensitivity(this, outcome);
            sensitivities.Add(outcome.Name, found);
        }

        return found;
    }

    /// <summary>Numbers of an outcome in words, with as many decimals as tell its runs apart.</summary>
    public OutcomeWords Words(StudyOutcome outcome) => new(outcome, Table.Column(outcome.Name));

    /// <summary>At most so many of some numbers, spread over all of them and the same each time.</summary>
    public static IReadOnlyList<int> Thinned(IReadOnlyList<int> numbers, int most)
    {
        if (numbers.Count <= most)
        {
            return numbers;
        }

        // A multiplicative hash (Knuth, TAOCP 3, 6.4): a step of constant length could fall in with the levels of a grid.
        return [.. numbers.OrderBy(number => (uint)number * 2654435769u).Take(most).Order()];
    }

    private StudyOutcome[] ChooseShown()
    {
        StudyOutcome[] varying = [.. Study.Outcomes.Where(outcome =>
        {
            double[] values = [.. Table.Column(outcome.Name).Where(double.IsFinite)];
            return values.Length > 0 && (outcome.Direction is not null || values.Max() > values.Min());
        })];
        return [.. varying.OrderBy(outcome => outcome.Direction is null).Take(MostShown)];
    }

    private RegretTable? ReadRegret()
    {
        if (Study.Policies.Count < 2 || Goals.Count == 0 || Feasible == 0)
        {
            return null;
        }

        double[] all = Table.Column(Goals[0].Name);
        double[][] judged = [.. Enumerable.Range(0, Policies).Select(policy => Enumerable.Range(0, points.Length)
            .Select(point => feasible[(point * Policies) + policy] ? all[(point * Policies) + policy] : double.NaN).ToArray())];
        return judged.Any(values => values.Any(double.IsFinite))
            ? RegretTable.Of([.. Study.Policies.Select(policy => policy.Name)], judged, Goals[0].Direction!.Value)
            : null;
    }

    private int? FindBest()
    {
        // Settings of limits share their futures: the best run would be the luckiest of these.
        if (Goals.Count == 0 || Limits is not null)
        {
            return null;
        }

        double[] all = Table.Column(Goals[0].Name);
        double sign = Goals[0].Direction == OutcomeDirection.Min ? 1 : -1;
        int[] rows = [.. Enumerable.Range(0, all.Length).Where(row => feasible[row] && double.IsFinite(all[row]))];
        return rows.Length == 0 ? null : rows.MinBy(row => sign * all[row]);
    }

    private int IndexOf(string policy) => Study.Policies.Index().First(item => item.Item.Name == policy).Index;
}
