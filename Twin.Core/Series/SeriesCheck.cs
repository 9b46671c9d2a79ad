using System.Runtime.CompilerServices;

namespace Twin.Core.Series;

/// <summary>Checks that series share.</summary>
internal static class SeriesCheck
{
    /// <summary>Refuses NaN and infinity.</summary>
    public static void Finite(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(name, value, "Must be a finite number.");
        }
    }
}
