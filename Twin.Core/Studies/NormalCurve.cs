using Twin.Core.Physics;

namespace Twin.Core.Studies;

/// <summary>The standard normal distribution: mean 0, standard deviation 1.</summary>
internal static class NormalCurve
{
    private const double SeriesReach = 3.0;
    private const double FractionReach = 38.6; // beyond, the probability is below the smallest double

    private static readonly double[] CentreTop =
    [
        3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
        4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3,
    ];

    private static readonly double[] CentreBottom =
    [
        1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
        2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3,
    ];

    private static readonly double[] TailTop =
    [
        1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
        1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
    ];

    private static readonly double[] TailBottom =
    [
        1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
        1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ];

    private static readonly double[] FarTop =
    [
        6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
        2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ];

    private static readonly double[] FarBottom =
    [
        1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
        7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ];

    /// <summary>Probability of a value up to a point.</summary>
    /// <param name="z">Point [1]; any number, infinities included.</param>
    /// <returns>Probability [1]; 0 to 1, within 1e-15, and below −3 within 1e-14 of itself.</returns>
    /// <remarks>
    /// Near the centre the series z + z³/3 + z⁵/(3·5) + … times the density (G. Marsaglia, J. Stat. Software 11(4), 2004); in the tails
    /// the continued fraction of M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 1964, 26.2.14.
    /// </remarks>
    public static double Cdf(double z)
    {
        Require.InRange(z, double.NegativeInfinity, double.PositiveInfinity);
        if (Math.Abs(z) < SeriesReach)
        {
            double term = z;
            double sum = z;
            for (int odd = 3; Math.Abs(term) > 1e-17 * Math.Abs(sum); odd += 2)
            {
                term *= z * z / odd;
                sum += term;
            }

            return 0.5 + sum * Density(z);
        }

        double tail = Math.Abs(z) > FractionReach ? 0.0 : Density(z) / MillsDenominator(Math.Abs(z));
        return z < 0.0 ? tail : 1.0 - tail;
    }

    /// <summary>Point below which a value lies with a probability.</summary>
    /// <param name="p">Probability [1]; 0 gives minus infinity, 1 plus infinity.</param>
    /// <returns>Point [1], within 1e-15 of itself or a few 1e-16.</returns>
    /// <remarks>Source: M. J. Wichura, Algorithm AS 241, PPND16, Applied Statistics 37 (1988) 477-484.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The probability is NaN or outside 0 to 1.</exception>
    public static double Quantile(double p)
    {
        Require.Fraction(p);
        if (p is 0.0 or 1.0)
        {
            return p == 0.0 ? double.NegativeInfinity : double.PositiveInfinity;
        }

        double q = p - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            double inside = 0.180625 - q * q;
            return q * Ratio(CentreTop, CentreBottom, inside);
        }

        double r = Math.Sqrt(-Math.Log(q < 0.0 ? p : 1.0 - p));
        double z = r <= 5.0 ? Ratio(TailTop, TailBottom, r - 1.6) : Ratio(FarTop, FarBottom, r - 5.0);
        return q < 0.0 ? -z : z;
    }

    private static double Density(double z) => Math.Exp(-0.5 * z * z) / Math.Sqrt(2.0 * Math.PI);

    private static double Ratio(double[] top, double[] bottom, double x) =>
        Numerics.Polynomial(top, x) / Numerics.Polynomial(bottom, x);

    // z + 1/(z + 2/(z + 3/(z + ...))), from the inside out. From z = 3 on, 200 terms are more than double precision can see.
    private static double MillsDenominator(double z)
    {
        double fraction = z;
        for (int k = 200; k >= 1; k--)
        {
            fraction = z + k / fraction;
        }

        return fraction;
    }
}
