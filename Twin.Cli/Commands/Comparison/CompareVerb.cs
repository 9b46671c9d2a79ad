using Twin.Cli.Input;
using Twin.Cli.Input.Comparison;
using Twin.Cli.Output;
using Twin.Cli.Output.Comparison;
using Twin.Core.Engine;
using Twin.Core.Results;

namespace Twin.Cli.Commands.Comparison;

/// <summary>What `twin compare` was asked for.</summary>
/// <param name="Paths">Runs and scenarios, the first of which the others are compared with.</param>
/// <param name="Explain">Names of key figures; empty for those that say most.</param>
/// <param name="Order">Names of parts that are switched before the others.</param>
/// <param name="FailOn">Conditions that must not hold.</param>
/// <param name="OutFolder">Where the files go; null for a folder named after the runs.</param>
/// <param name="AsJson">Whether to print compare.json in place of the tables.</param>
/// <param name="IsQuiet">Whether to print the folder and nothing else.</param>
internal sealed record CompareRequest(
    IReadOnlyList<string> Paths,
    IReadOnlyList<string> Explain,
    IReadOnlyList<string> Order,
    IReadOnlyList<string> FailOn,
    string? OutFolder,
    bool AsJson,
    bool IsQuiet);

/// <summary>twin compare: what runs differ in, in what goes in and in what comes out, and why.</summary>
internal sealed class CompareVerb(Terminal terminal)
{
    private const int MostRuns = 26; // letters

    // Without a row there are no values, but names and units are there.
    private static readonly IReadOnlyList<KeyFigure> Known =
        KeyFigures.Of(new RunTotals([], 1), new FigureBasis(HeatPumpInside: true, HasRiver: true, 0), peakSiteW: 0.0);

    /// <summary>Names of all key figures.</summary>
    public static IReadOnlyList<string> FigureNames { get; } = [.. Known.Select(figure => figure.Name)];

    /// <summary>Does it.</summary>
    /// <returns>Exit status.</returns>
    public int Execute(CompareRequest request, CancellationToken cancel)
    {
        if (!AreDifferent(request.Paths)
            || (request.Explain.Count > 0 && !KnownWords.AreKnown(request.Explain, FigureNames, "--explain", "key figure", terminal.Error))
            || ReadConditions(request.FailOn) is not { } conditions)
        {
            return ExitStatus.Usage;
        }

        Subject?[] read = [.. request.Paths.Select(path => Subject.Read(path, terminal.Error))];
        if (read.Any(subject => subject is null))
        {
            return ExitStatus.InvalidScenario;
        }

        Subject[] subjects = [.. read.OfType<Subject>()];
        if (!AreParts(request.Order, subjects))
        {
            return ExitStatus.Usage;
        }

        if (Compute(request.Paths, subjects, cancel) is not { } runs)
        {
            return ExitStatus.SimulationFailed;
        }

        RunComparison[] comparisons =
        [
            .. Enumerable.Range(1, runs.Length - 1).Select(i => Compare((subjects[0], runs[0]), (subjects[i], runs[i]), request, cancel)),
        ];
        JudgedCondition[] judged = [.. comparisons.SelectMany(comparison => conditions.Select(condition => Judge(condition, comparison)))];
        return Write(request, runs, comparisons, judged, cancel);
    }

    private static JudgedCondition Judge(FailCondition condition, RunComparison comparison)
    {
        (bool isBroken, string sentence) = condition.Judge(comparison);
        return new(condition, comparison.B.Letter, isBroken, sentence);
    }

    private RunComparison Compare(
        (Subject Subject, ComparedRun Run) a, (Subject Subject, ComparedRun Run) b, CompareRequest request, CancellationToken cancel)
    {
        string NameOf(string path) => PartSwitching.NameOf(path, a.Subject, b.Subject);
        IReadOnlyList<FigureChange> figures = FigureChange.Of(a.Run.Summary.KeyFigures, b.Run.Summary.KeyFigures);
        IReadOnlyList<ScenarioDifference>? inputs = a.Subject.Tree is { } lower && b.Subject.Tree is { } upper
            ? ScenarioDiff.Between(lower, upper, NameOf)
            : null;
        List<string> notes = [.. NotesOn(a), .. NotesOn(b)];
        if (a.Run.EngineVersion != b.Run.EngineVersion)
        {
            notes.Add($"{a.Run.Letter} was computed by engine {a.Run.EngineVersion}, {b.Run.Letter} by {b.Run.EngineVersion}");
        }

        if (b.Run.EngineVersion != EngineVersion.Text)
        {
            notes.Add($"what the engines of {b.Run.Letter} and of this program ({EngineVersion.Text}) compute differently is remainder");
        }

        var comparison = new RunComparison(a.Run, b.Run, inputs, figures, [], notes);
        return comparison.IsNothing
            ? comparison
            : comparison with { Explained = [.. Explain(a, b, request, Chosen(request.Explain, figures), cancel)] };
    }

    private static IEnumerable<string> NotesOn((Subject Subject, ComparedRun Run) one) => one.Subject.WhyNot.Length > 0
        ? [$"{one.Run.Letter} is taken from its files alone: {one.Subject.WhyNot}"]
        : [];

    private IEnumerable<ExplainedFigure> Explain(
        (Subject Subject, ComparedRun Run) a,
        (Subject Subject, ComparedRun Run) b,
        CompareRequest request,
        IReadOnlyList<FigureChange> chosen,
        CancellationToken cancel)
    {
        if (a.Subject.WhyNot.Length > 0 || b.Subject.WhyNot.Length > 0)
        {
            string letter = a.Subject.WhyNot.Length > 0 ? a.Run.Letter : b.Run.Letter;
            return chosen.Select(change => ExplainedFigure.Without(change, $"the scenario of {letter} cannot be computed here"));
        }

        if (terminal.ErrorIsTerminal && !request.IsQuiet)
        {
            terminal.Error.WriteLine($"computing what lies between {a.Run.Letter} and {b.Run.Letter}, part by part");
        }

        IReadOnlyList<SwitchedPart> parts =
            PartSwitching.Compute(a.Subject, b.Subject, a.Run.EngineVersion, request.Order, cancel);
        return chosen.Select(change => ExplainedFigure.Of(change, parts));
    }

    private static IReadOnlyList<FigureChange> Chosen(IReadOnlyList<string> asked, IReadOnlyList<FigureChange> figures) =>
        asked.Count == 0
            ? MainFigures.Of(figures)
            : [.. asked.Distinct().Select(name => figures.FirstOrDefault(figure => figure.Name == name)
                ?? new FigureChange(name, Known.First(figure => figure.Name == name).Unit, null, null))];

    private bool AreDifferent(IReadOnlyList<string> paths)
    {
        if (paths.Count is < 2 or > MostRuns)
        {
            terminal.Error.WriteLine($"a comparison takes 2 to {MostRuns} runs or scenarios, not {paths.Count}");
            return false;
        }

        IGrouping<string, string>? twice = paths
            .GroupBy(path => Path.TrimEndingDirectorySeparator(ScenarioReader.FileOf(Path.GetFullPath(path))), StringComparer.Ordinal)
            .FirstOrDefault(same => same.Count() > 1);
        if (twice is not null)
        {
            terminal.Error.WriteLine($"{twice.First()} is named twice; compare it with another run");
        }

        return twice is null;
    }

    private List<FailCondition>? ReadConditions(IReadOnlyList<string> texts)
    {
        List<FailCondition> conditions = [];
        bool isWrong = false;
        foreach (string text in texts)
        {
            string wrong = FailCondition.Read(text, Known, out FailCondition? condition);
            if (condition is not null)
            {
                conditions.Add(condition);
            }
            else
            {
                terminal.Error.WriteLine($"--fail-on: {wrong}");
                isWrong = true;
            }
        }

        return isWrong ? null : conditions;
    }

    private bool AreParts(IReadOnlyList<string> order, Subject[] subjects)
    {
        if (order.Count == 0)
        {
            return true;
        }

        string[] parts =
        [
            .. subjects.Skip(1).Where(other => subjects[0].Written is not null && other.Written is not null)
                .SelectMany(other => new ScenarioParts(
                    subjects[0].Written!, other.Written!, path => PartSwitching.NameOf(path, subjects[0], other)).Names)
                .Distinct(),
        ];
        return KnownWords.AreKnown(order, parts, "--order", "part that differs", terminal.Error);
    }

    private ComparedRun[]? Compute(IReadOnlyList<string> paths, Subject[] subjects, CancellationToken cancel)
    {
        var runs = new ComparedRun[subjects.Length];
        for (int i = 0; i < runs.Length; i++)
        {
            try
            {
                runs[i] = subjects[i].Run(((char)('A' + i)).ToString(), cancel);
            }
            catch (BooksOpenException e)
            {
                terminal.Error.WriteLine($"error: {paths[i]}: simulation failed: {e.Message}");
                return null;
            }
        }

        return runs;
    }

    private int Write(
        CompareRequest request, ComparedRun[] runs, RunComparison[] comparisons, JudgedCondition[] judged, CancellationToken cancel)
    {
        string folder = request.OutFolder
            ?? Path.Combine("results", ComparisonFiles.Folder, string.Join('-', runs.Select(run => run.RunId)));
        IReadOnlyList<string> notes = ComparisonFiles.Write(folder, runs, comparisons, judged, cancel);
        if (request.AsJson)
        {
            terminal.Out.Write(File.ReadAllText(Path.Combine(folder, ComparisonJson.FileName)));
        }
        else
        {
            if (!request.IsQuiet)
            {
                new ComparisonText(terminal.Out).Write(runs, comparisons);
            }

            terminal.Out.WriteLine(folder);
        }

        foreach (string note in notes)
        {
            terminal.Error.WriteLine($"note: {note}");
        }

        JudgedCondition[] broken = [.. judged.Where(one => one.IsBroken)];
        foreach (JudgedCondition one in broken)
        {
            terminal.Error.WriteLine($"--fail-on \"{one.Condition.Text}\": {one.Sentence}");
        }

        return broken.Length > 0 ? ExitStatus.LimitBroken : ExitStatus.Done;
    }
}
