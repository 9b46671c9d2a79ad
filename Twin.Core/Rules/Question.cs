namespace Twin.Core.Rules;

/// <summary>A rule that is asked about a centre in a year.</summary>
/// <param name="Centre">The centre with the figures of its reporting year.</param>
/// <param name="Rule">Identifier of the rule.</param>
/// <param name="Year">Year for which it is asked; the figures are held against it as if they were that year's.</param>
internal readonly record struct Question(CentreYear Centre, string Rule, int Year)
{
    private const double HalfOfLastDigitKW = 0.5; // reports show whole kW from 100 on

    /// <summary>First day of the year.</summary>
    public DateOnly FirstDay => new(Year, 1, 1);

    /// <summary>Last day of the year.</summary>
    public DateOnly LastDay => new(Year, 12, 31);

    /// <summary>Start of operation; null where not provided.</summary>
    public DateOnly? Start => Centre.Facts.StartOfOperation;

    /// <summary>A figure; null where it is not provided or no number.</summary>
    public double? Number(string figure) => Centre[figure] is { } value && double.IsFinite(value) ? value : null;

    /// <summary>A verdict in which no numbers are compared.</summary>
    public Verdict Answer(Outcome outcome, string article, Remark reason, params IReadOnlyList<Remark> notes) =>
        new(Rule, Year, outcome, article, reason, null, null, string.Empty, null, notes);

    /// <summary>Not applicable before the year in which operation starts; null from then on and without a start.</summary>
    public Verdict? BeforeStart(string article) => Start is { } start && start > LastDay
        ? Answer(Outcome.NotApplicable, article, new Remark("rules.reason.not-started", Datum.Of(start)))
        : null;

    /// <summary>Not applicable because the centre is too small.</summary>
    /// <param name="article">Where the rule stands.</param>
    /// <param name="reason">Key of the reason; its places are both powers.</param>
    /// <param name="powerKW">Power of the centre [kW].</param>
    /// <param name="fromKW">Power from which the rule holds [kW].</param>
    public Verdict Below(string article, string reason, double powerKW, double fromKW)
    {
        var below = new Remark(reason, Datum.Of(powerKW, "kW"), Datum.Of(fromKW, "kW"));
        return fromKW - powerKW < HalfOfLastDigitKW
            ? Answer(Outcome.NotApplicable, article, below, new Remark("rules.note.looks-equal"))
            : Answer(Outcome.NotApplicable, article, below);
    }

    /// <summary>Not decidable because a figure is not provided.</summary>
    public Verdict Lacks(string article, string figure) =>
        Answer(Outcome.NotDecidable, article, new Remark("rules.reason.figure-missing", Named(figure)));

    /// <summary>Not decidable because the scenario does not say something.</summary>
    /// <param name="article">Where the rule stands.</param>
    /// <param name="fact">Key of what is missing, under rules.fact.</param>
    public Verdict LacksFact(string article, string fact) =>
        Answer(Outcome.NotDecidable, article, new Remark("rules.reason.fact-missing", Datum.Text(fact)));

    /// <summary>Not decidable because the rows cover a part of the year only.</summary>
    public Verdict Interim(string article) => Answer(Outcome.NotDecidable, article, new Remark("rules.reason.interim"));

    /// <summary>The name of a figure in the reader's language.</summary>
    public static Datum Named(string figure) => Datum.Text("rules.figure." + figure);
}
