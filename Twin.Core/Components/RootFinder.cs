namespace Twin.Core.Components;

/// <summary>A function of one number; structs implement it, so that a search allocates nothing.</summary>
internal interface IScalarFunction
{
    /// <summary>Value at a point.</summary>
    double At(double x);
}

/// <summary>Searches inside one machine, with a fixed number of passes.</summary>
internal static class RootFinder
{
    private const int SecantPasses = 24;
    private const int MostPasses = 64;

    /// <summary>Zero of a rising function between two points, by regula falsi with the Illinois rule.</summary>
    /// <param name="f">Rising function, below zero at <paramref name="low"/> and at least zero at <paramref name="high"/>.</param>
    /// <param name="low">Point where it is below zero.</param>
    /// <param name="high">Point where it is not.</param>
    /// <param name="tolerance">Width of the bracket at which to stop.</param>
    /// <param name="enough">Value not below zero at which to stop whatever the bracket's width.</param>
    /// <returns>The upper end of the last bracket: the function is not below zero there.</returns>
    /// <remarks>Source: M. Dowell and P. Jarratt, A modified regula falsi method, BIT 11 (1971) 168-174.</remarks>
    public static double Rising<T>(in T f, double low, double high, double tolerance, double enough = 0.0)
        where T : struct, IScalarFunction => Rising(f, low, f.At(low), high, f.At(high), tolerance, enough);

    /// <summary>The same where the caller knows the values at both ends already.</summary>
    public static double Rising<T>(
        in T f, double low, double atLow, double high, double atHigh, double tolerance, double enough = 0.0)
        where T : struct, IScalarFunction
    {
        int side = 0;
        for (int pass = 0; pass < MostPasses && high - low > tolerance && atHigh > 0.0; pass++)
        {
            double x = low - atLow * (high - low) / (atHigh - atLow);
            if (!(x > low && x < high) || pass >= SecantPasses)
            {
                // Far from its root a steep curve stays nearly flat, and lines through it gain little: halving always does.
                x = 0.5 * (low + high);
            }

            double at = f.At(x);
            if (at >= 0.0 && at <= enough)
            {
                return x; // the far end would still have to be drawn in, which takes as many passes again
            }

            if (at < 0.0)
            {
                (low, atLow) = (x, at);
                atHigh = side == -1 ? 0.5 * atHigh : atHigh;
                side = -1;
            }
            else
            {
                (high, atHigh) = (x, at);
                atLow = side == 1 ? 0.5 * atLow : atLow;
                side = 1;
            }
        }

        return high;
    }
}
