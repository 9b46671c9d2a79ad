using Twin.Core.Scenarios;

namespace Twin.Core.Rules;

/// <summary>EU taxonomy, activity 8.1 (data processing, hosting and related activities): climate mitigation.</summary>
/// <remarks>
/// Source: Delegated Regulation (EU) 2021/2139, section 8.1, as secondary sources tell it (twobirds.com, Uptime 397). The limit of the
/// GWP is from memory with medium confidence, and each verdict says so.
/// </remarks>
internal static class Taxonomy
{
    private const string Article = "(EU) 2021/2139 8.1";
    private const int AuditHoldsYears = 3;

    private static readonly DatedLimit Gwp = new(DateOnly.MinValue, null, 675.0, Article);
    private static readonly Remark[] AuditNotes = [new("rules.note.taxonomy")];
    private static readonly Remark[] GwpNotes = [new("rules.note.taxonomy"), new("rules.note.gwp-confidence")];

    /// <summary>The rules of the activity.</summary>
    public static IReadOnlyList<Rule> Rules { get; } = [new("taxonomy-practices", Practices), new("taxonomy-refrigerants", Refrigerants)];

    private static Verdict Practices(Question q)
    {
        if (q.BeforeStart(Article) is { } early)
        {
            return early;
        }

        if (q.Centre.Facts.PracticesVerified is not { } verified)
        {
            return q.LacksFact(Article, "rules.fact.practices-verified") with { Notes = AuditNotes };
        }

        DateOnly until = verified.AddYears(AuditHoldsYears);
        (Outcome outcome, string reason) = verified > q.LastDay ? (Outcome.NotDecidable, "rules.reason.audit-later")
            : until < q.FirstDay ? (Outcome.Missed, "rules.reason.audit-old")
            : until < q.LastDay ? (Outcome.NotDecidable, "rules.reason.audit-ends")
            : (Outcome.Met, "rules.reason.audit-holds");
        return q.Answer(outcome, Article, new Remark(reason, Datum.Of(verified), Datum.Of(until)), AuditNotes);
    }

    private static Verdict Refrigerants(Question q)
    {
        if (q.BeforeStart(Article) is { } early)
        {
            return early;
        }

        if (q.Centre.Facts.Refrigerants is not { } refrigerants)
        {
            return q.LacksFact(Article, "rules.fact.refrigerants") with { Notes = GwpNotes };
        }

        if (refrigerants.Count == 0)
        {
            return q.Answer(Outcome.Met, Article, new Remark("rules.reason.no-refrigerants"), GwpNotes);
        }

        // One that is too strong decides; else all have to be known.
        Refrigerant? worst = refrigerants.Where(r => r.Gwp is not null).MaxBy(r => r.Gwp);
        bool allKnown = refrigerants.All(r => r.Gwp is not null);
        return worst?.Gwp is { } gwp && (allKnown || !Yardstick.Meets(Side.AtMost, gwp, Gwp.Threshold))
            ? Yardstick.Fixed(q, Gwp, Side.AtMost, Reading.Of("gwp", "kg/kg", gwp), GwpNotes)
            : q.LacksFact(Article, "rules.fact.gwp") with { Notes = GwpNotes };
    }
}
