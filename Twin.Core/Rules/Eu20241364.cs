namespace Twin.Core.Rules;

/// <summary>Delegated Regulation (EU) 2024/1364: the yearly report to the European database, and the draft that may change it.</summary>
/// <remarks>
/// Source: Delegated Regulation (EU) 2024/1364, Annexes I to III. The draft amendment was registered on 26 March 2026; whether and how
/// it was adopted is not known here.
/// </remarks>
internal static class Eu20241364
{
    private const string Article = "(EU) 2024/1364 I, II, III";
    private const string Due = "rules.due.may";
    private const string DraftArticle = "(EU) 2024/1364 (2026)";

    // Threshold: installed IT power demand [kW] from which the regulation holds.
    private static readonly DatedLimit Reporting = new(new(2024, 9, 15), null, 500.0, Article);
    private static readonly DateOnly DraftRegistered = new(2026, 3, 26);

    /// <summary>The rules of the regulation.</summary>
    public static IReadOnlyList<Rule> Rules { get; } = [new("eu-2024-1364-report", Report), new("eu-2026-draft-report", Draft)];

    private static Verdict Report(Question q)
    {
        if (Jurisdiction.OutsideUnion(q, Article) is { } abroad)
        {
            return abroad;
        }

        if (q.Number(FigureNames.InstalledItPower) is not { } installedKW)
        {
            return q.Lacks(Article, FigureNames.InstalledItPower);
        }

        if (installedKW < Reporting.Threshold)
        {
            return q.Below(Article, "rules.reason.it-power-below", installedKW, Reporting.Threshold);
        }

        return q.BeforeStart(Article)
            ?? Completeness.Judge(q, Article, EuFields.Of(q.Centre), Due, allowsPart: true, new Remark("rules.note.national-scheme"));
    }

    private static Verdict Draft(Question q) =>
        Jurisdiction.OutsideUnion(q, DraftArticle)
        ?? q.Answer(Outcome.NotDecidable, DraftArticle, new Remark("rules.reason.draft", Datum.Of(DraftRegistered)));
}
