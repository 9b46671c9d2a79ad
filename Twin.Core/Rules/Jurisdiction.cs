namespace Twin.Core.Rules;

/// <summary>In which country a centre stands: German law ends at the border, that of the Union at hers.</summary>
internal static class Jurisdiction
{
    private const string Germany = "DE";

    private static readonly string[] Union =
    [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL",
        "PT", "RO", "SE", "SI", "SK",
    ];

    /// <summary>The verdict on a centre that does not stand in Germany, or of which nobody says it; null on one that does.</summary>
    public static Verdict? OutsideGermany(Question q, string article) => Outside(q, article, [Germany]);

    /// <summary>The verdict on a centre that does not stand in the Union, or of which nobody says it; null on one that does.</summary>
    public static Verdict? OutsideUnion(Question q, string article) => Outside(q, article, Union);

    private static Verdict? Outside(Question q, string article, ReadOnlySpan<string> countries) => q.Centre.Facts.Country switch
    {
        null => q.LacksFact(article, "rules.fact.country"),
        { } country when countries.Contains(country) => null,
        { } country => q.Answer(Outcome.NotApplicable, article, new Remark("rules.reason.other-country", Datum.Of(country))),
    };
}
