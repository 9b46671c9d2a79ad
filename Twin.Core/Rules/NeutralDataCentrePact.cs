namespace Twin.Core.Rules;

/// <summary>The Climate Neutral Data Centre Pact; voluntary.</summary>
/// <remarks>Source: targets of the self-regulatory initiative as secondary sources name them (aq-compute.com, fdca.fi).</remarks>
internal static class NeutralDataCentrePact
{
    private const string Article = "CNDCP";
    private const double FromItKW = 50.0;

    private static readonly DateOnly NewSitesFrom = new(2025, 1, 1);
    private static readonly DatedLimit[] PueCool = [new(NewSitesFrom, null, 1.3, Article)];
    private static readonly DatedLimit[] PueWarm = [new(NewSitesFrom, null, 1.4, Article)];
    private static readonly DateOnly OldSitesFrom = new(2030, 1, 1);

    // By day: by the end of 2025 and by the end of 2030.
    private static readonly DatedLimit[] CarbonFree =
    [
        new(new(2026, 1, 1), new(2031, 1, 1), 0.75, Article),
        new(new(2031, 1, 1), null, 1.0, Article),
    ];

    private static readonly DatedLimit[] Water = [new(NewSitesFrom, null, 0.4, Article)];
    private static readonly Remark[] Notes = [new("rules.note.voluntary"), new("rules.note.pact")];
    private static readonly Remark[] PueNotes = [.. Notes, new("rules.note.full-capacity")];

    /// <summary>The rules of the pact.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
        [new("cndcp-pue", Efficiency), new("cndcp-renewable", Renewable), new("cndcp-water", PotableWater)];

    private static Verdict Efficiency(Question q)
    {
        if (Outside(q) is { } outside)
        {
            return outside;
        }

        if (q.Start is not { } start)
        {
            return Said(q.LacksFact(Article, "rules.fact.start"));
        }

        DateOnly from = start < NewSitesFrom ? OldSitesFrom : NewSitesFrom;
        Verdict cool = Judge(q, PueCool, from);
        Verdict warm = Judge(q, PueWarm, from);
        return q.Centre.Facts.IsWarmClimate switch
        {
            true => warm,
            false => cool,
            _ => cool.Outcome == warm.Outcome ? cool : Said(q.LacksFact(Article, "rules.fact.climate")),
        };
    }

    private static Verdict Judge(Question q, DatedLimit[] table, DateOnly from)
    {
        Reading? reading = q.Number(FigureNames.Pue) is { } pue ? Reading.Of(FigureNames.Pue, "1", pue) : null;
        return Yardstick.Average(q, [table[0] with { From = from }], Side.AtMost, FigureNames.Pue, reading, PueNotes);
    }

    private static Verdict Renewable(Question q)
    {
        if (Outside(q) is { } outside)
        {
            return outside;
        }

        // Renewable on the year's balance, or carbon-free by the hour: the pact takes either.
        Reading? renewable = RenewableReading.Of(q.Centre);
        Reading? hourly = q.Number(FigureNames.CfeScore) is { } score
            ? Reading.Of(FigureNames.CfeScore, "1", score) with { IsShare = true }
            : null;
        Reading? better = renewable is null || hourly?.Strict > renewable.Strict ? hourly : renewable;
        if (better is not null && renewable is not null)
        {
            better = better with { Kind = Math.Max(better.Kind, renewable.Kind), Between = renewable.Between };
        }

        return Yardstick.Average(q, CarbonFree, Side.AtLeast, FigureNames.Ref, better, Notes);
    }

    private static Verdict PotableWater(Question q)
    {
        if (Outside(q) is { } outside)
        {
            return outside;
        }

        if (q.Start < NewSitesFrom)
        {
            var earlier = new Remark("rules.reason.start-too-early", Datum.Of(q.Start.Value), Datum.Of(NewSitesFrom));
            return q.Answer(Outcome.NotApplicable, Article, earlier, Notes);
        }

        if (q.Centre.Facts.IsWarmClimate is true || q.Centre.Facts.IsWaterStressed is false || q.Number(FigureNames.WaterPotable) is 0.0)
        {
            return q.Answer(Outcome.NotApplicable, Article, new Remark("rules.reason.water-out-of-scope"), Notes);
        }

        string? missing = q.Start is null ? "rules.fact.start"
            : q.Centre.Facts.IsWarmClimate is null ? "rules.fact.climate"
            : q.Centre.Facts.IsWaterStressed is null ? "rules.fact.water-stress"
            : null;
        Reading? reading = q.Number(FigureNames.WuePotable) is { } wue ? Reading.Of(FigureNames.WuePotable, "m3/MWh", wue) : null;
        return missing is not null
            ? Said(q.LacksFact(Article, missing))
            : Yardstick.Average(q, Water, Side.AtMost, FigureNames.WuePotable, reading, Notes);
    }

    private static Verdict? Outside(Question q)
    {
        if (q.Number(FigureNames.InstalledItPower) is not { } installedKW)
        {
            return Said(q.Lacks(Article, FigureNames.InstalledItPower));
        }

        return installedKW <= FromItKW
            ? q.Answer(
                Outcome.NotApplicable,
                Article,
                new Remark("rules.reason.it-power-small", Datum.Of(installedKW, "kW"), Datum.Of(FromItKW, "kW")),
                Notes)
            : q.BeforeStart(Article);
    }

    private static Verdict Said(Verdict verdict) => verdict with { Notes = Notes };
}
