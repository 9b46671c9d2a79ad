using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SkiaSharp;
using Twin.Cli.Output.Charts;
using Twin.Cli.Output.Pages;
using Twin.Cli.Output.Plots;
using Twin.Cli.Output.Reports;
using Twin.Cli.Output.Reports.Page;

namespace Twin.Tests.Reports;

[TestClass]
public sealed class PageChartTests
{
    private const double Rounding = 0.011; // coordinates are written to a hundredth of a pixel, and a height is the difference of two
    private const double PointRounding = 0.051; // points of curves are written to a tenth
    private static readonly XNamespace None = XNamespace.None;
    private static readonly RunSeries Year = PageSources.Run(new DateOnly(2025, 1, 1), 365, hasRiver: true);
    private static readonly PagePart Part = new(new Html(), ReportTexts.Of("en"), PageModels.One(Year).Subjects[0], string.Empty, 2);
    private static readonly string Page = ReportPage.Write(PageModels.One(Year), ReportTexts.Of("en"));

    [TestMethod]
    [DataRow("uses-w")]
    [DataRow("uses-n")]
    public void Bars_of_electricity_are_as_high_as_their_energies(string id)
    {
        XElement chart = Chart(id);
        (double zero, double perMWh) = Axis(chart);
        IReadOnlyList<(string Key, SKColor Colour, double[] KWh)> uses = EnergyPart.UsesOf(Part);
        Assert.IsGreaterThanOrEqualTo(6, uses.Count);
        double[] tops = [.. Enumerable.Repeat(zero, 12)];
        foreach ((string key, SKColor colour, double[] kWh) in uses)
        {
            XElement[] bars = [.. chart.Elements(None + "rect")
                .Where(bar => bar.Element(None + "title") is not null && Fill(bar) == Svg.Of(colour))];
            int[] months = [.. Enumerable.Range(0, 12).Where(month => kWh[month] > 0)];
            Assert.HasCount(months.Length, bars, key);
            for (int i = 0; i < bars.Length; i++)
            {
                double heightPx = Number(bars[i], "height");
                Assert.AreEqual(kWh[months[i]] / 1e3 * perMWh, heightPx, Rounding, $"{key}, bar {i}");
                tops[months[i]] -= heightPx;
                Assert.AreEqual(tops[months[i]], Number(bars[i], "y"), 12 * Rounding, $"{key}, bar {i} stands on those below");
            }
        }

        double siteKWh = Year.EnergyJ("site.power_w") / 3.6e6;
        Assert.AreEqual(siteKWh, uses.Sum(use => use.KWh.Sum()), 0.01 * siteKWh, "the synthetic site's parts are told to a hundredth only");
    }

    [TestMethod]
    public void Bars_of_heat_are_as_high_as_what_was_delivered()
    {
        XElement chart = Chart("heat-months-w");
        (_, double perMWh) = Axis(chart);
        XElement[] bars = [.. chart.Elements(None + "rect").Where(bar => Fill(bar) == Svg.Of(PlotColours.Vermilion) && bar.HasElements)];
        double[] deliveredJ = Year.BarsJ("heat.delivered_w");
        Assert.HasCount(12, bars);
        for (int i = 0; i < bars.Length; i++)
        {
            Assert.AreEqual(deliveredJ[i] / 3.6e9 * perMWh, Number(bars[i], "height"), Rounding, $"month {i + 1}");
        }
    }

    [TestMethod]
    [DataRow("duration-w")]
    [DataRow("duration-n")]
    public void Duration_curves_fall_from_the_highest_to_the_lowest_power(string id)
    {
        XElement chart = Chart(id);
        (double zero, double perMW) = Axis(chart);
        foreach ((string column, SKColor colour) in new[]
        {
            ("site.power_w", PlotColours.Ink), ("it.power_w", PlotColours.Blue), ("heat.delivered_w", PlotColours.Vermilion),
        })
        {
            string path = chart.Elements(None + "path").Single(curve => (string?)curve.Attribute("stroke") == Svg.Of(colour))
                .Attribute("d")!.Value;
            double[] heights = [.. Points(path).Select(point => (zero - point.Y) / perMW)];
            Assert.AreEqual(Year[column].Highest / 1e6, heights[0], PointRounding / perMW, column);
            Assert.AreEqual(Year[column].Lowest / 1e6, heights[^1], PointRounding / perMW, column);
            Assert.IsTrue(heights.Zip(heights.Skip(1)).All(pair => pair.Second <= pair.First), column);
        }
    }

    [TestMethod]
    public void Curves_of_the_river_pass_through_the_means_of_the_days()
    {
        XElement chart = Chart("river-temperature-w");
        (double zero, double perK) = Axis(chart);
        string path = chart.Elements(None + "path")
            .Single(curve => (string?)curve.Attribute("stroke") == Svg.Of(PlotColours.Blue)).Attribute("d")!.Value;
        (double X, double Y)[] points = [.. Points(path)];
        double[] means = Year["river.temperature_c"].Means;
        Assert.HasCount(means.Length, points);
        for (int day = 0; day < means.Length; day++)
        {
            Assert.AreEqual(means[day], (zero - points[day].Y) / perK, PointRounding / perK, $"day {day}");
        }
    }

    [TestMethod]
    public void Hours_at_limits_are_bars_of_their_length()
    {
        IReadOnlyList<(string Key, string Value, double Hours)> hours = RiverPart.HoursOf(Part);
        double most = hours.Max(limit => limit.Hours);
        Assert.IsGreaterThan(0, most);
        XElement chart = Chart("river-hours-w");
        XElement[] bars = [.. chart.Elements(None + "rect").Where(bar => Fill(bar) != Svg.Of(PlotColours.Hairline))];
        Assert.HasCount(hours.Count, bars);
        for (int i = 0; i < bars.Length; i++)
        {
            Assert.AreEqual(ChartSize.Wide.Width * hours[i].Hours / most, Number(bars[i], "width"), Rounding, hours[i].Key);
        }
    }

    [TestMethod]
    public void Places_of_the_energy_flow_are_as_high_as_the_energy_that_passes_them()
    {
        EnergyFlows energy = EnergyFlows.Of(Year);
        XElement chart = Chart("sankey");
        XElement[] places = [.. chart.Elements(None + "rect")];
        double electricityPx = places.Where(place => Fill(place) == Svg.Of(PlotColours.Ink))
            .Select(place => Number(place, "height")).Single();
        double perJ = electricityPx / energy.Into(EnergyFlows.Electricity);
        foreach (FlowNode node in new[] { EnergyFlows.It, EnergyFlows.Network, EnergyFlows.River })
        {
            // A height of 400 pixels that is known to a hundredth gives the scale to 1 part in 40,000: nothing at these sizes.
            double expectedPx = energy.Into(node) * perJ;
            Assert.IsTrue(
                places.Any(place => Fill(place) == Svg.Of(node.Colour) && Math.Abs(Number(place, "height") - expectedPx) < 2 * Rounding),
                node.Name);
        }

        foreach (Flow flow in energy.All.Where(flow => flow.EnergyJ > SankeyLayout.LeastLabelled * energy.Into(EnergyFlows.Electricity)))
        {
            string amount = Part.Say.Energy(flow.EnergyJ / 3.6e6);
            Assert.IsTrue(chart.Elements(None + "path").Any(ribbon => ribbon.Value.EndsWith(": " + amount, StringComparison.Ordinal)),
                flow.ToString());
        }
    }

    [TestMethod]
    [DataRow("en")]
    [DataRow("de")]
    public void Every_place_of_the_energy_flow_has_a_name(string language)
    {
        ReportTexts texts = ReportTexts.Of(language);
        foreach (string key in SankeyChart.NameKeys)
        {
            Assert.IsTrue(texts.Has(key), key);
        }
    }

    [TestMethod]
    public void Each_cell_of_the_carpet_has_the_colour_of_its_share()
    {
        var carpet = new Carpet(Year["matched.renewable_w"], Year["site.power_w"], Year.Grid);
        using SKBitmap cells = SKBitmap.Decode(CarpetChart.Cells(carpet, Year.Grid.Stripes.Count));
        Assert.AreEqual((365, 24), (cells.Width, cells.Height));
        for (int day = 0; day < cells.Width; day++)
        {
            for (int hour = 0; hour < cells.Height; hour++)
            {
                double share = carpet[day, hour];
                SKColor expected = double.IsFinite(share) ? ColourScale.BareToGreen.At(Math.Round(share * 50) / 50) : SKColors.White;
                Assert.AreEqual(expected, cells.GetPixel(day, 23 - hour), $"day {day}, hour {hour}");
            }
        }
    }

    [TestMethod]
    public void Every_chart_has_an_alt_text_with_numbers_in_both_sizes()
    {
        MatchCollection charts = Regex.Matches(Page, "<svg id=\"([^\"]*)\".*?</svg>", RegexOptions.Singleline);
        Assert.HasCount(15, charts); // seven in two sizes, and the flows in one
        foreach (Match match in charts)
        {
            XElement chart = XElement.Parse(match.Value);
            Assert.AreEqual("img", (string?)chart.Attribute("role"));
            string[] named = ((string)chart.Attribute("aria-labelledby")!).Split(' ');
            Assert.AreEqual(named[0], (string?)chart.Element(None + "title")!.Attribute("id"));
            Assert.AreEqual(named[1], (string?)chart.Element(None + "desc")!.Attribute("id"));
            Assert.IsTrue(chart.Element(None + "desc")!.Value.Any(char.IsAsciiDigit), match.Groups[1].Value);
        }
    }

    [TestMethod]
    [DataRow(0.0, 10.6, 11.0)]
    [DataRow(0.0, 10.0, 10.0)]
    [DataRow(0.0, 6_362.0, 7_000.0)]
    [DataRow(1.7, 30.0, 30.0)]
    [DataRow(0.0, 0.0, 0.2)]
    [DataRow(5.0, 5.0, 6.0)]
    public void A_scale_has_round_labels_and_room_for_its_values(double low, double high, double end)
    {
        Scale scale = Scale.Round(low, high, 6, 100, 0);
        Assert.IsLessThanOrEqualTo(low, scale.Low);
        Assert.IsGreaterThanOrEqualTo(high, scale.High);
        Assert.AreEqual(end, scale.High, 1e-12 * end, "sums of round steps differ in the last digit only");
        Assert.IsLessThanOrEqualTo(7, scale.Ticks().Count());
        Assert.AreEqual(100, scale[scale.Low], 1e-9, "pixels, one rounding");
        Assert.AreEqual(0, scale[scale.High], 1e-9, "pixels, one rounding");
    }

    [TestMethod]
    public void Lines_of_a_text_fit_and_lose_no_word()
    {
        const string text = "Water temperature, °C; daily mean, band from lowest to highest interval";
        string[] lines = [.. ChartFrame.Lines(text, ChartSize.Narrow, 200)];
        Assert.AreEqual(text, string.Join(' ', lines));
        Assert.IsTrue(lines.All(line => Svg.WidthOf(line, ChartSize.Narrow) <= 200));
    }

    private static XElement Chart(string id) =>
        XElement.Parse(Regex.Match(Page, $"<svg id=\"{id}\".*?</svg>", RegexOptions.Singleline).Value);

    private static string Fill(XElement element) => (string)element.Attribute("fill")!;

    private static double Number(XElement element, string attribute) =>
        double.Parse((string)element.Attribute(attribute)!, CultureInfo.InvariantCulture);

    // Where zero lies and how many pixels a unit has, from the lines and labels of the axis itself.
    private static (double Zero, double PerUnit) Axis(XElement chart)
    {
        double[] values = [.. chart.Elements(None + "text").Where(text => (string?)text.Attribute("text-anchor") == "end")
            .Select(text => double.Parse(text.Value, NumberStyles.Number, CultureInfo.InvariantCulture))];
        double[] heights = [.. chart.Elements(None + "line").Where(line => (string?)line.Attribute("y1") == (string?)line.Attribute("y2"))
            .Take(values.Length).Select(line => Number(line, "y1"))];
        double perUnit = (heights[0] - heights[^1]) / (values[^1] - values[0]);
        return (heights[0] + (values[0] * perUnit), perUnit);
    }

    private static IEnumerable<(double X, double Y)> Points(string path) => path.Split('M', 'L').Skip(1).Select(point =>
    {
        double[] xy = [.. point.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
        return (xy[0], xy[1]);
    });
}
