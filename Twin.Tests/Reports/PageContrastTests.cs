using System.Text.RegularExpressions;
using SkiaSharp;
using Twin.Cli.Output.Pages;
using Twin.Cli.Output.Plots;
using Twin.Cli.Output.Reports;

namespace Twin.Tests.Reports;

[TestClass]
public sealed class PageContrastTests
{
    private const double Readable = 4.5; // WCAG 2.2, 1.4.3, level AA, letters of any size

    // Ink and ground of each text of the page, as the style sheet pairs them.
    private static readonly (string Ink, string Ground)[] Pairs =
    [
        ("ink", "paper"), ("ink", "soft"), ("muted", "paper"), ("muted", "soft"), ("link", "paper"), ("open", "open-soft"),
        ("ink", "open-soft"),
        ("met", "met-soft"), ("missed", "missed-soft"), ("na", "na-soft"),
    ];

    [TestMethod]
    public void Texts_of_the_page_stand_out_from_their_ground()
    {
        Dictionary<string, SKColor> colours = Regex.Matches(PageFiles.Style(ReportTexts.Of("en"), "t"), "--([a-z-]+): (#[0-9a-f]{6})")
            .ToDictionary(match => match.Groups[1].Value, match => SKColor.Parse(match.Groups[2].Value));
        foreach ((string ink, string ground) in Pairs)
        {
            Assert.IsGreaterThan(Readable, Contrast(colours[ink], colours[ground]), $"{ink} on {ground}");
        }
    }

    [TestMethod]
    public void Each_outcome_and_note_of_the_style_sheet_is_one_of_the_pairs()
    {
        string style = PageFiles.Style(ReportTexts.Of("en"), "t");
        foreach (Match rule in Regex.Matches(style, @"\{[^{}]*\}"))
        {
            string ink = Variable(rule.Value, "(?<![-a-z])color");
            string ground = Variable(rule.Value, "background");
            if (ink.Length > 0 && ground.Length > 0)
            {
                CollectionAssert.Contains(Pairs, (ink, ground), rule.Value);
            }
        }
    }

    [TestMethod]
    public void Texts_of_charts_stand_out_from_white_paper()
    {
        SKColor[] series =
        [
            PlotColours.Blue, PlotColours.Sky, PlotColours.Green, PlotColours.Orange, PlotColours.Vermilion, PlotColours.Purple,
            PlotColours.Grey, PlotColours.Ink, PlotColours.Muted,
        ];
        foreach (SKColor colour in series)
        {
            Assert.IsGreaterThan(Readable, Contrast(Sheets.Readable(colour), SKColors.White), $"letters in {colour}");
        }

        Assert.IsGreaterThan(Readable, Contrast(PlotColours.Muted, SKColors.White));
        Assert.IsGreaterThan(Readable, Contrast(PlotColours.Ink, SKColors.White));
    }

    [TestMethod]
    public void Black_on_white_has_the_contrast_that_the_standard_names() =>
        Assert.AreEqual(21.0, Contrast(SKColors.Black, SKColors.White), 1e-12, "a closed form: only rounding may part them");

    private static string Variable(string rule, string property) =>
        Regex.Match(rule, property + @":[^;]*var\(--([a-z-]+)\)").Groups[1].Value;

    private static double Contrast(SKColor a, SKColor b)
    {
        double light = Math.Max(Luminance(a), Luminance(b));
        double dark = Math.Min(Luminance(a), Luminance(b));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(SKColor colour) =>
        (0.2126 * Linear(colour.Red)) + (0.7152 * Linear(colour.Green)) + (0.0722 * Linear(colour.Blue));

    private static double Linear(byte channel)
    {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
