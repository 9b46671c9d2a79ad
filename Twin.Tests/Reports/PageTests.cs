using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Twin.Cli.Output.Pages;
using Twin.Cli.Output.Plots;
using Twin.Cli.Output.Reports;
using Twin.Cli.Output.Reports.Page;
using Twin.Core.Rules;
using Twin.Core.Scenarios;

namespace Twin.Tests.Reports;

[TestClass]
public sealed partial class PageTests
{
    private const int MostBytes = 600_000; // a fifth of what a page may have

    [TestMethod]
    [DataRow("en")]
    [DataRow("de")]
    public void The_policy_names_the_fingerprints_of_the_very_bytes_and_nothing_else(string language)
    {
        string page = Page(Year(), language);
        string policy = WebUtility.HtmlDecode(Regex.Match(page, "Content-Security-Policy\" content=\"([^\"]*)\"").Groups[1].Value);
        string style = Between(page, "<style>", "</style>");
        string script = Between(page, "<script>", "</script>");
        Assert.AreEqual(
            $"default-src 'none'; img-src data:; style-src '{Hash(style)}'; script-src '{Hash(script)}'; "
                + "base-uri 'none'; form-action 'none'",
            policy);
        Assert.IsLessThan(
            page.IndexOf("<style>", StringComparison.Ordinal),
            page.IndexOf("Content-Security-Policy", StringComparison.Ordinal),
            "the policy must hold before there is anything to be judged by it");
    }

    [TestMethod]
    [DataRow("en")]
    [DataRow("de")]
    public void A_page_needs_nothing_from_outside_and_has_no_style_attribute(string language)
    {
        string page = Page(Year(), language);
        Assert.IsFalse(Regex.IsMatch(page, "<[^>]*\\s(src|srcset|action|xlink:href)=|@import|url\\("));
        Assert.IsFalse(Regex.IsMatch(page, "<(link|img|iframe|object|embed|base)\\b"));
        Assert.IsFalse(Regex.IsMatch(page, "<[^>]*\\sstyle=\""));
        foreach (Match link in Regex.Matches(page, " href=\"([^\"]*)\""))
        {
            string target = link.Groups[1].Value;
            Assert.IsTrue(target.StartsWith('#') || target.StartsWith("data:image/png;base64,", StringComparison.Ordinal), target);
        }

        Assert.IsLessThan(MostBytes, Encoding.UTF8.GetByteCount(page));
        StringAssert.Contains(page, $"<html lang=\"{language}\">");
        StringAssert.Contains(page, "<meta charset=\"utf-8\"/>");
        StringAssert.Contains(page, "name=\"viewport\"");
    }

    [TestMethod]
    public void Identifiers_are_unique_and_each_one_that_is_named_exists_also_where_several_subjects_share_a_page()
    {
        RunSeries run = Year();
        string page = ReportPage.Write(PageModels.Two(run, run), ReportTexts.Of("en"));
        string[] ids = [.. Regex.Matches(page, " id=\"([^\"]*)\"").Select(match => match.Groups[1].Value)];
        CollectionAssert.AllItemsAreUnique(ids);
        foreach (Match named in Regex.Matches(page, " (?:aria-labelledby|href)=\"(#?[^\"]*)\""))
        {
            foreach (string id in named.Groups[1].Value.TrimStart('#').Split(' ')
                .Where(id => !id.StartsWith("data:", StringComparison.Ordinal)))
            {
                CollectionAssert.Contains(ids, id);
            }
        }
    }

    [TestMethod]
    public void Labels_that_would_break_out_or_compute_stay_text()
    {
        RunSeries run = Year();
        string page = ReportPage.Write(PageModels.Two(run, run), ReportTexts.Of("en"));
        Assert.HasCount(1, Regex.Matches(page, "<script"));
        Assert.IsFalse(page.Contains("<img", StringComparison.Ordinal));
        StringAssert.Contains(WebUtility.HtmlDecode(page), PageModels.HostileTenant);
        StringAssert.Contains(WebUtility.HtmlDecode(page), PageModels.HostileLabel);
    }

    [TestMethod]
    [DataRow("en")]
    [DataRow("de")]
    public void The_first_screen_names_eight_figures_with_their_numbers(string language)
    {
        var html = new Html();
        ReportTexts texts = ReportTexts.Of(language);
        var part = new PagePart(html, texts, PageModels.One(Year()).Subjects[0], string.Empty, 2);
        (string Name, string? Value, string Meaning)[] tiles = [.. FirstScreen.Figures(part)];
        Assert.HasCount(8, tiles);
        string point = language == "de" ? "," : ".";
        Assert.AreEqual($"1{point}161", tiles[0].Value);
        Assert.AreEqual($"18{point}5\u202F%", tiles[2].Value);
        Assert.AreEqual($"0{point}42\u00A0kg/kWh", tiles[5].Value);
        StringAssert.Contains(tiles[0].Meaning, $"1{point}111");
        StringAssert.Contains(tiles[2].Name, texts["page.boundary.inside"]);
        Assert.IsTrue(tiles.All(tile => tile.Meaning.Length > 10));
    }

    [TestMethod]
    public void A_part_of_a_year_has_an_interim_PUE_and_a_design_that_of_a_design()
    {
        RunSeries part = Run(new DateOnly(2025, 3, 29), 100, hasRiver: true);
        StringAssert.Contains(Page(part, "en"), "iPUE, category 1");
        ReportSubject design = PageModels.Subject(part, new CentreFacts(), isDesign: true);
        StringAssert.Contains(ReportPage.Write(new([design], null, "1"), ReportTexts.Of("en")), "dPUE, category 1");
    }

    [TestMethod]
    [DataRow("en")]
    [DataRow("de")]
    public void What_a_plant_does_not_have_is_said_in_a_sentence(string language)
    {
        ReportTexts texts = ReportTexts.Of(language);
        ReportSubject bare = PageModels.Subject(Run(new DateOnly(2025, 1, 1), 365, hasRiver: false), new CentreFacts()) with
        {
            Verdicts = [], Lists = [], Tenants = [], Ghg = [], Assumptions = [], Entries = [], Violations = [],
        };
        string page = WebUtility.HtmlDecode(ReportPage.Write(new([bare], null, "1"), texts));
        foreach (string key in (string[])["river", "verdict", "tenants", "ghg", "fields", "assumptions", "entries", "episodes"])
        {
            StringAssert.Contains(page, texts[$"page.{key}.none"]);
        }
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(3)]
    [DataRow(10)]
    [DataRow(60)]
    [DataRow(800)]
    [DataRow(1300)]
    public void Runs_of_any_length_have_a_page_without_a_number_that_is_none(int days)
    {
        string page = Page(Run(new DateOnly(2025, 3, 29), days, hasRiver: true), "de");
        Assert.IsFalse(NoNumber().IsMatch(page), NoNumber().Match(page).Value);
    }

    [TestMethod]
    public void Every_figure_is_shown_once_and_those_of_months_stand_with_the_heat()
    {
        string[] shown = [.. FigurePart.Shown];
        CollectionAssert.AllItemsAreUnique(shown);
        IEnumerable<string> all = typeof(FigureNames).GetFields().Select(field => (string)field.GetRawConstantValue()!)
            .Where(name => !name.EndsWith('_'));
        CollectionAssert.AreEquivalent(all.ToArray(), shown);
    }

    [TestMethod]
    public void Both_languages_have_the_same_texts_of_the_page_with_the_same_places()
    {
        ReportTexts english = ReportTexts.Of("en"), german = ReportTexts.Of("de");
        string[] keys = [.. english.Keys.Where(key => key.StartsWith("page.", StringComparison.Ordinal))];
        CollectionAssert.AreEqual(keys, german.Keys.Where(key => key.StartsWith("page.", StringComparison.Ordinal)).ToArray());
        foreach (string key in keys)
        {
            CollectionAssert.AreEqual(Places(english[key]), Places(german[key]), key);
            Assert.IsGreaterThan(0, german[key].Trim().Length, key);
        }
    }

    [TestMethod]
    public void No_text_of_the_page_is_written_for_nobody()
    {
        string[] sources = [.. PageSources.All("Reports/Page"), .. PageSources.All("Pages"), .. PageSources.All("Charts")];
        HashSet<string> used = [.. sources.SelectMany(source => Literal().Matches(source)).Select(match => match.Groups[1].Value)];
        foreach (string key in ReportTexts.Of("en").Keys.Where(key => key.StartsWith("page.", StringComparison.Ordinal)))
        {
            string name = key["page.".Length..].Replace("_means", string.Empty, StringComparison.Ordinal)
                .Replace("_title", string.Empty, StringComparison.Ordinal); // made from the name of what they explain
            string[] parts = name.Split('.');
            bool isNamed = used.Contains(name) || used.Contains(key) || parts.Skip(1).Any(used.Contains);
            bool isOfNamedKind = Enumerable.Range(1, parts.Length - 1).Any(i => used.Contains(string.Join('.', parts[..i]) + "."));
            Assert.IsTrue(isNamed || isOfNamedKind || parts[0] is "month" or "month_short", $"{key} is named nowhere");
        }
    }

    [TestMethod]
    public void German_has_no_rest_of_English_and_English_none_of_German()
    {
        string[] english = ["the", "and", "of", "with", "which", "not", "provided", "heat", "water", "year", "is", "are", "by", "each"];
        string[] german = ["der", "die", "das", "und", "nicht", "mit", "von", "ist", "sind", "Wärme", "Jahr", "Fluss", "Wasser"];
        foreach ((string language, string[] foreign) in new[] { ("de", english), ("en", german) })
        {
            ReportTexts texts = ReportTexts.Of(language);
            foreach (string key in texts.Keys.Where(key => key.StartsWith("page.", StringComparison.Ordinal)))
            {
                string[] found = [.. Word().Matches(texts[key]).Select(match => match.Value).Intersect(foreign)];
                Assert.IsEmpty(found, $"{key} in {language}: {string.Join(", ", found)}");
            }
        }
    }

    private static RunSeries Year() => Run(new DateOnly(2025, 1, 1), 365, hasRiver: true);

    private static RunSeries Run(DateOnly first, int days, bool hasRiver) => PageSources.Run(first, days, hasRiver);

    private static string Page(RunSeries run, string language) => ReportPage.Write(PageModels.One(run), ReportTexts.Of(language));

    private static string Between(string text, string begin, string end)
    {
        int from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }

    private static string Hash(string content) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    private static string[] Places(string text) => [.. Place().Matches(text).Select(match => match.Value).Distinct().Order()];

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();

    [GeneratedRegex("\"([a-z0-9_.]+)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"[^\p{L}](NaN|∞|-?Infinity)[^\p{L}]")]
    private static partial Regex NoNumber();
}
