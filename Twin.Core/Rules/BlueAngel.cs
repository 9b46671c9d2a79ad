namespace Twin.Core.Rules;

/// <summary>The ecolabel Blue Angel for data centres, DE-UZ 228; voluntary.</summary>
/// <remarks>Source: a secondary source of February 2023; the award criteria in force have to be looked up.</remarks>
internal static class BlueAngel
{
    private const string Article = "DE-UZ 228";

    // By start of operation.
    private static readonly DatedLimit[] Pue =
    [
        new(DateOnly.MinValue, new(2015, 1, 1), 1.60, Article),
        new(new(2015, 1, 1), new(2019, 1, 1), 1.50, Article),
        new(new(2019, 1, 1), new(2024, 1, 1), 1.30, Article),
        new(new(2024, 1, 1), null, 1.25, Article),
    ];

    // By start of operation.
    private static readonly DatedLimit[] Cer = [new(new(2024, 1, 1), null, 9.0, Article)];

    // By start of operation.
    private static readonly DatedLimit[] Erf = [new(new(2023, 1, 1), null, 0.0, Article)];

    private static readonly Remark[] Notes = [new("rules.note.voluntary"), new("rules.note.blue-angel")];

    /// <summary>The rules of the label.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new("blue-angel-pue", q => Judge(q, Pue, Side.AtMost, FigureNames.Pue, Plain(q, FigureNames.Pue))),
        new("blue-angel-cer", q => Judge(q, Cer, Side.Above, FigureNames.Cer, CerReading(q))),
        new("blue-angel-erf", Reuse),
    ];

    private static Verdict Reuse(Question q)
    {
        // Heat that was reused in a part of a year was reused in the year.
        Question asked = q.Number(FigureNames.Erf) > 0.0 ? q with { Centre = q.Centre with { IsWhole = true } } : q;
        Reading? reading = Plain(q, FigureNames.Erf) is { } erf ? erf with { IsShare = true } : null;
        return Judge(asked, Erf, Side.Above, FigureNames.Erf, reading);
    }

    private static Verdict Judge(Question q, DatedLimit[] byStart, Side side, string figure, Reading? reading)
    {
        if (q.Start is not { } start)
        {
            return q.LacksFact(Article, "rules.fact.start") with { Notes = Notes };
        }

        if (byStart.FirstOrDefault(row => row.Holds(start)) is not { } limit)
        {
            var earlier = new Remark("rules.reason.start-too-early", Datum.Of(start), Datum.Of(byStart[0].From));
            return q.Answer(Outcome.NotApplicable, Article, earlier, Notes);
        }

        return q.BeforeStart(Article)
            ?? Yardstick.Average(q, [limit with { From = DateOnly.MinValue, Until = null }], side, figure, reading, Notes);
    }

    // The label does not say here whether electricity of heat pumps is that of cooling.
    private static Reading? CerReading(Question q) =>
        q.Number(FigureNames.Cer) is not { } with ? null
        : q.Number(FigureNames.CerWithoutHeatPump) is { } without
            ? new(FigureNames.Cer, "1", Math.Min(with, without), Math.Max(with, without), "rules.reason.cer-between")
            : Reading.Of(FigureNames.Cer, "1", with);

    private static Reading? Plain(Question q, string figure) => q.Number(figure) is { } value ? Reading.Of(figure, "1", value) : null;
}
