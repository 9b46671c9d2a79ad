namespace Twin.Core.Rules;

/// <summary>What is held against a threshold: a number, or two where the law can be read in two ways.</summary>
/// <param name="Figure">Name of the figure, as under rules.figure.</param>
/// <param name="Unit">Unit of the numbers; "1" for a ratio.</param>
/// <param name="Strict">The number in the reading that is worse for the centre.</param>
/// <param name="Kind">The number in the reading that is better for the centre.</param>
/// <param name="Between">Key of the reason when the threshold lies between both; its places are strict, kind and threshold.</param>
internal sealed record Reading(string Figure, string Unit, double Strict, double Kind, string Between)
{
    /// <summary>A number that can be read in one way only.</summary>
    public static Reading Of(string figure, string unit, double value) => new(figure, unit, value, value, string.Empty);

    /// <summary>Name of the figure that the kind number is, where it has one of its own.</summary>
    public string KindFigure { get; init; } = Figure;

    /// <summary>Whether it is a share, which people read in percent.</summary>
    public bool IsShare { get; init; }

    /// <summary>Whether the two readings differ.</summary>
    public bool IsOpen => Strict != Kind;

    /// <summary>A number of this kind as a part of a sentence.</summary>
    public Datum Show(double value) => IsShare ? Datum.Of(100.0 * value, "%") : Datum.Of(value, Unit);
}
