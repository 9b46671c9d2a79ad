using Twin.Cli.Output;
using Twin.Cli.Output.Comparison;
using Twin.Cli.Output.Plots;
using Twin.Core.Results;

namespace Twin.Tests.Comparison;

[TestClass]
public class FailConditionTests
{
    private static readonly KeyFigure[] Known =
    [
        new("pue", null, "1", "", "", ""), new("energy_cost", null, "EUR", "", "", ""), new("it_energy", null, "MWh", "", "", ""),
        new("throttled_gpu_hours", null, "h", "", "", ""),
    ];

    [TestMethod]
    [DataRow("pue > 1%", 1.0, 1.02, true)]
    [DataRow("pue > 1%", 1.0, 1.005, false)]
    [DataRow("pue > 1 %", 1.0, 0.9, false)]
    [DataRow("pue>1%", 1.0, 1.02, true)]
    [DataRow("pue < -1%", 1.0, 0.98, true)]
    [DataRow("pue < -1%", 1.0, 0.995, false)]
    [DataRow("pue < -1%", 1.0, 1.5, false)]
    [DataRow("pue > 0.05", 1.0, 1.1, true)]
    [DataRow("pue > 0.2", 1.0, 1.1, false)]
    [DataRow("pue >= 0.5", 1.0, 1.5, true)]
    [DataRow("pue > 0.5", 1.0, 1.5, false)]
    [DataRow("pue <= -0.5", 1.5, 1.0, true)]
    [DataRow("pue >= 0%", 1.0, 1.0, true)]
    [DataRow("pue > 0%", 1.0, 1.0, false)]
    [DataRow("energy_cost > 10000 EUR", 5e4, 6.1e4, true)]
    [DataRow("energy_cost > 1e4 EUR", 5e4, 5.9e4, false)]
    [DataRow("energy_cost < 0%", -100.0, -150.0, true)]
    [DataRow("energy_cost > 0%", -100.0, -50.0, true)]
    [DataRow("it_energy > 1 GWh", 500.0, 1600.0, true)]
    [DataRow("it_energy > 1 GWh", 500.0, 1400.0, false)]
    [DataRow("throttled_gpu_hours > 10 h", 0.0, 11.0, true)]
    [DataRow("throttled_gpu_hours > 10 h", 0.0, 9.0, false)]
    [DataRow("throttled_gpu_hours > 400%", 0.0, 0.01, true)]
    [DataRow("throttled_gpu_hours < 400%", 0.0, 0.01, false)]
    [DataRow("throttled_gpu_hours > 1%", 0.0, 0.0, false)]
    public void A_condition_holds_for_the_change_of_b_against_a_and_for_nothing_else(string text, double a, double b, bool isBroken)
    {
        Assert.AreEqual(string.Empty, FailCondition.Read(text, Known, out FailCondition? condition));
        (bool found, string sentence) = condition!.Judge(Of(condition.Figure, a, b));
        Assert.AreEqual(isBroken, found, sentence);
        Assert.StartsWith(condition.Figure, sentence);
    }

    [TestMethod]
    [DataRow(1.0, null, true, "not defined in B")]
    [DataRow(null, 1.0, true, "not defined in A")]
    [DataRow(null, null, false, "defined in neither run")]
    public void What_cannot_be_judged_is_broken_unless_neither_run_has_it(double? a, double? b, bool isBroken, string says)
    {
        FailCondition.Read("pue > 1%", Known, out FailCondition? condition);
        (bool found, string sentence) = condition!.Judge(Of("pue", a, b));
        Assert.AreEqual(isBroken, found);
        Assert.Contains(says, sentence);
    }

    [TestMethod]
    [DataRow("pue", "is no condition such as")]
    [DataRow("", "is no condition such as")]
    [DataRow("pue > much", "is no condition such as")]
    [DataRow("pue > 1e999", "is no condition such as")]
    [DataRow("pue = 1%", "is no condition such as")]
    [DataRow("pue > 1% > 2%", "is no condition such as")]
    [DataRow("pua > 1%", "no key figure 'pua'; did you mean pue?")]
    [DataRow("pue > 1 h", "is a ratio and has no unit 'h'")]
    [DataRow("energy_cost > 100", "write \"energy_cost > 100 EUR\", or a % of it")]
    [DataRow("it_energy > 100 EUR", "it_energy is in MWh")]
    public void What_cannot_be_read_is_refused_with_what_would_be_right(string text, string says)
    {
        Assert.Contains(says, FailCondition.Read(text, Known, out FailCondition? condition));
        Assert.IsNull(condition);
    }

    private static RunComparison Of(string figure, double? a, double? b)
    {
        var summary = new SummaryFile(
            "plant", "Plant", "UTC", 0, 3600, [], new Dictionary<string, double>(), new Dictionary<string, IReadOnlyList<LimitFrom>>());
        var series = RunSeries.Of(summary, [], []);
        string unit = Known.Single(known => known.Name == figure).Unit;
        return new(
            new("A", "a", "1", "1", summary, series), new("B", "b", "2", "1", summary, series), [], [new(figure, unit, a, b)], [], []);
    }
}
