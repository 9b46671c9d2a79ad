using System.Globalization;
using Twin.Cli.Input.Studies;
using Twin.Core.Studies;

namespace Twin.Cli.Output.Studies;

/// <summary>Method, base and figures of a study in words.</summary>
internal static class StudyWords
{
    private static readonly string[] SmallNumbers =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>Name of the base scenario: of its folder, or of its file where that is called otherwise than scenario.yaml.</summary>
    public static string Base(Study study)
    {
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(study.BasePath));
        string? folder = Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(study.BasePath)));
        return name is "scenario.yaml" && folder is { Length: > 0 } ? folder : Path.GetFileNameWithoutExtension(name);
    }

    /// <summary>How the runs were chosen, as part of a sentence.</summary>
    public static string Method(Study study)
    {
        StudyMethod method = study.Method;
        string seed = string.Create(CultureInfo.InvariantCulture, $"seed {method.Seed}");
        return method.Kind switch
        {
            MethodKind.Grid => "all combinations of the values of its inputs",
            MethodKind.List => "written by hand",
            MethodKind.OneAtATime => "one input moved at a time",
            MethodKind.LatinHypercube => $"drawn by Latin hypercube ({seed})",
            MethodKind.Sobol => $"{StudyNumbers.Whole(method.N)} rows for Sobol indices ({seed})",
            MethodKind.SobolPoints => $"scrambled Sobol points ({seed})",
            MethodKind.Morris => $"{StudyNumbers.Count(method.N, "Morris trajectory", "Morris trajectories")} ({seed})",
            MethodKind.MonteCarlo => $"drawn by Monte Carlo ({seed})",
            _ => $"steps of limits over {StudyNumbers.Count(method.N, "future", "futures")} ({seed})",
        };
    }

    /// <summary>A small whole number as a word.</summary>
    public static string Small(int number) => number < SmallNumbers.Length ? SmallNumbers[number] : StudyNumbers.Whole(number);

    /// <summary>What goes with an input that has no order, as a sentence.</summary>
    public static string Choice(StudyReading reading, ChoiceShare choice)
    {
        InputWords input = reading.Inputs[choice.Input];
        string what = input.IsSeed ? $"{input.Name}, the year's climate, is no scale" : $"{input.Name} has cases without an order";
        return double.IsFinite(choice.Share)
            ? $"{what}: it goes with {StudyNumbers.Text.Percent(choice.Share)} of the spread."
            : $"{what}: how much of the spread goes with it is not known, with fewer than two runs a value.";
    }

    /// <summary>The figure of an outcome and what it means.</summary>
    public static (string Figure, string Meaning) Tile(StudyReading reading, StudyOutcome outcome)
    {
        OutcomeWords words = reading.Words(outcome);
        if (reading.Spread(outcome, reading.PolicyShown) is not { } spread)
        {
            return ("not known", "No run has a number.");
        }

        string policy = reading.Study.Policies.Count > 0 ? $" With {reading.Study.Policies[reading.PolicyShown].Name}." : string.Empty;
        if (!reading.AreFutures)
        {
            (double low, double high) = (spread.Rising[0], spread.Rising[^1]);
            string one = low == high ? words.Say(low) : $"{words.Bare(low)} to {words.Say(high)}";
            return (one, $"Lowest and highest of {StudyNumbers.Count(spread.Rising.Count, "run", "runs")}: settings, which have no "
                + $"probabilities. Half of them are at {words.Say(spread.P50)} or more.{policy}");
        }

        (string p10, string p50, string p90) = (words.Say(spread.P10), words.Say(spread.P50), words.Say(spread.P90));
        string meaning = outcome.Direction switch
        {
            OutcomeDirection.Max =>
                $"P50. More is better: 90 of 100 runs reach {p90} (P90, the careful figure), 10 of 100 reach {p10} (P10).",
            OutcomeDirection.Min =>
                $"P50. Less is better: 90 of 100 runs stay at or below {p10} (P10, the careful figure), 10 of 100 at or below "
                + $"{p90} (P90).",
            _ => $"P50. 90 of 100 runs reach {p90} (P90), 10 of 100 reach {p10} (P10).",
        };
        return (p50, meaning + policy);
    }
}
