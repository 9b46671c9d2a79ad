namespace Twin.Core.Rules;

/// <summary>The lists that authorities ask for, filled in from a centre and its reporting year.</summary>
public static class FieldLists
{
    /// <summary>(EU) 2024/1364 as in force and as drafted in 2026, EnEfG Annex 3, the heat platform of EnEfG section 17.</summary>
    /// <param name="centre">The centre in its reporting year.</param>
    /// <remarks>Fields that nobody provides stay in their place, with the quality that says so.</remarks>
    public static IReadOnlyList<FieldList> Of(CentreYear centre) =>
        [EuFields.Of(centre), EuFields.Draft(centre), EnefgAnnex3Fields.Of(centre), HeatPlatformFields.Of(centre)];
}
