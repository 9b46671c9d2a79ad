using Twin.Core.Scenarios;

namespace Twin.Core.Rules;

/// <summary>EnEfG sections 13, 15 and 17: the yearly report, what customers are told, the heat platform.</summary>
/// <remarks>Source: Energieeffizienzgesetz (BGBl. 2023 I no. 309), sections 13 with Annex 3, 15, 17; a note names 16.</remarks>
internal static class EnefgDuties
{
    private const string Due = "rules.due.march"; // sections 13 and 17: 31 March of the next year
    private const string ReportArticle = "EnEfG § 13(1)";
    private const string CustomersArticle = "EnEfG § 15";
    private const string PlatformArticle = "EnEfG § 17";

    // Threshold: energy in a year [kWh] up to which section 17 does not hold.
    private static readonly DatedLimit PlatformFrom = new(new(2024, 1, 1), null, 2.5e6, PlatformArticle);

    /// <summary>The rules of these sections.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new("enefg-13-report", Report),
        new("enefg-15-customers", Customers),
        new("enefg-17-platform", Platform),
    ];

    private static Verdict Report(Question q) =>
        EnefgScope.Outside(q) ?? q.BeforeStart(ReportArticle)
        ?? Completeness.Judge(q, ReportArticle, EnefgAnnex3Fields.Of(q.Centre), Due, allowsPart: false);

    private static Verdict Customers(Question q)
    {
        if ((EnefgScope.Outside(q) ?? q.BeforeStart(CustomersArticle)) is { } outside)
        {
            return outside;
        }

        return q.Centre.Facts.Type switch
        {
            null => q.LacksFact(CustomersArticle, "rules.fact.type"),
            CentreType.Enterprise => q.Answer(Outcome.NotApplicable, CustomersArticle, new Remark("rules.reason.no-customers")),
            _ when !q.Centre.HasTenants => q.LacksFact(CustomersArticle, "rules.fact.tenants"),
            _ when !q.Centre.IsComplete => q.Interim(CustomersArticle),
            _ => q.Answer(Outcome.Met, CustomersArticle, new Remark("rules.reason.statements"), new Remark("rules.note.handing-in")),
        };
    }

    private static Verdict Platform(Question q)
    {
        if ((EnefgScope.Outside(q) ?? q.BeforeStart(PlatformArticle)) is { } outside)
        {
            return outside;
        }

        if (q.Number(FigureNames.CentreEnergy) is not { } energyKWh)
        {
            return q.Lacks(PlatformArticle, FigureNames.CentreEnergy);
        }

        if (energyKWh <= PlatformFrom.Threshold)
        {
            return q.Centre.IsWhole
                ? q.Answer(
                    Outcome.NotApplicable,
                    PlatformArticle,
                    new Remark(
                        "rules.reason.energy-below", Datum.Of(energyKWh / 1e6, "GWh"), Datum.Of(PlatformFrom.Threshold / 1e6, "GWh")),
                    new Remark("rules.note.several-years"))
                : q.Interim(PlatformArticle);
        }

        return Completeness.Judge(
            q, PlatformArticle, HeatPlatformFields.Of(q.Centre), Due, allowsPart: false, new Remark("rules.note.avoid-heat"));
    }
}
