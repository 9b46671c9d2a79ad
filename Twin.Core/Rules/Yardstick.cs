namespace Twin.Core.Rules;

/// <summary>Holds a year's number against the dated thresholds of a rule.</summary>
internal static class Yardstick
{
    // A ratio of two sums of many rows is exact to about 1e-13 of itself. This forgives such rounding and nothing else.
    private const double Rounding = 1e-12;

    /// <summary>Judges a yearly average.</summary>
    /// <remarks>
    /// A threshold that comes into force within the year: met if the average meets it, missed if the average misses the one before as
    /// well, else not decidable, because the first yearly average under the new threshold ends in the next year.
    /// </remarks>
    /// <param name="q">What is asked.</param>
    /// <param name="table">Thresholds in the order of their dates; the last has no end.</param>
    /// <param name="side">Where the number has to be.</param>
    /// <param name="figure">Name of the figure, for when it is missing.</param>
    /// <param name="reading">The number; null where not provided.</param>
    /// <param name="notes">What has to be said with any comparison.</param>
    public static Verdict Average(
        Question q, IReadOnlyList<DatedLimit> table, Side side, string figure, Reading? reading, params IReadOnlyList<Remark> notes)
    {
        DatedLimit? before = table.FirstOrDefault(row => row.Holds(q.FirstDay));
        DatedLimit? coming = table.FirstOrDefault(row => row.From > q.FirstDay && row.From <= q.LastDay);
        if ((coming ?? before) is not { } newest)
        {
            DatedLimit next = table.First(row => row.From > q.LastDay);
            return q.Answer(Outcome.NotApplicable, next.Article, new Remark("rules.reason.not-in-force", Datum.Of(next.From)));
        }

        if (reading is null)
        {
            return q.Lacks(newest.Article, figure);
        }

        return q.Centre.IsWhole ? Compare(q, before, coming, side, reading, notes) : q.Interim(newest.Article) with { Notes = notes };
    }

    /// <summary>Judges a number against one threshold that holds all year, as it is.</summary>
    public static Verdict Fixed(Question q, DatedLimit limit, Side side, Reading reading, params IReadOnlyList<Remark> notes) =>
        Compare(q, limit, null, side, reading, notes);

    /// <summary>Whether a number is on the right side of a threshold.</summary>
    public static bool Meets(Side side, double value, double threshold)
    {
        double slack = Rounding * Math.Abs(threshold);
        return side switch
        {
            Side.AtMost => value <= threshold + slack,
            Side.AtLeast => value >= threshold - slack,
            _ => value > threshold + slack,
        };
    }

    private static Verdict Compare(
        Question q, DatedLimit? before, DatedLimit? coming, Side side, Reading r, IReadOnlyList<Remark> notes)
    {
        DatedLimit newest = coming ?? before!;
        if (Meets(side, r.Strict, newest.Threshold))
        {
            return Compared(q, Outcome.Met, newest, side, r, r.Strict, Plain(side, Outcome.Met, newest, r.Figure, r, r.Strict), notes);
        }

        if (before is not null && !Meets(side, r.Kind, before.Threshold))
        {
            Remark missed = Plain(side, Outcome.Missed, before, r.KindFigure, r, r.Kind);
            return Compared(q, Outcome.Missed, before, side, r, r.Kind, missed, notes);
        }

        Remark reason = coming is not null
            ? new("rules.reason.within-year", Question.Named(r.Figure), r.Show(r.Strict), r.Show(coming.Threshold), Datum.Of(coming.From))
            : new(r.Between, r.Show(r.Strict), r.Show(r.Kind), r.Show(newest.Threshold));
        return Compared(q, Outcome.NotDecidable, newest, side, r, r.Strict, reason, notes);
    }

    private static Remark Plain(Side side, Outcome outcome, DatedLimit limit, string figure, Reading r, double value)
    {
        string key = (side, outcome) switch
        {
            (Side.AtMost, Outcome.Met) => "rules.reason.at-most-met",
            (Side.AtMost, _) => "rules.reason.at-most-missed",
            (Side.AtLeast, Outcome.Met) => "rules.reason.at-least-met",
            (Side.AtLeast, _) => "rules.reason.at-least-missed",
            (_, Outcome.Met) => "rules.reason.above-met",
            _ => "rules.reason.above-missed",
        };
        return new(key, Question.Named(figure), r.Show(value), r.Show(limit.Threshold));
    }

    // Reports round for people: what is missed by less than half of the last digit shown would read as equal.
    private static double HalfOfLastDigit(Reading r) => r switch
    {
        { IsShare: true } => 5e-4, // percent with one decimal
        { Unit: "1" } => 5e-4,
        { Unit: "degC" } => 0.05,
        { Unit: "kg/kg" } => 0.5,
        _ => 5e-3,
    };

    private static Verdict Compared(
        Question q,
        Outcome outcome,
        DatedLimit limit,
        Side side,
        Reading r,
        double value,
        Remark reason,
        IReadOnlyList<Remark> notes)
    {
        double room = side == Side.AtMost ? limit.Threshold - value : value - limit.Threshold;
        double margin = outcome == Outcome.Met ? Math.Max(0.0, room) : room; // forgiven rounding leaves no room, but none is missing
        bool looksEqual = outcome != Outcome.Met && margin != 0.0 && Math.Abs(margin) < HalfOfLastDigit(r);
        return new(
            q.Rule,
            q.Year,
            outcome,
            limit.Article,
            reason,
            value,
            limit.Threshold,
            r.Unit,
            margin,
            looksEqual ? [.. notes, new Remark("rules.note.looks-equal")] : notes);
    }
}
