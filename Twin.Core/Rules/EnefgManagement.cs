using Twin.Core.Scenarios;

namespace Twin.Core.Rules;

/// <summary>EnEfG section 12: energy or environmental management system, its certification, continuous measurement.</summary>
/// <remarks>Source: Energieeffizienzgesetz (BGBl. 2023 I no. 309), section 12(1), (2), (3) and (4).</remarks>
internal static class EnefgManagement
{
    private const string SystemArticle = "EnEfG § 12(1)";
    private const string MeasuringArticle = "EnEfG § 12(2)";
    private const string CertifiedArticle = "EnEfG § 12(3)";
    private const string ExemptionArticle = "EnEfG § 12(4)";
    private const double ExemptNetworkShare = 0.5; // of the reused energy
    private const double ExemptEnergyKWh = 7.5e6; // a year, on average

    // Thresholds are connected powers [W] from which the duty holds.
    private static readonly DatedLimit System = new(new(2025, 7, 1), null, 300e3, SystemArticle);
    private static readonly DatedLimit Certified = new(new(2026, 1, 1), null, 1e6, CertifiedArticle);
    private static readonly DatedLimit CertifiedOfPublicBodies = new(new(2026, 1, 1), null, 300e3, CertifiedArticle);

    private enum Exemption
    {
        None,
        Open,
        Given,
    }

    /// <summary>The rules of the section.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new("enefg-12-system", HasSystem),
        new("enefg-12-measured", IsMeasured),
        new("enefg-12-certified", IsCertified),
    ];

    private static Verdict HasSystem(Question q) => Outside(q, SystemArticle) ?? Hold(q, q.Centre.Facts.Management switch
    {
        null => q.LacksFact(SystemArticle, "rules.fact.management"),
        ManagementSystem.None => q.Answer(Outcome.Missed, SystemArticle, new Remark("rules.reason.management-none")),
        _ when q.Centre.Facts.ManagementSince is { } since =>
            InPlace(q, System, since, "rules.reason.management-kept", "rules.reason.management-late"),
        _ => q.LacksFact(SystemArticle, "rules.fact.management-since"),
    });

    private static Verdict IsMeasured(Question q) => Outside(q, MeasuringArticle) ?? Hold(q, q.Centre.Facts.MeasuredContinuously switch
    {
        null => q.LacksFact(MeasuringArticle, "rules.fact.measured"),
        true => q.Answer(Outcome.Met, MeasuringArticle, new Remark("rules.reason.measured")),
        false => q.Answer(Outcome.Missed, MeasuringArticle, new Remark("rules.reason.not-measured")),
    });

    private static Verdict IsCertified(Question q)
    {
        if (Outside(q, CertifiedArticle) is { } outside)
        {
            return outside;
        }

        CentreFacts facts = q.Centre.Facts;
        double connectionW = facts.ConnectionW!.Value; // else outside
        if (connectionW < Certified.Threshold && connectionW >= CertifiedOfPublicBodies.Threshold && facts.IsPublic is not true)
        {
            return facts.IsPublic is null
                ? q.LacksFact(CertifiedArticle, "rules.fact.public")
                : q.Below(CertifiedArticle, "rules.reason.certified-below", connectionW / 1e3, Certified.Threshold / 1e3);
        }

        return Hold(q, facts.Management switch
        {
            null => q.LacksFact(CertifiedArticle, "rules.fact.management"),
            ManagementSystem.None => q.Answer(Outcome.Missed, CertifiedArticle, new Remark("rules.reason.management-none")),
            _ when facts.ManagementCertified is { } since =>
                InPlace(q, Certified, since, "rules.reason.certified-kept", "rules.reason.certified-late"),
            _ => q.LacksFact(CertifiedArticle, "rules.fact.management-certified"),
        });
    }

    private static Verdict? Outside(Question q, string article)
    {
        if ((EnefgScope.Outside(q) ?? q.BeforeStart(article)) is { } outside)
        {
            return outside;
        }

        return ExemptionOf(q) == Exemption.Given
            ? q.Answer(
                Outcome.NotApplicable,
                ExemptionArticle,
                new Remark(
                    "rules.reason.network-exempt",
                    Datum.Of(100.0 * q.Centre.Facts.HeatNetworkShare!.Value, "%"),
                    Datum.Of(q.Number(FigureNames.CentreEnergy)!.Value / 1e6, "GWh")),
                new Remark("rules.note.several-years"))
            : null;
    }

    // Kept for the whole of the year in which the duty holds: from the first day, or from the day it came about.
    private static Verdict InPlace(Question q, DatedLimit duty, DateOnly since, string kept, string late)
    {
        DateOnly due = Later(duty.From, q.Start ?? duty.From);
        bool isKept = since <= Later(due, q.FirstDay);
        Outcome outcome = isKept ? Outcome.Met : Outcome.Missed;
        return q.Answer(outcome, duty.Article, new Remark(isKept ? kept : late, Datum.Of(since), Datum.Of(due)));
    }

    // A duty is broken only where it surely holds: without a start the due day is open, and the exemption may be.
    private static Verdict Hold(Question q, Verdict verdict)
    {
        if (verdict.Outcome != Outcome.Missed)
        {
            return verdict;
        }

        return ExemptionOf(q) == Exemption.Open
            ? q.Answer(Outcome.NotDecidable, ExemptionArticle, new Remark("rules.reason.exemption-open"))
            : q.Start is null ? q.LacksFact(verdict.Article, "rules.fact.start")
            : verdict;
    }

    private static Exemption ExemptionOf(Question q)
    {
        if (!(q.Centre.Facts.HeatNetworkShare >= ExemptNetworkShare))
        {
            return Exemption.None;
        }

        double? reusedKWh = q.Number(FigureNames.HeatReused);
        double? energyKWh = q.Number(FigureNames.CentreEnergy);
        if (reusedKWh is 0.0 || energyKWh > ExemptEnergyKWh)
        {
            return Exemption.None; // nothing to share; or too much already, in a part of the year even
        }

        return reusedKWh is null || energyKWh is null || !q.Centre.IsWhole ? Exemption.Open : Exemption.Given;
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
