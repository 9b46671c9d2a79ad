namespace Twin.Core.Rules;

/// <summary>Temperature and warming of the water body against the values of its fish region: a screening, not a permit.</summary>
/// <remarks>
/// Source: Oberflaechengewaesserverordnung 2016, Annex 7 no. 2.1.1, values of good ecological status; they classify a water body and
/// bind a plant only as far as its permit says so. Summer is April to November, winter December to March.
/// </remarks>
internal static class OgewvScreening
{
    private const string Article = "OGewV § 5(4), 7 2.1.1";

    private static readonly Remark[] Notes = [new("rules.note.classification")];
    private static readonly Remark[] MissedNotes = [new("rules.note.classification"), new("rules.note.authority")];

    // Largest temperature and warming, summer and winter [degC, K].
    private static readonly Dictionary<string, Values> Regions = new(StringComparer.Ordinal)
    {
        ["sa-er"] = new(20.0, 1.5, 8.0, 1.0),
        ["sa-mr"] = new(20.0, 1.5, 10.0, 1.5),
        ["sa-hr"] = new(21.5, 1.5, 10.0, 1.5),
        ["cyp-r"] = new(23.0, 2.0, 10.0, 2.0),
        ["ep"] = new(25.0, 3.0, 10.0, 3.0),
        ["mp"] = new(28.0, 3.0, 10.0, 3.0),
        ["hp"] = new(28.0, 3.0, 10.0, 3.0),
    };

    private static readonly string[] RegionsWithoutValues = ["ff", "tempff"];

    private sealed record Values(double SummerC, double SummerRiseK, double WinterC, double WinterRiseK);

    /// <summary>The rules of the screening.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new("ogewv-summer", q => Temperature(q, v => v.SummerC, FigureNames.RiverLargestMixedSummer, FigureNames.RiverLargestSummer)),
        new("ogewv-winter", q => Temperature(q, v => v.WinterC, FigureNames.RiverLargestMixedWinter, FigureNames.RiverLargestWinter)),
        new("ogewv-summer-rise", q => Judge(q, v => v.SummerRiseK, FigureNames.RiverLargestRiseSummer, "K")),
        new("ogewv-winter-rise", q => Judge(q, v => v.WinterRiseK, FigureNames.RiverLargestRiseWinter, "K")),
    ];

    private static Verdict Temperature(Question q, Func<Values, double> limit, string mixed, string upstream)
    {
        Verdict verdict = Judge(q, limit, mixed, "degC");
        if (verdict.Threshold is not { } threshold || q.Number(upstream) is not { } river)
        {
            return verdict;
        }

        Datum itself = Datum.Of(river, "degC"), value = Datum.Of(threshold, "degC");

        // What the river does by itself is not the plant's: whether the plant misses the value is for the authority to say.
        return river > threshold && verdict.Outcome == Outcome.Missed
            ? verdict with
            {
                Outcome = Outcome.NotDecidable,
                Reason = new("rules.reason.river-itself", Question.Named(mixed), Datum.Of(verdict.Value!.Value, "degC"), itself, value),
                Notes = Notes,
            }
            : verdict with { Notes = [.. verdict.Notes, new Remark("rules.note.river-below", itself, value)] };
    }

    private static Verdict Judge(Question q, Func<Values, double> limit, string figure, string unit)
    {
        if (!q.Centre.HasRiver)
        {
            return q.Answer(Outcome.NotApplicable, Article, new Remark("rules.reason.no-river"));
        }

        if ((Jurisdiction.OutsideGermany(q, Article) ?? q.BeforeStart(Article)) is { } outside)
        {
            return outside;
        }

        if (q.Centre.Facts.FishRegion is not { } region)
        {
            return q.LacksFact(Article, "rules.fact.fish-region") with { Notes = Notes };
        }

        if (!Regions.TryGetValue(region, out Values? values))
        {
            return RegionsWithoutValues.Contains(region, StringComparer.Ordinal)
                ? q.Answer(Outcome.NotApplicable, Article, new Remark("rules.reason.region-without-values", Datum.Of(region)), Notes)
                : q.Answer(Outcome.NotDecidable, Article, new Remark("rules.reason.region-unknown", Datum.Of(region)), Notes);
        }

        if (q.Number(figure) is not { } value)
        {
            return q.Lacks(Article, figure) with { Notes = Notes };
        }

        // The largest value of a part of the year is not below that of the whole: too much stays too much.
        var largest = new DatedLimit(DateOnly.MinValue, null, limit(values), Article);
        Verdict verdict = Yardstick.Fixed(q, largest, Side.AtMost, Reading.Of(figure, unit, value), Notes);
        return verdict.Outcome == Outcome.Missed ? verdict with { Notes = [.. MissedNotes, .. verdict.Notes.Skip(Notes.Length)] }
            : q.Centre.IsWhole ? verdict
            : q.Interim(Article) with { Notes = Notes };
    }
}
