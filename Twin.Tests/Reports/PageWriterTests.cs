using System.Net;
using Twin.Cli.Output.Pages;
using Twin.Cli.Output.Reports;
using Twin.Cli.Output.Reports.Page;

namespace Twin.Tests.Reports;

[TestClass]
public sealed class PageWriterTests
{
    [TestMethod]
    [DataRow("<script>alert(1)</script>")]
    [DataRow("\"><img src=x onerror=alert(1)>")]
    [DataRow("' onmouseover='alert(1)")]
    [DataRow("=cmd|' /C calc'!A0")]
    [DataRow("&lt;b&gt; & more")]
    public void Free_text_stays_text_in_elements_and_attributes(string text)
    {
        string written = new Html().Open("p", ("title", text)).Text(text).Close("p").ToString();
        Assert.AreEqual(2, written.Count(letter => letter == '<'), written); // <p> and </p>
        Assert.AreEqual(2, written.Count(letter => letter == '"'), "the quotes of the attribute and no others: " + written);
        string content = written[(written.IndexOf('>', StringComparison.Ordinal) + 1)..written.LastIndexOf('<')];
        Assert.AreEqual(text, WebUtility.HtmlDecode(content));
    }

    [TestMethod]
    public void Letters_that_control_a_terminal_or_are_half_of_one_are_replaced() =>
        Assert.AreEqual("<p>a\uFFFDb\uFFFDc\td</p>", new Html().Element("p", "a\u001Bb\uD800c\td").ToString());

    [TestMethod]
    [DataRow("style", "color: red")]
    [DataRow("onclick", "alert(1)")]
    [DataRow("ONLOAD", "alert(1)")]
    [DataRow("src", "x.png")]
    [DataRow("href", "https://example.org")]
    [DataRow("href", "javascript:alert(1)")]
    [DataRow("href", "data:text/html,x")]
    [DataRow("a b", "x")]
    public void What_could_run_or_lead_out_of_the_page_is_refused(string name, string value) =>
        Assert.ThrowsExactly<ArgumentException>(() => new Html().Leaf("a", (name, value)));

    [TestMethod]
    public void Attributes_without_a_value_are_left_out() =>
        Assert.AreEqual("<p id=\"a\"></p>", new Html().Open("p", ("class", null), ("id", "a")).Close("p").ToString());

    [TestMethod]
    public void A_page_with_an_open_element_is_not_given_away()
    {
        Html html = new Html().Open("p");
        Assert.ThrowsExactly<InvalidOperationException>(html.ToString);
        Assert.ThrowsExactly<InvalidOperationException>(() => html.Close("div"));
    }

    [TestMethod]
    [DataRow("a </script> b")]
    [DataRow("a <!-- b")]
    public void A_script_that_would_end_itself_is_refused(string script) =>
        Assert.ThrowsExactly<ArgumentException>(() => new Html().Embed("script", script));

    [TestMethod]
    public void A_title_in_the_style_sheet_cannot_leave_its_string()
    {
        string style = PageFiles.Style(ReportTexts.Of("en"), "\"} </style><script>x</script> \\ \n Tücke 5: ä");
        Assert.IsFalse(style.Contains("</", StringComparison.Ordinal));
        Assert.IsFalse(style.Contains("Tücke", StringComparison.Ordinal), "what is no plain letter is written by its number");
        StringAssert.Contains(style, "\"\\22 \\7d  \\3c \\2f style\\3e \\3c script\\3e x");
    }

    [TestMethod]
    [DataRow("EnEfG § 11(2) 1", "en", "EnEfG s. 11(2) no. 1")]
    [DataRow("EnEfG § 11(2) 1", "de", "EnEfG § 11 Abs. 2 Nr. 1")]
    [DataRow("EnEfG § 15", "en", "EnEfG s. 15")]
    [DataRow("EnEfG § 3 24", "de", "EnEfG § 3 Nr. 24")]
    [DataRow("OGewV § 5(4), 7 2.1.1", "en", "OGewV s. 5(4), Annex 7 no. 2.1.1")]
    [DataRow("OGewV § 5(4), 7 2.1.1", "de", "OGewV § 5 Abs. 4, Anlage 7 Nr. 2.1.1")]
    [DataRow("(EU) 2024/1364 I, II, III", "de", "(EU) 2024/1364 Anhänge I, II, III")]
    [DataRow("DE-UZ 228", "de", "DE-UZ 228")]
    public void Articles_are_cited_as_the_language_does(string article, string language, string expected) =>
        Assert.AreEqual(expected, Citation.Article(article, ReportTexts.Of(language)));

    [TestMethod]
    [DataRow("II.1 a", "en", "Annex II no. 1 (a)")]
    [DataRow("II.1 a", "de", "Anhang II Nr. 1 Buchst. a")]
    [DataRow("III", "en", "Annex III")]
    [DataRow("2 c", "de", "Anlage 3 Nr. 2 Buchst. c")]
    [DataRow("§ 17", "en", "s. 17")]
    public void Places_of_fields_are_cited_as_the_language_does(string place, string language, string expected) =>
        Assert.AreEqual(expected, Citation.Place(place, ReportTexts.Of(language)));
}
