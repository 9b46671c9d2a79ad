using Twin.Cli.Output.Comparison;
using Twin.Core.Results;

namespace Twin.Tests.Comparison;

[TestClass]
public class FigureTests
{
    private const double Rounding = 1e-12; // differences of numbers of order one

    [TestMethod]
    [DataRow("pue", 1.2, 1.1, "better")]
    [DataRow("pue", 1.1, 1.2, "worse")]
    [DataRow("cer", 10.0, 11.0, "better")]
    [DataRow("throttled_gpu_hours", 0.0, 5.0, "worse")]
    [DataRow("it_energy", 10.0, 20.0, "")]
    [DataRow("energy_cost", 10.0, 20.0, "")]
    [DataRow("water_withdrawn", 10.0, 20.0, "")]
    [DataRow("pue", 1.1, 1.1, "")]
    public void A_change_is_judged_only_where_nobody_doubts_what_is_better(string name, double a, double b, string verdict) =>
        Assert.AreEqual(verdict, new FigureChange(name, "1", a, b).Verdict);

    [TestMethod]
    public void Of_zero_there_is_no_per_cent_and_of_a_negative_number_it_keeps_the_sign_of_the_change()
    {
        Assert.IsNull(new FigureChange("chiller_energy", "MWh", 0, 3).Percent);
        Assert.AreEqual(50.0, new FigureChange("energy_cost", "EUR", -200, -100).Percent!.Value, Rounding);
    }

    [TestMethod]
    public void A_figure_that_one_run_does_not_define_has_no_difference()
    {
        var change = new FigureChange("heat_pump_cop", "1", 4, null);
        Assert.IsNull(change.Difference);
        Assert.IsFalse(change.IsSame);
        Assert.IsTrue(new FigureChange("heat_pump_cop", "1", null, null).IsSame);
    }

    [TestMethod]
    public void Figures_that_only_one_run_has_are_listed_and_one_in_another_unit_is_not_compared()
    {
        KeyFigure Figure(string name, string unit) => new(name, 1, unit, "", "", "modelled");
        IReadOnlyList<FigureChange> changes = FigureChange.Of(
            [Figure("one", "1"), Figure("old", "h"), Figure("two", "MWh")], [Figure("two", "GWh"), Figure("one", "1"), Figure("new", "h")]);
        CollectionAssert.AreEqual(new[] { "one", "old", "two", "new" }, changes.Select(change => change.Name).ToArray());
        CollectionAssert.AreEqual(new double?[] { 1, null, null, 1 }, changes.Select(change => change.B).ToArray());
        CollectionAssert.AreEqual(new double?[] { 1, 1, 1, null }, changes.Select(change => change.A).ToArray());
    }

    [TestMethod]
    public void The_shares_of_the_parts_and_the_remainder_are_the_whole_change()
    {
        var figure = ExplainedFigure.Of(
            new("pue", "1", 1.0, 1.5), [Part("river", 1.1), Part("halls.one", 1.3), Part("grid", 1.25)]);
        CollectionAssert.AreEqual(
            new[] { "river", "halls.one", "grid" }, figure.Waterfall!.Steps.Select(step => step.Input).ToArray());
        Assert.AreEqual(0.25, figure.Waterfall.Remainder, Rounding);
        Assert.AreEqual(0.5, figure.Waterfall.Steps.Sum(step => step.Change) + figure.Waterfall.Remainder, Rounding);
        Assert.IsEmpty(figure.Joined);
    }

    [TestMethod]
    public void A_part_that_cannot_be_switched_alone_goes_with_the_next_and_that_is_said()
    {
        var figure = ExplainedFigure.Of(
            new("pue", "1", 1.0, 1.5), [Part("loops.cold", null, "there is no such sink"), Part("chillers.new", 1.4), Part("grid", 1.5)]);
        CollectionAssert.AreEqual(
            new[] { "loops.cold + chillers.new", "grid" }, figure.Waterfall!.Steps.Select(step => step.Input).ToArray());
        Assert.Contains("with loops.cold alone, there is no such sink", figure.Joined.Single());
        Assert.AreEqual(0.0, figure.Waterfall.Remainder, Rounding);
    }

    [TestMethod]
    public void Parts_behind_which_no_scenario_works_are_remainder_and_that_is_said()
    {
        var figure = ExplainedFigure.Of(new("pue", "1", 1.0, 1.5), [Part("river", 1.1), Part("grid", null, "the books stay open")]);
        Assert.HasCount(1, figure.Waterfall!.Steps);
        Assert.AreEqual(0.4, figure.Waterfall.Remainder, Rounding);
        Assert.Contains("grid stand in the remainder: the books stay open", figure.Joined.Single());
    }

    [TestMethod]
    [DataRow(null, 1.0, "A")]
    [DataRow(1.0, null, "B")]
    [DataRow(null, null, "either run")]
    public void A_figure_that_is_not_defined_is_not_explained_and_the_run_is_named(double? a, double? b, string where)
    {
        var figure = ExplainedFigure.Of(new("heat_pump_cop", "1", a, b), [Part("river", 1.1)]);
        Assert.IsNull(figure.Waterfall);
        Assert.Contains($"not defined in {where}", figure.WhyNot);
    }

    [TestMethod]
    public void The_figure_that_changes_most_is_explained_beside_pue_and_cost()
    {
        FigureChange[] figures =
        [
            new("pue", "1", 1.1, 1.2), new("energy_cost", "EUR", 5, 6), new("books_max_residual", "1", 1e-5, 1e-3),
            new("cer", "1", 10, 9), new("heat_export", "MWh", 10, 14), new("unserved_energy", "MWh", 0, 1e-9),
        ];
        CollectionAssert.AreEqual(new[] { "pue", "energy_cost", "heat_export" }, MainFigures.Of(figures).Select(one => one.Name).ToArray());
        figures[^1] = new("unserved_energy", "MWh", 0, 2); // from nothing to something is more than any share
        CollectionAssert.AreEqual(
            new[] { "pue", "energy_cost", "unserved_energy" }, MainFigures.Of(figures).Select(one => one.Name).ToArray());
    }

    [TestMethod]
    public void A_change_shows_three_digits_that_count_and_zero_has_no_sign()
    {
        Assert.AreEqual(5, FigureText.Decimals([0.0045, -0.001]));
        Assert.AreEqual("-0.00451", FigureText.Change(-0.004512, 5));
        Assert.AreEqual("+1,235", FigureText.Change(1234.6, 0));
        Assert.AreEqual("0.000", FigureText.Change(-0.0001, 3));
        Assert.AreEqual("0.000", FigureText.Change(0.0001, 3));
        Assert.AreEqual("Heat pump COP", FigureText.Title("heat_pump_cop"));
    }

    private static SwitchedPart Part(string name, double? pue, string whyNot = "") => new(
        name, pue is null ? null : new Dictionary<string, double?>(StringComparer.Ordinal) { ["pue"] = pue }, whyNot);
}
