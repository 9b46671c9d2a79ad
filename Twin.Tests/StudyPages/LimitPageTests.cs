using System.Net;
using System.Text.RegularExpressions;
using Twin.Cli.Output.Studies;
using Twin.Core.Studies;

namespace Twin.Tests.StudyPages;

[TestClass]
public class LimitPageTests
{
    [TestMethod]
    public void The_page_names_the_step_that_is_worth_most_and_the_limit_that_is_slack()
    {
        StudyTable table = SyntheticStudies.Limits();
        string page = WebUtility.HtmlDecode(Regex.Replace(StudyPage.Text(table), "<[^>]*>", string.Empty));
        StringAssert.Contains(page, "Slack, both ways and in every future, for every declared outcome: grid.import_limit.");
        StringAssert.Contains(page, "Lost GPU-hours: every step is slack");

        // The change of one step less of the rise, from the rows themselves: settings of a future follow each other, the base first.
        double[][] futures = [.. table.Rows.Select(row => row.Numbers[0]).Chunk(19)];
        double mean = futures.Average(future => future[5] - future[0]);
        StringAssert.Contains(
            page, $"river.permit.return_rise 9\u00a0K changes Backup heat rejection most, by +{mean:0.0}\u00a0MW on average");
    }

    [TestMethod]
    public void Without_pairs_there_is_no_interaction()
    {
        StringAssert.Contains(StudyPage.Text(SyntheticStudies.Limits()), "Interaction is what a pair changes");
        Assert.IsFalse(StudyPage.Text(SyntheticStudies.Limits(hasPairs: false)).Contains("Interaction", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Settings_share_their_futures_so_no_run_is_called_the_best_and_spreads_are_those_of_the_base()
    {
        var reading = new StudyReading(SyntheticStudies.Limits());
        Assert.IsNull(reading.BestRow);
        Exceedance spread = reading.Spread(reading.Shown[0], 0)!;
        Assert.HasCount(40, spread.Rising);
        CollectionAssert.AreEqual(
            reading.Table.Rows.Chunk(19).Select(future => future[0].Numbers[0]).Order().ToArray(), spread.Rising.ToArray());
    }
}
