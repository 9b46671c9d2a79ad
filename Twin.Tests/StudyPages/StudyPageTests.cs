using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Twin.Cli.Output.Studies;
using Twin.Tests.Output;
using Twin.Tests.Studies;

namespace Twin.Tests.StudyPages;

[TestClass]
public sealed partial class StudyPageTests
{
    private const string KeepIn = "TWIN_STUDY_PAGES"; // folder in which the pages stay, for the checks in a browser
    private const int MostBytes = 3_000_000;

    private static readonly Dictionary<string, Func<StudyTable>> Kinds = new(StringComparer.Ordinal)
    {
        ["sobol"] = () => SyntheticStudies.IshigamiSobol(),
        ["morris"] = SyntheticStudies.IshigamiMorris,
        ["grid"] = SyntheticStudies.Grid,
        ["futures"] = () => SyntheticStudies.Futures(400),
        ["large"] = () => SyntheticStudies.Futures(5000, more: 15),
        ["one-at-a-time"] = SyntheticStudies.OneAtATime,
        ["limits"] = () => SyntheticStudies.Limits(),
        ["awkward"] = SyntheticStudies.Awkward,
        ["list"] = () => SyntheticStudies.List(),
        ["all-failed"] = () => SyntheticStudies.List(isFailing: true),
        ["sweep"] = SyntheticStudies.Sweep,
    };

    public static IEnumerable<object[]> KindNames => Kinds.Keys.Select(kind => new object[] { kind });

    [TestMethod]
    [DynamicData(nameof(KindNames))]
    public void Every_kind_of_study_becomes_a_page_that_needs_nothing_from_outside(string kind)
    {
        string page = StudyPage.Text(Kinds[kind](), "0123456789ab");
        if (Environment.GetEnvironmentVariable(KeepIn) is { Length: > 0 } folder && kind != "all-failed")
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, kind + ".html"), page);
        }

        string policy = WebUtility.HtmlDecode(Regex.Match(page, "Content-Security-Policy\" content=\"([^\"]*)\"").Groups[1].Value);
        Assert.AreEqual(
            $"default-src 'none'; img-src data:; style-src '{Hash(page, "style")}'; script-src '{Hash(page, "script")}'; "
                + "base-uri 'none'; form-action 'none'",
            policy);
        Assert.IsFalse(Regex.IsMatch(page, "<[^>]*\\s(src|srcset|action|style)=|@import|url\\("));
        Assert.IsLessThan(MostBytes, Encoding.UTF8.GetByteCount(page));
        string[] ids = [.. Regex.Matches(page, " id=\"([^\"]*)\"").Select(match => match.Groups[1].Value)];
        CollectionAssert.AllItemsAreUnique(ids);
        foreach (Match named in Regex.Matches(page, " (?:aria-labelledby|href)=\"#?([^\"]*)\""))
        {
            CollectionAssert.IsSubsetOf(named.Groups[1].Value.Split(' '), ids);
        }

        Assert.IsFalse(Regex.IsMatch(page, ">[^<]*(NaN|∞|Infinity)[^<]*<"), "a number that is none");
        Assert.IsFalse(page.Contains(AppContext.BaseDirectory, StringComparison.Ordinal), "a path of this machine");
        StringAssert.Contains(page, "Modelled, not measured");
    }

    [TestMethod]
    [DynamicData(nameof(KindNames))]
    public void The_same_study_gives_the_same_page_and_picture(string kind)
    {
        using var folder = new TemporaryFolder();
        foreach (string name in new[] { "a", "b" })
        {
            StudyPage.Write(folder.Of(name + ".html"), Kinds[kind]());
            bool isDrawn = StudyPicture.Write(folder.Of(name + ".png"), Kinds[kind]());
            Assert.AreEqual(kind != "all-failed", isDrawn);
            Assert.AreEqual(isDrawn, File.Exists(folder.Of(name + ".png")));
        }

        CollectionAssert.AreEqual(File.ReadAllBytes(folder.Of("a.html")), File.ReadAllBytes(folder.Of("b.html")));
        if (kind != "all-failed")
        {
            CollectionAssert.AreEqual(File.ReadAllBytes(folder.Of("a.png")), File.ReadAllBytes(folder.Of("b.png")));
        }
    }

    [TestMethod]
    public void The_first_screen_says_runs_best_run_and_careful_figures_as_counted_here()
    {
        StudyTable table = SyntheticStudies.Futures(400);
        string answer = Section(StudyPage.Text(table), "answer");
        int done = table.Rows.Count(row => row.Status == RowStatus.Done);
        int feasible = table.Rows.Count(row => row.Status == RowStatus.Done && row.Numbers[2] <= 900);
        StringAssert.Contains(answer, $"{done} done");
        StringAssert.Contains(answer, $"{800 - done} failed");
        StringAssert.Contains(answer, $"{feasible} hold every constraint");
        StudyRow best = table.Rows.Where(row => row.Status == RowStatus.Done && row.Numbers[2] <= 900).MinBy(row => row.Numbers[0])!;
        StringAssert.Contains(answer, $"by lowest Cost of a year: {Fixed(best.Numbers[0], 1)}\u00a0MEUR in run {best.Number}");
        StringAssert.Contains(answer, "it is a lucky future and not a choice");

        // Heat is better when there is more of it: nine in ten of the futures of the policy reach P90, which lies low.
        double[] heat = [.. table.Rows.Where((_, i) => i % 2 == 0).Where(row => row.Status == RowStatus.Done)
            .Select(row => row.Numbers[1]).Order()];
        double place = 0.1 * (heat.Length - 1);
        double p90 = heat[(int)place] + ((place - (int)place) * (heat[(int)place + 1] - heat[(int)place]));
        StringAssert.Contains(answer, $"More is better: 90 of 100 runs reach {Fixed(p90, 1)}\u00a0GWh (P90, the careful figure)");
        StringAssert.Contains(answer, "IT0901 the loop boiled");
        StringAssert.Contains(answer, "Most robust policy: all_air");
    }

    [TestMethod]
    public void Shares_of_variance_on_the_page_are_those_of_the_rows_and_near_the_truth()
    {
        string page = StudyPage.Text(SyntheticStudies.IshigamiSobol());
        for (int i = 0; i < 3; i++)
        {
            double[] numbers = RowOf(page, "inputs-of-y", $"x{i + 1}");
            Assert.AreEqual(Ishigami.First[i], numbers[0], 0.09); // the worst of 500 seeds with 1,024 rows, docs/studies.md
            Assert.AreEqual(Ishigami.Total[i], numbers[3], 0.09);
            Assert.IsTrue(numbers[1] < numbers[0] && numbers[0] < numbers[2] && numbers[4] < numbers[3] && numbers[3] < numbers[5]);
        }

        StringAssert.Contains(
            Section(page, "answer"), "The three inputs that matter most for Ishigami's function, by total order index: x1");
    }

    [TestMethod]
    public void A_tornado_has_the_ends_of_the_closed_form()
    {
        string page = StudyPage.Text(SyntheticStudies.OneAtATime());

        // 1.1 + 0.01 a - 0.004 b with a and b at 5, and 1 and 9 for low and high: tenths of the way through 0 to 10.
        CollectionAssert.AreEqual(new[] { "1.090", "1.170", "0.080" }, WordsOf(page, "inputs-of-pue", "a"));
        CollectionAssert.AreEqual(new[] { "1.146", "1.114", "0.032" }, WordsOf(page, "inputs-of-pue", "b"));
        StringAssert.Contains(page, "a moves PUE most, by 0.080; with all inputs at their base it is 1.130.");
        StringAssert.Contains(Section(page, "answer"), "The two inputs that matter most");
    }

    [TestMethod]
    public void A_map_counts_the_cells_that_hold_and_names_what_breaks_first()
    {
        StudyTable table = SyntheticStudies.Grid();
        string page = StudyPage.Text(table);
        int held = table.Rows.Count(row => row.Numbers[1] <= 26 && row.Numbers[2] <= 100);
        int first = table.Rows.Count(row => row.Numbers[2] > 100);
        StringAssert.Contains(Section(page, "answer"), $"{held} of 25\u00a0runs hold every constraint;");
        double[] lost = RowOf(page, "constraints-table", "throttled_gpu_hours <= 100 h");
        int alone = table.Rows.Count(row => row.Numbers[2] > 100 && row.Numbers[1] <= 26);
        CollectionAssert.AreEqual(new[] { (double)first, first, alone }, lost);
        Assert.HasCount(held, Regex.Matches(Svg(page, "feasibility-w"), "<title>holds all constraints</title>"));
    }

    [TestMethod]
    public void A_large_study_is_thinned_evenly_and_says_so()
    {
        string page = StudyPage.Text(SyntheticStudies.Futures(5000, more: 15));
        StringAssert.Contains(page, "600 are drawn, chosen evenly and the same each time; runs.csv holds all.");
        int[] all = [.. Enumerable.Range(0, 10_000)];
        IReadOnlyList<int> thinned = StudyReading.Thinned(all, 500);
        Assert.HasCount(500, thinned);
        for (int tenth = 0; tenth < 10; tenth++)
        {
            int there = thinned.Count(number => number / 1000 == tenth);
            Assert.AreEqual(50, there, 15, $"tenth {tenth}"); // chance alone would move it by 7: two deviations
            Assert.AreEqual(50, thinned.Count(number => number % 10 == tenth), 15, $"every tenth from {tenth}");
        }
    }

    [TestMethod]
    public void Labels_that_would_break_out_stay_text()
    {
        string page = StudyPage.Text(SyntheticStudies.Awkward());
        Assert.HasCount(1, Regex.Matches(page, "<script"));
        Assert.IsFalse(Regex.IsMatch(page, "<(img|b|i)[ >]"));
        StringAssert.Contains(page, "&lt;i&gt;first&lt;/i&gt;");
    }

    [TestMethod]
    public void A_study_without_a_single_result_says_so_instead_of_numbers()
    {
        string answer = Section(StudyPage.Text(SyntheticStudies.List(isFailing: true)), "answer");
        StringAssert.Contains(answer, "3 failed");
        StringAssert.Contains(answer, "No run is done, so none is the best.");
        StringAssert.Contains(answer, "3\u00a0runs failed and stand in no figure");
        StringAssert.Contains(answer, "the answer is not known");
    }

    [TestMethod]
    public void Of_sixty_outcomes_without_direction_five_that_change_are_shown()
    {
        var reading = new StudyReading(SyntheticStudies.Sweep());
        CollectionAssert.AreEqual(
            new[] { "figure_01", "figure_03", "figure_05", "figure_07", "figure_09" },
            reading.Shown.Select(outcome => outcome.Name).ToArray());
        StringAssert.Contains(StudyPage.Text(reading.Table), "No outcome has a direction, so no run is called the best.");
    }

    [TestMethod]
    public void A_table_with_a_run_missing_is_refused()
    {
        StudyTable table = SyntheticStudies.List();
        Assert.ThrowsExactly<ArgumentException>(() => StudyPage.Text(table with { Rows = [.. table.Rows.Skip(1)] }));
    }

    private static string Hash(string page, string element)
    {
        int begin = page.IndexOf($"<{element}>", StringComparison.Ordinal) + element.Length + 2;
        string content = page[begin..page.IndexOf($"</{element}>", StringComparison.Ordinal)];
        return "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
    }

    private static string Svg(string page, string id)
    {
        int begin = page.IndexOf($"<svg id=\"{id}\"", StringComparison.Ordinal);
        return page[begin..page.IndexOf("</svg>", begin, StringComparison.Ordinal)];
    }

    // The words of a section, without its pictures.
    private static string Section(string page, string id)
    {
        int begin = page.IndexOf($"<section id=\"{id}\"", StringComparison.Ordinal);
        return Words(page[begin..page.IndexOf("</section>", begin, StringComparison.Ordinal)]);
    }

    private static string Words(string html) =>
        WebUtility.HtmlDecode(Tag().Replace(Regex.Replace(html, "<svg.*?</svg>", string.Empty, RegexOptions.Singleline), string.Empty));

    private static Match[] CellsOf(string page, string table, string row)
    {
        int begin = page.IndexOf($"id=\"{table}\"", StringComparison.Ordinal);
        string body = page[begin..page.IndexOf("</table>", begin, StringComparison.Ordinal)];
        string line = Regex.Matches(body, "<tr>.*?</tr>", RegexOptions.Singleline).Select(match => match.Value)
            .First(one => Words(Regex.Match(one, "<th.*?</th>").Value) == row);
        return [.. Regex.Matches(line, "<td([^>]*)>(.*?)</td>").Cast<Match>()];
    }

    private static double[] RowOf(string page, string table, string row) => [.. CellsOf(page, table, row)
        .Select(cell => Regex.Match(cell.Groups[1].Value, "data-value=\"([^\"]*)\"").Groups[1].Value)
        .Select(number => double.Parse(number, CultureInfo.InvariantCulture))];

    private static string[] WordsOf(string page, string table, string row) =>
        [.. CellsOf(page, table, row).Select(cell => Words(cell.Groups[2].Value))];

    private static string Fixed(double value, int decimals) =>
        value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
