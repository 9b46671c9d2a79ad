using System.Net;
using System.Text.RegularExpressions;
using Twin.Cli.Output.Pages;
using Twin.Cli.Output.Plots;
using Twin.Cli.Output.Reports;
using Twin.Cli.Output.Reports.Page;
using Twin.Core.Rules;

namespace Twin.Tests.Reports;

[TestClass]
public sealed class PageStandingTests
{
    private static readonly ReportTexts Texts = ReportTexts.Of("en");
    private static readonly RunSeries Year = PageSources.Run(new DateOnly(2025, 1, 1), 365, hasRiver: true);

    [TestMethod]
    [DataRow(new[] { Outcome.Met, Outcome.NotDecidable, Outcome.Missed }, Outcome.Missed)]
    [DataRow(new[] { Outcome.Met, Outcome.NotDecidable, Outcome.NotApplicable }, Outcome.NotDecidable)]
    [DataRow(new[] { Outcome.NotApplicable, Outcome.Met, Outcome.Met }, Outcome.Met)]
    [DataRow(new[] { Outcome.NotApplicable, Outcome.NotApplicable, Outcome.NotApplicable }, Outcome.NotApplicable)]
    public void A_rule_stands_as_the_gravest_that_is_said_of_any_year(Outcome[] years, Outcome expected) =>
        Assert.AreEqual(expected, Standing.Of(years.Select((outcome, i) => Verdict("a", 2026 + i, outcome, "page.not_provided"))));

    [TestMethod]
    public void The_counts_of_the_first_screen_are_those_of_rules_and_not_of_rules_times_years()
    {
        ReportSubject subject = PageModels.One(Year).Subjects[0];
        IReadOnlyDictionary<Outcome, int> counts = Standing.Count(subject.Verdicts);
        Assert.AreEqual(1, counts[Outcome.Missed]);
        Assert.AreEqual(1, counts[Outcome.Met]);
        Assert.AreEqual(2, counts.Values.Sum(), "there are two rules, over six years each");
        string page = Page(new([subject], null, "1"));
        StringAssert.Contains(page, Texts.Fill("page.standing.note", 2, "2026–2031"));
    }

    [TestMethod]
    public void What_is_still_to_be_stated_names_lists_with_a_way_there_and_rules_that_want_a_statement()
    {
        var wanting = new Verdict[]
        {
            Verdict("enefg-12-measured", 2026, Outcome.NotDecidable, "rules.reason.fact-missing", "rules.fact.measured"),
            Verdict("enefg-12-measured", 2027, Outcome.NotDecidable, "rules.reason.fact-missing", "rules.fact.measured"),
            Verdict("cndcp-pue", 2026, Outcome.NotDecidable, "rules.reason.interim"),
            Verdict("cndcp-pue", 2027, Outcome.NotDecidable, "rules.reason.interim"),
        };
        ReportSubject subject = PageModels.One(Year).Subjects[0] with { Verdicts = wanting };
        var part = new PagePart(new Html(), Texts, subject, string.Empty, 2);
        (string title, string reason) = StillToState.RulesOf(part).Single();
        Assert.AreEqual(Texts["rules.enefg-12-measured.title"], title);
        StringAssert.Contains(reason, Texts["rules.fact.measured"]);
        string page = Page(new([subject], null, "1"));
        StringAssert.Contains(page, Texts.Fill("page.to_state.fields", 1, 3));
        StringAssert.Contains(page, "href=\"#fields-eu-2024-1364-2024-1364\"");
    }

    [TestMethod]
    public void A_group_without_averages_says_why_and_which_centre_stands_there_twice()
    {
        ReportSubject subject = PageModels.One(Year).Subjects[0];
        string page = Page(new([subject, subject], null, "1"));
        StringAssert.Contains(page, Texts["page.group.no_average"]);
        StringAssert.Contains(page, Texts["page.group.twice"] + " <bdi translate=\"no\">Munich AI factory 2025");
        Assert.IsFalse(Page(PageModels.Two(Year, Year)).Contains(Texts["page.group.no_average"], StringComparison.Ordinal));
    }

    [TestMethod]
    public void Averages_that_hold_a_design_say_so_and_those_without_a_part_of_a_year_do_not_speak_of_one()
    {
        string page = Page(PageModels.Two(Year, Year));
        StringAssert.Contains(page, Texts["page.group.designs"] + " <bdi translate=\"no\">" + PageModels.HostileLabel);
        Assert.IsFalse(page.Contains(Texts["page.group.parts"], StringComparison.Ordinal));
        RunSeries summer = PageSources.Run(new DateOnly(2025, 6, 1), 90, hasRiver: true);
        string ofParts = Page(PageModels.Two(summer, Year));
        StringAssert.Contains(ofParts, Texts["page.group.parts"] + " <bdi translate=\"no\">Munich AI factory 2025<");
    }

    [TestMethod]
    [DataRow(40, 40, 0)]
    [DataRow(41, 40, 2)]
    public void Many_episodes_are_shown_by_the_longest_and_by_limit(int count, int shown, int limits)
    {
        ViolationRow[] rows =
        [
            .. Enumerable.Range(0, count).Select(i => new ViolationRow(
                i % 2 == 0 ? "river.permit.intake" : "river.permit.closed", 1_752_040_800 + (i * 7_200), 1_752_044_400 + (i * 7_200),
                i + 1, 2, 1, "m3/s")),
        ];
        string page = Page(new([PageModels.One(Year).Subjects[0] with { Violations = rows }], null, "1"));
        Assert.AreEqual(shown, RowsOf(page, "episodes-table"));
        Assert.AreEqual(limits, RowsOf(page, "limits-table"));
        Assert.AreEqual(limits > 0, page.Contains("data-value=\"441\"", StringComparison.Ordinal), "1 + 3 + ... + 41 hours at the intake");
    }

    [TestMethod]
    public void The_battery_is_a_use_of_electricity_where_the_run_has_one()
    {
        RunSeries day = PageModels.Read(FinishedRuns.Of("first_day"));
        var part = new PagePart(new Html(), Texts, PageModels.One(day).Subjects[0], string.Empty, 2);
        double lossKWh = day.EnergyJ("battery.loss_w") / 3.6e6;
        Assert.IsGreaterThan(0, lossKWh, "the site of the first day has a battery");
        double shownKWh = EnergyPart.UsesOf(part).Single(use => use.Key == "battery").KWh.Sum();
        Assert.AreEqual(lossKWh, shownKWh, 1e-9 * lossKWh, "two orders of summing a day");
    }

    private static Verdict Verdict(string rule, int year, Outcome outcome, string reason, string? fact = null) => new(
        rule, year, outcome, "EnEfG § 12(2)", fact is null ? new Remark(reason) : new Remark(reason, Datum.Text(fact)), null, null,
        string.Empty, null, []);

    private static string Page(ReportModel model) => WebUtility.HtmlDecode(ReportPage.Write(model, Texts));

    private static int RowsOf(string page, string table)
    {
        Match body = Regex.Match(page, $"id=\"{table}\".*?<tbody>(.*?)</tbody>", RegexOptions.Singleline);
        return Regex.Count(body.Groups[1].Value, "<tr");
    }
}
