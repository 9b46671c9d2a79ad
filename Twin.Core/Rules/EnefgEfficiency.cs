using Twin.Core.Scenarios;

namespace Twin.Core.Rules;

/// <summary>EnEfG section 11: PUE and reuse share by start of operation, and the renewable share.</summary>
/// <remarks>Source: Energieeffizienzgesetz (BGBl. 2023 I no. 309), section 11(1), (2), (3) and (5).</remarks>
internal static class EnefgEfficiency
{
    private const int YearsToComply = 2; // section 11(2): at the latest two years after the start of operation

    private static readonly DateOnly NewCentresFrom = new(2026, 7, 1);

    // By day.
    private static readonly DatedLimit[] PueOfOldCentres =
    [
        new(new(2027, 7, 1), new(2030, 7, 1), 1.5, "EnEfG § 11(1) 1"),
        new(new(2030, 7, 1), null, 1.3, "EnEfG § 11(1) 2"),
    ];

    // By start of operation.
    private static readonly DatedLimit[] PueOfNewCentres = [new(NewCentresFrom, null, 1.2, "EnEfG § 11(2) 1")];

    // By start of operation.
    private static readonly DatedLimit[] ReuseShare =
    [
        new(NewCentresFrom, new(2027, 7, 1), 0.10, "EnEfG § 11(2) 2"),
        new(new(2027, 7, 1), new(2028, 7, 1), 0.15, "EnEfG § 11(2) 2"),
        new(new(2028, 7, 1), null, 0.20, "EnEfG § 11(2) 2"),
    ];

    // By day.
    private static readonly DatedLimit[] RenewableShare =
    [
        new(new(2024, 1, 1), new(2027, 1, 1), 0.5, "EnEfG § 11(5) 1"),
        new(new(2027, 1, 1), null, 1.0, "EnEfG § 11(5) 2"),
    ];

    private static readonly Remark Expansion = new("rules.note.expansion", Datum.Of(NewCentresFrom));

    /// <summary>The rules of the section.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new("enefg-11-1-pue", OldPue),
        new("enefg-11-2-pue", NewPue),
        new("enefg-11-2-reuse", Reuse),
        new("enefg-11-5-renewable", Renewable),
    ];

    private static Verdict OldPue(Question q)
    {
        const string article = "EnEfG § 11(1)";
        if (OutsideRegime(q, article, isForNew: false) is { } outside)
        {
            return outside;
        }

        Reading? reading = q.Number(FigureNames.Pue) is { } pue ? Reading.Of(FigureNames.Pue, "1", pue) : null;
        Remark[] notes = q.Number(FigureNames.HeatPumpEnergy) > 0.0 && Boundaries.HasHeatPumpsInside(q.Centre)
            ? [new("rules.note.heat-pump-counted"), Expansion]
            : [Expansion];
        return Yardstick.Average(q, PueOfOldCentres, Side.AtMost, FigureNames.Pue, reading, notes);
    }

    private static Verdict NewPue(Question q)
    {
        const string article = "EnEfG § 11(2) 1";
        if ((OutsideRegime(q, article, isForNew: true) ?? NotDue(q, article)) is { } outside)
        {
            return outside;
        }

        bool hasHeatPump = q.Number(FigureNames.HeatPumpEnergy) > 0.0;
        if (hasHeatPump && q.Number(FigureNames.PueWithoutHeatPump) is null)
        {
            return q.Lacks(article, FigureNames.PueWithoutHeatPump);
        }

        // The evaporators cool the centre too, so that it is open whether the plants serve solely to upgrade heat.
        // Outside the boundary their electricity is no part of either number.
        Reading? reading = q.Number(FigureNames.Pue) is not { } pue ? null
            : !hasHeatPump || q.Number(FigureNames.PueWithoutHeatPump) is not { } without ? Reading.Of(FigureNames.Pue, "1", pue)
            : pue == without ? Reading.Of(FigureNames.PueWithoutHeatPump, "1", without)
            : new(FigureNames.Pue, "1", pue, without, "rules.reason.heat-pump-between") { KindFigure = FigureNames.PueWithoutHeatPump };
        Remark[] notes = hasHeatPump ? [new("rules.note.heat-pump-solely"), Expansion] : [Expansion];
        return Yardstick.Average(q, DueAfterStart(q, PueOfNewCentres), Side.AtMost, FigureNames.Pue, reading, notes);
    }

    private static Verdict Reuse(Question q)
    {
        const string article = "EnEfG § 11(2) 2";
        if ((OutsideRegime(q, article, isForNew: true) ?? Exempted(q) ?? NotDue(q, article)) is { } outside)
        {
            return outside;
        }

        DatedLimit[] due = DueAfterStart(q, ReuseShare);
        DatedLimit least = due[0] with { Threshold = ReuseShare[0].Threshold };
        Reading? reading = q.Number(FigureNames.Erf) is { } erf ? Reading.Of(FigureNames.Erf, "1", erf) with { IsShare = true } : null;
        bool isPlanned = due[0].Threshold > least.Threshold;
        Remark[] notes = isPlanned
            ? [new("rules.note.planned-share"), Boundaries.HeatPumpNote(q.Centre), Expansion]
            : [Boundaries.HeatPumpNote(q.Centre), Expansion];
        Verdict verdict = Yardstick.Average(q, due, Side.AtLeast, FigureNames.Erf, reading, notes);

        // A design is held against what has to be planned; for a year in operation it is open which of the two shares counts.
        return verdict.Outcome != Outcome.Missed || !isPlanned || q.Centre.IsDesign || reading is null ? verdict
            : !Yardstick.Meets(Side.AtLeast, reading.Strict, least.Threshold)
                ? Yardstick.Average(q, [least], Side.AtLeast, FigureNames.Erf, reading, notes)
            : verdict with
            {
                Outcome = Outcome.NotDecidable,
                Reason = new(
                    "rules.reason.planned-between",
                    reading.Show(reading.Strict),
                    reading.Show(least.Threshold),
                    reading.Show(due[0].Threshold)),
            };
    }

    private static Verdict Renewable(Question q)
    {
        const string article = "EnEfG § 11(5)";
        if ((EnefgScope.Outside(q) ?? q.BeforeStart(article)) is { } outside)
        {
            return outside;
        }

        return Yardstick.Average(
            q, RenewableShare, Side.AtLeast, FigureNames.Ref, RenewableReading.Of(q.Centre), new Remark("rules.note.balance"));
    }

    private static Verdict? OutsideRegime(Question q, string article, bool isForNew)
    {
        if (EnefgScope.Outside(q) is { } outside)
        {
            return outside;
        }

        if (q.Start is not { } start)
        {
            return q.LacksFact(article, "rules.fact.start");
        }

        if (start >= NewCentresFrom != isForNew)
        {
            string key = isForNew ? "rules.reason.starts-before" : "rules.reason.starts-from";
            return q.Answer(Outcome.NotApplicable, article, new Remark(key, Datum.Of(start), Datum.Of(NewCentresFrom)), Expansion);
        }

        return q.BeforeStart(article);
    }

    private static Verdict? NotDue(Question q, string article)
    {
        DateOnly due = Due(q);
        return due > q.LastDay
            ? q.Answer(Outcome.NotApplicable, article, new Remark("rules.reason.not-due", Datum.Of(due)), Expansion)
            : null;
    }

    private static Verdict? Exempted(Question q)
    {
        return q.Centre.Facts.Exemption switch
        {
            ReuseExemption.LaterEvent => Claimed("EnEfG § 11(3) 1", "rules.reason.exempt-event"),
            ReuseExemption.NetworkAgreement => Claimed("EnEfG § 11(3) 2", "rules.reason.exempt-agreement"),
            ReuseExemption.OfferNotTaken => Claimed("EnEfG § 11(3) 3", "rules.reason.exempt-offer"),
            _ => null,
        };

        Verdict Claimed(string article, string reason) => q.Answer(Outcome.NotApplicable, article, new Remark(reason), Expansion);
    }

    // The row for this start, in force from the day on which it has to be kept.
    private static DatedLimit[] DueAfterStart(Question q, DatedLimit[] byStart)
    {
        DateOnly start = q.Start!.Value;
        return [byStart.First(row => row.Holds(start)) with { From = Due(q), Until = null }];
    }

    private static DateOnly Due(Question q) => q.Start!.Value.AddYears(YearsToComply);
}
