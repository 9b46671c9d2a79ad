using Twin.Tests.Golden;

namespace Twin.Tests.Documents;

/// <summary>What the pages say of a run is what it gives. Runs of scenarios as they are belong to the golden test.</summary>
[TestClass]
public sealed class StatedNumberTests
{
    public static IEnumerable<object[]> OverriddenRuns => StatedNumbers.OverriddenRuns.Select(run => new object[] { run });

    [TestMethod]
    [DynamicData(nameof(OverriddenRuns))]
    public void An_override_gives_what_the_pages_say(string run)
    {
        IReadOnlyList<string> off = StatedNumbers.Off(run, StatedNumbers.Compute(run));
        Assert.IsEmpty(off, string.Join("\n", off));
    }

    [TestMethod]
    public void Each_number_of_a_table_is_of_a_known_run_and_stands_in_the_text_above_it()
    {
        HashSet<string> known = [.. GoldenTests.Scenarios.Select(s => (string)s[0]), .. StatedNumbers.OverriddenRuns];
        List<string> lost = [];
        foreach (StatedNumber stated in StatedNumbers.All)
        {
            if (!known.Contains(stated.Run) || !StatedNumbers.Numbers(StatedNumbers.Prose(stated.Page)).Contains(stated.Number))
            {
                lost.Add($"{stated.Page}: {stated.Number} of {stated.Run}");
            }
        }

        Assert.IsEmpty(lost, string.Join("\n", lost));
    }

    [TestMethod]
    [DynamicData(nameof(GoldenTests.Scenarios), typeof(GoldenTests))]
    public void Each_number_of_an_answer_comes_from_a_run_or_stands_in_the_scenario(string scenario)
    {
        string page = $"scenarios/{scenario}/README.md";
        string prose = StatedNumbers.Prose(page);
        int from = prose.IndexOf("**Answer", StringComparison.Ordinal);
        int to = prose.IndexOf("**Data", StringComparison.Ordinal);
        Assert.IsGreaterThanOrEqualTo(0, from, $"{page} has no answer.");
        string answer = to > from ? prose[from..to] : prose[from..prose.IndexOf("\n![", from, StringComparison.Ordinal)];
        HashSet<string> held =
        [
            .. StatedNumbers.All.Where(n => n.Page == page).Select(n => n.Number),
            .. StatedNumbers.Numbers(Page.Read($"scenarios/{scenario}/scenario.yaml")),
            .. StatedNumbers.Numbers(Page.Read("scenarios/munich/scenario.yaml")), // which others extend
        ];
        string[] loose = [.. StatedNumbers.Numbers(answer).Where(number => !held.Contains(number))];
        Assert.IsEmpty(loose, $"{page}: {string.Join(", ", loose)}");
    }
}
