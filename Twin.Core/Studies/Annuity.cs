using Twin.Core.Physics;

namespace Twin.Core.Studies;

/// <summary>What an investment costs in each year of its life.</summary>
public static class Annuity
{
    /// <summary>Equal yearly payments, each at the end of its year, that pay off one unit of money with interest.</summary>
    /// <param name="ratePerYear">Interest of a year [1]; 0 to 1.</param>
    /// <param name="years">Life [a]; above 0.</param>
    /// <returns>Payment of a year for each unit of money [1/a].</returns>
    /// <remarks>r / (1 − (1 + r)^−n), and 1/n without interest. Source: VDI 2067-1:2012-09, annuity factor.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double Factor(double ratePerYear, double years)
    {
        Require.Fraction(ratePerYear);
        Require.AboveZero(years);

        // Through logarithms: with an interest of a hair, 1 − (1 + r)^−n has no digits left.
        return ratePerYear == 0.0 ? 1.0 / years : ratePerYear / -Numerics.ExpM1(-years * Numerics.LogP1(ratePerYear));
    }
}
