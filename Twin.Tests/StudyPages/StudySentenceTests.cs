using System.Net;
using System.Text.RegularExpressions;
using Twin.Cli.Output.Studies;
using Twin.Core.Studies;

namespace Twin.Tests.StudyPages;

/// <summary>Sentences of the page say no more than its runs do.</summary>
[TestClass]
public sealed class StudySentenceTests
{
    [TestMethod]
    public void A_share_between_groups_is_that_of_the_closed_form_and_asks_for_two_runs_a_group()
    {
        // Means 2 and 6 around 4: 16 between, 4 within, 20 in all; one degree of freedom has 4 / 2 by chance.
        Assert.AreEqual(14.0 / 20.0, VarianceShare.Between([7, 7, 9, 9], [1, 3, 5, 7]), 1e-12); // a few roundings
        Assert.AreEqual(0.0, VarianceShare.Between([7, 9, 7, 9], [1, 1, 3, 3]));
        Assert.IsTrue(double.IsNaN(VarianceShare.Between([1, 2, 3], [1, 2, 3])));
    }

    [TestMethod]
    public void A_seed_is_no_scale_and_the_answer_says_how_much_goes_with_it()
    {
        StudyTable table = SyntheticStudies.Climates();
        var reading = new StudyReading(table);
        Sensitivity found = reading.Sensitivity(reading.Goals[0]);
        CollectionAssert.AreEqual(new[] { 0 }, found.Ranks!.Select(rank => rank.Input).ToArray());
        CollectionAssert.AreEqual(new[] { 1, 0 }, found.Ranking.Select(weight => weight.Input).ToArray());

        // Between: 16 x 1/4 x 3/4 = 3; within: 1/12. Draws put more or fewer of 200 runs into the dear climate.
        Assert.AreEqual(3 / (3 + (1.0 / 12)), found.Choices[0].Share, 0.01);
        string page = StudyPage.Text(table);
        string share = StudyNumbers.Text.Percent(found.Choices[0].Share);
        StringAssert.Contains(
            Section(page, "answer"), $"time.seed, the year's climate, is no scale: it goes with {share} of the spread.");
        Assert.IsFalse(page.Contains("scatter-yearly_cost-1", StringComparison.Ordinal), "seeds on an axis of numbers");
    }

    [TestMethod]
    public void Seeds_with_a_run_or_two_each_have_no_share()
    {
        string answer = Section(StudyPage.Text(SyntheticStudies.Climates(climates: 5000)), "answer");
        StringAssert.Contains(answer, "how much of the spread goes with it is not known, with fewer than two runs a value.");
    }

    [TestMethod]
    public void Policies_over_drawn_futures_have_a_point_each_and_not_one_a_run()
    {
        string front = Section(StudyPage.Text(SyntheticStudies.Futures(400)), "front");

        // Run numbers 17, 67, 117 and so on fail, each of another point: 16 of 400 futures lack a policy.
        StringAssert.Contains(front, "Each point is a policy: its median over 384\u00a0futures");
        StringAssert.Contains(front, "Single runs are no choices here");
        Assert.HasCount(3, Regex.Matches(RowsOf(SyntheticStudies.Futures(400)), "<tr>"), "a head and two policies");
    }

    [TestMethod]
    public void Futures_without_policy_or_lever_have_no_front()
    {
        string page = StudyPage.Text(SyntheticStudies.TwoGoals(isLever: false));
        Assert.IsFalse(page.Contains("id=\"front\"", StringComparison.Ordinal));
        Assert.IsFalse(page.Contains("pareto", StringComparison.Ordinal));
    }

    [TestMethod]
    public void A_front_over_levers_and_futures_says_that_it_picks_both()
    {
        string front = Section(StudyPage.Text(SyntheticStudies.TwoGoals(isLever: true)), "front");
        StringAssert.Contains(front, "Nobody sets z: the front picks lucky futures as well as choices.");
        string grid = Section(StudyPage.Text(SyntheticStudies.Grid()), "front");
        Assert.IsFalse(grid.Contains("Nobody sets", StringComparison.Ordinal), "a grid of levers alone has no luck in it");
    }

    [TestMethod]
    public void With_few_rows_shares_are_said_to_be_unsure_and_nothing_is_read_into_them()
    {
        StudyTable table = SyntheticStudies.IshigamiSobol(rows: 32);
        var reading = new StudyReading(table);
        double halfWidth = reading.Sensitivity(reading.Goals[0]).Sobol!.Indices
            .Max(index => Math.Max(index.First.High - index.First.Low, index.Total.High - index.Total.Low) / 2);
        string page = StudyPage.Text(table);
        StringAssert.Contains(
            Section(page, "answer"), $"with 32\u00a0rows the indices are uncertain by up to ±{StudyNumbers.Text.Fixed(halfWidth, 2)};");
        Assert.IsFalse(page.Contains("comes from inputs acting together", StringComparison.Ordinal), "intervals reach 1");

        // With 4,096 rows half widths are some hundredths, and the function owes 0.24 to x1 and x3 together.
        string sure = Section(StudyPage.Text(SyntheticStudies.IshigamiSobol(rows: 4096)), "answer");
        Assert.IsFalse(sure.Contains("Not sure: with", StringComparison.Ordinal));
        StringAssert.Contains(sure, "comes from inputs acting together");
        StringAssert.Matches(sure, new Regex("x1 takes part in 0\\.5\\d \\(95 %: 0\\.\\d\\d to 0\\.\\d\\d\\) of the variance"));
        StringAssert.Matches(sure, new Regex("and explains 0\\.3\\d \\(95 %: 0\\.\\d\\d to 0\\.\\d\\d\\) alone"));
    }

    [TestMethod]
    public void Policies_that_tie_are_not_crowned()
    {
        string none = Section(StudyPage.Text(SyntheticStudies.Policies([0, 0, 0])), "answer");
        StringAssert.Contains(none, "No policy differs in cost");
        string two = Section(StudyPage.Text(SyntheticStudies.Policies([0, 1e-12, 2])), "answer");
        StringAssert.Contains(two, "No single policy is the most robust: p0 and p1 tie; at worst each is");
        Assert.IsFalse((none + two).Contains("Most robust policy", StringComparison.Ordinal));
        StringAssert.Contains(Section(StudyPage.Text(SyntheticStudies.Policies([0, 1, 2])), "answer"), "Most robust policy: p0");
    }

    [TestMethod]
    public void Of_inputs_that_go_together_the_one_that_acts_stands_first()
    {
        StudyTable table = SyntheticStudies.Together();
        var reading = new StudyReading(table);
        Sensitivity found = reading.Sensitivity(reading.Goals[0]);
        double[] correlations = [.. found.Ranks!.Select(rank => Math.Abs(rank.Correlation))];
        Assert.IsGreaterThan(correlations[1], correlations[0], "the idle input follows the outcome more closely than the weak one");
        CollectionAssert.AreEqual(new[] { 2, 1 }, found.Ranking.Take(2).Select(weight => weight.Input).ToArray());
        StringAssert.Contains(
            Section(StudyPage.Text(table), "answer"),
            "by rank regression coefficient, which holds the other inputs fixed because some go together: c_strong (0.");
    }

    private static string RowsOf(StudyTable table)
    {
        string page = StudyPage.Text(table);
        int begin = page.IndexOf("id=\"pareto-table\"", StringComparison.Ordinal);
        return page[begin..page.IndexOf("</table>", begin, StringComparison.Ordinal)];
    }

    // The words of a section, without its pictures.
    private static string Section(string page, string id)
    {
        int begin = page.IndexOf($"<section id=\"{id}\"", StringComparison.Ordinal);
        string section = page[begin..page.IndexOf("</section>", begin, StringComparison.Ordinal)];
        string bare = Regex.Replace(section, "<svg.*?</svg>|<[^>]*>", string.Empty, RegexOptions.Singleline);
        return WebUtility.HtmlDecode(bare);
    }
}
