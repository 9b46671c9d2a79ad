using static Twin.Cli.Input.KeyMaking;

namespace Twin.Cli.Input.Studies;

/// <summary>The keys of a study, version 1, in the order in which a resolved study is written.</summary>
/// <remarks>What is free in its names (inputs, outcomes, policies) is read by the class that knows what may stand there.</remarks>
internal static class StudyKeys
{
    private const double MostRuns = 1_000_000.0;

    /// <summary>Ways to choose runs by the word that the resolved text has.</summary>
    public static IReadOnlyDictionary<string, MethodKind> Methods { get; } = new Dictionary<string, MethodKind>(StringComparer.Ordinal)
    {
        ["grid"] = MethodKind.Grid,
        ["list"] = MethodKind.List,
        ["one-at-a-time"] = MethodKind.OneAtATime,
        ["latin-hypercube"] = MethodKind.LatinHypercube,
        ["sobol"] = MethodKind.Sobol,
        ["sobol-points"] = MethodKind.SobolPoints,
        ["morris"] = MethodKind.Morris,
        ["monte-carlo"] = MethodKind.MonteCarlo,
        ["limit-steps"] = MethodKind.LimitSteps,
    };

    /// <summary>Short words of the field, each with the long one.</summary>
    public static IReadOnlyDictionary<string, string> ShortWords { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["oat"] = "one-at-a-time", ["lhs"] = "latin-hypercube", ["mc"] = "monte-carlo",
    };

    /// <summary>What one price says of itself.</summary>
    private static Key Source => Free("source", "Where the price comes from.").Required();

    /// <summary>The whole study.</summary>
    public static Key Root { get; } = Section(
        "a study",
        "Which runs to make of a scenario, and what to read from them.",
        Whole("study", "Version of this format.", 1, 1).Required(),
        Identifier("name", "Name of the study and of its results folder; by default that of the folder or file."),
        Free("label", "The question in words; by default the name."),
        new Key("base", KeyKind.Path, "Scenario folder or file, relative to this file.").Required(),
        new Key("scenario", KeyKind.References, "Overrides of the base, chosen by name.") { Targets = ["the overrides of the base"] },
        new Key("set", KeyKind.Changes, "Values laid over the base in every run."),
        Section(
            "method",
            "How the runs are chosen.",
            Choice("kind", "The way.", null, [.. Methods.Keys, .. ShortWords.Keys]).Required(),
            Whole(
                "n",
                "Runs of latin-hypercube, sobol-points and monte-carlo; rows of sobol; trajectories of morris; futures of limit-steps.",
                1,
                MostRuns),
            Whole("levels", "Levels of an input without a list in grid (default 5) and morris (default 4).", 1, 1000),
            Truth("pairs", "Whether limit-steps moves pairs of levers too (default true).") with { Default = null },
            new Key("rows", KeyKind.Overrides, "Runs of list, each a mapping of dotted paths with values."),
            Whole("seed", "Seed of everything drawn.", 0, int.MaxValue, "1")).Required(),
        new Key("levers", KeyKind.Overrides, "What somebody sets."),
        new Key("uncertainties", KeyKind.Overrides, "What nobody sets."),
        new Key("correlations", KeyKind.PlainList, "Uncertainties that go together.")
        {
            Children =
            [
                new Key("between", KeyKind.References, "Two of them.") { IsRequired = true, Targets = ["uncertainties"] },
                Number("rank", "Rank correlation after Spearman.", -1, 1, "0") with { IsRequired = true, Default = null },
            ],
        },
        new Key("outcomes", KeyKind.Overrides, "What is read from each run; by default every key figure."),
        new Key("constraints", KeyKind.Overrides, "What a run must hold to be feasible."),
        Section(
            "costs",
            "Prices for the outcomes capex and yearly_cost.",
            Share("discount", "Interest of a year.").Required(),
            Section("gpu_hour", "What an hour of a GPU that could not work would have earned.",
                Free("price", "Money, such as \"2 EUR\".").Required(), Source),
            Named(
                "items",
                "What is bought.",
                Free("path", "Value of the scenario of which it is so many."),
                new Key("largest", KeyKind.Overrides, "Column, or columns to add up, whose largest value says how much is needed."),
                Free("each", "Price of one: \"300 kEUR\", or \"250 EUR/kW\" of a quantity.").Required(),
                Free("life", "Years over which it is written off, such as \"20 a\".").Required(),
                Source,
                Choice("confidence", "How sure the price is.", "assumed", "measured", "published", "assumed"))
                .WithOneOf("path", "largest")),
        new Key("policies", KeyKind.Overrides, "Alternatives that are run at every point, in the order written."),
        new Key("series", KeyKind.Overrides, "Recorded columns of which each run keeps the series."));

    /// <summary>The keys that an outcome may have.</summary>
    public static Key Outcome { get; } = Section(
        "an outcome",
        "A number read from each run.",
        new Key("largest", KeyKind.Overrides, "Largest recorded value of a column, or of the sum of several."),
        new Key("smallest", KeyKind.Overrides, "Smallest recorded value."),
        new Key("mean", KeyKind.Overrides, "Mean over the run."),
        new Key("integral", KeyKind.Overrides, "Integral over the run."),
        Free("violation", "Limit whose binding hours count."),
        Free("unit", "Unit of the number."),
        Choice("goal", "What is better.", "none", "min", "max", "none"),
        Free("label", "Words for people."));
}
