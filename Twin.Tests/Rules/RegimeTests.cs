using Twin.Core.Rules;

namespace Twin.Tests.Rules;

/// <summary>Verdicts against a table of legal cases, and what holds for all of them.</summary>
[TestClass]
public sealed class RegimeTests
{
    // A margin is one subtraction of numbers below 1000, each exact to half of its last digit: 1e-13 at most.
    private const double Rounding = 1e-12;

    public static IEnumerable<object[]> Cases => LegalCase.All.Select(c => new object[] { c.Id });

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void A_case_is_judged_as_the_law_has_it(string id)
    {
        LegalCase c = LegalCase.All.Single(c => c.Id == id);
        Verdict verdict = Regimes.Judge(c.Centre).Single(v => v.Rule == c.Rule && v.Year == c.Year);
        Assert.AreEqual(c.Reason, verdict.Reason.Key);
        Assert.AreEqual(c.Outcome, verdict.Outcome);
        Assert.AreEqual(c.Article, verdict.Article);
        Assert.AreEqual(c.Margin is null, verdict.Margin is null, "a margin where none is expected, or none where one is");
        Assert.AreEqual(c.Margin ?? 0.0, verdict.Margin ?? 0.0, Rounding);
        CollectionAssert.AreEqual(c.Notes.ToArray(), verdict.Notes.Select(note => note.Key).ToArray());
    }

    [TestMethod]
    public void The_table_of_cases_touches_every_rule_and_every_outcome()
    {
        CollectionAssert.IsSubsetOf(Regimes.Rules.ToArray(), LegalCase.All.Select(c => c.Rule).ToArray());
        Assert.HasCount(4, LegalCase.All.Select(c => c.Outcome).Distinct());
        Assert.IsGreaterThanOrEqualTo(75, LegalCase.All.Count);
    }

    [TestMethod]
    public void Every_rule_is_judged_once_for_each_year_in_a_fixed_order()
    {
        (string, int)[] expected = [.. Regimes.Rules.SelectMany(rule => Enumerable.Range(2026, 6).Select(year => (rule, year)))];
        CollectionAssert.AllItemsAreUnique(expected);
        foreach (LegalCase c in LegalCase.All)
        {
            CollectionAssert.AreEqual(expected, Regimes.Judge(c.Centre).Select(v => (v.Rule, v.Year)).ToArray());
        }
    }

    [TestMethod]
    public void Rules_stand_in_the_order_of_the_law() => CollectionAssert.AreEqual(
        new[]
        {
            "enefg-11-1-pue", "enefg-11-2-pue", "enefg-11-2-reuse", "enefg-11-5-renewable", "enefg-12-system", "enefg-12-measured",
            "enefg-12-certified", "enefg-13-report", "enefg-15-customers", "enefg-17-platform", "eu-2024-1364-report",
            "eu-2026-draft-report", "blue-angel-pue", "blue-angel-cer", "blue-angel-erf", "cndcp-pue", "cndcp-renewable", "cndcp-water",
            "taxonomy-practices", "taxonomy-refrigerants", "ogewv-summer", "ogewv-winter", "ogewv-summer-rise", "ogewv-winter-rise",
        },
        Regimes.Rules.ToArray());

    [TestMethod]
    public void A_margin_is_negative_only_where_a_threshold_is_not_kept()
    {
        foreach (Verdict verdict in LegalCase.All.SelectMany(c => Regimes.Judge(c.Centre)))
        {
            string where = $"{verdict.Rule} {verdict.Year} {verdict.Outcome} {verdict.Margin}";
            Assert.AreEqual(verdict.Value is null, verdict.Margin is null, where);
            Assert.AreEqual(verdict.Value is null, verdict.Threshold is null, where);
            Assert.AreEqual(verdict.Value is null, verdict.Unit.Length == 0, where);
            Assert.IsTrue(verdict.Outcome != Outcome.Met || verdict.Margin is null or >= 0.0, where);
            Assert.IsTrue(verdict.Outcome != Outcome.Missed || verdict.Margin is null or <= 0.0, where);
            Assert.IsTrue(verdict.Outcome != Outcome.NotApplicable || verdict.Margin is null, where);
        }
    }

    [TestMethod]
    public void A_centre_of_which_nothing_is_said_breaks_no_duty()
    {
        CentreYear centre = CentreBuilder.Of(new());
        (string Name, double?)[] none = [.. centre.Figures.Keys.Select(name => (name, (double?)null))];
        foreach (Verdict verdict in Regimes.Judge(CentreBuilder.Of(new(), none)))
        {
            Assert.AreEqual(Outcome.NotDecidable, verdict.Outcome, verdict.Rule);
        }
    }

    [TestMethod]
    public void The_missing_fields_are_named_and_counted()
    {
        CentreYear centre = CentreBuilder.Of(CentreBuilder.Complete with { Postcode = null, DataStoredB = null });
        Verdict verdict = Regimes.Judge(centre).First(v => v.Rule == "enefg-13-report");
        Assert.AreEqual("2", verdict.Reason.Data[0].Words);
        Assert.AreEqual("rules.due.march", verdict.Reason.Data[2].TextKey);
        CollectionAssert.AreEqual(
            new[] { "fields.enefg-annex3.postcode.name", "fields.enefg-annex3.data_stored.name" },
            verdict.Reason.Data[3].TextKeys!.ToArray());
    }

    [TestMethod]
    [DataRow("new-heat-pump-both-meet", 1.19, "pue")]
    [DataRow("new-heat-pump-both-miss", 1.200000001, "pue_without_heat_pump")]
    [DataRow("new-heat-pump-outside", 1.18, "pue_without_heat_pump")]
    public void The_number_that_is_compared_is_named(string id, double value, string figure)
    {
        LegalCase c = LegalCase.All.Single(c => c.Id == id);
        Verdict verdict = Regimes.Judge(c.Centre).Single(v => v.Rule == c.Rule && v.Year == c.Year);
        Assert.AreEqual(value, verdict.Value);
        Assert.AreEqual("rules.figure." + figure, verdict.Reason.Data[0].TextKey);
        Assert.AreEqual(value, verdict.Reason.Data[1].Number);
    }

    [TestMethod]
    public void Between_the_shares_of_reuse_both_are_told()
    {
        LegalCase c = LegalCase.All.Single(c => c.Id == "reuse-1-july-2028");
        Verdict verdict = Regimes.Judge(c.Centre).Single(v => v.Rule == c.Rule && v.Year == c.Year);
        CollectionAssert.AreEqual(new double?[] { 18.5, 10.0, 20.0 }, verdict.Reason.Data.Select(datum => datum.Number).ToArray());
    }

    [TestMethod]
    public void Between_the_readings_of_heat_pumps_both_numbers_are_told()
    {
        LegalCase c = LegalCase.All.Single(c => c.Id == "new-heat-pump-between");
        Verdict verdict = Regimes.Judge(c.Centre).Single(v => v.Rule == c.Rule && v.Year == c.Year);
        CollectionAssert.AreEqual(new double?[] { 1.25, 1.18, 1.2 }, verdict.Reason.Data.Select(datum => datum.Number).ToArray());
    }
}
