using System.Globalization;

namespace Twin.Cli.Input.Studies;

/// <summary>Reads how a study chooses its runs, and whether that fits its inputs.</summary>
internal sealed class MethodReader(Mapping section, FaultList faults)
{
    private const int UsualGridLevels = 5;
    private const int UsualMorrisLevels = 4;
    private const string Misfit = "method that does not fit";

    private static readonly Dictionary<MethodKind, string[]> Takes = new()
    {
        [MethodKind.Grid] = ["levels"],
        [MethodKind.List] = ["rows"],
        [MethodKind.OneAtATime] = [],
        [MethodKind.LatinHypercube] = ["n", "seed"],
        [MethodKind.Sobol] = ["n", "seed"],
        [MethodKind.SobolPoints] = ["n", "seed"],
        [MethodKind.Morris] = ["levels", "n", "seed"],
        [MethodKind.MonteCarlo] = ["n", "seed"],
        [MethodKind.LimitSteps] = ["n", "pairs", "seed"],
    };

    /// <summary>Methods whose points are drawn, so that inputs can go together.</summary>
    public static IReadOnlyList<MethodKind> Drawn { get; } =
        [MethodKind.LatinHypercube, MethodKind.SobolPoints, MethodKind.MonteCarlo, MethodKind.LimitSteps];

    /// <summary>The long word of a method.</summary>
    public static string WordOf(MethodKind kind) => StudyKeys.Methods.Single(method => method.Value == kind).Key;

    /// <summary>Reads the numbers of the method, whose keys and values have been checked one by one.</summary>
    /// <returns>The method; null after a fault.</returns>
    public StudyMethod? Read()
    {
        int before = faults.Count;
        string word = ((Scalar)section["kind"]!).Text;
        word = StudyKeys.ShortWords.GetValueOrDefault(word, word);
        MethodKind kind = StudyKeys.Methods[word];
        string[] taken = ["kind", .. Takes[kind]];
        foreach (Entry other in section.Entries.Where(entry => !taken.Contains(entry.Key) && entry.Value is not Scalar { IsNull: true }))
        {
            string only = $"only {string.Join(", ", taken)}";
            faults.Add("IT0505", Misfit, other.Place, $"method.{other.Key}", $"{other.Key} for {word}", only);
        }

        bool mayLackN = !Takes[kind].Contains("n") || kind == MethodKind.LimitSteps;
        if (!mayLackN && section["n"] is null)
        {
            faults.Add("IT0105", "missing key", section.Place, "method.n", "nothing", $"how many, such as {{ kind: {word}, n: 256 }}");
        }

        if (kind == MethodKind.List && section["rows"] is null)
        {
            faults.Add(
                "IT0105", "missing key", section.Place, "method.rows", "nothing",
                "the runs, such as rows: [ { halls.training.racks.count: 150 }, { halls.training.racks.count: 250 } ]");
        }

        int n = Whole("n") ?? (kind == MethodKind.LimitSteps ? 1 : 0);
        int levels = Whole("levels") ?? kind switch { MethodKind.Grid => UsualGridLevels, MethodKind.Morris => UsualMorrisLevels, _ => 0 };
        Check(kind, n, levels);
        bool pairs = kind == MethodKind.LimitSteps && (section["pairs"] as Scalar)?.Text != "false";
        return faults.Count > before ? null : new(kind, n, levels, Whole("seed") ?? 1, pairs);
    }

    /// <summary>Tells where inputs do not fit the method.</summary>
    public void Fit(StudyMethod method, IReadOnlyList<ReadVariable> inputs, Mapping root)
    {
        string word = WordOf(method.Kind);
        foreach (ReadVariable input in inputs)
        {
            string? found = (method.Kind, input) switch
            {
                (MethodKind.LimitSteps, { Variable.IsLever: true, Form: VariableForm.Step }) => null,
                (MethodKind.LimitSteps, { Variable.IsLever: true } lever) when IsLessAndMore(lever) => null,
                (MethodKind.LimitSteps, { Variable.IsLever: true }) => "a lever that has no step",
                (_, { Form: VariableForm.Step }) => $"a step for {word}",
                (MethodKind.Morris, { Variable.Cases.Count: > 2 }) => "more than two cases, which have no order to move in, for morris",
                (MethodKind.List, _) => "an input beside the rows of list",
                _ => null,
            };
            if (found is not null)
            {
                string expected = method.Kind == MethodKind.LimitSteps
                    ? "{ step: ... }, or { cases: { less: { ... }, more: { ... } } }"
                    : $"what {word} can move: {(method.Kind == MethodKind.List ? "only its rows" : "a grid, a range or a distribution")}";
                string path = $"{(input.Variable.IsLever ? "levers" : "uncertainties")}.{input.Name}";
                faults.Add("IT0505", Misfit, input.Place, path, found, expected);
            }
        }

        int uncertain = inputs.Count(input => !input.Variable.IsLever);
        if (method.Kind == MethodKind.LimitSteps && root["levers"] is not Mapping { Entries.Count: > 0 })
        {
            faults.Add("IT0105", "missing key", root.Place, "levers", "nothing to step", "at least one lever with a step");
        }

        if (method.Kind == MethodKind.LimitSteps && uncertain == 0 && method.N > 1)
        {
            faults.Add(
                "IT0505", Misfit, section["n"]!.Place, "method.n", $"{StudyNumbers.Plain(method.N)} futures of nothing uncertain",
                "n: 1, or uncertainties in which the futures differ");
        }

        int most = method.Kind switch { MethodKind.Sobol => 64, MethodKind.SobolPoints => 128, _ => int.MaxValue };
        if (inputs.Count > most)
        {
            faults.Add(
                "IT0505", Misfit, section.Place, "method.kind", $"{StudyNumbers.Plain(inputs.Count)} inputs for {word}",
                $"at most {StudyNumbers.Plain(most)}, or latin-hypercube, morris or monte-carlo, which take any number");
        }
    }

    /// <summary>Whether an input is cases of a step less and one more.</summary>
    public static bool IsLessAndMore(ReadVariable input) =>
        input.Variable.Cases.Count == 2 && input.Variable.Cases.Contains("less") && input.Variable.Cases.Contains("more");

    private void Check(MethodKind kind, int n, int levels)
    {
        (string Key, bool IsRight, string Expected) rule = kind switch
        {
            MethodKind.Sobol => ("n", n == 0 || (n >= 32 && n % 16 == 0), "a multiple of 16 from 32 on, best a power of two such as 256"),
            MethodKind.Morris when n == 1 => ("n", false, "2 trajectories or more, usually 10 to 50"),
            MethodKind.Morris => ("levels", levels % 2 == 0 && levels >= 2, "an even number of levels, usually 4"),
            _ => (string.Empty, true, string.Empty),
        };
        if (!rule.IsRight)
        {
            string word = ((Scalar)section[rule.Key]!).Text;
            faults.Add("IT0205", "out of range", section[rule.Key]!.Place, $"method.{rule.Key}", FaultText.Printable(word), rule.Expected);
        }
    }

    private int? Whole(string key) => section[key] is Scalar { IsNull: false } written
        ? int.Parse(written.Text, CultureInfo.InvariantCulture) : null;
}
