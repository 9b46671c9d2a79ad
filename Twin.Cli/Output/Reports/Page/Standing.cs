using Twin.Core.Rules;

namespace Twin.Cli.Output.Reports.Page;

/// <summary>How a rule stands over all years that are shown: each rule is counted once.</summary>
internal static class Standing
{
    /// <summary>What a rule can stand as, in the order in which a board reads it.</summary>
    public static IReadOnlyList<Outcome> All { get; } = [Outcome.Met, Outcome.Missed, Outcome.NotDecidable, Outcome.NotApplicable];

    /// <summary>
    /// Missed, if it is in some year; or else not decidable, if it is in some year; or else met, if it holds in some year; or else not
    /// applicable.
    /// </summary>
    /// <param name="years">Verdicts of one rule.</param>
    public static Outcome Of(IEnumerable<Verdict> years)
    {
        HashSet<Outcome> said = [.. years.Select(verdict => verdict.Outcome)];
        return said.Contains(Outcome.Missed) ? Outcome.Missed
            : said.Contains(Outcome.NotDecidable) ? Outcome.NotDecidable
            : said.Contains(Outcome.Met) ? Outcome.Met
            : Outcome.NotApplicable;
    }

    /// <summary>Number of rules of each standing; together they are all rules.</summary>
    public static IReadOnlyDictionary<Outcome, int> Count(IReadOnlyList<Verdict> verdicts)
    {
        ILookup<Outcome, string> rules = verdicts.GroupBy(verdict => verdict.Rule).ToLookup(Of, rule => rule.Key);
        return All.ToDictionary(outcome => outcome, outcome => rules[outcome].Count());
    }
}
