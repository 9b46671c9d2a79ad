using Twin.Core.Physics;

namespace Twin.Core.Studies;

/// <summary>Student's t distribution, for intervals from few repetitions.</summary>
internal static class StudentT
{
    private const double Widest = 1e6; // 0.99999 at one degree of freedom is 3e4

    /// <summary>Probability of a value up to a point.</summary>
    /// <param name="t">Point [1]; finite.</param>
    /// <param name="degrees">Degrees of freedom; 1 or more.</param>
    /// <returns>Probability [1].</returns>
    /// <remarks>Source: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 1964, 26.7.3 and 26.7.4.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The point is not finite, or there is no degree of freedom.</exception>
    public static double Cdf(double t, int degrees)
    {
        Require.Finite(t);
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        double angle = Math.Atan(t / Math.Sqrt(degrees));
        double cosine = Math.Cos(angle);
        bool isOdd = degrees % 2 == 1;

        // Sum of cos^k times 1·3·5…/2·4·6… (even) or 2·4·6…/3·5·7… (odd), up to k = degrees − 2.
        double term = isOdd ? cosine : 1.0;
        double sum = degrees == 1 ? 0.0 : term;
        for (int k = isOdd ? 3 : 2; k <= degrees - 2; k += 2)
        {
            term *= cosine * cosine * (k - 1) / k;
            sum += term;
        }

        double inside = isOdd ? 2.0 / Math.PI * (angle + Math.Sin(angle) * sum) : Math.Sin(angle) * sum;
        return 0.5 + 0.5 * inside;
    }

    /// <summary>Point below which a value lies with a probability, by halving.</summary>
    /// <param name="p">Probability [1]; 0.00001 to 0.99999.</param>
    /// <param name="degrees">Degrees of freedom; 1 or more.</param>
    /// <returns>Point [1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Quantile(double p, int degrees)
    {
        Require.InRange(p, 1e-5, 0.99999);
        double low = -Widest;
        double high = Widest;
        for (double middle = 0.0; middle > low && middle < high; middle = 0.5 * (low + high))
        {
            (low, high) = Cdf(middle, degrees) < p ? (middle, high) : (low, middle);
        }

        return high;
    }
}
