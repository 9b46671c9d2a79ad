namespace Twin.Core.Physics;

/// <summary>Elementary functions where the library's own lose digits, and the table look-up that all parts share.</summary>
public static class Numerics
{
    /// <summary>exp(x) − 1 without the loss of digits near zero.</summary>
    /// <param name="x">Exponent [1]; any number, NaN gives NaN.</param>
    /// <returns>exp(x) − 1 [1], within a few ulp.</returns>
    /// <remarks>
    /// The rounding of exp(x) is undone by dividing by the logarithm of what it was rounded to.
    /// Source: N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., 2002, section 1.14.1 (after W. Kahan).
    /// </remarks>
    public static double ExpM1(double x)
    {
        // double.ExpM1 of .NET is exp(x) - 1 as written: for x = 1e-10 six of sixteen digits remain.
        double rounded = Math.Exp(x);
        if (rounded == 1.0)
        {
            return x;
        }

        double difference = rounded - 1.0;
        if (Math.Abs(x) > 0.7)
        {
            return difference; // so far from 1 the difference loses no digit, and the logarithm below is saved
        }

        if (difference == -1.0 || double.IsInfinity(rounded))
        {
            return difference;
        }

        return difference * x / Math.Log(rounded);
    }

    /// <summary>ln(1 + x) without the loss of digits near zero.</summary>
    /// <param name="x">Distance from one [1]; −1 gives minus infinity, less gives NaN.</param>
    /// <returns>ln(1 + x) [1], within a few ulp.</returns>
    /// <remarks>
    /// ln(u)·x/(u − 1) with u the rounded 1 + x.
    /// Source: D. Goldberg, What every computer scientist should know about floating-point arithmetic, ACM Computing Surveys 23(1),
    /// 1991, theorem 4.
    /// </remarks>
    public static double LogP1(double x)
    {
        double rounded = 1.0 + x;
        if (rounded == 1.0)
        {
            return x;
        }

        double difference = rounded - 1.0;
        return double.IsInfinity(rounded) ? Math.Log(rounded) : Math.Log(rounded) * x / difference;
    }

    /// <summary>Piecewise linear look-up, held constant beyond both ends.</summary>
    /// <param name="x">Positions, strictly rising; at least one.</param>
    /// <param name="y">Values at the positions; as many as positions.</param>
    /// <param name="at">Where to read the table, in the unit of <paramref name="x"/>.</param>
    /// <returns>The value in the unit of <paramref name="y"/>.</returns>
    /// <remarks>That the positions rise is the caller's promise: checking it here would cost more than the look-up.</remarks>
    /// <exception cref="ArgumentException">The table is empty or its columns differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The position asked for is NaN.</exception>
    public static double Interpolate(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double at)
    {
        if (x.IsEmpty || x.Length != y.Length)
        {
            throw new ArgumentException(
                $"found {x.Length} positions and {y.Length} values, expected as many of both and at least one.", nameof(x));
        }

        Require.InRange(at, double.NegativeInfinity, double.PositiveInfinity);
        int found = x.BinarySearch(at);
        if (found >= 0)
        {
            return y[found];
        }

        int above = ~found;
        if (above == 0)
        {
            return y[0];
        }

        if (above == x.Length)
        {
            return y[^1];
        }

        double share = (at - x[above - 1]) / (x[above] - x[above - 1]);
        return y[above - 1] + share * (y[above] - y[above - 1]);
    }

    /// <summary>Value of a polynomial, lowest coefficient first, by Horner's rule.</summary>
    internal static double Polynomial(ReadOnlySpan<double> coefficients, double x)
    {
        double sum = 0.0;
        for (int i = coefficients.Length - 1; i >= 0; i--)
        {
            sum = sum * x + coefficients[i];
        }

        return sum;
    }

    /// <summary>First derivative of a polynomial, lowest coefficient first.</summary>
    internal static double PolynomialSlope(ReadOnlySpan<double> coefficients, double x)
    {
        double sum = 0.0;
        for (int i = coefficients.Length - 1; i >= 1; i--)
        {
            sum = sum * x + i * coefficients[i];
        }

        return sum;
    }

    /// <summary>Integral of a polynomial from 0 to x, lowest coefficient first.</summary>
    internal static double PolynomialIntegral(ReadOnlySpan<double> coefficients, double x)
    {
        double sum = 0.0;
        for (int i = coefficients.Length - 1; i >= 0; i--)
        {
            sum = sum * x + coefficients[i] / (i + 1);
        }

        return sum * x;
    }
}
