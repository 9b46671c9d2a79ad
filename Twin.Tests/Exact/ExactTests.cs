using System.Globalization;

namespace Twin.Tests.Exact;

/// <summary>Machines and formulas against closed forms.</summary>
[TestClass]
public sealed class ExactTests(TestContext context)
{
    private static readonly Dictionary<string, Func<ExactCase, double>> Solvers =
        ThermalCases.Solvers.Concat(MachineCases.Solvers).Concat(EnergyCases.Solvers).Concat(FigureCases.Solvers)
            .ToDictionary(StringComparer.Ordinal);

    public static IEnumerable<object[]> Cases => ExactCase.All.Select(c => new object[] { c.Id });

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void A_case_with_a_closed_form_is_met(string id)
    {
        ExactCase c = ExactCase.All.Single(c => c.Id == id);
        double found = Solvers[id](c);
        double off = Math.Abs(found - c.Expected) / Math.Abs(c.Expected);
        context.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id}: {c.Formula}: off by {off:G2} of {c.Tolerance:G2}"));
        string message = string.Create(
            CultureInfo.InvariantCulture, $"{c.Formula}: found {found:R}, expected {c.Expected:R}; {c.Reason}");
        Assert.IsLessThanOrEqualTo(c.Tolerance, off, message);
    }

    [TestMethod]
    public void Every_solver_has_its_case() =>
        CollectionAssert.AreEquivalent(Solvers.Keys.ToArray(), ExactCase.All.Select(c => c.Id).ToArray());
}
