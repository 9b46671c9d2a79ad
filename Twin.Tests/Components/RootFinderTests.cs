using CsCheck;
using Twin.Core.Components;

namespace Twin.Tests.Components;

[TestClass]
public sealed class RootFinderTests
{
    [TestMethod]
    public void A_cube_root_is_found_from_above() // the answer never falls short of what was asked
    {
        double x = RootFinder.Rising(new Power(3.0, 8.0), 0.0, 100.0, 1e-9);
        Assert.AreEqual(2.0, x, 1e-9); // the width of the last bracket
        Assert.IsGreaterThanOrEqualTo(2.0, x);
    }

    [TestMethod]
    public void Curved_either_way_the_bracket_closes_in_time() =>
        Gen.Select(Gen.Double[0.3, 5], Gen.Double[0.001, 0.999])
        .Sample((exponent, root) =>
        {
            double target = Math.Pow(root, exponent);
            double x = RootFinder.Rising(new Power(exponent, target), 0.0, 1.0, 1e-7);
            return x - root is >= -1e-15 and <= 1e-7; // an ulp of the power itself
        });

    [TestMethod]
    public void A_zero_at_the_upper_end_is_that_end() =>
        Assert.AreEqual(1.0, RootFinder.Rising(new Power(2.0, 1.0), 0.0, 1.0, 1e-9));

    private readonly record struct Power(double Exponent, double Target) : IScalarFunction
    {
        public double At(double x) => Math.Pow(x, Exponent) - Target;
    }
}
