namespace Twin.Core.Units;

/// <summary>A unit at the edge of the program: inside value = value × factor / divisor + offset.</summary>
/// <param name="Symbol">How the unit is written, ASCII, e.g. <c>kW</c>, <c>degC</c>, <c>m3/s</c>.</param>
/// <param name="Dimension">What it measures.</param>
/// <param name="Factor">Inside units in one of this unit, before the divisor; above zero.</param>
/// <param name="Divisor">Above zero; apart from the factor because 35 / 100 is 0.35 and 35 × 0.01 is 0.35000000000000003.</param>
/// <param name="Offset">Inside value of zero in this unit; only temperature scales have one.</param>
/// <param name="IsEveryday">True if values are shown in this unit when it keeps them short.</param>
public sealed record Unit(
    string Symbol, Dimension Dimension, double Factor, double Divisor = 1.0, double Offset = 0.0, bool IsEveryday = false)
{
    /// <summary>Other ways to write the unit, e.g. <c>°C</c> for degC.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    /// <summary>Converts a value in this unit to the inside unit of its dimension.</summary>
    /// <param name="value">Value in this unit.</param>
    /// <returns>Value in the inside unit.</returns>
    public double ToInside(double value) => value * Factor / Divisor + Offset;

    /// <summary>Converts a value in the inside unit of the dimension to this unit.</summary>
    /// <param name="inside">Value in the inside unit.</param>
    /// <returns>Value in this unit.</returns>
    public double FromInside(double inside) => (inside - Offset) * Divisor / Factor;
}
