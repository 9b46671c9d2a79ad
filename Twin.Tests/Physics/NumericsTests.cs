using Twin.Core.Physics;

namespace Twin.Tests.Physics;

[TestClass]
public sealed class NumericsTests
{
    private const double FewUlp = 1e-15; // relative: both functions promise a few ulp

    [TestMethod]
    [DataRow(1e-12, 1.0000000000005e-12)] // x + x^2/2
    [DataRow(-1e-9, -9.999999995e-10)] // x + x^2/2
    [DataRow(1.0, 1.7182818284590452)] // e - 1
    [DataRow(-50.0, -1.0)]
    public void ExpM1_keeps_its_digits(double x, double expected) =>
        Assert.AreEqual(expected, Numerics.ExpM1(x), FewUlp * Math.Abs(expected));

    [TestMethod]
    [DataRow(1e-12, 9.999999999995e-13)] // x - x^2/2
    [DataRow(-1e-9, -1.0000000005e-9)] // x - x^2/2
    [DataRow(1.718281828459045, 1.0)] // ln e
    public void LogP1_keeps_its_digits(double x, double expected) =>
        Assert.AreEqual(expected, Numerics.LogP1(x), FewUlp * Math.Abs(expected));

    [TestMethod]
    public void ExpM1_and_LogP1_undo_each_other()
    {
        const double rel = 1e-14; // two functions of a few ulp each, and the slope between them is below ten
        for (double x = 1e-15; x < 2.0; x *= 3.7)
        {
            Assert.AreEqual(x, Numerics.LogP1(Numerics.ExpM1(x)), rel * x);
        }
    }

    [TestMethod]
    public void Ends_of_the_number_line_stay_defined()
    {
        Assert.AreEqual(double.PositiveInfinity, Numerics.ExpM1(double.PositiveInfinity));
        Assert.AreEqual(-1.0, Numerics.ExpM1(double.NegativeInfinity));
        Assert.AreEqual(double.NegativeInfinity, Numerics.LogP1(-1.0));
        Assert.IsTrue(double.IsNaN(Numerics.LogP1(-2.0)));
    }

    [TestMethod]
    [DataRow(-1.0, 5.0)] // held below
    [DataRow(0.0, 5.0)]
    [DataRow(1.5, 6.5)] // halfway between 6 and 7
    [DataRow(2.0, 7.0)]
    [DataRow(9.0, 7.0)] // held above
    public void A_table_is_linear_inside_and_constant_outside(double at, double expected) =>
        Assert.AreEqual(expected, Numerics.Interpolate([0.0, 1.0, 2.0], [5.0, 6.0, 7.0], at));

    [TestMethod]
    public void A_table_refuses_columns_of_different_length() =>
        Assert.ThrowsExactly<ArgumentException>(() => Numerics.Interpolate([0.0, 1.0], [5.0], 0.5));

    [TestMethod]
    public void A_wrong_argument_is_named_with_value_and_range()
    {
        double flowKgPerS = -2.5;
        var fault = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Require.AtLeastZero(flowKgPerS));
        Assert.AreEqual("flowKgPerS", fault.ParamName);
        Assert.AreEqual(-2.5, fault.ActualValue);
        StringAssert.Contains(fault.Message, "0 or more", StringComparison.Ordinal);
    }

    [TestMethod]
    public void NaN_passes_no_check()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Require.Finite(double.NaN));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Require.AtLeastZero(double.NaN));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Require.AboveZero(double.NaN));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Require.Fraction(double.NaN));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Require.InRange(double.NaN, 0.0, 1.0));
    }
}
