namespace Twin.Core.Rules;

/// <summary>Which centres the Energy Efficiency Act (EnEfG) means: section 3 no. 24.</summary>
internal static class EnefgScope
{
    private const string Article = "EnEfG § 3 24";
    private const double FromW = 300e3; // non-redundant nominal connected power

    /// <summary>The verdict on a centre that the Act does not mean, or of which that cannot be said; null on one that it means.</summary>
    public static Verdict? Outside(Question q)
    {
        if (Jurisdiction.OutsideGermany(q, Article) is { } abroad)
        {
            return abroad;
        }

        if (q.Centre.Facts.ConnectionW is not { } connectionW)
        {
            return q.Answer(Outcome.NotDecidable, Article, new Remark("rules.reason.connection-missing", Datum.Of(FromW / 1e3, "kW")));
        }

        return connectionW < FromW ? q.Below(Article, "rules.reason.connection-below", connectionW / 1e3, FromW / 1e3) : null;
    }
}
