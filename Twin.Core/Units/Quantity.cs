using System.Globalization;

namespace Twin.Core.Units;

/// <summary>Why a text is not a quantity of the wanted dimension.</summary>
public enum QuantityError
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>No number stands at its begin: words, hex, leading zeros, group separators, a sign too many.</summary>
    NotANumber,

    /// <summary>The number has a decimal comma where a decimal point belongs.</summary>
    DecimalComma,

    /// <summary>The number is too large for a double, or is written as infinity or NaN.</summary>
    NotFinite,

    /// <summary>A good number, and nothing after it.</summary>
    MissingUnit,

    /// <summary>Number and unit stand together without a space.</summary>
    MissingSpace,

    /// <summary>The unit is not in the table.</summary>
    UnknownUnit,

    /// <summary>The unit is known and measures something else.</summary>
    WrongDimension,
}

/// <summary>Text to inside value and back: <c>60 kW</c> is 60000 and 60000 is <c>60 kW</c>.</summary>
/// <remarks>The face is kept as small as the few members of UnitsNet that it stands for, so that either can serve.</remarks>
public static class Quantity
{
    /// <summary>Reads <c>number space unit</c>: ASCII digits, decimal point, no group separators, no leading zeros.</summary>
    /// <param name="text">Text as written, e.g. <c>60 kW</c>.</param>
    /// <param name="dimension">What the value must measure.</param>
    /// <param name="inside">Value in the inside unit of the dimension; NaN on failure.</param>
    /// <param name="error">Why it failed, or <see cref="QuantityError.None"/>.</param>
    /// <returns>True if the text is a finite quantity of the dimension.</returns>
    public static bool TryParse(string text, Dimension dimension, out double inside, out QuantityError error)
    {
        inside = double.NaN;
        int end = NumberText.Length(text);
        error = ErrorOfNumber(text, end);
        if (error != QuantityError.None)
        {
            return false;
        }

        double value = double.Parse(text.AsSpan(0, end), NumberStyles.Float, CultureInfo.InvariantCulture);
        string symbol = text[end..].Trim(' ');
        Unit? unit = UnitTable.Find(symbol);
        error = !double.IsFinite(value) ? QuantityError.NotFinite
            : symbol.Length == 0 ? QuantityError.MissingUnit
            : unit is null ? QuantityError.UnknownUnit
            : text[end] != ' ' ? QuantityError.MissingSpace
            : unit.Dimension != dimension ? QuantityError.WrongDimension
            : QuantityError.None;
        if (error != QuantityError.None || unit is null)
        {
            return false;
        }

        double converted = unit.ToInside(value);
        if (!double.IsFinite(converted))
        {
            error = QuantityError.NotFinite; // 1e305 GWh is a number, but not one that fits in joules
            return false;
        }

        inside = converted;
        return true;
    }

    /// <summary>Reads a number without a unit, under the same rules for digits.</summary>
    /// <param name="text">Text as written, e.g. <c>0.97</c>.</param>
    /// <param name="value">The number; NaN on failure.</param>
    /// <param name="error">Why it failed, or <see cref="QuantityError.None"/>.</param>
    /// <returns>True if the whole text is one finite number.</returns>
    public static bool TryParseNumber(string text, out double value, out QuantityError error)
    {
        value = double.NaN;
        int end = NumberText.Length(text);
        error = ErrorOfNumber(text, end);
        if (error == QuantityError.None && end < text.Length)
        {
            error = QuantityError.NotANumber;
        }

        if (error != QuantityError.None)
        {
            return false;
        }

        double parsed = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(parsed))
        {
            error = QuantityError.NotFinite;
            return false;
        }

        value = parsed;
        return true;
    }

    /// <summary>Writes an inside value in a unit, shortest digits, e.g. <c>60 kW</c>.</summary>
    /// <param name="inside">Value in the inside unit of the unit's dimension; finite.</param>
    /// <param name="unit">Unit to write it in.</param>
    /// <returns>Number, one space, symbol; read again it is the value, or its neighbour where no number in that unit gives it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="inside"/> is not finite.</exception>
    public static string Format(double inside, Unit unit)
    {
        if (!double.IsFinite(inside))
        {
            throw new ArgumentOutOfRangeException(nameof(inside), inside, "A quantity is written from a finite value.");
        }

        double value = unit.FromInside(inside);

        // Dividing and multiplying again may land one step beside the start; then a neighbour often lands on it.
        if (unit.ToInside(value) != inside)
        {
            double above = Math.BitIncrement(value);
            double below = Math.BitDecrement(value);
            value = unit.ToInside(above) == inside ? above : unit.ToInside(below) == inside ? below : value;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{value:R} {unit.Symbol}");
    }

    private static QuantityError ErrorOfNumber(string text, int end)
    {
        if (end == 0)
        {
            return NumberText.IsNotFinite(text) ? QuantityError.NotFinite : QuantityError.NotANumber;
        }

        // "1,5 kW" reads as 1 followed by ",5 kW": say what is wrong with it instead of calling ",5 kW" a unit.
        if (end < text.Length && text[end] == ',')
        {
            return QuantityError.DecimalComma;
        }

        // 010, 0x10, 1_000 and 1.2.3 all go on with something that no unit begins with.
        return end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '_' or '.' or 'x')
            ? QuantityError.NotANumber
            : QuantityError.None;
    }
}
