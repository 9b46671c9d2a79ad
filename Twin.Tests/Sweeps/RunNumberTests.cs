using Twin.Cli.Input;
using Twin.Cli.Input.Studies;
using Twin.Cli.Output.Studies;
using Twin.Core.Engine;
using Twin.Core.Studies;
using TestRun = Twin.Tests.Plant.TestRun;

namespace Twin.Tests.Sweeps;

[TestClass]
public sealed class RunNumberTests
{
    private const double Rounding = 1e-12; // relative: the same sums in another order

    private static readonly string[] Sets =
        ["time.start=2025-06-12T10:00+02:00", "time.end=2025-06-12T13:00+02:00", "time.step=15 min", "time.output=15 min"];

    private static readonly TestRun Run = TestRun.Of("first_day", Sets);

    private static Mapping Tree => ScenarioReader.Read(TestRun.Folder("first_day"), ReadOptions.None with { Sets = Sets }).Tree!;

    [TestMethod]
    public void Largest_smallest_mean_and_integral_are_those_of_the_summed_columns()
    {
        double[] sum = [.. Run.Column("grid.import_w").Zip(Run.Column("heat.delivered_w"), (a, b) => a + b)];
        string[] two = ["grid.import_w", "heat.delivered_w"];
        double[] numbers = Numbers(
            null,
            MadeStudy.OfColumns("a", OutcomeKind.Largest, "kW", 0.001, two),
            MadeStudy.OfColumns("b", OutcomeKind.Smallest, "W", 1.0, two),
            MadeStudy.OfColumns("c", OutcomeKind.Mean, "W", 1.0, two),
            MadeStudy.OfColumns("d", OutcomeKind.Integral, "MWh", 1.0 / 3.6e9, two),
            MadeStudy.OfColumns("e", OutcomeKind.Integral, "MWh", 1.0 / 3.6e9, "grid.import_w"));
        Assert.AreEqual(sum.Max() * 0.001, numbers[0]);
        Assert.AreEqual(sum.Min(), numbers[1]);
        Assert.AreEqual(sum.Average(), numbers[2], sum.Average() * Rounding);
        Assert.AreEqual(sum.Sum() * 900.0 / 3.6e9, numbers[3], numbers[3] * Rounding);
        Assert.AreEqual(Run.Figure("grid_import"), numbers[4], numbers[4] * Rounding);
    }

    [TestMethod]
    public void A_column_that_the_plant_lacks_adds_nothing_and_alone_is_not_defined()
    {
        double[] numbers = Numbers(
            null,
            MadeStudy.OfColumns("a", OutcomeKind.Largest, "W", 1.0, "grid.import_w", "chillers.none.heat_w"),
            MadeStudy.OfColumns("b", OutcomeKind.Largest, "W", 1.0, "chillers.none.heat_w"));
        Assert.AreEqual(Run.Column("grid.import_w").Max(), numbers[0]);
        Assert.IsTrue(double.IsNaN(numbers[1]));
    }

    [TestMethod]
    public void Hours_at_a_limit_are_summed_over_its_episodes()
    {
        var outcome = new RunOutcome(
            [],
            [
                new("river.permit.intake", 0, 7_200, BoundH: 1.5, Worst: 1.0, Threshold: 1.0, "m3/s"),
                new("grid.import_limit", 0, 7_200, BoundH: 2.0, Worst: 1.0, Threshold: 1.0, "W"),
                new("river.permit.intake", 9_000, 10_800, BoundH: 0.25, Worst: 1.0, Threshold: 1.0, "m3/s"),
            ],
            Steps: 1);
        StudyOutcome hours = MadeStudy.OfColumns("bound", OutcomeKind.ViolationHours, "h", 1.0, "river.permit.intake");
        var numbers = new RunNumbers([hours], costs: null);
        Assert.AreEqual(1.75, numbers.Of(outcome, numbers.NewMeter(), Tree, 86_400.0)[0]); // exact in binary
    }

    [TestMethod]
    public void Investment_is_amounts_times_prices_and_a_year_costs_annuities_energy_and_lost_work()
    {
        var costs = new StudyCosts(
            [
                new("coolers", "dry_coolers.dry_cooler.units", [], EachEur: 100_000.0, LifeYears: 20.0, "made", "assumed"), // 2 units
                new("pumps", "heat_pumps.heat_pump.units", [], EachEur: 0.5, LifeYears: 15.0, "made", "assumed"), // 2 x 150 kW
                new("connection", null, ["grid.import_w"], EachEur: 0.1, LifeYears: 40.0, "made", "assumed"),
                new("nothing", "dry_coolers.third.units", [], EachEur: 1e9, LifeYears: 20.0, "made", "assumed"),
            ],
            DiscountRate: 0.05,
            GpuHourEur: 2.0,
            GpuHourSource: "made");
        double[] numbers = Numbers(
            costs,
            MadeStudy.OfColumns("capex", OutcomeKind.Capex, "EUR", 1.0),
            MadeStudy.OfColumns("yearly_cost", OutcomeKind.YearlyCost, "EUR", 1.0));
        double connectionEur = 0.1 * Run.Column("grid.import_w").Max();
        double capexEur = 200_000.0 + 150_000.0 + connectionEur;
        Assert.AreEqual(capexEur, numbers[0], capexEur * Rounding);
        double runEur = Run.Figure("energy_cost") - Run.Figure("heat_revenue") + 2.0 * Run.Figure("throttled_gpu_hours");
        double yearEur = 200_000.0 * Annuity.Factor(0.05, 20.0) + 150_000.0 * Annuity.Factor(0.05, 15.0)
            + connectionEur * Annuity.Factor(0.05, 40.0) + runEur * 8_760.0 / 3.0;
        Assert.AreEqual(yearEur, numbers[1], Math.Abs(yearEur) * Rounding);
    }

    [TestMethod]
    public void A_year_is_a_year_whether_it_leaps_or_not()
    {
        Assert.AreEqual(1.0, RunNumbers.PerYear(365.0 * 86_400.0));
        Assert.AreEqual(1.0, RunNumbers.PerYear(366.0 * 86_400.0));
        Assert.AreEqual(36.5, RunNumbers.PerYear(10.0 * 86_400.0)); // exact: 365 / 10 in binary is 36.5
    }

    [TestMethod]
    public void An_annuity_pays_off_its_investment()
    {
        // 5 % over 20 years: 0.0802425872 in any table of annuities, which gives ten digits.
        Assert.AreEqual(0.0802425872, Annuity.Factor(0.05, 20.0), 5e-11);
        Assert.AreEqual(0.1, Annuity.Factor(0.0, 10.0));
        Assert.AreEqual(0.1, Annuity.Factor(1e-14, 10.0), 1e-14); // no jump where interest vanishes: 1/n + r·(n + 1)/(2n)
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Annuity.Factor(0.05, 0.0));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Annuity.Factor(double.NaN, 10.0));
    }

    [TestMethod]
    [DataRow("pue", "1", "pue")]
    [DataRow("grid.price", "EUR/MWh", "grid.price_eur_mwh")]
    [DataRow("river.discharge", "m3/s", "river.discharge_m3_s")]
    [DataRow("loops.chilled.supply", "degC", "loops.chilled.supply_c")]
    [DataRow("guarantees_of_origin", "%", "guarantees_of_origin_percent")]
    [DataRow("year", "", "year")]
    public void A_header_carries_the_unit_behind_the_name(string name, string unit, string header) =>
        Assert.AreEqual(header, TableField.Header(name, unit));

    [TestMethod]
    public void The_numbers_of_a_study_are_its_outcomes_then_constraints_then_every_other_figure_once()
    {
        string[] names = [.. StudyColumns.Of(MadeStudy.Grid()).Select(column => column.Name)];
        CollectionAssert.AreEqual(new[] { "pue", "energy_cost", "peak", "throttled_gpu_hours", "it_energy" }, names[..5]);
        CollectionAssert.AllItemsAreUnique(names);
        CollectionAssert.IsSubsetOf(Run.Outcome.KeyFigures.Select(figure => figure.Name).ToArray(), names);
    }

    [TestMethod]
    public void A_line_diff_shows_what_went_and_what_came_in_their_order()
    {
        CollectionAssert.AreEqual(new[] { "- b", "+ x", "+ d" }, LineDiff.Of("a\nb\nc", "a\nx\nc\nd").ToArray());
        Assert.IsEmpty(LineDiff.Of("a\nb", "a\nb"));
        CollectionAssert.AreEqual(new[] { "- a" }, LineDiff.Of("a\nb", "b").ToArray());
    }

    private static double[] Numbers(StudyCosts? costs, params StudyOutcome[] outcomes)
    {
        var numbers = new RunNumbers(outcomes, costs);
        ColumnMeter meter = numbers.NewMeter();
        meter.Begin(Run.Columns, 900);
        foreach (double[] row in Run.Rows)
        {
            meter.Row(0, row);
        }

        return numbers.Of(Run.Outcome, meter, Tree, 3.0 * 3_600.0);
    }
}
