using System.Globalization;
using System.Runtime.CompilerServices;

namespace Twin.Core.Physics;

/// <summary>Checks of arguments: a wrong call is named with its value and the range it left. NaN passes none of them.</summary>
public static class Require
{
    /// <summary>Rejects NaN and both infinities.</summary>
    /// <param name="value">Value to check.</param>
    /// <param name="name">Filled in by the compiler with the caller's expression.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a finite number.</exception>
    public static void Finite(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!double.IsFinite(value))
        {
            throw Fault(name, value, "a finite number");
        }
    }

    /// <summary>Accepts zero and every finite number above it.</summary>
    /// <param name="value">Value to check.</param>
    /// <param name="name">Filled in by the compiler with the caller's expression.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public static void AtLeastZero(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value >= 0.0 && value < double.PositiveInfinity))
        {
            throw Fault(name, value, "a finite number of 0 or more");
        }
    }

    /// <summary>Accepts every finite number above zero.</summary>
    /// <param name="value">Value to check.</param>
    /// <param name="name">Filled in by the compiler with the caller's expression.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero, negative or not finite.</exception>
    public static void AboveZero(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value > 0.0 && value < double.PositiveInfinity))
        {
            throw Fault(name, value, "a finite number above 0");
        }
    }

    /// <summary>Accepts 0 to 1, both ends included.</summary>
    /// <param name="value">Value to check.</param>
    /// <param name="name">Filled in by the compiler with the caller's expression.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or outside 0 to 1.</exception>
    public static void Fraction(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        InRange(value, 0.0, 1.0, name);

    /// <summary>Accepts a closed range.</summary>
    /// <param name="value">Value to check.</param>
    /// <param name="lowest">Lowest value allowed.</param>
    /// <param name="highest">Highest value allowed.</param>
    /// <param name="name">Filled in by the compiler with the caller's expression.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or outside the range.</exception>
    public static void InRange(
        double value, double lowest, double highest, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value >= lowest && value <= highest))
        {
            throw Fault(name, value, string.Create(CultureInfo.InvariantCulture, $"{lowest} to {highest}"));
        }
    }

    // One place for the text, and out of line, so that the checks themselves stay small enough to be inlined.
    private static ArgumentOutOfRangeException Fault(string? name, double value, string expected) =>
        new(name, value, string.Create(CultureInfo.InvariantCulture, $"found {value}, expected {expected}."));
}
