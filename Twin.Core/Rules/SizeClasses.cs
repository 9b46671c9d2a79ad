namespace Twin.Core.Rules;

/// <summary>Classes of size by the power of the IT.</summary>
internal static class SizeClasses
{
    /// <summary>Class of Delegated Regulation (EU) 2024/1364 Annex IV, as a key under fields.word; null below 100 kW.</summary>
    /// <param name="installedKW">Installed IT power demand [kW].</param>
    public static string? OfUnion(double installedKW) => installedKW switch
    {
        < 100.0 => null,
        < 500.0 => "fields.word.very-small",
        < 1000.0 => "fields.word.small",
        < 2000.0 => "fields.word.medium",
        <= 10_000.0 => "fields.word.large", // very large is above 10 MW
        _ => "fields.word.very-large",
    };

    /// <summary>Class of EnEfG Annex 3 no. 1 c, as a key under fields.word.</summary>
    /// <param name="itConnectionW">Nominal connected power of the IT [W].</param>
    public static string OfAnnex3(double itConnectionW) => (itConnectionW / 1e6) switch
    {
        < 0.5 => "fields.word.below-500-kw",
        < 1.0 => "fields.word.below-1-mw",
        < 5.0 => "fields.word.below-5-mw",
        < 10.0 => "fields.word.below-10-mw",
        < 50.0 => "fields.word.below-50-mw",
        < 100.0 => "fields.word.below-100-mw",
        _ => "fields.word.from-100-mw",
    };
}
