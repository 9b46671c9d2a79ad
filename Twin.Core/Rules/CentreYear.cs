using Twin.Core.Scenarios;

namespace Twin.Core.Rules;

/// <summary>How a number came to be.</summary>
public enum Quality
{
    /// <summary>Computed from the recorded rows of a run.</summary>
    Modelled,

    /// <summary>Stated by the scenario.</summary>
    Stated,

    /// <summary>Computed from recorded rows and a stand-in that a note names.</summary>
    Estimated,

    /// <summary>Not defined for the plant, which has no such part, or for the period, which has no such month.</summary>
    NotDefined,

    /// <summary>The scenario does not say it and no row holds it.</summary>
    NotProvided,
}

/// <summary>A number of a centre and a year, with what is needed to compute it again.</summary>
/// <param name="Name">Identifier, one of <see cref="FigureNames"/>.</param>
/// <param name="Value">The number; null where it is not provided or not defined.</param>
/// <param name="Unit">Unit of the number; "1" for a ratio.</param>
/// <param name="Sources">Columns of the time series, and keys of the scenario (with a leading "centre."), that it is made from.</param>
/// <param name="Quality">How it came to be.</param>
public sealed record Figure(string Name, double? Value, string Unit, IReadOnlyList<string> Sources, Quality Quality);

/// <summary>A centre in a reporting year: what rules and field lists look at.</summary>
/// <param name="Year">Calendar year on the site's clock.</param>
/// <param name="IsWhole">Whether the rows cover the year without a gap; else its figures are interim.</param>
/// <param name="IsDesign">Whether operation starts after the period: its figures are those of a design.</param>
/// <param name="Facts">What the scenario states.</param>
/// <param name="Figures">The figures by name; every one of <see cref="FigureNames"/> is there.</param>
public sealed record CentreYear(int Year, bool IsWhole, bool IsDesign, CentreFacts Facts, IReadOnlyDictionary<string, Figure> Figures)
{
    /// <summary>A number; null where it is not provided or not defined.</summary>
    /// <param name="name">One of <see cref="FigureNames"/>.</param>
    /// <exception cref="KeyNotFoundException">No figure has that name: a mistake of ours.</exception>
    public double? this[string name] => Figures[name].Value;

    /// <summary>First day that the rows cover, on the site's calendar.</summary>
    public DateOnly From { get; init; } = new(Year, 1, 1);

    /// <summary>Last day that the rows cover.</summary>
    public DateOnly To { get; init; } = new(Year, 12, 31);

    /// <summary>Whether the rows cover all of the year in which the centre works; in the year of its start, from then on.</summary>
    public bool IsComplete { get; init; } = IsWhole;

    /// <summary>Whether the scenario has tenants, so that their statements are part of the report (EnEfG section 15).</summary>
    public bool HasTenants { get; init; }

    /// <summary>Whether the plant takes water from a river or lake; without it, the screening of the water body does not apply.</summary>
    public bool HasRiver { get; init; }
}
