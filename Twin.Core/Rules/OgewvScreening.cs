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

    private static readonly Figures Summer = new(
        values => values.SummerC,
        FigureNames.RiverLargestMixedSummer,
        FigureNames.RiverLargestSummer,
        FigureNames.RiverHoursAboveSummer,
        FigureNames.RiverHoursByPlantSummer);

    private static readonly Figures Winter = new(
        values => values.WinterC,
        FigureNames.RiverLargestMixedWinter,
        FigureNames.RiverLargestWinter,
        FigureNames.RiverHoursAboveWinter,
        FigureNames.RiverHoursByPlantWinter);

    private sealed record Values(double SummerC, double SummerRiseK, double WinterC, double WinterRiseK);

    /// <summary>The rules of the screening.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new("ogewv-summer", q => Temperature(q, Summer)),
        new("ogewv-winter", q => Temperature(q, Winter)),
        new("ogewv-summer-rise", q => Judge(q, v => v.SummerRiseK, FigureNames.RiverLargestRiseSummer, "K")),
        new("ogewv-winter-rise", q => Judge(q, v => v.WinterRiseK, FigureNames.RiverLargestRiseWinter, "K")),
    ];

    private sealed record Figures(Func<Values, double> Limit, string Mixed, string Upstream, string Above, string ByPlant);

    /// <summary>Largest temperatures of a fish region; null where it has none.</summary>
    public static RiverLimits? LimitsOf(string? region) =>
        region is not null && Regions.TryGetValue(region, out Values? values) ? new(values.SummerC, values.WinterC) : null;

    private static Verdict Temperature(Question q, Figures season)
    {
        Verdict verdict = Judge(q, season.Limit, season.Mixed, "degC");
        if (verdict.Threshold is not { } limitC)
        {
            return verdict;
        }

        Remark? below = q.Number(season.Upstream) is { } upstreamC && upstreamC <= limitC
            ? new("rules.note.river-below", Datum.Of(upstreamC, "degC"), Datum.Of(limitC, "degC"))
            : null;
        verdict = below is null ? verdict : verdict with { Notes = [.. verdict.Notes, below] };
        return verdict.Outcome == Outcome.Missed ? ByWhom(q, verdict, season) : verdict;
    }

    // What the river does by itself is not the plant's: whether the plant misses the value then is for the authority to say.
    private static Verdict ByWhom(Question q, Verdict verdict, Figures season)
    {
        if (q.Number(season.Above) is not { } aboveH || q.Number(season.ByPlant) is not { } byPlantH)
        {
            return q.Lacks(Article, season.ByPlant) with { Notes = Notes };
        }

        Datum figure = Question.Named(season.Mixed), hours = Datum.Of(aboveH, "h");
        Datum largest = Datum.Of(verdict.Value!.Value, "degC"), limit = Datum.Of(verdict.Threshold!.Value, "degC");
        return byPlantH > 0.0
            ? verdict with { Reason = new("rules.reason.river-by-plant", figure, largest, limit, hours, Datum.Of(byPlantH, "h")) }
            : verdict with
            {
                Outcome = Outcome.NotDecidable,
                Reason = new("rules.reason.river-itself", figure, largest, limit, hours),
                Notes = Notes,
            };
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
