namespace Twin.Core.Rules;

/// <summary>A rule: its identifier and how it judges; rules.RULE.title is its name, rules.RULE.about what it asks.</summary>
internal sealed record Rule(string Id, Func<Question, Verdict> Judge);

/// <summary>All rules that a report judges: energy efficiency law, registers, voluntary schemes, the water body.</summary>
public static class Regimes
{
    private static readonly Rule[] All =
    [
        .. EnefgEfficiency.Rules,
        .. EnefgManagement.Rules,
        .. EnefgDuties.Rules,
        .. Eu20241364.Rules,
        .. BlueAngel.Rules,
        .. NeutralDataCentrePact.Rules,
        .. Taxonomy.Rules,
        .. OgewvScreening.Rules,
    ];

    /// <summary>Years for which each rule is asked.</summary>
    public static IReadOnlyList<int> Years { get; } = [2026, 2027, 2028, 2029, 2030, 2031];

    /// <summary>Identifiers of the rules in their fixed order: law by section, what is voluntary, the screening.</summary>
    public static IReadOnlyList<string> Rules { get; } = [.. All.Select(rule => rule.Id)];

    /// <summary>Judges a centre by every rule.</summary>
    /// <remarks>
    /// The figures of the reporting year are held against each of <see cref="Years"/>: the verdict says what would hold if they were that
    /// year's. What the scenario does not say makes a rule not decidable; nothing is guessed.
    /// </remarks>
    /// <param name="centre">The centre in its reporting year.</param>
    /// <returns>One verdict for each rule and year: the years of the first rule, then those of the second, and so on.</returns>
    public static IReadOnlyList<Verdict> Judge(CentreYear centre) =>
        [.. All.SelectMany(rule => Years.Select(year => Judge(rule, new Question(centre, rule.Id, year))))];

    private static Verdict Judge(Rule rule, Question q)
    {
        Verdict verdict = rule.Judge(q);
        return q.Centre.IsDesign && verdict.Value is not null
            ? verdict with { Notes = [.. verdict.Notes, new Remark("rules.note.design")] }
            : verdict;
    }
}
